//! Makes one shape of the readings of several makers' devices: other names of fields, numbers as text, other units.

use std::borrow::Cow;

use sandbar_sdk::prelude::*;

// recipe: normalise
#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(alias = "Device", alias = "sensor_id", borrow)]
    device: Cow<'a, str>,
    #[serde(alias = "temp", alias = "temperature", borrow)]
    value: Amount<'a>,
    unit: Option<&'a str>,
}

/// Some makers write numbers as text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Amount<'a> {
    Number(f64),
    Text(#[serde(borrow)] Cow<'a, str>),
}

#[derive(Serialize)]
struct Reading {
    device: String,
    celsius: f64,
}

/// Turns readings of any maker into `{"device", "celsius"}`, keyed by the device.
#[map]
fn normalise(Json(raw): Json<Raw>) -> Result<(String, Json<Reading>), String> {
    let degrees = match &raw.value {
        Amount::Number(number) => *number,
        Amount::Text(text) => {
            text.trim().parse().map_err(|_| format!("temperature {text:?} is no number"))?
        }
    };
    let celsius = match raw.unit {
        None | Some("C" | "celsius") => degrees,
        Some("F" | "fahrenheit") => (degrees - 32.0) / 1.8,
        Some("K" | "kelvin") => degrees - 273.15,
        Some(other) => return Err(format!("unit {other:?} is not known")),
    };
    let device = raw.device.trim().to_lowercase();
    // To a hundredth of a degree: more is noise.
    let celsius = (celsius * 100.0).round() / 100.0;
    Ok((device.clone(), Json(Reading { device, celsius })))
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn readings_of_three_makers_become_one_shape_and_unknown_units_are_rejected() {
        let readings = [
            r#"{"device":"Boiler","value":71.5}"#,
            r#"{"Device":" boiler ","temp":"160.7","unit":"F"}"#,
            r#"{"sensor_id":"b\u006filer","temperature":344.65,"unit":"K","battery":3}"#,
            r#"{"device":"boiler","value":1,"unit":"R"}"#,
            r#"{"device":"boiler","value":"warm"}"#,
        ];
        let outcome = testing::run(super::native(), "{}", readings).unwrap();
        assert_eq!(outcome.values("out"), [r#"{"device":"boiler","celsius":71.5}"#; 3]);
        assert_eq!(outcome.keys("out"), ["boiler"; 3]);
        assert_eq!(outcome.rejected[0].reason, r#"unit "R" is not known"#);
        assert_eq!(outcome.rejected[1].reason, r#"temperature "warm" is no number"#);
    }
}
