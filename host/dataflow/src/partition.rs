//! Which task a record goes to, and the batches under way to each.

use std::sync::Arc;

use siphasher::sip::SipHasher24;
use std::hash::Hasher;

use crate::{
    BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Budget, Frame, RecordBatch,
    channel::{Closed, Sender},
    spec::Partitioning,
};

/// Keys are spread over this many groups, and groups over tasks: state moves by groups when the parallelism changes.
pub const GROUPS: u32 = 1_024;

/// What makes key groups unguessable, so that nobody can choose keys that all meet in one task. Kept for as long as the
/// pipeline's state.
#[derive(Clone, Copy)]
pub struct Secret(pub [u8; 16]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

impl Secret {
    /// The group of `key`, below [`GROUPS`].
    pub fn group(&self, key: &[u8]) -> u32 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(key);
        u32::try_from(hasher.finish() % u64::from(GROUPS)).expect("below the number of groups")
    }
}

/// The task of `parallelism` that owns `group`.
pub fn owner(group: u32, parallelism: u32) -> u32 {
    group * parallelism / GROUPS
}

/// The sending side of one edge in one task.
#[derive(Debug)]
pub(crate) struct Partitioner {
    strategy: Strategy,
    targets: Vec<Sender>,
    budget: Option<Arc<Budget>>,
}

#[derive(Debug)]
enum Strategy {
    /// There is one target.
    Forward,
    Broadcast,
    Rebalance {
        next: usize,
    },
    Hash {
        secret: Secret,
        /// One open batch per target.
        open: Vec<BatchBuilder>,
        /// Rows of the batch in hand, per target; kept for its memory.
        rows: Vec<Vec<u32>>,
    },
}

impl Partitioner {
    pub(crate) fn new(by: Partitioning, targets: Vec<Sender>, secret: Secret) -> Self {
        let strategy = match by {
            _ if targets.len() == 1 && by != Partitioning::Hash => Strategy::Forward,
            Partitioning::Forward => Strategy::Forward,
            Partitioning::Broadcast => Strategy::Broadcast,
            Partitioning::Rebalance => Strategy::Rebalance { next: 0 },
            Partitioning::Hash => Strategy::Hash {
                secret,
                open: targets.iter().map(|_| BatchBuilder::default()).collect(),
                rows: vec![Vec::new(); targets.len()],
            },
        };
        Self { strategy, targets, budget: None }
    }

    /// Charges the batches it builds to `budget`.
    pub(crate) fn charge_to(&mut self, budget: &Arc<Budget>) {
        self.budget = Some(Arc::clone(budget));
    }

    pub(crate) fn needs_keys(&self) -> bool {
        matches!(self.strategy, Strategy::Hash { .. })
    }

    /// Sends the records of `batch` on their way; some may stay here until the next [`flush`](Self::flush).
    pub(crate) async fn push(&mut self, batch: RecordBatch) -> Result<(), Closed> {
        // A large batch on top of an open one could exceed what a batch may have.
        if batch.bytes() > BATCH_BYTES {
            self.flush().await?;
        }
        match &mut self.strategy {
            Strategy::Forward => self.targets[0].send(Frame::Batch(batch)).await,
            Strategy::Rebalance { next } => {
                let target = *next;
                *next = (target + 1) % self.targets.len();
                self.targets[target].send(Frame::Batch(batch)).await
            }
            Strategy::Broadcast => {
                for target in &self.targets {
                    target.send(Frame::Batch(batch.clone())).await?;
                }
                Ok(())
            }
            Strategy::Hash { .. } if self.targets.len() == 1 => {
                self.targets[0].send(Frame::Batch(batch)).await
            }
            Strategy::Hash { secret, open, rows } => {
                scatter(secret, &batch, rows);
                for (builder, rows) in open.iter_mut().zip(rows) {
                    if builder.is_empty() && !rows.is_empty() {
                        *builder = BatchBuilder::with_capacity(BATCH_RECORDS, batch.bytes());
                    }
                    builder.extend_rows(&batch, rows);
                    rows.clear();
                }
                self.send_full(BATCH_RECORDS, BATCH_BYTES).await
            }
        }
    }

    /// Sends every open batch.
    pub(crate) async fn flush(&mut self) -> Result<(), Closed> {
        self.send_full(1, usize::MAX).await
    }

    /// Sends `mark` to every target, behind all records.
    pub(crate) async fn mark(&mut self, mark: &Frame) -> Result<(), Closed> {
        self.flush().await?;
        for target in &self.targets {
            target.send(mark.clone()).await?;
        }
        Ok(())
    }

    /// Tells those targets that are still there that nothing follows.
    pub(crate) async fn end(self) {
        for target in self.targets {
            let _ = target.send(Frame::End).await;
        }
    }

    async fn send_full(&mut self, records: usize, bytes: usize) -> Result<(), Closed> {
        let Strategy::Hash { open, .. } = &mut self.strategy else { return Ok(()) };
        for (builder, target) in open.iter_mut().zip(&self.targets) {
            if builder.len() >= records || builder.bytes() >= bytes {
                let batch = std::mem::take(builder).finish();
                if let Some(budget) = &self.budget {
                    batch.lease_from(budget);
                }
                target.send(Frame::Batch(batch)).await?;
            }
        }
        Ok(())
    }
}

/// Sorts the rows of `batch` into those of each target.
fn scatter(secret: &Secret, batch: &RecordBatch, rows: &mut [Vec<u32>]) {
    let parallelism = u32::try_from(rows.len()).expect("parallelism is at most 1,024");
    for row in 0..batch.len() {
        let target = owner(secret.group(batch.key(row)), parallelism);
        rows[target as usize].push(u32::try_from(row).expect("batches are short"));
    }
}

#[cfg(test)]
mod tests;
