//! One instantiated plugin: a store, its exports, and how they are called. Whoever holds it drops it after any call that
//! did not return ok.

use std::sync::{Arc, Mutex};

use sandbar_dataflow::{Code, Columns, Fault, Output, Port, RecordBatch};
use wasmtime::{
    AsContextMut, Store, UpdateDeadline,
    component::{ComponentNamedList, ComponentType, Lift, Lower, TypedFunc},
};

use crate::{
    CompiledPlugin, Context, Interruption, Limits,
    call::{Meter, Phase},
    context::line,
    fault::{self, Circumstances},
    imports::{State, Watch},
    task_log::TaskLog,
};

/// Most bytes that one call into the host may carry: an emitted batch, and as much again for its columns' ends.
const HOSTCALL_BYTES_MAX: usize = 2 * sandbar_dataflow::BATCH_BYTES_MAX;

/// A batch on its way into the guest's memory.
#[derive(ComponentType, Lower, Clone, Copy)]
#[component(record)]
struct HostBatch<'a> {
    timestamps: &'a [i64],
    #[component(name = "key-ends")]
    key_ends: &'a [u32],
    keys: &'a [u8],
    #[component(name = "value-ends")]
    value_ends: &'a [u32],
    values: &'a [u8],
    #[component(name = "header-ends")]
    header_ends: &'a [u32],
    headers: &'a [u8],
}

#[derive(ComponentType, Lift)]
#[component(record)]
struct Failure {
    message: String,
    row: Option<u32>,
}

type Returned = (Result<(), Failure>,);

/// One instance of a plugin, in a store of its own.
pub(crate) struct Instance {
    store: Store<State>,
    plugin: CompiledPlugin,
    limits: Limits,
    meter: Meter,
    open: TypedFunc<(), Returned>,
    process: TypedFunc<(u32, HostBatch<'static>), Returned>,
    close: TypedFunc<(), Returned>,
    on_watermark: Option<TypedFunc<(i64,), Returned>>,
}

impl Instance {
    /// Instantiates `plugin`: runs its start functions, under the start budget.
    pub(crate) async fn new(
        plugin: &CompiledPlugin,
        context: &Arc<Context>,
        limits: &Limits,
        log: &Arc<Mutex<TaskLog>>,
    ) -> Result<Self, Fault> {
        let compiled = &plugin.0;
        let meter = Meter::new(Arc::clone(&context.clock));
        let interruption = compiled.sandbox.interruption();
        let active = compiled.sandbox.active();
        let watch = (interruption != Interruption::Off).then(|| Watch {
            active: active.clone(),
            meter: meter.clone(),
            seen: active.ticks(),
        });
        let state = State::new(Arc::clone(context), limits, Arc::clone(log), watch);
        let mut store = Store::new(compiled.sandbox.engine(), state);
        store.limiter(|state| &mut state.limiter);
        store.set_hostcall_fuel(HOSTCALL_BYTES_MAX);
        if interruption != Interruption::Off {
            let ticks = meter.clone();
            store.set_epoch_deadline(1);
            store.epoch_deadline_callback(move |_| {
                ticks.tick()?;
                Ok(match interruption {
                    Interruption::Yielding => UpdateDeadline::Yield(1),
                    Interruption::Holding | Interruption::Off => UpdateDeadline::Continue(1),
                })
            });
        }
        let running = active.start();
        let instantiated = compiled.pre.instantiate_async(&mut store);
        let instantiated = meter.run(Phase::Start, limits.start, instantiated).await;
        drop(running);
        let (refused, panic) = (store.data().limiter.refused.clone(), store.data().panic.clone());
        let fault = |error: wasmtime::Error| {
            let (refused, panic) = (refused.as_deref(), panic.as_deref());
            let symbols = compiled.symbols();
            fault::of(&error, Phase::Start, Circumstances { refused, panic, symbols })
        };
        let instance = instantiated.map_err(fault)?;
        let exports = &compiled.exports;
        let open = instance.get_typed_func(&mut store, exports.open).map_err(fault)?;
        let process = instance.get_typed_func(&mut store, exports.process).map_err(fault)?;
        let close = instance.get_typed_func(&mut store, exports.close).map_err(fault)?;
        let on_watermark = match exports.on_watermark {
            Some(index) => Some(instance.get_typed_func(&mut store, index).map_err(fault)?),
            None => None,
        };
        let (plugin, limits) = (plugin.clone(), *limits);
        Ok(Self { store, plugin, limits, meter, open, process, close, on_watermark })
    }

