//! From a pipeline file and the descriptors of its plugins to a plan that can run, with every node's settings beside it.

use std::{collections::BTreeSet, path::PathBuf};

use sandbar_control::Replay;
use sandbar_dataflow::{
    Port,
    plan::{self, Plan, Problem},
    spec::{self, Kind, Pipeline},
};
use sandbar_schema::descriptor;
use serde_json::{Map, Value as Json};

use super::{
    Code, Connector, Description, Limits,
    catalog::{Catalog, Source},
    connector,
    diagnostic::{Diagnostic, Place, Problems, quoted},
    file::{self, File, Role},
    ground::Ground,
    parameters, paths, quantity,
};
use crate::connectors::{Reach, SINKS, SOURCES};

/// A pipeline that can run.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Where the pipeline file lies, an absolute path; empty on a cluster.
    pub folder: PathBuf,
    pub plan: Plan,
    /// What each node of the plan needs, by its index there.
    pub setups: Vec<Setup>,
    /// What is allowed but probably not meant.
    pub warnings: Vec<Diagnostic>,
}

/// What the host needs to make a node's instances.
#[derive(Clone, Debug)]
pub enum Setup {
    Source(Connector),
    Operator(Plugin),
    Sink(Connector),
}

impl Setup {
    /// How what a source took comes again; none of what is no source.
    pub fn replay(&self) -> Option<Replay> {
        let Setup::Source(connector) = self else { return None };
        let kind = SOURCES.iter().find(|kind| kind.name == connector.name)?;
        Some((kind.replay)(&connector.settings))
    }

    /// Whether this is a source whose senders wait until every sink has what they sent.
    pub fn acknowledges(&self) -> bool {
        self.replay() == Some(Replay::Unacknowledged)
    }

    /// Whether this connects to others over the network.
    pub fn connects(&self) -> bool {
        let reach = match self {
            Setup::Source(Connector { name, .. }) => {
                SOURCES.iter().find(|kind| kind.name == *name).map(|kind| kind.reach)
            }
            Setup::Sink(Connector { name, .. }) => {
                SINKS.iter().find(|kind| kind.name == *name).map(|kind| kind.reach)
            }
            Setup::Operator(_) => None,
        };
        matches!(reach, Some(Reach::Network(_)))
    }
}

/// The plugin of an operator and how it runs.
#[derive(Clone, Debug)]
pub struct Plugin {
    pub code: Code,
    /// Its author's name for it.
    pub name: String,
    pub digest: String,
    pub rights: Vec<String>,
    pub grants: Vec<String>,
    pub timed: bool,
    /// Checked and with defaults.
    pub parameters: Map<String, Json>,
    pub limits: Limits,
}

/// Plans what `file` says, with `plugins` to ask about its plugins. `problems` are those of reading it: where there are
/// any, what could be read is still looked at, but the graph is not, since it may lack what could not.
///
/// # Errors
/// All problems at once, and the warnings; at least one is an error.
pub(super) fn plan(
    file: &File,
    mut problems: Problems,
    plugins: Source<'_>,
) -> Result<Planned, Vec<Diagnostic>> {
    if problems.recovered {
        return Err(problems.into_diagnostics(&file.texts));
    }
    let readable = !problems.has_errors();
    for (place, folder) in file.plugins.iter().filter(|(_, folder)| !folder.is_dir()) {
        let message = format!("there is no folder {}", quoted(&folder.to_string_lossy()));
        problems.error_with_help(
            *place,
            message,
            "name a folder that has plugins, or leave it out",
        );
    }
    let mut catalog = Catalog::new(plugins);
    let mut setups = Vec::new();
    let mut nodes = Vec::new();
    for node in &file.nodes {
        let (setup, inputs, outputs) = match &node.role {
            Role::Source(connector) => {
                check_connector(&file.ground, node, connector, &mut problems);
                (Some(Setup::Source(connector.clone())), vec![], vec!["out".to_owned()])
            }
            Role::Sink(connector) => {
                check_connector(&file.ground, node, connector, &mut problems);
                (Some(Setup::Sink(connector.clone())), vec!["in".to_owned()], vec![])
            }
            Role::Operator(operator) => match catalog.find(file, node, operator, &mut problems) {
                Some((code, description)) => {
                    let plugin = plugin(node, operator, code, &description, &mut problems);
                    let descriptor::Operator { inputs, outputs, .. } = description.descriptor;
                    (Some(Setup::Operator(plugin)), inputs, outputs)
                }
                None => (None, supposed_inputs(node), supposed_outputs(file, node)),
            },
        };
        nodes.push(spec_node(node, inputs, outputs));
        setups.extend(setup);
    }
    // Only while each node has its setup do the two lists go together.
    let complete = if setups.len() == file.nodes.len() { setups.as_slice() } else { &[] };
    paths::check(file, complete, &mut problems);
    if !readable {
        return Err(problems.into_diagnostics(&file.texts));
    }
    let pipeline = Pipeline { name: file.name.clone(), nodes };
    match plan::plan(pipeline) {
        Ok(plan) if !problems.has_errors() => {
            warn(file, &plan, &setups, &mut problems);
            let warnings = problems.into_diagnostics(&file.texts);
            let folder = file.ground.folder().to_owned();
            Ok(Planned { folder, plan, setups, warnings })
        }
        Ok(_) => Err(problems.into_diagnostics(&file.texts)),
        Err(found) => {
            for problem in found {
                problems.error(place(file, &problem), problem.message);
            }
            Err(problems.into_diagnostics(&file.texts))
        }
    }
}

