//! What one operator may use, and the part of it that wasmtime asks about while a guest runs.

use std::time::Duration;

use wasmtime::ResourceLimiter;

/// Limits of one operator; each is counted per task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all linear memories together. A bulk operation over all of it cannot be interrupted and takes up to
    /// 75 ms at 64 MiB: what this limit allows is also how long a guest may stall its thread.
    pub memory_bytes_max: usize,
    /// Elements of all tables together: function pointers of a large program.
    pub table_elements_max: usize,
    /// CPU time of one call.
    pub call: Duration,
    /// CPU time of instantiation, start functions and `open`.
    pub start: Duration,
    /// Log lines a second; more are counted and dropped.
    pub log_lines_per_second: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            memory_bytes_max: 64 << 20,
            table_elements_max: 16_384,
            call: Duration::from_millis(100),
            start: Duration::from_secs(1),
            log_lines_per_second: 100,
        }
    }
}

/// Instances, memories and tables a component may create; inspection has counted them before.
const ENTITIES_MAX: usize = 128;

/// Sums over all memories and tables of one store. Growth past a limit is refused, which the guest sees as -1.
#[derive(Debug)]
pub(crate) struct Limiter {
    memory_bytes_max: usize,
    table_elements_max: usize,
    memory_bytes: usize,
    table_elements: usize,
    /// The last growth that was allowed, until it is known to have succeeded.
    growing: Option<Growth>,
    /// What was last refused, for the message if the guest dies of it.
    pub(crate) refused: Option<String>,
}

impl Limiter {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            memory_bytes_max: limits.memory_bytes_max,
            table_elements_max: limits.table_elements_max,
            memory_bytes: 0,
            table_elements: 0,
            growing: None,
            refused: None,
        }
    }

    /// A growth that was allowed did not come about: the entity's own maximum, or the system, said no.
    fn take_back(&mut self) {
        match self.growing.take() {
            Some(Growth::Memory(bytes)) => self.memory_bytes -= bytes,
            Some(Growth::Table(elements)) => self.table_elements -= elements,
            None => {}
        }
    }

    /// Bytes of all memories. They never shrink, so this is the peak too.
    pub(crate) fn memory_bytes(&self) -> usize {
        self.memory_bytes
    }
}

#[derive(Clone, Copy, Debug)]
enum Growth {
    Memory(usize),
    Table(usize),
}

/// The new sum where an entity grows from `current` to `desired`, if `max` allows it.
fn grown(sum: usize, current: usize, desired: usize, max: usize) -> Option<usize> {
    let grown = sum.checked_add(desired.checked_sub(current)?)?;
    (grown <= max).then_some(grown)
}

impl ResourceLimiter for Limiter {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let max = self.memory_bytes_max;
        let Some(sum) = grown(self.memory_bytes, current, desired, max) else {
            let wanted = self.memory_bytes.saturating_add(desired.saturating_sub(current));
            self.refused = Some(format!("memory of {wanted} bytes exceeds the {max} byte limit"));
            self.growing = None;
            return Ok(false);
        };
        self.growing = Some(Growth::Memory(sum - self.memory_bytes));
        self.memory_bytes = sum;
        Ok(true)
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        let max = self.table_elements_max;
        let Some(sum) = grown(self.table_elements, current, desired, max) else {
            let wanted = self.table_elements.saturating_add(desired.saturating_sub(current));
            self.refused = Some(format!("tables of {wanted} elements exceed the limit of {max}"));
            self.growing = None;
            return Ok(false);
        };
        self.growing = Some(Growth::Table(sum - self.table_elements));
        self.table_elements = sum;
        Ok(true)
    }

    fn memory_grow_failed(&mut self, _error: wasmtime::Error) -> wasmtime::Result<()> {
        self.take_back();
        Ok(())
    }

    fn table_grow_failed(&mut self, _error: wasmtime::Error) -> wasmtime::Result<()> {
        self.take_back();
        Ok(())
    }

    fn instances(&self) -> usize {
        ENTITIES_MAX
    }

    fn tables(&self) -> usize {
        ENTITIES_MAX
    }

    fn memories(&self) -> usize {
        ENTITIES_MAX
    }
}
