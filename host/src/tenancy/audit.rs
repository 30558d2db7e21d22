//! The audit log: who did what, and what came of it.

use std::{cell::RefCell, rc::Rc};

use sandbar_control::{
    Problem,
    audit::Ring,
    keys,
    record::{AuditEntry, Record as _},
};
use sandbar_dataflow::Clock;
use sandbar_store::{Metadata, Write};

use super::problem;

/// Longest subject that is kept, in characters: what a refused call brought may be anything.
const SUBJECT_MAX: usize = 128;

/// The cluster's audit log.
pub struct Audit {
    metadata: Rc<dyn Metadata>,
    clock: Rc<dyn Clock>,
    ring: RefCell<Ring>,
}

impl std::fmt::Debug for Audit {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Audit").finish_non_exhaustive()
    }
}

impl Audit {
    /// The log in `metadata`.
    ///
    /// # Errors
    /// If that cannot be read.
    pub async fn open(metadata: Rc<dyn Metadata>, clock: Rc<dyn Clock>) -> Result<Self, Problem> {
        let entries = metadata.scan(keys::AUDIT).await.map_err(|error| problem(&error))?;
        let ring = Ring::from_keys(entries.iter().map(|(key, _)| key.as_str()));
        Ok(Self { metadata, clock, ring: RefCell::new(ring) })
    }

    /// Writes down that `actor` did `action` to `subject`, and what came of it. An entry that cannot be written goes to
    /// the host's log, so that it is somewhere.
    pub async fn note<T>(
        &self,
        actor: &str,
        action: &str,
        subject: &str,
        outcome: &Result<T, Problem>,
    ) {
        let entry = AuditEntry {
            time: self.clock.now_ms(),
            actor: actor.to_owned(),
            action: action.to_owned(),
            subject: subject.chars().take(SUBJECT_MAX).map(crate::pipeline::visible).collect(),
            outcome: match outcome {
                Ok(_) => "ok".to_owned(),
                Err(problem) => problem.code.name().to_owned(),
            },
        };
        tracing::info!(actor, action, subject = entry.subject, outcome = entry.outcome, "audit");
        let append = self.ring.borrow_mut().append(&entry);
        let mut writes = vec![Write::put(append.key, append.value)];
        writes.extend(append.forget.map(Write::delete));
        if let Err(error) = self.metadata.commit(&[], &writes).await {
            tracing::error!(%error, actor, action, "an audit entry could not be kept");
        }
    }

    /// The newest `entries`, oldest first.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn newest(&self, entries: usize) -> Result<Vec<AuditEntry>, Problem> {
        let kept = self.metadata.scan(keys::AUDIT).await.map_err(|error| problem(&error))?;
        let skipped = kept.len().saturating_sub(entries);
        kept[skipped..].iter().map(|(_, entry)| AuditEntry::decode(&entry.value)).collect()
    }
}
