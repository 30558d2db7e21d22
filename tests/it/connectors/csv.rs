//! CSV over everything that carries lines: cells that span them, a header above each stream, and what has none refused.

use std::time::Duration;

use sandbar::connectors::settings::{Settings, Value};
use sandbar_tests::Bench;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{
    batch,
    brokers::{impatient, local},
    free_port,
    origins::post,
    process, read, sink, source, text,
};

fn csv(more: &[(&'static str, String)]) -> Settings {
    let mut settings: Settings = more.iter().map(|(key, value)| (*key, text(value))).collect();
    settings.insert("format", text("csv"));
    settings
}

#[tokio::test]
async fn a_body_is_records_that_span_lines_or_refused_as_a_whole() {
    local(async {
        let port = free_port();
        let settings = csv(&[("listen", format!("127.0.0.1:{port}"))]);
        let mut source = source("http", &settings, None).expect("it is built");
        source.open().await.expect("the port is free");
        let answer = post(port, "", b"a,b\r\n1,\"x\r\ny\"\r\n\"2\",z").await;
        assert!(answer.starts_with("HTTP/1.1 202 ") && answer.contains("{\"records\":2}"));
        let answer = post(port, "", b"a,b\n1,\"x\ny\"\n2,\"never\n3,z\n").await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
        assert!(answer.contains("line 4: opens a quote that is closed neither"), "{answer}");
        assert!(answer.contains("nothing of the body was taken"), "{answer}");
        let answer = post(port, "", b"c\n\"4\n\"\n").await;
        assert!(answer.contains("{\"records\":1}"), "{answer}");
        let expected = [r#"{"a":"1","b":"x\r\ny"}"#, r#"{"a":"2","b":"z"}"#, r#"{"c":"4\n"}"#];
        assert_eq!(read(source.as_mut(), 3).await, expected);
    })
    .await;
}

#[tokio::test]
async fn each_connection_brings_a_header_and_records_that_span_lines() {
    local(async {
        let port = free_port();
        let settings = csv(&[("listen", format!("127.0.0.1:{port}"))]);
        let mut source = source("tcp", &settings, None).expect("it is built");
        source.open().await.expect("the port is free");
        let mut found = Vec::new();
        for pieces in
            [["\"a\nb\"\n1,2\n\"3", "\n\"", "4\"\n\"", "5\"\n"], ["c", "\n\"6\n", "7", "\"\n"]]
        {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
            for piece in pieces {
                stream.write_all(piece.as_bytes()).await.expect("it listens");
                tokio::task::yield_now().await;
            }
            drop(stream);
            let refused = "1,2";
            if !pieces[0].contains(refused) {
                found.extend(read(source.as_mut(), 1).await);
            } else {
                found.extend(with_refused(source.as_mut()).await);
            }
        }
        assert_eq!(found, [r#"{"a\nb":"3\n4\""}"#, r#"{"a\nb":"5"}"#, r#"{"c":"6\n7"}"#]);
    })
    .await;
}

/// As `read`, but one line of two cells is none.
async fn with_refused(source: &mut dyn sandbar_dataflow::Source) -> Vec<String> {
    let mut output = sandbar_dataflow::Output::new(1, Some(usize::MAX));
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    while found.len() < 2 || refused.is_empty() {
        output.begin(None);
        source.read(&mut output).await.expect("it reads");
        let (emissions, rejections) = output.take();
        let text = |value: &[u8]| String::from_utf8(value.to_vec()).expect("records are text");
        found.extend(emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value))));
        refused.extend(rejections.into_iter().map(|one| one.fault.message));
    }
    assert!(refused[0].contains(" line 3 (byte 6): has 2 cells"), "{refused:?}");
    found
}

const OBJECTS: [&[u8]; 2] = [br#"{"a":1,"b":"x\ny"}"#, br#"{"b":"z"}"#];

#[tokio::test]
async fn each_body_that_is_sent_begins_with_a_header() {
    local(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let port = listener.local_addr().expect("it is bound").port();
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("it comes");
            let mut requests = Vec::new();
            for end in ["\nz\n", "\n,z\n"] {
                let mut request = Vec::new();
                while !request.ends_with(end.as_bytes()) && !request.ends_with(b"\n,z\n") {
                    assert!(stream.read_buf(&mut request).await.expect("it is sent") > 0);
                }
                stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n").await.expect("it listens");
                requests.push(String::from_utf8(request).expect("it is text"));
            }
            requests
        });
        let settings = csv(&[("url", format!("http://127.0.0.1:{port}/"))]);
        let mut sink = sink("http", &settings).expect("it is built");
        sink.open().await.expect("nothing is sent yet");
        for objects in [&OBJECTS[..], &OBJECTS[1..]] {
            // What is no object goes nowhere, and a batch of nothing else is no body.
            process(sink.as_mut(), &batch([&b"7"[..]])).await.expect("it refuses the record");
            process(sink.as_mut(), &batch(objects.iter().copied())).await.expect("it is taken");
        }
        let requests = serving.join_next().await.expect("it serves").expect("without a panic");
        assert!(requests[0].ends_with("\r\n\r\na,b\n1,\"x\ny\"\n,z\n"), "{}", requests[0]);
        assert!(requests[1].ends_with("\r\n\r\na,b\n,z\n"), "{}", requests[1]);
        assert!(requests[0].to_lowercase().contains("content-type: text/csv\r\n"));
    })
    .await;
}

