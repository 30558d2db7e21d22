//! A whole cluster in one thread under a seed: three hosts, the real leader, control's decisions, the real engine and
//! exchange with native nodes, over a network that is simulated, with crashes, partitions and messages held back.
//! Whatever happens, every record reaches a sink, in order for each key within an epoch, and the pipeline comes to its end.
//!
//! A failing seed is printed; `SEED=n` runs that one alone.

use std::{cell::RefCell, rc::Rc, sync::Arc, time::Duration};

use sandbar::cluster::Cluster;
use sandbar_store::{Blobs, blobs};

mod faults;
mod host;
mod nodes;
mod oracle;
mod process;
mod user;

use faults::Weather;
use host::{LEADER, Site, Sites};
use oracle::{Oracle, RECORDS, SOURCES, Verdict};
use user::{Errands, Input, User};

const HOSTS: [&str; 3] = [LEADER, "b", "c"];

/// Ticks of a millisecond after which a pipeline must have ended, once nothing is broken any more.
const TICKS_MAX: u64 = 180_000;

/// Numbers that the seed decides; splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).expect("it is below a length")
    }
}

/// One run of the cluster under a seed: what its oracle saw.
fn run(seed: u64, weather: Weather, input: Input) -> Verdict {
    let mut random = Random(seed);
    let troubles = weather.troubles(&mut random);
    let errands = Errands::new(&mut random, weather);
    let oracle = Arc::new(Oracle::default());
    let leader: Rc<RefCell<Option<Cluster>>> = Rc::default();
    let site = |name| (name, Rc::new(Site::new(name, Arc::clone(&oracle))));
    let sites: Sites = HOSTS.into_iter().map(site).collect();
    let mut sim = cluster(seed, &sites, &leader);
    let done = Rc::new(RefCell::new(false));
    let finished = Rc::clone(&done);
    let user = User { leader: Rc::clone(&leader), oracle: Arc::clone(&oracle), weather, input };
    sim.client("user", async move {
        user.run(errands).await;
        *finished.borrow_mut() = true;
        Ok(())
    });
    let quiet = troubles.last().map_or(0, |last| last.to);
    for tick in 0..quiet + TICKS_MAX {
        for trouble in &troubles {
            if tick == trouble.from {
                oracle.happened(&format!("{trouble:?} begins"));
                trouble.fault.begin(&mut sim, &leader, &sites);
            }
            if tick == trouble.to {
                oracle.happened(&format!("{trouble:?} ends"));
                trouble.fault.end(&mut sim);
            }
        }
        let ended = sim.step().unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        if ended || *done.borrow() {
            return oracle.verdict();
        }
    }
    panic!("seed {seed}: no end within {TICKS_MAX} ms after the last of {troubles:?}");
}

/// All hosts at their sites, in one network.
fn cluster<'a>(
    seed: u64,
    sites: &Sites,
    leader: &Rc<RefCell<Option<Cluster>>>,
) -> turmoil::Sim<'a> {
    let mut sim = turmoil::Builder::new()
        .rng_seed(seed)
        .min_message_latency(Duration::from_millis(1))
        .max_message_latency(Duration::from_millis(10))
        .simulation_duration(Duration::from_secs(3_600))
        .tcp_capacity(65_536)
        .build();
    let store =
        futures_util::FutureExt::now_or_never(user::published()).expect("memory does not wait");
    let kept: Rc<dyn Blobs> = Rc::new(blobs::Memory::new());
    let (led, site) = (Rc::clone(leader), Rc::clone(&sites[LEADER]));
    sim.host(LEADER, move || {
        led.borrow_mut().take();
        let (store, kept) = (Rc::clone(&store), Rc::clone(&kept));
        host::lead(store, kept, Rc::clone(&site), Rc::clone(&led))
    });
    for name in &HOSTS[1..] {
        let site = Rc::clone(&sites[name]);
        sim.host(*name, move || host::follow(Rc::clone(&site)));
    }
    sim
}

/// Runs many seeds; `SEED=n` only that one.
fn check(seeds: std::ops::Range<u64>, weather: Weather, input: Input) {
    #[allow(clippy::disallowed_methods, reason = "how a person asks a test for one seed")]
    let only = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let (mut doubled, mut epochs) = (0, 0);
    let count = seeds.end - seeds.start;
    for seed in only.map_or(seeds, |seed| seed..seed + 1) {
        let verdict = std::panic::catch_unwind(|| run(seed, weather, input))
            .unwrap_or_else(|_| panic!("seed {seed} failed: SEED={seed} runs it again"));
        let shown = format!("SEED={seed} with {weather:?}: {verdict:?}");
        assert_eq!((verdict.lost, verdict.disordered, verdict.early), (0, 0, 0), "{shown}");
        match weather {
            Weather::Anything => {}
            Weather::Stalls => assert_eq!((verdict.doubled, verdict.epochs), (0, 1), "{shown}"),
            Weather::Calm => assert_eq!((verdict.doubled, verdict.restless), (0, 0), "{shown}"),
        }
        doubled += verdict.doubled;
        epochs += verdict.epochs;
    }
    let records = count * SOURCES * RECORDS;
    #[allow(clippy::print_stdout, reason = "how much was simulated, for `--nocapture`")]
    {
        println!("{count} seeds, {records} records: none lost, {doubled} doubled, {epochs} epochs");
    }
}

#[test]
fn what_users_do_while_nothing_breaks_neither_loses_nor_doubles_anything() {
    check(2_000..2_050, Weather::Calm, Input::Replayed);
}

#[test]
fn crashes_partitions_and_held_messages_lose_nothing_first_half() {
    check(0..250, Weather::Anything, Input::Replayed);
}

#[test]
fn crashes_partitions_and_held_messages_lose_nothing_second_half() {
    check(250..500, Weather::Anything, Input::Replayed);
}

#[test]
fn connections_that_stall_neither_lose_nor_double_anything() {
    check(1_000..1_050, Weather::Stalls, Input::Replayed);
}

#[test]
fn senders_that_wait_are_told_of_what_every_sink_has_and_of_nothing_else() {
    check(3_000..3_050, Weather::Anything, Input::Awaited);
}

/// A source that stops is kept until all that it took is acknowledged.
#[test]
fn what_users_do_makes_no_sender_that_waits_send_again() {
    check(4_000..4_020, Weather::Calm, Input::Awaited);
}

#[test]
fn the_same_seed_gives_the_same_run() {
    for seed in 1..=10 {
        for input in [Input::Replayed, Input::Awaited] {
            let once = || run(seed, Weather::Anything, input);
            assert_eq!(once(), once(), "seed {seed} with {input:?}");
        }
    }
    let hash = |seed| run(seed, Weather::Anything, Input::Replayed).hash;
    assert_ne!(hash(1), hash(2));
}
