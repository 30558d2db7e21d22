//! Whether what was seen of an attack is what the table expects.

use super::{Case, Expected, Fate, Letter, Observed};

/// Most that an attack may make the process grow: a few times the memory limit of an operator and the cap of a batch.
const GROWTH_BYTES_MAX: u64 = 200 << 20;

/// Most CPU time that a stopped call may have used above its limit: a few ticks, and the longest bulk operation that 64 MiB
/// allow on a slow machine.
const OVERRUN_MS_MAX: u64 = 500;

/// # Errors
/// Everything that is not as the table says.
pub fn check(case: &Case, seen: &Observed) -> Result<(), String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, message: String| {
        if !holds {
            wrong.push(message);
        }
    };
    must(seen.neighbour_whole, "the pipeline beside it lost output".to_owned());
    must(
        seen.companion_whole != Some(false),
        "the operator on the same thread lost output".to_owned(),
    );
    let messages = seen.letters.iter().map(|letter| &letter.message);
    for message in messages.chain(seen.halted.iter().map(|(_, message)| message)) {
        if let Some(over_ms) = overrun_ms(message).filter(|over_ms| *over_ms > OVERRUN_MS_MAX) {
            must(false, format!("a call ran {over_ms} ms above its limit: {message}"));
        }
    }
    let mib = seen.memory_bytes >> 20;
    must(seen.memory_bytes <= GROWTH_BYTES_MAX, format!("the process grew by {mib} MiB"));
    let outcome = match case.expected {
        Expected::Refused(parts) => refused(seen, parts),
        Expected::Halted(code, part) => match &seen.halted {
            Some((found, message)) if found == code.name() && message.contains(part) => Ok(()),
            other => Err(format!("expected a halt by {code} with `{part}`, found {other:?}")),
        },
        Expected::Records(fates) => records(case, seen, fates),
    };
    wrong.extend(outcome.err());
    wrong.extend((case.also)(seen).err());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
}

/// How far the call that `message` tells of went above its limit.
fn overrun_ms(message: &str) -> Option<u64> {
    let (_, rest) = message.split_once(" used ")?;
    let (used, rest) = rest.split_once(" ms of CPU time, its limit is ")?;
    let (limit, _) = rest.split_once(" ms")?;
    used.parse::<u64>().ok()?.checked_sub(limit.parse().ok()?)
}

fn refused(seen: &Observed, parts: &[&str]) -> Result<(), String> {
    let Some(message) = &seen.refused else {
        return Err("the upload was not refused".to_owned());
    };
    let missing: Vec<&&str> = parts.iter().filter(|part| !message.contains(**part)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("the refusal does not name {missing:?}: {message}"))
}

fn records(case: &Case, seen: &Observed, fates: &[Fate]) -> Result<(), String> {
    if let Some(message) = &seen.refused {
        return Err(format!("the upload was refused: {message}"));
    }
    if let Some((code, message)) = &seen.halted {
        return Err(format!("the pipeline halted: {code}: {message}"));
    }
    let (mut passed, mut letters) = (seen.passed.iter(), seen.letters.iter());
    for (record, fate) in case.records().iter().zip(fates.iter().cycle()) {
        let shown = &record[..record.len().min(20)];
        match fate {
            Fate::Passes => match passed.next() {
                Some(found) if found == record => {}
                other => {
                    let other = other.map(|found| found.chars().take(100).collect::<String>());
                    return Err(format!("`{shown}` should have passed, found {other:?}"));
                }
            },
            Fate::Dies(code, part) => match letters.next() {
                Some(Letter { cause, message, value })
                    if value == record && cause == code.name() && message.contains(part) => {}
                other => {
                    let other = other.map(|Letter { cause, message, .. }| (cause, message));
                    return Err(format!(
                        "`{shown}` should have died of {code} with `{part}`, found {other:?}"
                    ));
                }
            },
        }
    }
    match (passed.next(), letters.next()) {
        (None, None) => Ok(()),
        (passed, letter) => Err(format!(
            "more came out than went in: {} and {}",
            if passed.is_some() { "a record" } else { "no record" },
            if letter.is_some() { "a dead letter" } else { "no dead letter" },
        )),
    }
}
