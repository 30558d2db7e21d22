//! Authorities and hosts' certificates: what serves, and what is refused at start.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use super::{Authority, HostCertificates};

/// 2026-01-01.
const NOW_MS: i64 = 1_767_225_600_000;
const DAY_MS: i64 = 86_400_000;

struct Folders {
    root: tempfile::TempDir,
    authority: Authority,
}

impl Folders {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let authority = Authority::init(&root.path().join("ca"), NOW_MS).unwrap();
        Self { root, authority }
    }

    fn issued(&self, host: &str) -> std::path::PathBuf {
        let out = self.root.path().join(host);
        self.authority.issue(host, &["127.0.0.1".to_owned()], 90, &out, NOW_MS).unwrap();
        out
    }
}

fn refused(folder: &Path, name: &str, now_ms: i64, part: &str) {
    let error = HostCertificates::open(folder, name, now_ms).unwrap_err();
    let error = format!("{error:#}");
    assert!(error.contains(part), "{error}");
}

#[test]
fn an_authority_is_never_overwritten_and_its_key_is_its_owners() {
    let folders = Folders::new();
    let ca = folders.root.path().join("ca");
    let key = fs::read(ca.join("authority.key")).unwrap();
    let mode = fs::metadata(ca.join("authority.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let error = Authority::init(&ca, NOW_MS).unwrap_err().to_string();
    assert!(error.contains("holds an authority already"), "{error}");
    assert_eq!(fs::read(ca.join("authority.key")).unwrap(), key);
    Authority::open(&ca).unwrap();
}

#[test]
fn what_was_issued_serves_hosts_and_workers() {
    let folders = Folders::new();
    let out = folders.issued("h1");
    let host = HostCertificates::open(&out, "h1", NOW_MS).unwrap();
    let worker = host.issue("acme", NOW_MS).unwrap();
    let chain: Vec<_> = worker.chain.into_iter().map(Into::into).collect();
    host.verify(&chain, "h1.acme.worker.sandbar", NOW_MS + DAY_MS - 1000).unwrap();
    host.verify(&chain, "h1.acme.worker.sandbar", NOW_MS + DAY_MS + 1000).unwrap_err();
    host.verify(&chain, "h1.evil.worker.sandbar", NOW_MS).unwrap_err();
    let key = fs::metadata(out.join("workers.key")).unwrap().permissions().mode();
    assert_eq!(key & 0o777, 0o600);
}

#[test]
fn an_issuer_of_workers_can_issue_no_host() {
    let folders = Folders::new();
    let host = HostCertificates::open(&folders.issued("h1"), "h1", NOW_MS).unwrap();
    let key = rcgen::KeyPair::generate().unwrap();
    let params = super::host_params("h2", &[], 1, NOW_MS).unwrap();
    let forged = params.signed_by(&key, &host.issuer).unwrap();
    let chain = vec![forged.der().clone(), host.issuer_chain[0].clone()];
    let error = host.verify(&chain, "host.sandbar", NOW_MS).unwrap_err();
    assert_eq!(error, webpki::Error::NameConstraintViolation);
}

#[test]
fn files_that_do_not_serve_are_told_at_start() {
    let folders = Folders::new();
    let out = folders.issued("h1");
    refused(&out, "h2", NOW_MS, "is of another host");
    refused(&out, "h1", NOW_MS + 91 * DAY_MS, "expired");
    refused(&out, "h1", NOW_MS - DAY_MS, "not valid yet");
    refused(&folders.root.path().join("none"), "h1", NOW_MS, "cannot read");
    let key = out.join("host.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o640)).unwrap();
    refused(&out, "h1", NOW_MS, "may be read by others (mode 640)");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    let other = folders.issued("h2");
    fs::copy(other.join("host.key"), &key).unwrap();
    refused(&out, "h1", NOW_MS, "do not belong together");
    let stranger = Folders::new().issued("h1");
    HostCertificates::open(&folders.issued("h1"), "h1", NOW_MS).unwrap();
    let kept = fs::read(out.join("authority.pem")).unwrap();
    drop(stranger);
    let elsewhere = Folders::new();
    fs::copy(elsewhere.issued("h1").join("authority.pem"), out.join("authority.pem")).unwrap();
    refused(&out, "h1", NOW_MS, "was not signed by the authority");
    fs::write(out.join("authority.pem"), "nothing").unwrap();
    refused(&out, "h1", NOW_MS, "holds no certificate");
    fs::write(out.join("authority.pem"), kept).unwrap();
    HostCertificates::open(&out, "h1", NOW_MS).unwrap();
}

#[test]
fn replaced_certificates_are_seen_and_read() {
    let folders = Folders::new();
    let out = folders.issued("h1");
    let host = HostCertificates::open(&out, "h1", NOW_MS).unwrap();
    assert!(!host.is_stale());
    folders.issued("h1");
    assert!(host.is_stale());
    let again = host.reread(NOW_MS).unwrap();
    assert_ne!(again.chain(), host.chain());
    assert!(!again.is_stale());
}

#[test]
fn a_folder_belongs_to_one_host_and_never_to_the_authority() {
    let folders = Folders::new();
    let out = folders.issued("h1");
    let error = folders.authority.issue("h2", &[], 90, &out, NOW_MS).unwrap_err().to_string();
    assert!(error.contains("certificates of host `h1`"), "{error}");
    let ca = folders.root.path().join("ca");
    let error = folders.authority.issue("h2", &[], 90, &ca, NOW_MS).unwrap_err().to_string();
    assert!(error.contains("the authority's own folder"), "{error}");
    for (address, days, part) in [("example.com", 90, "no IP address"), ("::1", 0, "0 days")] {
        let out = folders.root.path().join("h3");
        let addresses = [address.to_owned()];
        let error = folders.authority.issue("h3", &addresses, days, &out, NOW_MS).unwrap_err();
        assert!(error.to_string().contains(part), "{error}");
    }
}
