//! Cuts a stream of bytes into lines, or into records that may span them where quotes say so. Holds one chunk and at most
//! one unfinished line or record; a longer line than allowed is reported by its beginning and skipped with flat memory.
//! Whoever owns it does the reading.
//!
//! A quote that is not closed within the longest record, or before the stream ends, must not swallow what follows it. The
//! record ends with the line in which that quote stands, or before it where that line is not over yet, and the next line
//! begins a record. From there to where the search ended stand no quotes but pairs, none of which can leave a cell open at
//! the end of a line: so these lines are taken one by one, and no byte is searched again and again.

use serde::{Deserialize, Serialize};

use crate::formats::Quotes;

/// Bytes asked for at once: large enough to make the system call cheap, small enough to stay in the core's cache.
pub(super) const CHUNK_BYTES: usize = 256 << 10;

/// How much is kept of a line that is too long.
pub(super) const HEAD_BYTES: usize = 256;

/// Lines or records of one stream, or of one part of it.
#[derive(Debug)]
pub(super) struct Lines {
    /// Bytes `start..end` are read and not yet taken; up to `scanned` they have no newline.
    buffer: Vec<u8>,
    start: usize,
    scanned: usize,
    end: usize,
    /// Where in the stream `start` is.
    offset: u64,
    /// Number of the next line, counted from 1; `None` in the middle of a file.
    number: Option<u64>,
    line_bytes_max: usize,
    /// Says where a record ends; absent: each line is one.
    quotes: Option<Quotes>,
    /// Least room of a read.
    chunk_bytes: usize,
    /// Everything up to the next newline belongs to a line that is somebody else's or reported already.
    skipping: bool,
    ended: bool,
}

/// One line or record, without its ending.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) place: Place,
    pub(super) bytes: &'a [u8],
    /// `bytes` is only the beginning of a line that exceeds the limit.
    pub(super) too_long: bool,
}

/// Where a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) offset: u64,
    pub(super) number: Option<u64>,
}

/// Where a stream stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Spot {
    /// The next line that has not been staged begins here.
    pub(super) offset: u64,
    /// Its number, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<u64>,
    /// Whether `offset` lies inside of a line that was reported as too long.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) inside: bool,
}

impl Spot {
    pub(super) const BEGINNING: Self = Self { offset: 0, line: Some(1), inside: false };
}

/// Where a line ends in the buffer, and where the next one begins.
struct Cut {
    line_end: usize,
    next_start: usize,
}

impl Cut {
    fn at(line_break: usize) -> Self {
        Self { line_end: line_break, next_start: line_break + 1 }
    }
}

/// Whether bytes are all of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Yes,
    No,
}

impl Lines {
    /// Lines of a stream from its beginning, or with `quotes` its records.
    pub(super) fn new(line_bytes_max: usize, quotes: Option<Quotes>) -> Self {
        Self {
            buffer: Vec::new(),
            start: 0,
            scanned: 0,
            end: 0,
            offset: 0,
            number: Some(1),
            line_bytes_max,
            quotes,
            chunk_bytes: CHUNK_BYTES,
            skipping: false,
            ended: false,
        }
    }

    /// Lines or records of all of `bytes`: nothing needs to be read. If they are not the `whole` stream, what has no end
    /// in them is not taken.
    pub(super) fn of(
        bytes: Vec<u8>,
        whole: Whole,
        line_bytes_max: usize,
        quotes: Option<Quotes>,
    ) -> Self {
        let (end, ended) = (bytes.len(), whole == Whole::Yes);
        Self { buffer: bytes, end, ended, ..Self::new(line_bytes_max, quotes) }
    }

    /// Gives each read room for `chunk_bytes` only.
    pub(super) fn read_in(&mut self, chunk_bytes: usize) {
        self.chunk_bytes = chunk_bytes;
    }

    /// Starts again at `offset`, in a line that is to be skipped; the next one is line `number`, if that is known.
    pub(super) fn seek_into_line(&mut self, offset: u64, number: Option<u64>) {
        self.seek(offset, number);
        self.skipping = true;
    }

    /// Starts again at `offset`, where line `number` begins, if that is known.
    pub(super) fn seek(&mut self, offset: u64, number: Option<u64>) {
        (self.start, self.scanned, self.end) = (0, 0, 0);
        self.offset = offset;
        self.number = number;
        self.skipping = false;
        self.ended = false;
        self.quotes.iter_mut().for_each(|quotes| quotes.begin(offset));
    }

    /// Starts again at `spot`, as [`spot`](Self::spot) gave it.
    pub(super) fn turn_to(&mut self, spot: Spot) {
        match spot.inside {
            true => self.seek_into_line(spot.offset, spot.line),
            false => self.seek(spot.offset, spot.line),
        }
    }

