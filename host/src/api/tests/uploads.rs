//! Uploads: resumed, repeated, at once, and with content and names that are not what they should be.

use super::{World, begin, code_of, local};
use sandbar_control::Digest;
use sandbar_schema::control_capnp::upload;

async fn write(upload: &upload::Client, offset: u64, piece: &[u8]) -> Result<(), capnp::Error> {
    let mut request = upload.write_request();
    request.get().set_offset(offset);
    request.get().set_content(piece);
    request.send().await
}

async fn offset(upload: &upload::Client) -> u64 {
    upload.offset_request().send().promise.await.unwrap().get().unwrap().get_bytes()
}

/// The digest of what was published, else the code of the problem.
async fn finish(upload: &upload::Client) -> Result<String, String> {
    let answer = upload.finish_request().send().promise.await.map_err(|error| error.extra)?;
    let answer = answer.get().unwrap();
    match code_of(answer.get_problem().unwrap()) {
        code if code.is_empty() => {
            Ok(answer.get_plugin().unwrap().get_digest().unwrap().to_string().unwrap())
        }
        code => Err(code),
    }
}

#[tokio::test]
async fn an_upload_goes_on_where_it_was_and_repeating_it_changes_nothing() {
    local(async {
        let world = World::new().await;
        let content = vec![7; 300_000];
        let digest = Digest::of(&content).to_string();
        let reference = ("departed", "1.0.0");
        let tenant = world.tenant().await;
        let upload = begin(&tenant, reference, &digest, 300_000).await.unwrap();
        write(&upload, 0, &content[..200_000]).await.unwrap();
        assert_eq!(finish(&upload).await, Err("invalid".to_owned()));
        drop((upload, tenant));
        let tenant = world.tenant().await;
        let upload = begin(&tenant, reference, &digest, 300_000).await.unwrap();
        assert_eq!(offset(&upload).await, 200_000);
        write(&upload, 200_000, &content[200_000..]).await.unwrap();
        assert_eq!(finish(&upload).await, Ok(digest.clone()));
        assert_eq!(finish(&upload).await, Ok(digest.clone()));
        let again = begin(&tenant, reference, &digest, 300_000).await.unwrap();
        assert_eq!(offset(&again).await, 300_000);
        assert_eq!(finish(&again).await, Ok(digest));
        assert!(world.compile.compiled.get() <= 2);
        let listed = tenant.plugins_request().send().promise.await.unwrap();
        let listed = listed.get().unwrap().get_plugins().unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed.get(0).get_rights().unwrap().get(0).unwrap(), "output.emit");
        let other = begin(&tenant, reference, Digest::of(b"other").as_ref(), 5).await.err();
        assert_eq!(other.as_deref(), Some("exists"));
    })
    .await;
}

#[tokio::test]
async fn two_at_once_give_one_plugin_and_no_mixture() {
    local(async {
        let world = World::new().await;
        let (tenant, second) = (world.tenant().await, world.tenant().await);
        let digest = Digest::of(b"one-two").to_string();
        let one = begin(&tenant, ("a", "1"), &digest, 7).await.unwrap();
        let two = begin(&second, ("a", "1"), &digest, 7).await.unwrap();
        write(&one, 0, b"one-").await.unwrap();
        // The other one is told that it is behind, and begins again.
        let late = async {
            write(&two, 0, b"one-").await?;
            two.offset_request().send().promise.await.map(drop)
        };
        assert!(late.await.is_err());
        let two = begin(&second, ("a", "1"), &digest, 7).await.unwrap();
        assert_eq!(offset(&two).await, 4);
        write(&two, 4, b"two").await.unwrap();
        let (first, second) = tokio::join!(finish(&one), finish(&two));
        let published = [first, second].into_iter().filter(|done| *done == Ok(digest.clone()));
        assert!(published.count() >= 1);
        let listed = tenant.plugins_request().send().promise.await.unwrap();
        assert_eq!(listed.get().unwrap().get_plugins().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_as_announced_is_refused_before_or_after_it_came() {
    local(async {
        let world = World::new().await;
        let tenant = world.tenant().await;
        let digest = Digest::of(b"one").to_string();
        for (name, version, digest, bytes, code) in [
            ("../a", "1", digest.as_str(), 3, "invalid"),
            ("a", "../1", &digest, 3, "invalid"),
            ("\u{430}", "1", &digest, 3, "invalid"),
            ("a/b", "1", &digest, 3, "invalid"),
            ("a@b", "1", &digest, 3, "invalid"),
            ("A", "1", &digest, 3, "invalid"),
            ("", "", &digest, 3, "invalid"),
            ("a", "1", "../../etc/passwd", 3, "invalid"),
            ("a", "1", &digest, 0, "invalid"),
            ("a", "1", &digest, (32 << 20) + 1, "too-large"),
            ("a", "1", &digest, u64::MAX, "too-large"),
        ] {
            let refused = begin(&tenant, (name, version), digest, bytes).await.err();
            assert_eq!(refused.as_deref(), Some(code), "{name} {version} {digest} {bytes}");
        }
        let upload = begin(&tenant, ("a", "1"), &digest, 3).await.unwrap();
        write(&upload, 0, b"two").await.unwrap();
        assert_eq!(finish(&upload).await, Err("invalid".to_owned()));
        assert_eq!(offset(&upload).await, 0, "it begins again");
        write(&upload, 0, b"one").await.unwrap();
        finish(&upload).await.unwrap();
        let bad = begin(&tenant, ("b", "1"), Digest::of(b"bad").as_ref(), 3).await.unwrap();
        write(&bad, 0, b"bad").await.unwrap();
        assert_eq!(finish(&bad).await, Err("invalid".to_owned()));
        let long = begin(&tenant, ("b", "1"), &digest, 2).await.unwrap();
        let longer = async {
            write(&long, 0, b"one").await?;
            long.offset_request().send().promise.await.map(drop)
        };
        assert!(longer.await.is_err());
    })
    .await;
}

#[tokio::test]
async fn churn_and_quotas_end_somewhere() {
    local(async {
        let world = World::new().await;
        let tenant = world.tenant().await;
        for number in 0..3 {
            let content = format!("plugin {number}");
            let digest = Digest::of(content.as_bytes()).to_string();
            let version = number.to_string();
            let upload = begin(&tenant, ("a", &version), &digest, content.len() as u64).await;
            let upload = upload.unwrap();
            write(&upload, 0, content.as_bytes()).await.unwrap();
            finish(&upload).await.unwrap();
        }
        let digest = Digest::of(b"one").to_string();
        let refused = begin(&tenant, ("a", "9"), &digest, 3).await.err();
        assert_eq!(refused.as_deref(), Some("quota"));
        let mut codes = std::collections::BTreeSet::new();
        for _ in 0..400 {
            codes.extend(begin(&tenant, ("a", "9"), &digest, 3).await.err());
        }
        assert!(codes.contains("unavailable"), "changes are limited: {codes:?}");
    })
    .await;
}
