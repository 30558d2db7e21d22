//! Threads: the only file that makes them. A pool's threads outlive pipelines; each has a runtime of its own, and tasks
//! never leave theirs. What comes from outside is a seed of a task; what goes back is how the task ended.

use std::{
    io,
    num::NonZeroUsize,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use futures_util::future::BoxFuture;
use sandbar_dataflow::{Code, Ending, Factory, Fault, Halt, Seed, Setting, TaskId, plan::Plan};
use sandbar_sandbox::Ticker;
use tokio::{
    runtime::{Builder, Runtime},
    sync::{mpsc, watch},
    task::{JoinError, LocalSet, spawn_local},
};
use tracing::Instrument as _;

/// Stack of a worker: a batch goes down a chain by calls, a few KiB for each node, and a pipeline may be one chain.
const STACK_BYTES: usize = 32 << 20;

/// How each task ended, in the order in which they do. Closed once all have, or were given up.
pub type Endings = mpsc::UnboundedReceiver<(TaskId, Result<Ending, Halt>)>;

/// What a thread is handed: it starts futures there.
pub type Work = Box<dyn FnOnce() + Send>;

/// Where tasks run: a pool, or the caller's own thread.
pub trait Spawn {
    /// Tasks of each thread; there is at least one.
    fn loads(&self) -> Vec<Load>;

    /// Does `work` on thread `thread`, within a `LocalSet`. Dropped undone if the thread is gone.
    fn hand(&self, thread: usize, work: Work);
}

/// Counts the tasks of one thread.
#[derive(Clone, Debug, Default)]
pub struct Load(Arc<AtomicUsize>);

/// One task that counts.
#[derive(Debug)]
struct Counted(Load);

/// All that a pipeline's tasks are made of.
#[derive(Clone)]
pub struct Making {
    pub plan: Arc<Plan>,
    pub factory: Arc<dyn Factory>,
    /// Turns true, or closes, when the tasks are to be given up, with what is in flight. Each holds a receiver until it
    /// is gone.
    pub given_up: watch::Receiver<bool>,
    /// What the log says of the tasks' lines.
    pub span: tracing::Span,
}

impl std::fmt::Debug for Making {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Making").finish_non_exhaustive()
    }
}

/// Runs the ticker of a sandbox for as long as that lives.
///
/// # Errors
/// If the system has no thread to give.
pub fn tick(ticker: Ticker) -> io::Result<()> {
    thread::Builder::new().name("ticker".to_owned()).spawn(move || ticker.run())?;
    Ok(())
}

/// Threads for tasks of any number of pipelines. When it is dropped, each thread ends with the last of its tasks.
#[derive(Debug)]
pub struct Pool(Vec<Thread>);

#[derive(Debug)]
struct Thread {
    work: mpsc::UnboundedSender<Work>,
    load: Load,
}

impl Pool {
    /// So many threads, which are called `NAME-0` and so on.
    ///
    /// # Errors
    /// If the system has no thread or runtime to give.
    pub fn new(name: &str, threads: NonZeroUsize) -> io::Result<Self> {
        let thread = |number| {
            let (work, received) = mpsc::unbounded_channel();
            let runtime = Builder::new_current_thread().enable_all().build()?;
            let builder = thread::Builder::new().name(format!("{name}-{number}"));
            builder.stack_size(STACK_BYTES).spawn(move || serve(runtime, received))?;
            Ok(Thread { work, load: Load::default() })
        };
        (0..threads.get()).map(thread).collect::<io::Result<_>>().map(Self)
    }
}

impl Spawn for Pool {
    fn loads(&self) -> Vec<Load> {
        self.0.iter().map(|thread| thread.load.clone()).collect()
    }

    fn hand(&self, thread: usize, work: Work) {
        // Only a thread that is gone takes nothing; then the tasks are lost, which their endings tell.
        let _ = self.0[thread].work.send(work);
    }
}

/// One thread of a pool: does what it is handed, and runs what that starts to its end.
fn serve(runtime: Runtime, mut work: mpsc::UnboundedReceiver<Work>) {
    let local = LocalSet::new();
    runtime.block_on(local.run_until(async {
        while let Some(work) = work.recv().await {
            work();
        }
    }));
    runtime.block_on(local);
    // A read of standard input that nobody waits for any more would hold the thread for ever.
    runtime.shutdown_background();
}

/// The caller's own thread, within its `LocalSet`: for simulations.
#[derive(Debug, Default)]
pub struct Here(Load);

impl Spawn for Here {
    fn loads(&self) -> Vec<Load> {
        vec![self.0.clone()]
    }

