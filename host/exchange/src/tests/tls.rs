//! Whose certificates are let in.

use std::net::SocketAddr;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use sandbar_dataflow::channel::Inbox;
use sandbar_dataflow::{Frame, Port};
use tokio::task::spawn_local;

use super::{address, batch, expected, local};
use crate::{
    Caller, Credentials, Error, Inlets, Limits, Listener, Outgoing, Peer, Transport, connect, dial,
    serve,
};

pub(super) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(super) fn new() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// What `issue` makes credentials of.
    pub(super) fn parts(
        &self,
        names: &[String],
        trusted: &Authority,
        adjust: impl FnOnce(&mut CertificateParams),
    ) -> (CertificateDer<'static>, Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
        let mut params = CertificateParams::new(names).unwrap();
        adjust(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        (trusted.0.der().clone(), vec![certificate.der().clone()], key)
    }

    /// Credentials for a certificate of this authority, which trust `trusted`.
    pub(super) fn issue(
        &self,
        names: &[String],
        trusted: &Authority,
        adjust: impl FnOnce(&mut CertificateParams),
    ) -> Result<Credentials, Error> {
        let (authority, chain, key) = self.parts(names, trusted, adjust);
        Credentials::new(authority, chain, key)
    }

    pub(super) fn worker(&self, host: &str, tenant: &str) -> Credentials {
        self.issue(&[name(host, tenant)], self, |_| ()).unwrap()
    }
}

pub(super) fn name(host: &str, tenant: &str) -> String {
    Peer { host: host.to_owned(), tenant: tenant.to_owned() }.name()
}

/// What either side says when `client` calls `host` and reaches `server`.
async fn greet(
    server: Credentials,
    client: Credentials,
    host: &str,
) -> (Result<Peer, Error>, Result<(), Error>) {
    let limits = Limits::default();
    let loopback = "127.0.0.1:0".parse().unwrap();
    let listener = Listener::bind(loopback, Transport::Tls(server), limits).await.unwrap();
    let address = listener.address().unwrap();
    let serving = async {
        let (_, peer) = listener.accept().await?.greet().await?;
        match peer {
            Some(Caller::Worker(peer)) => Ok(peer),
            other => panic!("TLS names a worker, not {other:?}"),
        }
    };
    let client = Transport::Tls(client);
    let calling = async { dial(address, host, &client, limits).await.map(drop) };
    tokio::join!(serving, calling)
}

#[tokio::test]
async fn workers_of_one_tenant_exchange_frames() {
    local(async {
        let authority = Authority::new();
        let limits = Limits::default();
        let server = Transport::Tls(authority.worker("h1", "acme"));
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = Listener::bind(loopback, server, limits).await.unwrap();
        let to = listener.address().unwrap();
        let inlets = Inlets::default();
        let mut inbox = expected(&inlets, 0, 1, 100_000);
        spawn_local(async move {
            let (stream, peer) = listener.accept().await.unwrap().greet().await.unwrap();
            let caller = Peer { host: "h2".to_owned(), tenant: "acme".to_owned() };
            assert_eq!(peer, Some(Caller::Worker(caller)));
            serve(stream, inlets, limits).await
        });
        let client = Transport::Tls(authority.worker("h2", "acme"));
        let (link, run) = connect(dial(to, "h1", &client, limits).await.unwrap(), limits);
        spawn_local(run);
        let mut input = Inbox::default();
        let sender = input.channel(Port(0), 10 << 20);
        for number in 0..10 {
            sender.send(Frame::Batch(batch(number, 300_000))).await.unwrap();
        }
        sender.send(Frame::End).await.unwrap();
        let mut outgoing = Outgoing::new(address(0), 1);
        let (carried, taken) = tokio::join!(outgoing.carry(&link, &mut input), async {
            let mut taken = 0;
            while inbox.recv().await.is_some() {
                taken += 1;
            }
            taken
        });
        carried.unwrap();
        assert_eq!(taken, 11);
    })
    .await;
}

