//! The names in certificates, written and read. What reads as a name here was checked label by label.

use rustls::pki_types::CertificateDer;

/// What every worker's name ends with, behind its tenant.
const WORKER: &str = "worker.sandbar";

/// What every host of a cluster may call itself, and what its own name ends with.
pub(super) const HOST: &str = "host.sandbar";

/// Longest label that DNS allows.
const LABEL_BYTES_MAX: usize = 63;

/// A worker: the host that runs it, and the tenant whose tasks it runs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peer {
    pub host: String,
    pub tenant: String,
}

impl Peer {
    /// The name in its certificate.
    pub fn name(&self) -> String {
        format!("{}.{}.{WORKER}", self.host, self.tenant)
    }

    /// The one worker that a certificate names. More names, or others, make it nobody's.
    pub(super) fn named(certificate: &CertificateDer<'_>) -> Option<Self> {
        match &names(certificate)?[..] {
            [name] => Self::from_name(name),
            _ => None,
        }
    }

    /// The worker that `name` names, if it names one: two labels before the suffix, no wildcards.
    fn from_name(name: &str) -> Option<Self> {
        let labels = name.strip_suffix(WORKER)?.strip_suffix('.')?;
        let (host, tenant) = labels.split_once('.')?;
        let is_worker = is_label(host) && is_label(tenant);
        is_worker.then(|| Self { host: host.to_owned(), tenant: tenant.to_owned() })
    }
}

/// The name of host `host` itself, as its certificate has it beside `host.sandbar`.
pub(super) fn of_host(host: &str) -> String {
    format!("{host}.{HOST}")
}

/// The one host that a certificate names. It must say so twice, and say nothing else.
pub(super) fn named_host(certificate: &CertificateDer<'_>) -> Option<String> {
    let names = names(certificate)?;
    let own = match &names[..] {
        [one, other] if one == HOST => other,
        [one, other] if other == HOST => one,
        _ => return None,
    };
    let host = own.strip_suffix(HOST)?.strip_suffix('.')?;
    is_label(host).then(|| host.to_owned())
}

fn names(certificate: &CertificateDer<'_>) -> Option<Vec<String>> {
    let certificate = webpki::EndEntityCert::try_from(certificate).ok()?;
    // Two at most are of use; a peer may have put thousands there.
    Some(certificate.valid_dns_names().take(3).map(str::to_owned).collect())
}

fn is_label(label: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = label.as_bytes();
    bytes.len() <= LABEL_BYTES_MAX
        && bytes.first().is_some_and(is_letter)
        && bytes.last().is_some_and(is_letter)
        && bytes.iter().all(|byte| is_letter(byte) || *byte == b'-')
}
