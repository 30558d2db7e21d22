//! A whole record as one line of JSON, for people and for comparing: what a record does not have is left out, and a value
//! that is JSON is written as it is, to the last byte.
//!
//! ```text
//! {"key":"boiler","timestamp":1500,"headers":[["trace","7"]],"value":{"celsius":71.50}}
//! ```
//!
//! A value that is no JSON on one line is `"text"`, one that is no text is `"base64"`. A record that failed has `"cause"`
//! and `"message"` first.

use base64::{Engine, prelude::BASE64_STANDARD};
use sandbar_dataflow::{Record, task::header};
use sandbar_schema::headers;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Line<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<Bytes<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Bytes<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Bytes<'r>>,
    #[serde(skip_serializing_if = "is_zero")]
    timestamp: i64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    headers: Vec<(&'r str, Bytes<'r>)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'r RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Bytes<'r> {
    Text(&'r str),
    Base64 { base64: String },
}

impl<'r> Bytes<'r> {
    fn new(bytes: &'r [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(text),
            Err(_) => Self::Base64 { base64: BASE64_STANDARD.encode(bytes) },
        }
    }
}

/// `record` as a line.
pub(super) fn of(record: Record<'_>) -> String {
    // A record may have failed before: the last cause holds.
    let last = |name| headers::iter(record.headers).filter(|(found, _)| *found == name).last();
    let ours = |name| last(name).map(|(_, value)| Bytes::new(value));
    let theirs = headers::iter(record.headers);
    let theirs = theirs.filter(|(name, _)| !name.starts_with(header::PREFIX));
    let text = std::str::from_utf8(record.value).ok();
    let json = text.filter(|text| !text.contains('\n') && text.trim() == *text);
    let json = json.and_then(|text| serde_json::from_str::<&RawValue>(text).ok());
    let line = Line {
        cause: ours(header::CAUSE),
        message: ours(header::MESSAGE),
        key: (!record.key.is_empty()).then(|| Bytes::new(record.key)),
        timestamp: record.timestamp,
        headers: theirs.map(|(name, value)| (name, Bytes::new(value))).collect(),
        value: json,
        text: text.filter(|_| json.is_none()),
        base64: text.is_none().then(|| BASE64_STANDARD.encode(record.value)),
    };
    serde_json::to_string(&line).expect("texts and numbers are always JSON")
}

fn is_zero(timestamp: &i64) -> bool {
    *timestamp == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(record: Record<'_>, line: &str) {
        assert_eq!(of(record), line);
    }

    #[test]
    fn a_record_is_written_with_what_it_has_and_no_more() {
        let record = Record::default();
        check(Record { value: br#"{"a":1.50}"#, ..record }, r#"{"value":{"a":1.50}}"#);
        check(Record { value: b"hello", ..record }, r#"{"text":"hello"}"#);
        check(Record { value: b" 1", ..record }, r#"{"text":" 1"}"#);
        check(Record { value: b"{\n}", ..record }, r#"{"text":"{\n}"}"#);
        check(Record { value: b"", ..record }, r#"{"text":""}"#);
        check(Record { value: b"\xff", ..record }, r#"{"base64":"/w=="}"#);
        let mut encoded = Vec::new();
        headers::push(&mut encoded, "trace", b"7");
        headers::push(&mut encoded, header::CAUSE, b"rejected");
        headers::push(&mut encoded, header::MESSAGE, b"too cold");
        let full = Record { key: b"k\xff", value: b"1", timestamp: -5, headers: &encoded };
        check(
            full,
            r#"{"cause":"rejected","message":"too cold","key":{"base64":"a/8="},"timestamp":-5,"headers":[["trace","7"]],"value":1}"#,
        );
    }
}
