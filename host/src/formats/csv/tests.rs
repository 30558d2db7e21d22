//! What is a record of comma-separated values, what is none, and what is written.

use std::time::Duration;

use csv_core::{ReadRecordResult, ReaderBuilder, Terminator};
use sandbar_dataflow::{Code, RECORD_BYTES_MAX, Record};

use super::{encoder::Encoder, *};
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

/// Lists have blanks between their texts.
fn settings(settings: &[(&str, &str)]) -> Settings {
    let texts = |text: &str| Value::Texts(text.split(' ').map(str::to_owned).collect());
    let settings = settings.iter().map(|&(name, text)| match name {
        "delimiter" => (name, Value::Text(text.to_owned())),
        _ => (name, texts(text)),
    });
    settings.collect()
}

fn decoder(given: &[(&str, &str)]) -> Decoder {
    let clock: Arc<dyn Clock> = Arc::new(NoClock);
    Decoder::new(&settings(given), &clock).unwrap()
}

const UNCLOSED: &str = "opens a quote that is closed neither within the 1048576 bytes of a record nor before the input ends";

/// Each record, or why it is none.
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
            UNCLOSED,
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
        (b"\"a", UNCLOSED),
        (b"a\rb\r", "has a carriage return in the name of column 1; end lines with a newline"),
        (b"b", "has no column `n`, which `numeric` names"),
        (many.as_bytes(), "has more than the 1024 cells of a record"),
    ] {
        let numeric: &[_] = if header == b"b" { &[("numeric", "n")] } else { &[] };
        let found = decode(&mut decoder(numeric), &[header, b"1"]);
        assert_eq!(found, [format!("the header {why}"), format!("the header {why}")]);
    }
}

