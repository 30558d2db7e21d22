//! A build beside a pipeline that runs: this very program again, with the compilers that it starts, all in one process
//! group. Whoever does not wait for it any more ends them all.

use std::{io::IsTerminal as _, process::Stdio};

use anyhow::Context as _;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::{Child, Command};

use super::{build::Progress, profile::Profile, project::Project};
use crate::environment;

/// How a build ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// There is a plugin of what the project is now.
    pub whole: bool,
    /// What the build said, in so far as it did not say it on the terminal itself.
    pub said: String,
}

/// Builds `project` as `profile` says, as `sandbar build` does. With [`Progress::Shown`] it talks to the terminal itself. May
/// be dropped half-way: the build ends then, with the compilers that it started.
///
/// # Errors
/// If this program cannot be started again.
pub async fn build(
    project: &Project,
    profile: Profile,
    progress: Progress,
) -> anyhow::Result<Ended> {
    let mut command = Command::new("/proc/self/exe");
    command.arg("build").args(profile.argument());
    match progress {
        Progress::Shown => command.stderr(Stdio::inherit()),
        Progress::Quiet => command.arg("--quiet").stderr(Stdio::piped()),
    };
    // A compiler colours what it says for a terminal, and does not see that one is behind the pipe.
    if std::io::stderr().is_terminal() && environment::wants_colours() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    // What was built is told by whoever asked.
    command.arg(&project.folder).stdin(Stdio::null()).stdout(Stdio::null());
    let child = command.process_group(0).kill_on_drop(true).spawn();
    let child = child.context("this program cannot be started again to build with")?;
    let mut group = Group(child.id().and_then(|id| Pid::from_raw(id.try_into().ok()?)));
    let output = Child::wait_with_output(child).await?;
    group.0 = None;
    let said = String::from_utf8_lossy(&output.stderr).trim_end().to_owned();
    Ok(Ended { whole: output.status.success(), said })
}

/// A process group that ends with this, unless its leader has ended by itself.
struct Group(Option<Pid>);

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = self.0 {
            // Whoever has gone needs no signal. The others may tidy up: a download that breaks off is begun anew.
            let _ = kill_process_group(group, Signal::TERM);
        }
    }
}
