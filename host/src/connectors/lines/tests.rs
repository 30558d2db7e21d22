//! Lines and records, however their bytes arrive and wherever reading goes on.

use super::*;
use crate::{connectors::settings::Value, formats};

/// A line or record.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    bytes: Vec<u8>,
    place: Place,
    too_long: bool,
}

/// What is left of `input`, of which `step` bytes arrive at a time.
fn each(lines: &mut Lines, input: &[u8], step: usize) -> Vec<Found> {
    each_and_behind(lines, input, step).0
}

/// Also where the stream stood behind each.
fn each_and_behind(lines: &mut Lines, input: &[u8], step: usize) -> (Vec<Found>, Vec<Spot>) {
    let max = lines.line_bytes_max;
    let mut rest = &input[usize::try_from(lines.offset()).unwrap()..];
    let (mut found, mut behind) = (Vec::new(), Vec::new());
    loop {
        while let Some(Line { place, bytes, too_long }) = lines.next() {
            // Where the limit is as low as in these tests, more may have come of a line that is too long.
            let kept = if too_long { bytes.len().min(max) } else { bytes.len() };
            found.push(Found { bytes: bytes[..kept].to_vec(), place, too_long });
            behind.push(lines.spot());
        }
        if lines.is_done() {
            return (found, behind);
        }
        let room = lines.room();
        let taken = rest.len().min(step).min(room.len());
        room[..taken].copy_from_slice(&rest[..taken]);
        rest = &rest[taken..];
        lines.filled(taken);
    }
}

fn lines(input: &[u8], step: usize, line_bytes_max: usize) -> Vec<(Vec<u8>, u64, bool)> {
    let found = each(&mut Lines::new(line_bytes_max, None), input, step);
    found.into_iter().map(|line| (line.bytes, line.place.offset, line.too_long)).collect()
}

fn records(record_bytes_max: usize) -> Lines {
    let settings = [("format", Value::Text("csv".to_owned()))].into_iter().collect();
    Lines::new(record_bytes_max, formats::Encoder::new(&settings).quotes())
}

/// Each record of `input` with the number of its first line, however its bytes arrive.
#[track_caller]
fn check(input: &str, record_bytes_max: usize, expected: &[(&str, u64)]) {
    for step in 1..=input.len() {
        let found = each(&mut records(record_bytes_max), input.as_bytes(), step);
        let found: Vec<_> = found
            .iter()
            .map(|record| {
                assert_eq!(
                    record.bytes,
                    input.as_bytes()[record.place.offset as usize..][..record.bytes.len()]
                );
                (std::str::from_utf8(&record.bytes).unwrap(), record.place.number.unwrap())
            })
            .collect();
        assert_eq!(found, expected, "step {step}");
    }
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
            let records = each(&mut records(max), input.as_bytes(), step);
            let of_records = records
                .iter()
                .map(|record| (record.bytes.clone(), record.place.offset, record.too_long));
            assert!(of_records.eq(found), "records: {context}");
        }
    }
}

