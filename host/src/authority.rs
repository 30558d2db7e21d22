//! Who signs certificates, and what for. The key of the cluster's authority lies in a folder of its own, which no running
//! process needs. Each host gets two certificates from it:
//!
//! ```text
//! authority (path length 1) --> host     HOST.host.sandbar, host.sandbar: what clients and hosts see
//!                           `-> workers  an issuer of the host's own, path length 0, for names under worker.sandbar alone
//!                                 `-> HOST.TENANT.worker.sandbar, a day long, made by the host for each of its workers
//! ```
//!
//! So a host that is taken over can pretend to be workers, which it starts anyhow, but no other host and no leader.
//! An issuer cannot be held to its own host's workers: a name constraint binds the end of a name, not its beginning.

use std::{net::IpAddr, path::Path, time::Duration};

use anyhow::{Context as _, bail};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose, NameConstraints,
};

mod files;
mod host;
#[cfg(test)]
mod tests;

pub use host::{HostCertificates, WORKER_HOLDS, WorkerCertificate};

/// The DNS name that every host has, and that clients ask for.
pub const HOST_NAME: &str = "host.sandbar";

/// What every worker's name ends with.
const WORKER_SUFFIX: &str = "worker.sandbar";

/// How far clocks of the cluster may be apart: certificates begin so much earlier.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// How long the authority's own certificate holds: ten years, since replacing it means replacing all.
const AUTHORITY_DAYS: u32 = 3650;

/// Most days of a host's certificate.
pub const DAYS_MAX: u32 = 825;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Names of the files in an authority's folder.
const AUTHORITY: &str = "authority.pem";
const AUTHORITY_KEY: &str = "authority.key";

/// The cluster's authority, with its key.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl std::fmt::Debug for Authority {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Authority").finish_non_exhaustive()
    }
}

impl Authority {
    /// Makes an authority in `folder`, which must not hold one.
    ///
    /// # Errors
    /// If there is one already, or the disk refuses.
    pub fn init(folder: &Path, now_ms: i64) -> anyhow::Result<Self> {
        if folder.join(AUTHORITY_KEY).exists() || folder.join(AUTHORITY).exists() {
            bail!(
                "{} holds an authority already, and every certificate of its cluster depends on it: \
                 name another folder",
                folder.display()
            );
        }
        let key = KeyPair::generate()?;
        let params = authority_params(now_ms);
        let pem = params.self_signed(&key)?.pem();
        files::make_folder(folder)?;
        files::create_key(&folder.join(AUTHORITY_KEY), &key.serialize_pem())?;
        files::create(&folder.join(AUTHORITY), &pem)?;
        Ok(Self { issuer: Issuer::new(params, key), pem })
    }

    /// The authority in `folder`.
    ///
    /// # Errors
    /// If it is not there, or key and certificate do not belong together.
    pub fn open(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(AUTHORITY_KEY);
        let key = files::key(&path).with_context(|| {
            format!("no authority in {}: make one with `sandbar cert init`", folder.display())
        })?;
        let (pem, chain) = files::certificates(&folder.join(AUTHORITY))?;
        files::check_pair(&folder.join(AUTHORITY), &chain, &path, &key)?;
        Ok(Self { issuer: Issuer::new(authority_params(0), key), pem })
    }

    /// Writes what `host` needs into the folder `out`: certificates and keys of its own. Older ones of the same host are
    /// replaced, so that a running host picks the new ones up.
    ///
    /// # Errors
    /// If `out` holds another host's or the authority's files, or the disk refuses.
    pub fn issue(
        &self,
        host: &str,
        addresses: &[String],
        days: u32,
        out: &Path,
        now_ms: i64,
    ) -> anyhow::Result<()> {
        if !(1..=DAYS_MAX).contains(&days) {
            bail!("{days} days are not between 1 and {DAYS_MAX}");
        }
        if out.join(AUTHORITY_KEY).exists() {
            bail!(
                "{} is the authority's own folder, whose key no host may have: name another with --out",
                out.display()
            );
        }
        files::make_folder(out)?;
        files::check_owner(out, host)?;
        let own = KeyPair::generate()?;
        let own_pem = host_params(host, addresses, days, now_ms)?.signed_by(&own, &self.issuer)?;
        let workers = KeyPair::generate()?;
        let workers_pem = issuer_params(host, days, now_ms).signed_by(&workers, &self.issuer)?;
        files::Host {
            name: host,
            authority: &self.pem,
            certificate: &own_pem.pem(),
            key: &own.serialize_pem(),
            workers: &workers_pem.pem(),
            workers_key: &workers.serialize_pem(),
        }
        .write(out)
    }
}

fn authority_params(now_ms: i64) -> CertificateParams {
    let mut params = named("sandbar authority", now_ms, DAY * AUTHORITY_DAYS);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(1));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// The issuer of a host's workers.
fn issuer_params(host: &str, days: u32, now_ms: i64) -> CertificateParams {
    let mut params = named(&format!("sandbar workers of {host}"), now_ms, DAY * days);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: vec![GeneralSubtree::DnsName(WORKER_SUFFIX.to_owned())],
        excluded_subtrees: vec![],
    });
    params.use_authority_key_identifier_extension = true;
    params
}

fn host_params(
    host: &str,
    addresses: &[String],
    days: u32,
    now_ms: i64,
) -> anyhow::Result<CertificateParams> {
    let mut names = vec![format!("{host}.{HOST_NAME}"), HOST_NAME.to_owned()];
    for address in addresses {
        // Other DNS names would say whose certificate it is; addresses only say where it stands.
        if address.parse::<IpAddr>().is_err() {
            bail!("`{address}` is no IP address: hosts are known by name, so none is needed");
        }
        names.push(address.clone());
    }
    leaf(names, now_ms, DAY * days)
}

/// A certificate that signs nothing, for both sides of a connection.
fn leaf(names: Vec<String>, now_ms: i64, holds: Duration) -> anyhow::Result<CertificateParams> {
    let common = names.first().cloned().unwrap_or_default();
    let with_names = CertificateParams::new(names)?;
    let mut params = named(&common, now_ms, holds);
    params.subject_alt_names = with_names.subject_alt_names;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages =
        vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    params.use_authority_key_identifier_extension = true;
    Ok(params)
}

/// Parameters under a name, from `SKEW` before now on.
fn named(name: &str, now_ms: i64, holds: Duration) -> CertificateParams {
    let mut params = CertificateParams::default();
    let mut subject = DistinguishedName::new();
    // A common name has 64 characters at most; who it is stands in the DNS names.
    subject.push(DnType::CommonName, name.chars().take(64).collect::<String>());
    params.distinguished_name = subject;
    let now = Duration::from_millis(u64::try_from(now_ms).unwrap_or(0));
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    params.not_before = epoch + now.saturating_sub(SKEW);
    params.not_after = epoch + (now + holds);
    params
}
