//! Attacks by what a guest gives out: records, rows, ports, log lines, and calls at the wrong time.

use sandbar_dataflow::Code;

use crate::hostile::{Case, Expected, Fate, Input, Observed, PLAIN, Plugin};

const OUTPUT: Fate = Fate::Dies(Code::OutputTooLarge, "exceeds the 4194304 byte limit of one call");

const fn invalid(part: &'static str) -> Fate {
    Fate::Dies(Code::OutputInvalid, part)
}

/// Log lines a second that an operator has by default, for as long as the attack took.
fn log_rate(seen: &Observed) -> Result<(), String> {
    let seconds = (seen.elapsed_ms / 1e3) as u64 + 1;
    let (lines, dropped) = (seen.log_lines, seen.log_dropped);
    if lines <= 100 * seconds && dropped > 0 {
        return Ok(());
    }
    Err(format!("{lines} log lines came through in {seconds} s, {dropped} were dropped"))
}

pub(super) const CASES: &[Case] = &[
    Case {
        number: "H12",
        name: "output",
        tries: "emits, forwards and rejects for ever",
        plugin: Plugin::Guest("h12-output"),
        limits: "call = \"5s\"",
        input: Input::Lines(&["a", "b", "c", "d", "e"]),
        expected: Expected::Records(&[OUTPUT]),
        ..PLAIN
    },
    Case {
        number: "H12",
        name: "rekey",
        tries: "copies its largest row for ever",
        plugin: Plugin::Guest("h12-rekey"),
        limits: "call = \"5s\"",
        input: Input::Skewed,
        expected: Expected::Records(&[OUTPUT]),
        ..PLAIN
    },
    Case {
        number: "H12",
        name: "gather",
        tries: "picks tiny rows out of a large batch for ever",
        plugin: Plugin::Guest("h12-gather"),
        limits: "call = \"5s\"",
        input: Input::Skewed,
        expected: Expected::Records(&[OUTPUT]),
        ..PLAIN
    },
    Case {
        number: "H12",
        name: "reason",
        tries: "rejects many records for a long reason",
        plugin: Plugin::Guest("h12-reason"),
        limits: "call = \"5s\"",
        input: Input::Many(1_024),
        expected: Expected::Records(&[Fate::Dies(Code::Rejected, "\\u{1b}")]),
        also: |seen| match seen.stopped {
            0 => Err("the reason did not count for each record".to_owned()),
            _ => Ok(()),
        },
        ..PLAIN
    },
    Case {
        number: "H13",
        name: "record",
        tries: "emits a record above 1 MiB",
        plugin: Plugin::Guest("h13-record"),
        expected: Expected::Records(&[invalid("1048577 bytes exceeds the 1048576 byte cap")]),
        ..PLAIN
    },
    Case {
        number: "H14",
        name: "log",
        tries: "floods the log, with escape sequences",
        plugin: Plugin::Guest("h14-log"),
        limits: "call = \"5s\"",
        also: |seen| {
            log_rate(seen)?;
            match (seen.log_unsafe, seen.log_line_bytes_max) {
                // A byte becomes six at most, and the rest of a line its length.
                (0, 0..=25_000) => Ok(()),
                (hazards, bytes) => {
                    Err(format!("{hazards} unsafe lines, the longest of {bytes} bytes"))
                }
            }
        },
        ..PLAIN
    },
    Case {
        number: "H14",
        name: "log-trap",
        tries: "floods the log and traps, again and again",
        plugin: Plugin::Guest("h14-log-trap"),
        input: Input::Many(32),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "unreachable")]),
        also: log_rate,
        ..PLAIN
    },
    Case {
        number: "H14",
        name: "log-utf8",
        tries: "logs bytes that are no text",
        plugin: Plugin::Guest("h14-log-utf8"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "utf-8")]),
        also: |seen| match seen.log_lines {
            0 => Ok(()),
            lines => Err(format!("{lines} lines were shown")),
        },
        ..PLAIN
    },
    Case {
        number: "H16",
        name: "rollback",
        tries: "traps after having put records out",
        plugin: Plugin::Guest("h16-rollback"),
        input: Input::Many(64),
        expected: Expected::Records(&[
            Fate::Passes,
            Fate::Passes,
            Fate::Passes,
            Fate::Passes,
            Fate::Passes,
            Fate::Passes,
            Fate::Passes,
            Fate::Dies(Code::GuestTrapped, "unreachable"),
        ]),
        ..PLAIN
    },
    Case {
        number: "H28",
        name: "reentrancy",
        tries: "calls the host out of realloc",
        plugin: Plugin::Guest("h28-reentrancy"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "cannot leave")]),
        ..PLAIN
    },
    Case {
        number: "H28",
        name: "late-output",
        tries: "puts out more after having returned",
        plugin: Plugin::Guest("h28-post-return"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "cannot leave")]),
        ..PLAIN
    },
    Case {
        number: "H32",
        name: "columns",
        tries: "emits columns that contradict themselves",
        plugin: Plugin::Guest("h32-columns"),
        input: Input::Lines(&["a", "b", "c", "d", "e"]),
        expected: Expected::Records(&[
            invalid("column `values` ends before it begins at record 1"),
            invalid("column `values` has 1 ends for 2 records"),
            invalid("column `values` ends at byte 4294967295 but has 5 bytes"),
            invalid("column `values` ends at byte 5 but has 9 bytes"),
            invalid("column `keys` has 0 ends for 2 records"),
        ]),
        ..PLAIN
    },
    Case {
        number: "H33",
        name: "ports",
        tries: "uses ports and rows that are not its own",
        plugin: Plugin::Guest("h33-ports"),
        input: Input::Lines(&["a", "b", "c", "d", "e", "f", "g"]),
        expected: Expected::Records(&[
            invalid("output port 1 does not exist: the operator declares 1"),
            invalid("output port 4294967295 does not exist"),
            invalid("row 1000 does not exist: the batch has 1 records"),
            invalid("rows must be strictly increasing, but 0 follows 0"),
            invalid("row 0 is rejected twice"),
            invalid("2 keys for 1 rows"),
            invalid("column `keys` ends at byte 1 but has 0 bytes"),
        ]),
        ..PLAIN
    },
    Case {
        number: "H33",
        name: "output-in-open",
        tries: "puts out records in open",
        plugin: Plugin::Guest("h33-output-in-open"),
        expected: Expected::Halted(Code::GuestTrapped, "output during `open` or `close`"),
        ..PLAIN
    },
    Case {
        number: "H33",
        name: "output-in-close",
        tries: "puts out records in close",
        plugin: Plugin::Guest("h33-output-in-close"),
        expected: Expected::Halted(Code::GuestTrapped, "output during `open` or `close`"),
        ..PLAIN
    },
    Case {
        number: "H37",
        name: "nan",
        tries: "tells machines apart by the bits of a NaN",
        plugin: Plugin::Guest("h37-nan"),
        ..PLAIN
    },
    Case {
        number: "H37",
        name: "relaxed",
        tries: "tells machines apart by relaxed SIMD",
        plugin: Plugin::Guest("h37-relaxed"),
        ..PLAIN
    },
];
