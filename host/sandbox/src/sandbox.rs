//! The process-wide part: the engine and what every guest may import.

use std::hash::{Hash, Hasher};

use sandbar_dataflow::{Code, Fault};
use siphasher::sip::SipHasher24;
use wasmtime::{Config, Engine, component::Linker};

use crate::{
    CompiledPlugin, Ticker,
    imports::{self, State},
    inspect::Inspected,
    ticker::Active,
};

/// Stack that the host needs above the guest's own on a call's fiber: imports run there.
const HOST_STACK_BYTES: usize = 512 << 10;

/// How guests are compiled and run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Bytes of stack of one call.
    pub stack_bytes_max: usize,
    pub interruption: Interruption,
}

/// Whether guests can be interrupted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interruption {
    /// Compiled code looks for a tick at every loop and function: budgets bind, and at each tick a call gives way to the
    /// other tasks of its thread. The default.
    Yielding,
    /// As `Yielding`, but calls do not give way: the order of tasks does not depend on a clock, so a run can be repeated.
    Holding,
    /// Nothing can stop a call. Only to measure what interruption costs; never for code one does not trust.
    Off,
}

impl Default for Settings {
    fn default() -> Self {
        Self { stack_bytes_max: 512 << 10, interruption: Interruption::Yielding }
    }
}

/// Compiles plugins and runs them. Cheap to clone. One per process and setting.
#[derive(Clone)]
pub struct Sandbox {
    engine: Engine,
    linker: std::sync::Arc<Linker<State>>,
    interruption: Interruption,
    active: std::sync::Arc<Closing>,
}

/// Ends the ticker when the last sandbox and plugin are gone.
struct Closing(Active);

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl std::fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Sandbox").finish_non_exhaustive()
    }
}

impl Sandbox {
    /// A sandbox, and the ticker that somebody must run on a thread of its own: without it no budget binds.
    ///
    /// # Errors
    /// If this machine lacks what the engine needs.
    pub fn new(settings: Settings) -> Result<(Self, Ticker), Fault> {
        let engine = Engine::new(&config(settings)).map_err(|error| internal(&error))?;
        let mut linker = Linker::new(&engine);
        imports::link(&mut linker).map_err(|error| internal(&error))?;
        let (ticker, active) = Ticker::new(&engine);
        let sandbox = Self {
            engine,
            linker: std::sync::Arc::new(linker),
            interruption: settings.interruption,
            active: std::sync::Arc::new(Closing(active)),
        };
        Ok((sandbox, ticker))
    }

    /// Compiles an inspected plugin. Takes a second of CPU per megabyte or so, on all cores.
    ///
    /// # Errors
    /// [`Code::PluginInvalid`] with wasmtime's reason.
    pub fn compile(&self, inspected: &Inspected<'_>) -> Result<CompiledPlugin, Fault> {
        let component = wasmtime::component::Component::new(&self.engine, &*inspected.component)
            .map_err(|error| Fault::new(Code::PluginInvalid, format!("{error:#}")))?;
        CompiledPlugin::new(self.clone(), component, &inspected.manifest)
    }

    /// Native code of an inspected plugin, for another process to load: nothing of it is loaded here.
    ///
    /// # Errors
    /// [`Code::PluginInvalid`] with wasmtime's reason.
    pub fn precompile(&self, inspected: &Inspected<'_>) -> Result<Vec<u8>, Fault> {
        let code = self.engine.precompile_component(&inspected.component);
        code.map_err(|error| Fault::new(Code::PluginInvalid, format!("{error:#}")))
    }

    /// Names everything that decides whether code compiled elsewhere runs here: engine version, settings, processor.
    pub fn compatibility(&self) -> u64 {
        let mut hasher = SipHasher24::new();
        self.engine.precompile_compatibility_hash().hash(&mut hasher);
        hasher.finish()
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) fn linker(&self) -> &Linker<State> {
        &self.linker
    }

    pub(crate) fn interruption(&self) -> Interruption {
        self.interruption
    }

    pub(crate) fn active(&self) -> &Active {
        &self.active.0
    }
}

fn config(settings: Settings) -> Config {
    let mut config = Config::new();
    config
        .max_wasm_stack(settings.stack_bytes_max)
        .async_stack_size(settings.stack_bytes_max + HOST_STACK_BYTES)
        .epoch_interruption(settings.interruption != Interruption::Off)
        // The same input gives the same bytes on every machine.
        .cranelift_nan_canonicalization(true)
        .relaxed_simd_deterministic(true)
        .wasm_component_model(true)
        .wasm_memory64(false);
    config
}

fn internal(error: &wasmtime::Error) -> Fault {
    Fault::new(Code::Internal, format!("{error:#}"))
}
