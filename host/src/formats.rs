//! What a line means: decoders turn one line into one record, encoders one record into one line. They know nothing of
//! where lines come from or go to; connectors cut and write them. A record of CSV may span lines, and is one here.

use std::{fmt, sync::Arc};

use sandbar_dataflow::{BatchBuilder, Clock, Code, Fault, RECORD_BYTES_MAX, Record};

use crate::connectors::settings::{Key, KeyKind, Settings};

mod csv;
mod dead_letters;
mod json_lines;
mod pointer;
mod raw_lines;
#[cfg(test)]
mod tests;

pub(crate) use csv::quotes::Quotes;

/// Names of the formats, for `format`.
pub const NAMES: &[&str] = &["raw-lines", "json-lines", "csv", "dead-letters"];

/// The keys of every source that reads lines.
pub const SOURCE_KEYS: [Key; 6] = [
    FORMAT,
    Key {
        name: "timestamp",
        kind: KeyKind::Texts,
        required: false,
        help: "JSON pointers to the event time in ms, the first that is there wins (json-lines, csv)",
    },
    Key {
        name: "key",
        kind: KeyKind::Texts,
        required: false,
        help: "JSON pointers to the record's key, the first that is there wins (json-lines, csv)",
    },
    Key {
        name: "max_ahead",
        kind: KeyKind::Duration,
        required: false,
        help: "how far a timestamp may lie ahead of the clock (with `timestamp`)",
    },
    DELIMITER,
    Key {
        name: "numeric",
        kind: KeyKind::Texts,
        required: false,
        help: "columns whose cells are numbers (csv); all others are texts",
    },
];

/// The key by which sources and sinks choose a format.
pub const FORMAT: Key = Key {
    name: "format",
    kind: KeyKind::Choice(NAMES),
    required: false,
    help: "what a line is; raw-lines by default",
};

const DELIMITER: Key = Key {
    name: "delimiter",
    kind: KeyKind::Text,
    required: false,
    help: "what stands between two cells (csv); \",\" by default",
};

/// The keys of every sink that writes lines.
pub const SINK_KEYS: [Key; 3] = [
    FORMAT,
    Key {
        name: "columns",
        kind: KeyKind::Texts,
        required: false,
        help: "members to write, in their order (csv); those of the first record by default",
    },
    DELIMITER,
];

/// Turns lines into records.
#[derive(Debug)]
pub enum Decoder {
    RawLines,
    JsonLines(json_lines::Decoder),
    Csv(Box<csv::Decoder>),
    DeadLetters,
}

/// A line that is no record: what is kept of it, and why.
#[derive(Debug)]
pub struct Refused {
    pub key: Vec<u8>,
    /// Milliseconds since the Unix epoch, 0 where the line has none.
    pub timestamp: i64,
    pub fault: Fault,
}

/// Turns records into lines.
#[derive(Debug)]
pub enum Encoder {
    RawLines,
    JsonLines,
    Csv(csv::encoder::Encoder),
    DeadLetters,
}

impl Decoder {
    /// The decoder that `settings` ask for.
    ///
    /// # Errors
    /// The first complaint of [`check`], as `source-failed`.
    pub fn new(settings: &Settings, clock: &Arc<dyn Clock>) -> Result<Self, Fault> {
        if let Some((key, message)) = check(settings).into_iter().next() {
            return Err(Fault::new(Code::SourceFailed, format!("`{key}`: {message}")));
        }
        Ok(match settings.text("format") {
            Some("json-lines") => Self::JsonLines(json_lines::Decoder::new(settings, clock)?),
            Some("csv") => Self::Csv(Box::new(csv::Decoder::new(settings, clock)?)),
            Some("dead-letters") => Self::DeadLetters,
            _ => Self::RawLines,
        })
    }

    /// Longest line worth holding in memory: a longer one cannot be a record within its cap.
    pub fn line_bytes_max(&self) -> usize {
        match self {
            Self::RawLines | Self::JsonLines(_) | Self::Csv(_) => RECORD_BYTES_MAX,
            Self::DeadLetters => dead_letters::LINE_BYTES_MAX,
        }
    }

