//! Whole pipelines of the program that connect to others: answers that come once all is sunk, memory that stays flat, and
//! what is refused before anything runs.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    process::Command,
};

use sandbar_tests::{
    Bench,
    running::{Running, until},
};

use super::{
    free_port,
    origins::{Mqtt, Origin as _},
    servers::Server,
};

/// Sends `body` and says what was answered.
fn post(port: u16, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    let head = format!(
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}

fn start(bench: &Bench, pipeline: &str, port: u16) -> Running {
    bench.write("p.toml", pipeline);
    let command: Command = bench.command(&["run", "p.toml", "-q"]);
    let running = Running::start(bench, command);
    until("it listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    running
}

#[test]
fn an_answer_of_200_means_that_the_file_has_it() {
    let (bench, port) = (Bench::new(), free_port());
    let pipeline = format!(
        "name = \"p\"\n\
         source.in = {{ connector = \"http\", listen = \"127.0.0.1:{port}\", ack = \"sunk\" }}\n\
         sink.out = {{ connector = \"file\", input = {{ from = \"in\", by = \"rebalance\" }}, path = \"out\" }}\n"
    );
    let mut running = start(&bench, &pipeline, port);
    let mut expected = String::new();
    for number in 0..5 {
        let body = format!("{number}\n");
        let answer = post(port, body.as_bytes());
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        expected += &body;
        assert_eq!(bench.read("out"), expected);
    }
    // One that is under way when the pipeline stops is answered too, and once.
    let answer = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| post(port, b"last\n"));
        until("it is taken", || bench.read("out").ends_with("last\n"));
        running.signal("TERM");
        running.wait().ended(0);
        waiting.join().expect("it does not panic")
    });
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(bench.read("out"), format!("{expected}last\n"));
}

