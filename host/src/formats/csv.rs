//! Comma-separated values. The first line of a stream names the columns; each further one becomes a JSON object with a
//! member for each column, in their order, so that everything that knows JSON lines knows these. One line is one record: a
//! quoted cell cannot go on in the next line, so a quote that is never closed spoils no more than its own.

use std::{collections::BTreeSet, sync::Arc};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use sandbar_dataflow::{BatchBuilder, Clock, Fault};

use super::{Refused, json_lines};
use crate::connectors::settings::Settings;

/// Most columns of a header: each is kept, and named in every record.
const COLUMNS_MAX: usize = 1_024;

/// Decodes one stream after the other; each begins with a header.
pub struct Decoder {
    reader: Reader,
    numeric: Vec<String>,
    header: Option<Result<Vec<Column>, String>>,
    json: json_lines::Decoder,
    /// Reused from line to line.
    cells: Vec<u8>,
    ends: Vec<usize>,
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
        let delimiter = settings.text("delimiter").and_then(|text| text.bytes().next());
        Ok(Self {
            reader: ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).build(),
            numeric: settings.texts("numeric").to_vec(),
            header: None,
            json: json_lines::Decoder::new(settings, clock)?,
            cells: Vec::new(),
            ends: Vec::new(),
            object: Vec::new(),
        })
    }

    /// Another stream begins: its first line is a header.
    pub(super) fn begin(&mut self) {
        self.header = None;
    }

    pub(super) fn decode(&mut self, line: &[u8], batch: &mut BatchBuilder) -> Result<(), Refused> {
        if line.trim_ascii().is_empty() {
            return Ok(());
        }
        let line = match self.header {
            None => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line),
            Some(_) => line,
        };
        let split = self.split(line);
        match &self.header {
            None => {
                let columns = split.and_then(|cells| self.columns(cells));
                let refused = columns
                    .as_ref()
                    .err()
                    .map(|why| Refused::malformed(format!("the header {why}")));
                self.header = Some(columns);
                return refused.map_or(Ok(()), Err);
            }
            Some(Err(why)) => return Err(Refused::malformed(format!("the header {why}"))),
            Some(Ok(columns)) => {
                let cells = split.map_err(Refused::malformed)?;
                object(columns, &self.cells, &self.ends[..cells], &mut self.object)
                    .map_err(Refused::malformed)?;
            }
        }
        self.json.decode(&self.object, batch)
    }

    /// Cuts `line` into cells; how many there are.
    fn split(&mut self, line: &[u8]) -> Result<usize, String> {
        self.cells.resize(line.len() + 1, 0);
        self.ends.resize(COLUMNS_MAX + 1, 0);
        self.reader.reset();
        let (mut written, mut cells) = (0, 0);
        for input in [line, b"\n"] {
            let (cells_left, ends_left) = (&mut self.cells[written..], &mut self.ends[cells..]);
            let (result, _, wrote, ended) = self.reader.read_record(input, cells_left, ends_left);
            (written, cells) = (written + wrote, cells + ended);
            match result {
                ReadRecordResult::Record if cells <= COLUMNS_MAX => return Ok(cells),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::OutputEndsFull => {
                    return Err(format!("has more than the {COLUMNS_MAX} cells of a line"));
                }
                ReadRecordResult::OutputFull | ReadRecordResult::End => {
                    return Err("is no line of cells".to_owned());
                }
            }
        }
        Err("has a quoted cell that does not end in its line".to_owned())
    }

    fn columns(&self, cells: usize) -> Result<Vec<Column>, String> {
        let mut names = BTreeSet::new();
        let mut columns = Vec::with_capacity(cells);
        for cell in ranges(&self.ends[..cells]) {
            let name =
                std::str::from_utf8(&self.cells[cell]).map_err(|_| "is not UTF-8".to_owned())?;
            let name = name.trim();
            if name.is_empty() {
                return Err(format!("has no name for column {}", columns.len() + 1));
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

/// The cells as a JSON object.
fn object(
    columns: &[Column],
    cells: &[u8],
    ends: &[usize],
    object: &mut Vec<u8>,
) -> Result<(), String> {
    if ends.len() != columns.len() {
        return Err(format!("has {} cells, but the header has {}", ends.len(), columns.len()));
    }
    object.clear();
    object.push(b'{');
    for (column, cell) in columns.iter().zip(ranges(ends)) {
        if object.len() > 1 {
            object.push(b',');
        }
        object.extend_from_slice(&column.member);
        let cell = std::str::from_utf8(&cells[cell])
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

fn ranges(ends: &[usize]) -> impl Iterator<Item = std::ops::Range<usize>> {
    let begins = std::iter::once(0).chain(ends.iter().copied());
    begins.zip(ends.iter().copied()).map(|(begin, end)| begin..end)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::connectors::settings::Value;

    struct NoClock;

    impl Clock for NoClock {
        fn now_ms(&self) -> i64 {
            0
        }

        fn thread_cpu(&self) -> Duration {
            Duration::ZERO
        }
    }

    fn decoder(settings: &[(&str, &str)]) -> Decoder {
        let texts = |text: &str| Value::Texts(vec![text.to_owned()]);
        let settings = settings.iter().map(|&(name, text)| match name {
            "delimiter" => (name, Value::Text(text.to_owned())),
            _ => (name, texts(text)),
        });
        let clock: Arc<dyn Clock> = Arc::new(NoClock);
        Decoder::new(&settings.collect(), &clock).unwrap()
    }

    /// Each line's record, or why it is none.
    fn decode(decoder: &mut Decoder, lines: &[&[u8]]) -> Vec<String> {
        let mut found = Vec::new();
        for line in lines {
            let mut batch = BatchBuilder::default();
            if let Err(refused) = decoder.decode(line, &mut batch) {
                found.push(refused.fault.message);
            }
            let batch = batch.finish();
            found.extend(batch.iter().map(|record| {
                let key = String::from_utf8_lossy(record.key);
                format!("{key}@{} {}", record.timestamp, String::from_utf8_lossy(record.value))
            }));
        }
        found
    }

    #[test]
    fn lines_become_objects_named_by_the_header() {
        let mut decoder = decoder(&[("numeric", "at"), ("timestamp", "/at"), ("key", "/who")]);
        let lines: &[&[u8]] =
            &[b"\xef\xbb\xbfwho, at ,said", b"a,7,\"x, \"\"y\"\"\"", b"", b"007,-3,\xc3\xa4"];
        let found = decode(&mut decoder, lines);
        assert_eq!(
            found,
            [
                r#"a@7 {"who":"a","at":7,"said":"x, \"y\""}"#,
                "007@-3 {\"who\":\"007\",\"at\":-3,\"said\":\"\u{e4}\"}",
            ]
        );
        decoder.begin();
        assert_eq!(decode(&mut decoder, &[b"at", b"1"]), [r#"@1 {"at":1}"#]);
    }

    #[test]
    fn what_is_no_row_is_refused_and_the_next_one_is_not() {
        let mut decoder = decoder(&[("numeric", "n"), ("delimiter", ";")]);
        let lines: &[&[u8]] =
            &[b"a;n", b"1", b"1;2;3", b"\"open;1", b"x;0x1", b"\xff;1", b"x;", b"x;1e3"];
        assert_eq!(
            decode(&mut decoder, lines),
            [
                "has 1 cells, but the header has 2",
                "has 3 cells, but the header has 2",
                "has a quoted cell that does not end in its line",
                "has `0x1` in column `n`, which is no number",
                "is not UTF-8 in column `a`",
                r#"@0 {"a":"x","n":null}"#,
                r#"@0 {"a":"x","n":1e3}"#,
            ]
        );
    }

    #[test]
    fn without_a_good_header_no_line_is_a_record() {
        let many = vec!["x"; COLUMNS_MAX + 1].join(",");
        for (header, why) in [
            (&b"a,a"[..], "names two columns `a`"),
            (b"a,,b", "has no name for column 2"),
            (b"\xff", "is not UTF-8"),
            (b"\"a", "has a quoted cell that does not end in its line"),
            (b"b", "has no column `n`, which `numeric` names"),
            (many.as_bytes(), "has more than the 1024 cells of a line"),
        ] {
            let numeric: &[_] = if header == b"b" { &[("numeric", "n")] } else { &[] };
            let found = decode(&mut decoder(numeric), &[header, b"1"]);
            assert_eq!(found, [format!("the header {why}"), format!("the header {why}")]);
        }
    }
}
