//! Where a record of comma-separated values ends: at the first line break that stands in no quoted cell (RFC 4180). It
//! reads quotes as the decoder does, so that what is cut here is what is decoded there, and knows nothing of cells.

/// What may stand before the first cell of a stream, and is no part of it.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Looks for the end of one record after the other. The record may come piece by piece: each byte is looked at once.
#[derive(Clone, Debug)]
pub(crate) struct Quotes {
    delimiter: u8,
    state: State,
    /// Bytes of the record that were looked at.
    passed: usize,
    /// Whether the record is the first of its stream.
    is_first: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Not in a quoted cell; a quote in the middle of such a cell is text.
    Plain,
    /// In a quoted cell, whose quote stands at this place of the record.
    Quoted(usize),
    /// Behind a quote in a quoted cell: it closes the cell, or is the first of two that mean one.
    Closing(usize),
}

impl Quotes {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiter, state: State::Plain, passed: 0, is_first: true }
    }

    /// Another record begins, at `offset` of the stream.
    pub(crate) fn begin(&mut self, offset: u64) {
        (self.state, self.passed, self.is_first) = (State::Plain, 0, offset == 0);
    }

    /// Where the line break stands that ends the record. `record` is what has come of it so far, with what was given before
    /// in front.
    pub(crate) fn end(&mut self, record: &[u8]) -> Option<usize> {
        while self.passed < record.len() {
            let rest = &record[self.passed..];
            match self.state {
                State::Plain => {
                    let Some(found) = memchr::memchr2(b'"', b'\n', rest) else { break };
                    let at = self.passed + found;
                    self.passed = at + 1;
                    if record[at] == b'\n' {
                        return Some(at);
                    }
                    if self.begins_cell(record, at) {
                        self.state = State::Quoted(at);
                    }
                }
                State::Quoted(opened) => {
                    let Some(found) = memchr::memchr(b'"', rest) else { break };
                    self.passed += found + 1;
                    self.state = State::Closing(opened);
                }
                State::Closing(opened) if rest[0] == b'"' => {
                    self.passed += 1;
                    self.state = State::Quoted(opened);
                }
                State::Closing(_) => self.state = State::Plain,
            }
        }
        self.passed = record.len();
        None
    }

    /// Where in the record the quote stands that is not closed.
    pub(crate) fn unclosed(&self) -> Option<usize> {
        match self.state {
            State::Quoted(opened) => Some(opened),
            State::Plain | State::Closing(_) => None,
        }
    }

    /// Where in the record the quote stands that is closed by its last byte, unless another quote follows.
    pub(crate) fn closing(&self) -> Option<usize> {
        match self.state {
            State::Closing(opened) => Some(opened),
            State::Plain | State::Quoted(_) => None,
        }
    }

    fn begins_cell(&self, record: &[u8], at: usize) -> bool {
        let is_marked = self.is_first && record[..at] == *BYTE_ORDER_MARK;
        is_marked || at.checked_sub(1).is_none_or(|before| record[before] == self.delimiter)
    }
}
