//! Why a request to a cluster came to nothing, in words that say what to do next, and the exit code that scripts see.

use std::io;

use serde::Serialize;
use serde_json::{Value, json};
use thiserror::Error;

use super::view::Diagnostic;
use crate::{contexts, exit::Exit};

/// Why there is no answer, or not the one that was wanted.
#[derive(Debug, Error)]
pub enum Failure {
    /// There is no usable context.
    #[error("{0}")]
    Contexts(#[from] contexts::Error),
    /// No connection.
    #[error("{address} cannot be reached: {error}")]
    Unreachable { address: String, error: io::Error },
    /// Nobody answers, or not in time.
    #[error("{address} did not answer within {seconds} s")]
    Silent { address: String, seconds: u64 },
    /// The host's certificate is not signed by the context's authority, or no TLS is spoken there.
    #[error("{address} is not trusted: {message}")]
    Untrusted { address: String, message: String },
    /// The host's certificate is signed by the context's authority, but not for this time.
    #[error("{address} is not trusted now: {message}")]
    OutOfDate { address: String, message: String },
    /// The context's authority is no certificate.
    #[error("the authority of {address} cannot be used: {message}")]
    Authority { address: String, message: String },
    /// The connection broke, or the host did something it should not.
    #[error("the connection to the host broke: {0}")]
    Broken(String),
    /// The host said no.
    #[error("{}", .0.message)]
    Refused(Box<Problem>),
    /// A token that may do other things.
    #[error("the token of context `{context}` is {holder}, not {wanted}")]
    WrongAuthority { context: String, holder: String, wanted: &'static str },
    /// Something on this side: a file, the terminal.
    #[error("{0:#}")]
    Here(#[from] anyhow::Error),
}

/// A refusal, as the host gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub code: String,
    pub message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
}

impl Failure {
    /// What to do about it; may be empty.
    pub fn help(&self) -> String {
        match self {
            Failure::Unreachable { .. } | Failure::Silent { .. } => {
                "look whether the host runs there (`sandbar up` starts one here), and at the address with \
                 `sandbar context`"
                    .to_owned()
            }
            Failure::Untrusted { .. } => {
                "the address may be another cluster's, or this cluster has a new authority: get the certificate of \
                 its authority from whoever runs it, and log in again with `sandbar login NAME --authority FILE`"
                    .to_owned()
            }
            Failure::OutOfDate { .. } => {
                "set this machine's clock if it is wrong; else whoever runs the host issues a new certificate with \
                 `sandbar cert issue`, which a running host takes within 10 seconds"
                    .to_owned()
            }
            Failure::Authority { .. } => {
                "give `sandbar login` the authority's certificate as a PEM file".to_owned()
            }
            Failure::Broken(_) => {
                "nothing is known of what was asked: look with `sandbar list`, then try again".to_owned()
            }
            Failure::Refused(problem) => match (problem.help.as_str(), problem.code.as_str()) {
                ("", "unauthenticated") => {
                    "the token may be revoked or expired: get a new one from whoever runs the cluster, and log in \
                     again with `sandbar login`"
                        .to_owned()
                }
                (help, _) => help.to_owned(),
            },
            Failure::WrongAuthority { .. } => {
                "name another context with `--context NAME`, or log in to one with such a token".to_owned()
            }
            Failure::Contexts(_) | Failure::Here(_) => String::new(),
        }
    }

    /// What a program decides by.
    pub fn code(&self) -> &str {
        match self {
            Failure::Contexts(_) => "no-context",
            Failure::Unreachable { .. } | Failure::Silent { .. } => "unreachable",
            Failure::Untrusted { .. } | Failure::OutOfDate { .. } | Failure::Authority { .. } => {
                "untrusted"
            }
            Failure::Broken(_) => "disconnected",
            Failure::Refused(problem) => &problem.code,
            Failure::WrongAuthority { .. } => "forbidden",
            Failure::Here(_) => "local",
        }
    }

    pub fn exit(&self) -> Exit {
        match self {
            Failure::Contexts(_) => Exit::Usage,
            Failure::Refused(problem) => match problem.code.as_str() {
                "unavailable" | "internal" => Exit::Unavailable,
                "unauthenticated" | "forbidden" | "not-found" | "exists" | "quota" | "conflict" => {
                    Exit::Refused
                }
                // `invalid`, `too-large`, and the codes of faults: what was sent is wrong.
                _ => Exit::Invalid,
            },
            Failure::WrongAuthority { .. } => Exit::Refused,
            _ => Exit::Unavailable,
        }
    }

    /// For programs.
    pub fn document(&self) -> Value {
        match self {
            Failure::Refused(problem) => json!({ "problem": problem }),
            _ => json!({ "problem": {
                "code": self.code(), "message": self.to_string(), "help": self.help(),
            } }),
        }
    }

    /// Whether the same may succeed over another connection.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Broken(_) | Self::Silent { .. } | Self::Unreachable { .. })
    }
}

impl From<capnp::Error> for Failure {
    fn from(error: capnp::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<capnp::NotInSchema> for Failure {
    fn from(error: capnp::NotInSchema) -> Self {
        Self::Broken(format!("the host is of a later version: {error}"))
    }
}

impl From<std::str::Utf8Error> for Failure {
    fn from(error: std::str::Utf8Error) -> Self {
        Self::Broken(format!("the host sent text that is not UTF-8: {error}"))
    }
}
