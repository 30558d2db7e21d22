//! What an operator is, and how a host drives it: [`Operator`] is written by authors, [`NativeOperator`] is what a host
//! holds, [`Instance`] joins the two.

use std::fmt;

use crate::output::{Rejects, Stage};
use crate::{BatchRef, Context, Host, Output, Parameters, log};

/// An operator over whole batches. `#[operator]` on the `impl` declares its ports and exports it.
///
/// A call is a transaction: what a failed call sent does not count, and a new operator is opened before the next one.
/// So fields are a cache, never the place where state lives.
pub trait Operator: Sized {
    /// What the pipeline file may set; `()` for nothing.
    type Parameters: Parameters;

    /// Called once before everything else.
    fn open(parameters: Self::Parameters, context: &mut Context<'_>) -> Result<Self, Failure>;

    /// One batch that arrived at the input port numbered `input` in the order of the declared inputs.
    fn process(
        &mut self,
        input: u32,
        batch: BatchRef<'_>,
        out: &mut Output<'_>,
    ) -> Result<(), Failure>;

    /// No record with a timestamp below `time` is expected any more; the largest `i64` at the end. An `impl` that has
    /// this function follows event time, others are not called.
    fn on_watermark(&mut self, time: i64, out: &mut Output<'_>) -> Result<(), Failure> {
        _ = (time, out);
        Ok(())
    }

    /// Called once when all inputs have ended.
    fn close(&mut self) -> Result<(), Failure> {
        Ok(())
    }
}

/// What `#[operator]` adds to an [`Operator`].
pub trait Declared {
    /// Its name, ports and parameters as JSON.
    const DESCRIPTOR: &'static str;
    /// The number of input ports.
    const INPUTS: u32;
    /// The number of output ports.
    const OUTPUTS: usize;
    /// Whether it follows event time.
    const TIMED: bool;
}

/// Why a call gave up. Made from any error by `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// For people: what went wrong, with the value that was wrong.
    pub message: String,
    /// The first row of the call's batch that is known to be at fault.
    pub row: Option<u32>,
}

impl Failure {
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), row: None }
    }

    /// The same failure, blamed on a row of the call's batch.
    #[must_use]
    pub fn at_row(self, row: u32) -> Self {
        Self { row: Some(row), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

/// An operator as its host sees it. A host that gets a failure from any call drops it and opens a new one.
pub trait NativeOperator {
    /// The operator's name, ports and parameters as JSON.
    fn descriptor(&self) -> &'static str;
    /// Whether `on_watermark` is to be called.
    fn timed(&self) -> bool;
    /// `parameters` is a JSON object.
    fn open(&mut self, parameters: &str, host: &mut dyn Host) -> Result<(), Failure>;
    fn process(
        &mut self,
        port: u32,
        batch: BatchRef<'_>,
        host: &mut dyn Host,
    ) -> Result<(), Failure>;
    fn on_watermark(&mut self, time: i64, host: &mut dyn Host) -> Result<(), Failure>;
    fn close(&mut self, host: &mut dyn Host) -> Result<(), Failure>;
}

/// One operator and the memory its output is staged in.
pub struct Instance<O> {
    operator: Option<O>,
    stages: Vec<Stage>,
    rejects: Rejects,
}

impl<O> Instance<O> {
    /// Not yet opened.
    #[must_use]
    pub const fn new() -> Self {
        Self { operator: None, stages: Vec::new(), rejects: Rejects::new() }
    }
}

impl<O> Default for Instance<O> {
    fn default() -> Self {
        Self::new()
    }
}

impl<O> fmt::Debug for Instance<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Instance").finish_non_exhaustive()
    }
}

impl<O: Operator + Declared> Instance<O> {
    /// Runs `call` with an output over `batch` and hands over what it sent, if it succeeds.
    #[inline]
    fn call(
        &mut self,
        batch: BatchRef<'_>,
        host: &mut dyn Host,
        call: impl FnOnce(&mut O, &mut Output<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let operator = self.operator.as_mut().ok_or_else(not_open)?;
        self.stages.iter_mut().for_each(Stage::clear);
        self.rejects.clear();
        let mut out = Output::new(batch, &mut self.stages, &mut self.rejects, host);
        call(operator, &mut out)?;
        out.finish()
    }
}

impl<O: Operator + Declared> NativeOperator for Instance<O> {
    fn descriptor(&self) -> &'static str {
        O::DESCRIPTOR
    }

    fn timed(&self) -> bool {
        O::TIMED
    }

    fn open(&mut self, parameters: &str, host: &mut dyn Host) -> Result<(), Failure> {
        self.stages.resize_with(O::OUTPUTS, Stage::default);
        logged(host, |host| {
            let parameters = O::Parameters::parse(parameters)?;
            self.operator = Some(O::open(parameters, &mut Context::new(host))?);
            Ok(())
        })
    }

    fn process(
        &mut self,
        port: u32,
        batch: BatchRef<'_>,
        host: &mut dyn Host,
    ) -> Result<(), Failure> {
        if port >= O::INPUTS {
            let message = format!("input port {port} is not one of the {} declared", O::INPUTS);
            return Err(Failure::new(message));
        }
        logged(host, |host| {
            self.call(batch, host, |operator, out| operator.process(port, batch, out))
        })
    }

    fn on_watermark(&mut self, time: i64, host: &mut dyn Host) -> Result<(), Failure> {
        logged(host, |host| {
            self.call(BatchRef::default(), host, |operator, out| operator.on_watermark(time, out))
        })
    }

    fn close(&mut self, host: &mut dyn Host) -> Result<(), Failure> {
        logged(host, |_| self.operator.as_mut().ok_or_else(not_open)?.close())
    }
}

/// Passes on what was logged in `call`, also if it failed.
#[inline]
fn logged(
    host: &mut dyn Host,
    call: impl FnOnce(&mut dyn Host) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let result = call(host);
    for (level, message) in log::take() {
        host.log(level, &message);
    }
    result
}

fn not_open() -> Failure {
    Failure::new("the operator is not open: call open first")
}
