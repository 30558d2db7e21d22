//! A failed record and why it failed, as one JSON object a line. Written from the headers that the engine adds to a dead
//! letter; read back, it gives the record as it was before it failed. Bytes that are not UTF-8 are `{"base64": "..."}`.

use std::borrow::Cow;

use base64::{Engine, prelude::BASE64_STANDARD};
use sandbar_dataflow::{BatchBuilder, Code, Fault, RECORD_BYTES_MAX, Record};
use sandbar_schema::headers;
use serde::{Deserialize, Serialize};

use super::Refused;

/// A byte takes at most six in JSON (`\u0001`), and the envelope is small.
pub(super) const LINE_BYTES_MAX: usize = 8 * RECORD_BYTES_MAX;

/// Header names with this prefix are the engine's and no part of the record.
const PREFIX: &str = "sandbar.";

#[derive(Debug, Serialize, Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    cause: Cow<'a, str>,
    #[serde(borrow, default)]
    message: Cow<'a, str>,
    #[serde(borrow, default)]
    operator: Cow<'a, str>,
    #[serde(borrow, default)]
    plugin: Cow<'a, str>,
    #[serde(default)]
    attempts: u64,
    #[serde(default)]
    failed_ms: i64,
    #[serde(borrow)]
    record: Original<'a>,
}

/// The record before it failed.
#[derive(Debug, Serialize, Deserialize)]
struct Original<'a> {
    #[serde(borrow, default)]
    key: Bytes<'a>,
    #[serde(borrow)]
    value: Bytes<'a>,
    timestamp: i64,
    #[serde(borrow, default)]
    headers: Vec<Header<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    value: Bytes<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Bytes<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Base64 { base64: String },
}

impl Default for Bytes<'_> {
    fn default() -> Self {
        Self::Text(Cow::Borrowed(""))
    }
}

impl<'a> Bytes<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::Text(Cow::Borrowed(text)),
            Err(_) => Self::Base64 { base64: BASE64_STANDARD.encode(bytes) },
        }
    }

    fn bytes(&self, what: &str) -> Result<Cow<'_, [u8]>, Refused> {
        match self {
            Self::Text(text) => Ok(Cow::Borrowed(text.as_bytes())),
            Self::Base64 { base64 } => match BASE64_STANDARD.decode(base64) {
                Ok(bytes) => Ok(Cow::Owned(bytes)),
                Err(error) => Err(Refused::malformed(format!("{what} is not base64: {error}"))),
            },
        }
    }
}

pub(super) fn encode(record: Record<'_>, lines: &mut Vec<u8>) -> Result<(), Fault> {
    // A record may have failed before and still have the headers of that time: the last ones hold.
    let text = |name: &str| {
        let value = headers::iter(record.headers)
            .filter(|(found, _)| found.strip_prefix(PREFIX) == Some(name))
            .last()
            .map_or(&b""[..], |(_, value)| value);
        String::from_utf8_lossy(value)
    };
    let envelope = Envelope {
        cause: text("cause"),
        message: text("message"),
        operator: text("operator"),
        plugin: text("plugin"),
        attempts: text("attempts").parse().unwrap_or(0),
        failed_ms: text("failed-ms").parse().unwrap_or(0),
        record: Original {
            key: Bytes::new(record.key),
            value: Bytes::new(record.value),
            timestamp: record.timestamp,
            headers: headers::iter(record.headers)
                .filter(|(name, _)| !name.starts_with(PREFIX))
                .map(|(name, value)| Header { name: name.into(), value: Bytes::new(value) })
                .collect(),
        },
    };
    let before = lines.len();
    if let Err(error) = serde_json::to_writer(&mut *lines, &envelope) {
        lines.truncate(before);
        return Err(Fault::new(Code::Internal, format!("cannot write a dead letter: {error}")));
    }
    lines.push(b'\n');
    Ok(())
}

pub(super) fn decode(line: &[u8], batch: &mut BatchBuilder) -> Result<(), Refused> {
    if line.trim_ascii().is_empty() {
        return Ok(());
    }
    let envelope: Envelope<'_> = serde_json::from_slice(line)
        .map_err(|error| Refused::malformed(format!("no dead letter: {error}")))?;
    let original = &envelope.record;
    let mut encoded = Vec::new();
    for header in original.headers.iter().filter(|header| !header.name.starts_with(PREFIX)) {
        if header.name.len() > usize::from(u16::MAX) {
            let bytes = header.name.len();
            let message = format!("header name of {bytes} bytes exceeds the limit of {}", u16::MAX);
            return Err(Refused::malformed(message));
        }
        headers::push(&mut encoded, &header.name, &header.value.bytes("a header's value")?);
    }
    let key = original.key.bytes("the key")?;
    let value = original.value.bytes("the value")?;
    let bytes = key.len() + value.len() + encoded.len();
    if bytes > RECORD_BYTES_MAX {
        let message = format!("record of {bytes} bytes exceeds the {RECORD_BYTES_MAX} byte cap");
        let fault = Fault::new(Code::RecordTooLarge, message);
        return Err(Refused { key: Vec::new(), timestamp: original.timestamp, fault });
    }
    let timestamp = original.timestamp;
    batch.push(Record { key: &key, value: &value, timestamp, headers: &encoded });
    Ok(())
}
