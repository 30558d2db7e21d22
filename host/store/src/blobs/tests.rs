//! Blobs in folders and memory, and uploads, under damage, interruption and concurrency.

use std::{
    fs,
    time::{Duration, SystemTime},
};

use tempfile::TempDir;

use super::*;

const HOUR: Duration = Duration::from_secs(3_600);

fn now() -> SystemTime {
    // As the system stamps files, without reading its clock.
    let file = tempfile::tempfile().unwrap();
    file.metadata().unwrap().modified().unwrap()
}

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|number| (number % 251) as u8).collect()
}

fn opened() -> (TempDir, Folder, Uploads) {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Folder::open(&folder.path().join("blobs")).unwrap();
    let uploads = Uploads::open(&blobs, Limits::default()).unwrap();
    (folder, blobs, uploads)
}

async fn check(blobs: &dyn Blobs) {
    let content = bytes(10_000);
    let digest = Digest::of(&content);
    assert!(matches!(blobs.get(&digest).await, Err(Error::NotFound { .. })));
    assert!(!blobs.contains(&digest).await.unwrap());
    for _ in 0..2 {
        assert_eq!(blobs.put(content.clone()).await.unwrap(), digest);
    }
    assert!(blobs.contains(&digest).await.unwrap());
    assert_eq!(blobs.get(&digest).await.unwrap(), content);
    let empty = blobs.put(Vec::new()).await.unwrap();
    assert_eq!(blobs.get(&empty).await.unwrap(), Vec::<u8>::new());
    for _ in 0..2 {
        blobs.remove(&digest).await.unwrap();
    }
    assert!(matches!(blobs.get(&digest).await, Err(Error::NotFound { .. })));
    let large = blobs.put(vec![0; BLOB_BYTES_MAX + 1]).await;
    assert!(matches!(large, Err(Error::TooLarge { .. })), "{large:?}");
}

#[tokio::test]
async fn what_was_put_is_got_until_it_is_removed() {
    let (_folder, blobs, _) = opened();
    check(&blobs).await;
    check(&Memory::new()).await;
}

#[test]
fn digests_are_parsed_strictly() {
    let digest = Digest::of(b"x");
    assert_eq!(Digest::parse(&digest.to_string()).unwrap(), digest);
    let upper = digest.to_string().to_uppercase();
    let short = &digest.to_string()[1..];
    for bad in ["", "../../etc/passwd", short, &upper, &"g".repeat(64)] {
        Digest::parse(bad).unwrap_err();
    }
}

#[tokio::test]
async fn a_damaged_blob_is_never_returned_and_set_aside() {
    let (folder, blobs, _) = opened();
    let content = bytes(5_000);
    let digest = blobs.put(content.clone()).await.unwrap();
    let path = folder.path().join("blobs").join(digest.to_string());
    let longer = [&content[..], b"x"].concat();
    let mut flipped = content.clone();
    flipped[2_500] ^= 1;
    for damaged in [&flipped[..], &content[..4_999], &longer, b""] {
        fs::write(&path, damaged).unwrap();
        let error = blobs.get(&digest).await.unwrap_err();
        let Error::Corrupt { aside, .. } = &error else { panic!("{error}") };
        assert_eq!(fs::read(aside).unwrap(), damaged);
        assert!(error.to_string().contains("upload it again"), "{error}");
        assert!(matches!(blobs.get(&digest).await, Err(Error::NotFound { .. })));
        // Putting it again mends it, also where nobody has noticed.
        fs::write(&path, damaged).unwrap();
        blobs.put(content.clone()).await.unwrap();
        assert_eq!(blobs.get(&digest).await.unwrap(), content);
    }
}

#[tokio::test]
async fn what_a_crash_left_half_written_is_removed() {
    let (folder, blobs, _) = opened();
    let digest = blobs.put(bytes(10)).await.unwrap();
    let left = folder.path().join("blobs/.new-a1b2");
    fs::write(&left, b"half").unwrap();
    let blobs = Folder::open(&folder.path().join("blobs")).unwrap();
    assert!(!left.exists());
    assert_eq!(blobs.get(&digest).await.unwrap(), bytes(10));
}