    /// Another stream of lines begins.
    pub fn begin(&mut self) {
        if let Self::Csv(decoder) = self {
            decoder.begin();
        }
    }

    /// Whether a record is one JSON value, whatever lines that has.
    pub fn reads_json(&self) -> bool {
        matches!(self, Self::JsonLines(_))
    }

    /// Whether a stream's first record says what the others mean, and has not come yet.
    pub fn needs_header(&self) -> bool {
        matches!(self, Self::Csv(decoder) if decoder.needs_header())
    }

    /// How a record is told that may span lines; absent: each line is one.
    pub(crate) fn quotes(&self) -> Option<Quotes> {
        match self {
            Self::Csv(decoder) => Some(decoder.quotes()),
            _ => None,
        }
    }

    /// A line was too long to be decoded.
    pub fn miss(&mut self) {
        if let Self::Csv(decoder) = self {
            decoder.miss();
        }
    }

    /// Appends the record of `line`, which has no line ending, to `batch`; nothing if the format skips such lines.
    /// The record's timestamp is 0 where the format or its settings name none.
    ///
    /// # Errors
    /// [`Refused`] if the line is no record; `batch` is as it was.
    #[inline]
    pub fn decode(&mut self, line: &[u8], batch: &mut BatchBuilder) -> Result<(), Refused> {
        match self {
            Self::RawLines => {
                batch.push(Record { value: line, ..Record::default() });
                Ok(())
            }
            Self::JsonLines(decoder) => decoder.decode(line, batch),
            Self::Csv(decoder) => decoder.decode(line, batch),
            Self::DeadLetters => dead_letters::decode(line, batch),
        }
    }
}

impl Encoder {
    pub fn new(settings: &Settings) -> Self {
        match settings.text("format") {
            Some("json-lines") => Self::JsonLines,
            Some("csv") => Self::Csv(csv::encoder::Encoder::new(settings)),
            Some("dead-letters") => Self::DeadLetters,
            _ => Self::RawLines,
        }
    }

    /// Appends the line of `record` with its line ending.
    ///
    /// # Errors
    /// `record-malformed` if the format has no line for it; `lines` is as it was.
    #[inline]
    pub fn encode(&mut self, record: Record<'_>, lines: &mut Vec<u8>) -> Result<(), Fault> {
        match self {
            Self::RawLines => raw_lines::encode(record, lines),
            Self::JsonLines => json_lines::encode(record, lines),
            Self::Csv(encoder) => encoder.encode(record, lines),
            Self::DeadLetters => dead_letters::encode(record, lines),
        }
    }

    /// The line with which each stream of lines begins, empty where there is none. Known once a line was encoded.
    pub fn header(&self) -> &[u8] {
        match self {
            Self::Csv(encoder) => encoder.header(),
            Self::RawLines | Self::JsonLines | Self::DeadLetters => &[],
        }
    }

    /// How the end of a line is told that may itself have line breaks; absent: each line break is one.
    pub(crate) fn quotes(&self) -> Option<Quotes> {
        match self {
            Self::Csv(encoder) => Some(encoder.quotes()),
            Self::RawLines | Self::JsonLines | Self::DeadLetters => None,
        }
    }

    /// Goes on with a stream whose first line, without its ending, is `header`.
    ///
    /// # Errors
    /// Why that cannot be, after "its first line".
    pub(crate) fn go_on(&mut self, header: &[u8]) -> Result<(), String> {
        match self {
            Self::Csv(encoder) => encoder.go_on(header),
            Self::RawLines | Self::JsonLines | Self::DeadLetters => Ok(()),
        }
    }

    /// What its lines are to who is sent them.
    pub fn media_type(&self) -> &'static str {
        match self {
            Self::RawLines => "text/plain",
            Self::JsonLines | Self::DeadLetters => "application/x-ndjson",
            Self::Csv(_) => "text/csv",
        }
    }
}

