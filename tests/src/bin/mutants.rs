//! Puts bugs into a copy of the checkout and prints of each whether the oracle of the simulation sees it (`make mutants`):
//! first argument, a part of the name of the bug to try alone.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::bail;
use sandbar_tests::mutants::{Copy, MUTANTS};

fn main() -> anyhow::Result<ExitCode> {
    let only = std::env::args().nth(1).unwrap_or_default();
    let mut out = io::stdout().lock();
    let copy = Copy::build()?;
    let (mut caught, mut tried) = (0, 0);
    for (number, mutant) in MUTANTS.iter().enumerate() {
        if !mutant.name.contains(&only) {
            continue;
        }
        let verdict = copy.judge(Some(number))?;
        tried += 1;
        caught += usize::from(verdict.caught);
        let said = if verdict.caught { "caught" } else { "MISSED" };
        writeln!(out, "{said}: {}\n        {}", mutant.name, verdict.shown)?;
    }
    let verdict = copy.judge(None)?;
    if verdict.caught {
        bail!("the tests fail without any bug: {}", verdict.shown);
    }
    writeln!(out, "without a bug: {}\n{caught} of {tried} seeded bugs caught", verdict.shown)?;
    Ok(if caught == tried { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
