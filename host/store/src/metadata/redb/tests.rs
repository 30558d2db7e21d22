//! The file under faults: second openers, damage, full disks, copies.

use std::{
    collections::BTreeSet,
    io,
    ops::Bound,
    sync::{Mutex, atomic::AtomicUsize},
};

use ::redb::{BackendError, StorageBackend, backends::FileBackend};
use tempfile::TempDir;

use super::{disk::Disk, *};
use crate::metadata::conformance::conform;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A file of some hundred entries, closed.
async fn filled(path: &Path) -> Vec<(String, Entry)> {
    let store = Redb::open(path).unwrap();
    for number in 0..40 {
        let put = |part: u8| Write::put(format!("key/{number}/{part}"), vec![part; 50 * number]);
        let writes: Vec<Write> = (0..10).map(put).collect();
        store.commit(&[], &writes).await.unwrap();
    }
    store.scan("").await.unwrap()
}

/// Opens it: all is there, or the error tells how to restore.
async fn whole_or_refused(path: &Path, all: &[(String, Entry)], what: &str) -> bool {
    match Redb::open(path) {
        Ok(store) => {
            assert_eq!(store.scan("").await.unwrap(), all, "{what}: it opened and lacks something");
            true
        }
        Err(Error::Corrupt { reason, restore, .. }) => {
            assert!(restore.contains(".backup`"), "{what}: {reason}; {restore}");
            assert_ne!(reason, PANICKED, "{what}");
            false
        }
        Err(error) => panic!("{what}: {error}"),
    }
}

#[tokio::test]
async fn redb_conforms() {
    let folder = folder();
    conform(|case| Redb::open(&folder.path().join(case)).unwrap()).await;
}

#[tokio::test]
async fn a_second_opener_is_refused_and_may_open_when_the_first_is_gone() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let first = Redb::open(&path).unwrap();
    let refused = Redb::open(&path).unwrap_err();
    assert!(matches!(refused, Error::InUse { .. }), "{refused}");
    assert!(refused.to_string().contains("is in use by another process"), "{refused}");
    first.commit(&[], &[Write::put("a", "1")]).await.unwrap();
    drop(first);
    let second = Redb::open(&path).unwrap();
    assert_eq!(second.get("a").await.unwrap().unwrap().value, b"1");
}

#[tokio::test]
async fn a_truncated_file_is_refused() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let all = filled(&path).await;
    let bytes = fs::read(&path).unwrap();
    let cut = folder.path().join("cut");
    let mut refused = 0;
    for part in 0..48 {
        let length = bytes.len() * part / 48;
        fs::write(&cut, &bytes[..length]).unwrap();
        let is_whole = whole_or_refused(&cut, &all, &format!("{length} bytes")).await;
        refused += usize::from(!is_whole);
    }
    assert!(refused > 24, "only {refused} of 48 were refused");
}

#[tokio::test]
async fn a_flipped_byte_is_noticed_or_harmless() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let all = filled(&path).await;
    let bytes = fs::read(&path).unwrap();
    let flipped = folder.path().join("flipped");
    let mut refused = 0;
    // All of the header's first bytes, then places all over the file.
    for place in (0..64).chain((64..bytes.len()).step_by(bytes.len() / 96)) {
        let mut bytes = bytes.clone();
        bytes[place] ^= 0x41;
        fs::write(&flipped, &bytes).unwrap();
        let is_whole = whole_or_refused(&flipped, &all, &format!("byte {place}")).await;
        refused += usize::from(!is_whole);
    }
    assert!(refused > 32, "only {refused} were refused");
}

#[tokio::test]
async fn a_process_that_was_killed_loses_nothing() {
    let folder = folder();
    let path = folder.path().join("metadata");
    filled(&path).await;
    let store = Redb::open(&path).unwrap();
    store.commit(&[], &[Write::put("last", "1")]).await.unwrap();
    let before = store.scan("").await.unwrap();
    store.commit(&[], &[Write::put("last", "2")]).await.unwrap();
    let all = store.scan("").await.unwrap();
    // What a kill leaves: the file as it is, not closed.
    let bytes = fs::read(&path).unwrap();
    let killed = folder.path().join("killed");
    fs::write(&killed, &bytes).unwrap();
    assert!(whole_or_refused(&killed, &all, "killed").await);
    // Damage besides: refused, or taken for a commit that the kill cut off.
    for place in (0..64).chain((64..bytes.len()).step_by(bytes.len() / 64)) {
        let mut bytes = bytes.clone();
        bytes[place] ^= 0x41;
        fs::write(&killed, &bytes).unwrap();
        match Redb::open(&killed) {
            Ok(store) => {
                let found = store.scan("").await.unwrap();
                assert!(
                    found == all || found == before,
                    "byte {place}: more than one commit is gone"
                );
            }
            Err(Error::Corrupt { .. }) => {}
            Err(error) => panic!("byte {place}: {error}"),
        }
    }
}

