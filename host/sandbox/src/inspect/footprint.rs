//! What a plugin takes at run time before it has done anything: instances, memories and tables, each counted as often
//! as its module is instantiated. A component instantiated ten times by a component instantiated ten times counts a
//! hundredfold, though the upload shows each of them once.

use std::ops::AddAssign;

use serde::{Deserialize, Serialize};

/// What one instantiation takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Footprint {
    pub(super) instances: u64,
    pub(super) memories: u64,
    pub(super) memory: Memory,
    pub(super) tables: u64,
    pub(super) table_elements: u64,
}

/// Bytes of memory, all memories summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// What the plugin has from its start.
    pub initial: u64,
    /// What it can grow to; absent if a memory declares no maximum, so that only the operator's limit holds.
    pub maximum: Option<u64>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { initial: 0, maximum: Some(0) }
    }
}

impl AddAssign for Footprint {
    fn add_assign(&mut self, other: Self) {
        self.instances = self.instances.saturating_add(other.instances);
        self.memories = self.memories.saturating_add(other.memories);
        self.memory.initial = self.memory.initial.saturating_add(other.memory.initial);
        self.memory.maximum = match (self.memory.maximum, other.memory.maximum) {
            (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
            _ => None,
        };
        self.tables = self.tables.saturating_add(other.tables);
        self.table_elements = self.table_elements.saturating_add(other.table_elements);
    }
}

/// A module or component whose bytes are being read.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// What this one takes, summed while it is read.
    pub(super) total: Footprint,
    /// What each entry of its module index space takes if instantiated.
    pub(super) modules: Vec<Footprint>,
    /// Likewise for components.
    pub(super) components: Vec<Footprint>,
    /// Of a module: parameters and results of each type and function, and the index of the next body.
    pub(super) type_operands: Vec<u64>,
    pub(super) function_operands: Vec<u64>,
    pub(super) body: usize,
    pub(super) is_module: bool,
}

impl Frame {
    pub(super) fn new(is_module: bool) -> Self {
        let instances = u64::from(is_module);
        let total = Footprint { instances, ..Footprint::default() };
        Self { total, is_module, ..Self::default() }
    }

    /// Adds a function of type `index`.
    pub(super) fn function(&mut self, index: u32) {
        let operands = self.type_operands.get(index as usize).copied().unwrap_or_default();
        self.function_operands.push(operands);
    }

    /// An index that does not exist takes nothing here: validation refuses it.
    pub(super) fn instantiate_module(&mut self, index: u32) {
        self.total += self.modules.get(index as usize).copied().unwrap_or_default();
    }

    pub(super) fn instantiate_component(&mut self, index: u32) {
        self.total += self.components.get(index as usize).copied().unwrap_or_default();
    }
}
