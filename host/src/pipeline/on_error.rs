//! `on_error` of a node: one policy for all classes of faults, and what single classes have instead.

use std::{ops::RangeInclusive, time::Duration};

use sandbar_dataflow::{Breaker, ErrorPolicy, Policies, Then};

use super::{diagnostic::Problems, table::Table};

/// The wait doubles with each retry; ten of them are a factor of a thousand.
const RETRY: RangeInclusive<u32> = 0..=10;

/// A task that waits longer than this before its first retry looks dead.
const BACKOFF: RangeInclusive<Duration> = Duration::ZERO..=Duration::from_secs(60);

const THEN: &[(&str, Then)] =
    &[("skip", Then::Skip), ("dead-letter", Then::DeadLetter), ("halt", Then::Halt)];

const BREAKER: &[(&str, Breaker)] = &[("on", Breaker::On), ("off", Breaker::Off)];

/// Reads `on_error` of an operator.
pub(super) fn operator(mut table: Table<'_>, problems: &mut Problems) -> Policies {
    let all = policy(&mut table, ErrorPolicy::default(), problems);
    let mut class = |name| match table.table(name, problems) {
        Some(mut table) => {
            let policy = policy(&mut table, all, problems);
            table.finish(problems);
            policy
        }
        None => all,
    };
    let mut policies = Policies {
        failures: class("failures"),
        traps: class("traps"),
        limits: class("limits"),
        // A record that was examined and refused will be refused again.
        rejects: ErrorPolicy { retry: 0, ..all },
        ..Policies::default()
    };
    rejects(&mut table, &mut policies, problems);
    if let Some(breaker) = table.choice("breaker", BREAKER, problems) {
        policies.breaker = breaker;
    }
    table.finish(problems);
    policies
}

/// Reads `on_error` of a source or sink, which can only meet records that it cannot read or write: one that fails itself
/// halts.
pub(super) fn connector(mut table: Table<'_>, problems: &mut Problems) -> Policies {
    let mut policies = Policies::default();
    if let Some(then) = table.choice("then", THEN, problems) {
        policies.rejects.then = then;
    }
    rejects(&mut table, &mut policies, problems);
    table.finish(problems);
    policies
}

/// Reads what becomes of rejected records; they are not retried.
fn rejects(table: &mut Table<'_>, policies: &mut Policies, problems: &mut Problems) {
    if let Some(mut rejects) = table.table("rejects", problems) {
        if let Some(then) = rejects.choice("then", THEN, problems) {
            policies.rejects.then = then;
        }
        rejects.finish(problems);
    }
}

fn policy(table: &mut Table<'_>, default: ErrorPolicy, problems: &mut Problems) -> ErrorPolicy {
    ErrorPolicy {
        retry: table.count("retry", RETRY, problems).unwrap_or(default.retry),
        backoff: table.duration("backoff", BACKOFF, problems).unwrap_or(default.backoff),
        then: table.choice("then", THEN, problems).unwrap_or(default.then),
    }
}
