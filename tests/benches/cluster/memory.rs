//! What is resident: a host that has nothing to do, and a host and its worker with a thousand pipelines.

use sandbar_tests::running::until;
use tokio::time::Instant;

use crate::{
    say,
    up::{TENANT, Up},
};

const PIPELINES: usize = 1_000;

pub(crate) fn host() {
    let up = Up::start(1);
    let resident = up.resident_mib();
    assert_eq!(resident.len(), 1, "an idle host has no other process");
    say("a host with nothing deployed: resident", "60 MiB", &format!("{:.1} MiB", resident[0]));
}

/// Each has a source that makes a record a second, the slowest that stays open.
pub(crate) fn pipelines() {
    let up = Up::start(1);
    up.publish("identity");
    let quota = [
        "--pipelines",
        "2000",
        "--tasks",
        "8000",
        "--instances",
        "2000",
        "--memory",
        "4GiB",
        "--context",
        "dev-operator",
    ];
    up.run(&[&["tenant", "quota", TENANT], &quota[..]].concat());
    let begin = Instant::now();
    for number in 0..PIPELINES {
        let text = format!(
            "name = \"p{number}\"\n[source.in]\nconnector = \"generator\"\nrate = 1\n\
             [operator.copy]\nplugin = \"identity@1.0.0\"\ninput = \"in\"\n\
             [sink.out]\nconnector = \"discard\"\ninput = \"copy\"\n"
        );
        up.deploy(&text, &[]);
    }
    let deployed = begin.elapsed().as_secs_f64();
    until("all pipelines run", || running(&up) == PIPELINES);
    let ran = begin.elapsed().as_secs_f64();
    let measured = format!("{deployed:.0} s, {ran:.0} s");
    say("1,000 pipelines, one `sandbar deploy` each: deployed, running", "-", &measured);
    let resident = up.resident_mib();
    let (host, workers) = resident.split_first().unwrap();
    let worker: f64 = workers.iter().sum();
    let measured = format!("{:.0} MiB ({host:.0} + {worker:.0})", host + worker);
    say("1,000 idle pipelines: resident, host + worker", "2048 MiB", &measured);
    let (before, since) = (up.cpu_seconds(), Instant::now());
    std::thread::sleep(std::time::Duration::from_secs(10));
    let share = (up.cpu_seconds() - before) / since.elapsed().as_secs_f64() * 100.0;
    say("  beside it: CPU of both, a record a second each", "-", &format!("{share:.0} %"));
    assert_eq!(running(&up), PIPELINES, "some pipeline does not run any more");
}

fn running(up: &Up) -> usize {
    let listed = up.json(&["list"]);
    let listed = listed["pipelines"].as_array().unwrap();
    listed.iter().filter(|pipeline| pipeline["status"] == "running").count()
}
