//! What users and operators ask of a pipeline, in every status.

use super::*;

#[test]
fn pausing_drains_commits_and_resumes_from_there() {
    let mut case = Case::running();
    assert_eq!(case.step(Event::Paused), [Command::Drain { epoch: 1 }]);
    assert_eq!(case.step(Event::Paused), []);
    case.is(Status::Pausing);
    let commands = case.end(1, at(7));
    assert_eq!(commands, [Command::Commit { epoch: 1, barrier: 1, positions: at(7) }]);
    case.is(Status::Pausing);
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Drop { epoch: 1 }]);
    case.is(Status::Paused);
    assert_eq!(case.deployment.wake(), None);
    assert_eq!(case.step(Event::Resumed), [Command::Place { epoch: 2 }]);
    case.is(Status::Starting);
    assert_eq!(case.start(2), at(7));
}

#[test]
fn draining_that_takes_too_long_or_loses_a_host_leaves_what_was_committed() {
    for is_late in [true, false] {
        let mut case = Case::running();
        case.step(Event::Stopped);
        case.is(Status::Stopping);
        let before = case.now;
        let commands = if is_late { case.wait() } else { case.lost(1) };
        assert_eq!(commands, [Command::Drop { epoch: 1 }]);
        assert_eq!(case.now - before, if is_late { 30_000 } else { 0 });
        case.is(Status::Stopped);
        assert_eq!(case.deployment.checkpoint(), None);
        assert!(case.log.last().unwrap().contains("the last acknowledged positions stand"));
    }
}

#[test]
fn positions_that_cannot_be_recorded_do_not_hold_up_a_pause_for_ever() {
    let mut case = Case::running();
    case.step(Event::Paused);
    case.end(1, at(7));
    let until = case.now + 30_000;
    while case.deployment.status() == Status::Pausing {
        if let Some(commit) = case.deployment.commit.clone() {
            let problem = Problem::unavailable("the disk is full");
            case.step(Event::NotCommitted { epoch: 1, barrier: commit.barrier, problem });
        }
        case.wait();
        assert!(case.now <= until);
    }
    case.is(Status::Paused);
    assert_eq!(case.now, until);
}

#[test]
fn a_halted_task_fails_the_pipeline_until_it_is_resumed_or_deployed() {
    for (again, status) in [(Event::Resumed, Status::Starting), (Event::Deployed, Status::Starting)]
    {
        let mut case = Case::running();
        let outcome = Outcome::Failed(fault());
        assert_eq!(
            case.step(Event::Halted { epoch: 1, task: task(0, 0), fault: fault() }),
            [Command::Drop { epoch: 1 }, Command::Record { outcome }]
        );
        case.is(Status::Failed);
        assert_eq!(case.deployment.fault(), Some(&fault()));
        assert_eq!(case.step(Event::HostCame), []);
        assert_eq!(case.step(Event::Paused), []);
        case.is(Status::Failed);
        assert_eq!(case.step(again), [Command::Place { epoch: 2 }]);
        case.is(status);
        assert_eq!(case.deployment.fault(), None);
    }
}

#[test]
fn a_new_version_begins_where_the_old_one_was_drained() {
    let mut case = Case::running();
    assert_eq!(case.step(Event::Deployed), [Command::Drain { epoch: 1 }]);
    case.is(Status::Starting);
    assert_eq!(case.step(Event::Deployed), []);
    case.end(1, at(7));
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Drop { epoch: 1 }, Command::Place { epoch: 2 }]);
    assert_eq!(case.start(2), at(7));
    // While it is being started, the next one takes its place at once.
    let mut case = Case::new();
    case.step(Event::Deployed);
    let again = [Command::Drop { epoch: 1 }, Command::Place { epoch: 2 }];
    assert_eq!(case.step(Event::Deployed), again);
    // And one that came while the last positions were recorded is not forgotten.
    let mut case = Case::running();
    case.end(1, end(7));
    assert_eq!(case.step(Event::Deployed), []);
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Drop { epoch: 1 }, Command::Place { epoch: 2 }]);
}

#[test]
fn a_source_of_another_parallelism_or_none_leaves_none_of_its_old_positions() {
    let of = |node: &str, task, parallelism, offset: u64| Position {
        node: node.to_owned(),
        task,
        parallelism,
        content: offset.to_string(),
        ended: false,
    };
    let positions = vec![of("gone", 0, 1, 3), of("s", 0, 2, 3), of("s", 1, 2, 4)];
    let checkpoint = Checkpoint { epoch: 4, barrier: 9, positions, at: 0 };
    let deployment = Deployment::restore(4, Desired::Running, None, Some(checkpoint));
    let mut case = Case { deployment, ..Case::new() };
    case.is(Status::Recovering);
    assert_eq!(case.wait(), [Command::Place { epoch: 5 }]);
    case.start(5);
    assert_eq!(case.wait(), [Command::Barrier { epoch: 5, barrier: 10 }]);
    let positions = vec![of("s", 0, 1, 8)];
    assert_eq!(case.pass(5, 10, 8), [Command::Commit { epoch: 5, barrier: 10, positions }]);
}

