//! Keeps the readings that are hot, keyed by their device.

use sandbar_sdk::prelude::*;

#[derive(Parameters)]
struct Limit {
    /// Least temperature that is kept, in degrees Celsius.
    #[parameter(default = 50.0)]
    min_celsius: f64,
}

#[derive(Deserialize)]
struct Reading<'a> {
    device: &'a str,
    celsius: f64,
}

/// Keeps the readings that are hot, keyed by their device.
#[operator]
fn my_operator(limit: &Limit, reading: Json<Reading>, out: &mut Output) {
    // A record that is neither sent on nor rejected is dropped.
    if reading.celsius >= limit.min_celsius {
        out.rekey(reading.device);
    }
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn a_hot_reading_is_kept_under_its_device() {
        let readings =
            [r#"{"device":"boiler","celsius":71.5}"#, r#"{"device":"cellar","celsius":12}"#];
        let outcome = testing::run(super::native(), "{}", readings).unwrap();
        assert_eq!(outcome.keys("out"), ["boiler"]);
    }

    #[test]
    fn what_is_no_reading_is_rejected() {
        let outcome = testing::run(super::native(), "{}", [r#"{"device":"boiler"}"#]).unwrap();
        assert_eq!(outcome.rejected.len(), 1);
    }
}
