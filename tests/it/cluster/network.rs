//! What connectors of a cluster's tenants may reach: nothing at first, then what was granted, and not by another name.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
};

use sandbar_tests::running::until;

use super::{TENANT, Up};
use crate::connectors::{free_port, servers::Server};

const OPERATOR: [&str; 2] = ["--context", "dev-operator"];

/// Bodies to a topic. Whoever posts one is answered once the broker has it.
fn publishing(port: u16, broker: &str) -> String {
    format!(
        r#"name = "publishing"

[source.in]
connector = "http"
listen = "127.0.0.1:{port}"
token = {{ file = "secrets/token" }}
ack = "sunk"

[sink.out]
connector = "mqtt"
input = "in"
address = "{broker}"
client = "publishing"
topic = "lines"
give_up = "2s"
"#
    )
}

/// A topic to a file.
fn subscribing(broker: &str) -> String {
    format!(
        r#"name = "subscribing"

[source.in]
connector = "mqtt"
address = "{broker}"
client = "subscribing"
topics = "lines"
give_up = "2s"

[sink.out]
connector = "file"
input = "in"
path = "lines.txt"
"#
    )
}

fn grant(up: &Up, verb: &str, rules: &[&str]) {
    up.run(&[&["tenant", verb, TENANT], rules, &OPERATOR].concat()).ended(0);
}

#[track_caller]
fn deploy(up: &Up, name: &str, text: &str) {
    let file = format!("{name}.toml");
    up.bench.write(&file, text);
    up.run(&["deploy", &file, "--yes"]).ended(0);
}

/// The fault of a pipeline that is to fail.
#[track_caller]
fn fault(up: &Up, pipeline: &str) -> String {
    up.until_status(pipeline, "failed");
    up.json(&["describe", pipeline])["fault"]["message"].as_str().expect("it has one").to_owned()
}

/// The first line of the answer to a POST of `body`.
fn post(port: u16, token: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the source listens");
    let length = body.len();
    let head = format!(
        "POST / HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {token}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{body}"
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[track_caller]
fn write(up: &Up, name: &str, content: &str) {
    let path = up.file(name);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("room for it");
    std::fs::write(path, content).expect("the tenant's folder can be written");
}

#[test]
fn connectors_reach_what_was_granted_for_as_long_as_it_is() {
    let (up, broker) = (Up::start(), Server::mosquitto("allow_anonymous true"));
    let (port, address) = (free_port(), broker.address());
    write(&up, "secrets/token", "hush\n");
    let (to, from) = (publishing(port, &address), subscribing(&address));

    // Nobody granted anything: each place is told, and nothing was deployed.
    up.bench.write("publishing.toml", &to);
    let refused = up.run(&["deploy", "publishing.toml", "--yes"]).ended(3).stderr;
    for missing in [format!("--listen {port}"), format!("--connect {address}")] {
        let help = format!("`sandbar tenant grant TENANT {missing}`");
        assert!(refused.contains(&help), "no {help} in {refused}");
    }
    assert!(up.json(&["list"])["pipelines"].as_array().expect("a list").is_empty());

    let port_rule = port.to_string();
    grant(&up, "grant", &["--connect", &address, "--listen", &port_rule]);
    let tenants = up.json(&[&["tenant", "list"], &OPERATOR[..]].concat());
    assert_eq!(tenants["tenants"][0]["network"]["connect"][0], address, "{tenants}");
    deploy(&up, "subscribing", &from);
    deploy(&up, "publishing", &to);
    until("the source listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    assert_eq!(post(port, "loud", "no\n"), "HTTP/1.1 401 Unauthorized");
    let mut sent = 0;
    // The broker keeps nothing for a subscriber that it has not seen yet.
    until("a line arrives", || {
        sent += 1;
        assert_eq!(post(port, "hush", &format!("{sent}\n")), "HTTP/1.1 200 OK");
        !up.lines("lines.txt").is_empty()
    });

    grant(&up, "withdraw", &["--connect", &address]);
    for pipeline in ["publishing", "subscribing"] {
        let message = fault(&up, pipeline);
        let expected = format!("the tenant is not granted to connect to {address}");
        assert!(message.contains(&expected), "{message}");
    }
    let audited = up.json(&[&["audit"], &OPERATOR[..]].concat()).to_string();
    assert!(audited.contains("\"withdraw\"") && audited.contains("\"grant\""), "{audited}");
    let missing =
        up.run(&[&["tenant", "withdraw", TENANT, "--connect", &address], &OPERATOR[..]].concat());
    assert!(missing.ended(5).stderr.contains("is not granted"));
}

#[test]
fn a_name_that_comes_to_mean_a_host_leads_nowhere() {
    let (up, broker) = (Up::start(), Server::mosquitto("allow_anonymous true"));
    let by_name = format!("localhost:{}", broker.port);
    grant(&up, "grant", &["--connect", &by_name]);
    deploy(&up, "subscribing", &subscribing(&by_name));
    let message = fault(&up, "subscribing");
    assert!(message.ends_with("which only a rule for just that address grants"), "{message}");
    // Nor does a name of the host's own doors, for who speaks HTTP.
    let door = up.address().replace("127.0.0.1", "localhost");
    grant(&up, "grant", &["--connect", &door]);
    let to_host = format!(
        "name = \"to-host\"\n[source.in]\nconnector = \"generator\"\ncount = 1\n[sink.out]\n\
         connector = \"http\"\ninput = \"in\"\nurl = \"http://{door}/\"\n"
    );
    deploy(&up, "to-host", &to_host);
    let message = fault(&up, "to-host");
    assert!(message.contains("which only a rule for just that address grants"), "{message}");
}

#[test]
fn rules_that_mean_nothing_are_refused_before_they_are_sent() {
    let up = Up::start();
    for rules in [["--connect", "broker"], ["--connect", "*:80"], ["--listen", "0"]] {
        let ran = up.run(&[&["tenant", "grant", TENANT], &rules[..], &OPERATOR].concat());
        ran.ended(2);
    }
    // A tenant grants itself nothing.
    let ran = up.run(&["tenant", "grant", TENANT, "--listen", "9000"]);
    assert_ne!(ran.code, Some(0));
}