/// A sender that is far faster than the pipeline is told to wait, and the process does not grow.
#[test]
fn memory_stays_flat_while_a_sender_is_ten_times_faster() {
    let (bench, port) = (Bench::new(), free_port());
    let slow = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let to = slow.local_addr().expect("it is bound");
    let pipeline = format!(
        "name = \"p\"\n\
         source.in = {{ connector = \"http\", listen = \"127.0.0.1:{port}\" }}\n\
         sink.out = {{ connector = \"tcp\", input = \"in\", address = \"{to}\" }}\n"
    );
    bench.write("p.toml", &pipeline);
    let command = bench.command(&["run", "p.toml", "-q", "--memory", "32"]);
    let running = Running::start(&bench, command);
    let (mut reader, _) = slow.accept().expect("it connects");
    until("it listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    let body = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\n".repeat(16 << 10);
    let (mut taken, mut refused, mut passed) = (0_u64, 0_u64, 0_u64);
    let mut resident = Vec::new();
    let mut room = vec![0; 100 << 10];
    // 1 MiB is offered for each 100 KiB that leaves: 400 MiB against 40.
    for _ in 0..400 {
        let answer = post(port, body.as_bytes());
        match answer.split(' ').nth(1) {
            Some("202") => taken += 1,
            Some("429") => refused += 1,
            // A body that is refused while it is being sent may take its answer with it.
            _ => refused += 1,
        }
        reader.read_exact(&mut room).expect("something leaves");
        passed += room.len() as u64;
        resident.push(running.resident_bytes());
    }
    let (early, late) = (resident[100], resident[399]);
    println!(
        "sent 400 MiB, {taken} MiB taken, {refused} MiB refused, {} MiB left; resident {} MiB after 100, {} MiB after 400",
        passed >> 20,
        early >> 20,
        late >> 20
    );
    assert!(refused > 200, "{refused}");
    assert!(taken >= passed >> 20, "{taken}");
    assert!(late < 200 << 20, "{late}");
    assert!(late < early + (32 << 20), "{early} -> {late}");
}

/// What was in no sink when the process was killed comes again, and nothing is missing.
#[test]
fn a_killed_run_is_sent_again_what_was_not_sunk() {
    const RECORDS: u32 = 5_000;
    let bench = Bench::new();
    let mut origin = Mqtt { server: Server::mosquitto("allow_anonymous true") };
    let address = origin.server.address();
    let pipeline = |out: &str| {
        format!(
            "name = \"p\"\n\
             source.in = {{ connector = \"mqtt\", address = \"{address}\", client = \"p\", topics = \"t/+\" }}\n\
             sink.out = {{ connector = \"file\", input = \"in\", path = \"{out}\" }}
"
        )
    };
    let begin = |out: &str| {
        bench.write(&format!("{out}.toml"), pipeline(out));
        Running::start(&bench, bench.command(&["run", &format!("{out}.toml"), "-q"]))
    };
    let length = |name: &str| std::fs::metadata(bench.path(name)).map_or(0, |file| file.len());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("the system gives a runtime");
    let mut first = begin("one");
    // What is published before the broker knows the subscription is for nobody.
    until("it is subscribed", || {
        runtime.block_on(origin.supply(0..1));
        length("one") > 0
    });
    runtime.block_on(origin.supply(1..RECORDS));
    first.signal("KILL");
    until("it is gone", || !first.runs());
    let mut second = begin("two");
    // Kept for it, should it not be there yet.
    runtime.block_on(origin.supply(RECORDS..RECORDS + 1));
    let found = || {
        let both = [bench.bytes("one"), bench.bytes("two")].map(|bytes| {
            let text = String::from_utf8(bytes).expect("records are text");
            // The last line may be torn.
            let whole = text.rfind('\n').map_or(0, |at| at + 1);
            text[..whole].lines().map(str::to_owned).collect::<Vec<_>>()
        });
        both.concat().into_iter().collect::<std::collections::BTreeSet<_>>().len()
    };
    until("all is there", || length("two") > 0 && found() == RECORDS as usize + 1);
    second.signal("TERM");
    until("it has drained", || !second.runs());
}

#[test]
fn a_secret_stands_nowhere_but_where_it_belongs() {
    let bench = Bench::new();
    let pipeline = |token: &str| {
        format!(
            "name = \"p\"\n\
             source.in = {{ connector = \"http\", listen = \"127.0.0.1:0\", token = {token} }}\n\
             sink.out = {{ connector = \"discard\", input = \"in\" }}\n"
        )
    };
    bench.write("p.toml", pipeline("\"hush-hush\""));
    let ran = bench.run(&["plan", "p.toml"]).ended(3);
    assert!(ran.stderr.contains("`token` is a secret, which does not belong into a pipeline file"));
    assert!(ran.stderr.contains("{ env = \"NAME\" }"), "{}", ran.stderr);
    bench.write("p.toml", pipeline("{ env = \"SANDBAR_TEST_TOKEN\" }"));
    for form in ["text", "json", "tree"] {
        let mut command = bench.command(&["plan", "p.toml", "-o", form]);
        let ran = command.env("SANDBAR_TEST_TOKEN", "hush-hush").output().expect("it starts");
        let all = [ran.stdout, ran.stderr].concat();
        assert!(ran.status.success());
        assert!(!String::from_utf8_lossy(&all).contains("hush-hush"));
    }
    let ran = bench.run(&["run", "p.toml", "-q"]).ended(1);
    let expected = "no secret is in the environment variable `SANDBAR_TEST_TOKEN`; put it there";
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
}

#[test]
fn compressed_and_csv_files_run() {
    let bench = Bench::new();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(b"who,at\na,1\nb,2\n").expect("memory takes it");
    bench.write("in/1.csv.gz", packer.finish().expect("memory takes it"));
    bench.write("in/2.csv", "who,at\nc,3\nbroken\n");
    bench.write(
        "p.toml",
        "name = \"p\"\n\
         source.in = { connector = \"file\", path = \"in/*.csv*\", format = \"csv\", numeric = \"at\", \
         timestamp = \"/at\", on_error = { then = \"dead-letter\" } }\n\
         sink.out = { connector = \"file\", input = \"in\", path = \"out\" }\n\
         sink.dead = { connector = \"file\", input = \"in.dead-letters\", path = \"dead\", format = \"dead-letters\" }\n",
    );
    bench.run(&["run", "p.toml", "-q"]).ended(0);
    let expected = "{\"who\":\"a\",\"at\":1}\n{\"who\":\"b\",\"at\":2}\n{\"who\":\"c\",\"at\":3}\n";
    assert_eq!(bench.read("out"), expected);
    assert!(
        bench.read("dead").contains("in/2.csv line 3 (byte 11): has 1 cells, but the header has 2")
    );
}
