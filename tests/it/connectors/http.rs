//! Requests of every kind to the HTTP source: what is taken, what is refused and with which answer.

use std::{io::Write as _, time::Duration};

use sandbar::connectors::settings::{Settings, Value};
use sandbar_dataflow::{Output, Source};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::{JoinSet, LocalSet},
};

use super::{free_port, origins::post, read, secret, source, text, values};

/// An ingest on a port of its own that reads JSON lines with keys.
async fn ingest(more: &[(&'static str, Value)]) -> (u16, Box<dyn Source>) {
    let port = free_port();
    let mut settings: Settings = more.iter().cloned().collect();
    settings.insert("listen", text(format!("127.0.0.1:{port}")));
    settings.insert("format", text("json-lines"));
    let mut source = source("http", &settings, None).expect("it is built");
    source.open().await.expect("the port is free");
    (port, source)
}

#[track_caller]
fn answers(answer: &str, status: u16, says: &str) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "not {status}: {answer}");
    assert!(answer.contains(says), "{says:?} is not in {answer}");
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content).expect("memory takes it");
    packer.finish().expect("memory takes it")
}

async fn local(test: impl Future<Output = ()>) {
    LocalSet::new().run_until(test).await;
}

#[tokio::test]
async fn bodies_are_lines_or_one_value_packed_or_not() {
    local(async {
        let (port, mut source) = ingest(&[]).await;
        answers(&post(port, "", b"{\"a\":1}\n{\"a\":2}").await, 202, "{\"records\":2}");
        let one = b"{\n \"a\":\n 3}";
        answers(
            &post(port, "Content-Type: application/json; charset=utf-8\r\n", one).await,
            202,
            ":1}",
        );
        let packed = gzip(b"{\"a\":4}\n\n");
        answers(&post(port, "Content-Encoding: gzip\r\n", &packed).await, 202, ":1}");
        answers(&post(port, "", b"").await, 202, ":0}");
        let found = read(source.as_mut(), 4).await;
        assert_eq!(found, ["{\"a\":1}", "{\"a\":2}", "{\n \"a\":\n 3}", "{\"a\":4}"]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_taken_as_a_whole_is_refused_as_a_whole() {
    local(async {
        let (port, mut source) = ingest(&[("max_body", Value::Bytes(10_000))]).await;
        let answer = post(port, "", b"{\"a\":1}\n{\"a\":\n{}").await;
        answers(&answer, 400, "line 2: not JSON");
        answers(&answer, 400, "nothing of the body was taken");
        answers(&post(port, "", b"{\"a\":\"\xff\"}").await, 400, "line 1: not UTF-8");
        answers(&post(port, "", &[b' '; 10_001]).await, 413, "10000 bytes of `max_body`");
        // A bomb: 100 MiB in 100 KiB would be too long itself, so 5 MiB in 5 KiB.
        let bomb = gzip(&vec![b' '; 5 << 20]);
        assert!(bomb.len() < 10_000);
        answers(&post(port, "Content-Encoding: gzip\r\n", &bomb).await, 413, "`max_body`");
        answers(&post(port, "Content-Encoding: gzip\r\n", b"no gzip").await, 400, "no gzip");
        answers(&post(port, "Content-Encoding: br\r\n", b"x").await, 415, "gzip or identity");
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
        for (request, status) in [
            ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
            ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"),
        ] {
            stream.write_all(request.as_bytes()).await.expect("it is taken");
            let mut answer = [0; 1_000];
            let length = stream.read(&mut answer).await.expect("it answers");
            let answer = String::from_utf8_lossy(&answer[..length]).into_owned();
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        }
        let garbage = "\x16\x03\x01\x02 what is this\r\n\r\n";
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
        stream.write_all(garbage.as_bytes()).await.expect("it is taken");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.starts_with(b"HTTP/1.1 400") || answer.is_empty());
        // One that breaks off in its body.
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
        let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"a\":9}\n";
        stream.write_all(head.as_bytes()).await.expect("it is taken");
        drop(stream);
        answers(&post(port, "", b"{\"last\":1}").await, 202, ":1}");
        assert_eq!(read(source.as_mut(), 1).await, ["{\"last\":1}"]);
    })
    .await;
}

#[tokio::test]
async fn only_who_shows_the_token_is_heard() {
    local(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("token"), "hush\n").expect("it can be written");
        let (port, mut source) = ingest(&[("token", secret(folder.path().join("token")))]).await;
        for head in ["", "Authorization: Bearer hus\r\n", "Authorization: Basic hush\r\n"] {
            let answer = post(port, head, b"1").await;
            answers(&answer, 401, "www-authenticate: Bearer");
            assert!(!answer.contains("hush"));
        }
        answers(&post(port, "Authorization: Bearer hush\r\n", b"1").await, 202, ":1}");
        assert_eq!(read(source.as_mut(), 1).await, ["1"]);
    })
    .await;
}

#[tokio::test]
async fn a_full_buffer_refuses_for_a_while_and_holds_no_more() {
    local(async {
        let more = [("max_body", Value::Bytes(100_000)), ("buffer", Value::Bytes(1_000_000))];
        let (port, mut source) = ingest(&more).await;
        let body = "12345678\n".repeat(10_000);
        let (mut taken, mut refused) = (0, 0);
        for _ in 0..100 {
            let answer = post(port, "", body.as_bytes()).await;
            match answer.starts_with("HTTP/1.1 202") {
                true => taken += 1,
                false => {
                    answers(&answer, 429, "retry-after: 1");
                    refused += 1;
                }
            }
        }
        assert!((3..=12).contains(&taken), "{taken} bodies of 90 kB fit into 1 MB");
        assert_eq!(taken + refused, 100);
        let found = read(source.as_mut(), taken * 10_000).await;
        assert_eq!(found.len(), taken * 10_000);
        answers(&post(port, "", body.as_bytes()).await, 202, "10000");
    })
    .await;
}

#[tokio::test]
async fn a_thousand_connections_are_served_at_once() {
    local(async {
        let (port, mut source) = ingest(&[]).await;
        let mut idle = Vec::new();
        for _ in 0..200 {
            idle.push(TcpStream::connect(("127.0.0.1", port)).await.expect("it listens"));
        }
        let mut senders = JoinSet::new();
        for number in 0..1_000 {
            senders.spawn_local(async move { post(port, "", number.to_string().as_bytes()).await });
        }
        while let Some(answer) = senders.join_next().await {
            answers(&answer.expect("it does not panic"), 202, ":1}");
        }
        let mut found: Vec<u32> = read(source.as_mut(), 1_000)
            .await
            .iter()
            .map(|value| value.parse().expect("it is a number"))
            .collect();
        found.sort_unstable();
        assert_eq!(found, (0..1_000).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn who_sends_slowly_is_not_waited_for() {
    local(async {
        let (port, _source) = ingest(&[]).await;
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
        let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
        stream.write_all(head.as_bytes()).await.expect("it is taken");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        answers(&String::from_utf8_lossy(&answer), 408, "within 10 s");
        // And one that does not even finish its head.
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
        stream.write_all(b"POST / HT").await.expect("it is taken");
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer).await;
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 408"));
    })
    .await;
}

#[tokio::test]
async fn with_ack_sunk_the_answer_comes_with_the_barrier() {
    local(async {
        let (port, mut source) = ingest(&[("ack", text("sunk"))]).await;
        let mut senders = JoinSet::new();
        senders.spawn_local(async move { post(port, "", b"1\n2").await });
        assert_eq!(read(source.as_mut(), 2).await, ["1", "2"]);
        assert!(source.is_awaited());
        source.mark(1);
        let early = tokio::time::timeout(Duration::from_millis(50), senders.join_next()).await;
        assert!(early.is_err(), "it is answered before the barrier is through");
        source.acknowledge(1).await.expect("it acknowledges");
        let answer = senders.join_next().await.expect("there is one").expect("it does not panic");
        answers(&answer, 200, "{\"records\":2}");
        // One that is waiting when the source goes away is told that nothing is certain.
        senders.spawn_local(async move { post(port, "", b"3").await });
        assert_eq!(read(source.as_mut(), 1).await, ["3"]);
        let mut output = Output::new(1, Some(usize::MAX));
        output.begin(None);
        source.drain(&mut output).await.expect("it drains");
        assert!(values(&mut output).is_empty());
        drop(source);
        let answer = senders.join_next().await.expect("there is one").expect("it does not panic");
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    })
    .await;
}

#[tokio::test]
async fn an_address_in_use_is_named() {
    local(async {
        let (port, _source) = ingest(&[]).await;
        for connector in ["http", "tcp"] {
            let listen = text(format!("127.0.0.1:{port}"));
            let settings = [("listen", listen)].into_iter().collect();
            let mut second = super::source(connector, &settings, None).expect("it is built");
            let fault = second.open().await.expect_err("somebody listens there");
            let expected = format!("cannot listen on 127.0.0.1:{port}: Address already in use");
            assert!(fault.message.starts_with(&expected), "{}", fault.message);
        }
    })
    .await;
}