#[test]
fn cells_span_lines_and_keep_their_breaks() {
    let mut decoder = decoder(&[]);
    let records: &[&[u8]] = &[b"\"a\r\nb\",c", b"\"1\n\n2\",\"3\r\n\"", b"\r,4\r5", b"x,\"y\nz"];
    assert_eq!(
        decode(&mut decoder, records),
        [r#"@0 {"a\r\nb":"1\n\n2","c":"3\r\n"}"#, r#"@0 {"a\r\nb":"\r","c":"4\r5"}"#, UNCLOSED,]
    );
    let found = decode(&mut decoder, &[b"\"1\n\",\"2\n3"]);
    assert_eq!(found, [UNCLOSED.replace("quote", "quote in its line 2")]);
}

#[test]
fn a_line_of_delimiters_that_are_blanks_is_a_record() {
    let mut decoder = decoder(&[("delimiter", "\t")]);
    let found = decode(&mut decoder, &[b"a\tb", b"\t", b" ", b""]);
    assert_eq!(found, [r#"@0 {"a":"","b":""}"#]);
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

    fn text(&mut self, alphabet: &[&str], length_max: usize) -> String {
        (0..self.below(length_max + 1)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }
}

/// All records of `input`, by a reader that is given all of it at once.
fn read_at_once(input: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    let terminator = Terminator::Any(b'\n');
    let mut reader = ReaderBuilder::new().delimiter(delimiter).terminator(terminator).build();
    let (mut cells, mut ends) = (vec![0; input.len() + 1], vec![0; input.len() + 1]);
    let (mut rest, mut records) = (input, Vec::new());
    loop {
        let (mut written, mut count) = (0, 0);
        loop {
            let (result, read, wrote, ended) =
                reader.read_record(rest, &mut cells[written..], &mut ends[count..]);
            rest = &rest[read..];
            (written, count) = (written + wrote, count + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return records,
                full => panic!("there is room enough: {full:?}"),
            }
        }
        let begins = std::iter::once(0).chain(ends[..count].iter().copied());
        let cell = |(begin, &end): (usize, &usize)| cells[begin..end].to_vec();
        records.push(begins.zip(&ends[..count]).map(cell).collect());
    }
}

#[test]
fn records_are_cut_where_a_reader_of_all_of_them_ends_them() {
    let alphabet = ["\"", "\"", ",", ";", "\n", "\n", "\r", "a", "\u{feff}"];
    for seed in 1..=20_000 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let delimiter = if dice.below(2) == 0 { b',' } else { b';' };
        // A byte order mark in front of all would be dropped, which is not what this is about.
        let input = ["x", &dice.text(&alphabet, 40)].concat();
        let input = input.as_bytes();
        let mut cells = Cells::new(delimiter);
        let mut quotes = Quotes::new(delimiter);
        let (mut begin, mut given, mut found) = (0, 0, Vec::new());
        while begin < input.len() {
            given = (given + 1 + dice.below(5)).min(input.len());
            let Some(end) = quotes.end(&input[begin..given.max(begin)]) else {
                if given < input.len() {
                    continue;
                }
                // What is left is a record too, unless it is in a quoted cell.
                assert_eq!(quotes.unclosed().is_some(), cells.split(&input[begin..]).is_err());
                break;
            };
            if end > 0 {
                cells.split(&input[begin..begin + end]).unwrap();
                found.push(cells.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
            }
            begin += end + 1;
            quotes.begin(1);
        }
        let blank: &[Vec<u8>] = &[Vec::new()];
        let mut expected = read_at_once(input, delimiter);
        if begin < input.len() {
            expected.pop();
        }
        // Blank lines are none for a reader; to it, all others of one empty cell are quoted.
        let filled = |records: &[Vec<Vec<u8>>]| {
            records.iter().filter(|record| *record != blank).cloned().collect::<Vec<_>>()
        };
        assert_eq!(filled(&found), filled(&expected), "seed {seed}: {}", input.escape_ascii());
    }
}

fn encode(encoder: &mut Encoder, value: &str) -> Result<String, String> {
    let mut lines = b"before\n".to_vec();
    let record = Record { value: value.as_bytes(), ..Record::default() };
    let encoded = encoder.encode(record, &mut lines);
    let lines = String::from_utf8(lines).unwrap();
    let added = lines.strip_prefix("before\n").unwrap().to_owned();
    match encoded {
        Ok(()) => Ok(added),
        Err(fault) => {
            assert_eq!((fault.code, added.as_str()), (Code::RecordMalformed, ""));
            Err(fault.message)
        }
    }
}

#[test]
fn objects_become_lines_under_the_members_of_the_first() {
    let mut encoder = Encoder::new(&settings(&[]));
    assert_eq!(encoder.header(), b"");
    let lines = [
        (r#"{"b":1.50,"a":"x, \"y\"","c c":null}"#, "1.50,\"x, \"\"y\"\"\",\n"),
        (
            r#"{"a":"\u00e9\n","c c":[1, {"k" : "v w\""}],"b":true}"#,
            "true,\"\u{e9}\n\",\"[1,{\"\"k\"\":\"\"v w\\\"\"\"\"}]\"\n",
        ),
        (r#"{"a":" x","b":-1e400}"#, "-1e400,\" x\",\n"),
        (r#"{"a":"x\t","b":"","c c":"a b"}"#, ",\"x\t\",a b\n"),
        (r#"{"a":"1","a":"2"}"#, ",2,\n"),
        ("{}", ",,\n"),
    ];
    for (object, line) in lines {
        assert_eq!(encode(&mut encoder, object), Ok(line.to_owned()), "{object}");
    }
    assert_eq!(encoder.header(), b"b,a,c c\n");
}

#[test]
fn what_has_no_line_is_refused_and_names_no_columns() {
    let mut encoder = Encoder::new(&settings(&[]));
    let refused = |encoder: &mut Encoder, value: &str, why: &str| {
        let message = encode(encoder, value).unwrap_err();
        assert!(message.contains(why), "{message}");
    };
    for value in ["[1]", "7", "", "{", "{\"a\":1} 2", "null"] {
        refused(&mut encoder, value, "is no JSON object, and csv writes nothing else");
    }
    refused(&mut encoder, "{}", "set `columns`");
    refused(&mut encoder, r#"{" ":1}"#, "without a name");
    refused(&mut encoder, r#"{"z":"\ud800"}"#, "the text of `z` cannot be written");
    let many: Vec<_> = (0..=COLUMNS_MAX).map(|n| format!("\"{n}\":{n}")).collect();
    refused(&mut encoder, &format!("{{{}}}", many.join(",")), "more than 1024 members");
    assert_eq!(encoder.header(), b"");
    assert_eq!(encode(&mut encoder, r#"{"a":1}"#), Ok("1\n".to_owned()));
    refused(&mut encoder, r#"{"a":1,"b":2}"#, "no column is called `b`");
    // Alone, an empty cell would be a blank line.
    assert_eq!(encode(&mut encoder, r#"{"a":null}"#), Ok("\"\"\n".to_owned()));
    let long = format!("{{\"a\":[\"{}\"]}}", "\\\"".repeat(RECORD_BYTES_MAX / 3));
    let record = Record { value: long.as_bytes(), ..Record::default() };
    let mut lines = Vec::new();
    assert_eq!(encoder.encode(record, &mut lines).unwrap_err().code, Code::RecordTooLarge);
    assert!(lines.is_empty());
}

#[test]
fn columns_that_are_set_are_those_that_are_written() {
    let mut encoder = Encoder::new(&settings(&[("columns", "c a"), ("delimiter", ";")]));
    assert_eq!(encoder.header(), b"c;a\n");
    assert_eq!(encode(&mut encoder, r#"{"a":"x;y","b":2,"c":3}"#), Ok("3;\"x;y\"\n".to_owned()));
    assert_eq!(encode(&mut encoder, r#"{"b":2}"#), Ok(";\n".to_owned()));
    assert_eq!(encoder.go_on(b"c;a"), Ok(()));
    let why = encoder.go_on(b"a;c").unwrap_err();
    assert_eq!(why, "is `a;c`, but the columns are `c;a`");
    let mut going_on = Encoder::new(&settings(&[]));
    going_on.go_on(b"\"a\nb\",c").unwrap();
    assert_eq!(going_on.header(), b"\"a\nb\",c\n");
    assert_eq!(encode(&mut going_on, r#"{"c":1,"a\nb":2}"#), Ok("2,1\n".to_owned()));
}

#[test]
fn what_is_written_is_read_as_it_was() {
    let alphabet =
        ["a", "\u{e9}", "\"", ",", "\t", "\n", "\r", "\r\n", " ", "\u{feff}", "7", "-", "\\"];
    for seed in 1..=2_000 {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let delimiter = [",", ";", "\t", " ", "|", "a", "7"][dice.below(7)];
        let given = settings(&[("delimiter", delimiter)]);
        let columns = 1 + dice.below(4);
        // A reader takes blanks away around names.
        let names: Vec<_> =
            (0..columns).map(|n| format!("{n}{}{n}", dice.text(&alphabet, 3))).collect();
        let names: Vec<_> = names.into_iter().map(|name| name.replace('\r', "")).collect();
        let mut encoder = Encoder::new(&given);
        let (mut lines, mut objects) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            let members = names.iter().map(|name| {
                let text = serde_json::Value::from(dice.text(&alphabet, 6));
                format!("{}:{text}", serde_json::Value::from(name.as_str()))
            });
            let object = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
            let record = Record { value: object.as_bytes(), ..Record::default() };
            encoder.encode(record, &mut lines).unwrap();
            objects.push(format!("@0 {object}"));
        }
        let all = [encoder.header(), &lines].concat();
        let clock: Arc<dyn Clock> = Arc::new(NoClock);
        let mut decoder = Decoder::new(&given, &clock).unwrap();
        let (mut quotes, mut begin, mut found) = (decoder.quotes(), 0, Vec::new());
        while let Some(end) = quotes.end(&all[begin..]) {
            let record = &all[begin..begin + end];
            // As who cuts lines does.
            let record = record.strip_suffix(b"\r").unwrap_or(record);
            found.extend(decode(&mut decoder, &[record]));
            quotes.begin(1);
            begin += end + 1;
        }
        assert_eq!(begin, all.len());
        assert_eq!(found, objects, "seed {seed}: {}", all.escape_ascii());
    }
}
