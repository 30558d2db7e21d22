//! Operators written as authors write them, run over records: what is sent arrives in order, and what is refused says
//! why.

mod styles;

use std::collections::BTreeMap;

use crate::testing::{Outcome, Trial, run};
use crate::{Context, Failure, NativeOperator, RECORD_BYTES_MAX, Record};

mod everything {
    use crate::prelude::*;

    #[derive(Parameters)]
    #[allow(dead_code, reason = "only the descriptor and the reading of the fields are tested")]
    pub(super) struct Everything {
        /// Says
        /// so.
        ///
        /// Not this.
        flag: bool,
        #[parameter(default = -3)]
        pub(super) count: i32,
        #[parameter(default = 1.5)]
        ratio: f64,
        #[parameter(default = "a \"b\"", name = "type")]
        pub(super) kind: String,
        #[parameter(default = ["x"])]
        list: Vec<String>,
        #[parameter(default = [("k", "v")])]
        pub(super) table: std::collections::BTreeMap<String, String>,
        pub(super) limit: Option<u8>,
    }

    struct TwoSides {
        left: usize,
    }

    /// Counts the left
    /// and passes the right.
    ///
    /// More.
    #[operator(inputs(left, right_side), outputs(passed), name = "sides")]
    impl Operator for TwoSides {
        type Parameters = Everything;

        fn open(_: Everything, context: &mut Context<'_>) -> Result<Self, Failure> {
            log::info!("task {} of {}", context.task_index(), context.parallelism());
            Ok(Self { left: 0 })
        }

        fn process(
            &mut self,
            input: u32,
            batch: BatchRef<'_>,
            out: &mut Output<'_>,
        ) -> Result<(), Failure> {
            match input {
                Self::LEFT => self.left += batch.len(),
                Self::RIGHT_SIDE => (0..batch.len()).for_each(|row| out.at(row).passed().forward()),
                _ => return Err(Failure::new("no such input")),
            }
            Ok(())
        }

        fn on_watermark(&mut self, time: i64, out: &mut Output<'_>) -> Result<(), Failure> {
            out.emit_record("left", self.left.to_string(), time);
            Ok(())
        }
    }
}

mod commands {
    use crate::prelude::*;

    /// Does what the record says, word by word.
    #[operator(outputs(main, side))]
    fn commands(record: Record, out: &mut Output) -> Result<(), String> {
        let text = std::str::from_utf8(record.value).map_err(|error| error.to_string())?;
        for word in text.split(' ') {
            match word {
                "forward" => out.forward(),
                "rekey" => out.rekey("new"),
                "emit" => out.emit("emitted"),
                "json" => out.emit_json("j"),
                "json-too-large" => out.emit_json(&"x".repeat(1 << 22)),
                "batch" => out.emit_batch(crate::Columns::from_iter(["sent"]).as_batch()),
                "side" => out.side().forward(),
                "large" => out.emit(vec![b'x'; (1 << 20) - 3]),
                "too-large" => out.emit(vec![b'x'; (1 << 20) + 1]),
                "port" => out.port(2).forward(),
                "reject" => return Err(format!("{text} was rejected")),
                _ => {}
            }
        }
        Ok(())
    }
}

mod revisits {
    use crate::prelude::*;

    struct Revisits;

    #[operator]
    impl Operator for Revisits {
        type Parameters = ();

        fn open((): (), _: &mut Context<'_>) -> Result<Self, Failure> {
            Ok(Self)
        }

        fn process(
            &mut self,
            _: u32,
            _: BatchRef<'_>,
            out: &mut Output<'_>,
        ) -> Result<(), Failure> {
            out.at(0).forward();
            out.at(1);
            (0..2).for_each(|_| out.emit(vec![b'x'; 1 << 20]));
            out.at(0).emit("more");
            out.reject("too late");
            Ok(())
        }
    }
}

fn commands(records: &[&str]) -> Result<Outcome, Failure> {
    let keyed =
        records.iter().map(|text| Record { key: b"old", timestamp: 7, ..Record::from(*text) });
    run(commands::native(), "{}", keyed)
}

fn sides(parameters: &str) -> Result<Trial, Failure> {
    Trial::open(everything::native(), parameters)
}

