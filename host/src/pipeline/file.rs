//! What a pipeline file says, once its text has been checked by itself: nodes with their settings, and where each stood.
//! Plugins and the graph are not looked at here.

use std::{collections::BTreeMap, path::PathBuf};

use sandbar_dataflow::{
    Policies,
    spec::{Input, Kind, Watermarks},
};

use super::{
    diagnostic::{Place, Texts},
    ground::Ground,
    limits::Limits,
    tree::Entry,
};
use crate::connectors::settings::{Key, Settings, Value};

/// A pipeline file that can be read; whether it can run says [`plan`](super::plan).
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is to run.
    pub(super) ground: Ground,
    pub name: String,
    /// Folders in which plugins are looked for, after the file's own.
    pub(super) plugins: Vec<(Place, PathBuf)>,
    /// Sources, then operators, then sinks, each in the order of the file.
    pub nodes: Vec<Node>,
    pub(super) texts: Texts,
    pub(super) name_place: Place,
}

/// A source, an operator or a sink.
#[derive(Clone, Debug)]
pub struct Node {
    pub name: String,
    pub parallelism: u32,
    pub inputs: Vec<Input>,
    pub policies: Policies,
    pub watermarks: Option<Watermarks>,
    pub role: Role,
    pub(super) places: Places,
}

/// What a node is and what it alone has.
#[derive(Clone, Debug)]
pub enum Role {
    Source(Connector),
    Operator(Operator),
    Sink(Connector),
}

/// What reads or writes the outside world, and how.
#[derive(Clone, Debug)]
pub struct Connector {
    pub name: &'static str,
    pub settings: Settings,
    pub(super) keys: &'static [Key],
}

/// An operator as its pipeline file describes it.
#[derive(Clone, Debug)]
pub struct Operator {
    /// As written: a path, with or without `.wasm`; on a cluster a reference.
    pub plugin: String,
    pub limits: Limits,
    /// Rights beyond those that every operator has.
    pub grants: Vec<String>,
    pub(super) parameters: Vec<Entry>,
}

/// Where a node stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Its name in the header.
    pub(super) name: Place,
    /// Each key's value, by key.
    pub(super) keys: BTreeMap<String, Place>,
    pub(super) inputs: Vec<Place>,
}

impl Role {
    pub fn kind(&self) -> Kind {
        match self {
            Role::Source(_) => Kind::Source,
            Role::Operator(_) => Kind::Operator,
            Role::Sink(_) => Kind::Sink,
        }
    }
}

impl Connector {
    /// The settings that were given, in the order in which the connector lists its keys.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.keys.iter().filter_map(|key| Some((key.name, self.settings.get(key.name)?)))
    }
}

impl Places {
    /// Where `key` stands, or its element `index`; a key that is absent stands where the node's name does.
    pub(super) fn find(&self, key: &str, index: usize) -> Place {
        let input = self.inputs.get(index).filter(|_| key == "input");
        *input.or_else(|| self.keys.get(key)).unwrap_or(&self.name)
    }
}
