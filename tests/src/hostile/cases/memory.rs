//! Attacks on memory: the guest's own, its tables, its stack, and what makes the host allocate.

use sandbar_dataflow::Code;

use crate::hostile::{Case, Expected, Fate, Input, PLAIN, Plugin};

pub(super) const CASES: &[Case] = &[
    Case {
        number: "H04",
        name: "memory",
        tries: "takes all memory there is",
        plugin: Plugin::Guest("h04-memory"),
        limits: "call = \"5s\"",
        ..PLAIN
    },
    Case {
        number: "H04",
        name: "memory-trap",
        tries: "takes all memory, then traps",
        plugin: Plugin::Guest("h04-memory-trap"),
        limits: "call = \"5s\"",
        expected: Expected::Records(&[Fate::Dies(
            Code::GuestTrapped,
            "exceeds the 67108864 byte limit",
        )]),
        ..PLAIN
    },
    Case {
        number: "H05",
        name: "initial-memory",
        tries: "declares 4 GiB of memory",
        plugin: Plugin::Guest("h05-initial-memory"),
        expected: Expected::Refused(&["starts with 4 GiB of memory", "`limits.memory` is 64 MiB"]),
        ..PLAIN
    },
    Case {
        number: "H05",
        name: "memory-above-limit",
        tries: "declares more memory than its pipeline allows",
        plugin: Plugin::Guest("h05-memory-above-limit"),
        limits: "memory = \"1MiB\"",
        expected: Expected::Refused(&["starts with 2 MiB of memory", "`limits.memory` is 1 MiB"]),
        ..PLAIN
    },
    Case {
        number: "H06",
        name: "table",
        tries: "grows a table for ever",
        plugin: Plugin::Guest("h06-table"),
        ..PLAIN
    },
    Case {
        number: "H08",
        name: "recursion",
        tries: "recurses for ever",
        plugin: Plugin::Guest("h08-recursion"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "call stack exhausted")]),
        ..PLAIN
    },
    Case {
        number: "H08",
        name: "recursion-into-host",
        tries: "recurses, calling the host at each depth",
        plugin: Plugin::Guest("h08-recursion-into-host"),
        limits: "call = \"5s\"",
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "call stack exhausted")]),
        ..PLAIN
    },
    Case {
        number: "H10",
        name: "lengths",
        tries: "hands over lists of up to 4 GiB",
        plugin: Plugin::Guest("h10-lengths"),
        input: Input::Lines(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"]),
        expected: Expected::Records(&[
            Fate::Dies(Code::GuestTrapped, "out of bounds"),
            Fate::Dies(Code::GuestTrapped, "out of bounds"),
            Fate::Dies(Code::GuestTrapped, "not aligned"),
            Fate::Dies(Code::GuestTrapped, "out of bounds"),
            Fate::Dies(Code::HostcallTooLarge, "more bytes"),
            Fate::Dies(Code::HostcallTooLarge, "more bytes"),
            Fate::Dies(Code::GuestTrapped, "utf-8"),
            Fate::Dies(Code::GuestTrapped, "discriminant"),
            Fate::Dies(Code::GuestTrapped, "out of bounds"),
            Fate::Dies(Code::HostcallTooLarge, "more bytes"),
            Fate::Dies(Code::GuestTrapped, "not aligned"),
            Fate::Dies(Code::GuestTrapped, "out of bounds"),
            Fate::Dies(Code::GuestTrapped, "discriminant"),
        ]),
        ..PLAIN
    },
    Case {
        number: "H10",
        name: "realloc-outside",
        tries: "offers the host memory it has not got",
        plugin: Plugin::Guest("h10-realloc"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "beyond end of memory")]),
        ..PLAIN
    },
    Case {
        number: "H10",
        name: "realloc-odd",
        tries: "offers the host memory at an odd address",
        plugin: Plugin::Guest("h10-realloc-odd"),
        expected: Expected::Records(&[Fate::Dies(Code::GuestTrapped, "not aligned")]),
        ..PLAIN
    },
];
