//! A run of the program that is watched while it goes on: signals, memory, and what it has said so far. Nothing here waits
//! for a time; it waits for a condition, and a deadline tells a test that hangs from one that is slow.

use std::{
    fs::{self, File},
    os::unix::process::ExitStatusExt,
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    time::Duration,
};

use crate::{Bench, Ran};

/// After this long without its condition a test fails. Far beyond what the slowest machine needs.
const DEADLINE: Duration = Duration::from_secs(120);

/// A started program, ended with its test if need be. Its output goes to files in the bench's folder.
#[derive(Debug)]
pub struct Running {
    child: Child,
    stdout: Option<PathBuf>,
    stderr: PathBuf,
}

/// Waits until `condition` holds.
///
/// # Panics
/// If it does not come to hold.
#[track_caller]
pub fn until(what: &str, mut condition: impl FnMut() -> bool) {
    let begin = tokio::time::Instant::now();
    while !condition() {
        assert!(begin.elapsed() < DEADLINE, "waited {DEADLINE:?} in vain until {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Sends the signal `name` to the process `id`.
///
/// # Panics
/// If there is no such process.
#[track_caller]
pub fn kill(id: u32, name: &str) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {id}")]).status();
    assert!(sent.expect("there is a shell").success(), "no {name} could be sent to {id}");
}

/// Processes of workers that the process `host` runs now.
///
/// # Panics
/// If the system lists no processes.
pub fn workers(host: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").expect("this is Linux").filter_map(Result::ok);
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|&id| parent(id) == Some(host) && is_worker(id)).collect()
}

fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    fields.split(' ').nth(1)?.parse().ok()
}

fn is_worker(id: u32) -> bool {
    let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    line.split(|&byte| byte == 0).any(|word| word == b"worker")
}

impl Running {
    /// Starts `command` with its output in files of `bench`.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start(bench: &Bench, mut command: Command) -> Self {
        let stdout = bench.path("running.stdout");
        command.stdout(File::create(&stdout).expect("a temporary folder can be written"));
        let mut running = Self::start_piped(bench, command);
        running.stdout = Some(stdout);
        running
    }

    /// Starts `command` with its standard output as `command` has it.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start_piped(bench: &Bench, command: Command) -> Self {
        Self::start_logged(bench, command, "running.stderr")
    }

    /// As [`start_piped`](Self::start_piped); what it says on stderr goes to the file `log` of `bench`.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start_logged(bench: &Bench, mut command: Command, log: &str) -> Self {
        let stderr = bench.path(log);
        command.stderr(File::create(&stderr).expect("a temporary folder can be written"));
        let child = command.spawn().expect("the program can be started");
        Self { child, stdout: None, stderr }
    }

    /// The reading end of the program's standard output, where that is a pipe.
    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// Whether the program has not ended yet.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().expect("it is our child").is_none()
    }

    /// The program's process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has written to stdout so far, where that is a file.
    pub fn stdout(&self) -> String {
        let bytes = self.stdout.as_ref().and_then(|path| fs::read(path).ok());
        String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned()
    }

    /// What it has written to stderr so far.
    pub fn stderr(&self) -> String {
        fs::read(&self.stderr)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }

    /// Sends the signal `name`, such as `TERM`.
    ///
    /// # Panics
    /// If the program has ended already.
    #[track_caller]
    pub fn signal(&mut self, name: &str) {
        assert_eq!(
            self.child.try_wait().expect("it is our child"),
            None,
            "ended: {}",
            self.stderr()
        );
        kill(self.child.id(), name);
    }

    /// Bytes of memory that the program holds.
    ///
    /// # Panics
    /// If it has ended.
    pub fn resident_bytes(&self) -> u64 {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(path).expect("the program runs");
        let line =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it has memory");
        let kib = line.trim().trim_end_matches(" kB").parse::<u64>().expect("VmRSS is a number");
        kib << 10
    }

    /// CPU time that the program has used, in ticks of the system's clock.
    ///
    /// # Panics
    /// If it has ended.
    pub fn cpu_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))
            .expect("the program runs");
        // The name before may hold anything, so fields are counted from its bracket.
        let (_, fields) = stat.rsplit_once(") ").expect("stat has a name in brackets");
        let fields: Vec<&str> = fields.split(' ').collect();
        [11, 12].iter().map(|&field| fields[field].parse::<u64>().expect("times are numbers")).sum()
    }

    /// Waits until the program does nothing any more: everything in it is full.
    ///
    /// # Panics
    /// If it goes on and on.
    #[track_caller]
    pub fn until_idle(&self) {
        /// Looks in a row without any CPU time spent: longer than the host's own ticks.
        const IDLE_LOOKS: u32 = 100;
        let (mut before, mut looks) = (self.cpu_ticks(), 0);
        until("the program rests", || {
            let now = self.cpu_ticks();
            looks = if now == before { looks + 1 } else { 0 };
            before = now;
            looks == IDLE_LOOKS
        });
    }

    /// Waits for the end.
    ///
    /// # Panics
    /// If the program runs on.
    #[track_caller]
    pub fn wait(mut self) -> Ran {
        let mut status = None;
        until("the program ends", || {
            status = self.child.try_wait().expect("it is our child");
            status.is_some()
        });
        let status: ExitStatus = status.expect("it has ended");
        let stdout = self.stdout.as_ref().map(fs::read).transpose().expect("the run had this file");
        let stdout = String::from_utf8_lossy(&stdout.unwrap_or_default()).into_owned();
        let mut stderr = self.stderr();
        if let Some(signal) = status.signal() {
            stderr.push_str(&format!("\n(ended by signal {signal})"));
        }
        Ran { code: status.code(), stdout, stderr }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A failed test leaves no program behind; one that has ended cannot be killed, and need not be.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Bench {
    /// Starts the program with `arguments`, its output in files.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start(&self, arguments: &[&str]) -> Running {
        Running::start(self, self.command(arguments))
    }

    /// Starts the program with `arguments`, its standard output a pipe that nobody reads yet.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start_piped(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped());
        Running::start_piped(self, command)
    }
}
