//! Kills, stops and starves what a real cluster consists of, does to its network what networks do, and prints what was
//! lost (`make faults`): first argument, how often each; second, the seed, 0: any; third, the one fault to cause.

use std::{
    io::{self, Read, Write},
    process::ExitCode,
    time::Duration,
};

use sandbar_tests::faults::{FAULTS, Outcome, Random, enter};

fn main() -> anyhow::Result<ExitCode> {
    let mut arguments = enter()?.into_iter();
    let repeat: usize = arguments.next().map_or(Ok(5), |repeat| repeat.parse())?;
    let seed = arguments.next().map_or(Ok(0), |seed| seed.parse())?;
    let seed = if seed == 0 { chance()? } else { seed };
    let only = arguments.next();
    let mut random = Random::new(seed);
    let mut out = io::stdout().lock();
    writeln!(out, "seed {seed}; the same again: make faults REPEAT={repeat} SEED={seed}")?;
    writeln!(
        out,
        "{:<4} {:<52} {:>4} {:>6} {:>8} {:>6} {:>9} {:>9} {:>8}",
        "", "the fault", "runs", "lost", "doubled", "wrong", "back in", "at most", "memory"
    )?;
    let mut failed = 0;
    for fault in FAULTS.iter().filter(|fault| only.as_ref().is_none_or(|only| fault.number == only))
    {
        let outcomes: Vec<Outcome> = (0..repeat).map(|_| fault.run(&mut random)).collect();
        let sum = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).sum::<u64>();
        let (lost, wrong) = (sum(|outcome| outcome.lost), sum(|outcome| outcome.wrong));
        let memory = outcomes.iter().map(|outcome| outcome.memory_bytes).max().unwrap_or(0);
        let mut times: Vec<Duration> = outcomes.iter().map(|outcome| outcome.recovery).collect();
        times.sort();
        let seconds = |at: usize| times.get(at).map_or(0.0, Duration::as_secs_f64);
        writeln!(
            out,
            "{:<4} {:<52} {:>4} {lost:>6} {:>8} {wrong:>6} {:>7.2} s {:>7.2} s {:>4} MiB",
            fault.number,
            fault.does,
            outcomes.len(),
            sum(|outcome| outcome.doubled),
            seconds(times.len() / 2),
            seconds(times.len().saturating_sub(1)),
            memory >> 20
        )?;
        failed += lost + wrong;
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A seed from the system.
fn chance() -> anyhow::Result<u64> {
    let mut bytes = [0; 4];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes).into())
}
