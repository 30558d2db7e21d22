//! Hosts, their clients, and certificates that are replaced.

use rcgen::{CertificateParams, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use sandbar_schema::exchange_capnp::channels;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::spawn_local;

use super::local;
use super::tls::{Authority, name};
use crate::service::Channels;
use crate::{
    Caller, Credentials, Error, HostCredentials, Inlets, Limits, Listener, Stream, Transport,
    Trust, dial, rpc,
};

type Parts = (CertificateDer<'static>, Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

fn host(parts: Parts) -> Result<HostCredentials, Error> {
    HostCredentials::new(parts.0, parts.1, parts.2)
}

fn issued(authority: &Authority, host: &str) -> Parts {
    authority.parts(&HostCredentials::names(host), authority, |_| ())
}

/// A listener of host `h1`, and where it is.
async fn listening(server: HostCredentials) -> (Listener, std::net::SocketAddr) {
    let loopback = "127.0.0.1:0".parse().unwrap();
    let transport = Transport::Host(server);
    let listener = Listener::bind(loopback, transport, Limits::control()).await.unwrap();
    let address = listener.address().unwrap();
    (listener, address)
}

/// What both sides say of one handshake, whose calling side is `call`.
async fn met<T>(
    server: &HostCredentials,
    call: impl AsyncFnOnce(TcpStream) -> Result<T, Error>,
) -> (Result<Option<Caller>, Error>, Result<T, Error>) {
    let (listener, to) = listening(server.clone()).await;
    let serving = async {
        let (mut stream, caller) = listener.accept().await?.greet().await?;
        // So that a caller whose certificate was refused can tell.
        let _ = stream.write_all(b"!").await;
        Ok(caller)
    };
    tokio::join!(serving, async { call(TcpStream::connect(to).await.unwrap()).await })
}

/// Whether the other side keeps the connection once it saw all.
async fn welcome(mut stream: Stream) -> Result<(), Error> {
    let read = stream.read_u8().await;
    read.map(drop).map_err(|error| Error::Disconnected(error.to_string()))
}

#[tokio::test]
async fn a_host_lets_in_hosts_and_clients_and_tells_them_apart() {
    let authority = Authority::new();
    let h1 = host(issued(&authority, "h1")).unwrap();
    assert_eq!(h1.host(), "h1");
    let h2 = host(issued(&authority, "h2")).unwrap();
    let (served, called) = met(&h1, async |stream| welcome(h2.connect(stream).await?).await).await;
    called.unwrap();
    assert_eq!(served.unwrap(), Some(Caller::Host("h2".to_owned())));
    let trust = Trust::new(issued(&authority, "h1").0).unwrap();
    let (served, called) =
        met(&h1, async |stream| welcome(trust.connect(stream).await?).await).await;
    called.unwrap();
    assert_eq!(served.unwrap(), None);
}

#[tokio::test]
async fn nobody_else_is_let_in_by_a_host_or_believed_to_be_one() {
    let (authority, other) = (Authority::new(), Authority::new());
    let h1 = host(issued(&authority, "h1")).unwrap();
    // A worker is signed by the same authority, and has its tenant's code in it.
    let worker = authority.worker("h2", "acme");
    let (served, _) =
        met(&h1, async |stream| worker.connect_to(stream, "host.sandbar").await.map(drop)).await;
    assert!(matches!(served, Err(Error::WrongHost)), "{served:?}");
    // Signed by somebody else.
    let names = HostCredentials::names("h2");
    let stranger = host(other.parts(&names, &authority, |_| ())).unwrap();
    let (served, called) =
        met(&h1, async |stream| welcome(stranger.connect(stream).await?).await).await;
    assert!(matches!(served, Err(Error::Handshake(_))), "{served:?}");
    let refused = called.unwrap_err().to_string();
    assert!(refused.contains("alert"), "the caller learns why: {refused}");
    // Clients look as closely.
    let elsewhere = Trust::new(issued(&other, "h1").0).unwrap();
    let (_, called) = met(&h1, async |stream| elsewhere.connect(stream).await.map(drop)).await;
    assert!(matches!(called, Err(Error::Handshake(_))), "{called:?}");
    let trust = Trust::new(issued(&authority, "h1").0).unwrap();
    let loopback = "127.0.0.1:0".parse().unwrap();
    let transport = Transport::Tls(worker);
    let listener = Listener::bind(loopback, transport, Limits::default()).await.unwrap();
    let to = listener.address().unwrap();
    let calling = async { trust.connect(TcpStream::connect(to).await.unwrap()).await.map(drop) };
    let serving = async { listener.accept().await?.greet().await.map(drop) };
    let (_, called) = tokio::join!(serving, calling);
    let refused = called.unwrap_err().to_string();
    assert!(refused.contains("not valid for"), "a worker is no host: {refused}");
}

#[tokio::test(start_paused = true)]
async fn a_worker_wants_a_certificate_and_no_silence() {
    let authority = Authority::new();
    let trust = Trust::new(issued(&authority, "h1").0).unwrap();
    let loopback = "127.0.0.1:0".parse().unwrap();
    let worker = Transport::Tls(authority.worker("h1", "acme"));
    let listener = Listener::bind(loopback, worker, Limits::default()).await.unwrap();
    let to = listener.address().unwrap();
    // Shows nothing; speaks RPC at once; says three bytes.
    let bare = async |stream: TcpStream| trust.connect_to(stream, &name("h1", "acme")).await;
    let (stream, arrival) = tokio::join!(TcpStream::connect(to), listener.accept());
    let (served, _) = tokio::join!(arrival.unwrap().greet(), bare(stream.unwrap()));
    assert!(matches!(served, Err(Error::Handshake(_))), "{served:?}");
    for (bytes, is_silent) in [(vec![0; 64], false), (vec![0x16, 3, 1], true)] {
        let (stream, arrival) = tokio::join!(TcpStream::connect(to), listener.accept());
        let mut stream = stream.unwrap();
        stream.write_all(&bytes).await.unwrap();
        let served = arrival.unwrap().greet().await;
        match served {
            Err(Error::Silent { seconds: 10, .. }) if is_silent => {}
            Err(Error::Handshake(_)) if !is_silent => {}
            other => panic!("{bytes:?}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn certificates_are_replaced_under_connections_that_stay() {
    local(async {
        let (old, new) = (Authority::new(), Authority::new());
        let h1 = host(issued(&old, "h1")).unwrap();
        let trust = |authority| Trust::new(issued(authority, "h1").0).unwrap();
        let (listener, to) = listening(h1.clone()).await;
        let channels = || {
            let (beside, _) = tokio::sync::mpsc::unbounded_channel();
            let server = Channels::new(Inlets::default(), Limits::default(), beside);
            capnp_rpc::new_client::<channels::Client, _>(server).client
        };
        spawn_local(async move {
            loop {
                let arrival = listener.accept().await.unwrap();
                let Ok((stream, _)) = arrival.greet().await else { continue };
                spawn_local(rpc::serve(stream, channels(), Limits::control()));
            }
        });
        let connected = async |trust: Trust| {
            let stream = trust.connect(TcpStream::connect(to).await.unwrap()).await?;
            let (client, run) = rpc::call(stream, Limits::control());
            spawn_local(run);
            Ok::<_, Error>(channels::Client { client })
        };
        let before = connected(trust(&old)).await.unwrap();
        before.ping_request().send().promise.await.unwrap();
        let (authority, chain, key) = issued(&new, "h1");
        h1.renew(authority, chain, key).unwrap();
        before.ping_request().send().promise.await.expect("it was not dropped");
        let after = connected(trust(&new)).await.expect("new handshakes use the new one");
        after.ping_request().send().promise.await.unwrap();
        assert!(matches!(connected(trust(&old)).await, Err(Error::Handshake(_))));
        before.ping_request().send().promise.await.expect("it still stands");
    })
    .await;
}

#[tokio::test]
async fn an_expired_certificate_is_mended_by_a_new_one() {
    let authority = Authority::new();
    let names = [name("h1", "acme")];
    let dead = |params: &mut CertificateParams| {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    };
    let expired = authority.issue(&names, &authority, dead).unwrap();
    let client = Transport::Tls(authority.worker("h2", "acme"));
    let loopback = "127.0.0.1:0".parse().unwrap();
    let server = Transport::Tls(expired.clone());
    let listener = Listener::bind(loopback, server, Limits::default()).await.unwrap();
    let to = listener.address().unwrap();
    let meet = async || {
        let serving = async { listener.accept().await?.greet().await.map(drop) };
        let calling = async { dial(to, "h1", &client, Limits::default()).await.map(drop) };
        tokio::join!(serving, calling).1
    };
    let refused = meet().await.unwrap_err();
    assert!(refused.is_passing() && refused.to_string().contains("expired"), "{refused}");
    // Of another tenant, or of none: the old ones stay.
    for names in [vec![name("h1", "evil")], vec!["example.com".to_owned()]] {
        let (trusted, chain, key) = authority.parts(&names, &authority, |_| ());
        let refused = Credentials::renew(&expired, trusted, chain, key);
        assert!(matches!(refused, Err(Error::Credentials(_))), "{refused:?}");
    }
    let (trusted, chain, key) = authority.parts(&names, &authority, |_| ());
    expired.renew(trusted, chain, key).unwrap();
    meet().await.unwrap();
}

#[test]
fn a_certificate_names_exactly_one_host() {
    let authority = Authority::new();
    let [own, any] = HostCredentials::names("h1");
    for names in [
        vec![own.clone()],
        vec![any.clone()],
        vec![any.clone(), "*.host.sandbar".to_owned()],
        vec![any.clone(), "a.b.host.sandbar".to_owned()],
        vec![any.clone(), name("h1", "acme")],
        vec![own.clone(), any.clone(), "example.com".to_owned()],
    ] {
        let refused = host(authority.parts(&names, &authority, |_| ()));
        assert!(matches!(refused, Err(Error::Credentials(_))), "{names:?}");
    }
    assert!(host(authority.parts(&[any, own], &authority, |_| ())).is_ok(), "in any order");
}
