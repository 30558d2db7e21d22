//! Tells when a measurement rises above a threshold and when it is back. What it remembers of each origin lies in the
//! memory of its instance: a call that fails and a restart forget it, and then an alarm may be raised a second time.

use std::collections::HashMap;

use sandbar_sdk::prelude::*;

// recipe: alarm
#[derive(Parameters)]
struct Threshold {
    /// Wind that raises the alarm, in miles an hour.
    #[parameter(default = 25.0)]
    high: f64,
    /// Wind below which it is over.
    #[parameter(default = 20.0)]
    low: f64,
    /// Measurements in a row that must be high: one alone may be an error.
    #[parameter(default = 2)]
    in_a_row: u32,
}

#[derive(Deserialize)]
struct Weather<'a> {
    origin: &'a str,
    wind_mph: Option<f64>,
}

#[derive(Serialize)]
struct Event<'a> {
    origin: &'a str,
    alarm: bool,
    wind_mph: f64,
}

#[derive(Default)]
struct State {
    high_in_a_row: u32,
    raised: bool,
}

impl State {
    /// Whether the alarm begins or ends with this wind.
    fn next(&mut self, wind_mph: f64, threshold: &Threshold) -> Option<bool> {
        let is_high = wind_mph >= threshold.high;
        self.high_in_a_row = if is_high { self.high_in_a_row.saturating_add(1) } else { 0 };
        let raised = match self.raised {
            true => wind_mph >= threshold.low,
            false => is_high && self.high_in_a_row >= threshold.in_a_row,
        };
        (std::mem::replace(&mut self.raised, raised) != raised).then_some(raised)
    }
}

struct Alarm {
    threshold: Threshold,
    by_origin: HashMap<String, State>,
}

/// Tells when the wind of an origin is above a threshold, and when it is over, keyed by the origin.
#[operator]
impl Operator for Alarm {
    type Parameters = Threshold;

    fn open(threshold: Threshold, _: &mut Context<'_>) -> Result<Self, Failure> {
        Ok(Self { threshold, by_origin: HashMap::new() })
    }

    fn process(&mut self, _: u32, batch: BatchRef<'_>, out: &mut Output) -> Result<(), Failure> {
        for (row, record) in batch.records().enumerate() {
            match json::read(record.value) {
                Ok(Weather { origin, wind_mph: Some(wind_mph) }) => {
                    let state = self.by_origin.entry(origin.to_owned()).or_default();
                    if let Some(alarm) = state.next(wind_mph, &self.threshold) {
                        out.at(row).emit_json_keyed(origin, &Event { origin, alarm, wind_mph });
                    }
                }
                Ok(_) => {}
                Err(error) => out.at(row).reject(error),
            }
        }
        Ok(())
    }
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn an_alarm_is_raised_once_and_is_over_below_the_lower_threshold() {
        let winds = ["26", "10", "26", "27", "30", "22", "null", "19", "18"];
        let winds = winds.map(|wind| format!(r#"{{"origin":"JFK","wind_mph":{wind}}}"#));
        let outcome = testing::run(super::native(), "{}", winds.iter().map(|w| &**w)).unwrap();
        let [raised, over] = &outcome.values("out")[..] else { panic!("{outcome:?}") };
        assert_eq!(raised, r#"{"origin":"JFK","alarm":true,"wind_mph":27.0}"#);
        assert_eq!(over, r#"{"origin":"JFK","alarm":false,"wind_mph":19.0}"#);
        assert_eq!(outcome.keys("out"), ["JFK"; 2]);
    }
}
