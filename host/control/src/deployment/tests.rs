//! Every way between statuses, one by one. A pipeline of one source (chain 0) and two tasks behind it (chain 1) on the
//! hosts `a` and `b`.

use std::collections::BTreeMap;

use super::*;

mod asked;
mod awaited;
mod walk;

/// A deployment, its clock, and what it asked for since it was looked at last. Log lines are kept apart.
struct Case {
    deployment: Deployment,
    now: u64,
    log: Vec<String>,
}

fn name(text: &str) -> HostName {
    HostName::parse(text).unwrap()
}

fn placement() -> Placement {
    Placement { chains: vec![vec![name("a")], vec![name("a"), name("b")]] }
}

fn sources() -> BTreeMap<u32, Source> {
    BTreeMap::from([(0, Source { name: "s".to_owned(), acknowledges: false })])
}

fn task(chain: u32, task: u32) -> TaskId {
    TaskId { chain, task }
}

fn at(offset: u64) -> Vec<Position> {
    let content = offset.to_string();
    vec![Position { node: "s".to_owned(), task: 0, parallelism: 1, content, ended: false }]
}

fn end(offset: u64) -> Vec<Position> {
    at(offset).into_iter().map(|position| Position { ended: true, ..position }).collect()
}

fn fault() -> Fault {
    let text = |text: &str| text.to_owned();
    Fault {
        code: text("sink-failed"),
        message: text("no space"),
        help: text("free some"),
        node: text("k"),
    }
}

impl Case {
    fn new() -> Self {
        Self { deployment: Deployment::new(), now: 1_000, log: Vec::new() }
    }

    /// One that runs in epoch 1.
    fn running() -> Self {
        let mut case = Self::new();
        assert_eq!(case.step(Event::Deployed), [Command::Place { epoch: 1 }]);
        case.start(1);
        case
    }

    fn step(&mut self, event: Event) -> Vec<Command> {
        let mut commands = self.deployment.step(self.now, event);
        commands.retain(|command| match command {
            Command::Log { message, .. } => {
                self.log.push(message.clone());
                false
            }
            _ => true,
        });
        commands
    }

    /// Goes on to the next moment at which something is due.
    fn wait(&mut self) -> Vec<Command> {
        self.now = self.deployment.wake().expect("something is due").max(self.now);
        self.step(Event::Timer)
    }

    /// Answers all that the start of an epoch asks for, and returns where it begins.
    fn start(&mut self, epoch: u64) -> Vec<Position> {
        let commands =
            self.step(Event::Placed { epoch, placement: placement(), sources: sources() });
        let [Command::Start { positions, .. }] = &commands[..] else { panic!("{commands:?}") };
        assert_ne!(self.deployment.status(), Status::Running);
        for host in ["a", "b"] {
            assert_eq!(self.step(Event::Started { epoch, host: name(host) }), []);
        }
        assert_eq!(self.deployment.status(), Status::Running);
        positions.clone()
    }

    fn pass(&mut self, epoch: u64, barrier: u64, offset: u64) -> Vec<Command> {
        for (task, positions) in [(task(1, 1), vec![]), (task(0, 0), at(offset))] {
            assert_eq!(self.step(Event::Passed { epoch, barrier, task, positions }), []);
        }
        self.step(Event::Passed { epoch, barrier, task: task(1, 0), positions: vec![] })
    }

    fn end(&mut self, epoch: u64, positions: Vec<Position>) -> Vec<Command> {
        assert_eq!(self.step(Event::Ended { epoch, task: task(0, 0), positions }), []);
        assert_eq!(self.step(Event::Ended { epoch, task: task(1, 0), positions: vec![] }), []);
        self.step(Event::Ended { epoch, task: task(1, 1), positions: vec![] })
    }

    #[track_caller]
    fn is(&self, status: Status) {
        assert_eq!(self.deployment.status(), status);
    }

    fn lost(&mut self, epoch: u64) -> Vec<Command> {
        self.step(Event::Lost { epoch, host: name("b") })
    }
}

#[test]
fn a_barrier_is_asked_each_second_and_committed_when_all_passed() {
    let mut case = Case::running();
    for barrier in 1..4 {
        let due = case.now + 1_000;
        assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier }]);
        assert_eq!(case.now, due);
        let positions = at(barrier);
        assert_eq!(
            case.pass(1, barrier, barrier),
            [Command::Commit { epoch: 1, barrier, positions }]
        );
        assert_eq!(case.deployment.wake(), None);
        assert_eq!(case.step(Event::Committed { epoch: 1, barrier, at: 7 }), []);
        let kept = case.deployment.checkpoint().unwrap();
        assert_eq!((kept.barrier, kept.at, &kept.positions), (barrier, 7, &at(barrier)));
    }
}

