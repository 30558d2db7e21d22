//! One part that runs: its tasks, the channels that leave and come, and the future that reports. All of it ends when this
//! is dropped; the tasks end a moment later, on their own threads.

use std::{collections::BTreeMap, rc::Rc, sync::Arc};

use futures_util::FutureExt as _;
use sandbar_control::Problem;
use sandbar_dataflow::{
    ChannelId, Counters, Inlet, Outlet, Position as At, Seed, Setting, Snapshot, TaskId, Wiring,
    partition::Secret, plan::Plan, spec::Kind, wire,
};
use sandbar_exchange::{Address, Inlets, Outgoing};
use sandbar_schema::node_capnp::events;
use tokio::{
    sync::{oneshot, watch},
    task::JoinSet,
};
use tracing::Instrument as _;

use super::{
    Ground, Held, Order, conflict,
    part::Part,
    report::{self, Reports},
};
use crate::{
    connectors::Granted,
    factory::Resume,
    observe,
    pipeline::Planned,
    plugins::Table,
    threads::{self, Beside, Making},
};

/// A part that runs.
pub(super) struct Active {
    given_up: Rc<watch::Sender<bool>>,
    steering: Vec<Steering>,
    counters: BTreeMap<usize, Vec<Arc<Counters>>>,
    _pumping: Vec<Pumping>,
    /// Channels that leave and the report, aborted when dropped.
    _futures: JoinSet<()>,
}

/// Holds one channel that comes: dropped, no more frames of it are handed on. Each has its own, as with [`Steering`].
type Pumping = oneshot::Sender<std::convert::Infallible>;

/// What hands frames on, by the task that takes them.
type Pumps = BTreeMap<TaskId, Vec<Beside>>;

/// What one task listens to. Each has its own, so that they wake in their order: those who wait at one `watch` do in none.
struct Steering {
    stop: watch::Sender<bool>,
    barrier: watch::Sender<u64>,
    /// Where no source of the pipeline wants to hear of it, closed.
    acknowledged: Option<watch::Sender<u64>>,
}

impl Active {
    /// Asks the sources here for a barrier, unless a later one was asked for.
    pub(super) fn checkpoint(&self, barrier: u64) {
        self.steering.iter().for_each(|steering| advance(&steering.barrier, barrier));
    }

    /// Tells the sources here, if they want to hear of it, that `barrier` passed all tasks on all hosts.
    pub(super) fn acknowledged(&self, barrier: u64) {
        let told = self.steering.iter().filter_map(|steering| steering.acknowledged.as_ref());
        told.for_each(|acknowledged| advance(acknowledged, barrier));
    }

    pub(super) fn drain(&self) {
        for steering in &self.steering {
            steering.stop.send_replace(true);
        }
    }

    /// What each node here counted, by its number in the plan.
    pub(super) fn counts(&self) -> Vec<(usize, Snapshot)> {
        let total = |(&node, counters): (&usize, &Vec<Arc<Counters>>)| {
            let mut total = Snapshot::default();
            counters.iter().for_each(|counters| total += counters.snapshot());
            (node, total)
        };
        self.counters.iter().map(total).collect()
    }

    /// Turned true by whoever wants the tasks gone, closed once they are.
    pub(super) fn given_up(&self) -> Rc<watch::Sender<bool>> {
        Rc::clone(&self.given_up)
    }
}

impl Drop for Active {
    fn drop(&mut self) {
        self.given_up.send_replace(true);
    }
}

/// Shows `barrier`, unless a later one was shown.
fn advance(shown: &watch::Sender<u64>, barrier: u64) {
    shown.send_if_modified(|newest| {
        let is_newer = barrier > *newest;
        *newest = barrier.max(*newest);
        is_newer
    });
}

/// Wires and starts what of `planned` is placed here; what its nodes need besides is to be held as long as the run.
pub(super) fn start(
    ground: &Ground,
    inlets: &Inlets,
    part: &Part,
    (planned, plugins): (Planned, Table),
    events: events::Client,
) -> Result<(Active, Held), Problem> {
    let plan = Arc::new(planned.plan);
    check(part, &plan)?;
    let equipment = &ground.equipment;
    let clock = Arc::clone(&equipment.clock);
    let (reports, told) = Reports::new(&ground.host, Arc::clone(&clock));
    let (factory, held) = equipment.make.factory(Order {
        tenant: part.tenant.clone(),
        epoch: part.epoch,
        plan: Arc::clone(&plan),
        setups: planned.setups,
        plugins,
        granted: Granted { network: part.network.clone(), hosts: part.hosts.clone() },
        log: Arc::clone(&reports) as _,
        clock: Arc::clone(&clock),
        seed: part.seed,
        resume: resume(part, &plan, &reports),
    })?;
    let here = |id: TaskId| part.placement[id.chain as usize][id.task as usize] == part.host;
    let Wiring { seeds, inlets: arriving, outlets } =
        wire(&plan, Secret(part.secret), equipment.channel_bytes, &here);
    let mut counters: BTreeMap<usize, Vec<Arc<Counters>>> = BTreeMap::new();
    for (node, counted) in seeds.iter().flat_map(Seed::counters) {
        counters.entry(node).or_default().push(Arc::clone(counted));
    }
    let mut futures = JoinSet::new();
    let (mut pumps, pumping) = take(inlets, part, &plan, arriving)?;
    send(ground, part, &plan, (outlets, &reports), &mut futures);
    let (given_up, giving_up) = watch::channel(false);
    let (mut steering, acknowledges) = (Vec::new(), factory.acknowledges());
    let setting = |task| {
        let ((stop, stopped), (barrier, asked)) =
            (watch::channel(false), watch::channel(part.barrier));
        let (tell, acknowledged) = watch::channel(part.barrier);
        steering.push(Steering { stop, barrier, acknowledged: acknowledges.then_some(tell) });
        let setting = Setting {
            budget: Arc::clone(&ground.budget),
            clock: Arc::clone(&clock),
            stop: stopped,
            barrier: asked,
            acknowledged,
            observer: Arc::clone(&reports) as _,
        };
        (setting, pumps.remove(&task).unwrap_or_default())
    };
    let span = observe::pipeline(&part.tenant, &part.pipeline);
    let (epoch, tasks) = (part.epoch, seeds.len());
    tracing::info!(parent: &span, epoch, tasks, "tasks are started");
    let (plan_of_tasks, given) = (Arc::clone(&plan), span.clone());
    let making = Making { plan: plan_of_tasks, factory, given_up: giving_up, span: given };
    let endings = threads::run(equipment.spawn.as_ref(), seeds, &making, setting);
    drop(making);
    futures.spawn_local(report::tell(reports, told, endings, plan, events).instrument(span));
    let given_up = Rc::new(given_up);
    Ok((Active { given_up, steering, counters, _pumping: pumping, _futures: futures }, held))
}

