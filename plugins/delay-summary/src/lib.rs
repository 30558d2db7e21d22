//! Turns each late flight into one line of a report. It runs behind a hash edge, so the lines of one carrier come from
//! one task, in order; it keeps nothing between calls.

use sandbar_sdk::prelude::*;

#[derive(Deserialize)]
struct Flight<'a> {
    carrier: &'a str,
    flight: u32,
    origin: &'a str,
    dest: &'a str,
    dep_delay_min: i64,
    arr_delay_min: Option<i64>,
}

/// A line of the report.
#[derive(Serialize)]
struct Line<'a> {
    carrier: &'a str,
    flight: u32,
    route: Route<'a>,
    class: &'static str,
    delay_min: i64,
    /// Minutes made up in the air; absent if the arrival is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    made_up_min: Option<i64>,
}

/// One report line for each late flight.
#[operator]
fn delay_summary(Json(flight): Json<Flight>, out: &mut Output) {
    let delay_min = flight.dep_delay_min;
    out.emit_json(&Line {
        carrier: flight.carrier,
        flight: flight.flight,
        route: Route(flight.origin, flight.dest),
        class: class(delay_min),
        delay_min,
        made_up_min: flight.arr_delay_min.map(|arrival| delay_min.saturating_sub(arrival)),
    });
}

fn class(delay_min: i64) -> &'static str {
    match delay_min {
        ..15 => "on-time",
        15..60 => "late",
        60..180 => "very-late",
        _ => "stranded",
    }
}

struct Route<'a>(&'a str, &'a str);

/// `EWR-IAH`, without a text made for it.
impl Serialize for Route<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}-{}", self.0, self.1))
    }
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn a_late_flight_becomes_a_line_with_the_time_made_up() {
        let flight = r#"{"carrier":"UA","flight":1545,"tail":"N14228","origin":"EWR","dest":"IAH","scheduled_ms":1357035300000,"departed_ms":1357039000000,"dep_delay_min":62,"arr_delay_min":51,"distance_mi":1400}"#;
        let outcome = testing::run(super::native(), "{}", [flight]).unwrap();
        assert_eq!(
            outcome.values("out"),
            [
                r#"{"carrier":"UA","flight":1545,"route":"EWR-IAH","class":"very-late","delay_min":62,"made_up_min":11}"#
            ]
        );
    }

    #[test]
    fn a_delay_falls_into_one_class() {
        let classes = [14, 15, 59, 60, 179, 180].map(super::class);
        assert_eq!(classes, ["on-time", "late", "late", "very-late", "very-late", "stranded"]);
    }
}