#[test]
fn what_does_not_change_is_asked_less_often_and_not_committed() {
    let mut case = Case::running();
    case.wait();
    case.pass(1, 1, 5);
    case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    let mut waits = Vec::new();
    for barrier in 2..9 {
        let before = case.now;
        assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier }]);
        waits.push(case.now - before);
        assert_eq!(case.pass(1, barrier, 5), []);
    }
    assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    case.wait();
    assert_eq!(case.pass(1, 9, 6).len(), 1);
    case.step(Event::Committed { epoch: 1, barrier: 9, at: 0 });
    assert_eq!(case.deployment.wake(), Some(case.now + 1_000));
}

#[test]
fn barriers_that_do_not_come_through_are_given_up_and_five_in_a_row_are_a_failure() {
    let mut case = Case::running();
    case.wait();
    for barrier in 1..5 {
        let passed = Event::Passed { epoch: 1, barrier, task: task(0, 0), positions: at(barrier) };
        assert_eq!(case.step(passed), []);
        let before = case.now;
        assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: barrier + 1 }]);
        assert_eq!(case.now, before + 30_000);
        // Late: it counts for nothing.
        assert_eq!(case.pass(1, barrier, 9), []);
    }
    let commands = case.wait();
    case.is(Status::Failed);
    let fault = case.deployment.fault().unwrap().clone();
    assert_eq!(
        fault.message,
        "5 barriers in a row did not come through: barrier 5 did not pass task 0 of chain 0, task 0 of chain 1, \
         task 1 of chain 1 within 30 s"
    );
    let outcome = Outcome::Failed(fault);
    assert_eq!(commands, [Command::Drop { epoch: 1 }, Command::Record { outcome }]);
}

#[test]
fn one_barrier_that_comes_through_forgives_those_before() {
    let mut case = Case::running();
    case.wait();
    for round in 0..3 {
        for _ in 0..4 {
            case.wait();
        }
        let barrier = case.deployment.barrier;
        assert_eq!(case.pass(1, barrier, 10 + round).len(), 1);
        case.step(Event::Committed { epoch: 1, barrier, at: 0 });
        case.wait();
    }
    case.is(Status::Running);
}

#[test]
fn nobody_is_asked_for_barriers_once_all_sources_ended() {
    let mut case = Case::running();
    case.wait();
    case.step(Event::Ended { epoch: 1, task: task(0, 0), positions: end(5) });
    // However long the tasks behind take: one that passed and one that ended are enough.
    assert_eq!(case.deployment.wake(), None);
    case.step(Event::Passed { epoch: 1, barrier: 1, task: task(1, 0), positions: vec![] });
    let commands = case.step(Event::Ended { epoch: 1, task: task(1, 1), positions: vec![] });
    assert_eq!(commands, [Command::Commit { epoch: 1, barrier: 1, positions: end(5) }]);
}

#[test]
fn a_source_that_ends_behind_a_barrier_is_recorded_at_the_barrier() {
    let mut case = Case::running();
    assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 1 }]);
    let passed = |task, positions| Event::Passed { epoch: 1, barrier: 1, task, positions };
    case.step(passed(task(0, 0), at(5)));
    case.step(Event::Ended { epoch: 1, task: task(0, 0), positions: end(9) });
    case.step(passed(task(1, 0), vec![]));
    // What lies between 5 and 9 may be on its way to the sinks.
    let commands = case.step(passed(task(1, 1), vec![]));
    assert_eq!(commands, [Command::Commit { epoch: 1, barrier: 1, positions: at(5) }]);
    case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    for index in 0..2 {
        case.step(passed(task(1, index), vec![]));
    }
    case.step(Event::Ended { epoch: 1, task: task(1, 0), positions: vec![] });
    let commands = case.step(Event::Ended { epoch: 1, task: task(1, 1), positions: vec![] });
    assert_eq!(commands, [Command::Commit { epoch: 1, barrier: 2, positions: end(9) }]);
}

#[test]
fn a_pipeline_whose_tasks_all_ended_is_finished_after_their_positions_are_recorded() {
    let mut case = Case::running();
    let commands = case.end(1, end(9));
    assert_eq!(commands, [Command::Commit { epoch: 1, barrier: 1, positions: end(9) }]);
    case.is(Status::Running);
    // Too late to matter: everything is through.
    assert_eq!(case.lost(1), []);
    let problem = Problem::unavailable("the disk is full");
    assert_eq!(case.step(Event::NotCommitted { epoch: 1, barrier: 1, problem }), []);
    let before = case.now;
    assert_eq!(case.wait(), [Command::Commit { epoch: 1, barrier: 2, positions: end(9) }]);
    assert_eq!(case.now, before + 1_000);
    let outcome = Outcome::Finished;
    assert_eq!(
        case.step(Event::Committed { epoch: 1, barrier: 2, at: 0 }),
        [Command::Drop { epoch: 1 }, Command::Record { outcome }]
    );
    case.is(Status::Finished);
    assert_eq!(case.deployment.wake(), None);
}

#[test]
fn a_host_may_be_through_before_another_has_started() {
    let mut case = Case::new();
    case.step(Event::Deployed);
    case.step(Event::Placed { epoch: 1, placement: placement(), sources: sources() });
    case.step(Event::Started { epoch: 1, host: name("a") });
    assert_eq!(case.end(1, end(1)), []);
    assert_eq!(case.step(Event::Started { epoch: 1, host: name("b") }).len(), 1);
    case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    case.is(Status::Finished);
}

