//! The short paths against `serde_json`: whatever they take, they take alike.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{plain, read, write};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Reading<'a> {
    id: u64,
    name: &'a str,
    #[serde(default)]
    delta: Option<i32>,
    ok: bool,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    table: BTreeMap<String, f64>,
    #[serde(default)]
    pair: (i8, Option<char>),
}

const READING: &str = r#"{"id":17,"name":"é","delta":-3,"ok":true,"tags":["a",""],"table":{"x":1.5,"y":2},"pair":[-1,"c"],"more":[{},[null]]}"#;

/// The short path may refuse, and must not differ.
fn check<'de, T: Deserialize<'de> + PartialEq + std::fmt::Debug>(text: &'de str) -> bool {
    let short = super::read::whole::<std::marker::PhantomData<T>>(text, std::marker::PhantomData);
    let right = serde_json::from_str::<T>(text);
    match (&short, &right) {
        (Ok(short), Ok(right)) => assert_eq!(short, right, "{text}"),
        (Ok(short), Err(error)) => panic!("{text} was read as {short:?}: {error}"),
        (Err(_), _) => {}
    }
    short.is_ok()
}

#[test]
fn plain_records_take_the_short_path() {
    assert!(check::<Reading<'_>>(READING));
    assert!(check::<Value>(READING));
    assert!(check::<Reading<'_>>(" { \"id\" : 1 ,\n\"name\":\"\" , \"ok\" : false } "));
}

#[test]
fn odd_texts_are_read_as_serde_json_reads_them() {
    let texts = [
        "",
        "{",
        "}",
        "[]",
        "{}",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "01",
        "-",
        "-0",
        "0",
        "-1",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1e",
        "1e+",
        "1E-2",
        "1e999",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "999999999999999999",
        "truefalse",
        "true false",
        "tru",
        "null",
        "nul",
        "\"",
        "\"a\"b",
        "\"\\n\"",
        "\"\u{1}\"",
        "\"\u{7f}é\"",
        "[1 2]",
        "[[[]]]",
        "{\"a\":{\"b\":[]}}",
        "\0",
        "1\0",
        "\u{feff}1",
        "1 ",
    ];
    for text in texts {
        check::<Value>(text);
        check::<f64>(text);
        check::<i64>(text);
        check::<u8>(text);
        check::<String>(text);
        check::<Option<bool>>(text);
        check::<Vec<i32>>(text);
        check::<(i32, i32)>(text);
        check::<BTreeMap<i32, i32>>(text);
    }
    let deep = "[".repeat(5000);
    check::<Value>(&deep);
    check::<Value>(&(deep + &"]".repeat(5000)));
}

#[test]
fn floats_of_every_length_are_read_as_serde_json_reads_them() {
    let mut seed = 1_u64;
    let mut draw = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 32) % below
    };
    for _ in 0..50_000 {
        let (whole, high, low) = (draw(10), draw(100_000_000), draw(100_000_000));
        let fraction = &format!("{high:08}{low:08}")[..1 + draw(16) as usize];
        let sign = ["", "-"][draw(2) as usize];
        let exponent = match draw(3) {
            0 => String::new(),
            1 => format!("e{}", draw(12)),
            _ => format!("e{}", draw(640) as i64 - 330),
        };
        let text = format!("{sign}{whole}.{fraction}{exponent}");
        let short = check::<f64>(&text);
        assert!(short || text.parse::<f64>().unwrap().is_infinite(), "{text} took the long path");
        check::<f32>(&text);
        check::<Value>(&text);
    }
    // Lies so close to the middle between two `f32` that by way of an `f64` it becomes the wrong one.
    assert!(check::<f32>("1.00000017881393432617187499"));
}

#[test]
fn an_escape_elsewhere_does_not_change_how_a_float_is_read() {
    for float in ["7.214271e305", "-7.214271e305", "1.5"] {
        for name in ["plain", "esc\\u0061ped"] {
            let text = format!("{{\"name\":\"{name}\",\"float\":{float}}}");
            let read: Value = read(text.as_bytes()).unwrap();
            assert_eq!(read["float"].as_f64(), float.parse().ok(), "{text}");
        }
    }
}

#[test]
fn damaged_records_are_read_as_serde_json_reads_them() {
    let mut seed = 1_u64;
    for _ in 0..50_000 {
        let mut text = READING.as_bytes().to_vec();
        for _ in 0..2 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) as usize % text.len();
            let with = br#"{}[]",:\ 0e-.ntf"#[(seed >> 20) as usize % 16];
            match (seed >> 60) % 3 {
                0 => text[at] = with,
                1 => text.insert(at, with),
                _ => _ = text.remove(at),
            }
        }
        if let Ok(text) = std::str::from_utf8(&text) {
            check::<Reading<'_>>(text);
            check::<Value>(text);
        }
    }
}

#[test]
fn what_the_short_path_refuses_is_read_all_the_same() {
    assert_eq!(read::<String>(br#""a\nb""#).unwrap(), "a\nb");
    assert_eq!(read::<BTreeMap<i32, i32>>(br#"{"1":2}"#).unwrap(), BTreeMap::from([(1, 2)]));
    let error = read::<u8>(b"256").unwrap_err();
    assert_eq!(error.to_string(), serde_json::from_str::<u8>("256").unwrap_err().to_string());
}

#[test]
fn values_are_written_as_serde_json_writes_them() {
    fn check<T: Serialize>(value: T) {
        let mut written = b"before".to_vec();
        write(&mut written, &value).unwrap();
        assert_eq!(written, [b"before", serde_json::to_vec(&value).unwrap().as_slice()].concat());
    }
    check(serde_json::from_str::<Reading<'_>>(READING).unwrap());
    check(serde_json::from_str::<Value>(READING).unwrap());
    [0, 9, 10, 99, 100, 101, u64::MAX].into_iter().for_each(check);
    [0, -1, -10, i64::MIN, i64::MAX].into_iter().for_each(check);
    check([0.1, f64::NAN, 1e300]);
    check(["plain", "", "quo\"te", "back\\slash", "\u{1}", "é\n"]);
    check((Some('x'), None::<bool>, (), [true, false]));
    check(BTreeMap::from([(1, "a"), (2, "b")]));
    check(Err::<u8, _>("variant"));
}

#[test]
fn integers_of_every_length_are_written_right() {
    let mut number = 1_u64;
    for length in 0..64 {
        for number in [number, number - 1, number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> length] {
            let mut written = Vec::new();
            write(&mut written, &number).unwrap();
            assert_eq!(written, number.to_string().into_bytes());
        }
        number <<= 1;
    }
    for number in (0..100_000_000_u64).step_by(9_973) {
        let mut written = Vec::new();
        write(&mut written, &number).unwrap();
        assert_eq!(written, number.to_string().into_bytes());
    }
}

#[test]
fn the_first_special_byte_ends_what_is_plain() {
    for length in 0..40 {
        let mut bytes = vec![b'a'; length];
        assert_eq!(plain(&bytes), length);
        for at in 0..length {
            for special in [b'"', b'\\', 0, 0x1f] {
                bytes[at] = special;
                assert_eq!(plain(&bytes), at);
            }
            for ordinary in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                bytes[at] = ordinary;
                assert_eq!(plain(&bytes), length, "{ordinary}");
            }
            bytes[at] = b'a';
        }
    }
}
