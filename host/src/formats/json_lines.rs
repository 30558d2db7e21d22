//! One JSON value a line, kept as it is; event time and key are found by JSON pointers in the same pass that checks it.

use std::{borrow::Cow, fmt, sync::Arc, time::Duration};

use sandbar_dataflow::{BatchBuilder, Clock, Code, Fault, RECORD_BYTES_MAX, Record};
use serde::de::IgnoredAny;

use super::{
    Refused, excerpt,
    pointer::{Hit, Tree},
};
use crate::connectors::settings::Settings;

const TIMESTAMP: usize = 0;
const KEY: usize = 1;

/// Decodes JSON lines.
pub struct Decoder {
    tree: Tree,
    /// Kept for messages; empty if the record's timestamp is 0.
    timestamps: Vec<String>,
    keys: Vec<String>,
    max_ahead: Option<Ahead>,
}

/// The limit on timestamps ahead of the clock.
struct Ahead {
    clock: Arc<dyn Clock>,
    limit_ms: i64,
    /// The clock when it was last looked at. It only moves on, so a timestamp within the limit then is within it now.
    seen_ms: i64,
}

impl fmt::Debug for Decoder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Decoder")
            .field("timestamps", &self.timestamps)
            .field("keys", &self.keys)
            .finish_non_exhaustive()
    }
}

impl Decoder {
    pub(super) fn new(settings: &Settings, clock: &Arc<dyn Clock>) -> Result<Self, Fault> {
        let timestamps = settings.texts("timestamp").to_vec();
        let keys = settings.texts("key").to_vec();
        let mut tree = Tree::default();
        for (group, pointers) in [(TIMESTAMP, &timestamps), (KEY, &keys)] {
            for (alternative, pointer) in pointers.iter().enumerate() {
                tree.insert(pointer, group, alternative)
                    .map_err(|error| Fault::new(Code::SourceFailed, error.to_string()))?;
            }
        }
        let max_ahead = settings.duration("max_ahead").map(|limit| Ahead::new(limit, clock));
        Ok(Self { tree, timestamps, keys, max_ahead })
    }

    #[inline]
    pub(super) fn decode(&mut self, line: &[u8], batch: &mut BatchBuilder) -> Result<(), Refused> {
        let text = match std::str::from_utf8(line) {
            Ok(text) => text,
            Err(error) => {
                let message = format!("not UTF-8 after byte {} of the line", error.valid_up_to());
                return Err(Refused::malformed(message));
            }
        };
        let [timestamp, key] = match self.tree.find::<2>(text) {
            Ok(found) => found,
            Err(_) if line.trim_ascii().is_empty() => return Ok(()),
            Err(error) => return Err(Refused::malformed(NotJson(&error))),
        };
        let key = self.key(key)?;
        let timestamp = self.timestamp(timestamp, &key)?;
        let bytes = key.len() + line.len();
        if bytes > RECORD_BYTES_MAX {
            let message = format!(
                "record of {bytes} bytes with its key exceeds the {RECORD_BYTES_MAX} byte cap"
            );
            let fault = Fault::new(Code::RecordTooLarge, message);
            return Err(Refused { key: Vec::new(), timestamp, fault });
        }
        batch.push(Record { key: &key, value: line, timestamp, headers: &[] });
        Ok(())
    }

