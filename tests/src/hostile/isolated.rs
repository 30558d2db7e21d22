//! Runs an attack in a process of its own, which alone can show that it neither crashes nor grows.

use std::{path::Path, process::Command};

use super::{Case, Observed};

/// Runs `case` by `program`, which is the binary `hostile`.
///
/// # Errors
/// How the process ended, if it did not end as it should.
pub fn isolated(program: &Path, case: &Case) -> Result<Observed, String> {
    let output = Command::new(program).arg(case.name).output();
    let output = output.map_err(|error| format!("{}: {error}", program.display()))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(format!("its process ended with {}: {stderr}", output.status));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("no observation: {error}"))
}
