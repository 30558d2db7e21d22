//! Writes JSON objects as comma-separated values: one record for each, under columns that are set or that the first object
//! has. Where the header that names them belongs, its owner says: a stream of records knows no beginning.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use sandbar_dataflow::{Code, Fault, RECORD_BYTES_MAX, Record};

use super::{COLUMNS_MAX, cells::Cells, object::Object, quotes::Quotes};
use crate::{connectors::settings::Settings, formats::excerpt};

/// Encodes the records of one task of a sink.
#[derive(Debug)]
pub struct Encoder {
    delimiter: u8,
    columns: Option<Columns>,
}

#[derive(Debug)]
struct Columns {
    names: Vec<String>,
    /// Where the column of a name stands.
    places: BTreeMap<String, usize>,
    /// Their names as a line.
    header: Vec<u8>,
    /// Whether somebody set them, so that nobody misses what they leave out.
    are_set: bool,
}

/// What is wrong with `columns`, if anything.
pub(in crate::formats) fn check(columns: &[String]) -> Result<(), String> {
    let mut names = BTreeSet::new();
    if columns.is_empty() {
        return Err(
            "must name at least one column; leave it out to have those of the first record"
                .to_owned(),
        );
    }
    if columns.len() > COLUMNS_MAX {
        return Err(format!("names {} columns, more than {COLUMNS_MAX}", columns.len()));
    }
    for name in columns {
        if name.trim().is_empty() {
            return Err("has a column without a name".to_owned());
        }
        if !names.insert(name.trim()) {
            return Err(format!("names `{}` twice", excerpt(name.as_bytes())));
        }
    }
    Ok(())
}

impl Encoder {
    pub(in crate::formats) fn new(settings: &Settings) -> Self {
        let delimiter = super::delimiter(settings);
        let set = settings.texts("columns");
        let columns = (!set.is_empty()).then(|| Columns::new(set.to_vec(), true, delimiter));
        Self { delimiter, columns }
    }

    /// The line that names the columns, with its ending; empty until they are known.
    pub(in crate::formats) fn header(&self) -> &[u8] {
        self.columns.as_ref().map_or(&[], |columns| &columns.header)
    }

    pub(in crate::formats) fn quotes(&self) -> Quotes {
        Quotes::new(self.delimiter)
    }

    /// Goes on under a header that was written before; it has no line ending.
    ///
    /// # Errors
    /// Why it cannot, after "its first line".
    pub(in crate::formats) fn go_on(&mut self, header: &[u8]) -> Result<(), String> {
        let mut cells = Cells::new(self.delimiter);
        cells.split(header)?;
        let names = cells.iter().map(|name| String::from_utf8_lossy(name).into_owned());
        let found = Columns::new(names.collect(), false, self.delimiter);
        match &self.columns {
            Some(columns) if columns.are_set && columns.names != found.names => Err(format!(
                "is `{}`, but the columns are `{}`",
                excerpt(found.header.trim_ascii_end()),
                excerpt(columns.header.trim_ascii_end())
            )),
            Some(columns) if columns.are_set => Ok(()),
            _ => {
                self.columns = Some(found);
                Ok(())
            }
        }
    }

    /// Appends the line of the object that is `record`'s value, with its ending.
    ///
    /// # Errors
    /// `record-malformed` if the value is no object, or has members for which there is no column; `record-too-large` if no
    /// source could read the line; `lines` is as it was.
    pub(in crate::formats) fn encode(
        &mut self,
        record: Record<'_>,
        lines: &mut Vec<u8>,
    ) -> Result<(), Fault> {
        let begin = lines.len();
        let encoded = self.append(record.value, lines);
        let bytes = lines.len().saturating_sub(begin + 1);
        let fault = match encoded {
            Err(why) => Fault::new(Code::RecordMalformed, why),
            Ok(_) if bytes > RECORD_BYTES_MAX => {
                let message = format!(
                    "{bytes} bytes as a line of csv exceed the {RECORD_BYTES_MAX} byte cap of a line"
                );
                Fault::new(Code::RecordTooLarge, message)
            }
            Ok(learned) => {
                self.columns = learned.or(self.columns.take());
                return Ok(());
            }
        };
        lines.truncate(begin);
        Err(fault)
    }

    /// The columns, if `value` is the first to have some.
    fn append(&self, value: &[u8], lines: &mut Vec<u8>) -> Result<Option<Columns>, String> {
        let no_object = |error: &dyn std::fmt::Display| {
            format!(
                "value `{}` is no JSON object, and csv writes nothing else: {error}",
                excerpt(value)
            )
        };
        let text = std::str::from_utf8(value).map_err(|error| no_object(&error))?;
        let object: Object<'_> = serde_json::from_str(text).map_err(|error| no_object(&error))?;
        match &self.columns {
            Some(columns) => columns.append(&object, self.delimiter, lines).map(|()| None),
            None => {
                let columns = Columns::of(&object, self.delimiter)?;
                columns.append(&object, self.delimiter, lines)?;
                Ok(Some(columns))
            }
        }
    }
}