#[test]
fn an_endless_line_takes_no_more_memory_than_its_limit() {
    for mut lines in [Lines::new(1 << 20, None), records(1 << 20)] {
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

#[test]
fn a_record_goes_on_in_the_next_line_while_a_quote_is_open() {
    check(
        "a,\"b\r\nc\n\"\"\n\",d\r\n\ne\n\"\n\"",
        100,
        &[("a,\"b\r\nc\n\"\"\n\",d", 1), ("", 5), ("e", 6), ("\"\n\"", 7)],
    );
    // A quote in the middle of a cell opens nothing, and the mark of a file's encoding is no part of one.
    check("5\" pipe\nx\n", 100, &[("5\" pipe", 1), ("x", 2)]);
    check("\u{feff}\"a\nb\"\n\u{feff}\"a\n", 100, &[("\u{feff}\"a\nb\"", 1), ("\u{feff}\"a", 3)]);
}

#[test]
fn a_quote_that_is_never_closed_spoils_no_more_than_its_record() {
    let expected = [("a", 1), ("\"b", 2), ("c,d", 3), ("\"\"e\"\"", 4), ("g", 5)];
    check("a\n\"b\nc,d\n\"\"e\"\"\ng", 100, &expected);
    check("a\n\"b\nc,d\n\"\"e\"\"\ng\n", 100, &expected);
    // The line in which that quote stands is the last of its record.
    check("\"a\n\",\"b\nc\nd", 100, &[("\"a\n\",\"b", 1), ("c", 3), ("d", 4)]);
    check("\"a", 100, &[("\"a", 1)]);
    // That line is longer than what is left of the longest record: it is looked at by itself.
    check(
        "\"a\n\",\"bcdefghi\nj",
        9,
        &[("\"a", 1), ("\",\"bcdefghi".get(..9).unwrap(), 2), ("j", 3)],
    );
    // A quote right at the longest record's end would close too late.
    check("\"l\nabcd\"x\ny", 6, &[("\"l", 1), ("abcd\"x", 2), ("y", 3)]);
    // Behind the longest record quotes are looked at again: `lll"` is too far away to close the first.
    let lines = ["\"l", "ll", "lll\"", "\"m", "n\"", "o"];
    check(&lines.join("\n"), 6, &[("\"l", 1), ("ll", 2), ("lll\"", 3), ("\"m\nn\"", 4), ("o", 6)]);
    check(&lines.join("\n"), 12, &[("\"l\nll\nlll\"", 1), ("\"m\nn\"", 4), ("o", 6)]);
}

/// A generator of small numbers (xorshift), the same for each seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).unwrap() % limit
    }
}

#[test]
fn records_are_the_same_however_bytes_arrive_and_wherever_reading_goes_on() {
    for seed in 1..=3_000 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let alphabet = b"\"\"\",\n\n\naa\r";
        let input: Vec<u8> =
            (0..dice.below(80)).map(|_| alphabet[dice.below(alphabet.len())]).collect();
        let max = 1 + dice.below(20);
        let context = format!("seed {seed}, at most {max}: {}", input.escape_ascii());
        let (expected, behind) = each_and_behind(&mut records(max), &input, input.len().max(1));
        // Every byte belongs to one record, and line numbers are those of the file.
        let mut offset = 0;
        for record in &expected {
            assert!(record.place.offset >= offset, "{context}");
            let before = &input[..record.place.offset as usize];
            let line = memchr::memchr_iter(b'\n', before).count() as u64 + 1;
            assert_eq!(record.place.number, Some(line), "{context}");
            offset = record.place.offset + record.bytes.len() as u64;
        }
        for step in [1, 2, 3, 7] {
            assert_eq!(each(&mut records(max), &input, step), expected, "step {step}, {context}");
        }
        for (taken, spot) in (1..).zip(behind) {
            let mut lines = records(max);
            lines.turn_to(spot);
            let rest = each(&mut lines, &input, 1 + dice.below(9));
            assert_eq!(rest, expected[taken..], "behind {taken}, {context}");
        }
    }
}

#[test]
fn quotes_that_lead_nowhere_are_not_searched_for_again_and_again() {
    // From each of these lines to the longest record's end it would take hours.
    let lines = 1 << 18;
    let pairs = format!("\"\n{}", "\"\"x\n".repeat(lines));
    let found = each(&mut records(1 << 20), pairs.as_bytes(), CHUNK_BYTES);
    assert_eq!(found.len(), lines + 1);
    // Each closes the cell of the one before, and leaves another one open.
    let chain = "a\"b,\"c\n".repeat(lines);
    let found = each(&mut records(1 << 20), chain.as_bytes(), CHUNK_BYTES);
    let bytes: usize = found.iter().map(|record| record.bytes.len() + 1).sum();
    assert_eq!(bytes, chain.len());
    assert!(found.iter().all(|record| !record.too_long));
}
