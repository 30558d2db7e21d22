//! What users ask of pipelines, up to their drivers: planning, quotas, rights, and the first record of a new one.

use std::rc::Rc;

use sandbar_control::{
    Deployment, Event, PipelineName, Problem, Quota, Resource, TenantName,
    deployment::Verb,
    keys,
    record::{self, Desired, Record as _, Source},
    view::{Change, Right},
};
use sandbar_store::{Expect, Write};
use tokio::sync::oneshot;

use super::{
    pipeline::{Ask, Deploy, Pipeline, Present, State},
    version::Version,
    world::{World, stored},
};

/// The first epoch of a pipeline; recorded with it.
const FIRST_EPOCH: u64 = 1;

pub(super) async fn plan(
    world: &Rc<World>,
    tenant: &TenantName,
    source: &Source,
) -> Result<Change, Problem> {
    let (quota, network) = world.allowed(tenant).await?;
    let version = Version::resolve(&*world.metadata, tenant, source, &network).await?;
    admit(world, tenant, quota, &version)?;
    Ok(match world.pipeline(tenant, &version.name) {
        Ok(pipeline) => pipeline.state.borrow().change(&version)?,
        Err(_) => version.change(None),
    })
}

pub(super) async fn deploy(
    world: &Rc<World>,
    tenant: &TenantName,
    source: &Source,
    rights: &[Right],
    revision: u64,
) -> Result<(PipelineName, Change), Problem> {
    let guard = world.deploying.lock().await;
    let (quota, network) = world.allowed(tenant).await?;
    let version = Version::resolve(&*world.metadata, tenant, source, &network).await?;
    let name = version.name.clone();
    admit(world, tenant, quota, &version)?;
    let deploy = Deploy { version, agreed: rights.to_vec(), revision };
    let change = match world.pipeline(tenant, &name) {
        Ok(pipeline) => {
            let (reply, answer) = oneshot::channel();
            ask(&pipeline, Ask::Deploy { deploy: Box::new(deploy), reply }).await?;
            // What waits for this pipeline alone must not hold up the others.
            drop(guard);
            answer.await.map_err(|_| gone(&pipeline.name))??
        }
        Err(_) => create(world, tenant, deploy).await?,
    };
    Ok((name, change))
}

/// Whether the tenant's quota has room for `version`.
fn admit(
    world: &World,
    tenant: &TenantName,
    quota: Quota,
    version: &Version,
) -> Result<(), Problem> {
    let used = world.used(tenant, Some(&version.name));
    quota.admit(tenant, Resource::Pipelines, used.pipelines as usize, 1)?;
    quota.admit(tenant, Resource::Tasks, used.tasks as usize, version.tasks())?;
    quota.admit(tenant, Resource::Instances, used.instances as usize, version.instances())
}

/// Records a pipeline that was not there and starts it.
async fn create(world: &Rc<World>, tenant: &TenantName, deploy: Deploy) -> Result<Change, Problem> {
    let change = deploy.version.change(None);
    deploy.check(&change)?;
    let version = deploy.version;
    let (mut secret, mut seed) = ([0; 16], [0; 8]);
    (world.seams.random)(&mut secret);
    (world.seams.random)(&mut seed);
    let record = record::Pipeline {
        name: version.name.clone(),
        source: version.source.clone(),
        plugins: version.uses.clone(),
        rights: version.rights(),
        desired: Desired::Running,
        outcome: None,
        epoch: FIRST_EPOCH,
        secret,
        seed: u64::from_le_bytes(seed),
        revision: 1,
        deployed: (world.seams.now_ms)(),
    };
    let key = keys::pipeline(tenant, &version.name);
    let (expect, write) = (Expect::absent(&key), Write::put(key, record.encode()));
    let revision = world.metadata.commit(&[expect], &[write]).await.map_err(stored)?;
    let state = State {
        record,
        record_revision: revision,
        checkpoint_revision: 0,
        machine: Deployment::new(),
        version: Ok(version),
        present: Present::default(),
    };
    world.add(tenant.clone(), state, Event::Deployed, Some(FIRST_EPOCH));
    Ok(change)
}

pub(super) async fn regranted(world: &World, tenant: &TenantName) {
    for pipeline in world.pipelines_of(tenant) {
        let connects = pipeline.state.borrow().version.as_ref().is_ok_and(Version::connects);
        if connects {
            // A driver that ended runs nothing.
            let _ = pipeline.asks.send(Ask::Regranted).await;
        }
    }
}

pub(super) async fn act(
    world: &Rc<World>,
    tenant: &TenantName,
    name: &PipelineName,
    verb: Verb,
) -> Result<(), Problem> {
    let pipeline = world.pipeline(tenant, name)?;
    let (reply, answer) = oneshot::channel();
    ask(&pipeline, Ask::Act { verb, reply }).await?;
    answer.await.map_err(|_| gone(name))?
}

async fn ask(pipeline: &Pipeline, ask: Ask) -> Result<(), Problem> {
    pipeline.asks.send(ask).await.map_err(|_| gone(&pipeline.name))
}

fn gone(name: &PipelineName) -> Problem {
    Problem::unavailable(format!("pipeline {name} is not looked after here any more"))
        .help("try again: another host may lead the cluster")
}