fn spec_node(node: &file::Node, inputs: Vec<String>, outputs: Vec<String>) -> spec::Node {
    let output_bytes_max = match &node.role {
        Role::Operator(operator) => operator.limits.output_bytes_max,
        _ => None,
    };
    spec::Node {
        name: node.name.clone(),
        kind: node.role.kind(),
        parallelism: node.parallelism,
        inputs: node.inputs.clone(),
        input_ports: inputs,
        output_ports: outputs,
        policies: node.policies,
        watermarks: node.watermarks,
        output_bytes_max: output_bytes_max.and_then(|bytes| usize::try_from(bytes).ok()),
    }
}

fn plugin(
    node: &file::Node,
    operator: &file::Operator,
    code: Code,
    description: &Description,
    problems: &mut Problems,
) -> Plugin {
    let (initial, allowed) = (description.memory_bytes_initial, operator.limits.memory_bytes_max);
    if initial > allowed {
        let (initial, allowed) = (quantity::show_size(initial), quantity::show_size(allowed));
        let message =
            format!("the plugin starts with {initial} of memory, `limits.memory` is {allowed}");
        problems.error(node.places.find("limits", 0), message);
    }
    let place = node.places.find("parameters", 0);
    let declared = &description.descriptor.parameters;
    let parameters = parameters::check(&node.name, declared, &operator.parameters, place, problems);
    Plugin {
        code,
        name: description.descriptor.name.clone(),
        digest: description.digest.clone(),
        rights: description.rights.clone(),
        grants: operator.grants.clone(),
        timed: description.timed,
        parameters,
        limits: operator.limits,
    }
}

fn check_connector(
    ground: &Ground,
    node: &file::Node,
    connector: &Connector,
    problems: &mut Problems,
) {
    let complaints = connector::check(node.role.kind(), ground, connector).into_iter();
    // A key whose value could not be read has been complained of.
    let unread = |key: &str| connector.settings.get(key).is_none() && problems.has_errors();
    let complaints: Vec<_> = complaints.filter(|(key, _)| !unread(key)).collect();
    for (key, message) in complaints {
        problems.error(node.places.find(key, 0), message);
    }
}

/// Ports that a node must have if its neighbours are right: the graph can be checked although the plugin cannot be read.
fn supposed_inputs(node: &file::Node) -> Vec<String> {
    let named: BTreeSet<&String> =
        node.inputs.iter().filter_map(|input| input.to.as_ref()).collect();
    named.into_iter().cloned().chain(["in".to_owned()]).collect()
}

fn supposed_outputs(file: &File, node: &file::Node) -> Vec<String> {
    let inputs = file.nodes.iter().flat_map(|other| &other.inputs);
    let named: BTreeSet<&String> = inputs
        .filter(|input| input.from == node.name)
        .filter_map(|input| input.port.as_ref())
        .filter(|port| Port::built_in(port).is_none())
        .collect();
    named.into_iter().cloned().chain(["out".to_owned()]).collect()
}

/// Where what the planner complains of stands.
fn place(file: &File, problem: &Problem) -> Place {
    let Some(name) = &problem.node else { return file.name_place };
    let node = file.nodes.iter().find(|node| node.name == *name);
    node.map_or(file.name_place, |node| node.places.find(problem.key, problem.index))
}

fn warn(file: &File, plan: &Plan, setups: &[Setup], problems: &mut Problems) {
    for problem in &plan.warnings {
        problems.warning(place(file, problem), problem.message.clone());
    }
    for (index, setup) in setups.iter().enumerate() {
        let Setup::Operator(Plugin { timed: true, .. }) = setup else { continue };
        if let Some(source) = timeless_source(plan, index) {
            let (name, source) = (&plan.node(index).name, &plan.node(source).name);
            let message = format!(
                "`{name}` follows event time, but `{source}` makes no watermarks: `{name}` hears of time only at the end; \
                 add `watermark` to `{source}`"
            );
            problems.warning(file.nodes[index].places.name, message);
        }
    }
}

/// A source from which records come to node `index` without any watermark being made on the way.
fn timeless_source(plan: &Plan, index: usize) -> Option<usize> {
    let mut seen = BTreeSet::new();
    let mut open = vec![index];
    while let Some(node) = open.pop() {
        for edge in plan.edges.iter().filter(|edge| edge.to == node) {
            let from = plan.node(edge.from);
            if from.watermarks.is_some() || !seen.insert(edge.from) {
                continue;
            }
            if from.kind == Kind::Source {
                return Some(edge.from);
            }
            open.push(edge.from);
        }
    }
    None
}
