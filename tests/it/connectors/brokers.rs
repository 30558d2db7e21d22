//! Brokers that refuse, go away in the middle, or send what nobody can read; and certificates that are wrong.

use std::{fs, time::Duration};

use sandbar::connectors::settings::{Settings, Value};
use sandbar_dataflow::{Code, Output, Read};
use tokio::task::LocalSet;

use super::{
    batch,
    origins::{Mqtt, Nats, mqtt_settings, nats_stream},
    peers::certify,
    process, read, secret,
    servers::Server,
    sink, source,
    targets::{self, Target as _},
    text,
};

pub(super) async fn local(test: impl Future<Output = ()>) {
    LocalSet::new().run_until(test).await;
}

pub(super) fn impatient(mut settings: Settings) -> Settings {
    settings.insert("give_up", Value::Duration(Duration::from_millis(500)));
    settings
}

/// The first fault of a source: when it opens, or when it reads.
async fn fault(connector: &str, settings: &Settings) -> sandbar_dataflow::Fault {
    let mut source = source(connector, settings, None).expect("it is built");
    if let Err(fault) = source.open().await {
        return fault;
    }
    let mut output = Output::new(1, Some(usize::MAX));
    output.begin(None);
    source.read(&mut output).await.expect_err("nothing can be read")
}

#[tokio::test]
async fn credentials_that_are_refused_are_not_tried_again_and_not_shown() {
    local(async {
        let nats = Server::nats("authorization { user: u, password: right }");
        let mosquitto = Server::mosquitto("allow_anonymous false");
        fs::write(nats.path("password"), "wrong-word").expect("it can be written");
        let with = |mut settings: Settings| {
            settings.insert("user", text("u"));
            settings.insert("password", secret(nats.path("password")));
            settings
        };
        let mut stream: Settings = [("address", text(nats.address()))].into_iter().collect();
        stream.insert("stream", text("s"));
        stream.insert("consumer", text("c"));
        let mut topics = mqtt_settings(&mosquitto, "reader");
        topics.insert("topics", Value::Texts(vec!["t".to_owned()]));
        for (connector, settings) in [("nats", with(stream.clone())), ("mqtt", with(topics))] {
            let begin = tokio::time::Instant::now();
            let fault = fault(connector, &settings).await;
            assert_eq!(fault.code, Code::SourceFailed);
            assert!(fault.message.contains("gave up after 1 attempts"), "{}", fault.message);
            assert!(!fault.message.contains("wrong-word"), "{}", fault.message);
            assert!(begin.elapsed() < Duration::from_secs(20));
        }
        fs::write(nats.path("password"), "right\n").expect("it can be written");
        let fault = fault("nats", &with(stream)).await;
        assert!(fault.message.contains("the NATS stream `s`"), "it came in: {}", fault.message);
    })
    .await;
}

#[tokio::test]
async fn brokers_that_are_absent_are_named() {
    local(async {
        let address = format!("127.0.0.1:{}", super::free_port());
        let mut settings: Settings = [("address", text(address.clone()))].into_iter().collect();
        for (key, value) in [("stream", "s"), ("consumer", "c"), ("client", "c")] {
            settings.insert(key, text(value));
        }
        settings.insert("topics", Value::Texts(vec!["t".to_owned()]));
        for connector in ["nats", "mqtt"] {
            let fault = fault(connector, &impatient(settings.clone())).await;
            assert!(fault.message.contains(&address), "{}", fault.message);
            assert!(fault.message.contains("gave up after"), "{}", fault.message);
        }
    })
    .await;
}

#[tokio::test]
async fn a_nats_server_that_dies_and_comes_back_loses_nothing() {
    local(async {
        // Stored for good before it says so.
        let mut server = Server::nats("");
        drop(nats_stream(&server).await);
        let settings = [("address", server.address()), ("subject", "in.z".into())];
        let settings = settings.into_iter().map(|(key, value)| (key, text(value))).collect();
        let mut writer = sink("nats", &settings).expect("it is built");
        writer.open().await.expect("the server is there");
        process(writer.as_mut(), &batch([&b"1"[..]])).await.expect("it publishes");
        server.end(true);
        let port = server.port;
        let restart = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            server.begin();
            server
        };
        let values = [&b"2"[..], b"3"];
        let two_and_three = batch(values);
        let publish = process(writer.as_mut(), &two_and_three);
        let (server, published) = tokio::join!(restart, publish);
        published.expect("it publishes once the server is back");
        assert_eq!(server.port, port);
        let found = targets::Nats(server).received(3).await;
        assert_eq!(found, ["1", "2", "3"]);
    })
    .await;
}

