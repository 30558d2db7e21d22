//! Metadata that a process holds for itself: for tests and simulated clusters. Clones share what they hold, so that a
//! simulated host that restarts finds it again.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use async_trait::async_trait;

use super::{Entry, Error, Expect, Metadata, Write, check};

/// Metadata in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    shared: Arc<Mutex<Content>>,
}

#[derive(Debug, Default)]
struct Content {
    entries: BTreeMap<String, Entry>,
    revision: u64,
}

impl Memory {
    pub fn new() -> Self {
        Self::default()
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.shared.lock().expect("nobody panics while holding the lock")
    }
}

#[async_trait(?Send)]
impl Metadata for Memory {
    async fn get(&self, key: &str) -> Result<Option<Entry>, Error> {
        Ok(self.content().entries.get(key).cloned())
    }

    async fn scan(&self, prefix: &str) -> Result<Vec<(String, Entry)>, Error> {
        let content = self.content();
        let from = content.entries.range(prefix.to_owned()..);
        let found = from.take_while(|(key, _)| key.starts_with(prefix));
        Ok(found.map(|(key, entry)| (key.clone(), entry.clone())).collect())
    }

    async fn commit(&self, expects: &[Expect], writes: &[Write]) -> Result<u64, Error> {
        check(expects, writes)?;
        let mut content = self.content();
        for expect in expects {
            let revision = content.entries.get(&expect.key).map_or(0, |entry| entry.revision);
            if revision != expect.revision {
                return Err(Error::Conflict { key: expect.key.clone() });
            }
        }
        if writes.is_empty() {
            return Ok(content.revision);
        }
        content.revision += 1;
        let revision = content.revision;
        for write in writes {
            match write {
                Write::Put { key, value } => {
                    let entry = Entry { value: value.clone(), revision };
                    content.entries.insert(key.clone(), entry);
                }
                Write::Delete { key } => {
                    content.entries.remove(key);
                }
            }
        }
        Ok(revision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::conformance::conform;

    #[tokio::test]
    async fn memory_conforms() {
        let mut stores = BTreeMap::new();
        conform(|case| stores.entry(case).or_insert_with(Memory::new).clone()).await;
    }
}
