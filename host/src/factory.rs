//! Makes what runs in the nodes of a pipeline: connectors and plugins, joined to the engine.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use sandbar_dataflow::{Clock, Code, Factory, Fault, Operator, Position, Source, plan::Plan};
use sandbar_sandbox::{Context, GuestLog, Limits, PluginOperator};
use serde_json::Value;

use crate::{
    connectors,
    pipeline::{Plugin, Setup},
    plugins::Loaded,
};

/// The tenant of a pipeline that runs without a cluster.
pub const LOCAL_TENANT: &str = "local";

/// Where the source of one task goes on.
#[derive(Clone, Debug)]
pub struct Resume {
    pub position: Option<Position>,
    /// It has nothing more.
    pub ended: bool,
}

/// Everything that the nodes of one pipeline are made of.
pub struct Nodes {
    pub plan: Arc<Plan>,
    pub setups: Vec<Setup>,
    pub plugins: Loaded,
    pub folder: PathBuf,
    pub clock: Arc<dyn Clock>,
    pub log: Arc<dyn GuestLog>,
    pub seed: u64,
    pub tenant: String,
    /// By node and task; a source that is not here begins.
    pub resume: BTreeMap<(usize, u32), Resume>,
    pub root: connectors::Root,
    pub reachable: connectors::Reachable,
}

impl std::fmt::Debug for Nodes {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Nodes").field("setups", &self.setups).finish_non_exhaustive()
    }
}

impl Nodes {
    fn connector_context(&self, node: usize, task: u32) -> connectors::Context {
        connectors::Context {
            task_index: task,
            parallelism: self.plan.node(node).parallelism,
            folder: self.folder.clone(),
            clock: Arc::clone(&self.clock),
            seed: self.seed,
            position: self.resume.get(&(node, task)).and_then(|resume| resume.position.clone()),
            root: self.root.clone(),
            reachable: self.reachable.clone(),
        }
    }

    fn plugin_operator(
        &self,
        node: usize,
        task: u32,
        plugin: &Plugin,
    ) -> Result<PluginOperator, Fault> {
        let compiled = self.plugins.get(&node).cloned();
        let compiled = compiled.ok_or_else(|| internal("its plugin was not loaded"))?;
        let context = Context {
            parameters: Value::Object(plugin.parameters.clone()).to_string(),
            tenant: self.tenant.clone(),
            operator: self.plan.node(node).name.clone(),
            task_index: task,
            parallelism: self.plan.node(node).parallelism,
            seed: self.seed,
            clock: Arc::clone(&self.clock),
            log: Arc::clone(&self.log),
        };
        let limits = Limits {
            memory_bytes_max: usize::try_from(plugin.limits.memory_bytes_max).unwrap_or(usize::MAX),
            table_elements_max: plugin.limits.table_elements_max as usize,
            call: plugin.limits.call,
            start: plugin.limits.start,
            log_lines_per_second: plugin.limits.log_lines_max,
        };
        Ok(PluginOperator::new(compiled, context, limits))
    }
}

impl Factory for Nodes {
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        let Setup::Source(connector) = &self.setups[node] else {
            return Err(internal("it is no source"));
        };
        if let Some(Resume { position, ended: true }) = self.resume.get(&(node, task)) {
            return Ok(Box::new(connectors::Ended(position.clone())));
        }
        let kind = connectors::SOURCES.iter().find(|kind| kind.name == connector.name);
        let kind = kind.ok_or_else(|| internal("its connector is unknown"))?;
        (kind.build)(&connector.settings, &self.connector_context(node, task))
    }

    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault> {
        match &self.setups[node] {
            Setup::Operator(plugin) => Ok(Box::new(self.plugin_operator(node, task, plugin)?)),
            Setup::Sink(connector) => {
                let kind = connectors::SINKS.iter().find(|kind| kind.name == connector.name);
                let kind = kind.ok_or_else(|| internal("its connector is unknown"))?;
                (kind.build)(&connector.settings, &self.connector_context(node, task))
            }
            Setup::Source(_) => Err(internal("it is no operator")),
        }
    }

    fn acknowledges(&self) -> bool {
        self.setups.iter().any(Setup::acknowledges)
    }

    fn plugin(&self, node: usize) -> String {
        match &self.setups[node] {
            Setup::Operator(plugin) => plugin.digest.clone(),
            _ => String::new(),
        }
    }
}

fn internal(message: &str) -> Fault {
    Fault::new(Code::Internal, message)
}