    /// Where the stream stands.
    pub(super) fn spot(&self) -> Spot {
        Spot { offset: self.offset, line: self.number, inside: self.skipping }
    }

    /// Whether the line at [`offset`](Self::offset) is one that is skipped.
    pub(super) fn is_skipping(&self) -> bool {
        self.skipping
    }

    /// Number of the next line, if that is known.
    pub(super) fn number(&self) -> Option<u64> {
        self.number
    }

    /// Where the next line begins, or, while a line is skipped, how far that has come.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Where in the stream the next read goes on.
    pub(super) fn read_offset(&self) -> u64 {
        self.offset + (self.end - self.start) as u64
    }

    /// Room for a read; follow it with [`filled`](Self::filled).
    pub(super) fn room(&mut self) -> &mut [u8] {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.scanned -= self.start;
            self.end -= self.start;
            self.start = 0;
        }
        if self.buffer.len() < self.end + self.chunk_bytes {
            self.buffer.resize(self.end + self.chunk_bytes, 0);
        }
        &mut self.buffer[self.end..]
    }

    /// `bytes` were read into the room; none means that the stream has ended.
    pub(super) fn filled(&mut self, bytes: usize) {
        self.end += bytes;
        self.ended |= bytes == 0;
    }

    /// Whether the stream has ended and every line was taken.
    pub(super) fn is_done(&self) -> bool {
        self.ended && self.start == self.end
    }

    /// The next line or record; `None` asks for another read, or there is none.
    #[inline]
    pub(super) fn next(&mut self) -> Option<Line<'_>> {
        if self.skipping && !self.skip() {
            return None;
        }
        let (cut, inner_lines) = match &self.quotes {
            Some(_) => self.cut_record()?,
            None => (self.cut_line()?, 0),
        };
        let place = Place { offset: self.offset, number: self.number };
        self.offset += (cut.next_start - self.start) as u64;
        self.number = self.number.map(|number| number + 1 + inner_lines);
        let line = self.start..cut.line_end;
        (self.start, self.scanned) = (cut.next_start, cut.next_start);
        let bytes = &self.buffer[line];
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let too_long = bytes.len() > self.line_bytes_max;
        let bytes = if too_long { &bytes[..HEAD_BYTES.min(bytes.len())] } else { bytes };
        Some(Line { place, bytes, too_long })
    }

    #[inline]
    fn cut_line(&mut self) -> Option<Cut> {
        if let Some(at) = memchr::memchr(b'\n', &self.buffer[self.scanned..self.end]) {
            return Some(Cut::at(self.scanned + at));
        }
        self.scanned = self.end;
        // One byte more, because a carriage return does not count.
        let too_long = self.end - self.start > self.line_bytes_max + 1;
        if !too_long && (!self.ended || self.start == self.end) {
            return None;
        }
        self.skipping = too_long;
        Some(Cut { line_end: self.end, next_start: self.end })
    }

    /// Also how many line breaks are in the record. What it does depends on the record's longest beginning alone, not on how
    /// much more has been read.
    fn cut_record(&mut self) -> Option<(Cut, u64)> {
        let quotes = self.quotes.as_mut()?;
        // Two bytes more, for a line ending.
        let window = (self.end - self.start).min(self.line_bytes_max + 2);
        let is_full = window == self.line_bytes_max + 2;
        let record = &self.buffer[self.start..self.start + window];
        let found = quotes.end(record);
        if found.is_none() && !is_full && (!self.ended || record.is_empty()) {
            return None;
        }
        let unclosed = quotes.unclosed().or_else(|| quotes.closing().filter(|_| is_full));
        // Not the beginning of the stream: something is taken now.
        quotes.begin(1);
        let line_end = found.or_else(|| {
            let opened = unclosed?;
            let end = memchr::memchr(b'\n', &record[opened..]).map(|at| opened + at);
            end.or_else(|| memchr::memrchr(b'\n', &record[..opened]).filter(|_| is_full))
        });
        let inner_lines = |end: usize| memchr::memchr_iter(b'\n', &record[..end]).count() as u64;
        let Some(line_end) = line_end else {
            self.skipping = is_full;
            let end = self.start + window;
            return Some((Cut { line_end: end, next_start: end }, inner_lines(window)));
        };
        Some((Cut::at(self.start + line_end), inner_lines(line_end)))
    }

    /// Drops bytes up to the end of the line that is skipped; whether that has been found.
    fn skip(&mut self) -> bool {
        let found = memchr::memchr(b'\n', &self.buffer[self.start..self.end]);
        let next_start = found.map_or(self.end, |at| self.start + at + 1);
        self.offset += (next_start - self.start) as u64;
        (self.start, self.scanned) = (next_start, next_start);
        self.skipping = found.is_none();
        !self.skipping
    }
}

#[cfg(test)]
mod tests;
