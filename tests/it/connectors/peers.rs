//! Other sides that speak TLS, talk nonsense, say nothing or go in the middle.

use std::{fs, path::Path, time::Duration};

use sandbar::connectors::settings::{Settings, Value};
use sandbar_dataflow::Fault;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{
    batch,
    brokers::{impatient, local},
    origins::nats_stream,
    process, read,
    servers::Server,
    sink, source, text,
};

/// A certificate for `localhost` that is its own authority: `NAME.pem` and `NAME.key`.
pub(super) fn certify(folder: &Path, name: &str) {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]);
    let made = made.expect("a certificate can be made");
    let write = |kind: &str, pem: String| {
        fs::write(folder.join(format!("{name}.{kind}")), pem).expect("it can be written");
    };
    write("pem", made.cert.pem());
    write("key", made.signing_key.serialize_pem());
}

#[tokio::test]
async fn brokers_over_tls_are_spoken_to_if_their_certificate_is_right() {
    local(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        ["ours", "theirs"].into_iter().for_each(|name| certify(folder.path(), name));
        let path = |name: &str| folder.path().join(name).display().to_string();
        let (certificate, key) = (path("ours.pem"), path("ours.key"));
        let mosquitto = Server::mosquitto(&format!(
            "certfile {certificate}\nkeyfile {key}\nallow_anonymous true"
        ));
        // The test itself makes the stream without TLS.
        let nats = Server::nats(&format!(
            "tls {{ cert_file: {certificate:?}, key_file: {key:?} }}\nallow_non_tls: true"
        ));
        drop(nats_stream(&nats).await);
        for (connector, server, to, from) in [
            ("nats", &nats, &[("subject", "in.z")][..], &[("stream", "s"), ("consumer", "c")][..]),
            ("mqtt", &mosquitto, &[("client", "w"), ("topic", "t")], &[("client", "r")]),
        ] {
            let settings = |more: &[(&'static str, &str)], authority: &str| {
                let mut settings: Settings =
                    more.iter().map(|&(key, value)| (key, text(value))).collect();
                settings.insert("address", text(format!("localhost:{}", server.port)));
                settings.insert("authority", Value::Path(folder.path().join(authority)));
                settings
            };
            let mut wrong =
                sink(connector, &impatient(settings(to, "theirs.pem"))).expect("it is built");
            let refused = async {
                wrong.open().await?;
                process(wrong.as_mut(), &batch([&b"1"[..]])).await.map(drop)
            };
            let refused = refused.await.expect_err("somebody else's certificate");
            assert!(refused.message.contains("certificate"), "{connector}: {}", refused.message);
            let mut reading = settings(from, "ours.pem");
            if connector == "mqtt" {
                reading.insert("topics", Value::Texts(vec!["t".to_owned()]));
            }
            let mut reader = source(connector, &reading, None).expect("it is built");
            reader.open().await.expect("it is trusted");
            let mut writer = sink(connector, &settings(to, "ours.pem")).expect("it is built");
            writer.open().await.expect("it is trusted");
            // A broker keeps nothing of a topic for those who have not subscribed yet.
            let again = async {
                loop {
                    process(writer.as_mut(), &batch([&b"7"[..]])).await.expect("it is taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            };
            let found = tokio::select! {
                found = read(reader.as_mut(), 1) => found,
                () = again => continue,
            };
            assert_eq!(found[0], "7", "{connector}");
        }
    })
    .await;
}

/// What a server does with each connection.
#[derive(Clone, Copy, Debug)]
enum Manner {
    Nonsense,
    ClosesAtOnce,
    ClosesInItsAnswer,
    Silent,
    Endless,
}

async fn serve(mut stream: TcpStream, manner: Manner) {
    // Whatever comes of it: the other side may have gone.
    let mut request = [0; 4_096];
    match manner {
        Manner::ClosesAtOnce => {}
        Manner::Nonsense => {
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(&[0xff; 64]).await;
        }
        Manner::ClosesInItsAnswer => {
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Le").await;
        }
        Manner::Silent => while stream.read(&mut request).await.is_ok_and(|read| read > 0) {},
        Manner::Endless => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n").await;
            while stream.write_all(b"x-more: and more\r\n").await.is_ok() {}
        }
    }
}

/// What a sink says of a batch that goes to a server of this manner.
async fn posted(manner: Manner) -> Fault {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
    let port = listener.local_addr().expect("it is bound").port();
    let mut serving = JoinSet::new();
    serving.spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            connections.spawn(serve(stream, manner));
        }
    });
    let mut settings: Settings =
        [("url", text(format!("http://127.0.0.1:{port}/")))].into_iter().collect();
    settings.insert("timeout", Value::Duration(Duration::from_millis(200)));
    let mut sink = sink("http", &impatient(settings)).expect("it is built");
    sink.open().await.expect("nothing is sent yet");
    let sent = process(sink.as_mut(), &batch([&b"1"[..]])).await.map(drop);
    sent.expect_err("nobody took it")
}

