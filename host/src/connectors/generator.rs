//! Makes records: for benchmarks, examples and tests. What record number n is depends on the settings and the pipeline's
//! seed alone, so any number of tasks makes the same records; the rate decides only when.

use std::time::Duration;

use async_trait::async_trait;
use sandbar_control::Replay;
use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BATCH_WAIT, BatchBuilder, Code, Fault, Output, Port, Position,
    RECORD_BYTES_MAX, Read, Record,
};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use super::{
    Complaint, Context, Reach, SourceConnector,
    settings::{Key, KeyKind, Settings},
};

pub(super) const SOURCE: SourceConnector = SourceConnector {
    name: "generator",
    help: "records made up by a template, numbered from 0; the tasks take turns",
    keys: &[
        Key {
            name: "count",
            kind: KeyKind::Integer,
            required: false,
            help: "how many records; endless by default",
        },
        Key {
            name: "rate",
            kind: KeyKind::Integer,
            required: false,
            help: "records a second, all tasks together; unlimited by default",
        },
        Key {
            name: "value",
            kind: KeyKind::Text,
            required: false,
            help: "each value, `{seq}` in it becomes the record's number; \"{seq}\" by default",
        },
        Key {
            name: "size",
            kind: KeyKind::Bytes,
            required: false,
            help: "instead of `value`: that many letters, which the seed decides",
        },
        Key {
            name: "keys",
            kind: KeyKind::Integer,
            required: false,
            help: "how many distinct keys (\"k0\", \"k1\", ...), which the seed deals out; none by default",
        },
        Key {
            name: "start",
            kind: KeyKind::Integer,
            required: false,
            help: "timestamp of the first record in ms; 0 by default",
        },
        Key {
            name: "interval",
            kind: KeyKind::Duration,
            required: false,
            help: "how far timestamps lie apart; what `rate` says by default, else 1 ms",
        },
    ],
    check,
    reach: Reach::Nothing,
    replay: |_| Replay::FromPosition,
    build: |settings, context| Ok(Box::new(Source::new(settings, context)?)),
};

/// Stands for the record's number in `value`.
const SEQ: &str = "{seq}";

/// Digits of the largest number.
const SEQ_BYTES_MAX: usize = 20;

fn check(settings: &Settings) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (key, least) in [("count", 0), ("rate", 1), ("keys", 1)] {
        if let Some(found) = settings.integer(key).filter(|found| *found < least) {
            complaints.push((key, format!("{found} is less than {least}")));
        }
    }
    if let Some(size) = settings.bytes("size") {
        if size > RECORD_BYTES_MAX as u64 / 2 {
            let limit = RECORD_BYTES_MAX / 2;
            complaints.push(("size", format!("{size} bytes exceed the limit of {limit}")));
        }
        if settings.get("value").is_some() {
            complaints.push(("size", "stands for `value`; set only one of them".to_owned()));
        }
    }
    let value = settings.text("value").unwrap_or_default();
    let bytes = value.len() + value.matches(SEQ).count() * SEQ_BYTES_MAX;
    if bytes > RECORD_BYTES_MAX / 2 {
        let limit = RECORD_BYTES_MAX / 2;
        complaints
            .push(("value", format!("may become {bytes} bytes and exceeds the limit of {limit}")));
    }
    complaints
}

/// Every n-th record from the task's own number on.
#[derive(Debug)]
struct Source {
    value: Value,
    keys: Option<u64>,
    count: Option<u64>,
    rate: Option<u64>,
    seed: u64,
    start_ms: i64,
    interval_ns: u64,
    next: u64,
    step: u64,
    /// Records, all tasks together, that were due before this run.
    due_before: u64,
    opened: Option<Instant>,
    key_text: Vec<u8>,
    value_text: Vec<u8>,
}

/// The number of the task's next record, as JSON in a position.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct At {
    next: u64,
    /// How many tasks take turns.
    tasks: u64,
}

#[derive(Debug)]
enum Value {
    /// What lies between the places for the number.
    Template(Vec<String>),
    Letters(usize),
}

