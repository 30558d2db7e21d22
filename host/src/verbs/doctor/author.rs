//! What operators are built with, language by language: programs of this machine. The rest `sandbar build` fetches.

use std::process::{Command, Stdio};

use super::Check;

/// A program that tools of a language need, and how it is asked whether it works.
struct Need {
    name: &'static str,
    /// The first of these that works will do.
    any: &'static [&'static [&'static str]],
    /// What else is fetched at the first build.
    fetched: &'static str,
    mend: &'static str,
}

const NODE: &str = "install Node.js 20 or newer (https://nodejs.org); on Debian and Ubuntu type: sudo apt-get install nodejs npm";

const PYTHON: &[&str] = &["python3", "-c", "import sys, venv, ensurepip; print(sys.version)"];

const NEEDS: &[Need] = &[
    Need {
        name: "rust: cargo",
        any: &[&["cargo", "--version"]],
        fetched: "a compiler with the wasm32 target, if this one has none",
        mend: "install Rust (https://rustup.rs)",
    },
    Need {
        name: "rust: linker",
        any: &[&["cc", "--version"]],
        fetched: "",
        mend: "on Debian and Ubuntu type: sudo apt-get install build-essential",
    },
    Need {
        name: "c: compiler",
        any: &[&["clang", "--version"], &["zig", "version"], PYTHON],
        fetched: "zig from PyPI, if there is neither clang with wasm-ld nor zig",
        mend: "on Debian and Ubuntu type: sudo apt-get install clang lld",
    },
    Need {
        name: "python: python3",
        any: &[PYTHON],
        fetched: "componentize-py from PyPI",
        mend: "on Debian and Ubuntu type: sudo apt-get install python3 python3-venv",
    },
    Need {
        name: "javascript: node",
        any: &[&["node", "--version"], PYTHON],
        fetched: "componentize-js from the npm registry, and Node.js from PyPI where there is none with npm",
        mend: NODE,
    },
];

/// One check for each program.
pub(super) fn checks() -> Vec<Check> {
    NEEDS.iter().map(Need::check).collect()
}

impl Need {
    fn check(&self) -> Check {
        let found = self.any.iter().find_map(|command| Some((command[0], answer(command)?)));
        let (ok, detail) = match found {
            Some((program, version)) => (true, format!("{program}: {version}")),
            None => (false, "not found".to_owned()),
        };
        let detail = match self.fetched {
            "" => detail,
            fetched => format!("{detail}; `sandbar build` fetches {fetched}"),
        };
        let mend = (!ok).then(|| self.mend.to_owned());
        Check { name: self.name.to_owned(), ok, detail, mend }
    }
}

/// The first line of what a command says, if it works.
fn answer(command: &[&str]) -> Option<String> {
    let (program, arguments) = command.split_first()?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| said.lines().next().unwrap_or_default().to_owned())
}