    pub(crate) async fn open(&mut self) -> Result<(), Fault> {
        let (open, limit) = (self.open, self.limits.start);
        self.call(open, (), Phase::Start, limit).await
    }

    pub(crate) async fn close(&mut self) -> Result<(), Fault> {
        let (close, limit) = (self.close, self.limits.call);
        self.call(close, (), Phase::Call, limit).await
    }

    /// `output` holds what the call staged, whether it counts or not.
    pub(crate) async fn process(
        &mut self,
        port: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        let columns: Columns<'_> = batch.columns();
        let lowered = HostBatch {
            timestamps: &columns.timestamps,
            key_ends: &columns.key_ends,
            keys: &columns.keys,
            value_ends: &columns.value_ends,
            values: &columns.values,
            header_ends: &columns.header_ends,
            headers: &columns.headers,
        };
        let process = with_lifetime(&self.process);
        let limit = self.limits.call;
        self.staging(output);
        let called = self.call(process, (port.0, lowered), Phase::Call, limit).await;
        self.staged(output);
        called
    }

    /// Tells the guest how far time has come, if it wants to know.
    pub(crate) async fn on_watermark(
        &mut self,
        time: i64,
        output: &mut Output,
    ) -> Result<(), Fault> {
        self.store.data_mut().event_time = time;
        let (Some(on_watermark), limit) = (self.on_watermark, self.limits.call) else {
            return Ok(());
        };
        self.staging(output);
        let called = self.call(on_watermark, (time,), Phase::Call, limit).await;
        self.staged(output);
        called
    }

    /// Bytes of all memories, now and at most so far: they never shrink.
    pub(crate) fn memory_bytes(&self) -> usize {
        self.store.data().limiter.memory_bytes()
    }

    pub(crate) fn state_mut(&mut self) -> &mut State {
        self.store.data_mut()
    }

    fn staging(&mut self, output: &mut Output) {
        let taken = std::mem::replace(output, Output::new(0, None));
        self.store.data_mut().output = Some(taken);
    }

    fn staged(&mut self, output: &mut Output) {
        *output = self.store.data_mut().output.take().expect("imports put back what they take");
    }

    async fn call<P>(
        &mut self,
        function: TypedFunc<P, Returned>,
        parameters: P,
        phase: Phase,
        limit: std::time::Duration,
    ) -> Result<(), Fault>
    where
        P: ComponentNamedList + Lower,
    {
        let Self { store, plugin, meter, .. } = self;
        let sandbox = &plugin.0.sandbox;
        store.data_mut().begin();
        if sandbox.interruption() != Interruption::Off {
            store.set_epoch_deadline(1);
        }
        let running = sandbox.active().start();
        let called = function.call_async(store.as_context_mut(), parameters);
        let called = meter.run(phase, limit, called).await;
        drop(running);
        let called = called.and_then(|returned| Ok(meter.settle().map(|()| returned)?));
        match called {
            Ok((Ok(()),)) => Ok(()),
            Ok((Err(failure),)) => Err(Fault::new(Code::GuestFailed, describe(&failure))),
            Err(error) => {
                let refused = store.data().limiter.refused.as_deref();
                let (panic, symbols) = (store.data().panic.as_deref(), plugin.0.symbols());
                Err(fault::of(&error, phase, Circumstances { refused, panic, symbols }))
            }
        }
    }
}

fn describe(failure: &Failure) -> String {
    let message = line(&failure.message);
    match failure.row {
        Some(row) => format!("{message} (row {row} of the call)"),
        None => message,
    }
}

/// The same function, for a batch that lives only as long as the call.
#[allow(unsafe_code, reason = "the lifetime of a parameter is no part of a component's type")]
fn with_lifetime<'a>(
    process: &TypedFunc<(u32, HostBatch<'static>), Returned>,
) -> TypedFunc<(u32, HostBatch<'a>), Returned> {
    // SAFETY: `get_typed_func` has checked the function against this very type; only a lifetime differs, which the
    // component's type does not have.
    unsafe { TypedFunc::new_unchecked(*process.func()) }
}
