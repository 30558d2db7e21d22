//! Attacks the sandbox with every hostile plugin and prints what stopped each (`make hostile`). With the name of a case, it
//! runs that one in this process and prints what was seen of it, as JSON.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use anyhow::anyhow;
use sandbar_tests::hostile::{self, Case, Expected, Observed};

/// The allocator of the real program, so that memory grows as it does there.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<ExitCode> {
    if let Some(name) = std::env::args().nth(1) {
        let case = Case::find(&name).ok_or_else(|| anyhow!("there is no attack `{name}`"))?;
        serde_json::to_writer(io::stdout().lock(), &hostile::run(case)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let program = std::env::current_exe()?;
    let (mut cases, mut failed, mut memory_bytes) = (0, 0, 0);
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:<4} {:<46} {:<23} {:<10} {:>9} {:>9}",
        "", "the plugin ...", "stopped by", "neighbours", "ms each", "memory"
    )?;
    for case in hostile::all() {
        let seen = hostile::isolated(&program, case);
        let verdict =
            seen.as_ref().map_err(Clone::clone).and_then(|seen| hostile::check(case, seen));
        cases += 1;
        if let Ok(seen) = &seen {
            memory_bytes = memory_bytes.max(seen.memory_bytes);
            row(&mut out, case, seen)?;
        } else {
            writeln!(out, "{:<4} {:<46}", case.number, case.tries)?;
        }
        if let Err(wrong) = verdict {
            failed += 1;
            writeln!(out, "     FAILED: {wrong}")?;
        }
    }
    let held = cases - failed;
    writeln!(
        out,
        "{held} of {cases} attacks were stopped as they should; the process grew by at most {} MiB",
        memory_bytes >> 20
    )?;
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn row(out: &mut impl Write, case: &Case, seen: &Observed) -> io::Result<()> {
    let whole = seen.neighbour_whole && seen.companion_whole != Some(false);
    let beside = if whole { "unharmed" } else { "HARMED" };
    let each = seen.elapsed_ms / seen.stopped.max(1) as f64;
    let memory = format!("{} MiB", seen.memory_bytes >> 20);
    let (number, tries) = (case.number, case.tries);
    writeln!(
        out,
        "{number:<4} {tries:<46} {:<23} {beside:<10} {each:>9.1} {memory:>9}",
        stopped_by(case, seen)
    )?;
    match message(seen) {
        Some(message) => writeln!(out, "     {}", shortened(message)),
        None => Ok(()),
    }
}

/// What stopped the attack, in a word.
fn stopped_by(case: &Case, seen: &Observed) -> String {
    if seen.refused.is_some() {
        return "inspection".to_owned();
    }
    if let Some((code, _)) = &seen.halted {
        return code.clone();
    }
    match seen.letters.first() {
        Some(letter) => letter.cause.clone(),
        None if matches!(case.expected, Expected::Records(_)) => {
            "runs within its limits".to_owned()
        }
        None => "nothing".to_owned(),
    }
}

fn message(seen: &Observed) -> Option<&str> {
    let halted = seen.halted.as_ref().map(|(_, message)| message.as_str());
    let letter = seen.letters.first().map(|letter| letter.message.as_str());
    seen.refused.as_deref().or(halted).or(letter)
}

fn shortened(message: &str) -> String {
    /// Fits a terminal of usual width, indented.
    const CHARS_MAX: usize = 110;
    let line = message.lines().next().unwrap_or_default();
    match line.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}...", &line[..end]),
        None => line.to_owned(),
    }
}
