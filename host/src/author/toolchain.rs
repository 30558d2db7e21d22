//! The compilers for guests, found or fetched by the same scripts that the Makefile runs: they come with the program, so
//! that an author needs no checkout for them.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, anyhow};

use super::language::Language;

/// Finds a compiler that has the target, or makes one, and prints its path.
const SCRIPT: &str = include_str!("../../../sdk/toolchain/ensure-wasm-target.sh");

/// The same for other languages: prints a command, one word a line.
pub(super) const LANGUAGES: &str = include_str!("../../../sdk/toolchain/ensure-language.sh");

/// What guests are built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A `rustc` that can build guests. May take a minute and download it; progress goes to stderr.
///
/// # Errors
/// If there is none and none can be made; the script has said why and what to do.
pub fn rustc() -> anyhow::Result<PathBuf> {
    let mut script = Command::new("sh");
    script.args(["-c", SCRIPT]).stderr(std::process::Stdio::inherit());
    let output = script.output().context("no shell (`sh`) to look for a compiler with")?;
    let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match output.status.success() && !path.is_empty() {
        true => Ok(PathBuf::from(path)),
        false => Err(anyhow!(
            "no compiler for {TARGET}; the lines above say why. By hand: install Rust (https://rustup.rs), then type: rustup target add {TARGET}"
        )),
    }
}

/// [`words`] as a command.
///
/// # Errors
/// As there.
pub fn command(language: Language) -> anyhow::Result<Command> {
    let words = words(language, None)?;
    let (program, arguments) = words.split_first().expect("there is a word");
    let mut command = Command::new(program);
    command.args(arguments);
    Ok(command)
}

/// The command that builds operators in `language`, which is not Rust, as `ensure-language.sh` prints it: its words. Which
/// releases of packages it takes, the lock file in the folder `locked` says. May take a minute and download it; progress goes
/// to stderr.
///
/// # Errors
/// If there is none and none can be fetched; the script has said why and what to do.
pub fn words(language: Language, locked: Option<&Path>) -> anyhow::Result<Vec<String>> {
    let mut script = Command::new("sh");
    script.args(["-c", LANGUAGES, "ensure-language.sh", &language.to_string()]).args(locked);
    let output = script.stderr(std::process::Stdio::inherit()).output();
    let output = output.context("no shell (`sh`) to look for a compiler with")?;
    let words: Vec<String> =
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    match output.status.success() && !words.is_empty() {
        true => Ok(words),
        false => Err(anyhow!(
            "nothing here builds operators in {language}; the lines above say why and what to do"
        )),
    }
}
