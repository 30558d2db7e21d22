//! Contexts come back as they were written, stay private, and a file that cannot be believed is refused without its tokens.

use std::{fs, os::unix::fs::PermissionsExt as _};

use super::{Context, Error, Secret, Store};

fn context(token: &str) -> Context {
    Context {
        address: "127.0.0.1:7170".to_owned(),
        authority: "-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n".to_owned(),
        token: Secret::new(token),
    }
}

#[test]
fn contexts_come_back_as_they_were_written() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let store = Store::new(folder.path().join("deep/sandbar"));
    assert_eq!(store.read().expect("no file is no contexts").named.len(), 0);
    for token in ["sbt_plain", "with \"quotes\" and \\ and \u{7}\n"] {
        let put = store.change(|contexts| {
            contexts.current = Some("local".to_owned());
            contexts.put("local", context(token))?;
            contexts.put("other-1", context("sbt_other"))
        });
        put.expect("the folder can be made");
        let read = store.read().expect("it was just written");
        assert_eq!(read.pick(None).expect("one is current"), ("local", &context(token)));
        assert_eq!(read.pick(Some("other-1")).expect("it is there").1, &context("sbt_other"));
    }
    let mode = |path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(store.path()), 0o600);
    assert_eq!(mode(folder.path().join("deep/sandbar")), 0o700);
}

#[test]
fn a_change_that_fails_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let store = Store::new(folder.path());
    for name in ["", "-a", "a-", "A", "a.b", "../x", &"a".repeat(64)] {
        let refused = store.change(|contexts| contexts.put(name, context("sbt_x")));
        assert!(matches!(refused, Err(Error::Name { .. })), "{name:?} was taken");
        assert!(!store.path().exists(), "{name:?} was written");
    }
}

#[test]
fn a_file_that_cannot_be_believed_is_refused_without_its_tokens() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let store = Store::new(folder.path());
    let wrong = [
        "token = \"sbt_secret\"",
        "[context.a]\ntoken = sbt_secret",
        "[context.a]\ntoken = \"sbt_secret\"",
        "[context.a]\naddress = 1\nauthority = \"\"\ntoken = \"sbt_secret\"",
        "[context.a]\naddress = \"\"\nauthority = \"\"\ntoken = \"sbt_secret\"\nmore = 1",
        "[context.\"A B\"]\naddress = \"\"\nauthority = \"\"\ntoken = \"sbt_secret\"",
    ];
    for content in wrong {
        fs::write(store.path(), content).expect("the folder can be written");
        fs::set_permissions(store.path(), fs::Permissions::from_mode(0o600)).expect("it is ours");
        let error = store.read().expect_err(content).to_string();
        assert!(error.contains("sandbar login"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
    fs::set_permissions(store.path(), fs::Permissions::from_mode(0o644)).expect("it is ours");
    let error = store.read().expect_err("others can read it").to_string();
    assert!(error.contains("chmod 600"), "{error}");
}

#[test]
fn picking_says_what_there_is_instead() {
    let mut contexts = super::Contexts::default();
    assert!(matches!(contexts.pick(None), Err(Error::None)));
    contexts.put("local", context("sbt_x")).expect("it is a name");
    let message = |picked: Result<_, Error>| {
        picked.map(|_: (&str, &Context)| ()).expect_err("none").to_string()
    };
    assert!(message(contexts.pick(None)).contains("there are: local"));
    assert!(message(contexts.pick(Some("other"))).contains("there are: local"));
    assert!(!format!("{contexts:?}").contains("sbt_x"));
}