#[tokio::test]
async fn certificates_that_prove_nothing_are_refused() {
    let (authority, other) = (Authority::new(), Authority::new());
    let names = [name("h2", "acme")];
    let server = || authority.worker("h1", "acme");
    // Each has the key and trusts the right authority; only its own certificate is wrong.
    let stranger = other.issue(&names, &authority, |_| ()).unwrap();
    let expired = |params: &mut CertificateParams| {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    };
    let early = |params: &mut CertificateParams| params.not_before = date_time_ymd(4000, 1, 1);
    let expired = authority.issue(&names, &authority, expired).unwrap();
    let early = authority.issue(&names, &authority, early).unwrap();
    for (what, client) in [("wrong authority", &stranger), ("expired", &expired), ("early", &early)]
    {
        let (served, _) = greet(server(), client.clone(), "h1").await;
        assert!(
            matches!(served, Err(Error::Handshake(_) | Error::OutOfDate(_))),
            "{what}: {served:?}"
        );
        let (_, called) = greet(client.clone(), server(), "h2").await;
        assert!(
            matches!(called, Err(Error::Handshake(_) | Error::OutOfDate(_))),
            "{what}: {called:?}"
        );
    }
}

#[tokio::test]
async fn a_worker_of_another_tenant_or_host_is_refused() {
    let authority = Authority::new();
    let worker = |host, tenant| authority.worker(host, tenant);
    let (served, called) = greet(worker("h1", "acme"), worker("h2", "acme"), "h1").await;
    assert!(served.is_ok() && called.is_ok(), "{served:?} {called:?}");
    let (_, called) = greet(worker("h1", "acme"), worker("h2", "acme"), "h3").await;
    assert!(matches!(called, Err(Error::Handshake(_))), "wrong host: {called:?}");
    let (_, called) = greet(worker("h1", "acme"), worker("h2", "evil"), "h1").await;
    assert!(matches!(called, Err(Error::Handshake(_))), "wrong tenant: {called:?}");
}

#[tokio::test]
async fn a_server_checks_the_tenant_itself() {
    let authority = Authority::new();
    let loopback = "127.0.0.1:0".parse().unwrap();
    let server = Transport::Tls(authority.worker("h1", "acme"));
    let listener = Listener::bind(loopback, server, Limits::default()).await.unwrap();
    let to = listener.address().unwrap();
    // A client that does not mind whose worker it reaches.
    let evil = authority.worker("h2", "evil");
    let calling = async {
        let stream = tokio::net::TcpStream::connect(to).await.unwrap();
        evil.connect_to(stream, &name("h1", "acme")).await.map(drop)
    };
    let serving = async { listener.accept().await?.greet().await.map(drop) };
    let (served, _) = tokio::join!(serving, calling);
    assert!(matches!(served, Err(Error::WrongTenant { .. })), "{served:?}");
}

#[test]
fn a_certificate_names_exactly_one_worker() {
    let authority = Authority::new();
    let names = [
        vec![],
        vec!["example.com".to_owned()],
        vec![name("*", "acme")],
        vec![name("a.b", "acme")],
        vec![name("h1", "acme"), name("h1", "evil")],
    ];
    for names in names {
        let refused = authority.issue(&names, &authority, |_| ());
        assert!(matches!(refused, Err(Error::Credentials(_))), "{names:?}");
    }
}

#[tokio::test]
async fn plain_transport_is_for_loopback_only() {
    let limits = Limits::default();
    for address in ["192.0.2.1:1", "0.0.0.0:0", "[::]:0", "[2001:db8::1]:1"] {
        let address: SocketAddr = address.parse().unwrap();
        let refused = Listener::bind(address, Transport::Plain, limits).await.map(drop);
        assert!(matches!(refused, Err(Error::PlainOffLoopback { .. })), "{refused:?}");
        let refused = dial(address, "h1", &Transport::Plain, limits).await.map(drop);
        assert!(matches!(refused, Err(Error::PlainOffLoopback { .. })), "{refused:?}");
    }
}
