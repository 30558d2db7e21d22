//! Attacks on the processor: calls that do not end, and plugins that fail again and again.

use sandbar_dataflow::Code;

use crate::hostile::{Case, Expected, Fate, Input, PLAIN, Plugin, generated};

const CALL: &str = "its limit is 20 ms";

pub(super) const CASES: &[Case] = &[
    Case {
        number: "H01",
        name: "loop",
        tries: "loops in process",
        plugin: Plugin::Guest("h01-loop"),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H01",
        name: "straight-line",
        tries: "calls the host on and on, without a loop",
        plugin: Plugin::Generated(generated::straight_line),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H02",
        name: "start",
        tries: "loops in the start function",
        plugin: Plugin::Guest("h02-start"),
        limits: "start = \"50ms\"",
        expected: Expected::Halted(Code::StartBudgetExceeded, "its limit is 50 ms"),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "open",
        tries: "loops in open",
        plugin: Plugin::Guest("h03-open"),
        limits: "start = \"50ms\"",
        expected: Expected::Halted(Code::StartBudgetExceeded, "its limit is 50 ms"),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "close",
        tries: "loops in close",
        plugin: Plugin::Guest("h03-close"),
        expected: Expected::Halted(Code::CallBudgetExceeded, CALL),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "watermark",
        tries: "loops in on-watermark",
        plugin: Plugin::Guest("h03-watermark"),
        expected: Expected::Halted(Code::CallBudgetExceeded, CALL),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "realloc",
        tries: "loops in realloc, called for the batch",
        plugin: Plugin::Guest("h03-realloc"),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "realloc-of-import",
        tries: "loops in realloc, called for a text",
        plugin: Plugin::Guest("h03-realloc-of-import"),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H03",
        name: "post-return",
        tries: "loops after having returned",
        plugin: Plugin::Guest("h03-post-return"),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H09",
        name: "bulk",
        tries: "fills 62 MiB in a loop",
        plugin: Plugin::Guest("h09-bulk"),
        expected: Expected::Records(&[Fate::Dies(Code::CallBudgetExceeded, CALL)]),
        ..PLAIN
    },
    Case {
        number: "H15",
        name: "trap",
        tries: "traps on each record",
        plugin: Plugin::Guest("h15-trap"),
        breaker: "on",
        input: Input::Many(11),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "unreachable")]),
        also: |seen| match seen.pauses {
            // The tenth record that fails alone opens the breaker, and each after it opens it again.
            2 => Ok(()),
            pauses => {
                Err(format!("11 records that failed alone paused the operator {pauses} times"))
            }
        },
        ..PLAIN
    },
];
