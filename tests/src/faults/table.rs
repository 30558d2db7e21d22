//! Every fault that is caused: by its number, what is done, and what is to become of the pipeline.

use std::time::Duration;

use super::{
    Fault, Random, Recovered,
    cluster::{ALL, Cluster, FOLLOWERS, Ground, LEADER},
    network::Weather,
};

const AT_ONCE: Duration = Duration::ZERO;

/// Shorter than the silence after which the leader gives up a host.
const STALL: Duration = Duration::from_secs(1);

/// Longer than that, and shorter than the time after which a write that does not go on ends its connection.
const LONG: Duration = Duration::from_secs(6);

/// Longer than anything waits.
const LONGER: Duration = Duration::from_secs(15);

const CUT: Weather = Weather {
    is_cut: true,
    lost_percent: 0,
    doubled_percent: 0,
    late_percent: 0,
    corrupt_percent: 0,
    bytes_per_second: None,
    delay: AT_ONCE,
    resets: 0,
};

/// The table.
pub const FAULTS: &[Fault] = &[
    once("F01", "a worker is killed", |cluster, random| cluster.kill_worker(random)),
    once("F02", "a host is killed, and back once it was replaced", |cluster, random| {
        cluster.kill_hosts(&[random.among(&FOLLOWERS)]);
    }),
    once("F03", "the leader is killed, and back at once", |cluster, _| {
        cluster.kill_hosts(&[LEADER]);
        cluster.mend();
    }),
    once("F04", "all hosts are killed, and back at once", |cluster, _| {
        cluster.kill_hosts(&ALL);
        cluster.mend();
    }),
    once("F05", "a host stands still, and wakes once it was replaced", |cluster, random| {
        cluster.freeze_host(random.among(&FOLLOWERS));
    }),
    network("F06", "two hosts do not reach each other for 6 s", LONG, |cluster, _| {
        cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], CUT);
    }),
    either("F06", "two hosts do not reach each other for 15 s", LONGER, |cluster, _| {
        cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], CUT);
    }),
    either("F06", "a host reaches nobody for 6 s", LONG, |cluster, random| {
        let host = random.among(&FOLLOWERS);
        ALL.iter().for_each(|&other| cluster.weather_between(host, other, CUT));
    }),
    network("F09", "one host does not reach another for 6 s", LONG, |cluster, _| {
        cluster.weather_from(FOLLOWERS[0], FOLLOWERS[1], CUT);
    }),
    either("F09", "a host hears nothing for 6 s", LONG, |cluster, random| {
        let host = random.among(&FOLLOWERS);
        ALL.iter().for_each(|&other| cluster.weather_from(other, host, CUT));
    }),
    Fault {
        times: 5,
        ground: Ground::Loopback,
        ..network("F10", "a worker stands still for a second, five times", STALL, |cluster, r| {
            cluster.freeze_worker(r);
        })
    },
    network("F10", "10 kB/s and 100 ms between two hosts for 6 s", LONG, |cluster, _| {
        let delay = Duration::from_millis(100);
        let slow = Weather { bytes_per_second: Some(10_000), delay, ..Weather::default() };
        cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], slow);
    }),
    network("F11", "30 % of frames between two hosts lost for 6 s", LONG, |cluster, _| {
        let lossy = Weather { lost_percent: 30, ..Weather::default() };
        cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], lossy);
    }),
    Fault {
        times: 5,
        ..network("F11", "connections between two hosts reset, five times", STALL, |cluster, _| {
            let resets = Weather { resets: 3, ..Weather::default() };
            cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], resets);
        })
    },
    Fault {
        recovered: Recovered::Anew,
        ..network("F11", "a host dies where nobody hears of it for 6 s", LONG, |cluster, random| {
            let host = random.among(&FOLLOWERS);
            ALL.iter().for_each(|&other| cluster.weather_between(host, other, CUT));
            cluster.kill_hosts(&[host]);
        })
    },
    network("F12", "5 % of frames between two hosts corrupted for 6 s", LONG, |cluster, _| {
        let corrupting = Weather { corrupt_percent: 5, ..Weather::default() };
        cluster.weather_between(FOLLOWERS[0], FOLLOWERS[1], corrupting);
    }),
    either("F12", "5 % of frames between all hosts corrupted for 6 s", LONG, |cluster, _| {
        let corrupting = Weather { corrupt_percent: 5, ..Weather::default() };
        for host in ALL {
            ALL.iter().for_each(|&other| cluster.weather_from(host, other, corrupting));
        }
    }),
    once("F26", "a worker gets no more memory", |cluster, random| {
        cluster.starve_worker_of_memory(random);
    }),
    once("F26", "a worker gets no more descriptors, and needs some", |cluster, random| {
        cluster.starve_worker_of_descriptors(random);
    }),
    Fault {
        lasts: LONG,
        ..once("F26", "a host gets no more descriptors for 6 s, needs some", |cluster, random| {
            cluster.starve_host_of_descriptors(random);
        })
    },
    Fault {
        lasts: LONG,
        ..once(
            "F26",
            "a host gets 0 to 3 threads more for 6 s, needs a worker",
            |cluster, random| {
                cluster.starve_host_of_threads(random);
            },
        )
    },
    network("F28", "20 % of frames doubled, 20 % late, everywhere, 6 s", LONG, |cluster, _| {
        let wild = Weather { doubled_percent: 20, late_percent: 20, ..Weather::default() };
        for host in ALL {
            ALL.iter().for_each(|&other| cluster.weather_from(host, other, wild));
        }
    }),
    Fault {
        times: 10,
        ..once("F30", "a worker is killed every 2 s, ten times", |cluster, random| {
            cluster.kill_worker(random);
        })
    },
];

/// A blow to processes, from which the pipeline starts anew.
const fn once(
    number: &'static str,
    does: &'static str,
    cause: fn(&mut Cluster, &mut Random),
) -> Fault {
    let (ground, recovered) = (Ground::Loopback, Recovered::Anew);
    Fault { number, does, ground, times: 1, lasts: AT_ONCE, cause, recovered }
}

/// Bad weather for so long, through which the pipeline goes on.
const fn network(
    number: &'static str,
    does: &'static str,
    lasts: Duration,
    cause: fn(&mut Cluster, &mut Random),
) -> Fault {
    let (ground, recovered) = (Ground::Network, Recovered::Onwards);
    Fault { number, does, ground, times: 1, lasts, cause, recovered }
}

/// Bad weather for so long, during which the pipeline may be moved.
const fn either(
    number: &'static str,
    does: &'static str,
    lasts: Duration,
    cause: fn(&mut Cluster, &mut Random),
) -> Fault {
    Fault { recovered: Recovered::Either, ..network(number, does, lasts, cause) }
}
