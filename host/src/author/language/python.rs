//! Operators in Python: componentize-py makes a component of CPython, the code, and what it imported while it was built.
//! Its linker cannot tell the exports `open` and `close` from libc's functions of these names, so they have other names
//! until the component is made.

use std::{fs, path::Path, process::Command};

use anyhow::Context as _;
use sandbar_schema::OPERATOR_WIT;
use wasmparser::{Parser, Payload};

use super::{Language, Part, compiled, write_interface};
use crate::author::{build::Failure, debug::length, project::Project, toolchain};

pub(super) const PARTS: &[Part] = &[
    ("src/plugin.py", include_str!("../../../../sdk/templates/python/plugin.py")),
    ("src/sandbar.py", include_str!("../../../../sdk/python/sandbar.py")),
    (
        "cases/first/expected/rejects.jsonl",
        include_str!("../../../../sdk/templates/python/rejects.jsonl"),
    ),
];

/// Exports while a component is made, and in the guest interface.
const RENAMED: [(&str, &str); 2] = [("start-up", "open"), ("shut-down", "close")];

/// Python's own message for what is none, since componentize-py's is a page; else which world the operator belongs to.
const CHECK: &str = "
import sys
code = compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec', dont_inherit=True)
with open(sys.argv[2], 'w') as world:
    world.write('timed-operator' if 'on_watermark' in code.co_names else 'operator')
";

pub(super) fn compile(project: &Project, built: &Path) -> anyhow::Result<Result<Vec<u8>, Failure>> {
    let mut command = toolchain::command(Language::Python)?;
    let chosen = built.join("world");
    let mut python = Command::new("python3");
    python.args(["-c", CHECK, Language::Python.source()]).arg(&chosen);
    if let Err(failure) = compiled(&mut python, &project.folder)? {
        return Ok(Err(failure));
    }
    let world = fs::read_to_string(&chosen).with_context(|| chosen.display().to_string())?;
    let mut wit = OPERATOR_WIT.to_owned();
    for (before, after) in RENAMED {
        wit = wit.replace(&format!("export {after}:"), &format!("export {before}:"));
    }
    write_interface(&built.join("wit"), &wit)?;
    let component = built.join("component.wasm");
    command.args(["--quiet", "--wit-path"]).arg(built.join("wit"));
    command.args(["--world", &world, "componentize", "sandbar", "--stub-wasi"]);
    command.args(["--python-path", "src", "--output"]).arg(&component);
    // Its own stack is no help to an author.
    command
        .env_remove("RUST_BACKTRACE")
        .env_remove("VIRTUAL_ENV")
        .env("PYTHONDONTWRITEBYTECODE", "1");
    if let Err(failure) = compiled(&mut command, &project.folder)? {
        return Ok(Err(failure));
    }
    let bytes = fs::read(&component).with_context(|| component.display().to_string())?;
    Ok(renamed(&bytes).map_err(|error| Failure::Refused(vec![error.to_string()])))
}

/// A copy of `component` whose outermost exports have the names of the guest interface.
fn renamed(component: &[u8]) -> wasmparser::Result<Vec<u8>> {
    const HEADER_BYTES: usize = 8;
    let mut copy = component.get(..HEADER_BYTES).unwrap_or_default().to_vec();
    let mut depth = 0_usize;
    // How far `component` is copied.
    let mut done = copy.len();
    for payload in Parser::new(0).parse_all(component) {
        match payload? {
            Payload::Version { .. } => depth += 1,
            Payload::End(_) => depth -= 1,
            Payload::ComponentExportSection(section) if depth == 1 => {
                let range = section.range();
                let (start, end) = (range.start as usize, range.end as usize);
                let mut content = Vec::new();
                let mut from = start;
                for export in section.into_iter_with_offsets() {
                    let (offset, export) = export?;
                    let name = export.name.name;
                    let Some((_, after)) = RENAMED.iter().find(|(before, _)| *before == name)
                    else {
                        continue;
                    };
                    // One byte says what kind of name it is, then come its length, one byte here, and the name.
                    let at = offset as usize + 1;
                    content.extend_from_slice(&component[from..at]);
                    length(&mut content, after.len());
                    content.extend_from_slice(after.as_bytes());
                    from = at + 1 + name.len();
                }
                content.extend_from_slice(&component[from..end]);
                // Before the content stand the section's number and length.
                let mut before = Vec::new();
                length(&mut before, end - start);
                copy.extend_from_slice(&component[done..start - before.len()]);
                length(&mut copy, content.len());
                copy.extend_from_slice(&content);
                done = end;
            }
            _ => {}
        }
    }
    copy.extend_from_slice(&component[done..]);
    Ok(copy)
}
