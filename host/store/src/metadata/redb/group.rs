//! Commits that wait for the file, written together: one transaction and one sync for all that came while the one before
//! was written. Each is checked, refused and numbered as if it were alone, in the order in which they came. One thread
//! writes, however many wait: a thousand pipelines that each note a position would else hold hundreds of threads.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use ::redb::{Database, ReadableTable};
use tokio::sync::oneshot;

use super::{ENTRIES, Error, Expect, Failure, NUMBERS, REVISION, Shared, Write, file};

/// Commits of one transaction, so that the first of them is not kept waiting by a crowd.
const COMMITS_MAX: usize = 256;

/// Commits that wait for the thread that writes.
#[derive(Default)]
pub(super) struct Group(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    commits: VecDeque<Commit>,
    /// A thread takes them, and will come back for those that come now.
    is_writing: bool,
}

/// One commit, and where its outcome goes.
struct Commit {
    expects: Vec<Expect>,
    writes: Vec<Write>,
    reply: oneshot::Sender<Result<u64, Error>>,
}

/// Writes `writes` if all of `expects` holds. Dropped half-way, it may be written or not.
pub(super) async fn commit(
    shared: &Arc<Shared>,
    expects: &[Expect],
    writes: &[Write],
) -> Result<u64, Error> {
    let (reply, outcome) = oneshot::channel();
    let commit = Commit { expects: expects.to_vec(), writes: writes.to_vec(), reply };
    if shared.group.add(commit) {
        let (group, store) = (Arc::clone(&shared.group), Arc::downgrade(shared));
        tokio::task::spawn_blocking(move || write_all(&group, &store));
    }
    outcome.await.unwrap_or_else(|_| Err(file::io(&shared.path, &"the program is ending")))
}

/// Writes until nothing waits. Whoever is answered may close the store: nothing here holds it open by then.
fn write_all(group: &Group, store: &Weak<Shared>) {
    loop {
        let commits = group.take();
        if commits.is_empty() {
            return;
        }
        // Without a store nobody waits for these.
        let outcomes = store.upgrade().map_or_else(Vec::new, |shared| shared.write(&commits));
        for (commit, outcome) in commits.into_iter().zip(outcomes) {
            // Who asked may be gone.
            let _ = commit.reply.send(outcome);
        }
    }
}

impl Group {
    /// Whether nobody writes yet, so that the caller has to see to it.
    fn add(&self, commit: Commit) -> bool {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.commits.push_back(commit);
        !std::mem::replace(&mut waiting.is_writing, true)
    }

    /// Those that come next; when there are none, nobody writes any more.
    fn take(&self) -> Vec<Commit> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = waiting.commits.len().min(COMMITS_MAX);
        waiting.is_writing = count > 0;
        waiting.commits.drain(..count).collect()
    }
}

impl Shared {
    /// What each of `commits` came to.
    fn write(&self, commits: &[Commit]) -> Vec<Result<u64, Error>> {
        match self.act(|database| together(database, commits)) {
            Ok(outcomes) => outcomes,
            Err(error) if commits.len() == 1 => vec![Err(error)],
            // What fails one of them must not fail the others: a disk may be too full for one that is large.
            Err(_) => commits.chunks(1).flat_map(|alone| self.write(alone)).collect(),
        }
    }
}

/// One transaction; what each of `commits` came to.
fn together(database: &Database, commits: &[Commit]) -> Result<Vec<Result<u64, Error>>, Failure> {
    let transaction = database.begin_write()?;
    let mut entries = transaction.open_table(ENTRIES)?;
    let mut numbers = transaction.open_table(NUMBERS)?;
    let before = numbers.get(REVISION)?.map_or(0, |found| found.value());
    let mut revision = before;
    let mut outcomes = Vec::with_capacity(commits.len());
    for Commit { expects, writes, .. } in commits {
        let mut changed = None;
        for Expect { key, revision } in expects {
            let found = entries.get(key.as_str())?.map_or(0, |found| found.value().0);
            if found != *revision {
                changed = Some(key.clone());
                break;
            }
        }
        if let Some(key) = changed {
            outcomes.push(Err(Error::Conflict { key }));
            continue;
        }
        if !writes.is_empty() {
            revision += 1;
        }
        for write in writes {
            match write {
                Write::Put { key, value } => {
                    entries.insert(key.as_str(), (revision, value.as_slice()))?;
                }
                Write::Delete { key } => {
                    entries.remove(key.as_str())?;
                }
            }
        }
        outcomes.push(Ok(revision));
    }
    if revision == before {
        return Ok(outcomes);
    }
    numbers.insert(REVISION, revision)?;
    drop((entries, numbers));
    transaction.commit()?;
    Ok(outcomes)
}
