//! TLS of connectors: whom they trust, and what they show.

use std::{
    io::{Error, Result},
    path::Path,
    sync::Arc,
};

use rustls::{
    ClientConfig, DigitallySignedStruct, RootCertStore, ServerConfig, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::ring::default_provider,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime, pem::PemObject as _},
};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::Address;
use crate::connectors::{
    Complaint, Context,
    settings::{Key, KeyKind, Settings},
};

/// Largest file of certificates: all that a machine trusts are a quarter of it.
const PEM_BYTES_MAX: u64 = 1 << 20;

/// Whether TLS is spoken to others.
pub(in crate::connectors) const TLS: Key = Key {
    name: "tls",
    kind: KeyKind::Boolean,
    required: false,
    help: "whether to speak TLS; false by default, true where `authority` is given",
};

/// The authority whose certificates others must show.
pub(in crate::connectors) const AUTHORITY: Key = Key {
    name: "authority",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate of the authority to be trusted; by default those that this machine trusts",
};

/// What this side shows to those who connect.
pub(in crate::connectors) const CERTIFICATE: Key = Key {
    name: "certificate",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate to show; with it, only TLS is spoken",
};
pub(in crate::connectors) const CERTIFICATE_KEY: Key = Key {
    name: "certificate_key",
    kind: KeyKind::Path,
    required: false,
    help: "PEM file with the certificate's key",
};

/// What is wrong with the certificates to be shown.
pub(in crate::connectors) fn check_certificate(settings: &Settings) -> Option<Complaint> {
    let given = |key| settings.get(key).is_some();
    match (given("certificate"), given("certificate_key")) {
        (true, false) => Some(("certificate", "has no key; name `certificate_key` too".to_owned())),
        (false, true) => Some((
            "certificate_key",
            "belongs to no certificate; name `certificate` too".to_owned(),
        )),
        _ => None,
    }
}

/// How others are trusted: those of `authority`, else those that this machine trusts.
///
/// # Errors
/// If a certificate cannot be read.
pub(in crate::connectors) fn client(
    settings: &Settings,
    context: &Context,
) -> Result<ClientConfig> {
    let trusting = builder()?.with_root_certificates(roots(settings, context)?);
    Ok(trusting.with_no_client_auth())
}

/// As [`client`], for a library that is given `pinned` in the place of `address`: the certificate must be of `address` all
/// the same. An address in numbers cannot ask for one by name, so the other side shows its first.
///
/// # Errors
/// As [`client`].
pub(in crate::connectors) fn client_of(
    settings: &Settings,
    context: &Context,
    address: &Address,
    pinned: &Address,
) -> Result<ClientConfig> {
    if address == pinned {
        return client(settings, context);
    }
    let name = ServerName::try_from(address.host.clone()).map_err(Error::other)?;
    let roots = Arc::new(roots(settings, context)?);
    let verifier =
        WebPkiServerVerifier::builder_with_provider(roots, Arc::new(default_provider())).build();
    let verifier = Named { name, verifier: verifier.map_err(Error::other)? };
    let trusting = builder()?.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
    Ok(trusting.with_no_client_auth())
}

fn builder() -> Result<rustls::ConfigBuilder<ClientConfig, rustls::WantsVerifier>> {
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    builder.with_safe_default_protocol_versions().map_err(Error::other)
}

fn roots(settings: &Settings, context: &Context) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    match settings.path("authority") {
        Some(path) => {
            for certificate in certificates(path, context)? {
                roots.add(certificate).map_err(Error::other)?;
            }
        }
        None => {
            // Those that cannot be read are of no use; if none can, no server is trusted.
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    Ok(roots)
}

/// Expects certificates of `name`, by whatever name the library connects.
#[derive(Debug)]
struct Named {
    name: ServerName<'static>,
    verifier: Arc<WebPkiServerVerifier>,
}

impl ServerCertVerifier for Named {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        self.verifier.verify_server_cert(certificate, intermediates, &self.name, ocsp, now)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        self.verifier.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}

/// Whether TLS is to be spoken to others.
pub(in crate::connectors) fn wants_tls(settings: &Settings) -> bool {
    settings.boolean("tls").unwrap_or(settings.get("authority").is_some())
}

/// As [`client`], where TLS is to be spoken.
///
/// # Errors
/// As [`client`].
pub(in crate::connectors) fn connector(
    settings: &Settings,
    context: &Context,
) -> Result<Option<TlsConnector>> {
    if !wants_tls(settings) {
        return Ok(None);
    }
    Ok(Some(TlsConnector::from(Arc::new(client(settings, context)?))))
}

/// What is shown to those who connect; `None` without a certificate.
///
/// # Errors
/// If the certificate or its key cannot be read, or do not belong together.
pub(in crate::connectors) fn acceptor(
    settings: &Settings,
    context: &Context,
) -> Result<Option<TlsAcceptor>> {
    let (Some(shown), Some(key)) = (settings.path("certificate"), settings.path("certificate_key"))
    else {
        return Ok(None);
    };
    let chain = certificates(shown, context)?;
    let unreadable = |error: &dyn std::fmt::Display| {
        Error::other(format!("no key can be read from {}: {error}", key.display()))
    };
    let pem = context.read(key, PEM_BYTES_MAX).map_err(|error| unreadable(&error))?;
    let key = PrivateKeyDer::from_pem_slice(&pem).map_err(|error| unreadable(&error))?;
    let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(Error::other)?;
    let config =
        builder.with_no_client_auth().with_single_cert(chain, key).map_err(Error::other)?;
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}

fn certificates(path: &Path, context: &Context) -> Result<Vec<CertificateDer<'static>>> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Error::other(format!("no certificate can be read from {}: {error}", path.display()))
    };
    let pem = context.read(path, PEM_BYTES_MAX).map_err(|error| unreadable(&error))?;
    let found: std::result::Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match found {
        Ok(found) if found.is_empty() => Err(unreadable(&"there is none")),
        Ok(found) => Ok(found),
        Err(error) => Err(unreadable(&error)),
    }
}
