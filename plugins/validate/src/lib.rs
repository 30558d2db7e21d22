//! Passes flights that make sense. The others are rejected with the reason; what becomes of those is said in the pipeline:
//! `on_error = { rejects = { then = "dead-letter" } }`, and a sink for `validate.dead-letters`.

use sandbar_sdk::prelude::*;

// recipe: validate
#[derive(Deserialize)]
struct Flight<'a> {
    carrier: &'a str,
    origin: &'a str,
    dest: &'a str,
    scheduled_ms: i64,
    departed_ms: Option<i64>,
    distance_mi: u32,
}

const HOUR_MS: i64 = 60 * 60 * 1000;

/// Passes flights that make sense, and rejects the others.
#[filter]
fn validate(Json(flight): Json<Flight>) -> Result<bool, String> {
    let Flight { carrier, origin, dest, scheduled_ms, departed_ms, distance_mi } = flight;
    if carrier.len() != 2 {
        return Err(format!("carrier {carrier:?} is no code of two letters"));
    }
    if origin == dest || distance_mi == 0 {
        return Err(format!("a flight from {origin} to {dest} over {distance_mi} miles"));
    }
    match departed_ms.map(|departed_ms| departed_ms.saturating_sub(scheduled_ms) / HOUR_MS) {
        Some(hours) if !(-2..=48).contains(&hours) => {
            Err(format!("departed {hours} hours after its schedule, which is not within -2 and 48"))
        }
        _ => Ok(true),
    }
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn what_makes_no_sense_is_rejected_with_the_reason() {
        let flight = |carrier: &str, dest: &str, departed: &str| {
            format!(
                r#"{{"carrier":"{carrier}","origin":"JFK","dest":"{dest}","scheduled_ms":0,"departed_ms":{departed},"distance_mi":5}}"#
            )
        };
        let flights = [
            flight("AA", "MIA", "null"),
            flight("AA", "MIA", "3600000"),
            flight("AAL", "MIA", "null"),
            flight("AA", "JFK", "null"),
            flight("AA", "MIA", "9223372036854775807"),
        ];
        let outcome =
            testing::run(super::native(), "{}", flights.iter().map(String::as_str)).unwrap();
        assert_eq!(outcome.values("out"), flights[..2]);
        assert_eq!(outcome.rejected[0].reason, r#"carrier "AAL" is no code of two letters"#);
        assert_eq!(outcome.rejected[1].reason, "a flight from JFK to JFK over 5 miles");
        assert!(outcome.rejected[2].reason.starts_with("departed 2562047788015 hours"));
    }
}