    fn hand(&self, _: usize, work: Work) {
        work();
    }
}

/// A future that runs on its task's thread, beside it, until it ends.
pub type Beside = BoxFuture<'static, ()>;

/// Runs the tasks that grow from `seeds`, all of one pipeline, each with its own setting and what runs beside it.
pub fn run(
    spawn: &dyn Spawn,
    seeds: Vec<Seed>,
    making: &Making,
    mut company: impl FnMut(TaskId) -> (Setting, Vec<Beside>),
) -> Endings {
    let (endings, receiver) = mpsc::unbounded_channel();
    let loads = spawn.loads();
    for (number, seeds) in assign(seeds, &loads).into_iter().enumerate() {
        if seeds.is_empty() {
            continue;
        }
        let (making, endings, load) = (making.clone(), endings.clone(), loads[number].clone());
        let count = |seed: Seed| (Counted::new(&load), company(seed.id), seed);
        let seeds: Vec<_> = seeds.into_iter().map(count).collect();
        let grow = move || {
            for (counted, (setting, beside), seed) in seeds {
                beside.into_iter().for_each(|future| drop(spawn_local(future)));
                grow(counted, seed, &setting, &making, &endings);
            }
        };
        spawn.hand(number, Box::new(grow));
    }
    receiver
}

/// Spreads tasks over threads. Copy i of every chain goes to the same thread where their numbers allow, so that forward
/// edges stay on it; a chain with fewer copies than threads goes where there is least.
fn assign(seeds: Vec<Seed>, loads: &[Load]) -> Vec<Vec<Seed>> {
    let threads = loads.len();
    let mut tasks: Vec<usize> = loads.iter().map(Load::tasks).collect();
    let mut assigned: Vec<Vec<Seed>> = loads.iter().map(|_| Vec::new()).collect();
    let mut seeds = seeds.into_iter().peekable();
    while let Some(first) = seeds.next() {
        let chain = first.id.chain;
        let mut copies = vec![first];
        copies.extend(std::iter::from_fn(|| seeds.next_if(|seed| seed.id.chain == chain)));
        let first = match copies.len().is_multiple_of(threads) {
            true => 0,
            false => (0..threads).min_by_key(|&thread| tasks[thread]).unwrap_or(0),
        };
        for (copy, seed) in copies.into_iter().enumerate() {
            let thread = (first + copy) % threads;
            tasks[thread] += 1;
            assigned[thread].push(seed);
        }
    }
    assigned
}

/// Builds one task and starts it, on the thread that runs it.
fn grow(
    counted: Counted,
    seed: Seed,
    setting: &Setting,
    making: &Making,
    endings: &mpsc::UnboundedSender<(TaskId, Result<Ending, Halt>)>,
) {
    let id = seed.id;
    let task = match seed.build(&making.plan, making.factory.as_ref(), setting) {
        Ok(task) => task,
        // The task's channels close with its seed, and its neighbours end.
        Err(halt) => {
            let _ = endings.send((id, Err(halt)));
            return;
        }
    };
    let (endings, mut given_up) = (endings.clone(), making.given_up.clone());
    let mut task = spawn_local(task.run().instrument(making.span.clone()));
    spawn_local(async move {
        let _counted = counted;
        let ending = tokio::select! {
            biased;
            ending = &mut task => ending,
            _ = given_up.wait_for(|given_up| *given_up) => {
                task.abort();
                // Its end is its next wait: an instance in the middle of a call goes with it.
                let _ = task.await;
                return;
            }
        };
        let ending = ending.unwrap_or_else(|error| Err(panicked(error)));
        let _ = endings.send((id, ending));
    });
}

impl Load {
    /// Tasks that were handed to the thread and are not gone.
    pub fn tasks(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl Counted {
    fn new(load: &Load) -> Self {
        load.0.fetch_add(1, Ordering::Relaxed);
        Self(load.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A bug of ours in one task: the others go on to their ends.
fn panicked(error: JoinError) -> Halt {
    let message = match error.try_into_panic() {
        Ok(panic) => match panic.downcast_ref::<String>() {
            Some(message) => message.clone(),
            None => panic.downcast_ref::<&str>().copied().unwrap_or("a panic").to_owned(),
        },
        Err(error) => error.to_string(),
    };
    internal(message)
}

/// Tasks that never said how they ended: their thread is gone.
pub(crate) fn lost(tasks: usize) -> Halt {
    internal(format!("{tasks} tasks went away with their thread"))
}

fn internal(message: String) -> Halt {
    Halt { node: "a task".to_owned(), fault: Fault::new(Code::Internal, message) }
}
