//! Brokers behind TLS where a tenant was granted them by name: libraries are given the address that was checked, and the
//! certificate must be of the name all the same.

use std::{fs, path::Path, sync::Arc};

use sandbar::connectors::{
    Context, Granted, Reachable, SINKS,
    settings::{Settings, Value},
};
use sandbar_control::Network;
use sandbar_dataflow::Fault;

use super::{
    brokers::{impatient, local},
    context,
    origins::nats_stream,
    servers::Server,
    text,
};

/// Writes a certificate of `host` and its key, each signed by itself.
fn certify(folder: &Path, host: &str) {
    let made = rcgen::generate_simple_self_signed(vec![host.to_owned()]);
    let made = made.expect("a certificate can be made");
    let write = |kind: &str, pem: String| {
        fs::write(folder.join(format!("{host}.{kind}")), pem).expect("it can be written");
    };
    write("pem", made.cert.pem());
    write("key", made.signing_key.serialize_pem());
}

/// Opens a sink as a tenant's who was granted `rules`.
async fn open(connector: &str, settings: &Settings, rules: &[String]) -> Result<(), Fault> {
    let connect = rules.iter().map(|rule| rule.parse().expect("it is a rule")).collect();
    let network = Network { connect, listen: Vec::new() };
    let reachable = Reachable::Granted(Arc::new(Granted { network, hosts: Vec::new() }));
    let kind = SINKS.iter().find(|kind| kind.name == connector).expect("it is in the list");
    let mut sink = (kind.build)(settings, &Context { reachable, ..context(None) })?;
    sink.open().await
}

#[tokio::test]
async fn a_broker_s_certificate_is_of_the_name_that_was_granted() {
    local(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (host, trusted) in [("localhost", true), ("elsewhere.example", false)] {
            certify(folder.path(), host);
            let path = |kind: &str| folder.path().join(format!("{host}.{kind}"));
            let (certificate, key) = (path("pem"), path("key"));
            let mosquitto = Server::mosquitto(&format!(
                "certfile {}\nkeyfile {}\nallow_anonymous true",
                certificate.display(),
                key.display()
            ));
            let nats = Server::nats(&format!(
                "tls {{ cert_file: {certificate:?}, key_file: {key:?} }}\nallow_non_tls: true"
            ));
            drop(nats_stream(&nats).await);
            for (connector, server, keys) in [
                ("nats", &nats, &[("subject", "in.z")][..]),
                ("mqtt", &mosquitto, &[("client", "w"), ("topic", "t")]),
            ] {
                let mut settings: Settings =
                    keys.iter().map(|&(key, value)| (key, text(value))).collect();
                let address = format!("localhost:{}", server.port);
                settings.insert("address", text(address.clone()));
                settings.insert("authority", Value::Path(certificate.clone()));
                let settings = impatient(settings);
                let just = ["127.0.0.1", "[::1]"].map(|ip| format!("{ip}:{}", server.port));
                let opened = open(connector, &settings, &just).await;
                let why = opened.expect_err("the name was not granted").message;
                assert!(why.contains("is not granted to connect"), "{why}");
                let all = [&just[..], &[address]].concat();
                let opened = open(connector, &settings, &all).await;
                assert_eq!(opened.is_ok(), trusted, "{connector}, {host}: {opened:?}");
                if let Err(fault) = opened {
                    assert!(fault.message.contains("certificate"), "{}", fault.message);
                }
            }
        }
    })
    .await;
}
