//! Pipelines whose senders wait until what they sent is in every sink: a quick barrier after the other, each acknowledged
//! once it is through and what it says is recorded, also while the pipeline drains.

use super::*;

/// The source of [`placement`]'s pipeline has senders that wait.
fn awaited() -> BTreeMap<u32, Source> {
    sources()
        .into_iter()
        .map(|(chain, source)| (chain, Source { acknowledges: true, ..source }))
        .collect()
}

/// One that runs in epoch 1.
fn running() -> Case {
    let mut case = Case::new();
    case.step(Event::Deployed);
    case.step(Event::Placed { epoch: 1, placement: placement(), sources: awaited() });
    for host in ["a", "b"] {
        case.step(Event::Started { epoch: 1, host: name(host) });
    }
    case.is(Status::Running);
    case
}

/// A barrier goes through all tasks; its source cannot replay.
fn through(case: &mut Case, barrier: u64) -> Vec<Command> {
    let passed = |task| Event::Passed { epoch: 1, barrier, task, positions: vec![] };
    assert_eq!(case.step(passed(task(0, 0))), []);
    assert_eq!(case.step(passed(task(1, 0))), []);
    case.step(passed(task(1, 1)))
}

fn acknowledged(barrier: u64) -> [Command; 1] {
    [Command::Acknowledge { epoch: 1, barrier }]
}

#[test]
fn a_barrier_without_positions_is_acknowledged_when_all_passed_and_the_next_follows_at_once() {
    let mut case = running();
    for barrier in 1..50 {
        let before = case.now;
        assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier }]);
        assert_eq!(case.now - before, 100, "however long nothing changes");
        assert_eq!(through(&mut case, barrier), acknowledged(barrier));
    }
    assert_eq!(case.deployment.checkpoint(), None, "there was nothing to record");
    // One that takes longer than the time between two is followed by the next when it is through.
    case.wait();
    case.now += 250;
    assert_eq!(case.step(Event::Timer), []);
    assert_eq!(through(&mut case, 50), acknowledged(50));
    assert_eq!(case.deployment.wake(), Some(case.now));
}

#[test]
fn nobody_is_told_before_the_positions_of_the_barrier_are_recorded() {
    let mut case = running();
    case.wait();
    let positions = at(5);
    assert_eq!(case.pass(1, 1, 5), [Command::Commit { epoch: 1, barrier: 1, positions }]);
    assert_eq!(case.deployment.wake(), None);
    let committed = Event::Committed { epoch: 1, barrier: 1, at: 7 };
    assert_eq!(case.step(committed.clone()), acknowledged(1));
    assert_eq!(case.step(committed), [], "once");
    case.wait();
    assert_eq!(case.pass(1, 2, 5), acknowledged(2), "nothing changed");
}

#[test]
fn positions_that_were_not_recorded_are_recorded_by_a_later_barrier_which_is_acknowledged() {
    let mut case = running();
    case.wait();
    case.pass(1, 1, 5);
    let problem = Problem::unavailable("the disk is full");
    assert_eq!(case.step(Event::NotCommitted { epoch: 1, barrier: 1, problem }), []);
    let before = case.now;
    assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 2 }]);
    assert_eq!(case.now - before, 1_000, "a full disk is not asked ten times a second");
    let positions = at(5);
    assert_eq!(case.pass(1, 2, 5), [Command::Commit { epoch: 1, barrier: 2, positions }]);
    assert_eq!(case.step(Event::Committed { epoch: 1, barrier: 2, at: 0 }), acknowledged(2));
}

#[test]
fn a_barrier_that_was_given_up_is_not_acknowledged_and_the_one_behind_it_is() {
    let mut case = running();
    case.wait();
    let before = case.now;
    assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 2 }]);
    assert_eq!(case.now - before, 30_000);
    assert_eq!(through(&mut case, 1), []);
    assert_eq!(through(&mut case, 2), acknowledged(2));
}

#[test]
fn an_epoch_that_is_over_is_told_of_no_barrier() {
    let mut case = running();
    case.wait();
    case.pass(1, 1, 5);
    assert_eq!(case.lost(1), [Command::Drop { epoch: 1 }]);
    case.now += 500;
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Place { epoch: 2 }]);
}

#[test]
fn a_pipeline_that_drains_has_barriers_until_its_sources_are_through() {
    for asked in
        [Event::Paused, Event::Stopped, Event::Deployed, Event::Evacuated { host: name("b") }]
    {
        let mut case = running();
        case.wait();
        assert_eq!(case.step(asked), [Command::Drain { epoch: 1 }]);
        // The barrier that was on its way comes through, and the next is behind all that was taken.
        assert_eq!(through(&mut case, 1), acknowledged(1));
        assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 2 }]);
        let passed = |task| Event::Passed { epoch: 1, barrier: 2, task, positions: vec![] };
        case.step(passed(task(1, 0)));
        case.step(passed(task(0, 0)));
        // A task may be through before it was heard of.
        let ended = |task| Event::Ended { epoch: 1, task, positions: vec![] };
        assert_eq!(case.step(ended(task(1, 1))), acknowledged(2));
        case.step(ended(task(0, 0)));
        assert!(
            case.deployment.wake().unwrap() > case.now + 20_000,
            "nobody can send one any more"
        );
        let commands = case.step(ended(task(1, 0)));
        assert_eq!(commands[0], Command::Drop { epoch: 1 });
    }
}

#[test]
fn what_changed_while_it_drains_is_recorded_before_it_is_acknowledged() {
    let mut case = running();
    case.step(Event::Paused);
    assert_eq!(case.wait(), [Command::Barrier { epoch: 1, barrier: 1 }]);
    let positions = at(5);
    assert_eq!(case.pass(1, 1, 5), [Command::Commit { epoch: 1, barrier: 1, positions }]);
    assert_eq!(case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 }), acknowledged(1));
    let commands = case.end(1, at(5));
    assert_eq!(commands, [Command::Drop { epoch: 1 }]);
    case.is(Status::Paused);
}

#[test]
fn a_barrier_that_is_stuck_while_it_drains_ends_with_the_draining() {
    let mut case = running();
    case.wait();
    case.now += 29_000;
    case.step(Event::Paused);
    let before = case.now;
    assert_eq!(case.wait(), [Command::Drop { epoch: 1 }]);
    assert_eq!(case.now - before, 30_000);
    case.is(Status::Paused);
}

#[test]
fn where_nobody_waits_draining_has_no_barriers_and_nobody_is_told() {
    let mut case = Case::running();
    case.wait();
    case.step(Event::Paused);
    assert_eq!(case.pass(1, 1, 5), []);
    assert_eq!(case.deployment.wake(), Some(case.now + 30_000));
}
