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
        number: "H27",
        name: "clock",
        tries: "builds a stopwatch from what the host tells",
        plugin: Plugin::Guest("h27-clock"),
        limits: "call = \"10s\"",
        also: |seen| match seen.elapsed_ms {
            // Else the clock would not have had to stand still.
            ms if ms > 20.0 => Ok(()),
            ms => Err(format!("it spun for {ms:.1} ms, too short to show anything")),
        },
        ..PLAIN
    },
    Case {
        number: "H27",
        name: "threads",
        tries: "shares memory with a thread that counts",
        plugin: Plugin::Guest("h27-threads"),
        expected: Expected::Refused(&["threads"]),
        ..PLAIN
    },
    Case {
        number: "H27",
        name: "wait",
        tries: "waits for a time on its own memory",
        plugin: Plugin::Guest("h27-wait"),
        expected: Expected::Refused(&["threads"]),
        ..PLAIN
    },
    Case {
        number: "H27",
        name: "clock-imports",
        tries: "imports clocks",
        plugin: Plugin::Guest("h27-imports"),
        expected: Expected::Refused(&[
            "wasi:clocks/monotonic-clock@0.2.0#now",
            "wasi:clocks/wall-clock@0.2.0#now",
            "wasi:random/insecure@0.2.0#get-insecure-random-u64",
        ]),
        ..PLAIN
    },
    Case {
        number: "H38",
        name: "churn",
        tries: "takes a fresh instance for each record",
        plugin: Plugin::Guest("h38-churn"),
        limits: "call = \"1s\"",
        input: Input::Many(300),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "unreachable")]),
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
