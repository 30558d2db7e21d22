//! A plugin as the engine's operator: one instance at a time, and a fresh one after every call that did not return ok.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch, Usage};

use crate::{CompiledPlugin, Context, Limits, imports, instance::Instance, task_log::TaskLog};

/// One task's copy of an operator that runs a plugin.
pub struct PluginOperator {
    plugin: CompiledPlugin,
    context: Arc<Context>,
    limits: Limits,
    /// Of the task, so that a fresh instance after each trap does not start its second anew.
    log: Arc<Mutex<TaskLog>>,
    /// Taken out for each call and put back when it returned ok: a call that fails, or is dropped half-way, has no
    /// instance to put back.
    instance: Option<Instance>,
    /// What outlives an instance, as of the last call that counted.
    event_time: i64,
    draws: u64,
    memory_bytes_peak: usize,
    /// Rights that were used, those of failed calls included.
    used: u32,
}

impl std::fmt::Debug for PluginOperator {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = formatter.debug_struct("PluginOperator");
        debug.field("plugin", &self.plugin).field("context", &self.context);
        debug.finish_non_exhaustive()
    }
}

impl PluginOperator {
    pub fn new(plugin: CompiledPlugin, context: Context, limits: Limits) -> Self {
        let context = Arc::new(context);
        let log = TaskLog::new(Arc::clone(&context), limits.log_lines_per_second);
        Self {
            plugin,
            context,
            limits,
            log: Arc::new(Mutex::new(log)),
            instance: None,
            event_time: i64::MIN,
            draws: 0,
            memory_bytes_peak: 0,
            used: 0,
        }
    }

    fn take(&mut self) -> Result<Instance, Fault> {
        let message = "the operator was called without having been opened";
        self.instance.take().ok_or_else(|| Fault::new(Code::Internal, message))
    }

    /// After a call: keeps the instance if it returned ok, and else only what it used.
    fn settle(&mut self, mut instance: Instance, called: &Result<(), Fault>) {
        self.memory_bytes_peak = self.memory_bytes_peak.max(instance.memory_bytes());
        self.used |= instance.state_mut().used;
        if called.is_ok() {
            self.draws = instance.state_mut().draws;
            self.instance = Some(instance);
        }
    }
}

impl Drop for PluginOperator {
    fn drop(&mut self) {
        let Context { operator, task_index, log, .. } = self.context.as_ref();
        log.used(operator, *task_index, &imports::rights(self.used));
    }
}

#[async_trait(?Send)]
impl Operator for PluginOperator {
    async fn open(&mut self) -> Result<(), Fault> {
        self.instance = None;
        let mut instance =
            Instance::new(&self.plugin, &self.context, &self.limits, &self.log).await?;
        let state = instance.state_mut();
        (state.event_time, state.draws) = (self.event_time, self.draws);
        let opened = instance.open().await;
        self.settle(instance, &opened);
        opened
    }

    async fn process(
        &mut self,
        port: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        let mut instance = self.take()?;
        let called = instance.process(port, batch, output).await;
        self.settle(instance, &called);
        called
    }

    async fn on_watermark(&mut self, time: i64, output: &mut Output) -> Result<(), Fault> {
        self.event_time = time;
        let mut instance = self.take()?;
        let called = instance.on_watermark(time, output).await;
        self.settle(instance, &called);
        called
    }

    async fn close(&mut self) -> Result<(), Fault> {
        // What was never opened, or failed before, has nothing to close.
        let Some(mut instance) = self.instance.take() else { return Ok(()) };
        let called = instance.close().await;
        self.settle(instance, &called);
        self.instance = None;
        called
    }

    fn usage(&self) -> Usage {
        let live = self.instance.as_ref().map_or(0, Instance::memory_bytes);
        let memory_bytes_peak = self.memory_bytes_peak.max(live) as u64;
        let log_lines_dropped = self.log.lock().map_or(0, |log| log.dropped_in_all());
        Usage { memory_bytes_peak, log_lines_dropped }
    }
}
