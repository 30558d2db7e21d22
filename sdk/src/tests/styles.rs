//! Functions marked `#[map]`, `#[filter]` and `#[flat_map]`: whatever they may take and return, what leaves, under which
//! key, and which errors reject.

use crate::testing::{Outcome, run};
use crate::{NativeOperator, Record, headers};

/// Each operator in a module of its own, as each plugin has one.
macro_rules! operators {
    ($($module:ident { $($item:item)* })*) => {$(
        mod $module {
            #[allow(unused_imports, reason = "some operators need less than the prelude")]
            use crate::prelude::*;
            $($item)*
        }
    )*};
}

operators! {
    at_least {
        #[derive(Parameters)]
        struct Limit {
            #[parameter(default = 3)]
            least: i64,
        }

        #[derive(Deserialize)]
        struct Number {
            n: i64,
        }

        /// Keeps numbers that are large enough.
        #[filter]
        fn at_least(limit: &Limit, Json(number): Json<Number>) -> bool {
            number.n >= limit.least
        }
    }

    even {
        #[filter]
        fn even(text: &str) -> Result<bool, std::num::ParseIntError> {
            Ok(text.parse::<i64>()? % 2 == 0)
        }
    }

    shout {
        #[map]
        fn shout(text: &str) -> String {
            text.to_uppercase()
        }
    }

    trimmed {
        #[map]
        fn trimmed(text: &str) -> &str {
            text.trim()
        }
    }

    // The names that the macro's own code would use, if it did not mind.
    record {
        #[map]
        fn record(text: &str) -> &str {
            text
        }
    }

    out {
        #[operator]
        fn out(text: &str, out: &mut Output) {
            out.emit(text);
        }
    }

    swapped {
        #[map]
        fn swapped(record: Record) -> Option<Record> {
            (!record.key.is_empty())
                .then_some(Record { key: record.value, value: record.key, timestamp: 9, ..record })
        }
    }

    doubled {
        #[derive(Parameters)]
        struct Times {
            by: i64,
        }

        #[derive(Deserialize, Serialize)]
        struct Reading<'a> {
            id: &'a str,
            v: i64,
        }

        #[map(outputs(results))]
        fn doubled<'a>(
            times: &Times,
            Json(reading): Json<Reading<'a>>,
        ) -> Result<(&'a str, Json<Reading<'a>>), String> {
            let v = reading.v.checked_mul(times.by).ok_or_else(|| format!("{} is too large", reading.v))?;
            Ok((reading.id, Json(Reading { v, ..reading })))
        }
    }

    letters {
        #[flat_map]
        fn letters(text: &str) -> impl Iterator<Item = (String, String)> {
            text.chars().map(|letter| (letter.to_string(), letter.to_uppercase().collect()))
        }
    }

    parts {
        #[flat_map]
        fn parts(value: &[u8]) -> Result<Vec<&[u8]>, &'static str> {
            match value {
                [] => Err("nothing to divide"),
                value => Ok(value.split(|byte| *byte == b',').collect()),
            }
        }
    }

    numbers {
        #[flat_map]
        fn numbers(text: &str) -> Vec<Result<Json<u32>, String>> {
            let number = |word: &str| word.parse().map(Json).map_err(|_| format!("{word} is no number"));
            text.split(' ').map(number).collect()
        }
    }
}

fn given(operator: Box<dyn NativeOperator>, values: &[&str]) -> Outcome {
    run(operator, "{}", values.iter().copied()).unwrap()
}

fn reasons(outcome: &Outcome) -> Vec<(u32, &str)> {
    outcome.rejected.iter().map(|rejection| (rejection.row, rejection.reason.as_str())).collect()
}