/// Whether the placement is one of this plan.
fn check(part: &Part, plan: &Plan) -> Result<(), Problem> {
    let placed = part.placement.iter().map(Vec::len);
    let planned = plan.chains.iter().map(|chain| chain.parallelism as usize);
    match placed.eq(planned) {
        true => Ok(()),
        false => Err(Problem::invalid(format!(
            "the placement of `{}` does not fit its plan of {} chains",
            part.pipeline,
            plan.chains.len()
        ))),
    }
}

/// Where sources go on. Positions of another number of splits mean other splits: then the source begins, so that records
/// come again and none is missed.
fn resume(part: &Part, plan: &Plan, reports: &Reports) -> BTreeMap<(usize, u32), Resume> {
    let mut resume = BTreeMap::new();
    for position in &part.positions {
        let nodes = plan.pipeline.nodes.iter();
        let found = nodes.enumerate().find(|(_, node)| node.name == position.node);
        let Some((node, spec)) = found.filter(|(_, spec)| spec.kind == Kind::Source) else {
            continue;
        };
        if spec.parallelism != position.parallelism {
            let (name, now, then) = (&position.node, spec.parallelism, position.parallelism);
            reports.note(format!(
                "source `{name}` begins anew: it has {now} tasks, its positions are of {then}"
            ));
            continue;
        }
        let at = Some(position.content.clone()).filter(|content| !content.is_empty()).map(At);
        resume.insert((node, position.task), Resume { position: at, ended: position.ended });
    }
    resume
}

/// Lets the channels that come from elsewhere be opened. What hands their frames on is returned, by the task that takes.
fn take(
    inlets: &Inlets,
    part: &Part,
    plan: &Plan,
    arriving: Vec<Inlet>,
) -> Result<(Pumps, Vec<Pumping>), Problem> {
    let (mut pumps, mut all) = (Pumps::new(), Vec::new());
    for Inlet { channel, sender } in arriving {
        let pump = inlets.expect(address(part, channel), part.epoch, sender);
        let pump = pump.map_err(|error| conflict(error.to_string()))?;
        let edge = &plan.edges[channel.edge as usize];
        let to = TaskId { chain: plan.chain_of(edge.to), task: channel.to };
        let (pumping, given_up) = oneshot::channel();
        all.push(pumping);
        let pump = async {
            tokio::select! {
                biased;
                // A task that is gone has said why.
                _ = pump => {}
                _ = given_up => {}
            }
        };
        pumps.entry(to).or_default().push(pump.boxed());
    }
    Ok((pumps, all))
}

/// Carries the channels that go elsewhere.
fn send(
    ground: &Ground,
    part: &Part,
    plan: &Plan,
    (leaving, reports): (Vec<Outlet>, &Arc<Reports>),
    futures: &mut JoinSet<()>,
) {
    for Outlet { channel, inbox } in leaving {
        let edge = &plan.edges[channel.edge as usize];
        let chain = plan.chain_of(edge.to) as usize;
        let peer = &part.peers[part.placement[chain][channel.to as usize] as usize];
        let peer = format!("{}@{}", peer.host, peer.address);
        let from = TaskId { chain: plan.chain_of(edge.from), task: channel.from };
        let name = plan.node(edge.from).name.clone();
        let outgoing = Outgoing::new(address(part, channel), part.epoch);
        let carried = ground.equipment.shards.carry(peer, outgoing, inbox);
        let reports = Arc::clone(reports);
        futures.spawn_local(async move {
            if let Err(error) = carried.await {
                reports.cut_off(from, name, &error);
            }
        });
    }
}

fn address(part: &Part, channel: ChannelId) -> Address {
    let ChannelId { edge, from, to } = channel;
    Address { pipeline: part.pipeline.clone(), edge, from, to }
}
