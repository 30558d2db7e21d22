//! The compiler for guests, found or made by the same script that the Makefile runs: it comes with the program, so that an
//! author needs no checkout for it.

use std::{path::PathBuf, process::Command};

use anyhow::{Context as _, anyhow};

/// Finds a compiler that has the target, or makes one, and prints its path.
const SCRIPT: &str = include_str!("../../../sdk/toolchain/ensure-wasm-target.sh");

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
