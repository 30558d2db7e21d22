//! Operators in C: clang and wasm-ld, or zig, make a core module of one file and the header that came with the project.

use std::{fs, path::Path};

use anyhow::Context as _;

use super::{Language, Part, compiled};
use crate::author::{build::Failure, project::Project, toolchain};

pub(super) const PARTS: &[Part] = &[
    ("src/plugin.c", include_str!("../../../../sdk/templates/c/plugin.c")),
    ("src/sandbar.h", include_str!("../../../../sdk/c/sandbar.h")),
    (
        "cases/first/expected/rejects.jsonl",
        include_str!("../../../../sdk/templates/c/rejects.jsonl"),
    ),
];

/// As for Rust: optimised for speed, with debug information, which is kept aside.
const FLAGS: &[&str] = &[
    "-std=c11",
    "-ffreestanding",
    "-nostdlib",
    "-mbulk-memory",
    "-msimd128",
    "-O3",
    "-g",
    "-Wall",
    "-Wextra",
    "-Wl,--no-entry",
    "-Wl,-z,stack-size=65536",
];

pub(super) fn compile(project: &Project, built: &Path) -> anyhow::Result<Result<Vec<u8>, Failure>> {
    let mut command = toolchain::command(Language::C)?;
    let module = built.join("module.wasm");
    // A plugin names no folder of the machine it was built on.
    command.arg(format!("-ffile-prefix-map={}=.", project.folder.display()));
    command.args(FLAGS).arg("-o").arg(&module).arg(Language::C.source());
    compiled(&mut command, &project.folder)?.map_or_else(
        |failure| Ok(Err(failure)),
        |()| fs::read(&module).map(Ok).with_context(|| module.display().to_string()),
    )
}
