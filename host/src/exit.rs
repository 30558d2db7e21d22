//! Exit codes: fixed and documented, for scripts.

use std::process::ExitCode;

/// How the process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done. For `run`: all sources ended, or a signal asked to drain and everything in flight reached its sink.
    Success,
    /// The pipeline stopped early; the records before the fault are in the output. For `test`: a case failed.
    Halted,
    /// The command line is wrong. Clap's own code.
    Usage,
    /// The pipeline file, a plugin or a project is wrong; nothing was run.
    Invalid,
    /// The machine refuses something that is nobody's input: threads, memory, the terminal; or a cluster does not answer.
    Unavailable,
    /// The cluster says no: a token, a right, a quota, a name that is not there or is taken. Nothing changed.
    Refused,
    /// A second signal ended the process before it had drained.
    Aborted,
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Exit::Success => 0,
            Exit::Halted => 1,
            Exit::Usage => 2,
            Exit::Invalid => 3,
            Exit::Unavailable => 4,
            Exit::Refused => 5,
            Exit::Aborted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}

/// What `sandbar --help` says of exit codes.
pub const HELP: &str = "\
Exit codes:
  0    done; for `run` also: drained after Ctrl-C or SIGTERM
  1    the pipeline stopped early; the records before the fault are in the output; for `test`: a case failed
  2    the command line is wrong
  3    the pipeline file, a plugin or a project is wrong; nothing was run
  4    this machine refuses something: threads, memory, the terminal; or the cluster does not answer
  5    the cluster refuses: token, rights, quota, no such thing, or its name is taken; nothing changed
  130  a second signal ended the process before it had drained";
