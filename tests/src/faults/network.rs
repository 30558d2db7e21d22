//! A network of the run's own: a namespace for each host with one interface in it, and a switch between these interfaces
//! that is this process, so that it can do to frames whatever networks do: cut, lose, delay, reset, double, corrupt.
//! Needs `ip` and `nsenter`, and to be inside of fresh user, network and mount namespaces: see [`enter`].

use std::{
    io,
    os::unix::process::CommandExt as _,
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::sleep,
    time::Duration,
};

use anyhow::{Context as _, bail};
use tappers::{Interface, Tap};

use super::{Random, frame};

/// Set for the program that runs inside.
const INSIDE: &str = "--inside";

/// Frames that wait for one path. More are lost, as in any switch.
const WAITING_MAX: usize = 256;

const FRAME_BYTES_MAX: usize = 2 << 10;

/// What one direction between two hosts does to frames; nothing by default.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weather {
    pub(super) is_cut: bool,
    pub(super) lost_percent: u64,
    pub(super) doubled_percent: u64,
    /// Frames that come after the one behind them.
    pub(super) late_percent: u64,
    /// Frames of which two words are swapped, which no checksum of TCP shows.
    pub(super) corrupt_percent: u64,
    pub(super) bytes_per_second: Option<u64>,
    pub(super) delay: Duration,
    /// Segments that are to reset their connection.
    pub(super) resets: u32,
}

/// The switch and what it joins; gone when dropped.
pub(super) struct Network {
    run: String,
    hosts: usize,
    paths: Vec<Arc<Mutex<Weather>>>,
    /// Frames that did not come through as they were sent.
    hit: Arc<AtomicU64>,
}

/// Starts this program anew inside of namespaces of its own, unless it is there; the arguments meant for it.
///
/// # Errors
/// If it cannot be started there.
pub fn enter() -> anyhow::Result<Vec<String>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == INSIDE) {
        arguments.remove(0);
        prepare()?;
        return Ok(arguments);
    }
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--net", "--mount", "--"]);
    let error = command.arg(std::env::current_exe()?).arg(INSIDE).args(arguments).exec();
    Err(error).context("cannot start `unshare`: run `tests/network/ensure.sh`")
}

/// The address of host number `host`.
pub(super) fn address(host: usize) -> String {
    format!("10.77.0.{}", host + 1)
}

fn namespace(run: &str, host: usize) -> String {
    format!("{run}-{host}")
}

impl Network {
    /// A network of so many hosts in fine weather. `run` tells it from those before.
    ///
    /// # Errors
    /// What the system refuses.
    pub(super) fn start(run: &str, hosts: usize, random: &mut Random) -> anyhow::Result<Self> {
        let mut taps = Vec::new();
        for host in 0..hosts {
            taps.push(Arc::new(join(run, host)?));
        }
        let (mut paths, hit) = (Vec::new(), Arc::<AtomicU64>::default());
        let mut entries: Vec<Vec<SyncSender<Vec<u8>>>> = vec![Vec::new(); hosts];
        for entry in &mut entries {
            for tap in &taps {
                let weather = Arc::<Mutex<Weather>>::default();
                let (sender, frames) = sync_channel(WAITING_MAX);
                entry.push(sender);
                paths.push(Arc::clone(&weather));
                let (tap, hit) = (Arc::clone(tap), Arc::clone(&hit));
                let mut random = Random::new(random.number());
                beside(move || carry(&frames, &tap, &weather, &mut random, &hit));
            }
        }
        for (host, to) in entries.into_iter().enumerate() {
            let tap = Arc::clone(&taps[host]);
            beside(move || deal(host, &tap, &to));
        }
        Ok(Self { run: run.to_owned(), hosts, paths, hit })
    }

    /// A command in the place of `host`.
    pub(super) fn inside(&self, host: usize, command: &Command) -> Command {
        let mut inside = Command::new("nsenter");
        inside.arg(format!("--net=/run/netns/{}", namespace(&self.run, host))).arg("--");
        inside.arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => inside.env(name, value),
                None => inside.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            inside.current_dir(folder);
        }
        inside
    }

    /// Changes the weather from one host to another.
    pub(super) fn set(&self, from: usize, to: usize, weather: Weather) {
        *self.paths[from * self.hosts + to].lock().expect("nobody panics with it") = weather;
    }

    /// Changes the weather between two hosts.
    pub(super) fn between(&self, one: usize, other: usize, weather: Weather) {
        self.set(one, other, weather);
        self.set(other, one, weather);
    }

    /// How many frames did not come through as they were sent.
    pub(super) fn hit(&self) -> u64 {
        self.hit.load(Ordering::Relaxed)
    }

    /// The weather is fine everywhere.
    pub(super) fn clear(&self) {
        for path in &self.paths {
            *path.lock().expect("nobody panics with it") = Weather::default();
        }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        for host in 0..self.hosts {
            // Its interface goes with it, and the threads that read from that; else it goes with this program.
            let _ = ip(&["netns", "del", &namespace(&self.run, host)]);
        }
    }
}

