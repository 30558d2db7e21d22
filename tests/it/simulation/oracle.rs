//! What reached the sinks, and whether that is what should have. Outlives every crash.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
    sync::Mutex,
};

/// Records of each source task, and over how many keys they go.
pub(super) const RECORDS: u64 = 2_100;
pub(super) const KEYS: u64 = 5;
pub(super) const SOURCES: u64 = 2;

/// Key and value of record `index` of a source task: values are dense for each key.
pub(super) fn record(task: u32, index: u64) -> (String, u64) {
    (format!("{task}-{}", index % KEYS), index / KEYS)
}

#[derive(Default)]
pub(super) struct Oracle(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    records: Vec<(u64, u32, String, u64)>,
    /// Of each source task whose senders wait, how many of its records were acknowledged.
    acknowledged: BTreeMap<u32, u64>,
    early: u64,
    /// Whether the pipeline rests, by what its user was told.
    resting: bool,
    restless: u64,
    log: DefaultHasher,
}

/// What an oracle saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) lost: u64,
    pub(super) doubled: u64,
    /// Records that came before an earlier one of their key and epoch.
    pub(super) disordered: u64,
    /// Records that were acknowledged and are in no sink.
    pub(super) early: u64,
    /// Records that came while the pipeline was paused or stopped.
    pub(super) restless: u64,
    /// Epochs that reached a sink.
    pub(super) epochs: u64,
    /// Of everything that happened, in order.
    pub(super) hash: u64,
}

impl Oracle {
    pub(super) fn took(&self, epoch: u64, task: u32, key: &[u8], value: &[u8]) {
        let key = String::from_utf8(key.to_vec()).expect("keys are text");
        let value = std::str::from_utf8(value).expect("text").parse().expect("a number");
        self.happened(&format!("{epoch} {task} {key} {value}"));
        let mut seen = self.0.lock().expect("one thread");
        seen.restless += u64::from(seen.resting);
        seen.records.push((epoch, task, key, value));
    }

    /// How many records of a source task need not come again.
    pub(super) fn acknowledged(&self, task: u32) -> u64 {
        self.0.lock().expect("one thread").acknowledged.get(&task).copied().unwrap_or(0)
    }

    /// Records of a source task are said to be in a sink.
    pub(super) fn acknowledge(&self, task: u32, range: Range<u64>) {
        self.happened(&format!("{task} acknowledges {range:?}"));
        let mut seen = self.0.lock().expect("one thread");
        let mut missing: BTreeSet<_> = range.clone().map(|index| record(task, index)).collect();
        for (_, _, key, value) in seen.records.iter().rev() {
            if missing.is_empty() {
                break;
            }
            missing.remove(&(key.clone(), *value));
        }
        seen.early += missing.len() as u64;
        let acknowledged = seen.acknowledged.entry(task).or_default();
        *acknowledged = range.end.max(*acknowledged);
    }

    pub(super) fn resting(&self, resting: bool) {
        self.0.lock().expect("one thread").resting = resting;
    }

    /// Something happened at this moment of the simulation.
    pub(super) fn happened(&self, what: &str) {
        let at = turmoil::sim_elapsed().map(|at| at.as_millis());
        (at, what).hash(&mut self.0.lock().expect("one thread").log);
    }

    pub(super) fn verdict(&self) -> Verdict {
        let seen = self.0.lock().expect("one thread");
        let (hash, restless, early) = (seen.log.finish(), seen.restless, seen.early);
        let mut verdict = Verdict { hash, restless, early, ..Verdict::default() };
        let mut counts: BTreeMap<(&str, u64), u64> = BTreeMap::new();
        let mut last: BTreeMap<(u64, &str), u64> = BTreeMap::new();
        let mut epochs = BTreeSet::new();
        for (epoch, _, key, value) in &seen.records {
            *counts.entry((key, *value)).or_default() += 1;
            epochs.insert(*epoch);
            if last.insert((*epoch, key), *value).is_some_and(|before| *value != before + 1) {
                verdict.disordered += 1;
            }
        }
        verdict.epochs = epochs.len() as u64;
        verdict.lost = SOURCES * RECORDS - counts.len() as u64;
        verdict.doubled = counts.values().map(|count| count - 1).sum();
        verdict
    }
}