    fn key<'a>(&self, hit: Option<Hit<'a>>) -> Result<Cow<'a, [u8]>, Refused> {
        let Some(Hit { alternative, raw }) = hit else { return Ok(Cow::Borrowed(&[])) };
        let refuse = |what: &dyn fmt::Display| {
            Err(Refused::malformed(format!("key at `{}` {what}", self.keys[alternative])))
        };
        match raw.as_bytes() {
            [b'"', text @ .., b'"'] if !text.contains(&b'\\') => Ok(Cow::Borrowed(text)),
            [b'"', ..] => match serde_json::from_str::<String>(raw) {
                Ok(text) => Ok(Cow::Owned(text.into_bytes())),
                Err(error) => refuse(&NotJson(&error)),
            },
            [b'{', ..] => refuse(&"is an object, which is no key; point to one of its members"),
            [b'[', ..] => refuse(&"is an array, which is no key; point to one of its elements"),
            number_or_boolean => Ok(Cow::Borrowed(number_or_boolean)),
        }
    }

    fn timestamp(&mut self, hit: Option<Hit<'_>>, key: &[u8]) -> Result<i64, Refused> {
        if self.timestamps.is_empty() {
            return Ok(0);
        }
        let refuse = |code, timestamp, message| {
            Err(Refused { key: key.to_vec(), timestamp, fault: Fault::new(code, message) })
        };
        let Some(Hit { alternative, raw }) = hit else {
            let message = format!("no value, or null, at {}", listed(&self.timestamps));
            return refuse(Code::TimestampMissing, 0, message);
        };
        let pointer = &self.timestamps[alternative];
        let Some(timestamp) = milliseconds(raw) else {
            let found = excerpt(raw.as_bytes());
            let message = format!("`{found}` at `{pointer}` is no whole number of milliseconds");
            return refuse(Code::TimestampMissing, 0, message);
        };
        if let Some(ahead) = &mut self.max_ahead
            && let Some(now_ms) = ahead.exceeded_by(timestamp)
        {
            let message = format!(
                "{timestamp} at `{pointer}` is {} ms ahead of the clock and exceeds the {} ms of `max_ahead`",
                timestamp.saturating_sub(now_ms),
                ahead.limit_ms
            );
            return refuse(Code::TimestampTooFarAhead, timestamp, message);
        }
        Ok(timestamp)
    }
}

impl Ahead {
    fn new(limit: Duration, clock: &Arc<dyn Clock>) -> Self {
        let limit_ms = i64::try_from(limit.as_millis()).unwrap_or(i64::MAX);
        Self { clock: Arc::clone(clock), limit_ms, seen_ms: i64::MIN }
    }

    /// The time now, if `timestamp` is too far ahead of it.
    #[inline]
    fn exceeded_by(&mut self, timestamp: i64) -> Option<i64> {
        if timestamp <= self.seen_ms.saturating_add(self.limit_ms) {
            return None;
        }
        self.seen_ms = self.clock.now_ms();
        (timestamp > self.seen_ms.saturating_add(self.limit_ms)).then_some(self.seen_ms)
    }
}

/// A JSON number that is whole, however it is written.
#[inline]
fn milliseconds(raw: &str) -> Option<i64> {
    if let Ok(integer) = raw.parse() {
        return Some(integer);
    }
    if !raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
        return None;
    }
    let number: f64 = raw.parse().ok()?;
    // Beyond 2^53 neighbouring integers cannot be told apart.
    (number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
}

fn listed(pointers: &[String]) -> String {
    pointers.iter().map(|pointer| format!("`{pointer}`")).collect::<Vec<_>>().join(" or ")
}

/// A parser's message without its line number: the parser saw one line only.
struct NotJson<'e>(&'e serde_json::Error);

impl fmt::Display for NotJson<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.0.to_string();
        let what = message.rsplit_once(" at line ").map_or(&*message, |(what, _)| what);
        write!(formatter, "not JSON: {what} at byte {} of the line", self.0.column())
    }
}

/// A value that spans lines is put on one; it must be JSON for that. A value on one line is written unseen.
#[inline]
pub(super) fn encode(record: Record<'_>, lines: &mut Vec<u8>) -> Result<(), Fault> {
    let value = record.value;
    if value.is_empty() {
        let message =
            "an empty value is not JSON and would be lost as a blank line; write raw-lines";
        return Err(Fault::new(Code::RecordMalformed, message));
    }
    if memchr::memchr(b'\n', value).is_none() {
        lines.extend_from_slice(value);
    } else {
        let checked =
            std::str::from_utf8(value).map_err(|error| error.to_string()).and_then(|text| {
                serde_json::from_str::<IgnoredAny>(text).map_err(|error| error.to_string())
            });
        if let Err(error) = checked {
            let message = format!(
                "value `{}` has a newline and is not JSON that could be put on one line: {error}",
                excerpt(value)
            );
            return Err(Fault::new(Code::RecordMalformed, message));
        }
        // In JSON a raw newline is always white space between tokens, never part of a text.
        lines.extend(value.iter().filter(|byte| !matches!(byte, b'\n' | b'\r')));
    }
    lines.push(b'\n');
    Ok(())
}
