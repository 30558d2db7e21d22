//! One version of a pipeline: its file planned with the plugins that it names, what it may do, and how it differs from
//! another version. Reads records of plugins, and nothing else of the cluster.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use sandbar_control::{
    Candidate, Guarantee, HostName, Network, PipelineName, Problem, Reference, Severity, Shape,
    TenantName, change, deployment, keys, placement,
    record::{self, PluginUse, Record as _, Source},
    view::{Change, Right},
};
use sandbar_dataflow::spec::{Kind, Partitioning};
use sandbar_store::Metadata;
use serde_json::{Map, Value as Json};

use super::{members::Member, world::stored};
use crate::{
    pipeline::{self, Planned, Setup},
    plan_view,
    plugins::Table,
};

/// Bytes of a file's name and of all overrides together: messages repeat them.
const NAME_BYTES_MAX: usize = 4 << 10;
const OVERRIDES_BYTES_MAX: usize = 64 << 10;

/// A pipeline that could be deployed.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) name: PipelineName,
    pub(super) source: Source,
    pub(super) uses: Vec<PluginUse>,
    pub(super) planned: Rc<Planned>,
}

impl Version {
    /// Plans `source` with the plugins that `tenant` published, for connectors that may reach `network`.
    ///
    /// # Errors
    /// `invalid`, with everything that is wrong with it.
    pub(super) async fn resolve(
        metadata: &dyn Metadata,
        tenant: &TenantName,
        source: &Source,
        network: &Network,
    ) -> Result<Self, Problem> {
        check_sizes(source)?;
        let mut uses = Vec::new();
        for reference in pipeline::references(&source.text, &source.overrides) {
            // What is no reference, or published by nobody, planning complains of with its place.
            let Ok(reference) = Reference::parse(&reference) else { continue };
            let key = keys::plugin(tenant, &reference.name, &reference.version);
            let Some(entry) = metadata.get(&key).await.map_err(stored)? else { continue };
            let plugin = record::Plugin::decode(&entry.value)?;
            if !plugin.retracted {
                let (digest, manifest) = (plugin.digest, plugin.manifest);
                uses.push(PluginUse { reference, digest, manifest });
            }
        }
        Self::bound(source.clone(), uses, Some(network))
    }

    /// Plans a version as it was recorded, with the plugins that were bound then.
    ///
    /// # Errors
    /// `invalid`, if this program cannot read it any more.
    pub(super) fn recorded(record: &record::Pipeline) -> Result<Self, Problem> {
        // What it may reach by now, its connectors are told.
        Self::bound(record.source.clone(), record.plugins.clone(), None)
    }

    fn bound(
        source: Source,
        uses: Vec<PluginUse>,
        network: Option<&Network>,
    ) -> Result<Self, Problem> {
        let mut table = Table::default();
        for used in &uses {
            let reference = used.reference.to_string();
            table
                .add(&reference, used.digest.as_str(), &used.manifest)
                .map_err(|why| Problem::internal(why).help("publish the plugin anew"))?;
        }
        let planned = pipeline::parse_published(
            &source.file,
            &source.text,
            &source.overrides,
            network,
            &mut table,
        )
        .map_err(|found| invalid(&source, &found))?;
        let name = PipelineName::parse(&planned.plan.pipeline.name)?;
        Ok(Self { name, source, uses, planned: Rc::new(planned) })
    }

    /// All that its plugins can do.
    pub(super) fn rights(&self) -> Vec<Right> {
        let nodes = self.planned.plan.pipeline.nodes.iter().zip(&self.planned.setups);
        let of_node = nodes.filter_map(|(node, setup)| match setup {
            Setup::Operator(plugin) => Some((node, plugin)),
            _ => None,
        });
        of_node
            .flat_map(|(node, plugin)| {
                plugin
                    .rights
                    .iter()
                    .chain(&plugin.grants)
                    .map(|right| Right { operator: node.name.clone(), right: right.clone() })
            })
            .collect()
    }

    /// What deploying it in place of `before` would do.
    pub(super) fn change(&self, before: Option<&(record::Pipeline, Option<Self>)>) -> Change {
        let old = before.and_then(|(_, version)| version.as_ref()).map(Self::nodes);
        let agreed = before.map_or(&[][..], |(record, _)| &record.rights);
        Change {
            name: self.name.clone(),
            revision: before.map_or(0, |(record, _)| record.revision),
            nodes: change::between(&old.unwrap_or_default(), &self.nodes()),
            rights: change::rights(agreed, &self.rights()),
            warnings: self.planned.warnings.iter().map(diagnostic).collect(),
        }
    }

    /// What placement has to know.
    pub(super) fn shape(&self) -> Shape {
        let plan = &self.planned.plan;
        let chain_of = |node: usize| {
            let chain = plan.chains.iter().position(|chain| chain.nodes.contains(&node));
            number(chain.expect("every node is in a chain"))
        };
        let edges = plan.edges.iter().filter(|edge| !edge.chained).map(|edge| placement::Edge {
            from: chain_of(edge.from),
            to: chain_of(edge.to),
            forward: edge.partitioning == Partitioning::Forward,
        });
        let parallelism = plan.chains.iter().map(|chain| chain.parallelism).collect();
        Shape { parallelism, edges: edges.collect() }
    }

