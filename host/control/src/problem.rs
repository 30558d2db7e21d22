//! Why something was refused: a code for programs, a message and help for people. `Problem` in `control.capnp`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a program decides by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The token is none, or not valid any more.
    Unauthenticated,
    /// Not with this authority, or not without agreeing to it.
    Forbidden,
    NotFound,
    /// There is one already.
    Exists,
    Invalid,
    TooLarge,
    /// A quota of the tenant is used up.
    Quota,
    /// The thing changed meanwhile, or is not in a state for this.
    Conflict,
    /// Not now; the same may work later.
    Unavailable,
    /// A bug or a broken disk of the host.
    Internal,
    /// What a task would fault with.
    Fault(sandbar_dataflow::Code),
}

/// Why something was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub code: Code,
    /// Names the thing, the limit and the value.
    pub message: String,
    /// What to do next; may be empty.
    pub help: String,
    /// With `Invalid`, of a pipeline file: every problem, each with its place.
    pub diagnostics: Vec<Diagnostic>,
}

/// One problem of a pipeline file, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub message: String,
    pub help: String,
    pub file: String,
    /// Counted from 1; 0: of the file as a whole.
    pub line: u32,
    pub column: u32,
    /// The line itself.
    pub excerpt: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

impl Code {
    /// The codes that are not faults.
    pub const ALL: &[Code] = &[
        Code::Unauthenticated,
        Code::Forbidden,
        Code::NotFound,
        Code::Exists,
        Code::Invalid,
        Code::TooLarge,
        Code::Quota,
        Code::Conflict,
        Code::Unavailable,
        Code::Internal,
    ];

    /// The kebab-case name that programs match on.
    pub fn name(self) -> &'static str {
        match self {
            Code::Unauthenticated => "unauthenticated",
            Code::Forbidden => "forbidden",
            Code::NotFound => "not-found",
            Code::Exists => "exists",
            Code::Invalid => "invalid",
            Code::TooLarge => "too-large",
            Code::Quota => "quota",
            Code::Conflict => "conflict",
            Code::Unavailable => "unavailable",
            Code::Internal => "internal",
            Code::Fault(code) => code.name(),
        }
    }

    /// The code of that name; none for a name that a newer peer made up.
    pub fn parse(name: &str) -> Option<Code> {
        let plain = Code::ALL.iter().copied().find(|code| code.name() == name);
        let fault = || sandbar_dataflow::Code::ALL.iter().copied().find(|code| code.name() == name);
        plain.or_else(|| fault().map(Code::Fault))
    }
}

impl Problem {
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: String::new(), diagnostics: Vec::new() }
    }

    /// The same with what to do next.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(Code::NotFound, message)
    }

    pub fn exists(message: impl Into<String>) -> Self {
        Self::new(Code::Exists, message)
    }

    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::Invalid, message)
    }

    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(Code::Forbidden, message)
    }

    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(Code::Conflict, message)
    }

    pub fn unavailable(message: impl Into<String>) -> Self {
        Self::new(Code::Unavailable, message)
    }

    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(Code::Internal, message)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'a> Deserialize<'a> for Code {
    fn deserialize<D: serde::Deserializer<'a>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Code::parse(&name)
            .ok_or_else(|| serde::de::Error::custom(format!("{name:?} is no code of a problem")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_by_its_own_name() {
        let faults = sandbar_dataflow::Code::ALL.iter().copied().map(Code::Fault);
        for code in Code::ALL.iter().copied().chain(faults) {
            let found = Code::parse(code.name()).unwrap();
            assert_eq!(found.name(), code.name());
        }
        assert_eq!(Code::parse("made-up"), None);
        assert_eq!(Code::parse("internal"), Some(Code::Internal));
    }
}