impl Columns {
    fn new(names: Vec<String>, are_set: bool, delimiter: u8) -> Self {
        let mut header = Vec::new();
        let cells = names.iter().map(|name| Cow::Borrowed(name.as_bytes()));
        append_cells(cells, names.len() == 1, delimiter, &mut header);
        let places = names.iter().cloned().zip(0..).collect();
        Self { names, places, header, are_set }
    }

    /// Those that the first object has, in its order.
    fn of(object: &Object<'_>, delimiter: u8) -> Result<Self, String> {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in &object.0 {
            if name.trim().is_empty() {
                return Err("a member without a name can be no column".to_owned());
            }
            if names.iter().any(|known| known == name) {
                continue;
            }
            if names.len() == COLUMNS_MAX {
                let why =
                    format!("more than {COLUMNS_MAX} members; name those to write in `columns`");
                return Err(why);
            }
            names.push(name.clone().into_owned());
        }
        if names.is_empty() {
            let why = "the first object has no members to name the columns; set `columns`";
            return Err(why.to_owned());
        }
        let columns = Self::new(names, false, delimiter);
        match columns.header.len() > RECORD_BYTES_MAX {
            true => Err(format!(
                "names of {} bytes are no header that a source could read; set `columns`",
                columns.header.len()
            )),
            false => Ok(columns),
        }
    }

    fn append(
        &self,
        object: &Object<'_>,
        delimiter: u8,
        lines: &mut Vec<u8>,
    ) -> Result<(), String> {
        let values = self.placed(object)?;
        let mut cells = Vec::with_capacity(values.len());
        for (name, value) in self.names.iter().zip(values) {
            cells.push(cell(value).map_err(|error| {
                format!("the text of `{}` cannot be written: {error}", excerpt(name.as_bytes()))
            })?);
        }
        append_cells(cells.into_iter(), self.names.len() == 1, delimiter, lines);
        Ok(())
    }

    /// The value of each column, as the object has it.
    fn placed<'o>(&self, object: &Object<'o>) -> Result<Vec<&'o str>, String> {
        let mut values = vec![""; self.names.len()];
        let mut next = 0;
        for (name, value) in &object.0 {
            // Most objects have the order of their columns.
            let is_next = self.names.get(next).is_some_and(|expected| expected == name);
            let place = if is_next { Some(next) } else { self.places.get(&**name).copied() };
            match place {
                Some(place) => {
                    values[place] = value.get();
                    next = place + 1;
                }
                None if self.are_set => {}
                None => {
                    return Err(format!(
                        "no column is called `{}`: the first record had none of that name; set `columns` to those to write",
                        excerpt(name.as_bytes())
                    ));
                }
            }
        }
        Ok(values)
    }
}

/// What a value is as a cell: nothing for null, the text itself, else its JSON on one line.
fn cell(raw: &str) -> Result<Cow<'_, [u8]>, serde_json::Error> {
    match raw.as_bytes() {
        [] | b"null" => Ok(Cow::Borrowed(&[])),
        [b'"', text @ .., b'"'] if !text.contains(&b'\\') => Ok(Cow::Borrowed(text)),
        [b'"', ..] => serde_json::from_str(raw).map(|text: String| Cow::Owned(text.into_bytes())),
        [b'{' | b'[', ..] => Ok(Cow::Owned(compact(raw.as_bytes()))),
        number_or_boolean => Ok(Cow::Borrowed(number_or_boolean)),
    }
}

/// JSON without the blanks between its tokens; numbers and the order of members stay as they are.
fn compact(json: &[u8]) -> Vec<u8> {
    let (mut in_text, mut is_escaped) = (false, false);
    let mut kept = Vec::with_capacity(json.len());
    for &byte in json {
        if in_text || !byte.is_ascii_whitespace() {
            kept.push(byte);
        }
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => in_text = !in_text,
            _ => {}
        }
    }
    kept
}

fn append_cells<'c>(
    cells: impl Iterator<Item = Cow<'c, [u8]>>,
    is_single: bool,
    delimiter: u8,
    line: &mut Vec<u8>,
) {
    for (number, cell) in cells.enumerate() {
        if number > 0 {
            line.push(delimiter);
        }
        // A line of a single empty cell would be a blank one.
        if (is_single && cell.is_empty()) || needs_quotes(&cell, delimiter) {
            line.push(b'"');
            append_quoted(&cell, line);
            line.push(b'"');
        } else {
            line.extend_from_slice(&cell);
        }
    }
    line.push(b'\n');
}

/// Whether a reader would take `cell` for something else, or drop part of it: many drop blanks, and all a byte order mark.
fn needs_quotes(cell: &[u8], delimiter: u8) -> bool {
    let is_blank = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
    is_blank(cell.first())
        || is_blank(cell.last())
        || memchr::memchr3(b'"', b'\n', b'\r', cell).is_some()
        || memchr::memchr(delimiter, cell).is_some()
        || cell.starts_with("\u{feff}".as_bytes())
}

fn append_quoted(text: &[u8], line: &mut Vec<u8>) {
    let begin = line.len();
    line.resize(begin + 2 * text.len(), 0);
    let (_, _, written) = csv_core::quote(text, &mut line[begin..], b'"', b'"', true);
    line.truncate(begin + written);
}
