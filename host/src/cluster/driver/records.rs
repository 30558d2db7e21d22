//! What a driver writes: its pipeline's record and checkpoint, always with the expectation that nobody else wrote them.
//! A conflict means that another leader does, and ends the driver: it must not act on what is not its any more.

use sandbar_control::{
    Code, Event, Problem,
    deployment::Verb,
    keys,
    record::{self, Checkpoint, Desired, Outcome, Position, Record as _},
    view::Change,
};
use sandbar_store::{Expect, Write};

use super::{Driver, Fenced, Onward};
use crate::cluster::{
    pipeline::{Ask, Deploy},
    world::stored,
};

impl Driver {
    /// Does what somebody asked for, and answers when the machine knows of it.
    pub(super) async fn asked(&mut self, ask: Ask) -> Result<Onward, Fenced> {
        match ask {
            Ask::Evacuate { host } => self.feed(Event::Evacuated { host }).await?,
            Ask::HostCame => self.feed(Event::HostCame).await?,
            Ask::Regranted => self.feed(Event::Regranted).await?,
            Ask::Deploy { deploy, reply } => {
                let deployed = self.deploy(*deploy).await?;
                if deployed.is_ok() {
                    self.feed(Event::Deployed).await?;
                }
                let _ = reply.send(deployed);
            }
            Ask::Act { verb: Verb::Delete, reply } => {
                let deleted = self.delete().await?;
                let gone = deleted.is_ok();
                if gone {
                    self.world.forget(&self.pipeline);
                }
                let _ = reply.send(deleted);
                if gone {
                    return Ok(Onward::No);
                }
            }
            Ask::Act { verb, reply } => {
                let acted = self.act(verb).await?;
                if let Ok(Some(event)) = &acted {
                    self.feed(event.clone()).await?;
                }
                let _ = reply.send(acted.map(|_| ()));
            }
        }
        Ok(Onward::Yes)
    }

    async fn deploy(&mut self, deploy: Deploy) -> Result<Result<Change, Problem>, Fenced> {
        let change = {
            let state = self.pipeline.state.borrow();
            let allowed = state.machine.allows(Verb::Deploy);
            let changed = allowed.and_then(|()| state.change(&deploy.version));
            let checked = changed.and_then(|change| deploy.check(&change).map(|()| change));
            match checked {
                Ok(change) => change,
                Err(problem) => return Ok(Err(problem)),
            }
        };
        let now = (self.world.seams.now_ms)();
        let version = deploy.version;
        let written = self
            .write(|record| {
                record.source = version.source.clone();
                record.plugins = version.uses.clone();
                record.rights = version.rights();
                record.desired = Desired::Running;
                record.outcome = None;
                record.revision += 1;
                record.deployed = now;
            })
            .await?;
        if written.is_ok() {
            self.pipeline.state.borrow_mut().version = Ok(version);
        }
        Ok(written.map(|()| change))
    }

    async fn act(&mut self, verb: Verb) -> Result<Result<Option<Event>, Problem>, Fenced> {
        if let Err(problem) = self.pipeline.state.borrow().machine.allows(verb) {
            return Ok(Err(problem));
        }
        let (desired, event) = match verb {
            Verb::Pause => (Desired::Paused, Event::Paused),
            Verb::Resume => (Desired::Running, Event::Resumed),
            Verb::Stop => (Desired::Stopped, Event::Stopped),
            Verb::Deploy | Verb::Delete => return Ok(Ok(None)),
        };
        let written = self.write(|record| {
            record.desired = desired;
            if verb == Verb::Resume {
                record.outcome = None;
            }
        });
        Ok(written.await?.map(|()| Some(event)))
    }

    async fn delete(&mut self) -> Result<Result<(), Problem>, Fenced> {
        let (tenant, name) = (&self.pipeline.tenant, &self.pipeline.name);
        let key = keys::pipeline(tenant, name);
        let expected = {
            let state = self.pipeline.state.borrow();
            if let Err(problem) = state.machine.allows(Verb::Delete) {
                return Ok(Err(problem));
            }
            Expect::unchanged(&key, state.record_revision)
        };
        let writes = [Write::delete(key), Write::delete(keys::checkpoint(tenant, name))];
        let done = self.world.metadata.commit(&[expected], &writes).await;
        unless_fenced(done.map(|_| ()).map_err(stored))
    }

    pub(super) async fn record_outcome(&mut self, outcome: Outcome) -> Result<(), Fenced> {
        // Not recorded is found out again by the next leader.
        let _ = self.write(|record| record.outcome = Some(outcome)).await?;
        Ok(())
    }

    /// Commits a checkpoint, if the pipeline is still this leader's.
    pub(super) async fn commit(
        &mut self,
        epoch: u64,
        barrier: u64,
        positions: Vec<Position>,
    ) -> Result<Event, Fenced> {
        let at = (self.world.seams.now_ms)();
        let (tenant, name) = (&self.pipeline.tenant, &self.pipeline.name);
        let key = keys::checkpoint(tenant, name);
        let expects = {
            let state = self.pipeline.state.borrow();
            [
                Expect::unchanged(keys::pipeline(tenant, name), state.record_revision),
                Expect::unchanged(&key, state.checkpoint_revision),
            ]
        };
        let write = Write::put(key, Checkpoint { epoch, barrier, positions, at }.encode());
        let committed = self.world.metadata.commit(&expects, &[write]).await.map_err(stored);
        Ok(match unless_fenced(committed)? {
            Ok(revision) => {
                self.pipeline.state.borrow_mut().checkpoint_revision = revision;
                Event::Committed { epoch, barrier, at }
            }
            Err(problem) => Event::NotCommitted { epoch, barrier, problem },
        })
    }

    /// Changes the record, if the pipeline is still this leader's.
    pub(super) async fn write(
        &mut self,
        change: impl FnOnce(&mut record::Pipeline),
    ) -> Result<Result<(), Problem>, Fenced> {
        let (mut record, revision) = {
            let state = self.pipeline.state.borrow();
            (state.record.clone(), state.record_revision)
        };
        change(&mut record);
        let key = keys::pipeline(&self.pipeline.tenant, &self.pipeline.name);
        let (expect, write) = (Expect::unchanged(&key, revision), Write::put(key, record.encode()));
        let committed = self.world.metadata.commit(&[expect], &[write]).await.map_err(stored);
        Ok(unless_fenced(committed)?.map(|revision| {
            let mut state = self.pipeline.state.borrow_mut();
            (state.record, state.record_revision) = (record, revision);
        }))
    }
}

fn unless_fenced<T>(result: Result<T, Problem>) -> Result<Result<T, Problem>, Fenced> {
    match result {
        Err(problem) if problem.code == Code::Conflict => Err(problem),
        result => Ok(result),
    }
}