impl Refused {
    /// For a record that is too long.
    pub(crate) fn too_large(bytes: usize, bytes_max: usize) -> Self {
        let message = format!("{bytes} bytes exceed the {bytes_max} byte cap of a record");
        Self { key: Vec::new(), timestamp: 0, fault: Fault::new(Code::RecordTooLarge, message) }
    }

    /// For a line of which nothing could be read.
    pub(crate) fn malformed(message: impl fmt::Display) -> Self {
        let fault = Fault::new(Code::RecordMalformed, message.to_string());
        Self { key: Vec::new(), timestamp: 0, fault }
    }
}

/// What is wrong with the settings that choose a source's format: key and message.
pub fn check(settings: &Settings) -> Vec<(&'static str, String)> {
    let mut complaints = Vec::new();
    let format = settings.text("format").unwrap_or("raw-lines");
    for key in ["timestamp", "key", "max_ahead"] {
        if settings.get(key).is_some() && !["json-lines", "csv"].contains(&format) {
            let message =
                format!("{format} has no members to look into; set format = \"json-lines\"");
            complaints.push((key, message));
        }
    }
    for key in ["delimiter", "numeric"] {
        if settings.get(key).is_some() && format != "csv" {
            complaints.push((key, format!("{format} has no columns; set format = \"csv\"")));
        }
    }
    complaints.extend(check_delimiter(settings));
    for key in ["timestamp", "key"] {
        for text in settings.texts(key) {
            if let Err(error) = pointer::parse(text) {
                complaints.push((key, error.to_string()));
            }
        }
    }
    if settings.get("max_ahead").is_some() && settings.texts("timestamp").is_empty() {
        complaints.push(("max_ahead", "limits `timestamp`, which is not set; set both".to_owned()));
    }
    complaints
}

fn check_delimiter(settings: &Settings) -> Option<(&'static str, String)> {
    let delimiter = settings.text("delimiter")?;
    let is_one = delimiter.len() == 1 && delimiter.is_ascii() && !"\"\r\n".contains(delimiter);
    let message = "must be one ASCII character that is neither a quote nor a line break";
    (!is_one).then(|| ("delimiter", message.to_owned()))
}

/// What is wrong with the settings that choose a sink's format: key and message.
pub fn check_sink(settings: &Settings) -> Vec<(&'static str, String)> {
    let mut complaints = Vec::new();
    let format = settings.text("format").unwrap_or("raw-lines");
    for key in ["columns", "delimiter"] {
        if settings.get(key).is_some() && format != "csv" {
            complaints.push((key, format!("{format} has no columns; set format = \"csv\"")));
        }
    }
    complaints.extend(check_delimiter(settings));
    if settings.get("columns").is_some()
        && let Err(message) = csv::encoder::check(settings.texts("columns"))
    {
        complaints.push(("columns", message));
    }
    complaints
}

/// As [`check_sink`], for a sink whose messages are one record each.
pub fn check_sink_messages(settings: &Settings) -> Vec<(&'static str, String)> {
    let mut complaints = check_sink(settings);
    if settings.text("format") == Some("csv") {
        let message = "csv needs a first line that names the columns, and a message has none; write json-lines";
        complaints.push(("format", message.to_owned()));
    }
    complaints
}

/// As [`check`], for a source whose messages are one record each.
pub fn check_messages(settings: &Settings) -> Vec<(&'static str, String)> {
    let mut complaints = check(settings);
    if settings.text("format") == Some("csv") {
        let message = "csv needs a first line that names the columns, and a message has none";
        complaints.push(("format", message.to_owned()));
    }
    complaints
}

/// Text for a message: the beginning of bytes that somebody else made, escaped.
pub(crate) fn excerpt(bytes: &[u8]) -> String {
    const SHOWN_BYTES: usize = 64;
    let shown = bytes[..bytes.len().min(SHOWN_BYTES)].escape_ascii();
    if bytes.len() > SHOWN_BYTES { format!("{shown}...") } else { shown.to_string() }
}