#[tokio::test]
async fn an_upload_survives_interruptions_and_restarts() {
    let (folder, blobs, mut uploads) = opened();
    let content = bytes(100_000);
    let digest = Digest::of(&content);
    let mut offset = 0;
    for piece in content.chunks(30_000) {
        let upload = uploads.begin("acme", digest, 100_000, now()).await.unwrap();
        assert_eq!(upload.offset(), offset);
        let early = upload.finish().await.unwrap_err();
        assert!(matches!(early, Error::Incomplete { have, .. } if have == offset), "{early}");
        upload.write(offset, piece.to_vec()).await.unwrap();
        offset += piece.len() as u64;
        // Another process.
        let blobs = Folder::open(&folder.path().join("blobs")).unwrap();
        uploads = Uploads::open(&blobs, Limits::default()).unwrap();
    }
    let upload = uploads.begin("acme", digest, 100_000, now()).await.unwrap();
    assert!(!blobs.contains(&digest).await.unwrap());
    for _ in 0..2 {
        assert_eq!(upload.finish().await.unwrap(), digest);
    }
    assert_eq!(upload.offset(), 100_000);
    assert_eq!(blobs.get(&digest).await.unwrap(), content);
    assert_eq!(fs::read_dir(folder.path().join("blobs/partial/acme")).unwrap().count(), 0);
}

#[tokio::test]
async fn pieces_go_to_the_end_and_nowhere_else() {
    let (_folder, _, uploads) = opened();
    let content = bytes(1_000);
    let upload = uploads.begin("acme", Digest::of(&content), 1_000, now()).await.unwrap();
    upload.write(0, content[..400].to_vec()).await.unwrap();
    for offset in [0, 399, 401, u64::MAX] {
        let error = upload.write(offset, content[..1].to_vec()).await.unwrap_err();
        assert!(matches!(error, Error::Offset { expected: 400, .. }), "{error}");
    }
    let error = upload.write(400, bytes(601)).await.unwrap_err();
    assert!(matches!(error, Error::TooLarge { bytes: 1_001, limit: 1_000 }), "{error}");
    upload.write(400, Vec::new()).await.unwrap();
    assert_eq!(upload.offset(), 400);
    upload.write(400, content[400..].to_vec()).await.unwrap();
    upload.finish().await.unwrap();
    let error = upload.write(1_000, vec![1]).await.unwrap_err();
    assert!(matches!(error, Error::TooLarge { .. }), "{error}");
}

#[tokio::test]
async fn bytes_of_another_digest_are_no_blob() {
    let (_folder, blobs, uploads) = opened();
    let content = bytes(1_000);
    let digest = Digest::of(&content);
    let upload = uploads.begin("acme", digest, 1_000, now()).await.unwrap();
    upload.write(0, vec![7; 1_000]).await.unwrap();
    let error = upload.finish().await.unwrap_err();
    assert!(matches!(error, Error::Mismatch { .. }), "{error}");
    assert!(!blobs.contains(&digest).await.unwrap());
    assert_eq!(upload.offset(), 0);
    upload.write(0, content).await.unwrap();
    upload.finish().await.unwrap();
}

#[tokio::test]
async fn an_upload_is_looked_into_before_it_is_a_blob_and_may_be_forgotten() {
    let (folder, blobs, uploads) = opened();
    let content = bytes(1_000);
    let digest = Digest::of(&content);
    let upload = uploads.begin("acme", digest, 1_000, now()).await.unwrap();
    let other = uploads.begin("acme", digest, 1_000, now()).await.unwrap();
    for _ in 0..2 {
        let early = upload.content().await.unwrap_err();
        assert!(matches!(early, Error::Incomplete { have: 0, .. }), "{early}");
        upload.write(0, content.clone()).await.unwrap();
        assert_eq!(upload.content().await.unwrap(), content);
        assert!(!blobs.contains(&digest).await.unwrap());
        other.forget().await.unwrap();
        other.forget().await.unwrap();
        assert_eq!(upload.offset(), 0);
        assert_eq!(fs::read_dir(folder.path().join("blobs/partial/acme")).unwrap().count(), 0);
    }
    upload.write(0, vec![7; 1_000]).await.unwrap();
    let wrong = upload.content().await.unwrap_err();
    assert!(matches!(wrong, Error::Mismatch { .. }), "{wrong}");
    upload.write(0, content.clone()).await.unwrap();
    upload.finish().await.unwrap();
    upload.forget().await.unwrap();
    assert_eq!(upload.content().await.unwrap(), content);
}

