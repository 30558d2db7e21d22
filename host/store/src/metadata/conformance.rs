//! What every store of metadata has to do, whatever it is made of. An opener is called with the name of a case and opens
//! the store of that case: empty at first, and at a second call with what it then holds.

use super::{Entry, Error, Expect, KEY_BYTES_MAX, Metadata, VALUE_BYTES_MAX, Write};

/// Runs all cases. Clones are handles of one store.
pub(super) async fn conform<S: Metadata + Clone>(mut open: impl FnMut(&'static str) -> S) {
    what_was_put_is_got(&open("put")).await;
    scans_are_in_order_and_end_where_the_prefix_does(&open("scan")).await;
    expectations_are_checked(&open("expect")).await;
    a_commit_is_done_as_a_whole_or_not_at_all(&open("atomic")).await;
    what_was_deleted_comes_back_with_a_new_revision(&open("delete")).await;
    what_is_too_large_or_doubled_is_refused(&open("large")).await;
    handles_that_commit_at_once_lose_nothing(&open("handles")).await;

    let before = fill(&open("reopen")).await;
    let store = open("reopen");
    assert_eq!(store.scan("").await.unwrap(), before.0, "reopening keeps entries and revisions");
    let next = store.commit(&[], &[Write::put("next", "x")]).await.unwrap();
    assert!(next > before.1, "revisions go on after reopening");
}

async fn put<S: Metadata>(store: &S, key: &str, value: &str) -> u64 {
    store.commit(&[], &[Write::put(key, value)]).await.unwrap()
}

async fn keys<S: Metadata>(store: &S, prefix: &str) -> Vec<String> {
    store.scan(prefix).await.unwrap().into_iter().map(|(key, _)| key).collect()
}

async fn fill<S: Metadata>(store: &S) -> (Vec<(String, Entry)>, u64) {
    let mut revision = 0;
    for number in 0..20 {
        revision = put(store, &format!("key/{}", number % 7), &number.to_string()).await;
    }
    store.commit(&[], &[Write::delete("key/3")]).await.unwrap();
    (store.scan("").await.unwrap(), revision)
}

async fn what_was_put_is_got<S: Metadata>(store: &S) {
    assert_eq!(store.get("a").await.unwrap(), None);
    let first = put(store, "a", "1").await;
    assert!(first > 0, "0 stands for an absent key");
    let second = put(store, "b", "").await;
    assert!(second > first);
    assert_eq!(store.get("a").await.unwrap(), Some(Entry { value: b"1".into(), revision: first }));
    assert_eq!(store.get("b").await.unwrap(), Some(Entry { value: vec![], revision: second }));
    let bytes: Vec<u8> = (0..=255).collect();
    let both = [Write::put("a", bytes.clone()), Write::put("c", "3")];
    let third = store.commit(&[], &both).await.unwrap();
    assert_eq!(store.get("a").await.unwrap(), Some(Entry { value: bytes, revision: third }));
    let found = store.get("c").await.unwrap().unwrap();
    assert_eq!(found.revision, third, "one commit, one revision");
    let large = vec![7; VALUE_BYTES_MAX];
    store.commit(&[], &[Write::put("large", large.clone())]).await.unwrap();
    assert_eq!(store.get("large").await.unwrap().unwrap().value, large);
}

async fn scans_are_in_order_and_end_where_the_prefix_does<S: Metadata>(store: &S) {
    assert_eq!(keys(store, "").await, [""; 0]);
    for key in ["p/b", "p0", "p/a", "p", "p/", "p/é", "o/z", "q", "p/a/x", "p.", "p/\u{10ffff}"] {
        put(store, key, key).await;
    }
    let below = ["p/", "p/a", "p/a/x", "p/b", "p/é", "p/\u{10ffff}"];
    assert_eq!(keys(store, "p/").await, below);
    assert_eq!(keys(store, "p/\u{10ffff}").await, below[5..]);
    assert_eq!(keys(store, "p/a").await, ["p/a", "p/a/x"]);
    assert_eq!(keys(store, "p/c").await, [""; 0]);
    assert_eq!(keys(store, "z").await, [""; 0]);
    assert_eq!(keys(store, "").await.len(), 11);
    for (key, entry) in store.scan("p").await.unwrap() {
        assert_eq!(key.as_bytes(), entry.value);
        assert_eq!(Some(entry), store.get(&key).await.unwrap());
    }
}

#[track_caller]
fn conflicts(result: Result<u64, Error>, with: &str) {
    match result {
        Err(Error::Conflict { key }) => assert_eq!(key, with),
        other => panic!("a conflict with {with} was expected, not {other:?}"),
    }
}

async fn expectations_are_checked<S: Metadata>(store: &S) {
    let write = [Write::put("a", "1")];
    let first = store.commit(&[Expect::absent("a")], &write).await.unwrap();
    conflicts(store.commit(&[Expect::absent("a")], &write).await, "a");
    conflicts(store.commit(&[Expect::unchanged("a", first + 1)], &write).await, "a");
    conflicts(store.commit(&[Expect::unchanged("b", first)], &write).await, "b");
    let both = [Expect::unchanged("a", first), Expect::absent("b")];
    let second = store.commit(&both, &[Write::put("b", "2")]).await.unwrap();
    conflicts(store.commit(&both, &write).await, "b");
    // Not written since: its revision stands.
    store.commit(&[Expect::unchanged("a", first)], &write).await.unwrap();
    conflicts(store.commit(&[Expect::unchanged("a", first)], &[]).await, "a");
    let last = store.commit(&[Expect::unchanged("b", second)], &[]).await.unwrap();
    assert!(last >= second);
}

async fn a_commit_is_done_as_a_whole_or_not_at_all<S: Metadata>(store: &S) {
    put(store, "kept", "1").await;
    let before = store.scan("").await.unwrap();
    let writes = [Write::put("a", "x"), Write::delete("kept"), Write::put("z", "x")];
    let expects = [Expect::absent("a"), Expect::absent("kept")];
    conflicts(store.commit(&expects, &writes).await, "kept");
    assert_eq!(store.scan("").await.unwrap(), before);
    store.commit(&expects[..1], &writes).await.unwrap();
    assert_eq!(keys(store, "").await, ["a", "z"]);
}

async fn what_was_deleted_comes_back_with_a_new_revision<S: Metadata>(store: &S) {
    let first = put(store, "a", "1").await;
    store.commit(&[], &[Write::delete("a")]).await.unwrap();
    assert_eq!(store.get("a").await.unwrap(), None);
    store.commit(&[Expect::absent("a")], &[Write::delete("a")]).await.unwrap();
    conflicts(store.commit(&[Expect::unchanged("a", first)], &[]).await, "a");
    let second = put(store, "a", "1").await;
    assert!(second > first);
    conflicts(store.commit(&[Expect::unchanged("a", first)], &[]).await, "a");
    store.commit(&[Expect::unchanged("a", second)], &[Write::delete("a")]).await.unwrap();
}

async fn what_is_too_large_or_doubled_is_refused<S: Metadata>(store: &S) {
    let large = Write::put("a", vec![0; VALUE_BYTES_MAX + 1]);
    let long = Write::put("k".repeat(KEY_BYTES_MAX + 1), "x");
    let half = |key: &str| Write::put(key, vec![0; VALUE_BYTES_MAX / 2]);
    let many: Vec<Write> = (0..200).map(|number| Write::put(number.to_string(), "x")).collect();
    for writes in [vec![large], vec![long], vec![half("a"), half("b"), half("c")], many] {
        let refused = store.commit(&[], &writes).await;
        assert!(matches!(refused, Err(Error::TooLarge { .. })), "{refused:?}");
    }
    let twice = store.commit(&[], &[Write::put("a", "1"), Write::delete("a")]).await;
    assert!(matches!(&twice, Err(Error::Twice { key }) if key == "a"), "{twice:?}");
    assert_eq!(keys(store, "").await, [""; 0]);
    put(store, &"k".repeat(KEY_BYTES_MAX), "x").await;
}

/// Adds to a counter as long as somebody else is always in between.
async fn count<S: Metadata>(store: &S, times: u64) -> u64 {
    let mut conflicts = 0;
    for _ in 0..times {
        loop {
            let found = store.get("counter").await.unwrap();
            let revision = found.as_ref().map_or(0, |entry| entry.revision);
            let value: u64 =
                found.map_or(0, |entry| String::from_utf8(entry.value).unwrap().parse().unwrap());
            let expect = [Expect { key: "counter".to_owned(), revision }];
            let write = [Write::put("counter", (value + 1).to_string())];
            match store.commit(&expect, &write).await {
                Ok(_) => break,
                Err(Error::Conflict { .. }) => conflicts += 1,
                Err(error) => panic!("{error}"),
            }
        }
    }
    conflicts
}

async fn handles_that_commit_at_once_lose_nothing<S: Metadata + Clone>(store: &S) {
    let other = store.clone();
    tokio::join!(count(store, 25), count(&other, 25));
    assert_eq!(store.get("counter").await.unwrap().unwrap().value, b"50");
    assert_eq!(other.scan("").await.unwrap(), store.scan("").await.unwrap());
}
