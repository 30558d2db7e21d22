//! Keeps flights that left late, keyed by carrier; cancelled ones leave by a port of their own. No record is copied:
//! the host is told which rows go where.

use sandbar_sdk::prelude::*;

// recipe: route
#[derive(Parameters)]
struct Late {
    /// Least delay kept, in minutes.
    #[parameter(default = 15)]
    min_delay: i64,
}

#[derive(Deserialize)]
struct Flight<'a> {
    carrier: &'a str,
    dep_delay_min: Option<i64>,
}

/// Sorts flights into late ones, keyed by carrier, and cancelled ones.
#[operator(outputs(late, cancelled))]
fn departed(late: &Late, flight: Json<Flight>, out: &mut Output) {
    match flight.dep_delay_min {
        None => out.cancelled().forward(),
        Some(minutes) if minutes >= late.min_delay => out.late().rekey(flight.carrier),
        Some(_) => {}
    }
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    const LATE: &str = r#"{"carrier":"UA","flight":1545,"dep_delay_min":20}"#;
    const EARLY: &str = r#"{"carrier":"B6","flight":725,"dep_delay_min":-1}"#;
    const CANCELLED: &str = r#"{"carrier":"AA","flight":1141,"dep_delay_min":null}"#;

    #[test]
    fn late_flights_are_keyed_by_carrier_and_cancelled_ones_leave_apart() {
        let outcome = testing::run(super::native(), "{}", [LATE, EARLY, CANCELLED]).unwrap();
        assert_eq!(outcome.values("late"), [LATE]);
        assert_eq!(outcome.keys("late"), ["UA"]);
        assert_eq!(outcome.values("cancelled"), [CANCELLED]);
    }

    #[test]
    fn the_least_delay_is_a_parameter() {
        let parameters = r#"{"min_delay":21}"#;
        let outcome = testing::run(super::native(), parameters, [LATE]).unwrap();
        assert_eq!(outcome.values("late"), [""; 0]);
    }

    #[test]
    fn what_is_not_a_flight_is_rejected_with_the_reason() {
        let outcome = testing::run(super::native(), "{}", [LATE, r#"{"flight":1}"#]).unwrap();
        assert_eq!(outcome.values("late"), [LATE]);
        assert_eq!(outcome.rejected[0].row, 1);
        assert!(outcome.rejected[0].reason.starts_with("missing field `carrier`"));
    }
}
