//! Attacks by the upload itself: all are refused before anything is compiled.

use super::super::generated;
use crate::hostile::{Case, Expected, PLAIN, Plugin};

pub(super) const CASES: &[Case] = &[
    Case {
        number: "H07",
        name: "memories",
        tries: "has 9 memories",
        plugin: Plugin::Generated(generated::many_memories),
        expected: Expected::Refused(&["9 memories", "limit of 8"]),
        ..PLAIN
    },
    Case {
        number: "H07",
        name: "tables",
        tries: "has 65 tables",
        plugin: Plugin::Generated(generated::many_tables),
        expected: Expected::Refused(&["65 tables", "limit of 64"]),
        ..PLAIN
    },
    Case {
        number: "H07",
        name: "instances",
        tries: "has 129 instances",
        plugin: Plugin::Generated(generated::many_instances),
        expected: Expected::Refused(&["129", "instances", "limit of 128"]),
        ..PLAIN
    },
    Case {
        number: "H07",
        name: "multiplied-instances",
        tries: "has 400 instances, of which it shows 20",
        plugin: Plugin::Generated(generated::multiplied_instances),
        expected: Expected::Refused(&["400", "instances", "limit of 128"]),
        ..PLAIN
    },
    Case {
        number: "H17",
        name: "huge",
        tries: "is 64 MiB large",
        plugin: Plugin::Generated(generated::huge),
        expected: Expected::Refused(&["exceeds the limit of 33554432"]),
        ..PLAIN
    },
    Case {
        number: "H18",
        name: "slow-to-compile",
        tries: "has one function of 1 MiB",
        plugin: Plugin::Generated(generated::slow_to_compile),
        expected: Expected::Refused(&["function", "limit of 524288"]),
        ..PLAIN
    },
    Case {
        number: "H18",
        name: "branch-tables",
        tries: "nests branch tables",
        plugin: Plugin::Generated(generated::branch_tables),
        expected: Expected::Refused(&["16800 branch targets", "limit of 16384"]),
        ..PLAIN
    },
    Case {
        number: "H20",
        name: "truncated",
        tries: "is half a plugin",
        plugin: Plugin::Generated(generated::truncated),
        expected: Expected::Refused(&["cut short"]),
        ..PLAIN
    },
    Case {
        number: "H20",
        name: "flipped",
        tries: "is a plugin with flipped bits",
        plugin: Plugin::Generated(generated::flipped),
        expected: Expected::Refused(&["at byte"]),
        ..PLAIN
    },
    Case {
        number: "H20",
        name: "without-world",
        tries: "is a module without an interface",
        plugin: Plugin::Generated(generated::without_world),
        expected: Expected::Refused(&["core module without component-type sections"]),
        ..PLAIN
    },
    Case {
        number: "H20",
        name: "nested",
        tries: "nests components 50 deep",
        plugin: Plugin::Generated(generated::nested),
        expected: Expected::Refused(&["nest", "limit of 8"]),
        ..PLAIN
    },
    Case {
        number: "H21",
        name: "imports",
        tries: "imports sockets, files, a shell",
        plugin: Plugin::Guest("h21-imports"),
        expected: Expected::Refused(&[
            "wasi:sockets/tcp@0.2.0#connect",
            "wasi:filesystem/types@0.2.0#open-at",
            "wasi:http/outgoing-handler@0.2.0#handle",
            "wasi:cli/environment@0.2.0#get-environment",
            "sandbar:operator/sockets@0.1.0#open",
            "sandbar:operator/output@0.1.0#emit-all",
            "`sandbar:operator/output@0.2.0` has version 0.2.0",
        ]),
        ..PLAIN
    },
    Case {
        number: "H21",
        name: "wasi-component",
        tries: "imports WASI, as a component",
        plugin: Plugin::Guest("h21-wasi-component"),
        expected: Expected::Refused(&["wasi:sockets/tcp@0.2.0", "wasi:filesystem/types@0.2.0"]),
        ..PLAIN
    },
    Case {
        number: "H40",
        name: "precompiled",
        tries: "is native code",
        plugin: Plugin::Generated(generated::precompiled),
        expected: Expected::Refused(&["compiled native code"]),
        ..PLAIN
    },
];
