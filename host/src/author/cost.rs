//! What an operator cost, in a few lines: how much it took and gave, CPU time beside the limit of a call, memory, and which
//! of its rights it used.

use std::{collections::BTreeSet, time::Duration};

use indicatif::{HumanBytes, HumanCount};
use sandbar_dataflow::{BATCH_RECORDS, Snapshot};

use super::profile::Profile;
use crate::pipeline::Plugin;

/// With fewer records the first call of an instance, which finds no memory ready, is most of what is measured.
const SAMPLE_MIN: u64 = 256;

/// What one operator cost in one run, or in several.
#[derive(Clone, Debug, Default)]
pub struct Cost {
    pub counts: Snapshot,
    pub rights: BTreeSet<&'static str>,
    /// How what was run is compiled: what is shipped takes less than a quick build.
    pub profile: Profile,
}

impl Cost {
    pub fn of(profile: Profile) -> Self {
        Self { profile, ..Self::default() }
    }

    pub fn add(&mut self, counts: Snapshot, rights: &BTreeSet<&'static str>) {
        self.counts += counts;
        self.rights.extend(rights);
    }

    /// For people; `plugin` has the limits and the rights it could have used.
    pub fn text(&self, plugin: &Plugin) -> String {
        let counts = &self.counts;
        let records = format!(
            "records  {} in, {} out, {} rejected",
            HumanCount(counts.records_in),
            HumanCount(counts.records_out),
            HumanCount(counts.rejected)
        );
        let memory = format!(
            "memory   {} at most, of {}",
            HumanBytes(counts.memory_bytes_peak),
            HumanBytes(plugin.limits.memory_bytes_max)
        );
        let unused: Vec<&str> = plugin.rights.iter().map(String::as_str).collect();
        let unused = unused.iter().filter(|right| !self.rights.contains(*right)).count();
        let used: Vec<&str> = self.rights.iter().copied().collect();
        let used = if used.is_empty() { "none".to_owned() } else { used.join(", ") };
        let rights = format!("rights   used {used}; {unused} more are imported");
        format!("{records}\n{}\n{memory}\n{rights}", self.cpu(plugin.limits.call))
    }

    /// The share that a call of the size the engine cuts would have of its limit.
    fn cpu(&self, limit: Duration) -> String {
        let Some(nanoseconds) = self.counts.cpu_ns_per_record() else {
            return "cpu      no record came".to_owned();
        };
        if self.counts.sampled_records < SAMPLE_MIN {
            let count = self.counts.sampled_records;
            let time = nanoseconds / 1e3;
            let more = match self.profile {
                Profile::Shipped => "and with the first call: a case of 1,000 says more",
                Profile::Quick => {
                    "with the first call, in a quick build: a case of 1,000 and `--shipped` say more"
                }
            };
            return format!("cpu      {time:.1} µs a record, of {count} records {more}");
        }
        let share = nanoseconds * BATCH_RECORDS as f64 / limit.as_nanos() as f64;
        let time = match nanoseconds {
            short if short < 1e3 => format!("{short:.0} ns"),
            short if short < 1e6 => format!("{:.1} µs", short / 1e3),
            long => format!("{:.1} ms", long / 1e6),
        };
        match self.profile {
            Profile::Shipped => format!(
                "cpu      {time} a record: {BATCH_RECORDS} of them, a full call, are {:.1} % of its {} ms",
                share * 100.0,
                limit.as_millis()
            ),
            Profile::Quick => format!(
                "cpu      {time} a record in a quick build; what is shipped takes less, as `--shipped` tells"
            ),
        }
    }
}
