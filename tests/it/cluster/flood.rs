//! Strangers at the doors of a host: thousands of connections that say three bytes and nothing more.
//! Whoever belongs there goes on meanwhile.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use sandbar_tests::running::until;

use super::{deploying, doubled, until_under_way, up::Up, with_numbers};

/// Connections of one flood.
const CONNECTIONS: usize = 10_000;

/// Longest wait for one of them.
const AT_ONCE: Duration = Duration::from_millis(5);

/// Lets this process hold as many descriptors as it may; how many a flood may have, since other tests need some at the
/// same time.
fn descriptors() -> usize {
    let limit = getrlimit(Resource::Nofile);
    let most = limit.maximum.unwrap_or(1 << 20);
    let all = Rlimit { current: Some(most), maximum: limit.maximum };
    setrlimit(Resource::Nofile, all).expect("the soft limit may be the hard one");
    usize::try_from(most / 5 * 2).expect("limits are small")
}

/// Opens as many connections as are in a flood and says three bytes on each. Returned are those that can be held.
fn flood(address: &str) -> Vec<TcpStream> {
    let address = address.parse().expect("it is told as an address");
    let most = descriptors();
    let mut held = std::collections::VecDeque::new();
    for _ in 0..CONNECTIONS {
        // Where the system's queue is full, it would take seconds: the next one will come through.
        let Ok(mut stream) = TcpStream::connect_timeout(&address, AT_ONCE) else { continue };
        // It may be closed already.
        let _ = stream.write_all(b"abc");
        held.push_back(stream);
        if held.len() > most {
            held.pop_front();
        }
    }
    held.into()
}

/// How many of `connections` the other side has not closed.
fn open(connections: &mut [TcpStream]) -> usize {
    let is_open = |stream: &mut TcpStream| {
        stream.set_nonblocking(true).expect("it is a socket");
        match stream.read(&mut [0]) {
            Err(error) => error.kind() == std::io::ErrorKind::WouldBlock,
            Ok(read) => read > 0,
        }
    };
    connections.iter_mut().filter_map(|stream| is_open(stream).then_some(())).count()
}

/// Where the host serves metrics.
fn http(up: &Up) -> String {
    let told = up.host.stdout();
    let address = told.lines().find_map(|line| line.split_once("http://")).expect("it is told").1;
    address.trim_end_matches("/metrics").to_owned()
}

/// What the host answers to a question over HTTP; nothing if it closes the connection.
fn get(address: &str, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("it is a socket");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: h\r\n\r\n").ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

#[test]
fn floods_of_silent_connections_stop_neither_pipelines_nor_clients() {
    let up = with_numbers();
    let waiting = deploying(&up);
    until_under_way(&up);
    let (address, http) = (up.address(), http(&up));
    let before = up.host.resident_bytes();

    let mut strangers = flood(&address);
    // New clients are let in, whoever stands at the door. The system hands on what is left of the flood for seconds, so
    // that one of them may have to come again.
    until("a client is let in", || up.run(&["list"]).code == Some(0));
    let mut curious = flood(&http);
    let mut answer = String::new();
    until("a probe is answered", || {
        answer = get(&http, "/healthz").unwrap_or_default();
        !answer.is_empty()
    });
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("ok\n"), "{answer}");
    assert!(answer.contains("connection: close"), "one question for each connection: {answer}");
    until("metrics are told", || {
        get(&http, "/metrics").is_some_and(|metrics| metrics.contains("sandbar_"))
    });

    until("most of them are shown out", || open(&mut strangers) <= 128 && open(&mut curious) <= 64);
    let grown = up.host.resident_bytes().saturating_sub(before);
    assert!(grown < 64 << 20, "the host grew by {grown} bytes");
    waiting.wait().ended(0);
    assert_eq!(doubled(&up), 0, "nothing was started anew");
    // Whoever says nothing more is not waited for, though there is room again.
    until("all of them are shown out", || open(&mut strangers) + open(&mut curious) == 0);
}
