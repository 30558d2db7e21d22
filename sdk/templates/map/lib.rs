//! Turns readings in degrees Celsius into readings in degrees Fahrenheit.

use sandbar_sdk::prelude::*;

#[derive(Deserialize)]
struct Reading<'a> {
    device: &'a str,
    celsius: f64,
}

#[derive(Serialize)]
struct Converted<'a> {
    device: &'a str,
    fahrenheit: f64,
}

/// Turns readings in degrees Celsius into readings in degrees Fahrenheit.
#[operator]
fn my_operator(reading: Json<Reading>, out: &mut Output) {
    let fahrenheit = reading.celsius * 1.8 + 32.0;
    out.emit_json(&Converted { device: reading.device, fahrenheit });
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn degrees_are_converted() {
        let readings = [r#"{"device":"boiler","celsius":75}"#];
        let outcome = testing::run(super::native(), "{}", readings).unwrap();
        assert_eq!(outcome.values("out"), [r#"{"device":"boiler","fahrenheit":167.0}"#]);
    }
}