#[tokio::test]
async fn what_is_no_database_is_refused() {
    let folder = folder();
    let path = folder.path().join("metadata");
    for content in [&b""[..], b"x", &[0; 100_000], &[b'x'; 100_000]] {
        fs::write(&path, content).unwrap();
        assert!(!whole_or_refused(&path, &[], &format!("{} bytes", content.len())).await);
    }
    fs::remove_file(&path).unwrap();
    drop(Database::create(&path).unwrap());
    assert!(!whole_or_refused(&path, &[], "a database of something else").await);
}

#[tokio::test]
async fn the_copy_restores_what_was_there_when_it_was_made() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let all = filled(&path).await;
    let store = Redb::open(&path).unwrap();
    let copy = store.backup().await.unwrap();
    let revision = store.commit(&[], &[Write::put("later", "1")]).await.unwrap();
    drop(store);
    fs::write(&path, b"damaged").unwrap();
    let refused = Redb::open(&path).unwrap_err().to_string();
    assert!(refused.contains(&format!("copy `{}`", copy.display())), "{refused}");
    // As it says.
    fs::remove_file(&path).unwrap();
    let missing = Redb::open(&path).unwrap_err().to_string();
    assert!(missing.contains("it is missing, and its copy is there"), "{missing}");
    fs::copy(&copy, &path).unwrap();
    let store = Redb::open(&path).unwrap();
    assert_eq!(store.scan("").await.unwrap(), all);
    assert_eq!(store.commit(&[], &[Write::put("later", "2")]).await.unwrap(), revision);
    // The next copy takes the place of the last one.
    store.backup().await.unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = folder();
    let error = Redb::open(&folder.path().join("none/metadata")).unwrap_err();
    assert!(matches!(error, Error::Io { .. }), "{error}");
}

/// A disk that can be full: what was written before can be written again, nothing else.
#[derive(Debug, Default)]
struct Faults {
    is_full: AtomicBool,
    cannot_grow: AtomicBool,
    syncs_fail: AtomicBool,
    syncs: AtomicUsize,
    blocks: Mutex<BTreeSet<u64>>,
}

#[derive(Debug)]
struct Faulty {
    file: FileBackend,
    faults: Arc<Faults>,
}

const BLOCK: u64 = 4_096;

impl StorageBackend for Faulty {
    fn len(&self) -> io::Result<u64> {
        self.file.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.file.read(offset, out)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        if len > self.file.len()? && self.faults.cannot_grow.load(Ordering::Acquire) {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.file.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        if self.faults.syncs_fail.load(Ordering::Acquire) {
            return Err(io::Error::other("lost contact with the disk"));
        }
        self.faults.syncs.fetch_add(1, Ordering::Relaxed);
        self.file.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut blocks = self.faults.blocks.lock().unwrap();
        for block in offset / BLOCK..(offset + data.len() as u64).div_ceil(BLOCK) {
            if blocks.insert(block) && self.faults.is_full.load(Ordering::Acquire) {
                blocks.remove(&block);
                return Err(io::ErrorKind::StorageFull.into());
            }
        }
        self.file.write(offset, data)
    }

    fn close(&self) -> io::Result<()> {
        self.file.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.try_lock_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.file.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.file.query_lock_range(start, end)
    }
}

fn faulty(path: &Path) -> (Redb, Arc<Faults>) {
    file::prepare(path).unwrap();
    let faults = Arc::new(Faults::default());
    let (file, shared) = (path.to_owned(), Arc::clone(&faults));
    let opener = move |unsynced: &Arc<AtomicBool>| {
        let file = fs::OpenOptions::new().read(true).write(true).open(&file)?;
        let faulty = Faulty { file: FileBackend::new(file)?, faults: Arc::clone(&shared) };
        file::builder().create_with_backend(Disk::new(faulty, unsynced))
    };
    (Redb::with_opener(path, Box::new(opener)).unwrap(), faults)
}

#[tokio::test]
async fn a_full_disk_fails_the_commit_and_the_store_goes_on() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let (store, faults) = faulty(&path);
    let first = store.commit(&[], &[Write::put("small", "1")]).await.unwrap();
    for round in 0..3_u8 {
        faults.is_full.store(true, Ordering::Release);
        let before = store.scan("").await.unwrap();
        let key = format!("large/{round}");
        let large = [Write::put(&key, vec![round; 900_000])];
        let full = store.commit(&[Expect::absent(&key)], &large).await.unwrap_err();
        assert!(matches!(full, Error::Full { .. }), "{full}");
        assert!(full.to_string().contains("the disk is full"), "{full}");
        // What was there can be read while it is full, and nothing of the commit is.
        assert_eq!(store.scan("").await.unwrap(), before);
        assert_eq!(store.get("small").await.unwrap().unwrap().revision, first);
        faults.is_full.store(false, Ordering::Release);
        store.commit(&[Expect::absent(&key)], &large).await.unwrap();
    }
    let all = store.scan("").await.unwrap();
    assert_eq!(all.len(), 4);
    drop(store);
    assert_eq!(Redb::open(&path).unwrap().scan("").await.unwrap(), all);
}

