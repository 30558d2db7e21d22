//! Certificates of hosts that do not serve, which clients refuse with what to do, and those that are replaced while
//! everything runs.

use std::{path::Path, sync::mpsc};

use sandbar::{
    authority::{Authority, HostCertificates},
    clock::SystemClock,
};
use sandbar_dataflow::Clock as _;
use sandbar_exchange::{Credentials, HostCredentials, Limits, Listener, Transport};
use sandbar_tests::{
    Bench, Ran,
    running::{kill, until},
};

use super::{deploying, doubled, proxy::beside, until_under_way, with_numbers};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// Shows what `transport` has to callers, until the test ends; where it listens.
fn impostor(transport: Transport) -> String {
    let (told, address) = mpsc::channel();
    beside(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("there are descriptors").block_on(async {
            let loopback = "127.0.0.1:0".parse().expect("an address");
            let listener = Listener::bind(loopback, transport, Limits::default()).await;
            let listener = listener.expect("loopback has ports");
            let address = listener.address().expect("it listens");
            told.send(address.to_string()).expect("the test waits for it");
            while let Ok(arrival) = listener.accept().await {
                drop(arrival.greet().await);
            }
        });
    });
    address.recv().expect("it listens")
}

/// Certificates of host `h1`, issued on the day `now_ms` for a day.
fn certificates(bench: &Bench, authority: &Path, now_ms: i64) -> HostCertificates {
    let authority = Authority::open(authority).expect("it was made before");
    let folder = bench.path("impostor");
    authority.issue("h1", &["127.0.0.1".to_owned()], 1, &folder, now_ms).expect("it is issued");
    HostCertificates::open(&folder, "h1", now_ms).expect("they serve on that day")
}

fn as_host(certificates: &HostCertificates) -> Transport {
    let (authority, chain) = (certificates.authority(), certificates.chain());
    let credentials = HostCredentials::new(authority, chain, certificates.key());
    Transport::Host(credentials.expect("they belong together"))
}

fn as_worker(certificates: &HostCertificates, now_ms: i64) -> Transport {
    let issued = certificates.issue("dev", now_ms).expect("it is issued");
    let chain = issued.chain.into_iter().map(Into::into).collect();
    let key = issued.key.try_into().expect("it is a key");
    let credentials = Credentials::new(issued.authority.into(), chain, key);
    Transport::Tls(credentials.expect("they belong together"))
}

/// Logs in with a token that is well-formed.
fn login(bench: &Bench, address: &str, authority: &Path) -> Ran {
    let token = bench.write("any-token", format!("sbt_{}", "A".repeat(43)));
    let (authority, token) = (authority.display().to_string(), token.display().to_string());
    let to = ["--address", address, "--authority", &authority, "--token-file", &token];
    bench.run(&[&["login", "other"], &to[..]].concat())
}

/// That a login is refused for what the host shows, with `message` and `help`.
#[track_caller]
fn refused(ran: Ran, message: &str, help: &str) {
    let ran = ran.ended(4);
    for text in [message, help] {
        assert!(ran.stderr.contains(text), "no {text:?} in {}", ran.stderr);
    }
}

#[test]
fn hosts_with_wrong_certificates_are_refused_with_what_to_do() {
    let bench = Bench::new();
    for authority in ["ca", "other-ca"] {
        bench.run(&["cert", "init", authority]).ended(0);
    }
    let (ours, others) = (bench.path("ca"), bench.path("other-ca"));
    let now_ms = SystemClock.now_ms();
    let trusted = ours.join("authority.pem");
    let get = "get the certificate of its authority from whoever runs it";

    let certificates_of_others = certificates(&bench, &others, now_ms);
    let address = impostor(as_host(&certificates_of_others));
    refused(login(&bench, &address, &trusted), "is not trusted: ", get);

    let expired = certificates(&bench, &ours, now_ms - 3 * DAY_MS);
    let address = impostor(as_host(&expired));
    let issue = "issues a new certificate with `sandbar cert issue`";
    refused(login(&bench, &address, &trusted), "certificate is out of date: ", issue);

    let early = certificates(&bench, &ours, now_ms + 3 * DAY_MS);
    let address = impostor(as_host(&early));
    let clock = "set this machine's clock";
    refused(login(&bench, &address, &trusted), "certificate is out of date: ", clock);

    let right = certificates(&bench, &ours, now_ms);
    let address = impostor(as_worker(&right, now_ms));
    refused(login(&bench, &address, &trusted), "is not trusted: ", get);

    // The same with what is right: then it is the connection that breaks, since the impostor says nothing.
    let address = impostor(as_host(&right));
    let ran = login(&bench, &address, &trusted).ended(4);
    assert!(!ran.stderr.contains("trusted"), "{}", ran.stderr);
}

#[test]
fn certificates_are_replaced_without_dropping_a_connection() {
    let up = with_numbers();
    let waiting = deploying(&up);
    until_under_way(&up);
    // Of another authority, so that it shows which are in use.
    up.run(&["cert", "init", "new-ca"]).ended(0);
    let folder = up.bench.path("data/h1-certificates").display().to_string();
    let to = ["--ca", "new-ca", "--out", &folder, "--address", "127.0.0.1"];
    up.run(&[&["cert", "issue", "h1"], &to[..]].concat()).ended(0);
    let pem = up.bench.path("new-ca/authority.pem").display().to_string();
    let (address, token) = (up.address(), up.token());
    kill(up.host.id(), "HUP");
    let to = ["--address", &address, "--authority", &pem, "--token-file", &token];
    let login = [&["login", "new"], &to[..]].concat();
    until("the new certificates are in use", || up.run(&login).code == Some(0));
    refused(up.run(&["list", "--context", "dev"]), "is not trusted: ", "new authority");
    waiting.wait().ended(0);
    assert_eq!(doubled(&up), 0, "nothing was started anew");
    // What does not fit is told and not taken.
    up.bench.write("data/h1-certificates/host.key", "nonsense");
    kill(up.host.id(), "HUP");
    until("the host complains", || up.host.stderr().contains("new certificates are of no use"));
    up.run(&["list", "--context", "new"]).ended(0);
}
