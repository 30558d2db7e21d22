//! Native nodes: a source that counts, one whose senders wait until what they sent is in every sink, an identity, and a sink
//! that tells the oracle.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use async_trait::async_trait;
use sandbar::{
    pipeline::Setup,
    worker::{Held, Make, Order},
};
use sandbar_control::Problem;
use sandbar_dataflow::{
    BatchBuilder, Factory, Fault, Operator, Output, Port, Position, Read, Record, RecordBatch,
    Source, spec::Kind,
};

use super::oracle::{Oracle, RECORDS, record};

/// Records that a source stages at once.
const BATCH: u64 = 7;

/// How long a sink takes for every so manieth batch: what comes right behind a barrier is not there yet when the barrier
/// is committed, and is lost if it came from before it.
const SLOW: Duration = Duration::from_millis(40);
const SLOW_EACH: u64 = 3;

/// Makes nodes that need no code.
pub(super) struct Natives(pub(super) Arc<Oracle>);

impl Make for Natives {
    fn factory(&self, order: Order) -> Result<(Arc<dyn Factory>, Held), Problem> {
        Ok((Arc::new(Nodes { order, oracle: Arc::clone(&self.0) }), Box::new(())))
    }
}

struct Nodes {
    order: Order,
    oracle: Arc<Oracle>,
}

impl Factory for Nodes {
    fn source(&self, node: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        let resume = self.order.resume.get(&(node, task));
        if self.order.setups[node].acknowledges() {
            // The broker knows what was acknowledged; only whether nothing is left is known of the source.
            let next = match resume.is_some_and(|resume| resume.ended) {
                true => RECORDS,
                false => self.oracle.acknowledged(task),
            };
            let (counting, marked) = (Counting { task, next }, VecDeque::new());
            let oracle = Arc::clone(&self.oracle);
            return Ok(Box::new(Awaited { counting, marked, acknowledged: next, oracle }));
        }
        let at = resume.and_then(|resume| resume.position.as_ref());
        let next = at.map_or(0, |Position(at)| at.parse().expect("a number"));
        Ok(Box::new(Counting { task, next }))
    }

    fn operator(&self, node: usize, task: u32) -> Result<Box<dyn Operator>, Fault> {
        Ok(match self.order.plan.node(node).kind {
            Kind::Sink => {
                let (oracle, epoch) = (Arc::clone(&self.oracle), self.order.epoch);
                Box::new(Sink { oracle, epoch, task, batches: 0 })
            }
            _ => Box::new(Identity),
        })
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }

    fn acknowledges(&self) -> bool {
        self.order.setups.iter().any(Setup::acknowledges)
    }
}

/// Stages all records, one after the other.
struct Counting {
    task: u32,
    next: u64,
}

#[async_trait(?Send)]
impl Source for Counting {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if self.next >= RECORDS {
            return Ok(Read::End);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        let mut builder = BatchBuilder::with_capacity(BATCH as usize, 64);
        let end = (self.next + BATCH).min(RECORDS);
        for index in self.next..end {
            let (key, value) = record(self.task, index);
            let value = value.to_string();
            builder.push(Record {
                timestamp: 0,
                key: key.as_bytes(),
                value: value.as_bytes(),
                headers: &[],
            });
        }
        output.emit(Port(0), builder.finish()).expect("a small batch");
        self.next = end;
        Ok(Read::More)
    }

    fn position(&self) -> Option<Position> {
        Some(Position(self.next.to_string()))
    }
}

/// As [`Counting`], for a broker that goes on behind what was acknowledged.
struct Awaited {
    counting: Counting,
    /// Barriers, and what had been staged before each.
    marked: VecDeque<(u64, u64)>,
    acknowledged: u64,
    oracle: Arc<Oracle>,
}

#[async_trait(?Send)]
impl Source for Awaited {
    async fn open(&mut self) -> Result<(), Fault> {
        self.counting.open().await
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        self.counting.read(output).await
    }

    fn mark(&mut self, barrier: u64) {
        self.marked.push_back((barrier, self.counting.next));
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        while let Some(&(marked, staged)) = self.marked.front()
            && marked <= barrier
        {
            self.marked.pop_front();
            self.oracle.acknowledge(self.counting.task, self.acknowledged..staged);
            self.acknowledged = staged;
        }
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        self.acknowledged < self.counting.next
    }
}

struct Identity;

#[async_trait(?Send)]
impl Operator for Identity {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        output.emit(Port(0), batch.clone()).expect("what came in may leave");
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}

struct Sink {
    oracle: Arc<Oracle>,
    epoch: u64,
    task: u32,
    batches: u64,
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, batch: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        self.batches += 1;
        if self.batches.is_multiple_of(SLOW_EACH) {
            tokio::time::sleep(SLOW).await;
        }
        for record in batch.iter() {
            self.oracle.took(self.epoch, self.task, record.key, record.value);
        }
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}
