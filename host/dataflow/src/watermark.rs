//! How far event time has come: watermarks made from timestamps by position, and the minimum over several inputs.

use std::time::Duration;

use crate::{RecordBatch, Watermark};

/// A watermark is cut after this many records of a split: by position, so that a replay cuts the same ones.
const RECORDS: usize = crate::BATCH_RECORDS;

/// How far a timestamp may lie behind the largest one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Lateness(pub Duration);

/// Makes the watermarks of one split.
#[derive(Debug)]
pub struct Generator {
    lateness_ms: i64,
    timestamp_max: i64,
    records: usize,
    last: i64,
}

impl Generator {
    pub fn new(lateness: Lateness) -> Self {
        let lateness_ms = i64::try_from(lateness.0.as_millis()).unwrap_or(i64::MAX);
        Self { lateness_ms, timestamp_max: i64::MIN, records: 0, last: i64::MIN }
    }

    /// Sees `batch` up to the next place where a watermark is due: how many of its records that are, and the watermark
    /// to send behind them, if it moved.
    pub fn observe(&mut self, batch: &RecordBatch) -> (usize, Option<i64>) {
        let taken = batch.len().min(RECORDS - self.records);
        let newest = batch.timestamps()[..taken].iter().copied().max().unwrap_or(i64::MIN);
        // The largest time of all says that nothing follows, which no record can say.
        let newest = newest.min(i64::MAX - 1);
        self.timestamp_max = self.timestamp_max.max(newest);
        self.records += taken;
        if self.records < RECORDS {
            return (taken, None);
        }
        self.records = 0;
        let watermark = self.timestamp_max.saturating_sub(self.lateness_ms);
        let moved = watermark > self.last;
        self.last = self.last.max(watermark);
        (taken, moved.then_some(watermark))
    }

    /// Sees all of `batch`; the last watermark that is due behind it, if it moved.
    pub(crate) fn observe_all(&mut self, batch: &RecordBatch) -> Option<i64> {
        let (mut rest, mut due) = (batch.clone(), None);
        while !rest.is_empty() {
            let (taken, watermark) = self.observe(&rest);
            due = watermark.or(due);
            rest = rest.slice(taken..rest.len());
        }
        due
    }

    /// The last watermark it gave; the smallest time of all before the first.
    pub(crate) fn last(&self) -> i64 {
        self.last
    }
}

/// The watermark of a task with several inputs: the minimum over those that are not idle. It never goes back, not even
/// when an input that was behind wakes up.
#[derive(Debug)]
pub(crate) struct Minimum {
    inputs: Vec<Watermark>,
    latest: i64,
    idle: bool,
}

impl Minimum {
    pub(crate) fn new(inputs: usize) -> Self {
        Self { inputs: vec![Watermark::At(i64::MIN); inputs], latest: i64::MIN, idle: false }
    }

    /// Input `input` says `watermark`. What the task says now, if that is news.
    pub(crate) fn advance(&mut self, input: usize, watermark: Watermark) -> Option<Watermark> {
        self.inputs[input] = watermark;
        let active = self.inputs.iter().filter_map(|watermark| match watermark {
            Watermark::At(time) => Some(*time),
            Watermark::Idle => None,
        });
        let Some(time) = active.min() else {
            let news = !std::mem::replace(&mut self.idle, true);
            return news.then_some(Watermark::Idle);
        };
        let woken = std::mem::replace(&mut self.idle, false);
        let moved = time > self.latest;
        self.latest = self.latest.max(time);
        (moved || woken).then_some(Watermark::At(self.latest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BatchBuilder, Record};

    fn batch(timestamps: impl IntoIterator<Item = i64>) -> RecordBatch {
        let mut builder = BatchBuilder::default();
        for timestamp in timestamps {
            builder.push(Record { timestamp, ..Record::default() });
        }
        builder.finish()
    }

    #[test]
    fn watermarks_are_cut_by_position_whatever_the_batches() {
        let cuts = |lengths: &[i64]| {
            let mut generator = Generator::new(Lateness(Duration::from_millis(10)));
            let (mut cuts, mut position) = (Vec::new(), 0);
            for &length in lengths {
                let mut rest = batch(position..position + length);
                while !rest.is_empty() {
                    let (taken, watermark) = generator.observe(&rest);
                    rest = rest.slice(taken..rest.len());
                    position += taken as i64;
                    cuts.extend(watermark.map(|watermark| (position, watermark)));
                }
            }
            cuts
        };
        assert_eq!(cuts(&[3000]), [(1024, 1013), (2048, 2037)]);
        assert_eq!(cuts(&[3000]), cuts(&[1, 1022, 1, 1, 1975]));
    }

    #[test]
    fn a_task_waits_for_its_slowest_input_but_not_for_an_idle_one() {
        let mut minimum = Minimum::new(3);
        assert_eq!(minimum.advance(0, Watermark::At(5)), None);
        assert_eq!(minimum.advance(1, Watermark::At(7)), None);
        assert_eq!(minimum.advance(2, Watermark::Idle), Some(Watermark::At(5)));
        assert_eq!(minimum.advance(0, Watermark::At(9)), Some(Watermark::At(7)));
        assert_eq!(minimum.advance(2, Watermark::At(3)), None, "time never goes back");
        assert_eq!(minimum.advance(2, Watermark::At(8)), None);
        assert_eq!(minimum.advance(1, Watermark::At(9)), Some(Watermark::At(8)));
    }

    #[test]
    fn time_does_not_go_back_when_an_idle_input_wakes_up_behind() {
        let mut minimum = Minimum::new(2);
        assert_eq!(minimum.advance(1, Watermark::Idle), None);
        assert_eq!(minimum.advance(0, Watermark::At(9)), Some(Watermark::At(9)));
        assert_eq!(minimum.advance(0, Watermark::Idle), Some(Watermark::Idle));
        assert_eq!(minimum.advance(1, Watermark::At(5)), Some(Watermark::At(9)));
        assert_eq!(minimum.advance(1, Watermark::At(6)), None);
        assert_eq!(minimum.advance(1, Watermark::At(12)), Some(Watermark::At(12)));
    }

    #[test]
    fn no_record_ends_time() {
        let mut generator = Generator::new(Lateness::default());
        let (_, watermark) = generator.observe(&batch((0..1_023).chain([i64::MAX])));
        assert_eq!(watermark, Some(i64::MAX - 1));
    }
}
