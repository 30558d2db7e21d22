//! Sources that take turns: each begins when the operator has taken all that those before it sent, so that a case with
//! several inputs says in which order its operator sees them.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use async_trait::async_trait;
use sandbar_dataflow::{Fault, Output, Position, Read, Source, plan::Plan, spec::Kind};

use crate::{author::cases::Ready, job::Counted};

/// Time between two looks at what the operator has taken.
const LOOKS: Duration = Duration::from_millis(1);

/// Whose turn it is.
#[derive(Debug)]
pub(super) struct Turns {
    /// The sources, by their numbers in the plan.
    sources: Vec<usize>,
    operators: Vec<usize>,
    /// How many of the sources have ended, and sent all they had.
    over: AtomicUsize,
    counted: OnceLock<Counted>,
}

impl Turns {
    pub(super) fn new(ready: &Ready, plan: &Plan) -> Self {
        let nodes = plan.pipeline.nodes.iter().enumerate();
        let operators = nodes.filter(|(_, node)| node.kind == Kind::Operator);
        Self {
            sources: ready.turns.clone(),
            operators: operators.map(|(number, _)| number).collect(),
            over: AtomicUsize::new(0),
            counted: OnceLock::new(),
        }
    }

    /// Where the run counts.
    pub(super) fn count(&self, counted: Counted) {
        let _ = self.counted.set(counted);
    }

    /// `source`, which is node `node`, with its turn.
    pub(super) fn of(turns: &Arc<Self>, node: usize, source: Box<dyn Source>) -> Box<dyn Source> {
        match turns.sources.iter().position(|found| *found == node) {
            Some(turn) if turns.sources.len() > 1 => {
                Box::new(Turn { turns: Arc::clone(turns), turn, source, ended: false })
            }
            _ => source,
        }
    }

    /// Whether it is the turn of source `turn`: those before have ended, and the operator has what they sent.
    fn is(&self, turn: usize) -> bool {
        let Some(counted) = self.counted.get() else { return false };
        let nodes = counted.snapshot();
        let sent: u64 = self.sources[..turn].iter().map(|&node| nodes[node].records_out).sum();
        let taken: u64 = self.operators.iter().map(|&node| nodes[node].records_in).sum();
        self.over.load(Relaxed) >= turn && taken >= sent
    }
}

/// A source that waits for its turn.
struct Turn {
    turns: Arc<Turns>,
    turn: usize,
    source: Box<dyn Source>,
    /// It has nothing more; the last it read may not have been sent yet.
    ended: bool,
}

#[async_trait(?Send)]
impl Source for Turn {
    async fn open(&mut self) -> Result<(), Fault> {
        self.source.open().await
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        while !self.turns.is(self.turn) {
            tokio::time::sleep(LOOKS).await;
        }
        if self.ended {
            self.turns.over.store(self.turn + 1, Relaxed);
            return Ok(Read::End);
        }
        self.ended = self.source.read(output).await? == Read::End;
        Ok(Read::More)
    }

    fn position(&self) -> Option<Position> {
        self.source.position()
    }
}
