//! The audit log: a ring of records in the metadata store. Each entry goes under the next number, and the one that falls
//! out of the ring is removed in the same commit.

use crate::{
    keys,
    record::{AuditEntry, Record},
};

/// Entries kept: some weeks of a busy cluster, and a few megabytes.
pub const ENTRIES_MAX: u64 = 10_000;

/// Which number comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Ring {
    next: u64,
}

/// What to write for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    pub key: String,
    pub value: Vec<u8>,
    /// Key of the entry that falls out.
    pub forget: Option<String>,
}

impl Ring {
    /// The ring of which the store holds these keys.
    pub fn from_keys<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        let newest = keys.into_iter().filter_map(keys::parse_audit).max();
        Self { next: newest.map_or(0, |newest| newest.saturating_add(1)) }
    }

    /// Adds `entry`.
    pub fn append(&mut self, entry: &AuditEntry) -> Append {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        Append {
            key: keys::audit(number),
            value: entry.encode(),
            forget: number.checked_sub(ENTRIES_MAX).map(keys::audit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_newest_entries_are_kept_also_over_a_restart() {
        let entry = |time| AuditEntry {
            time,
            actor: "operator/me".to_owned(),
            action: "drain".to_owned(),
            subject: "a1".to_owned(),
            outcome: "ok".to_owned(),
        };
        let mut store = BTreeMap::new();
        let mut ring = Ring::default();
        for time in 0..25_000 {
            if time % 9_999 == 0 {
                ring = Ring::from_keys(store.keys().map(String::as_str));
            }
            let append = ring.append(&entry(time));
            assert!(store.insert(append.key, append.value).is_none());
            if let Some(key) = append.forget {
                store.remove(&key).unwrap();
            }
            assert!(store.len() <= 10_000);
        }
        let times: Vec<i64> =
            store.values().map(|value| AuditEntry::decode(value).unwrap().time).collect();
        assert_eq!(times, (15_000..25_000).collect::<Vec<_>>());
    }
}
