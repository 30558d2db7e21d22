//! Senders that wait until what they sent is in every sink, with their sources on two workers.

use std::sync::Mutex;

use sandbar_dataflow::{
    BatchBuilder, Fault, Operator, Output, Port, Read, Record, RecordBatch, Source,
};

use super::*;

/// What sources heard: of which task, and which barrier.
type Log = Arc<Mutex<Vec<(u32, u64)>>>;

/// Makes nodes whose sources' senders wait.
struct Awaited(Log);

impl Make for Awaited {
    fn factory(&self, _: Order) -> Result<(Arc<dyn Factory>, Held), Problem> {
        Ok((Arc::new(Nodes(Arc::clone(&self.0))), Box::new(())))
    }
}

struct Nodes(Log);

impl Factory for Nodes {
    fn source(&self, _: usize, task: u32) -> Result<Box<dyn Source>, Fault> {
        Ok(Box::new(Sent { task, is_staged: false, waits_for: None, log: Arc::clone(&self.0) }))
    }

    fn operator(&self, _: usize, _: u32) -> Result<Box<dyn Operator>, Fault> {
        Ok(Box::new(Nowhere))
    }

    fn plugin(&self, _: usize) -> String {
        String::new()
    }

    fn acknowledges(&self) -> bool {
        true
    }
}

/// One record, whose sender waits.
struct Sent {
    task: u32,
    is_staged: bool,
    /// The barrier behind it, until that was acknowledged.
    waits_for: Option<u64>,
    log: Log,
}

#[async_trait(?Send)]
impl Source for Sent {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if self.is_staged {
            std::future::pending::<()>().await;
        }
        let mut batch = BatchBuilder::default();
        batch.push(Record { key: b"k", ..Record::default() });
        output.emit(Port(0), batch.finish())?;
        (self.is_staged, self.waits_for) = (true, Some(u64::MAX));
        Ok(Read::More)
    }

    fn mark(&mut self, barrier: u64) {
        self.waits_for = self.waits_for.map(|_| barrier);
    }

    async fn acknowledge(&mut self, barrier: u64) -> Result<(), Fault> {
        self.log.lock().unwrap().push((self.task, barrier));
        self.waits_for.take_if(|marked| *marked <= barrier);
        Ok(())
    }

    fn is_awaited(&self) -> bool {
        self.waits_for.is_some()
    }
}

struct Nowhere;

#[async_trait(?Send)]
impl Operator for Nowhere {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn process(&mut self, _: Port, _: &RecordBatch, _: &mut Output) -> Result<(), Fault> {
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        Ok(())
    }
}

/// The pipeline over two workers, each with a source and a sink.
struct Bench {
    runs: Vec<run::Client>,
    leader: Leader,
    log: Log,
}

impl Bench {
    async fn start() -> Self {
        let log = Log::default();
        let make = || Some(Rc::new(Awaited(Arc::clone(&log))) as Rc<dyn Make>);
        let here = || Rc::new(Here::default());
        let sites = [site(here(), make()).await, site(here(), make()).await];
        let (leader, mut runs) = (Leader::default(), Vec::new());
        for host in [0, 1] {
            runs.push(start(&spread(1), &sites, host, &leader).await.unwrap());
        }
        Self { runs, leader, log }
    }

    /// Asks for a barrier and waits until all four tasks are past it.
    async fn barrier(&self, barrier: u64) {
        for run in &self.runs {
            let mut request = run.checkpoint_request();
            request.get().set_barrier(barrier);
            request.send().promise.await.unwrap();
        }
        let passed = |(number, _): &&(u64, (u32, u32))| *number == barrier;
        self.leader.until(|heard| heard.passed.borrow().iter().filter(passed).count() == 4).await;
    }

    async fn acknowledge(&self, host: usize, barrier: u64) {
        let mut request = self.runs[host].acknowledged_request();
        request.get().set_barrier(barrier);
        request.send().promise.await.unwrap();
    }

    async fn drain(&self) {
        for run in &self.runs {
            run.drain_request().send().promise.await.unwrap();
        }
    }

    /// Waits until sources have heard so much, and returns it in order of tasks.
    async fn heard(&self, count: usize) -> Vec<(u32, u64)> {
        let waiting = async {
            while self.log.lock().unwrap().len() < count {
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, waiting).await.expect("they hear of it");
        let mut heard = self.log.lock().unwrap().clone();
        heard.sort_unstable();
        heard
    }
}

#[test]
fn sources_hear_of_barriers_that_passed_all_hosts_when_the_leader_says_so() {
    local(async {
        let bench = Bench::start().await;
        bench.barrier(1).await;
        // Nobody here knows what passed elsewhere.
        assert_eq!(bench.heard(0).await, []);
        bench.acknowledge(0, 1).await;
        assert_eq!(bench.heard(1).await, [(0, 1)]);
        bench.barrier(2).await;
        bench.acknowledge(1, 2).await;
        assert_eq!(bench.heard(2).await, [(0, 1), (1, 2)]);
        // What was said is not taken back.
        bench.acknowledge(1, 1).await;
        bench.acknowledge(0, 2).await;
        assert_eq!(bench.heard(3).await, [(0, 1), (0, 2), (1, 2)]);
    });
}

#[test]
fn sources_that_drain_are_kept_until_the_barrier_behind_their_records_is_acknowledged() {
    local(async {
        let bench = Bench::start().await;
        // They have read by the time that a barrier passed, or will have at the next.
        bench.barrier(1).await;
        bench.drain().await;
        bench.barrier(2).await;
        assert_eq!(*bench.leader.0.ended.borrow(), [], "their senders wait");
        bench.acknowledge(0, 2).await;
        bench.acknowledge(1, 2).await;
        bench.leader.until(|heard| heard.ended.borrow().len() == 4).await;
        assert_eq!(bench.heard(2).await, [(0, 2), (1, 2)]);
    });
}
