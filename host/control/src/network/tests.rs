//! What is within a tenant's rules, and what never is.

use std::net::SocketAddr;

use super::*;
use crate::Code;

fn network(connect: &[&str], listen: &[&str]) -> Network {
    Network {
        connect: connect.iter().map(|rule| rule.parse().unwrap()).collect(),
        listen: listen.iter().map(|rule| rule.parse().unwrap()).collect(),
    }
}

fn address(text: &str) -> SocketAddr {
    text.parse().unwrap()
}

#[test]
fn rules_are_read_and_shown_the_same() {
    for rule in [
        "broker.example:1883",
        "10.1.0.0/16:9000-9010",
        "192.0.2.7:443",
        "[fd00::5]:443",
        "[fd00::/8]:1-65535",
        "localhost:80",
        "0.0.0.0/0:443",
    ] {
        assert_eq!(rule.parse::<Target>().unwrap().to_string(), rule);
    }
    assert_eq!("Broker.Example:1883".parse::<Target>().unwrap().to_string(), "broker.example:1883");
}

#[test]
fn what_is_no_rule_is_refused() {
    let long = format!("{}:80", "a.".repeat(200));
    for rule in [
        "",
        ":",
        "a",
        "a:",
        ":80",
        "a:0",
        "a:65536",
        "a:9-8",
        "a:80-",
        "a b:80",
        "a/8:80",
        "10.1.2.3/16:80",
        "10.0.0.0/33:80",
        "fd00::5:443",
        "[fd00::1/8]:443",
        "::ffff:10.0.0.1:80",
        "[::ffff:10.0.0.1]:80",
        "127.1:80",
        "a..b:80",
        "user@host:80",
        "*.example:80",
        "http://a:80",
        &long,
    ] {
        let problem = rule.parse::<Target>().unwrap_err();
        assert_eq!(problem.code, Code::Invalid, "{rule}");
    }
    for ports in ["", "0", "65536", "9-8", "a", "1-", "-1", "1-2-3"] {
        ports.parse::<Ports>().unwrap_err();
    }
}

#[test]
fn nobody_reaches_anything_at_first() {
    let none = Network::default();
    assert!(!none.names("broker.example", 1883) && !none.listens(9000) && none.is_empty());
    let refused = none.reaches(address("192.0.2.7:443"), false, false);
    assert_eq!(refused, Err(Refusal::NotGranted));
}

#[test]
fn a_name_means_itself_and_its_ports() {
    let granted = network(&["broker.example:1883-1884"], &[]);
    assert!(granted.names("broker.example", 1884) && granted.names("BROKER.example", 1883));
    assert!(!granted.names("broker.example", 1885) && !granted.names("a.broker.example", 1883));
    granted.reaches(address("192.0.2.7:1883"), true, false).unwrap();
    let refused = granted.reaches(address("192.0.2.7:1883"), false, false);
    assert_eq!(refused, Err(Refusal::NotGranted));
}

#[test]
fn a_name_leads_to_no_machine_of_ours() {
    let granted = network(&["rebound.example:80"], &[]);
    for near in [
        "127.0.0.1:80",
        "127.9.9.9:80",
        "0.0.0.0:80",
        "0.1.2.3:80",
        "169.254.169.254:80",
        "224.0.0.1:80",
        "255.255.255.255:80",
        "[::1]:80",
        "[::]:80",
        "[fe80::1]:80",
        "[ff02::1]:80",
        "[::ffff:127.0.0.1]:80",
        "[::ffff:169.254.169.254]:80",
    ] {
        let refused = granted.reaches(address(near), true, false);
        assert_eq!(refused, Err(Refusal::Inside), "{near}");
    }
    let refused = granted.reaches(address("192.0.2.7:80"), true, true);
    assert_eq!(refused, Err(Refusal::Inside));
}

#[test]
fn a_network_leads_to_no_machine_of_ours_but_just_its_address_does() {
    let all = network(&["0.0.0.0/0:1883", "[::/0]:1883"], &[]);
    all.reaches(address("192.0.2.7:1883"), false, false).unwrap();
    all.reaches(address("[2001:db8::1]:1883"), false, false).unwrap();
    for near in ["127.0.0.1:1883", "169.254.0.1:1883", "[::1]:1883"] {
        assert_eq!(all.reaches(address(near), false, false), Err(Refusal::Inside), "{near}");
    }
    assert_eq!(all.reaches(address("192.0.2.7:1883"), false, true), Err(Refusal::Inside));
    assert_eq!(all.reaches(address("192.0.2.7:80"), false, false), Err(Refusal::NotGranted));

    let just = network(&["127.0.0.1:1883", "192.0.2.7:1883"], &[]);
    just.reaches(address("127.0.0.1:1883"), false, true).unwrap();
    just.reaches(address("[::ffff:127.0.0.1]:1883"), true, true).unwrap();
    just.reaches(address("192.0.2.7:1883"), false, true).unwrap();
    assert_eq!(just.reaches(address("127.0.0.2:1883"), false, false), Err(Refusal::NotGranted));
    assert_eq!(just.reaches(address("127.0.0.1:7170"), false, true), Err(Refusal::NotGranted));
}

#[test]
fn networks_begin_and_end_where_their_bits_say() {
    let granted = network(&["10.1.0.0/16:80", "[fd00::/8]:80", "10.9.0.8/31:80"], &[]);
    let reached = |text| granted.reaches(address(text), false, false).is_ok();
    assert!(reached("10.1.0.0:80") && reached("10.1.255.255:80") && reached("[fdff::1]:80"));
    assert!(!reached("10.0.255.255:80") && !reached("10.2.0.0:80") && !reached("[fe00::1]:80"));
    assert!(reached("10.9.0.9:80") && !reached("10.9.0.10:80"));
}

#[test]
fn rules_come_and_go_one_by_one() {
    let granted = network(&["a.example:80"], &["9000"]);
    let granted = granted.with(network(&["a.example:80", "b.example:80"], &["9001-9002"])).unwrap();
    assert_eq!(granted, network(&["a.example:80", "b.example:80"], &["9000", "9001-9002"]));
    assert!(granted.listens(9002) && !granted.listens(9003));
    let left = granted.clone().without(&network(&["a.example:80"], &["9000"])).unwrap();
    assert_eq!(left, network(&["b.example:80"], &["9001-9002"]));
    let problem = left.without(&network(&["a.example:80"], &[])).unwrap_err();
    assert_eq!(
        (problem.code, &*problem.message),
        (Code::NotFound, "`a.example:80` is not granted")
    );
    let many: Vec<Ports> = (1..=101).map(|port: u16| port.to_string().parse().unwrap()).collect();
    let problem = granted.with(Network { listen: many, ..Network::default() }).unwrap_err();
    assert_eq!(problem.code, Code::TooLarge);
}

#[test]
fn records_keep_rules_as_text() {
    let granted = network(&["10.0.0.0/8:80", "[::1]:443"], &["9000-9010"]);
    let json = serde_json::to_string(&granted).unwrap();
    assert_eq!(json, r#"{"connect":["10.0.0.0/8:80","[::1]:443"],"listen":["9000-9010"]}"#);
    assert_eq!(serde_json::from_str::<Network>(&json).unwrap(), granted);
    assert_eq!(serde_json::from_str::<Network>("{}").unwrap(), Network::default());
}
