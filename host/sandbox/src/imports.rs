//! What a guest may call: the interfaces `output`, `log` and `context`, and nothing else. Each function checks what it is
//! given; a violation traps the guest.

use sandbar_dataflow::{Clock, Code, Columns, Fault, Output, Port, Violation};
use sandbar_schema::INTERFACE_VERSION;
use siphasher::sip::SipHasher24;
use std::{
    borrow::Cow,
    hash::Hasher,
    sync::{Arc, Mutex, PoisonError},
};
use wasmtime::{
    StoreContextMut,
    component::{ComponentType, Lift, Linker, WasmList},
};

use crate::{
    Limits,
    call::Meter,
    context::{Context, LINE_BYTES_MAX, Level, line},
    limits::Limiter,
    task_log::TaskLog,
    ticker::Active,
};

/// How a line begins that tells of a panic, in Rust; kept for the message if the guest then traps.
const PANICKED: &str = "panicked at ";

/// The data of one instance's store: all that its imports reach.
pub(crate) struct State {
    pub(crate) limiter: Limiter,
    /// The output of the call in hand; absent outside `process` and `on-watermark`, where nothing may be emitted.
    pub(crate) output: Option<Output>,
    /// The watermark as this task has seen it, milliseconds since the Unix epoch.
    pub(crate) event_time: i64,
    /// How many random numbers the task has drawn, this call's included.
    pub(crate) draws: u64,
    /// What this call logged of its panic.
    pub(crate) panic: Option<String>,
    /// Which functions of the host were called, a bit each: see [`rights`].
    pub(crate) used: u32,
    /// The clock's time, once this call has asked for it.
    now_ms: Option<i64>,
    context: Arc<Context>,
    log: Arc<Mutex<TaskLog>>,
    watch: Option<Watch>,
}

/// How imports see that a tick has come: code without loops is not interrupted by one, but may call imports as often as it
/// has room for.
pub(crate) struct Watch {
    pub(crate) active: Active,
    pub(crate) meter: Meter,
    /// Ticks when somebody last looked.
    pub(crate) seen: u64,
}

impl State {
    /// `watch` is absent where nothing is interrupted.
    pub(crate) fn new(
        context: Arc<Context>,
        limits: &Limits,
        log: Arc<Mutex<TaskLog>>,
        watch: Option<Watch>,
    ) -> Self {
        let limiter = Limiter::new(limits);
        let (output, event_time, draws, now_ms) = (None, i64::MIN, 0, None);
        let (panic, used) = (None, 0);
        Self { limiter, output, event_time, draws, panic, used, now_ms, context, log, watch }
    }

    /// A call begins.
    pub(crate) fn begin(&mut self) {
        self.now_ms = None;
        self.panic = None;
        self.limiter.refused = None;
        if let Some(watch) = &mut self.watch {
            watch.seen = watch.active.ticks();
        }
    }

    /// What every import does first: notes that it was called, and the call ends here if its budget is used up.
    fn look_up(&mut self, right: Right) -> wasmtime::Result<&mut Self> {
        self.used |= 1 << right as u32;
        if let Some(watch) = &mut self.watch {
            let ticks = watch.active.ticks();
            if std::mem::replace(&mut watch.seen, ticks) != ticks {
                watch.meter.tick()?;
            }
        }
        Ok(self)
    }

    /// The next number of the stream that the pipeline's seed, the operator and the task determine.
    fn random(&mut self) -> u64 {
        let context = &self.context;
        let mut hasher = SipHasher24::new_with_keys(context.seed, u64::from(context.task_index));
        hasher.write(context.operator.as_bytes());
        hasher.write_u64(self.draws);
        self.draws += 1;
        hasher.finish()
    }
}

/// A function of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Right {
    Emit,
    Forward,
    Rekey,
    Reject,
    Write,
    Parameters,
    Tenant,
    Operator,
    TaskIndex,
    Parallelism,
    EventTime,
    ProcessingTime,
    Random,
}

/// Names of rights as inspection lists them, in the order of [`Right`].
const RIGHTS: &[&str] = &[
    "output.emit",
    "output.forward",
    "output.rekey",
    "output.reject",
    "log.write",
    "context.parameters",
    "context.tenant",
    "context.operator",
    "context.task-index",
    "context.parallelism",
    "context.event-time",
    "context.processing-time",
    "context.random",
];

/// The names of the rights in `used`, as [`State::used`] has them.
pub(crate) fn rights(used: u32) -> Vec<&'static str> {
    (0..).zip(RIGHTS).filter(|(bit, _)| used >> bit & 1 == 1).map(|(_, right)| *right).collect()
}

/// A batch in the guest's memory, not read yet.
#[derive(ComponentType, Lift)]
#[component(record)]
struct GuestBatch {
    timestamps: WasmList<i64>,
    #[component(name = "key-ends")]
    key_ends: WasmList<u32>,
    keys: WasmList<u8>,
    #[component(name = "value-ends")]
    value_ends: WasmList<u32>,
    values: WasmList<u8>,
    #[component(name = "header-ends")]
    header_ends: WasmList<u32>,
    headers: WasmList<u8>,
}

#[derive(ComponentType, Lift, Clone, Copy)]
#[component(enum)]
#[repr(u8)]
#[allow(dead_code, reason = "only lifting makes them")]
enum GuestLevel {
    #[component(name = "trace")]
    Trace,
    #[component(name = "debug")]
    Debug,
    #[component(name = "info")]
    Info,
    #[component(name = "warn")]
    Warn,
    #[component(name = "error")]
    Error,
}

