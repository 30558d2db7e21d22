//! A host's own certificates: read and checked as a whole, watched for change, and the source of its workers' ones.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use anyhow::anyhow;
use rcgen::{Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use super::{DAY, HOST_NAME, WORKER_SUFFIX, files, issuer_params, leaf};

/// How long a worker's certificate holds. Its host renews it when half of that is over.
pub const WORKER_HOLDS: Duration = DAY;

/// What a host shows and what it issues.
pub struct HostCertificates {
    name: String,
    folder: PathBuf,
    read: Vec<Option<SystemTime>>,
    authority: CertificateDer<'static>,
    chain: Vec<CertificateDer<'static>>,
    key: KeyPair,
    pub(super) issuer_chain: Vec<CertificateDer<'static>>,
    pub(super) issuer: Issuer<'static, KeyPair>,
}

/// A worker's certificate and key, in DER.
#[derive(Clone)]
pub struct WorkerCertificate {
    pub authority: Vec<u8>,
    /// The worker's own first, its issuer's after it.
    pub chain: Vec<Vec<u8>>,
    /// PKCS #8.
    pub key: Vec<u8>,
}

impl std::fmt::Debug for WorkerCertificate {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("WorkerCertificate").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for HostCertificates {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("HostCertificates").field("name", &self.name).finish_non_exhaustive()
    }
}

impl HostCertificates {
    /// Reads the certificates of host `name` in `folder`, and checks that all of them serve.
    ///
    /// # Errors
    /// Which file is wrong, why, and what to do.
    pub fn open(folder: &Path, name: &str, now_ms: i64) -> anyhow::Result<Self> {
        let read = changed(folder);
        let at = |file: &str| folder.join(file);
        let (_, mut authority) = files::certificates(&at(files::AUTHORITY))?;
        let (_, chain) = files::certificates(&at(files::CERTIFICATE))?;
        let key = files::key(&at(files::KEY))?;
        files::check_pair(&at(files::CERTIFICATE), &chain, &at(files::KEY), &key)?;
        let (_, issuer_chain) = files::certificates(&at(files::WORKERS))?;
        let issuer_key = files::key(&at(files::WORKERS_KEY))?;
        files::check_pair(
            &at(files::WORKERS),
            &issuer_chain,
            &at(files::WORKERS_KEY),
            &issuer_key,
        )?;
        let host = Self {
            name: name.to_owned(),
            folder: folder.to_owned(),
            read,
            authority: authority.swap_remove(0),
            chain,
            key,
            issuer_chain,
            issuer: Issuer::new(issuer_params(name, 0, 0), issuer_key),
        };
        for wanted in [format!("{name}.{HOST_NAME}"), HOST_NAME.to_owned()] {
            let told = |error| refused(&at(files::CERTIFICATE), &error);
            host.verify(&host.chain, &wanted, now_ms).map_err(told)?;
        }
        let trial = host.issue("trial", now_ms)?;
        let trial: Vec<_> = trial.chain.into_iter().map(CertificateDer::from).collect();
        let told = |error| refused(&at(files::WORKERS), &error);
        host.verify(&trial, &format!("{name}.trial.{WORKER_SUFFIX}"), now_ms).map_err(told)?;
        Ok(host)
    }

    /// Whether a file changed on disk since these were read.
    pub fn is_stale(&self) -> bool {
        changed(&self.folder) != self.read
    }

    /// The same host's certificates as the disk has them now.
    ///
    /// # Errors
    /// As [`open`](Self::open); these can still be used then.
    pub fn reread(&self, now_ms: i64) -> anyhow::Result<Self> {
        Self::open(&self.folder, &self.name, now_ms)
    }

    pub fn authority(&self) -> CertificateDer<'static> {
        self.authority.clone()
    }

    pub fn chain(&self) -> Vec<CertificateDer<'static>> {
        self.chain.clone()
    }

    pub fn key(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::Pkcs8(self.key.serialize_der().into())
    }

    /// A certificate for this host's worker of `tenant`, from now on for [`WORKER_HOLDS`].
    ///
    /// # Errors
    /// If the system has no randomness to give.
    pub fn issue(&self, tenant: &str, now_ms: i64) -> anyhow::Result<WorkerCertificate> {
        let key = KeyPair::generate()?;
        let name = format!("{}.{tenant}.{WORKER_SUFFIX}", self.name);
        let own = leaf(vec![name], now_ms, WORKER_HOLDS)?.signed_by(&key, &self.issuer)?;
        let issuers = self.issuer_chain.iter().map(|certificate| certificate.to_vec());
        Ok(WorkerCertificate {
            authority: self.authority.to_vec(),
            chain: std::iter::once(own.der().to_vec()).chain(issuers).collect(),
            key: key.serialize_der(),
        })
    }

    /// Whether peers would believe that `chain` is that of `name`.
    pub(super) fn verify(
        &self,
        chain: &[CertificateDer<'_>],
        name: &str,
        now_ms: i64,
    ) -> Result<(), webpki::Error> {
        let anchor = anchor_from_trusted_cert(&self.authority)?;
        let Some((own, issuers)) = chain.split_first() else {
            return Err(webpki::Error::UnknownIssuer);
        };
        let own = EndEntityCert::try_from(own)?;
        let now = UnixTime::since_unix_epoch(Duration::from_millis(now_ms.unsigned_abs()));
        let provider = rustls::crypto::ring::default_provider();
        let algorithms = provider.signature_verification_algorithms.all;
        for usage in [KeyUsage::server_auth(), KeyUsage::client_auth()] {
            let anchors = std::slice::from_ref(&anchor);
            own.verify_for_usage(algorithms, anchors, issuers, now, usage, None, None)?;
        }
        let name = ServerName::try_from(name).map_err(|_| webpki::Error::MalformedDnsIdentifier)?;
        own.verify_is_valid_for_subject_name(&name)
    }
}

/// When each file was last written; `None` where it is not there.
fn changed(folder: &Path) -> Vec<Option<SystemTime>> {
    let modified = |file: &&str| fs::metadata(folder.join(file)).ok()?.modified().ok();
    files::ALL.iter().map(modified).collect()
}

fn refused(path: &Path, error: &webpki::Error) -> anyhow::Error {
    let path = path.display();
    let anew = "issue a new one with `sandbar cert issue`";
    match error {
        webpki::Error::CertExpired { not_after, .. } => {
            anyhow!("{path} expired at {} s since 1970: {anew}", not_after.as_secs())
        }
        webpki::Error::CertNotValidYet { .. } => {
            anyhow!("{path} is not valid yet: set this machine's clock, or {anew}")
        }
        webpki::Error::CertNotValidForName(_) => anyhow!("{path} is of another host: {anew}"),
        webpki::Error::UnknownIssuer | webpki::Error::InvalidSignatureForPublicKey => anyhow!(
            "{path} was not signed by the authority in {}: copy all files of one host together",
            files::AUTHORITY
        ),
        other => anyhow!("{path} is of no use ({other}): {anew}"),
    }
}