#[tokio::test]
async fn each_connection_that_is_made_begins_with_a_header() {
    local(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let port = listener.local_addr().expect("it is bound").port();
        let mut settings = impatient(csv(&[("address", format!("127.0.0.1:{port}"))]));
        settings.insert("columns", Value::Texts(vec!["b".to_owned(), "a".to_owned()]));
        let mut sink = sink("tcp", &settings).expect("it is built");
        sink.open().await.expect("it listens");
        let (mut stream, _) = listener.accept().await.expect("it connects");
        for _ in 0..2 {
            process(sink.as_mut(), &batch(OBJECTS)).await.expect("it is taken");
        }
        let lines = "\"x\ny\",1\nz,\n";
        let expected = ["b,a\n", lines, lines].concat();
        let mut found = vec![0; expected.len()];
        stream.read_exact(&mut found).await.expect("it comes");
        assert_eq!(String::from_utf8_lossy(&found), expected);
        drop(stream);
        // What the system took before it knew is lost, as the sink's page says.
        let (mut stream, _) = loop {
            process(sink.as_mut(), &batch(OBJECTS)).await.expect("it connects again");
            let soon = Duration::from_millis(20);
            if let Ok(accepted) = tokio::time::timeout(soon, listener.accept()).await {
                break accepted.expect("it connects again");
            }
        };
        let expected = ["b,a\n", lines].concat();
        let mut found = vec![0; expected.len()];
        stream.read_exact(&mut found).await.expect("it comes");
        assert_eq!(String::from_utf8_lossy(&found), expected);
    })
    .await;
}

#[test]
fn standard_streams_carry_records_that_span_lines_under_one_header() {
    let bench = Bench::new();
    bench.write(
        "p.toml",
        "name = \"p\"\n\
         source.in = { connector = \"stdin\", format = \"csv\", delimiter = \";\", numeric = \"n\" }\n\
         sink.out = { connector = \"stdout\", format = \"csv\", input = \"in\" }\n",
    );
    let row = |n: usize| format!("{n};\"a\n\"\"b,{n}\"\n");
    let input: String = (0..3_000).map(row).collect();
    let input = ["n;\"two\nlines\"\n", &input].concat();
    let ran = bench.run_with(&["run", "p.toml", "-q"], input.as_bytes()).ended(0);
    let expected: String = (0..3_000).map(|n| row(n).replacen(';', ",", 1)).collect();
    assert!(ran.stdout == ["n,\"two\nlines\"\n", &expected].concat(), "{}", &ran.stdout[..200]);
}

#[test]
fn each_task_has_a_file_with_a_header_of_its_own() {
    let bench = Bench::new();
    bench.write(
        "p.toml",
        "name = \"p\"\n\
         source.in = { connector = \"generator\", count = 3000, value = '{\"n\":{seq},\"t\":\"x\"}' }\n\
         sink.out = { connector = \"file\", format = \"csv\", input = \"in\", path = \"{task}.csv\", parallelism = 2 }\n",
    );
    bench.run(&["run", "p.toml", "-q"]).ended(0);
    let mut rows = Vec::new();
    for task in ["0.csv", "1.csv"] {
        let content = bench.read(task);
        let rest = content.strip_prefix("n,t\n").expect("it has a header");
        rows.extend(rest.lines().map(str::to_owned));
    }
    rows.sort_by_key(|row| row.split(',').next().and_then(|n| n.parse::<u32>().ok()));
    assert!(rows.iter().zip(0..).all(|(row, n)| *row == format!("{n},x")) && rows.len() == 3_000);
}

#[test]
fn what_cannot_be_csv_is_told_before_anything_runs() {
    let bench = Bench::new();
    let broker = "address = \"127.0.0.1:1\"";
    for (sink, says) in [
        (
            &format!(
                "connector = \"mqtt\", {broker}, client = \"c\", topic = \"t\", format = \"csv\""
            )[..],
            "csv needs a first line that names the columns, and a message has none; write json-lines",
        ),
        (
            &format!("connector = \"nats\", {broker}, subject = \"s\", format = \"csv\""),
            "csv needs a first line that names the columns, and a message has none; write json-lines",
        ),
        (
            "connector = \"file\", path = \"out\", columns = \"a\"",
            "raw-lines has no columns; set format = \"csv\"",
        ),
        (
            "connector = \"file\", path = \"out\", format = \"csv\", columns = []",
            "must name at least one column",
        ),
        (
            "connector = \"file\", path = \"out\", format = \"csv\", columns = [\"a\", \" a\"]",
            "names ` a` twice",
        ),
        (
            "connector = \"file\", path = \"out\", format = \"csv\", columns = [\"a\", \"\"]",
            "has a column without a name",
        ),
        (
            "connector = \"tcp\", address = \"127.0.0.1:1\", format = \"csv\", delimiter = \"\\n\"",
            "must be one ASCII character",
        ),
        (
            "connector = \"http\", url = \"http://127.0.0.1:1/\", format = \"json-lines\", delimiter = \";\"",
            "json-lines has no columns; set format = \"csv\"",
        ),
        (
            "connector = \"stdout\", format = \"csv\", parallelism = 2",
            "2 tasks would each write a header to standard output",
        ),
    ] {
        bench.write(
            "p.toml",
            format!("name = \"p\"\nsource.in = {{ connector = \"generator\", count = 1 }}\nsink.out = {{ input = \"in\", {sink} }}\n"),
        );
        let ran = bench.run(&["run", "p.toml"]).ended(3);
        assert!(ran.stderr.contains(says), "{sink}: {}", ran.stderr);
        assert!(!bench.path("out").exists());
    }
}