/// Uploads as a client does that somebody else disturbs.
async fn push(upload: &Upload, content: &[u8], step: usize) -> Digest {
    loop {
        let offset = upload.offset();
        let from = usize::try_from(offset).unwrap();
        if from == content.len() {
            return upload.finish().await.unwrap();
        }
        let piece = content[from..content.len().min(from + step)].to_vec();
        match upload.write(offset, piece).await {
            Ok(()) | Err(Error::Offset { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[tokio::test]
async fn uploads_of_one_digest_at_once_do_not_disturb_each_other() {
    let (_folder, blobs, uploads) = opened();
    let content = bytes(200_000);
    let digest = Digest::of(&content);
    let begin = |owner| uploads.begin(owner, digest, 200_000, now());
    let (one, two) = (begin("acme").await.unwrap(), begin("acme").await.unwrap());
    let other = begin("globex").await.unwrap();
    let (left, right, third) = tokio::join!(
        push(&one, &content, 7_001),
        push(&two, &content, 3_003),
        push(&other, &content, 5_005)
    );
    assert_eq!([left, right, third], [digest; 3]);
    assert_eq!(blobs.get(&digest).await.unwrap(), content);
    // That it is there does not spare whoever knows only the digest.
    assert_eq!(begin("initech").await.unwrap().offset(), 0);
}

#[tokio::test]
async fn uploads_of_an_owner_are_bounded_and_stale_ones_make_room() {
    let (_folder, blobs, _) = opened();
    let uploads = Uploads::open(&blobs, Limits { uploads: 2, bytes: 1_000 }).unwrap();
    let digest = |number: u8| Digest::of(&[number]);
    let now = now();
    drop(uploads.begin("acme", digest(0), 600, now).await.unwrap());
    let error = uploads.begin("acme", digest(1), 401, now).await.unwrap_err();
    assert!(matches!(error, Error::TooMuch { bytes: 1_001, limit: 1_000, .. }), "{error}");
    let held = uploads.begin("acme", digest(1), 400, now).await.unwrap();
    let error = uploads.begin("acme", digest(2), 0, now).await.unwrap_err();
    assert!(matches!(error, Error::TooMany { uploads: 3, limit: 2, .. }), "{error}");
    // Going on with one that was begun is always possible, and nobody else is concerned.
    drop(uploads.begin("acme", digest(0), 600, now).await.unwrap());
    drop(uploads.begin("globex", digest(2), 1_000, now).await.unwrap());
    assert_eq!(uploads.sweep(now + 23 * HOUR).await.unwrap(), 0);
    uploads.begin("acme", digest(2), 0, now + 25 * HOUR).await.unwrap();
    held.write(0, vec![1]).await.unwrap();
    assert_eq!(uploads.sweep(now + 25 * HOUR).await.unwrap(), 2);
    drop(held);
    assert_eq!(uploads.sweep(now + 25 * HOUR).await.unwrap(), 1);
}

#[tokio::test]
async fn owners_and_sizes_are_checked_before_anything_is_made() {
    let (folder, _, uploads) = opened();
    let digest = Digest::of(b"x");
    let long = "a".repeat(64);
    for owner in ["", "..", "../acme", "a/b", "A", "a\0", "é", &long] {
        let error = uploads.begin(owner, digest, 1, now()).await.unwrap_err();
        assert!(matches!(error, Error::NoOwner { .. }), "{error}");
    }
    let large = BLOB_BYTES_MAX as u64 + 1;
    let error = uploads.begin("acme", digest, large, now()).await.unwrap_err();
    assert!(matches!(error, Error::TooLarge { .. }), "{error}");
    assert_eq!(fs::read_dir(folder.path().join("blobs/partial")).unwrap().count(), 0);
}
