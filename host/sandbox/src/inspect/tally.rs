//! Counts against limits, and the refusals they give: each limit is reported once, whatever a plugin repeats.

use super::refusal::Refusal;

/// More refusals than this help nobody.
const REFUSALS_MAX: usize = 32;

#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: Vec<(&'static str, u64)>,
    refusals: Vec<Refusal>,
    hopeless: bool,
}

impl Tally {
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        if self.refusals.len() < REFUSALS_MAX && !self.refusals.contains(&refusal) {
            self.refusals.push(refusal);
        }
    }

    /// Adds `more` to the count of `what`. False once the sum is over `limit`.
    pub(super) fn count(&mut self, what: &'static str, more: u64, limit: u64) -> bool {
        let place = self.counts.iter().position(|(name, _)| *name == what);
        let place = place.unwrap_or_else(|| {
            self.counts.push((what, 0));
            self.counts.len() - 1
        });
        let sum = self.counts[place].1.saturating_add(more);
        self.counts[place].1 = sum;
        self.at_most(what, sum, limit)
    }

    /// True if `count` is within `limit`. The refusal keeps the largest count seen.
    pub(super) fn at_most(&mut self, what: &'static str, count: u64, limit: u64) -> bool {
        if count <= limit {
            return true;
        }
        let same = self.refusals.iter_mut().find_map(|refusal| match refusal {
            Refusal::TooMany { what: other, count, .. } if *other == what => Some(count),
            _ => None,
        });
        match same {
            Some(largest) => *largest = count.max(*largest),
            None => self.refuse(Refusal::TooMany { what, count, limit }),
        }
        false
    }

    /// Likewise for the function `function`; the first one over the limit is named.
    pub(super) fn function(&mut self, function: u64, what: &'static str, count: u64, limit: u64) {
        let is_known = |refusal: &Refusal| matches!(refusal, Refusal::Function { what: other, .. } if *other == what);
        if count > limit && !self.refusals.iter().any(is_known) {
            self.refuse(Refusal::Function { function, what, count, limit });
        }
    }

    /// Beyond the deepest nesting nothing is worth reading: the nesting itself is the attack.
    pub(super) fn nesting(&mut self, depth: u64, limit: u64) {
        if depth > limit {
            self.refuse(Refusal::Nesting { depth, limit });
            self.hopeless = true;
        }
    }

    pub(super) fn is_hopeless(&self) -> bool {
        self.hopeless
    }

    pub(super) fn take(&mut self) -> Vec<Refusal> {
        std::mem::take(&mut self.refusals)
    }
}
