//! Operators in JavaScript: esbuild joins the code and what it imports, and componentize-js makes a component of it and of
//! the engine SpiderMonkey, without clocks, randomness, streams and network.

use std::{fs, path::Path, process::Command};

use anyhow::{Context as _, bail};
use sandbar_schema::OPERATOR_WIT;

use super::{Language, Part, compiled, write_interface};
use crate::author::{build::Failure, project::Project, toolchain};

pub(super) const PARTS: &[Part] = &[
    ("src/plugin.js", include_str!("../../../../sdk/templates/javascript/plugin.js")),
    ("src/sandbar.js", include_str!("../../../../sdk/javascript/sandbar.js")),
    (
        "cases/first/expected/rejects.jsonl",
        include_str!("../../../../sdk/templates/javascript/rejects.jsonl"),
    ),
];

/// What node is given to do. It finds its packages in the folder it runs in.
pub(super) const BUILD: &str = include_str!("../../../../sdk/javascript/build.mjs");

/// The packages that it finds there, and which releases of them and of theirs.
const PACKAGES: [(&str, &str); 2] = [
    ("package.json", include_str!("../../../../sdk/javascript/package.json")),
    ("package-lock.json", LOCK),
];

pub(super) const LOCK: &str = include_str!("../../../../sdk/javascript/package-lock.json");

pub(super) fn compile(project: &Project, built: &Path) -> anyhow::Result<Result<Vec<u8>, Failure>> {
    write_interface(&built.join("wit"), OPERATOR_WIT)?;
    let component = built.join("component.wasm");
    let locked = built.join("packages");
    fs::create_dir_all(&locked)?;
    for (name, text) in PACKAGES {
        fs::write(locked.join(name), text)?;
    }
    let words = toolchain::words(Language::JavaScript, Some(&locked))?;
    let [node, packages] = &words[..] else { bail!("no node and no packages in {words:?}") };
    let mut command = Command::new(node);
    command.args(["--input-type=module", "--eval", BUILD, "--"]);
    command.arg(project.folder.join("src/sandbar.js")).arg(built.join("wit")).arg(&component);
    compiled(&mut command, Path::new(packages))?.map_or_else(
        |failure| Ok(Err(failure)),
        |()| fs::read(&component).map(Ok).with_context(|| component.display().to_string()),
    )
}