#[test]
fn records_of_one_port_leave_in_the_order_they_were_sent() {
    for texts in [
        ["forward", "forward", "forward"],
        ["forward", "rekey", "forward"],
        ["rekey", "forward forward", "rekey"],
        ["forward emit", "rekey", "forward"],
        ["emit", "forward", "rekey emit"],
    ] {
        let outcome = commands(&texts).unwrap();
        let sent = texts.iter().flat_map(|text| text.split(' ').map(move |word| (*text, word)));
        let expected: Vec<(String, String)> = sent
            .map(|(text, word)| match word {
                "forward" => ("old".to_owned(), text.to_owned()),
                "rekey" => ("new".to_owned(), text.to_owned()),
                _ => ("old".to_owned(), "emitted".to_owned()),
            })
            .collect();
        let left = outcome.keys("main").into_iter().zip(outcome.values("main"));
        assert_eq!(left.collect::<Vec<_>>(), expected);
        assert!(outcome.records("main").iter().all(|record| record.timestamp == 7));
    }
}

#[test]
fn a_rejected_record_takes_back_what_it_sent_and_no_more() {
    let outcome =
        commands(&["emit side", "forward emit rekey side reject", "rekey side", "reject"]).unwrap();
    assert_eq!(outcome.values("main"), ["emitted", "rekey side"]);
    assert_eq!(outcome.values("side"), ["emit side", "rekey side"]);
    assert_eq!(outcome.rejected.iter().map(|rejection| rejection.row).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(outcome.rejected[1].reason, "reject was rejected");
}

#[test]
fn output_larger_than_a_batch_leaves_in_pieces() {
    let outcome = commands(&["large large large", "large large", "forward"]).unwrap();
    let lengths: Vec<_> = outcome.records("main").iter().map(|record| record.value.len()).collect();
    const LARGE: usize = (1 << 20) - 3;
    assert_eq!(lengths, [LARGE, LARGE, LARGE, LARGE, LARGE, "forward".len()]);
}

#[test]
fn a_record_that_is_rejected_after_a_piece_of_it_left_fails_the_call() {
    let failure = commands(&["", "large large large large large reject"]).unwrap_err();
    assert_eq!(failure.row, Some(1));
    assert!(failure.message.contains("rejected after part of its output had left"), "{failure}");
}

#[test]
fn a_record_that_is_rejected_after_a_batch_pushed_it_out_fails_the_call() {
    for sent in ["forward", "rekey", "emit", "forward emit", "json"] {
        for then in ["reject", "emit reject", "forward reject", "batch reject"] {
            let failure = commands(&["", &format!("{sent} batch {then}")]).unwrap_err();
            assert_eq!(failure.row, Some(1), "{sent}, {then}");
            assert!(failure.message.contains("rejected after part of its output"), "{failure}");
        }
    }
}

#[test]
fn a_batch_stays_when_its_record_is_rejected() {
    let outcome = commands(&["forward", "batch reject", "emit", "batch emit reject"]).unwrap();
    assert_eq!(outcome.values("main"), ["forward", "sent", "emitted", "sent"]);
    assert_eq!(outcome.rejected.iter().map(|rejection| rejection.row).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn a_record_that_left_before_others_of_the_call_is_not_rejected_later() {
    let mut trial = Trial::open(revisits::native(), "{}").unwrap();
    let failure = trial.process(0, ["first", "second"]).unwrap_err();
    assert_eq!(failure.row, Some(0), "{failure}");
}

#[test]
fn a_record_has_the_same_largest_size_however_it_is_sent() {
    // What leaves has a key of three bytes either way.
    for (word, value_bytes) in [("rekey", "rekey".len()), ("json", "\"j\"".len())] {
        let room = RECORD_BYTES_MAX - "old".len() - value_bytes;
        for (headers, fits) in [(room, true), (room + 1, false)] {
            let headers = vec![0; headers];
            let record = Record { key: b"old", headers: &headers, ..Record::from(word) };
            match run(commands::native(), "{}", [record]) {
                Ok(outcome) => assert!(fits && outcome.records("main").len() == 1, "{word}"),
                Err(failure) => {
                    assert!(!fits, "{word}: {failure}");
                    let message = "record of 1048577 bytes exceeds the 1048576";
                    assert!(failure.message.starts_with(message), "{word}: {failure}");
                }
            }
        }
    }
}

#[test]
fn a_record_that_is_too_large_never_reaches_the_host() {
    let mut trial = Trial::open(commands::native(), "{}").unwrap();
    let failure = trial.process(0, ["json-too-large large large large large"]).unwrap_err();
    assert!(failure.message.starts_with("record of 4194306 bytes exceeds"), "{failure}");
    let outcome = trial.close().unwrap();
    let sizes = outcome.records("main").iter().map(|record| record.value.len());
    assert!(sizes.max().is_some_and(|bytes| bytes <= RECORD_BYTES_MAX));
}

#[test]
fn misuse_of_the_output_fails_the_call() {
    let failure = commands(&["", "too-large"]).unwrap_err();
    assert_eq!(failure.row, Some(1));
    assert!(
        failure.message.starts_with("record of 1048580 bytes exceeds the 1048576"),
        "{failure}"
    );
    let failure = commands(&["port"]).unwrap_err();
    assert_eq!(failure.message, "output port 2 is not one of the 2 declared");
}

#[test]
fn the_descriptor_lists_ports_and_parameters() {
    let expected = serde_json::json!({
        "name": "sides",
        "description": "Counts the left and passes the right.",
        "inputs": ["left", "right-side"],
        "outputs": ["passed"],
        "parameters": [
            {"name": "flag", "type": "boolean", "description": "Says so."},
            {"name": "count", "type": "integer", "default": -3},
            {"name": "ratio", "type": "number", "default": 1.5},
            {"name": "type", "type": "text", "default": "a \"b\""},
            {"name": "list", "type": "text-list", "default": ["x"]},
            {"name": "table", "type": "text-map", "default": {"k": "v"}},
            {"name": "limit", "type": "integer", "default": null},
        ],
    });
    let descriptor: serde_json::Value = serde_json::from_str(everything::DESCRIPTOR).unwrap();
    assert_eq!(descriptor, expected);
    assert!(everything::native().timed());
    assert!(!commands::native().timed());
}

#[test]
fn parameters_left_out_have_their_defaults() {
    use crate::Parameters as _;
    let read = everything::Everything::parse(r#"{"flag":true,"limit":200}"#).unwrap();
    assert_eq!((read.count, read.kind.as_str(), read.limit), (-3, "a \"b\"", Some(200)));
    assert_eq!(read.table, BTreeMap::from([("k".to_owned(), "v".to_owned())]));
}

#[test]
fn wrong_parameters_are_refused_by_name() {
    for (parameters, message) in [
        ("{}", "parameter flag is missing"),
        (r#"{"flag":1}"#, "parameter flag is 1, which is not of type boolean"),
        (r#"{"flag":true,"limit":256}"#, "parameter limit is 256, which is not of type integer"),
        (r#"{"flag":true,"more":1}"#, "parameter more is not one of the operator's"),
        ("[]", "parameters are not a JSON object"),
    ] {
        let failure = sides(parameters).unwrap_err();
        assert!(failure.message.starts_with(message), "{failure}");
    }
}

#[test]
fn an_operator_with_two_inputs_follows_event_time() {
    let mut trial = sides(r#"{"flag":true}"#).unwrap();
    trial.process(0, ["a", "b"]).unwrap();
    trial.process(1, ["c"]).unwrap();
    trial.on_watermark(99).unwrap();
    assert!(trial.process(2, ["d"]).is_err());
    let outcome = trial.close().unwrap();
    assert_eq!(outcome.values("passed"), ["c", "2"]);
    assert_eq!(outcome.records("passed")[1].timestamp, 99);
    assert_eq!(outcome.logs[0].1, "task 0 of 1");
}

#[test]
fn a_call_before_open_fails() {
    struct Never;

    #[crate::operator(outputs())]
    impl crate::Operator for Never {
        type Parameters = ();

        fn open((): (), _: &mut Context<'_>) -> Result<Self, Failure> {
            Err(Failure::new("never opens"))
        }

        fn process(
            &mut self,
            _: u32,
            _: crate::BatchRef<'_>,
            _: &mut crate::Output<'_>,
        ) -> Result<(), Failure> {
            Ok(())
        }
    }

    assert_eq!(run(native(), "{}", [""; 0]).unwrap_err().message, "never opens");
    let mut unopened: Box<dyn NativeOperator> = native();
    assert!(!unopened.descriptor().is_empty());
    let mut host = crate::testing::transcript();
    assert!(unopened.process(0, crate::BatchRef::default(), &mut host).is_err());
}
