//! Runs an operator natively over a few records, for unit tests: no WebAssembly, no engine, the same operator.
//!
//! ```
//! # use sandbar_sdk::prelude::*;
//! # #[operator]
//! # fn shout(text: &str, out: &mut Output) { out.emit(text.to_uppercase()); }
//! # fn main() {
//! let outcome = sandbar_sdk::testing::run(native(), "{}", ["hello"]).unwrap();
//! assert_eq!(outcome.values("out"), ["HELLO"]);
//! # }
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{BatchRef, Columns, Failure, Host, Level, NativeOperator, Record};

/// What an operator did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The records that left, by the name of the output port.
    pub ports: BTreeMap<String, Vec<OwnedRecord>>,
    /// The records that failed and why, in order of the calls.
    pub rejected: Vec<Rejection>,
    pub logs: Vec<(Level, String)>,
}

impl Outcome {
    /// The values that left by `port`, as text; empty for an unknown port.
    #[must_use]
    pub fn values(&self, port: &str) -> Vec<String> {
        self.records(port).iter().map(|record| text(&record.value)).collect()
    }

    /// The keys that left by `port`, as text.
    #[must_use]
    pub fn keys(&self, port: &str) -> Vec<String> {
        self.records(port).iter().map(|record| text(&record.key)).collect()
    }

    #[must_use]
    pub fn records(&self, port: &str) -> &[OwnedRecord] {
        self.ports.get(port).map_or(&[], Vec::as_slice)
    }
}

/// A record that left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnedRecord {
    pub key: Vec<u8>,
    pub value: Vec<u8>,
    pub timestamp: i64,
    pub headers: Vec<u8>,
}

impl From<Record<'_>> for OwnedRecord {
    fn from(record: Record<'_>) -> Self {
        Self {
            key: record.key.to_vec(),
            value: record.value.to_vec(),
            timestamp: record.timestamp,
            headers: record.headers.to_vec(),
        }
    }
}

/// A record that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// Its row in the batch of its call.
    pub row: u32,
    pub reason: String,
}

/// Opens `operator`, gives it `records` as one batch at its first input, and closes it. `parameters` is a JSON object.
pub fn run<'a, R: Into<Record<'a>>>(
    operator: Box<dyn NativeOperator>,
    parameters: &str,
    records: impl IntoIterator<Item = R>,
) -> Result<Outcome, Failure> {
    let mut trial = Trial::open(operator, parameters)?;
    trial.process(0, records)?;
    trial.close()
}

/// An operator under test, call by call.
///
/// ```
/// # use sandbar_sdk::prelude::*;
/// # #[operator(outputs(loud, quiet))]
/// # fn sorted(text: &str, out: &mut Output) {
/// #     log::debug!("{text}");
/// #     if text.ends_with('!') { out.loud().forward() } else { out.quiet().rekey(text) }
/// # }
/// # fn main() -> Result<(), Failure> {
/// let mut trial = sandbar_sdk::testing::Trial::open(native(), "{}")?;
/// trial.process(0, ["hello!"])?;
/// trial.process(0, [Record { key: b"k", timestamp: 5, ..Record::from("hello") }])?;
/// let outcome = trial.close()?;
/// assert_eq!(outcome.values("loud"), ["hello!"]);
/// assert_eq!(outcome.records("quiet")[0].timestamp, 5);
/// assert_eq!(outcome.logs[0], (sandbar_sdk::Level::Debug, "hello!".to_owned()));
/// # Ok(())
/// # }
/// ```
pub struct Trial {
    operator: Box<dyn NativeOperator>,
    transcript: Transcript,
}

impl Trial {
    pub fn open(operator: Box<dyn NativeOperator>, parameters: &str) -> Result<Self, Failure> {
        let Ports { outputs } = serde_json::from_str(operator.descriptor())?;
        let mut trial = Self { operator, transcript: Transcript::new(outputs) };
        trial.operator.open(parameters, &mut trial.transcript)?;
        Ok(trial)
    }

