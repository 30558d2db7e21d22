//! The WebAssembly back-end: joins an [`Instance`] to the imports and exports of the guest interface. `#[operator]`
//! writes the exported functions, which call the ones here.

use crate::bindings::operator::sandbar::operator::types::{Batch, Failure as WireFailure};
use crate::bindings::operator::sandbar::operator::{context, log as wire_log, output};
use crate::{
    BatchRef, Columns, Declared, Failure, Host, Instance, Level, NativeOperator, Operator,
};

/// Opens the operator, after seeing to it that a panic leaves its message in the log before the trap.
pub fn open<O: Operator + Declared>(instance: &mut Instance<O>) -> Result<(), WireFailure> {
    std::panic::set_hook(Box::new(|panic| log(Level::Error, &panic.to_string())));
    Ok(instance.open(&context::parameters(), &mut Imports { input: None })?)
}

pub fn process<O: Operator + Declared>(
    instance: &mut Instance<O>,
    port: u32,
    batch: &Batch,
) -> Result<(), WireFailure> {
    Ok(instance.process(port, borrowed(batch), &mut Imports { input: Some(batch) })?)
}

pub fn on_watermark<O: Operator + Declared>(
    instance: &mut Instance<O>,
    time: i64,
) -> Result<(), WireFailure> {
    Ok(instance.on_watermark(time, &mut Imports { input: None })?)
}

pub fn close<O: Operator + Declared>(instance: &mut Instance<O>) -> Result<(), WireFailure> {
    Ok(instance.close(&mut Imports { input: None })?)
}

pub(crate) fn log(level: Level, message: &str) {
    let level = match level {
        Level::Trace => wire_log::Level::Trace,
        Level::Debug => wire_log::Level::Debug,
        Level::Info => wire_log::Level::Info,
        Level::Warn => wire_log::Level::Warn,
        Level::Error => wire_log::Level::Error,
    };
    wire_log::write(level, message);
}

impl From<Failure> for WireFailure {
    fn from(failure: Failure) -> Self {
        Self { message: failure.message, row: failure.row }
    }
}

/// The imports of the guest interface.
struct Imports<'a> {
    input: Option<&'a Batch>,
}

impl Host for Imports<'_> {
    fn emit(&mut self, port: u32, batch: &BatchRef<'_>) {
        // The bindings pass owned columns only. The call's own input is there as such and need not be copied first.
        match self.input {
            Some(input) if same(&borrowed(input), batch) => output::emit(port, input),
            _ => output::emit(port, &owned(batch)),
        }
    }

    fn emit_columns(&mut self, port: u32, columns: &mut Columns) {
        columns.lend(|batch| output::emit(port, batch));
    }

    fn forward(&mut self, port: u32, rows: &[u32]) {
        output::forward(port, rows);
    }

    fn rekey(&mut self, port: u32, rows: &[u32], key_ends: &[u32], keys: &[u8]) {
        output::rekey(port, rows, key_ends, keys);
    }

    fn reject(&mut self, rows: &[u32], reason: &str) {
        output::reject(rows, reason.as_bytes());
    }

    fn log(&mut self, level: Level, message: &str) {
        log(level, message);
    }

    fn tenant(&self) -> String {
        context::tenant()
    }

    fn operator(&self) -> String {
        context::operator()
    }

    fn task_index(&self) -> u32 {
        context::task_index()
    }

    fn parallelism(&self) -> u32 {
        context::parallelism()
    }

    fn event_time(&self) -> i64 {
        context::event_time()
    }

    fn processing_time(&self) -> i64 {
        context::processing_time()
    }

    fn random(&mut self) -> u64 {
        context::random()
    }
}

fn borrowed(batch: &Batch) -> BatchRef<'_> {
    BatchRef {
        timestamps: &batch.timestamps,
        key_ends: &batch.key_ends,
        keys: &batch.keys,
        value_ends: &batch.value_ends,
        values: &batch.values,
        header_ends: &batch.header_ends,
        headers: &batch.headers,
    }
}

fn owned(batch: &BatchRef<'_>) -> Batch {
    Batch {
        timestamps: batch.timestamps.to_vec(),
        key_ends: batch.key_ends.to_vec(),
        keys: batch.keys.to_vec(),
        value_ends: batch.value_ends.to_vec(),
        values: batch.values.to_vec(),
        header_ends: batch.header_ends.to_vec(),
        headers: batch.headers.to_vec(),
    }
}

/// Whether two batches are the same memory.
fn same(one: &BatchRef<'_>, other: &BatchRef<'_>) -> bool {
    std::ptr::eq(one.timestamps, other.timestamps)
        && std::ptr::eq(one.key_ends, other.key_ends)
        && std::ptr::eq(one.keys, other.keys)
        && std::ptr::eq(one.value_ends, other.value_ends)
        && std::ptr::eq(one.values, other.values)
        && std::ptr::eq(one.header_ends, other.header_ends)
        && std::ptr::eq(one.headers, other.headers)
}
