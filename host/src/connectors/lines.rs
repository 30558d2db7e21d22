//! Cuts a stream of bytes into lines. Holds one chunk and at most one unfinished line; a longer line than allowed is
//! reported by its beginning and skipped with flat memory. Whoever owns it does the reading.

/// Bytes asked for at once: large enough to make the system call cheap, small enough to stay in the core's cache.
pub(super) const CHUNK_BYTES: usize = 256 << 10;

/// How much is kept of a line that is too long.
pub(super) const HEAD_BYTES: usize = 256;

/// Lines of one stream, or of one part of it.
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
    /// Least room of a read.
    chunk_bytes: usize,
    /// Everything up to the next newline belongs to a line that is somebody else's or reported already.
    skipping: bool,
    ended: bool,
}

/// One line, without its ending.
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

impl Lines {
    /// Lines of a stream from its beginning.
    pub(super) fn new(line_bytes_max: usize) -> Self {
        Self {
            buffer: Vec::new(),
            start: 0,
            scanned: 0,
            end: 0,
            offset: 0,
            number: Some(1),
            line_bytes_max,
            chunk_bytes: CHUNK_BYTES,
            skipping: false,
            ended: false,
        }
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

    /// The next line; `None` asks for another read, or there is none.
    #[inline]
    pub(super) fn next(&mut self) -> Option<Line<'_>> {
        if self.skipping && !self.skip() {
            return None;
        }
        let found = memchr::memchr(b'\n', &self.buffer[self.scanned..self.end]);
        let (line_end, next_start) = match found {
            Some(at) => (self.scanned + at, self.scanned + at + 1),
            None => {
                self.scanned = self.end;
                // One byte more, because a carriage return does not count.
                let too_long = self.end - self.start > self.line_bytes_max + 1;
                if !too_long && (!self.ended || self.start == self.end) {
                    return None;
                }
                self.skipping = too_long;
                (self.end, self.end)
            }
        };
        let place = Place { offset: self.offset, number: self.number };
        let line = self.start..line_end;
        self.offset += (next_start - self.start) as u64;
        self.number = self.number.map(|number| number + 1);
        (self.start, self.scanned) = (next_start, next_start);
        let bytes = &self.buffer[line];
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let too_long = bytes.len() > self.line_bytes_max;
        let bytes = if too_long { &bytes[..HEAD_BYTES] } else { bytes };
        Some(Line { place, bytes, too_long })
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
mod tests {
    use super::*;

    /// Lines of `input` when it arrives `step` bytes at a time.
    fn lines(input: &[u8], step: usize, line_bytes_max: usize) -> Vec<(Vec<u8>, u64, bool)> {
        let mut lines = Lines::new(line_bytes_max);
        let mut rest = input;
        let mut found = Vec::new();
        while !lines.is_done() {
            let room = lines.room();
            let taken = rest.len().min(step).min(room.len());
            room[..taken].copy_from_slice(&rest[..taken]);
            rest = &rest[taken..];
            lines.filled(taken);
            while let Some(line) = lines.next() {
                found.push((line.bytes.to_vec(), line.place.offset, line.too_long));
            }
        }
        found
    }

    #[test]
    fn lines_are_the_same_however_the_bytes_arrive() {
        let input = b"one\r\n\ntwo\n\rthree\nlast";
        let expected: Vec<_> = [("one", 0), ("", 5), ("two", 6), ("\rthree", 10), ("last", 17)]
            .map(|(line, offset)| (line.as_bytes().to_vec(), offset, false))
            .to_vec();
        for step in 1..=input.len() {
            assert_eq!(lines(input, step, 100), expected, "step {step}");
        }
        assert_eq!(lines(b"", 1, 100), []);
        assert_eq!(lines(b"\n", 1, 100), [(Vec::new(), 0, false)]);
    }

    #[test]
    fn a_line_over_the_limit_is_reported_once_and_the_next_one_is_whole() {
        let max = 1_000;
        for (length, ending) in
            [(max, "\n"), (max, "\r\n"), (max + 1, "\n"), (max + 1, "\r\n"), (9_999, "\n")]
        {
            let input = ["x".repeat(length), ending.to_owned(), "next".to_owned()].concat();
            for step in [1, 7, 1_001, 20_000] {
                let found = lines(input.as_bytes(), step, max);
                let context = format!("{length} bytes, {ending:?}, step {step}");
                let too_long = length > max;
                let kept = if too_long { HEAD_BYTES } else { length };
                assert_eq!(found.len(), 2, "{context}");
                assert_eq!(found[0], (vec![b'x'; kept], 0, too_long), "{context}");
                let offset = (length + ending.len()) as u64;
                assert_eq!(found[1], (b"next".to_vec(), offset, false), "{context}");
            }
        }
    }

    #[test]
    fn an_endless_line_takes_no_more_memory_than_its_limit() {
        let mut lines = Lines::new(1 << 20);
        let mut reported = 0;
        for _ in 0..400 {
            lines.room().fill(b'x');
            lines.filled(CHUNK_BYTES);
            while lines.next().is_some() {
                reported += 1;
            }
        }
        assert_eq!(reported, 1);
        assert!(lines.buffer.len() <= (1 << 20) + 2 * CHUNK_BYTES, "{}", lines.buffer.len());
    }
}