    /// One batch of `records` arrives at the input port numbered `port`.
    pub fn process<'a, R: Into<Record<'a>>>(
        &mut self,
        port: u32,
        records: impl IntoIterator<Item = R>,
    ) -> Result<(), Failure> {
        self.transcript.input = records.into_iter().collect();
        let input = self.transcript.input.clone();
        self.operator.process(port, input.as_batch(), &mut self.transcript)
    }

    /// The watermark rises to `time`.
    pub fn on_watermark(&mut self, time: i64) -> Result<(), Failure> {
        self.transcript.input.clear();
        self.transcript.event_time = time;
        self.operator.on_watermark(time, &mut self.transcript)
    }

    pub fn close(mut self) -> Result<Outcome, Failure> {
        self.operator.close(&mut self.transcript)?;
        let Transcript { outputs, ports, rejected, logs, .. } = self.transcript;
        Ok(Outcome { ports: outputs.into_iter().zip(ports).collect(), rejected, logs })
    }
}

impl std::fmt::Debug for Trial {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Trial")
            .field("transcript", &self.transcript)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Ports {
    outputs: Vec<String>,
}

/// A host that writes down what it is given.
#[derive(Debug)]
struct Transcript {
    outputs: Vec<String>,
    input: Columns,
    ports: Vec<Vec<OwnedRecord>>,
    rejected: Vec<Rejection>,
    logs: Vec<(Level, String)>,
    event_time: i64,
    draws: u64,
}

impl Transcript {
    fn new(outputs: Vec<String>) -> Self {
        Self {
            ports: outputs.iter().map(|_| Vec::new()).collect(),
            outputs,
            input: Columns::new(),
            rejected: Vec::new(),
            logs: Vec::new(),
            event_time: i64::MIN,
            draws: 0,
        }
    }

    fn input(&self, row: u32) -> OwnedRecord {
        self.input.as_batch().get(row as usize).unwrap_or_default().into()
    }
}

#[cfg(test)]
pub(crate) fn transcript() -> impl Host {
    Transcript::new(Vec::new())
}

impl Host for Transcript {
    fn emit(&mut self, port: u32, batch: &BatchRef<'_>) {
        self.ports[port as usize].extend(batch.records().map(OwnedRecord::from));
    }

    fn forward(&mut self, port: u32, rows: &[u32]) {
        assert!(rows.is_sorted_by(|one, next| one < next), "rows {rows:?} do not increase");
        for &row in rows {
            let record = self.input(row);
            self.ports[port as usize].push(record);
        }
    }

    fn rekey(&mut self, port: u32, rows: &[u32], key_ends: &[u32], keys: &[u8]) {
        assert!(rows.is_sorted_by(|one, next| one < next), "rows {rows:?} do not increase");
        assert_eq!(rows.len(), key_ends.len(), "each row has a key");
        for (at, &row) in rows.iter().enumerate() {
            let key = crate::batch::field(key_ends, keys, at).to_vec();
            let record = OwnedRecord { key, ..self.input(row) };
            self.ports[port as usize].push(record);
        }
    }

    fn reject(&mut self, rows: &[u32], reason: &str) {
        let reason = reason.to_owned();
        self.rejected.extend(rows.iter().map(|&row| Rejection { row, reason: reason.clone() }));
    }

    fn log(&mut self, level: Level, message: &str) {
        self.logs.push((level, message.to_owned()));
    }

    fn tenant(&self) -> String {
        "test".to_owned()
    }

    fn operator(&self) -> String {
        "test".to_owned()
    }

    fn task_index(&self) -> u32 {
        0
    }

    fn parallelism(&self) -> u32 {
        1
    }

    fn event_time(&self) -> i64 {
        self.event_time
    }

    fn processing_time(&self) -> i64 {
        0
    }

    fn random(&mut self) -> u64 {
        // SplitMix64: the same numbers in every run.
        self.draws = self.draws.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.draws ^ (self.draws >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