#[tokio::test]
async fn a_server_that_never_answers_as_it_should_is_given_up_and_named() {
    local(async {
        for manner in [
            Manner::Nonsense,
            Manner::ClosesAtOnce,
            Manner::ClosesInItsAnswer,
            Manner::Silent,
            Manner::Endless,
        ] {
            let fault = posted(manner).await;
            assert!(fault.message.contains("127.0.0.1"), "{manner:?}: {}", fault.message);
            assert!(fault.message.contains("gave up after"), "{manner:?}: {}", fault.message);
        }
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_when_it_says_and_takes_each_record_once() {
    local(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let port = listener.local_addr().expect("it is bound").port();
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut taken = Vec::new();
            for answer in [
                "503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close",
                "429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close",
                "204 No Content\r\nConnection: close",
            ] {
                let (mut stream, _) = listener.accept().await.expect("it comes again");
                let mut request = Vec::new();
                while !request.ends_with(b"2\n") {
                    assert!(stream.read_buf(&mut request).await.expect("it is sent") > 0);
                }
                let answer = format!("HTTP/1.1 {answer}\r\n\r\n");
                stream.write_all(answer.as_bytes()).await.expect("it listens");
                if answer.contains("204") {
                    taken = request;
                }
            }
            taken
        });
        let settings: Settings =
            [("url", text(format!("http://127.0.0.1:{port}/")))].into_iter().collect();
        let mut sink = sink("http", &settings).expect("it is built");
        sink.open().await.expect("nothing is sent yet");
        let begun = tokio::time::Instant::now();
        process(sink.as_mut(), &batch([&b"1"[..], b"2"])).await.expect("it is taken in the end");
        assert!(begun.elapsed() >= Duration::from_secs(1), "it did not wait as it was told");
        let taken = serving.join_next().await.expect("it serves").expect("without a panic");
        assert!(taken.ends_with(b"\r\n\r\n1\n2\n"), "{}", String::from_utf8_lossy(&taken));
    })
    .await;
}

#[tokio::test]
async fn a_peer_that_goes_is_met_again_and_one_that_stays_away_is_named() {
    local(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let port = listener.local_addr().expect("it is bound").port();
        let settings: Settings =
            [("address", text(format!("127.0.0.1:{port}")))].into_iter().collect();
        let mut sink = sink("tcp", &impatient(settings)).expect("it is built");
        sink.open().await.expect("it listens");
        drop(listener.accept().await.expect("it connects"));
        // What the system took before it knew is lost, as the sink's page says.
        let (mut stream, _) = loop {
            process(sink.as_mut(), &batch([&b"1"[..]])).await.expect("it connects again");
            let soon = Duration::from_millis(20);
            if let Ok(accepted) = tokio::time::timeout(soon, listener.accept()).await {
                break accepted.expect("it connects again");
            }
        };
        let mut line = [0; 2];
        stream.read_exact(&mut line).await.expect("it comes");
        assert_eq!(&line, b"1\n");
        drop((stream, listener));
        let fault = loop {
            match process(sink.as_mut(), &batch([&b"2"[..]])).await {
                // The system took it before it knew.
                Ok(_) => tokio::task::yield_now().await,
                Err(fault) => break fault,
            }
        };
        assert!(fault.message.contains(&format!("127.0.0.1:{port}")), "{}", fault.message);
        assert!(fault.message.contains("gave up after"), "{}", fault.message);
    })
    .await;
}