type Caller<'a> = StoreContextMut<'a, State>;

/// Puts every import into `linker`.
pub(crate) fn link(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    link_output(linker)?;
    link_log(linker)?;
    link_context(linker)
}

fn interface(name: &str) -> String {
    format!("sandbar:operator/{name}@{INTERFACE_VERSION}")
}

fn link_output(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    let mut output = linker.instance(&interface("output"))?;
    output.func_wrap("emit", |caller: Caller<'_>, (port, batch): (u32, GuestBatch)| {
        let emit = |output: &mut Output, caller: &Caller<'_>| {
            let columns = Columns {
                timestamps: Cow::Borrowed(batch.timestamps.as_le_slice(caller)),
                key_ends: Cow::Borrowed(batch.key_ends.as_le_slice(caller)),
                keys: Cow::Borrowed(batch.keys.as_le_slice(caller)),
                value_ends: Cow::Borrowed(batch.value_ends.as_le_slice(caller)),
                values: Cow::Borrowed(batch.values.as_le_slice(caller)),
                header_ends: Cow::Borrowed(batch.header_ends.as_le_slice(caller)),
                headers: Cow::Borrowed(batch.headers.as_le_slice(caller)),
            };
            output.emit_columns(Port(port), &columns)
        };
        stage(caller, Right::Emit, emit)
    })?;
    output.func_wrap("forward", |caller: Caller<'_>, (port, rows): (u32, WasmList<u32>)| {
        stage(caller, Right::Forward, |output, caller| {
            output.forward(Port(port), rows.as_le_slice(caller))
        })
    })?;
    type Rekey = (u32, WasmList<u32>, WasmList<u32>, WasmList<u8>);
    output.func_wrap("rekey", |caller: Caller<'_>, (port, rows, key_ends, keys): Rekey| {
        stage(caller, Right::Rekey, |output, caller| {
            let (rows, ends) = (rows.as_le_slice(caller), key_ends.as_le_slice(caller));
            output.rekey(Port(port), rows, ends, keys.as_le_slice(caller))
        })
    })?;
    output.func_wrap(
        "reject",
        |caller: Caller<'_>, (rows, reason): (WasmList<u32>, WasmList<u8>)| {
            stage(caller, Right::Reject, |output, caller| {
                let reason = reason.as_le_slice(caller);
                // No more is kept of it, and a longer one is not worth reading.
                let kept = &reason[..reason.len().min(LINE_BYTES_MAX)];
                let reason = line(&String::from_utf8_lossy(kept));
                output.reject(rows.as_le_slice(caller), &Fault::new(Code::Rejected, reason))
            })
        },
    )
}

/// Stages something in the output of the current call, reading the guest's memory in place.
fn stage(
    mut caller: Caller<'_>,
    right: Right,
    stage: impl FnOnce(&mut Output, &Caller<'_>) -> Result<(), Violation>,
) -> wasmtime::Result<()> {
    let output = caller.data_mut().look_up(right)?.output.take();
    let outside = || wasmtime::Error::msg("output during `open` or `close`");
    let mut output = output.ok_or_else(outside)?;
    let staged = stage(&mut output, &caller);
    caller.data_mut().output = Some(output);
    Ok(staged?)
}

fn link_log(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    let mut log = linker.instance(&interface("log"))?;
    type Write = (GuestLevel, String);
    log.func_wrap("write", |mut caller: Caller<'_>, (level, message): Write| {
        let level = match level {
            GuestLevel::Trace => Level::Trace,
            GuestLevel::Debug => Level::Debug,
            GuestLevel::Info => Level::Info,
            GuestLevel::Warn => Level::Warn,
            GuestLevel::Error => Level::Error,
        };
        let state = caller.data_mut().look_up(Right::Write)?;
        if level == Level::Error && message.starts_with(PANICKED) {
            let kept = message.floor_char_boundary(LINE_BYTES_MAX);
            state.panic = Some(message[..kept].to_owned());
        }
        let mut log = state.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.write(level, &message);
        Ok(())
    })
}

fn link_context(linker: &mut Linker<State>) -> wasmtime::Result<()> {
    let mut context = linker.instance(&interface("context"))?;
    context.func_wrap("parameters", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::Parameters)?.context.parameters.clone(),))
    })?;
    context.func_wrap("tenant", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::Tenant)?.context.tenant.clone(),))
    })?;
    context.func_wrap("operator", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::Operator)?.context.operator.clone(),))
    })?;
    context.func_wrap("task-index", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::TaskIndex)?.context.task_index,))
    })?;
    context.func_wrap("parallelism", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::Parallelism)?.context.parallelism,))
    })?;
    context.func_wrap("event-time", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::EventTime)?.event_time,))
    })?;
    context.func_wrap("processing-time", |mut caller: Caller<'_>, (): ()| {
        let state = caller.data_mut().look_up(Right::ProcessingTime)?;
        let clock: &dyn Clock = state.context.clock.as_ref();
        // Frozen for the length of a call: a guest cannot build a stopwatch from it.
        Ok((*state.now_ms.get_or_insert_with(|| clock.now_ms()),))
    })?;
    context.func_wrap("random", |mut caller: Caller<'_>, (): ()| {
        Ok((caller.data_mut().look_up(Right::Random)?.random(),))
    })
}