#[tokio::test]
async fn a_mosquitto_that_dies_and_comes_back_loses_nothing() {
    local(async {
        let server = Server::mosquitto("allow_anonymous true");
        let mut target = targets::Mqtt::new(server).await;
        let mut writer = sink("mqtt", &target.settings()).expect("it is built");
        writer.open().await.expect("the broker is there");
        process(writer.as_mut(), &batch([&b"1"[..]])).await.expect("it publishes");
        assert_eq!(target.received(1).await, ["1"]);
        target.server.end(true);
        target.server.begin();
        process(writer.as_mut(), &batch([&b"2"[..]])).await.expect("it publishes again");
        assert_eq!(target.received(2).await, ["1", "2"]);
    })
    .await;
}

#[tokio::test]
async fn messages_that_nobody_can_read_are_rejected_and_acknowledged() {
    local(async {
        let mut nats = Nats::new().await;
        let mut mqtt = Mqtt { server: Server::mosquitto("allow_anonymous true") };
        for origin in [&mut nats as &mut dyn super::origins::Origin, &mut mqtt] {
            let mut settings = origin.settings();
            settings.insert("format", text("json-lines"));
            settings.insert("timestamp", Value::Texts(vec!["/t".to_owned()]));
            let mut source = source(origin.connector(), &settings, None).expect("it is built");
            source.open().await.expect("it opens");
            if origin.connector() == "mqtt" {
                super::origins::subscribed(origin, source.as_mut()).await;
            }
            // Numbers have no member `t`.
            origin.supply(7..9).await;
            let mut output = Output::new(1, Some(usize::MAX));
            let mut rejected = Vec::new();
            while rejected.len() < 2 {
                output.begin(None);
                assert_eq!(source.read(&mut output).await, Ok(Read::More));
                let (_, rejections) = output.take();
                rejected.extend(rejections.into_iter().flat_map(|rejection| {
                    let message = rejection.fault.message.clone();
                    vec![message; rejection.records.len()]
                }));
            }
            assert!(rejected[0].contains("no value, or null, at `/t`"), "{rejected:?}");
            source.mark(1);
            source.acknowledge(1).await.expect("it acknowledges");
            assert!(!source.is_awaited());
        }
    })
    .await;
}

#[tokio::test]
async fn a_subscription_that_is_refused_is_a_fault() {
    local(async {
        let nats = Server::nats("");
        drop(nats_stream(&nats).await);
        let mut settings: Settings = [("address", text(nats.address()))].into_iter().collect();
        settings.insert("stream", text("absent"));
        settings.insert("consumer", text("c"));
        let fault = fault("nats", &settings).await;
        assert!(
            fault.message.starts_with("cannot read the NATS stream `absent`"),
            "{}",
            fault.message
        );
    })
    .await;
}

#[tokio::test]
async fn certificates_of_somebody_else_are_not_trusted() {
    local(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        ["ours", "theirs"].into_iter().for_each(|name| certify(folder.path(), name));
        for (listener, target) in [("http", "url"), ("tcp", "address")] {
            let port = super::free_port();
            let mut settings: Settings =
                [("listen", text(format!("127.0.0.1:{port}")))].into_iter().collect();
            settings.insert("certificate", Value::Path(path("ours.pem")));
            settings.insert("certificate_key", Value::Path(path("ours.key")));
            let mut listening = source(listener, &settings, None).expect("it is built");
            listening.open().await.expect("it listens");
            let address = match target {
                "url" => format!("https://localhost:{port}/"),
                _ => format!("localhost:{port}"),
            };
            for (authority, trusted) in [("theirs.pem", false), ("ours.pem", true)] {
                let mut to: Settings = [(target, text(address.clone()))].into_iter().collect();
                to.insert("authority", Value::Path(path(authority)));
                let mut sink = sink(listener, &impatient(to)).expect("it is built");
                let sent = async {
                    sink.open().await?;
                    process(sink.as_mut(), &batch([&b"1"[..]])).await.map(drop)
                };
                let sent = sent.await;
                assert_eq!(sent.is_ok(), trusted, "{listener}, {authority}: {sent:?}");
                if let Err(fault) = sent {
                    assert!(fault.message.contains("certificate"), "{}", fault.message);
                }
            }
            assert_eq!(read(listening.as_mut(), 1).await, ["1"]);
            // A key that does not belong to the certificate is told before anybody can connect.
            let mut wrong = settings.clone();
            wrong.insert("certificate_key", Value::Path(path("theirs.key")));
            wrong.insert("listen", text("127.0.0.1:0"));
            assert!(source(listener, &wrong, None).is_err());
        }
    })
    .await;
}
