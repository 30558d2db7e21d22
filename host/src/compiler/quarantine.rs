//! Plugins that brought their compiler down, and how: they are refused at once when they come again. Kept in memory only,
//! so that a host that was started anew, perhaps with a mended compiler, tries them once more.

use std::collections::{BTreeMap, VecDeque};

use sandbar_control::{Digest, Problem};

/// Digests that are remembered. Each took up to a minute of CPU time to get here.
const DIGESTS_MAX: usize = 4_096;

#[derive(Debug, Default)]
pub(super) struct Quarantine {
    reasons: BTreeMap<Digest, String>,
    oldest: VecDeque<Digest>,
}

impl Quarantine {
    pub(super) fn check(&self, digest: &Digest) -> Result<(), Problem> {
        match self.reasons.get(digest) {
            Some(reason) => {
                let message =
                    format!("this plugin is in quarantine: when it was compiled before, {reason}");
                Err(problem(message))
            }
            None => Ok(()),
        }
    }

    /// The problem to refuse the plugin with, this time.
    pub(super) fn add(&mut self, digest: Digest, reason: String) -> Problem {
        if self.reasons.insert(digest.clone(), reason.clone()).is_none() {
            self.oldest.push_back(digest);
        }
        if self.oldest.len() > DIGESTS_MAX
            && let Some(oldest) = self.oldest.pop_front()
        {
            self.reasons.remove(&oldest);
        }
        problem(format!("this plugin cannot be compiled: {reason}"))
    }
}

fn problem(message: String) -> Problem {
    Problem::invalid(message).help("make the plugin smaller, or split its largest functions")
}
