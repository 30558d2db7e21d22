//! A leader that starts anew waits a moment for the hosts that it knew: the first that joins would else get every task of
//! every pipeline, and keep them. Which hosts it knew is in the metadata.

#[cfg(test)]
mod tests;

use std::{collections::BTreeSet, rc::Rc, time::Duration};

use sandbar_control::{
    HostName, keys,
    record::{self, Record as _},
};
use sandbar_store::Write;
use tokio::time::timeout;

use super::world::World;

/// Longest wait. A host calls a leader that is away every 2 s at least, and then needs a handshake.
const WAIT: Duration = Duration::from_secs(5);

/// Returns once every host that was known when the leader started is there, or was waited for long enough.
pub(super) async fn gathered(world: &World) {
    let gather = || async {
        let mut missing = absent(world);
        if !missing.is_empty() {
            let mut members = world.members.watch();
            let all =
                members.wait_for(|present| missing.iter().all(|host| present.contains_key(host)));
            let _ = timeout(WAIT, all).await;
            missing = absent(world);
        }
        for host in missing {
            tracing::warn!(%host, "a host did not come back; pipelines start without it");
            write(world, Write::delete(keys::host(&host))).await;
            world.known.borrow_mut().remove(&host);
        }
    };
    world.gathered.get_or_init(gather).await;
}

/// Known hosts that may get tasks and are not connected.
fn absent(world: &World) -> BTreeSet<HostName> {
    let (known, draining) = (world.known.borrow(), world.draining.borrow());
    let is_absent =
        |host: &&HostName| !draining.contains(*host) && world.members.get(host).is_none();
    known.iter().filter(is_absent).cloned().collect()
}

/// Remembers a host that joins.
pub(super) fn note(world: &Rc<World>, host: &HostName) {
    if !world.known.borrow_mut().insert(host.clone()) {
        return;
    }
    let record = record::Host { name: host.clone(), draining: false };
    let put = Write::put(keys::host(host), record.encode());
    let noting = Rc::clone(world);
    world.perform(Box::pin(async move {
        write(&noting, put).await;
        Ok(())
    }));
}

/// What cannot be kept costs a leader that starts anew its patience, and nothing else.
async fn write(world: &World, write: Write) {
    if let Err(error) = world.metadata.commit(&[], &[write]).await {
        tracing::warn!(%error, "which hosts there are cannot be kept");
    }
}
