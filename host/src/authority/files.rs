//! Files of certificates and keys: written so that a key is its owner's alone, and read with an error that says what to
//! do. What certificates mean is not known here.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _},
    path::Path,
};

use anyhow::{Context as _, anyhow, bail};
use rcgen::{KeyPair, PublicKeyData as _};
use rustls::pki_types::{CertificateDer, pem::PemObject as _};

/// Names of a host's files.
pub(super) const AUTHORITY: &str = "authority.pem";
pub(super) const CERTIFICATE: &str = "host.pem";
pub(super) const KEY: &str = "host.key";
pub(super) const WORKERS: &str = "workers.pem";
pub(super) const WORKERS_KEY: &str = "workers.key";

/// Whose files a folder holds.
const NAME: &str = "host.name";

/// All files of a host, in the order in which they are read.
pub(super) const ALL: [&str; 5] = [AUTHORITY, CERTIFICATE, KEY, WORKERS, WORKERS_KEY];

/// Largest file: a chain of certificates has a few KiB.
const BYTES_MAX: u64 = 1 << 20;

/// What a host needs, as PEM.
pub(super) struct Host<'h> {
    pub(super) name: &'h str,
    pub(super) authority: &'h str,
    pub(super) certificate: &'h str,
    pub(super) key: &'h str,
    pub(super) workers: &'h str,
    pub(super) workers_key: &'h str,
}

impl Host<'_> {
    /// Writes the files. A host that reads meanwhile may see some of both; it keeps its own until they fit together.
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        replace(&folder.join(NAME), self.name, 0o644)?;
        replace(&folder.join(AUTHORITY), self.authority, 0o644)?;
        replace(&folder.join(KEY), self.key, 0o600)?;
        replace(&folder.join(CERTIFICATE), self.certificate, 0o644)?;
        replace(&folder.join(WORKERS_KEY), self.workers_key, 0o600)?;
        replace(&folder.join(WORKERS), self.workers, 0o644)
    }
}

/// Makes `folder` with mode 0700 where it is missing.
pub(super) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("cannot make the folder {}", folder.display()))
}

/// Refuses a folder that holds the files of another host than `name`.
pub(super) fn check_owner(folder: &Path, name: &str) -> anyhow::Result<()> {
    match fs::read_to_string(folder.join(NAME)) {
        Ok(other) if other != name => bail!(
            "{} holds the certificates of host `{}`: name another folder with --out",
            folder.display(),
            other.escape_default()
        ),
        _ => Ok(()),
    }
}

/// Writes a key that nobody but its owner may read, where there is no file yet.
pub(super) fn create_key(path: &Path, content: &str) -> anyhow::Result<()> {
    create_with(path, content, 0o600)
}

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, content: &str) -> anyhow::Result<()> {
    create_with(path, content, 0o644)
}

fn create_with(path: &Path, content: &str, mode: u32) -> anyhow::Result<()> {
    let write = || -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
        file.write_all(content.as_bytes())?;
        file.sync_all()
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// Puts `content` in the place of `path` in one step.
fn replace(path: &Path, content: &str, mode: u32) -> anyhow::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.new"));
    // Left by a command that was killed; whoever can write here may remove it.
    let _ = fs::remove_file(&beside);
    create_with(&beside, content, mode)?;
    fs::rename(&beside, path).with_context(|| format!("cannot write {}", path.display()))
}

/// The certificates in the file at `path`, as text and decoded; at least one.
pub(super) fn certificates(path: &Path) -> anyhow::Result<(String, Vec<CertificateDer<'static>>)> {
    let pem = read(path)?;
    let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    let chain = chain.map_err(|error| anyhow!("{} is damaged: {error:?}", path.display()))?;
    if chain.is_empty() {
        bail!("{} holds no certificate in PEM form", path.display());
    }
    Ok((pem, chain))
}

/// The key in the file at `path`.
pub(super) fn key(path: &Path) -> anyhow::Result<KeyPair> {
    let metadata = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    if metadata.mode() & 0o077 != 0 {
        bail!(
            "{0} may be read by others (mode {1:03o}): run `chmod 600 {0}`, and issue a new one if \
             it may have been",
            path.display(),
            metadata.mode() & 0o777
        );
    }
    let pem = read(path)?;
    KeyPair::from_pem(&pem).map_err(|error| anyhow!("{} holds no key: {error}", path.display()))
}

/// Refuses a certificate and a key that do not belong together.
pub(super) fn check_pair(
    certificate: &Path,
    chain: &[CertificateDer<'_>],
    key_path: &Path,
    key: &KeyPair,
) -> anyhow::Result<()> {
    let own = chain.first().context("at least one certificate was read")?;
    let own = webpki::EndEntityCert::try_from(own).map_err(|error| {
        anyhow!("{} holds no usable certificate: {error}", certificate.display())
    })?;
    if own.subject_public_key_info().as_ref() != key.subject_public_key_info() {
        bail!(
            "{} and {} do not belong together: issue both anew with `sandbar cert issue`",
            certificate.display(),
            key_path.display()
        );
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<String> {
    let what = || format!("cannot read {}", path.display());
    let size = fs::metadata(path).with_context(what)?.len();
    if size > BYTES_MAX {
        bail!("{} has {size} bytes, over the limit of {BYTES_MAX}", path.display());
    }
    fs::read_to_string(path).with_context(what)
}
