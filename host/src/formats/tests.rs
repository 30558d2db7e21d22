//! What each format takes, refuses and writes.

use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use super::*;
use crate::connectors::settings::Value;

/// A clock that stands where it is put.
struct Stopped(AtomicI64);

impl Clock for Stopped {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

fn texts(texts: &[&str]) -> Value {
    Value::Texts(texts.iter().map(|&text| text.to_owned()).collect())
}

fn json_lines(timestamp: &[&str], key: &[&str]) -> Settings {
    let mut settings = Settings::default();
    settings.insert("format", Value::Text("json-lines".into()));
    if !timestamp.is_empty() {
        settings.insert("timestamp", texts(timestamp));
    }
    if !key.is_empty() {
        settings.insert("key", texts(key));
    }
    settings
}

fn decode_with(
    settings: &Settings,
    clock: &Arc<dyn Clock>,
    line: &[u8],
) -> Result<Vec<(String, i64)>, Fault> {
    let mut decoder = Decoder::new(settings, clock).unwrap();
    let mut batch = BatchBuilder::default();
    decoder.decode(line, &mut batch).map_err(|refused| refused.fault)?;
    let batch = batch.finish();
    let found = batch.iter().map(|record| {
        assert_eq!(record.value, line);
        (String::from_utf8_lossy(record.key).into_owned(), record.timestamp)
    });
    Ok(found.collect())
}

fn decode(settings: &Settings, line: &[u8]) -> Result<Vec<(String, i64)>, Fault> {
    let clock: Arc<dyn Clock> = Arc::new(Stopped(AtomicI64::new(1_000)));
    decode_with(settings, &clock, line)
}

#[track_caller]
fn accepted(settings: &Settings, line: &str, key: &str, timestamp: i64) {
    assert_eq!(decode(settings, line.as_bytes()), Ok(vec![(key.to_owned(), timestamp)]), "{line}");
}

#[track_caller]
fn refused(settings: &Settings, line: impl AsRef<[u8]>, code: Code, message: &str) {
    let fault = decode(settings, line.as_ref()).unwrap_err();
    assert_eq!(fault.code, code, "{fault}");
    assert!(fault.message.contains(message), "`{}` has no `{message}`", fault.message);
}

#[test]
fn the_first_pointer_that_is_there_and_not_null_wins() {
    let settings = json_lines(&["/a", "/b"], &["/x/y", "/x"]);
    accepted(&settings, r#"{"a":1,"b":2,"x":"k"}"#, "k", 1);
    accepted(&settings, r#"{"b":2,"a":1,"x":"k"}"#, "k", 1);
    accepted(&settings, r#"{"b":2,"x":7}"#, "7", 2);
    accepted(&settings, r#"{"a":null,"b":-2,"x":true}"#, "true", -2);
    accepted(&settings, r#"{"b":2,"x":{"y":"inner"}}"#, "inner", 2);
    accepted(&settings, r#" { "b" : 2 , "x" : null } "#, "", 2);
    accepted(&settings, r#"{"b":2}"#, "", 2);
    accepted(&settings, r#"{"a":1,"a":3}"#, "", 3);
}

#[test]
fn pointers_reach_into_arrays_and_odd_names() {
    let settings = json_lines(&["/a/1/t", "/m~1n/~0"], &["/0"]);
    accepted(&settings, r#"{"a":[{"t":5},{"t":6},{"t":7}],"0":"zero"}"#, "zero", 6);
    accepted(&settings, r#"{"m/n":{"~":9}}"#, "", 9);
    accepted(&json_lines(&["/1"], &["/0"]), r#"["k",12,[]]"#, "k", 12);
    accepted(&json_lines(&["/\u{e9}"], &[]), r#"{"\u00e9":3}"#, "", 3);
}

#[test]
fn a_key_is_the_text_itself_or_the_json_of_a_number() {
    let settings = json_lines(&[], &["/k"]);
    accepted(&settings, r#"{"k":"a\"\u00e9\n"}"#, "a\"\u{e9}\n", 0);
    accepted(&settings, r#"{"k":1.50}"#, "1.50", 0);
    accepted(&settings, r#"{"k":""}"#, "", 0);
    accepted(&settings, r#"{"k":false}"#, "false", 0);
    refused(&settings, r#"{"k":{}}"#, Code::RecordMalformed, "key at `/k` is an object");
    refused(&settings, r#"{"k":[1]}"#, Code::RecordMalformed, "key at `/k` is an array");
    refused(&settings, r#"{"k":"\ud800"}"#, Code::RecordMalformed, "key at `/k`");
}

#[test]
fn a_timestamp_is_a_whole_number() {
    let settings = json_lines(&["/t", "/u"], &[]);
    accepted(&settings, r#"{"t":1357035420000}"#, "", 1_357_035_420_000);
    accepted(&settings, r#"{"t":-9223372036854775808}"#, "", i64::MIN);
    accepted(&settings, r#"{"t":12.0}"#, "", 12);
    accepted(&settings, r#"{"t":1.2e3}"#, "", 1_200);
    for bad in ["1.5", "1e300", "9223372036854775808", "\"12\"", "true", "{}", "[1]"] {
        let line = format!(r#"{{"t":{bad}}}"#);
        refused(&settings, line, Code::TimestampMissing, &bad[..1]);
    }
    refused(&settings, r#"{"t":null,"v":1}"#, Code::TimestampMissing, "at `/t` or `/u`");
    for no_object in ["{}", "[]", "7", "null", "true", "-1.5", "\"text\""] {
        refused(&settings, no_object, Code::TimestampMissing, "no value, or null");
    }
}

#[test]
fn a_line_must_be_one_json_value() {
    for settings in [json_lines(&[], &[]), json_lines(&["/t"], &["/a/b"])] {
        for bad in [
            "{",
            "{\"t\":1",
            "{\"t\":1}}",
            "{\"t\":1} {}",
            "{t:1}",
            "{'t':1}",
            "nul",
            "[1,]",
            "{\"t\":01}",
            "\u{feff}{}",
            "{\"t\":\"\u{1}\"}",
            "{\"a\":{\"b\":1,}}",
        ] {
            refused(&settings, bad, Code::RecordMalformed, "not JSON: ");
        }
        refused(
            &settings,
            b"{\"t\":1,\"x\":\"\xff\"}",
            Code::RecordMalformed,
            "not UTF-8 after byte 12",
        );
        for blank in ["", " ", "\t \r"] {
            assert_eq!(decode(&settings, blank.as_bytes()), Ok(vec![]));
        }
    }
    refused(&json_lines(&[], &[]), "[1,]", Code::RecordMalformed, "at byte 4 of the line");
}

#[test]
fn deep_nesting_is_an_error_or_skipped_never_a_crash() {
    let deep = 500_000;
    let line = format!("{{\"x\":{}{},\"t\":4}}", "[".repeat(deep), "]".repeat(deep));
    accepted(&json_lines(&["/t"], &[]), &line, "", 4);
    let line = "[".repeat(2 * deep);
    refused(&json_lines(&["/t"], &[]), &line, Code::RecordMalformed, "EOF");
    refused(&json_lines(&[], &[]), &line, Code::RecordMalformed, "EOF");
}

#[test]
fn a_key_may_not_carry_a_record_over_its_cap() {
    let line = format!(r#"{{"k":"{}"}}"#, "x".repeat(RECORD_BYTES_MAX - 100));
    refused(&json_lines(&[], &["/k"]), line, Code::RecordTooLarge, "exceeds the 1048576 byte cap");
}

#[test]
fn a_timestamp_may_not_be_further_ahead_than_allowed() {
    let stopped = Arc::new(Stopped(AtomicI64::new(1_000)));
    let clock: Arc<dyn Clock> = Arc::clone(&stopped) as Arc<dyn Clock>;
    let mut settings = json_lines(&["/t"], &[]);
    settings.insert("max_ahead", Value::Duration(Duration::from_millis(500)));
    let mut decoder = Decoder::new(&settings, &clock).unwrap();
    let mut batch = BatchBuilder::default();
    let mut decode = |line: &str| decoder.decode(line.as_bytes(), &mut batch);
    assert!(decode(r#"{"t":1500}"#).is_ok());
    let refused = decode(r#"{"t":1501}"#).unwrap_err();
    assert_eq!((refused.fault.code, refused.timestamp), (Code::TimestampTooFarAhead, 1_501));
    assert!(refused.fault.message.contains("501 ms ahead"), "{}", refused.fault);
    stopped.0.store(1_001, Ordering::Relaxed);
    assert!(decode(r#"{"t":1501}"#).is_ok());
    assert!(decode(r#"{"t":9223372036854775807}"#).is_err());
}

#[test]
fn settings_that_make_no_sense_are_complained_of() {
    let complaints =
        |settings: &Settings| check(settings).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    assert!(check(&json_lines(&["/t"], &["/a/0"])).is_empty());
    let deep = "/a".repeat(33);
    for bad in ["t", "", "/~2", "/a~", deep.as_str()] {
        assert_eq!(complaints(&json_lines(&["/t", bad], &[])), ["timestamp"], "{bad}");
    }
    let mut settings = json_lines(&[], &["k"]);
    settings.insert("max_ahead", Value::Duration(Duration::ZERO));
    assert_eq!(complaints(&settings), ["key", "max_ahead"]);
    settings.insert("format", Value::Text("raw-lines".into()));
    let clock: Arc<dyn Clock> = Arc::new(Stopped(AtomicI64::new(0)));
    let fault = Decoder::new(&settings, &clock).unwrap_err();
    assert_eq!(fault.code, Code::SourceFailed);
    assert!(fault.message.contains("json-lines"), "{fault}");
}

fn encode(mut encoder: Encoder, value: &[u8]) -> Result<Vec<u8>, Code> {
    let mut lines = b"before\n".to_vec();
    let encoded = encoder.encode(Record { value, ..Record::default() }, &mut lines);
    let added = lines.split_off(7);
    assert_eq!(lines, b"before\n");
    match encoded {
        Ok(()) => Ok(added),
        Err(fault) => {
            assert!(added.is_empty(), "a refused record leaves nothing");
            Err(fault.code)
        }
    }
}

#[test]
fn a_record_is_always_one_line() {
    let refused = Err(Code::RecordMalformed);
    assert_eq!(encode(Encoder::RawLines, b"\xff\x00 x"), Ok(b"\xff\x00 x\n".to_vec()));
    assert_eq!(encode(Encoder::RawLines, b""), Ok(b"\n".to_vec()));
    assert_eq!(encode(Encoder::RawLines, b"a\nb"), refused);
    assert_eq!(encode(Encoder::JsonLines, b"{\"a\": 1}"), Ok(b"{\"a\": 1}\n".to_vec()));
    let pretty = b"{\r\n  \"a\": 1.50,\n  \"b\": \"x\\ny\"\n}";
    assert_eq!(
        encode(Encoder::JsonLines, pretty),
        Ok(b"{  \"a\": 1.50,  \"b\": \"x\\ny\"}\n".to_vec())
    );
    assert_eq!(encode(Encoder::JsonLines, b"not\njson"), refused);
    assert_eq!(encode(Encoder::JsonLines, b"{\"a\":\"\xff\"\n}"), refused);
    assert_eq!(encode(Encoder::JsonLines, b""), refused);
}

fn headers(headers: &[(&str, &[u8])]) -> Vec<u8> {
    let mut encoded = Vec::new();
    for (name, value) in headers {
        sandbar_schema::headers::push(&mut encoded, name, value);
    }
    encoded
}

#[test]
fn a_dead_letter_gives_its_record_back() {
    let own: [(&str, &[u8]); 3] = [("trace", b"1"), ("trace", b"\xfe"), ("", b"")];
    let engine: [(&str, &[u8]); 6] = [
        ("sandbar.cause", b"guest-trapped"),
        ("sandbar.message", b"wasm trap: \"unreachable\"\n"),
        ("sandbar.operator", b"parse"),
        ("sandbar.plugin", b"00ff"),
        ("sandbar.attempts", b"3"),
        ("sandbar.failed-ms", b"1700000000000"),
    ];
    let earlier: [(&str, &[u8]); 1] = [("sandbar.cause", b"rejected")];
    let with_engine = headers(&[&earlier[..], &own, &engine].concat());
    for (key, value) in [(&b"k"[..], &b"{\"a\":\n1}"[..]), (b"", b""), (b"\xff\x00", b"\x80\r\n")] {
        let record = Record { key, value, timestamp: -5, headers: &with_engine };
        let mut line = Vec::new();
        Encoder::DeadLetters.encode(record, &mut line).unwrap();
        assert_eq!(line.pop(), Some(b'\n'));
        let envelope: serde_json::Value = serde_json::from_slice(&line).unwrap();
        assert_eq!(envelope["cause"], "guest-trapped");
        assert_eq!(envelope["message"], "wasm trap: \"unreachable\"\n");
        assert_eq!(envelope["operator"], "parse");
        assert_eq!(envelope["plugin"], "00ff");
        assert_eq!(envelope["attempts"], 3);
        assert_eq!(envelope["failed_ms"], 1_700_000_000_000_i64);
        let mut batch = BatchBuilder::default();
        Decoder::DeadLetters.decode(&line, &mut batch).unwrap();
        let batch = batch.finish();
        assert_eq!(batch.record(0), Record { key, value, timestamp: -5, headers: &headers(&own) });
    }
}

#[test]
fn the_largest_dead_letter_is_within_its_line_limit() {
    let value = vec![1; RECORD_BYTES_MAX];
    let mut line = Vec::new();
    Encoder::DeadLetters.encode(Record { value: &value, ..Record::default() }, &mut line).unwrap();
    assert!(
        line.len() > 6 * RECORD_BYTES_MAX && line.len() <= Decoder::DeadLetters.line_bytes_max()
    );
}

#[test]
fn malformed_dead_letters_are_refused() {
    let long = format!(
        r#"{{"cause":"x","record":{{"value":"","timestamp":1,"headers":[{{"name":"{}","value":""}}]}}}}"#,
        "n".repeat(70_000)
    );
    for bad in [
        "x",
        "{}",
        r#"{"cause":"x"}"#,
        r#"{"cause":"x","record":{}}"#,
        r#"{"cause":"x","record":{"value":"","timestamp":"1"}}"#,
        r#"{"cause":"x","record":{"value":7,"timestamp":1}}"#,
        r#"{"cause":"x","record":{"value":{"base64":"?"},"timestamp":1}}"#,
        long.as_str(),
    ] {
        let mut batch = BatchBuilder::default();
        let refused = Decoder::DeadLetters.decode(bad.as_bytes(), &mut batch).unwrap_err();
        assert_eq!(refused.fault.code, Code::RecordMalformed, "{bad}");
        assert!(batch.is_empty());
    }
    let large = format!(
        r#"{{"cause":"x","record":{{"value":"{}","timestamp":1}}}}"#,
        "v".repeat(RECORD_BYTES_MAX + 1)
    );
    let refused = Decoder::DeadLetters.decode(large.as_bytes(), &mut BatchBuilder::default());
    assert_eq!(refused.unwrap_err().fault.code, Code::RecordTooLarge);
}