#[test]
fn a_lost_worker_restarts_everything_from_what_was_committed() {
    let mut case = Case::running();
    case.wait();
    case.pass(1, 1, 5);
    case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(case.lost(1), [Command::Drop { epoch: 1 }]);
    case.is(Status::Recovering);
    let before = case.now;
    assert_eq!(case.wait(), [Command::Place { epoch: 2 }]);
    assert_eq!(case.now, before + 100);
    // Of the old epoch nothing counts any more.
    assert_eq!(case.lost(1), []);
    assert_eq!(case.step(Event::Started { epoch: 1, host: name("a") }), []);
    assert_eq!(case.start(2), at(5));
    assert_eq!(case.step(Event::Halted { epoch: 1, task: task(0, 0), fault: fault() }), []);
    assert_eq!(case.wait(), [Command::Barrier { epoch: 2, barrier: 2 }]);
    assert_eq!(case.deployment.restarts(), 1);
    assert_eq!(case.step(Event::Lost { epoch: 2, host: name("elsewhere") }), []);
}

#[test]
fn the_next_epoch_waits_for_a_checkpoint_that_is_being_recorded() {
    let mut case = Case::running();
    case.wait();
    case.pass(1, 1, 5);
    case.lost(1);
    assert_eq!(case.deployment.wake(), None);
    case.now += 500;
    assert_eq!(case.step(Event::Timer), []);
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Place { epoch: 2 }]);
    assert_eq!(case.start(2), at(5));
}

#[test]
fn waits_double_up_to_ten_seconds_and_are_forgotten_after_a_minute_of_running() {
    let mut case = Case::running();
    let mut waits = Vec::new();
    for epoch in 1..10 {
        case.lost(epoch);
        let before = case.now;
        case.wait();
        waits.push(case.now - before);
        case.start(epoch + 1);
    }
    assert_eq!(waits, [100, 200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000]);
    case.now += 59_999;
    case.lost(10);
    assert_eq!(case.deployment.wake(), Some(case.now + 10_000));
    case.wait();
    case.start(11);
    case.now += 60_000;
    case.lost(11);
    assert_eq!(case.deployment.wake(), Some(case.now + 100));
}

#[test]
fn a_failed_commit_leaves_the_pipeline_running_on_the_checkpoint_before() {
    let mut case = Case::running();
    case.wait();
    case.pass(1, 1, 5);
    let problem = Problem::unavailable("the disk is full");
    assert_eq!(case.step(Event::NotCommitted { epoch: 1, barrier: 1, problem }), []);
    case.is(Status::Running);
    assert_eq!(case.deployment.checkpoint(), None);
    assert!(case.log.last().unwrap().contains("the disk is full"), "{:?}", case.log);
    assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 2 }]);
    let positions = at(6);
    assert_eq!(case.pass(1, 2, 6), [Command::Commit { epoch: 1, barrier: 2, positions }]);
}

#[test]
fn what_may_work_later_is_tried_again_and_the_rest_is_a_failure() {
    let mut case = Case::new();
    case.step(Event::Deployed);
    let problem = Problem::unavailable("no host is there");
    assert_eq!(case.step(Event::NotPlaced { epoch: 1, problem }), []);
    case.is(Status::Starting);
    assert_eq!(case.deployment.wake(), Some(case.now + 100));
    assert_eq!(case.step(Event::HostCame), [Command::Place { epoch: 2 }]);
    case.step(Event::Placed { epoch: 2, placement: placement(), sources: sources() });
    let problem = Problem::unavailable("its worker died a moment ago");
    let refused = Event::Refused { epoch: 2, host: name("a"), problem };
    assert_eq!(case.step(refused), [Command::Drop { epoch: 2 }]);
    assert_eq!(case.step(Event::HostCame), []);
    assert_eq!(case.wait(), [Command::Place { epoch: 3 }]);
    case.step(Event::Placed { epoch: 3, placement: placement(), sources: sources() });
    // A host that is silent.
    assert_eq!(case.wait(), [Command::Drop { epoch: 3 }]);
    assert_eq!(case.wait(), [Command::Place { epoch: 4 }]);
    case.step(Event::Placed { epoch: 4, placement: placement(), sources: sources() });
    let problem = Problem::invalid("plan differs");
    case.step(Event::Refused { epoch: 4, host: name("a"), problem });
    case.is(Status::Failed);
    assert_eq!(case.deployment.fault().unwrap().code, "invalid");
    case.step(Event::Resumed);
    case.step(Event::NotPlaced { epoch: 5, problem: Problem::internal("broken") });
    case.is(Status::Failed);
}

#[test]
fn a_worker_that_drains_by_itself_is_going_down() {
    let mut case = Case::running();
    let commands = case.step(Event::Ended { epoch: 1, task: task(0, 0), positions: at(3) });
    assert_eq!(commands, [Command::Drop { epoch: 1 }]);
    case.is(Status::Recovering);
}
