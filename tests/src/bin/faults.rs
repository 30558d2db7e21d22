//! Kills, stops and restarts what a real cluster consists of and prints what was lost (`make faults`): first argument, how
//! often each; second, the seed; third, the one fault to cause.

use std::{
    io::{self, Read, Write},
    process::ExitCode,
    time::Duration,
};

use sandbar_tests::faults::{FAULTS, Outcome, Random};

fn main() -> anyhow::Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let repeat: usize = arguments.next().map_or(Ok(5), |repeat| repeat.parse())?;
    let seed = arguments.next().map_or_else(chance, |seed| Ok(seed.parse()?))?;
    let only = arguments.next();
    let mut random = Random::new(seed);
    let mut out = io::stdout().lock();
    writeln!(out, "seed {seed}; the same again: make faults REPEAT={repeat} SEED={seed}")?;
    writeln!(
        out,
        "{:<4} {:<52} {:>4} {:>6} {:>8} {:>6} {:>9} {:>9}",
        "", "the fault", "runs", "lost", "doubled", "others", "back in", "at most"
    )?;
    let mut wrong = 0;
    for fault in FAULTS.iter().filter(|fault| only.as_ref().is_none_or(|only| fault.number == only))
    {
        let outcomes: Vec<Outcome> = (0..repeat).map(|_| fault.run(&mut random)).collect();
        let sum = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).sum::<u64>();
        let (lost, others) = (sum(|outcome| outcome.lost), sum(|outcome| outcome.others));
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.recovery).collect();
        times.sort();
        let seconds = |at: usize| times.get(at).map_or(0.0, Duration::as_secs_f64);
        writeln!(
            out,
            "{:<4} {:<52} {:>4} {lost:>6} {:>8} {others:>6} {:>7.2} s {:>7.2} s",
            fault.number,
            fault.does,
            outcomes.len(),
            sum(|outcome| outcome.doubled),
            seconds(times.len() / 2),
            seconds(times.len().saturating_sub(1))
        )?;
        wrong += lost + others;
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A seed from the system.
fn chance() -> anyhow::Result<u64> {
    let mut bytes = [0; 4];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes).into())
}