/// Makes the namespace of a host with one interface in it; the other end of that.
fn join(run: &str, host: usize) -> anyhow::Result<Tap> {
    let (space, device) = (namespace(run, host), format!("t{run}{host}"));
    ip(&["netns", "add", &space])?;
    let interface = Interface::new(&device).context("a short name")?;
    let tap = Tap::new_named(interface).context("cannot make an interface (/dev/net/tun)")?;
    ip(&["link", "set", &device, "address", &format!("02:00:00:00:00:0{}", host + 1)])?;
    ip(&["link", "set", &device, "netns", &space])?;
    let place = format!("{}/24", address(host));
    ip(&["-n", &space, "address", "add", &place, "dev", &device])?;
    ip(&["-n", &space, "link", "set", &device, "up"])?;
    ip(&["-n", &space, "link", "set", "lo", "up"])?;
    Ok(tap)
}

/// Makes a place for names of namespaces that nobody else sees, and a loopback interface.
fn prepare() -> anyhow::Result<()> {
    let mounted = Command::new("mount").args(["-t", "tmpfs", "none", "/run"]).status();
    if !mounted.context("cannot start `mount`")?.success() {
        bail!("cannot mount a folder of one's own at /run: is this inside of `unshare`?");
    }
    // For the clusters on loopback.
    ip(&["link", "set", "lo", "up"])
}

fn ip(arguments: &[&str]) -> anyhow::Result<()> {
    let ran = Command::new("ip").args(arguments).output();
    let ran = ran.context("`ip` is missing: run `tests/network/ensure.sh`")?;
    if !ran.status.success() {
        let said = String::from_utf8_lossy(&ran.stderr);
        bail!("`ip {}` failed: {}", arguments.join(" "), said.trim());
    }
    Ok(())
}

#[allow(clippy::disallowed_methods, reason = "the switch stands beside the run")]
fn beside(work: impl FnOnce() + Send + 'static) {
    std::thread::spawn(work);
}

/// Hands each frame of a host to the paths that it takes.
fn deal(host: usize, tap: &Tap, to: &[SyncSender<Vec<u8>>]) {
    let mut buffer = [0; FRAME_BYTES_MAX];
    while let Some(read) = received(tap, &mut buffer) {
        let bytes = &buffer[..read];
        for (other, path) in to.iter().enumerate() {
            if other != host && frame::is_for(bytes, other) {
                // A full queue loses frames.
                let _ = path.try_send(bytes.to_vec());
            }
        }
    }
}

fn received(tap: &Tap, buffer: &mut [u8]) -> Option<usize> {
    loop {
        match tap.recv(buffer) {
            Ok(read) => return Some(read),
            // The interface is down before it is up.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.raw_os_error() == Some(5) => sleep(Duration::from_millis(5)),
            Err(_) => return None,
        }
    }
}

/// Carries frames from one host to another through the weather.
fn carry(
    frames: &Receiver<Vec<u8>>,
    to: &Tap,
    weather: &Mutex<Weather>,
    random: &mut Random,
    hit: &AtomicU64,
) {
    let mut late: Option<Vec<u8>> = None;
    while let Ok(mut bytes) = frames.recv() {
        let (now, is_reset) = {
            let mut weather = weather.lock().expect("nobody panics with it");
            let is_reset = weather.resets > 0 && frame::reset(&mut bytes);
            weather.resets -= u32::from(is_reset);
            (*weather, is_reset)
        };
        let is_lost = now.is_cut || random.percent(now.lost_percent);
        let is_corrupt =
            random.percent(now.corrupt_percent) && frame::swap_words(&mut bytes, random.number());
        let is_late = late.is_none() && random.percent(now.late_percent);
        let is_doubled = random.percent(now.doubled_percent);
        let is_slow = now.bytes_per_second.is_some();
        if is_reset || is_lost || is_corrupt || is_late || is_doubled || is_slow {
            hit.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(rate) = now.bytes_per_second {
            sleep(Duration::from_secs_f64(bytes.len() as f64 / rate as f64));
        }
        if !now.delay.is_zero() {
            sleep(now.delay);
        }
        if is_lost {
            continue;
        }
        if is_late {
            late = Some(bytes);
            continue;
        }
        // What an interface does not take is lost, as on any wire.
        let _ = to.send(&bytes);
        if is_doubled {
            let _ = to.send(&bytes);
        }
        if let Some(late) = late.take() {
            let _ = to.send(&late);
        }
    }
}