#[tokio::test]
async fn after_a_failed_sync_nothing_is_promised_any_more() {
    let folder = folder();
    let path = folder.path().join("metadata");
    let (store, faults) = faulty(&path);
    store.commit(&[], &[Write::put("a", "1")]).await.unwrap();
    faults.syncs_fail.store(true, Ordering::Release);
    let failed = store.commit(&[], &[Write::put("a", "2")]).await.unwrap_err();
    assert!(failed.to_string().contains("syncing failed"), "{failed}");
    faults.syncs_fail.store(false, Ordering::Release);
    let put = store.commit(&[], &[Write::put("a", "3")]).await.map(|_| ());
    let got = store.get("a").await.map(|_| ());
    for result in [put, got] {
        assert!(matches!(result, Err(Error::Io { .. })), "{result:?}");
    }
    drop(store);
    let found = Redb::open(&path).unwrap().get("a").await.unwrap().unwrap().value;
    assert!(found == b"1" || found == b"2");
}

/// All of them wait at once; each is told its own outcome.
async fn at_once(store: &Redb, commits: &[(Vec<Expect>, Vec<Write>)]) -> Vec<Result<u64, Error>> {
    let commits = commits.iter().map(|(expects, writes)| store.commit(expects, writes));
    futures_util::future::join_all(commits).await
}

#[tokio::test]
async fn commits_that_wait_are_written_together_and_told_apart() {
    const COMMITS: usize = 1_000;
    let folder = folder();
    let (store, faults) = faulty(&folder.path().join("metadata"));
    let taken = store.commit(&[], &[Write::put("taken", "0")]).await.unwrap();
    let before = faults.syncs.load(Ordering::Relaxed);
    let commits: Vec<_> = (0..COMMITS)
        .map(|number| {
            // Every tenth wants a key that only the first of them can have.
            let wanted = if number % 10 == 9 { "wanted".to_owned() } else { format!("k{number}") };
            (vec![Expect::absent(&wanted)], vec![Write::put(wanted, number.to_string())])
        })
        .collect();
    let outcomes = at_once(&store, &commits).await;
    let mut revision = taken;
    for (number, outcome) in outcomes.into_iter().enumerate() {
        match outcome {
            Ok(given) => {
                revision += 1;
                assert_eq!(given, revision, "numbered in the order in which they came");
                assert!(number % 10 != 9 || number == 9);
            }
            Err(Error::Conflict { key }) => assert_eq!((key.as_str(), number % 10), ("wanted", 9)),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(store.scan("").await.unwrap().len(), 1 + COMMITS / 10 * 9 + 1);
    let syncs = faults.syncs.load(Ordering::Relaxed) - before;
    assert!(syncs < COMMITS / 20, "{syncs} syncs for {COMMITS} commits");
}

#[tokio::test]
async fn a_commit_that_is_too_large_for_the_disk_fails_alone() {
    let folder = folder();
    let (store, faults) = faulty(&folder.path().join("metadata"));
    // Leaves room in the file for what is small.
    store.commit(&[], &[Write::put("room", vec![1; 200_000])]).await.unwrap();
    store.commit(&[], &[Write::delete("room")]).await.unwrap();
    for key in ["a", "b", "a", "b"] {
        store.commit(&[], &[Write::put(key, "1")]).await.unwrap();
    }
    faults.cannot_grow.store(true, Ordering::Release);
    let commits = [
        (vec![], vec![Write::put("a", "2")]),
        (vec![], vec![Write::put("large", vec![7; 1_000_000])]),
        (vec![], vec![Write::put("b", "2")]),
    ];
    let outcomes = at_once(&store, &commits).await;
    assert!(matches!(outcomes[1], Err(Error::Full { .. })), "{outcomes:?}");
    assert!(outcomes[0].is_ok() && outcomes[2].is_ok(), "{outcomes:?}");
    assert_eq!(store.get("b").await.unwrap().unwrap().value, b"2");
}