#[test]
fn a_host_that_is_to_be_empty_is_left_by_draining() {
    let mut case = Case::running();
    assert_eq!(case.step(Event::Evacuated { host: name("elsewhere") }), []);
    assert_eq!(case.step(Event::Evacuated { host: name("b") }), [Command::Drain { epoch: 1 }]);
    case.is(Status::Recovering);
    case.end(1, at(7));
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Drop { epoch: 1 }, Command::Place { epoch: 2 }]);
    assert_eq!(case.deployment.before(), Some(&placement()));
    // It may have been chosen a moment ago.
    let again = [Command::Drop { epoch: 2 }, Command::Place { epoch: 3 }];
    assert_eq!(case.step(Event::Evacuated { host: name("b") }), again);
    assert_eq!(case.deployment.restarts(), 0);
}

#[test]
fn what_connectors_may_reach_is_told_by_starting_again() {
    let mut case = Case::running();
    assert_eq!(case.step(Event::Regranted), [Command::Drain { epoch: 1 }]);
    case.is(Status::Recovering);
    // It is on its way out already.
    assert_eq!(case.step(Event::Regranted), []);
    case.end(1, at(7));
    let commands = case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    assert_eq!(commands, [Command::Drop { epoch: 1 }, Command::Place { epoch: 2 }]);
    // The hosts may have been told of the rules as they were.
    let again = [Command::Drop { epoch: 2 }, Command::Place { epoch: 3 }];
    assert_eq!(case.step(Event::Regranted), again);
    assert_eq!(case.deployment.restarts(), 0);
}

#[test]
fn pausing_or_stopping_before_anything_runs_drops_what_was_begun() {
    for desired in [Event::Paused, Event::Stopped] {
        let rest = if desired == Event::Paused { Status::Paused } else { Status::Stopped };
        let mut case = Case::new();
        case.step(Event::Deployed);
        assert_eq!(case.step(desired.clone()), [Command::Drop { epoch: 1 }]);
        case.is(rest);
        assert_eq!(
            case.step(Event::Placed { epoch: 1, placement: placement(), sources: sources() }),
            []
        );
        case.is(rest);

        let mut case = Case::new();
        case.step(Event::Deployed);
        case.step(Event::Placed { epoch: 1, placement: placement(), sources: sources() });
        assert_eq!(case.step(desired.clone()), [Command::Drop { epoch: 1 }]);
        case.is(rest);

        let mut case = Case::running();
        case.lost(1);
        assert_eq!(case.step(desired), []);
        case.is(rest);
        assert_eq!(case.deployment.wake(), None);
    }
}

#[test]
fn users_are_told_what_they_cannot_do() {
    let restored = |desired, outcome| Deployment::restore(1, desired, outcome, None);
    let failed = || Some(Outcome::Failed(fault()));
    let cases = [
        (restored(Desired::Running, None), "deploy pause resume stop"),
        (restored(Desired::Paused, None), "deploy pause resume stop"),
        (restored(Desired::Stopped, None), "deploy stop delete"),
        (restored(Desired::Running, Some(Outcome::Finished)), "deploy stop delete"),
        (restored(Desired::Running, failed()), "deploy resume stop delete"),
        (Case::running().deployment, "deploy pause resume stop"),
    ];
    let verbs = [
        (Verb::Deploy, "deploy"),
        (Verb::Pause, "pause"),
        (Verb::Resume, "resume"),
        (Verb::Stop, "stop"),
        (Verb::Delete, "delete"),
    ];
    for (deployment, expected) in cases {
        let allowed: Vec<&str> = verbs
            .iter()
            .filter(|(verb, _)| match deployment.allows(*verb) {
                Ok(()) => true,
                Err(problem) => {
                    assert_eq!(problem.code, Code::Conflict);
                    assert!(!problem.help.is_empty());
                    false
                }
            })
            .map(|(_, name)| *name)
            .collect();
        assert_eq!(allowed.join(" "), expected, "{}", deployment.status());
    }
}

#[test]
fn nothing_is_deleted_while_its_checkpoint_is_being_written() {
    let mut case = Case::running();
    case.wait();
    case.pass(1, 1, 5);
    case.step(Event::Halted { epoch: 1, task: task(0, 0), fault: fault() });
    let problem = case.deployment.allows(Verb::Delete).unwrap_err();
    assert_eq!(problem.message, "a checkpoint of the pipeline is just being written");
    case.step(Event::Committed { epoch: 1, barrier: 1, at: 0 });
    case.deployment.allows(Verb::Delete).unwrap();
}
