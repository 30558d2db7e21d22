//! Why a record failed or a task stopped: one list of codes for logs, reports and dead letters.

use std::fmt;

/// What went wrong, as a closed list. The kebab-case name is what people see and programs match on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    Rejected,
    KeyMissing,
    RecordMalformed,
    RecordTooLarge,
    TimestampMissing,
    TimestampTooFarAhead,
    GuestFailed,
    GuestTrapped,
    CallBudgetExceeded,
    StartBudgetExceeded,
    OutputInvalid,
    OutputTooLarge,
    HostcallTooLarge,
    PluginInvalid,
    SourceFailed,
    SinkFailed,
    SinkClosed,
    InputLost,
    Internal,
}

/// Which arm of an operator's error policy a fault falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The record was examined and refused.
    Reject,
    /// The guest returned a failure.
    Failure,
    /// The guest trapped or broke the interface.
    Trap,
    /// The guest ran into a limit.
    Limit,
}

/// Whose fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The record itself.
    Record,
    /// The plugin.
    Guest,
    /// A file, a disk, a pipe.
    Connector,
    /// Sandbar.
    Host,
}

/// Whether the same call may succeed if made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    Useful,
    Useless,
}

impl Code {
    pub const ALL: &[Code] = &[
        Code::Rejected,
        Code::KeyMissing,
        Code::RecordMalformed,
        Code::RecordTooLarge,
        Code::TimestampMissing,
        Code::TimestampTooFarAhead,
        Code::GuestFailed,
        Code::GuestTrapped,
        Code::CallBudgetExceeded,
        Code::StartBudgetExceeded,
        Code::OutputInvalid,
        Code::OutputTooLarge,
        Code::HostcallTooLarge,
        Code::PluginInvalid,
        Code::SourceFailed,
        Code::SinkFailed,
        Code::SinkClosed,
        Code::InputLost,
        Code::Internal,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Code::Rejected => "rejected",
            Code::KeyMissing => "key-missing",
            Code::RecordMalformed => "record-malformed",
            Code::RecordTooLarge => "record-too-large",
            Code::TimestampMissing => "timestamp-missing",
            Code::TimestampTooFarAhead => "timestamp-too-far-ahead",
            Code::GuestFailed => "guest-failed",
            Code::GuestTrapped => "guest-trapped",
            Code::CallBudgetExceeded => "call-budget-exceeded",
            Code::StartBudgetExceeded => "start-budget-exceeded",
            Code::OutputInvalid => "output-invalid",
            Code::OutputTooLarge => "output-too-large",
            Code::HostcallTooLarge => "hostcall-too-large",
            Code::PluginInvalid => "plugin-invalid",
            Code::SourceFailed => "source-failed",
            Code::SinkFailed => "sink-failed",
            Code::SinkClosed => "sink-closed",
            Code::InputLost => "input-lost",
            Code::Internal => "internal",
        }
    }

    /// What a person can do about it.
    pub fn help(self) -> &'static str {
        match self {
            Code::Rejected => "the operator refused the record; its reason says why",
            Code::KeyMissing => {
                "give the record a key (`key` of the source, or `rekey`) before a hash edge"
            }
            Code::RecordMalformed => {
                "a line or a record does not fit the `format` of its source or sink; mend the data or the format"
            }
            Code::RecordTooLarge => {
                "a record holds at most 1 MiB; split it before it enters the pipeline"
            }
            Code::TimestampMissing => {
                "the source's `timestamp` found no whole number of milliseconds; list another pointer"
            }
            Code::TimestampTooFarAhead => {
                "the timestamp lies further ahead of the clock than `max_ahead` allows"
            }
            Code::GuestFailed => {
                "the operator returned a failure for the whole call; see its message"
            }
            Code::GuestTrapped => {
                "the operator panicked or broke a rule of WebAssembly; see its log for the panic"
            }
            Code::CallBudgetExceeded => {
                "a call used more CPU time than `limits.call`; make it cheaper or raise the limit"
            }
            Code::StartBudgetExceeded => {
                "starting the operator took more CPU time than `limits.start`"
            }
            Code::OutputInvalid => {
                "the operator emitted columns, ports or rows that break the interface"
            }
            Code::OutputTooLarge => {
                "one call emitted more than `limits.output` allows; emit less for each input record"
            }
            Code::HostcallTooLarge => {
                "one call into the host carried more bytes than a batch may have"
            }
            Code::PluginInvalid => "run `sandbar check` on the plugin",
            Code::SourceFailed => "check the source's path and permissions",
            Code::SinkFailed => "check the sink's path, permissions and free space",
            Code::SinkClosed => "whoever read the output has gone; there is nothing to mend",
            Code::InputLost => {
                "the task or process that sent it is gone; what that one says tells why"
            }
            Code::Internal => "this is a bug in sandbar; please report it with the message",
        }
    }

    pub fn class(self) -> Class {
        match self {
            Code::Rejected
            | Code::KeyMissing
            | Code::RecordMalformed
            | Code::RecordTooLarge
            | Code::TimestampMissing
            | Code::TimestampTooFarAhead => Class::Reject,
            Code::GuestFailed => Class::Failure,
            Code::CallBudgetExceeded
            | Code::StartBudgetExceeded
            | Code::OutputTooLarge
            | Code::HostcallTooLarge => Class::Limit,
            Code::GuestTrapped
            | Code::OutputInvalid
            | Code::PluginInvalid
            | Code::SourceFailed
            | Code::SinkFailed
            | Code::SinkClosed
            | Code::InputLost
            | Code::Internal => Class::Trap,
        }
    }

    pub fn origin(self) -> Origin {
        match self.class() {
            Class::Reject => Origin::Record,
            Class::Failure | Class::Limit => Origin::Guest,
            Class::Trap => match self {
                Code::SourceFailed | Code::SinkFailed | Code::SinkClosed => Origin::Connector,
                Code::InputLost | Code::Internal => Origin::Host,
                _ => Origin::Guest,
            },
        }
    }

    pub fn retry(self) -> Retry {
        match self.class() {
            Class::Reject => Retry::Useless,
            Class::Trap if self.origin() != Origin::Guest || self == Code::PluginInvalid => {
                Retry::Useless
            }
            _ => Retry::Useful,
        }
    }
}

/// A [`Code`] and what happened, for people. The message names the thing, the limit and the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Fault {
    pub code: Code,
    pub message: String,
}

impl Fault {
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
