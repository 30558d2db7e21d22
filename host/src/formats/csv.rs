//! Comma-separated values (RFC 4180). The first record of a stream names the columns; each further one is a JSON object with
//! a member for each column, in their order, so that everything that knows JSON lines knows these. Quoted cells may span
//! lines: `quotes` says where a record ends, `cells` cuts it, and `encoder` goes the other way.

use std::{collections::BTreeSet, sync::Arc};

use sandbar_dataflow::{BatchBuilder, Clock, Fault};

use super::{Refused, json_lines};
use crate::connectors::settings::Settings;
use cells::Cells;
use quotes::{BYTE_ORDER_MARK, Quotes};

mod cells;
pub(super) mod encoder;
mod object;
pub(super) mod quotes;
#[cfg(test)]
mod tests;

/// Most columns of a header: each is kept, and named in every record.
const COLUMNS_MAX: usize = 1_024;

/// Decodes one stream after the other; each begins with a header.
pub struct Decoder {
    cells: Cells,
    delimiter: u8,
    numeric: Vec<String>,
    header: Option<Result<Vec<Column>, String>>,
    json: json_lines::Decoder,
    /// Reused from record to record.
    object: Vec<u8>,
}

#[derive(Debug)]
struct Column {
    /// `"name":`, as it stands in each object.
    member: Vec<u8>,
    name: String,
    is_numeric: bool,
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Decoder").field("header", &self.header).finish_non_exhaustive()
    }
}

impl Decoder {
    pub(super) fn new(settings: &Settings, clock: &Arc<dyn Clock>) -> Result<Self, Fault> {
        let delimiter = delimiter(settings);
        Ok(Self {
            cells: Cells::new(delimiter),
            delimiter,
            numeric: settings.texts("numeric").to_vec(),
            header: None,
            json: json_lines::Decoder::new(settings, clock)?,
            object: Vec::new(),
        })
    }

    /// Another stream begins: its first record is a header.
    pub(super) fn begin(&mut self) {
        self.header = None;
    }

    pub(super) fn quotes(&self) -> Quotes {
        Quotes::new(self.delimiter)
    }

    pub(super) fn needs_header(&self) -> bool {
        self.header.is_none()
    }

    /// A record was too long to be kept.
    pub(super) fn miss(&mut self) {
        self.header.get_or_insert_with(|| Err("is longer than a record may be".to_owned()));
    }

    pub(super) fn decode(
        &mut self,
        record: &[u8],
        batch: &mut BatchBuilder,
    ) -> Result<(), Refused> {
        if self.is_blank(record) {
            return Ok(());
        }
        let record = match self.header {
            None => record.strip_prefix(BYTE_ORDER_MARK).unwrap_or(record),
            Some(_) => record,
        };
        let split = self.cells.split(record);
        match &self.header {
            None => {
                let columns = split.and_then(|()| self.columns());
                let refused = columns
                    .as_ref()
                    .err()
                    .map(|why| Refused::malformed(format!("the header {why}")));
                self.header = Some(columns);
                return refused.map_or(Ok(()), Err);
            }
            Some(Err(why)) => return Err(Refused::malformed(format!("the header {why}"))),
            Some(Ok(columns)) => {
                split.map_err(Refused::malformed)?;
                object(columns, &self.cells, &mut self.object).map_err(Refused::malformed)?;
            }
        }
        self.json.decode(&self.object, batch)
    }

    /// Whether there is nothing in `record`: a delimiter, even one that is a blank, stands between two cells.
    fn is_blank(&self, record: &[u8]) -> bool {
        record.iter().all(|byte| byte.is_ascii_whitespace() && *byte != self.delimiter)
    }

    fn columns(&self) -> Result<Vec<Column>, String> {
        let mut names = BTreeSet::new();
        let mut columns = Vec::with_capacity(self.cells.len());
        for cell in self.cells.iter() {
            let name = std::str::from_utf8(cell).map_err(|_| "is not UTF-8".to_owned())?;
            let name = name.trim();
            let number = columns.len() + 1;
            if name.is_empty() {
                return Err(format!("has no name for column {number}"));
            }
            if name.replace("\r\n", "").contains('\r') {
                return Err(format!(
                    "has a carriage return in the name of column {number}; end lines with a newline"
                ));
            }
            if !names.insert(name) {
                return Err(format!("names two columns `{}`", super::excerpt(name.as_bytes())));
            }
            let mut member = serde_json::to_vec(name).expect("text becomes JSON");
            member.push(b':');
            let is_numeric = self.numeric.iter().any(|numeric| numeric == name);
            columns.push(Column { member, name: name.to_owned(), is_numeric });
        }
        match self.numeric.iter().find(|name| !names.contains(name.as_str())) {
            Some(name) => Err(format!("has no column `{name}`, which `numeric` names")),
            None => Ok(columns),
        }
    }
}

fn delimiter(settings: &Settings) -> u8 {
    settings.text("delimiter").and_then(|text| text.bytes().next()).unwrap_or(b',')
}

/// The cells as a JSON object.
fn object(columns: &[Column], cells: &Cells, object: &mut Vec<u8>) -> Result<(), String> {
    if cells.len() != columns.len() {
        return Err(format!("has {} cells, but the header has {}", cells.len(), columns.len()));
    }
    object.clear();
    object.push(b'{');
    for (column, cell) in columns.iter().zip(cells.iter()) {
        if object.len() > 1 {
            object.push(b',');
        }
        object.extend_from_slice(&column.member);
        let cell = std::str::from_utf8(cell)
            .map_err(|_| format!("is not UTF-8 in column `{}`", column.name))?;
        match cell.trim() {
            "" if column.is_numeric => object.extend_from_slice(b"null"),
            number if column.is_numeric => {
                serde_json::from_str::<serde_json::Number>(number).map_err(|_| {
                    let found = super::excerpt(number.as_bytes());
                    format!("has `{found}` in column `{}`, which is no number", column.name)
                })?;
                object.extend_from_slice(number.as_bytes());
            }
            _ => serde_json::to_writer(&mut *object, cell).expect("memory takes every write"),
        }
    }
    object.push(b'}');
    Ok(())
}
