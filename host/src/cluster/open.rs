//! A cluster as its metadata describes it: every pipeline with its last checkpoint, and the hosts, some of which are drained.

use std::{collections::BTreeMap, rc::Rc};

use sandbar_control::{
    Deployment, Event, Problem, keys,
    record::{self, Checkpoint, Record as _},
};

use super::{
    pipeline::{Present, State},
    version::Version,
    world::{World, stored},
};

/// Key of all checkpoints.
const CHECKPOINTS: &str = "checkpoint/";

/// Adds all that the metadata holds.
///
/// # Errors
/// If it cannot be read: better none than a cluster of which a part is missing.
pub(super) async fn restore(world: &Rc<World>) -> Result<(), Problem> {
    for (_, entry) in world.metadata.scan(keys::HOSTS).await.map_err(stored)? {
        let host = record::Host::decode(&entry.value)?;
        world.known.borrow_mut().insert(host.name.clone());
        if host.draining {
            world.draining.borrow_mut().insert(host.name);
        }
    }
    let checkpoints = world.metadata.scan(CHECKPOINTS).await.map_err(stored)?;
    let checkpoints: BTreeMap<_, _> = checkpoints.into_iter().collect();
    for (key, entry) in world.metadata.scan(keys::PIPELINES).await.map_err(stored)? {
        let Some((tenant, name)) = keys::parse_pipeline(&key) else {
            return Err(Problem::internal(format!("{key} is no key of a pipeline")));
        };
        let record = record::Pipeline::decode(&entry.value)?;
        let checkpoint = checkpoints.get(&keys::checkpoint(&tenant, &name));
        let state = State {
            record_revision: entry.revision,
            checkpoint_revision: checkpoint.map_or(0, |entry| entry.revision),
            machine: Deployment::restore(
                record.epoch,
                record.desired,
                record.outcome.clone(),
                checkpoint.map(|entry| Checkpoint::decode(&entry.value)).transpose()?,
            ),
            version: Version::recorded(&record),
            present: Present::default(),
            record,
        };
        world.add(tenant, state, Event::Timer, None);
    }
    Ok(())
}
