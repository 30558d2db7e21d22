//! What is kept in the metadata store, as JSON: new fields get a default, so that older records stay readable.
//! Times are milliseconds since the Unix epoch. Under which key each record lies, `keys` says.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    Digest, HostName, Network, PipelineName, PluginName, Problem, Quota, Reference, Scope,
    TenantName, TokenId, Version,
    view::{Fault, Right},
};

/// Something that is kept under a key.
pub trait Record: Serialize + DeserializeOwned {
    /// What messages call it.
    const WHAT: &'static str;

    /// As it is written.
    fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("records hold nothing that JSON cannot express")
    }

    /// As it was written.
    ///
    /// # Errors
    /// `internal`, if it is damaged or was written by a newer program.
    fn decode(bytes: &[u8]) -> Result<Self, Problem> {
        serde_json::from_slice(bytes).map_err(|error| {
            Problem::internal(format!("the record of a {} cannot be read: {error}", Self::WHAT))
                .help("restore the metadata from its copy, or start the program that wrote it")
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenant {
    pub name: TenantName,
    pub quota: Quota,
    pub created: i64,
    /// What whoever runs the cluster granted.
    #[serde(default)]
    pub network: Network,
}

/// A token, of which only the hash is known: it is this record's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    pub id: TokenId,
    pub scope: Scope,
    pub label: String,
    pub created: i64,
    /// 0: never.
    pub expires: i64,
}

/// A name and version that is bound to a digest for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plugin {
    pub name: PluginName,
    pub version: Version,
    pub digest: Digest,
    pub bytes: u64,
    pub published: i64,
    /// What inspection found, as JSON.
    pub manifest: String,
    /// Taken back: not to be used any more, but bound nevertheless.
    #[serde(default)]
    pub retracted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pipeline {
    pub name: PipelineName,
    pub source: Source,
    pub plugins: Vec<PluginUse>,
    /// Those that a person agreed to.
    pub rights: Vec<Right>,
    /// What its owner wants of it.
    pub desired: Desired,
    /// Where it ended by itself. A deploy or resume clears it.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Of its newest start: larger at each.
    pub epoch: u64,
    /// Decides key groups; kept for the life of the pipeline.
    pub secret: [u8; 16],
    /// Random numbers that guests see.
    pub seed: u64,
    /// Larger at each deploy.
    pub revision: u64,
    pub deployed: i64,
}

/// A pipeline file, as its author sent it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// Its name, for messages.
    pub file: String,
    pub text: String,
    /// `PATH=VALUE`, applied in order.
    pub overrides: Vec<String>,
}

/// A plugin that a pipeline runs, bound at its deploy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PluginUse {
    pub reference: Reference,
    pub digest: Digest,
    /// What inspection found, as JSON.
    pub manifest: String,
}

/// What the owner of a pipeline wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Desired {
    Running,
    Paused,
    Stopped,
}

/// How a pipeline ended by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Finished,
    Failed(Fault),
}

/// The positions up to which everything is done.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Checkpoint {
    pub epoch: u64,
    pub barrier: u64,
    pub positions: Vec<Position>,
    pub at: i64,
}

/// How far a task of a source had come.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    pub node: String,
    pub task: u32,
    /// Of the source when this was written: splits of another number are other splits.
    pub parallelism: u32,
    /// What only the connector understands.
    pub content: String,
    /// It has nothing more.
    pub ended: bool,
}

/// A host that joined once: a leader that starts anew waits for it a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    pub name: HostName,
    pub draining: bool,
}

/// One action, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEntry {
    pub time: i64,
    /// `TENANT/LABEL` or `operator/LABEL` of the token.
    pub actor: String,
    pub action: String,
    pub subject: String,
    /// `ok`, or the code of the problem.
    pub outcome: String,
}

macro_rules! record {
    ($($name:ident $what:literal),*) => {
        $(impl Record for $name { const WHAT: &'static str = $what; })*
    };
}

record!(
    Tenant "tenant", Token "token", Plugin "plugin", Pipeline "pipeline", Checkpoint "checkpoint", Host "host",
    AuditEntry "audit entry"
);
