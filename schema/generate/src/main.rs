//! `generate` writes the Rust made from the schemas; `generate --check` writes nothing and fails when a committed file
//! is stale.

use std::fs;
use std::io::{Write as _, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use sandbar_schema_generate::{COMMAND, Generated, generate, stale};

fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let check = match (arguments.next().as_deref(), arguments.next()) {
        (None, None) => false,
        (Some("--check"), None) => true,
        _ => bail!("expected no argument or `--check`"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .context("this package lies two folders below the root of its checkout")?;
    let files = generate(root)?;
    let stale = stale(root, &files)?;
    if check { report(&stale) } else { write(root, &stale) }
}

fn report(stale: &[&Generated]) -> Result<ExitCode> {
    if stale.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let mut stderr = stderr().lock();
    for file in stale {
        writeln!(stderr, "stale: {}", file.path.display())?;
    }
    writeln!(stderr, "run `{COMMAND}` and commit what it writes")?;
    Ok(ExitCode::FAILURE)
}

fn write(root: &Path, stale: &[&Generated]) -> Result<ExitCode> {
    let mut stdout = stdout().lock();
    for file in stale {
        let path = root.join(&file.path);
        fs::write(&path, &file.text).with_context(|| format!("cannot write {}", path.display()))?;
        writeln!(stdout, "wrote {}", file.path.display())?;
    }
    Ok(ExitCode::SUCCESS)
}
