//! Keeps the flights that left late: a filter says of each record whether it goes on, and it goes on as it came.

use sandbar_sdk::prelude::*;

// recipe: filter
#[derive(Parameters)]
struct Late {
    /// Least delay kept, in minutes.
    #[parameter(default = 15)]
    min_delay: i64,
}

#[derive(Deserialize)]
struct Flight {
    dep_delay_min: Option<i64>,
}

/// Keeps the flights that left late; a cancelled one never left.
#[filter]
fn late_flights(late: &Late, flight: Json<Flight>) -> bool {
    flight.dep_delay_min.is_some_and(|minutes| minutes >= late.min_delay)
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn a_flight_is_kept_from_the_least_delay_on() {
        let flights =
            [14, 15, 16].map(|minutes| format!(r#"{{"flight":1,"dep_delay_min":{minutes}}}"#));
        let flights = flights.iter().map(String::as_str).chain([r#"{"dep_delay_min":null}"#]);
        let outcome = testing::run(super::native(), "{}", flights).unwrap();
        assert_eq!(
            outcome.values("out"),
            [r#"{"flight":1,"dep_delay_min":15}"#, r#"{"flight":1,"dep_delay_min":16}"#]
        );
    }
}
