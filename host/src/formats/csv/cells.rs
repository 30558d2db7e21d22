//! Cuts one record into its cells.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use sandbar_dataflow::RECORD_BYTES_MAX;

use super::{COLUMNS_MAX, quotes::Quotes};

/// The cells of the record that was split last.
pub(super) struct Cells {
    delimiter: u8,
    reader: Reader,
    /// Reused from record to record.
    bytes: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    pub(super) fn new(delimiter: u8) -> Self {
        // By itself it would also end a record at a carriage return.
        let terminator = Terminator::Any(b'\n');
        let reader = ReaderBuilder::new().delimiter(delimiter).terminator(terminator).build();
        Self { delimiter, reader, bytes: Vec::new(), ends: Vec::new(), count: 0 }
    }

    /// Cuts `record`, which has no line ending.
    ///
    /// # Errors
    /// Why it has no cells, after "the record".
    pub(super) fn split(&mut self, record: &[u8]) -> Result<(), String> {
        self.bytes.resize(record.len() + 1, 0);
        self.ends.resize(COLUMNS_MAX + 1, 0);
        self.reader.reset();
        // A line break before a record is nothing, but what follows it does not begin a stream: at whose beginning the
        // reader would drop a byte order mark.
        let _ = self.reader.read_record(b"\n", &mut self.bytes, &mut self.ends);
        let (mut written, mut cells) = (0, 0);
        for input in [record, b"\n"] {
            let (bytes_left, ends_left) = (&mut self.bytes[written..], &mut self.ends[cells..]);
            let (result, _, wrote, ended) = self.reader.read_record(input, bytes_left, ends_left);
            (written, cells) = (written + wrote, cells + ended);
            match result {
                ReadRecordResult::Record if cells <= COLUMNS_MAX => {
                    self.count = cells;
                    return Ok(());
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::OutputEndsFull => {
                    return Err(format!("has more than the {COLUMNS_MAX} cells of a record"));
                }
                ReadRecordResult::OutputFull | ReadRecordResult::End => {
                    return Err("is no record of cells".to_owned());
                }
            }
        }
        Err(self.unclosed(record))
    }

    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let ends = &self.ends[..self.count];
        let begins = std::iter::once(0).chain(ends.iter().copied());
        begins.zip(ends).map(|(begin, &end)| &self.bytes[begin..end])
    }

    #[cold]
    fn unclosed(&self, record: &[u8]) -> String {
        let mut quotes = Quotes::new(self.delimiter);
        quotes.begin(1);
        quotes.end(record);
        let Some(opened) = quotes.unclosed() else {
            return "has a quoted cell that does not end".to_owned();
        };
        let line = memchr::memchr_iter(b'\n', &record[..opened]).count() + 1;
        let within = if line > 1 { format!(" in its line {line}") } else { String::new() };
        format!(
            "opens a quote{within} that is closed neither within the {RECORD_BYTES_MAX} bytes of a record nor before the input ends"
        )
    }
}
