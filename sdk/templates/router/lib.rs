//! Sends hot readings and cold ones different ways, both keyed by their device.

use sandbar_sdk::prelude::*;

#[derive(Parameters)]
struct Limit {
    /// Least temperature that is hot, in degrees Celsius.
    #[parameter(default = 50.0)]
    min_celsius: f64,
}

#[derive(Deserialize)]
struct Reading<'a> {
    device: &'a str,
    celsius: f64,
}

/// Sends hot readings and cold ones different ways, both keyed by their device.
#[operator(outputs(hot, cold))]
fn my_operator(limit: &Limit, reading: Json<Reading>, out: &mut Output) {
    match reading.celsius >= limit.min_celsius {
        true => out.hot().rekey(reading.device),
        false => out.cold().rekey(reading.device),
    }
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn hot_readings_and_cold_ones_go_different_ways() {
        let readings =
            [r#"{"device":"boiler","celsius":71.5}"#, r#"{"device":"cellar","celsius":12}"#];
        let outcome = testing::run(super::native(), "{}", readings).unwrap();
        assert_eq!(outcome.keys("hot"), ["boiler"]);
        assert_eq!(outcome.keys("cold"), ["cellar"]);
    }
}