#[test]
fn a_filter_keeps_records_as_they_are_and_rejects_what_it_cannot_judge() {
    let kept = given(at_least::native(), &[r#"{"n":3}"#, r#"{"n":2}"#, r#"{ "n" : 4 }"#, "{}"]);
    assert_eq!(kept.values("out"), [r#"{"n":3}"#, r#"{ "n" : 4 }"#]);
    assert_eq!(reasons(&kept)[0].0, 3);
    let other = run(at_least::native(), r#"{"least":5}"#, [r#"{"n":4}"#]).unwrap();
    assert_eq!(other.values("out"), [""; 0]);
    let even = given(even::native(), &["2", "3", "x"]);
    assert_eq!(even.values("out"), ["2"]);
    assert_eq!(reasons(&even), [(2, "invalid digit found in string")]);
}

#[test]
fn a_map_sends_a_value_under_the_key_time_and_headers_of_its_record() {
    let mut encoded = Vec::new();
    assert!(headers::push(&mut encoded, "trace", b"7"));
    let record = Record { key: b"k", value: b" ab ", timestamp: 5, headers: &encoded };
    for (operator, value) in [(shout::native(), " AB "), (trimmed::native(), "ab")] {
        let outcome = run(operator, "{}", [record]).unwrap();
        let expected = Record { value: value.as_bytes(), ..record };
        assert_eq!(outcome.records("out"), [expected.into()]);
    }
    let whole = run(swapped::native(), "{}", [record, Record { key: b"", ..record }]).unwrap();
    let expected = Record { key: b" ab ", value: b"k", timestamp: 9, headers: &encoded };
    assert_eq!(whole.records("out"), [expected.into()], "without a key it is dropped");
}

#[test]
fn a_function_may_have_any_name() {
    assert_eq!(given(record::native(), &["a"]).values("out"), ["a"]);
    assert_eq!(given(out::native(), &["a"]).values("out"), ["a"]);
}

#[test]
fn a_map_of_typed_records_may_send_them_under_a_key_and_fail() {
    let mut encoded = Vec::new();
    assert!(headers::push(&mut encoded, "trace", b"7"));
    let large = format!(r#"{{"id":"c","v":{}}}"#, i64::MAX);
    let records = [r#"{"id":"a","v":2}"#, large.as_str(), "[]"];
    let records = records.map(|value| Record { timestamp: 5, headers: &encoded, ..value.into() });
    let outcome = run(doubled::native(), r#"{"by":2}"#, records).unwrap();
    let expected =
        Record { key: b"a", value: br#"{"id":"a","v":4}"#, timestamp: 5, headers: &encoded };
    assert_eq!(outcome.records("results"), [expected.into()]);
    assert_eq!(reasons(&outcome)[0], (1, "9223372036854775807 is too large"));
    assert_eq!(reasons(&outcome)[1].0, 2);
}

#[test]
fn a_flat_map_sends_all_it_returns_in_order() {
    let outcome = given(letters::native(), &["ab", "", "c"]);
    assert_eq!(outcome.keys("out"), ["a", "b", "c"]);
    assert_eq!(outcome.values("out"), ["A", "B", "C"]);
    let outcome = given(parts::native(), &["a,b", "", "c"]);
    assert_eq!(outcome.values("out"), ["a", "b", "c"]);
    assert_eq!(reasons(&outcome), [(1, "nothing to divide")]);
}

#[test]
fn one_part_that_fails_rejects_its_record_and_takes_the_others_back() {
    let outcome = given(numbers::native(), &["1 2", "3 x 4", "5"]);
    assert_eq!(outcome.values("out"), ["1", "2", "5"]);
    assert_eq!(reasons(&outcome), [(1, "x is no number")]);
}

#[test]
fn a_function_says_of_itself_what_an_operator_does() {
    let expected = serde_json::json!({
        "name": "at-least",
        "description": "Keeps numbers that are large enough.",
        "inputs": ["in"],
        "outputs": ["out"],
        "parameters": [{"name": "least", "type": "integer", "default": 3}],
    });
    let descriptor: serde_json::Value = serde_json::from_str(at_least::DESCRIPTOR).unwrap();
    assert_eq!(descriptor, expected);
    assert!(doubled::DESCRIPTOR.contains(r#""outputs":["results"]"#), "{}", doubled::DESCRIPTOR);
}
