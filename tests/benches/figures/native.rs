//! An SDK operator compiled natively, as an operator of the engine: the very same code that is in the plugin.

use async_trait::async_trait;
use sandbar_dataflow::{Code, Columns, Fault, Operator, Output, Port, RecordBatch, Violation};
use sandbar_sdk::{BatchRef, Host, Level, NativeOperator};

/// Makes a fresh operator.
pub(crate) type Make = fn() -> Box<dyn NativeOperator>;

/// A native operator and what makes a new one after a failed call.
pub(crate) struct Native {
    make: Make,
    operator: Box<dyn NativeOperator>,
}

/// One call's host: stages what it is given, as the sandbox does.
struct Call<'a> {
    output: Option<&'a mut Output>,
    violation: Option<Violation>,
}

impl Native {
    pub(crate) fn new(make: Make) -> Self {
        Self { make, operator: make() }
    }
}

impl Call<'_> {
    fn stage(&mut self, stage: impl FnOnce(&mut Output) -> Result<(), Violation>) {
        if let (Some(output), None) = (&mut self.output, &self.violation) {
            self.violation = stage(output).err();
        }
    }
}

impl Host for Call<'_> {
    fn emit(&mut self, port: u32, batch: &BatchRef<'_>) {
        let columns = Columns {
            timestamps: batch.timestamps.into(),
            key_ends: batch.key_ends.into(),
            keys: batch.keys.into(),
            value_ends: batch.value_ends.into(),
            values: batch.values.into(),
            header_ends: batch.header_ends.into(),
            headers: batch.headers.into(),
        };
        self.stage(|output| output.emit_columns(Port(port), &columns));
    }

    fn forward(&mut self, port: u32, rows: &[u32]) {
        self.stage(|output| output.forward(Port(port), rows));
    }

    fn rekey(&mut self, port: u32, rows: &[u32], key_ends: &[u32], keys: &[u8]) {
        self.stage(|output| output.rekey(Port(port), rows, key_ends, keys));
    }

    fn reject(&mut self, rows: &[u32], reason: &str) {
        self.stage(|output| output.reject(rows, &Fault::new(Code::Rejected, reason)));
    }

    fn log(&mut self, _: Level, _: &str) {}

    fn tenant(&self) -> String {
        "local".to_owned()
    }

    fn operator(&self) -> String {
        "native".to_owned()
    }

    fn task_index(&self) -> u32 {
        0
    }

    fn parallelism(&self) -> u32 {
        1
    }

    fn event_time(&self) -> i64 {
        i64::MIN
    }

    fn processing_time(&self) -> i64 {
        0
    }

    fn random(&mut self) -> u64 {
        0
    }
}

#[async_trait(?Send)]
impl Operator for Native {
    async fn open(&mut self) -> Result<(), Fault> {
        self.operator = (self.make)();
        let mut call = Call { output: None, violation: None };
        self.operator.open("{}", &mut call).map_err(|failure| failed(&failure))
    }

    async fn process(
        &mut self,
        port: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        let columns = batch.columns();
        let input = BatchRef {
            timestamps: &columns.timestamps,
            key_ends: &columns.key_ends,
            keys: &columns.keys,
            value_ends: &columns.value_ends,
            values: &columns.values,
            header_ends: &columns.header_ends,
            headers: &columns.headers,
        };
        let mut call = Call { output: Some(output), violation: None };
        let processed = self.operator.process(port.0, input, &mut call);
        match call.violation {
            Some(violation) => Err(violation.into()),
            None => processed.map_err(|failure| failed(&failure)),
        }
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}

fn failed(failure: &sandbar_sdk::Failure) -> Fault {
    Fault::new(Code::GuestFailed, failure.message.clone())
}
