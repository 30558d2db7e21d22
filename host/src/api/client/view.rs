//! What a cluster answers, as plain values: read from messages of `control.capnp`, printed as JSON under the same names.
//! Whatever stands in a message is taken as it is; who shows it on a terminal makes it printable.

use capnp::{struct_list, text_list};
use sandbar_schema::control_capnp as schema;
use serde::Serialize;

use super::failure::{Failure, Problem};

mod operator;
mod pipeline;

pub use operator::{AuditEntry, Host, Network, Quota, TenantUse, Token};
pub use pipeline::{Description, Fault, LogLine, Node, Place, Status, Summary};

/// A published plugin.
#[derive(Clone, Debug, Serialize)]
pub struct Plugin {
    pub name: String,
    pub version: String,
    pub digest: String,
    pub bytes: u64,
    pub published: i64,
    pub rights: Vec<String>,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    pub parameters: Vec<Parameter>,
    pub help: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Parameter {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    /// JSON; empty where it must be given.
    pub default: String,
    pub help: String,
}

/// What a deploy would do or did.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub name: String,
    /// Of the pipeline before; 0: there is none.
    pub revision: u64,
    pub nodes: Vec<NodeChange>,
    pub rights: Vec<Right>,
    pub warnings: Vec<Diagnostic>,
}

#[derive(Clone, Debug, Serialize)]
pub struct NodeChange {
    pub name: String,
    /// `added`, `changed` or `removed`.
    pub kind: &'static str,
    pub what: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Right {
    pub operator: String,
    pub right: String,
}

/// A problem of a pipeline file and its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub severity: &'static str,
    pub file: String,
    pub line: u32,
    pub column: u32,
    pub message: String,
    pub help: String,
    #[serde(skip)]
    pub excerpt: String,
}

/// Reads one struct of the schema.
pub(super) trait Read<'a>: Sized {
    type Message: capnp::traits::OwnedStruct;
    fn read(
        from: <Self::Message as capnp::traits::OwnedStruct>::Reader<'a>,
    ) -> Result<Self, Failure>;
}

/// Reads a list of structs.
pub(super) fn all<'a, T>(list: struct_list::Reader<'a, T::Message>) -> Result<Vec<T>, Failure>
where
    T: Read<'a>,
{
    list.iter().map(T::read).collect()
}

pub(super) fn text(from: capnp::Result<capnp::text::Reader<'_>>) -> Result<String, Failure> {
    Ok(from?.to_str()?.to_owned())
}

pub(super) fn texts(from: capnp::Result<text_list::Reader<'_>>) -> Result<Vec<String>, Failure> {
    from?.iter().map(text).collect()
}

/// What the host refused, as an error.
pub(super) fn refusal(from: capnp::Result<schema::problem::Reader<'_>>) -> Result<(), Failure> {
    let from = from?;
    let code = text(from.get_code())?;
    if code.is_empty() {
        return Ok(());
    }
    let (message, help) = (text(from.get_message())?, text(from.get_help())?);
    let diagnostics = all(from.get_diagnostics()?)?;
    Err(Failure::Refused(Box::new(Problem { code, message, help, diagnostics })))
}

impl<'a> Read<'a> for Diagnostic {
    type Message = schema::diagnostic::Owned;
    fn read(from: schema::diagnostic::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            severity: match from.get_severity()? {
                schema::diagnostic::Severity::Error => "error",
                schema::diagnostic::Severity::Warning => "warning",
            },
            file: text(from.get_file())?,
            line: from.get_line(),
            column: from.get_column(),
            message: text(from.get_message())?,
            help: text(from.get_help())?,
            excerpt: text(from.get_excerpt())?,
        })
    }
}

impl<'a> Read<'a> for Plugin {
    type Message = schema::plugin::Owned;
    fn read(from: schema::plugin::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            version: text(from.get_version())?,
            digest: text(from.get_digest())?,
            bytes: from.get_bytes(),
            published: from.get_published(),
            rights: texts(from.get_rights())?,
            inputs: texts(from.get_inputs())?,
            outputs: texts(from.get_outputs())?,
            parameters: all(from.get_parameters()?)?,
            help: text(from.get_help())?,
        })
    }
}

impl<'a> Read<'a> for Parameter {
    type Message = schema::parameter::Owned;
    fn read(from: schema::parameter::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            kind: text(from.get_type())?,
            default: text(from.get_default())?,
            help: text(from.get_help())?,
        })
    }
}

impl<'a> Read<'a> for Change {
    type Message = schema::change::Owned;
    fn read(from: schema::change::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            revision: from.get_revision(),
            nodes: all(from.get_nodes()?)?,
            rights: all(from.get_rights()?)?,
            warnings: all(from.get_warnings()?)?,
        })
    }
}

impl<'a> Read<'a> for NodeChange {
    type Message = schema::node_change::Owned;
    fn read(from: schema::node_change::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self {
            name: text(from.get_name())?,
            kind: match from.get_kind()? {
                schema::node_change::Kind::Added => "added",
                schema::node_change::Kind::Changed => "changed",
                schema::node_change::Kind::Removed => "removed",
            },
            what: text(from.get_what())?,
        })
    }
}

impl<'a> Read<'a> for Right {
    type Message = schema::right::Owned;
    fn read(from: schema::right::Reader<'a>) -> Result<Self, Failure> {
        Ok(Self { operator: text(from.get_operator())?, right: text(from.get_right())? })
    }
}