impl Source {
    fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        if let Some((key, message)) = check(settings).into_iter().next() {
            return Err(Fault::new(Code::SourceFailed, format!("`{key}`: {message}")));
        }
        let positive = |key| settings.integer(key).and_then(|found| u64::try_from(found).ok());
        let rate = positive("rate");
        let interval = settings.duration("interval").unwrap_or_else(|| match rate {
            Some(rate) => Duration::from_nanos(1_000_000_000 / rate.max(1)),
            None => Duration::from_millis(1),
        });
        let template =
            settings.text("value").unwrap_or(SEQ).split(SEQ).map(str::to_owned).collect();
        let value = match settings.bytes("size").and_then(|size| usize::try_from(size).ok()) {
            Some(size) => Value::Letters(size),
            None => Value::Template(template),
        };
        let (task, step) = (u64::from(context.task_index), u64::from(context.parallelism.max(1)));
        let next = match &context.position {
            Some(position) => resumed(position, task, step)?,
            None => task,
        };
        Ok(Self {
            value,
            keys: positive("keys"),
            count: positive("count"),
            rate,
            seed: context.seed,
            start_ms: settings.integer("start").unwrap_or(0),
            interval_ns: u64::try_from(interval.as_nanos()).unwrap_or(u64::MAX),
            next,
            step,
            due_before: next.saturating_sub(task),
            opened: None,
            key_text: Vec::new(),
            value_text: Vec::new(),
        })
    }

    /// Waits until a record is due. How many there are by then, all tasks together.
    async fn due(&self) -> u64 {
        let (Some(rate), Some(opened)) = (self.rate, self.opened) else { return u64::MAX };
        let due_by = |elapsed: Duration| {
            let due = elapsed.as_nanos() * u128::from(rate) / 1_000_000_000;
            let due = u64::try_from(due).unwrap_or(u64::MAX);
            due.saturating_add(self.due_before).saturating_add(1)
        };
        let due = due_by(opened.elapsed());
        if due > self.next {
            return due;
        }
        let after = |records: u64| {
            let nanos = u128::from(records) * 1_000_000_000 / u128::from(rate);
            Duration::from_nanos(u64::try_from(nanos).unwrap_or(u64::MAX))
        };
        // Where records follow each other quickly, they wait for one another as those of other sources do.
        let together = if after(self.step) < BATCH_WAIT { BATCH_WAIT } else { Duration::ZERO };
        // Rounding down must not wake it a moment before the record is due.
        let wait =
            after(self.next - self.due_before).saturating_add(together) + Duration::from_nanos(1);
        tokio::time::sleep_until(opened + wait).await;
        due_by(opened.elapsed())
    }

    fn render(&mut self, seq: u64) {
        self.value_text.clear();
        match &self.value {
            Value::Template(pieces) => {
                for (i, piece) in pieces.iter().enumerate() {
                    if i > 0 {
                        push_decimal(&mut self.value_text, seq);
                    }
                    self.value_text.extend_from_slice(piece.as_bytes());
                }
            }
            Value::Letters(size) => {
                let mut state = mix(self.seed ^ mix(seq));
                while self.value_text.len() < *size {
                    state = mix(state);
                    let letters = state.to_le_bytes().map(|byte| b'a' + byte % 26);
                    let wanted = (size - self.value_text.len()).min(letters.len());
                    self.value_text.extend_from_slice(&letters[..wanted]);
                }
            }
        }
        self.key_text.clear();
        if let Some(keys) = self.keys {
            self.key_text.push(b'k');
            push_decimal(&mut self.key_text, mix(self.seed.wrapping_add(mix(seq))) % keys);
        }
    }

    fn timestamp(&self, seq: u64) -> i64 {
        let after_ms = u128::from(seq) * u128::from(self.interval_ns) / 1_000_000;
        self.start_ms.saturating_add(i64::try_from(after_ms).unwrap_or(i64::MAX))
    }
}

/// The next record of task `task` of `tasks`, as `position` says.
fn resumed(position: &Position, task: u64, tasks: u64) -> Result<u64, Fault> {
    let Position(text) = position;
    let refused = |why: String| {
        let help = "give the source another name to begin anew";
        Fault::new(Code::SourceFailed, format!("cannot go on: its position {why}; {help}"))
    };
    let At { next, tasks: before } = serde_json::from_str(text)
        .map_err(|error| refused(format!("{text:?} is none of a generator: {error}")))?;
    if before != tasks {
        return Err(refused(format!(
            "is that of one of {before} tasks, but there are {tasks} now"
        )));
    }
    if next % tasks != task {
        return Err(refused(format!("is record {next}, which task {task} of {tasks} never makes")));
    }
    Ok(next)
}

fn push_decimal(text: &mut Vec<u8>, number: u64) {
    let mut digits = [0; SEQ_BYTES_MAX];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).expect("a digit is below 10");
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    text.extend_from_slice(&digits[at..]);
}

/// `SplitMix64` (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), one step.
fn mix(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        self.opened.get_or_insert_with(Instant::now);
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        let count = self.count.unwrap_or(u64::MAX);
        if self.next >= count {
            return Ok(Read::End);
        }
        let due = self.due().await.min(count);
        let mut batch = BatchBuilder::with_capacity(BATCH_RECORDS, 0);
        while self.next < due && batch.len() < BATCH_RECORDS && batch.bytes() < BATCH_BYTES {
            self.render(self.next);
            let timestamp = self.timestamp(self.next);
            batch.push(Record {
                key: &self.key_text,
                value: &self.value_text,
                timestamp,
                headers: &[],
            });
            self.next = self.next.saturating_add(self.step);
        }
        if !batch.is_empty() {
            output.emit(Port(0), batch.finish())?;
        }
        Ok(Read::More)
    }

    fn position(&self) -> Option<Position> {
        let at = At { next: self.next, tasks: self.step };
        Some(Position(serde_json::to_string(&at).expect("numbers become JSON")))
    }
}

#[cfg(test)]
mod tests;
