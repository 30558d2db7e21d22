//! Gives each record its event time from a text such as `2013-01-01T05:17:00-05:00`. A number of milliseconds needs no
//! plugin: `timestamp = "/at"` at the source reads it.

use std::borrow::Cow;

use chrono::DateTime;
use sandbar_sdk::prelude::*;

// recipe: event-time
#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    at: Cow<'a, str>,
}

/// Sets the timestamp of each record to the time in its field `at` (RFC 3339).
#[map]
fn stamp(record: Record) -> Result<Record, String> {
    let event: Event = json::read(record.value).map_err(|error| error.to_string())?;
    let at = DateTime::parse_from_rfc3339(&event.at)
        .map_err(|error| format!("at is {:?}, which is no time: {error}", event.at))?;
    Ok(Record { timestamp: at.timestamp_millis(), ..record })
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn the_time_is_that_of_the_record_wherever_it_was_written() {
        let records = [
            r#"{"at":"2013-01-01T05:17:00-05:00"}"#,
            r#"{"at":"2013-01-01T10:17:00.250Z"}"#,
            r#"{"at":"yesterday"}"#,
        ];
        let outcome = testing::run(super::native(), "{}", records).unwrap();
        let times: Vec<i64> =
            outcome.records("out").iter().map(|record| record.timestamp).collect();
        assert_eq!(times, [1_357_035_420_000, 1_357_035_420_250]);
        assert_eq!(outcome.values("out"), records[..2]);
        let reason = &outcome.rejected[0].reason;
        assert!(reason.starts_with(r#"at is "yesterday", which is no time: "#), "{reason}");
    }
}