    /// Of the chains that begin with a source, that.
    pub(super) fn sources(&self) -> BTreeMap<u32, deployment::Source> {
        let Planned { plan, setups, .. } = &*self.planned;
        let first = (0..).zip(plan.chains.iter().map(|chain| chain.nodes[0]));
        let sources = first.filter(|&(_, node)| plan.node(node).kind == Kind::Source);
        let source = |(chain, node): (u32, usize)| {
            let (name, acknowledges) = (plan.node(node).name.clone(), setups[node].acknowledges());
            (chain, deployment::Source { name, acknowledges })
        };
        sources.map(source).collect()
    }

    pub(super) fn guarantee(&self) -> Guarantee {
        Guarantee::of(self.planned.setups.iter().filter_map(Setup::replay))
    }

    /// Whether it reaches others over the network.
    pub(super) fn connects(&self) -> bool {
        self.planned.setups.iter().any(Setup::connects)
    }

    pub(super) fn tasks(&self) -> usize {
        self.planned.plan.tasks()
    }

    /// One for each plugin of each task.
    pub(super) fn instances(&self) -> usize {
        let nodes = self.planned.plan.pipeline.nodes.iter().zip(&self.planned.setups);
        let plugins = nodes.filter(|(_, setup)| matches!(setup, Setup::Operator(_)));
        plugins.map(|(node, _)| node.parallelism as usize).sum()
    }

    /// Its nodes as a change tells of them: what `sandbar plan -o json` shows of each.
    fn nodes(&self) -> Vec<change::Node> {
        let document = serde_json::to_value(plan_view::json(&self.planned));
        let document = document.expect("a plan holds nothing that JSON cannot express");
        let nodes = document["nodes"].as_array().cloned().unwrap_or_default();
        let edges = document["edges"].as_array().cloned().unwrap_or_default();
        nodes
            .into_iter()
            .filter_map(|node| match node {
                Json::Object(node) => Some(described(node, &edges)),
                _ => None,
            })
            .collect()
    }
}

fn described(mut node: Map<String, Json>, edges: &[Json]) -> change::Node {
    let mut text = |key: &str| match node.remove(key) {
        Some(Json::String(text)) => text,
        _ => String::new(),
    };
    let (name, kind, connector) = (text("name"), text("kind"), text("connector"));
    let (path, _, _) = (text("path"), text("plugin"), text("digest"));
    let runs = if connector.is_empty() { path } else { connector };
    // Rights are told apart.
    node.remove("rights");
    if let Some(Json::Object(settings)) = node.remove("settings") {
        node.extend(settings);
    }
    let inputs: Vec<Json> = edges.iter().filter(|edge| edge["to"] == name).cloned().collect();
    if !inputs.is_empty() {
        node.insert("inputs".to_owned(), Json::Array(inputs));
    }
    let settings = node.into_iter().map(|(key, value)| (key, value.to_string())).collect();
    change::Node { name, kind, runs, settings }
}

fn check_sizes(source: &Source) -> Result<(), Problem> {
    let too_large = |what: &str, bytes: usize, limit: usize| {
        let message = format!("{what} of {bytes} bytes exceeds the limit of {limit}");
        Err(Problem::new(sandbar_control::Code::TooLarge, message))
    };
    if source.file.len() > NAME_BYTES_MAX {
        return too_large("a file name", source.file.len(), NAME_BYTES_MAX);
    }
    let overrides = source.overrides.iter().map(|text| text.len() + 1).sum();
    if overrides > OVERRIDES_BYTES_MAX {
        return too_large("overrides", overrides, OVERRIDES_BYTES_MAX);
    }
    Ok(())
}

fn invalid(source: &Source, found: &[pipeline::Diagnostic]) -> Problem {
    let diagnostics: Vec<_> = found.iter().map(diagnostic).collect();
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let plural = if errors == 1 { "" } else { "s" };
    let mut problem = Problem::invalid(format!("{} has {errors} error{plural}", source.file));
    problem.diagnostics = diagnostics;
    problem
}

fn diagnostic(found: &pipeline::Diagnostic) -> sandbar_control::Diagnostic {
    sandbar_control::Diagnostic {
        severity: match found.severity {
            pipeline::Severity::Error => Severity::Error,
            pipeline::Severity::Warning => Severity::Warning,
        },
        message: found.message.clone(),
        help: found.help.clone().unwrap_or_default(),
        file: found.file.clone(),
        line: number(found.line),
        column: number(found.column),
        excerpt: found.excerpt().unwrap_or_default().to_owned(),
    }
}

pub(super) fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A host as placement sees it. `loads`: tasks of other pipelines on each.
pub(super) fn candidate(
    member: &Member,
    loads: &BTreeMap<HostName, u32>,
    draining: &BTreeSet<HostName>,
) -> Candidate {
    let name = member.offer.name.clone();
    Candidate {
        cpus: member.offer.cpus.max(1),
        tasks: loads.get(&name).copied().unwrap_or(0),
        draining: draining.contains(&name),
        name,
    }
}
