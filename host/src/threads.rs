//! Threads: the only file that makes them. Each worker thread has a runtime of its own, and tasks never leave theirs.

use std::{io, sync::Arc, thread};

use sandbar_dataflow::{Code, Ending, Factory, Fault, Halt, Seed, Setting, TaskId, plan::Plan};
use sandbar_sandbox::Ticker;
use tokio::{
    runtime::Builder,
    sync::mpsc,
    task::{JoinError, LocalSet},
};

/// Stack of a worker: a batch goes down a chain by calls, a few KiB for each node, and a pipeline may be one chain.
const STACK_BYTES: usize = 32 << 20;

/// How each task ended, in the order in which they do. Closed once all have.
pub type Endings = mpsc::UnboundedReceiver<(TaskId, Result<Ending, Halt>)>;

/// Runs the ticker of a sandbox for as long as that lives.
///
/// # Errors
/// If the system has no thread to give.
pub fn tick(ticker: Ticker) -> io::Result<()> {
    thread::Builder::new().name("ticker".to_owned()).spawn(move || ticker.run())?;
    Ok(())
}

/// Runs the tasks of `plan` on `threads` threads.
///
/// # Errors
/// If the system has no thread or runtime to give.
pub fn run(
    plan: &Arc<Plan>,
    seeds: Vec<Seed>,
    factory: &Arc<dyn Factory>,
    setting: &Setting,
    threads: usize,
) -> io::Result<Endings> {
    let (endings, receiver) = mpsc::unbounded_channel();
    for (number, seeds) in assign(plan, seeds, threads).into_iter().enumerate() {
        let (plan, factory, setting) = (Arc::clone(plan), Arc::clone(factory), setting.clone());
        let endings = endings.clone();
        let worker = move || work(&plan, seeds, factory.as_ref(), &setting, &endings);
        let builder = thread::Builder::new().name(format!("worker-{number}"));
        builder.stack_size(STACK_BYTES).spawn(worker)?;
    }
    Ok(receiver)
}

/// Spreads tasks over threads. Copy i of every chain goes to the same thread where parallelisms allow, so that forward
/// edges stay on it; a chain with fewer copies than threads goes where there is least.
fn assign(plan: &Plan, seeds: Vec<Seed>, threads: usize) -> Vec<Vec<Seed>> {
    let mut assigned: Vec<Vec<Seed>> = (0..threads.max(1)).map(|_| Vec::new()).collect();
    let mut seeds = seeds.into_iter();
    for chain in &plan.chains {
        let copies = chain.parallelism as usize;
        let first = match copies.is_multiple_of(assigned.len()) {
            true => 0,
            false => (0..assigned.len()).min_by_key(|&thread| assigned[thread].len()).unwrap_or(0),
        };
        for (copy, seed) in seeds.by_ref().take(copies).enumerate() {
            let thread = (first + copy) % assigned.len();
            assigned[thread].push(seed);
        }
    }
    assigned
}

/// One worker thread: builds its tasks and runs them to their ends.
fn work(
    plan: &Plan,
    seeds: Vec<Seed>,
    factory: &dyn Factory,
    setting: &Setting,
    endings: &mpsc::UnboundedSender<(TaskId, Result<Ending, Halt>)>,
) {
    let local = LocalSet::new();
    let runtime = match Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let message = format!("no runtime for a worker thread: {error}");
            for seed in seeds {
                let _ = endings.send((seed.id, Err(internal(message.clone()))));
            }
            return;
        }
    };
    for seed in seeds {
        let id = seed.id;
        match seed.build(plan, factory, setting) {
            Ok(task) => {
                let endings = endings.clone();
                let task = local.spawn_local(task.run());
                local.spawn_local(async move {
                    let ending = task.await.unwrap_or_else(|error| Err(panicked(error)));
                    let _ = endings.send((id, ending));
                });
            }
            // The task's channels close with its seed, and its neighbours end.
            Err(halt) => {
                let _ = endings.send((id, Err(halt)));
            }
        }
    }
    runtime.block_on(local);
    // A read of standard input that nobody waits for any more would hold the thread for ever.
    runtime.shutdown_background();
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
