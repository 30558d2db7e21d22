//! How far the tasks of one epoch are: which are through, which are past the barrier in hand, and where sources stood.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use crate::{Placement, TaskId, record::Position};

/// How far all tasks are.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    tasks: BTreeMap<TaskId, Task>,
    /// Names of all sources.
    sources: BTreeSet<String>,
}

#[derive(Clone, Debug, Default)]
struct Task {
    is_source: bool,
    /// Past the barrier in hand, with these positions.
    passed: Option<Vec<Position>>,
    /// Through, with these positions.
    ended: Option<Vec<Position>>,
}

impl Progress {
    /// `sources`: of the chains that begin with one.
    pub(super) fn new(placement: &Placement, sources: BTreeMap<u32, Source>) -> Self {
        let is_source = |id: TaskId| sources.contains_key(&id.chain);
        let task = |id| (id, Task { is_source: is_source(id), ..Task::default() });
        let tasks = placement.tasks().map(|(id, _)| task(id)).collect();
        Self { tasks, sources: sources.into_values().map(|source| source.name).collect() }
    }

    pub(super) fn passed(&mut self, id: TaskId, positions: Vec<Position>) {
        if let Some(task) = self.tasks.get_mut(&id) {
            task.passed = Some(positions);
        }
    }

    pub(super) fn ended(&mut self, id: TaskId, positions: Vec<Position>) {
        if let Some(task) = self.tasks.get_mut(&id) {
            task.ended = Some(positions);
        }
    }

    /// Another barrier is in hand.
    pub(super) fn clear(&mut self) {
        for task in self.tasks.values_mut() {
            task.passed = None;
        }
    }

    pub(super) fn all_passed(&self) -> bool {
        self.tasks.values().all(|task| task.passed.is_some() || task.ended.is_some())
    }

    pub(super) fn all_ended(&self) -> bool {
        self.tasks.values().all(|task| task.ended.is_some())
    }

    /// Whether nobody is left who could send a barrier.
    pub(super) fn sources_ended(&self) -> bool {
        self.tasks.values().all(|task| !task.is_source || task.ended.is_some())
    }

    /// The positions of `before`, with those that were told since in their places. A task that ended behind the barrier in
    /// hand counts as of the barrier: what it sent after that may still be on its way. A source that came to another
    /// parallelism leaves none of its old ones, and one that is not there any more none at all.
    pub(super) fn positions(&self, before: &[Position]) -> Vec<Position> {
        let told = |task| {
            let Task { passed, ended, .. }: &Task = task;
            passed.as_ref().or(ended.as_ref()).into_iter().flatten()
        };
        let told: Vec<&Position> = self.tasks.values().flat_map(told).collect();
        let parallelism: BTreeMap<&str, u32> =
            told.iter().map(|position| (position.node.as_str(), position.parallelism)).collect();
        let kept = before.iter().filter(|position| {
            let now = parallelism.get(position.node.as_str());
            let is_there = self.sources.contains(&position.node);
            is_there && now.is_none_or(|&now| now == position.parallelism)
        });
        let all = kept.chain(told);
        let merged: BTreeMap<(&str, u32), &Position> =
            all.map(|position| ((position.node.as_str(), position.task), position)).collect();
        merged.into_values().cloned().collect()
    }

    /// For people: the tasks that a barrier waits for.
    pub(super) fn waiting(&self) -> String {
        const SHOWN: usize = 3;
        let is_waiting = |task: &Task| task.passed.is_none() && task.ended.is_none();
        let waiting = self.tasks.iter().filter(|(_, task)| is_waiting(task));
        let waiting: Vec<&TaskId> = waiting.map(|(id, _)| id).collect();
        let shown = waiting.iter().take(SHOWN);
        let shown: Vec<String> =
            shown.map(|id| format!("task {} of chain {}", id.task, id.chain)).collect();
        match waiting.len().saturating_sub(SHOWN) {
            0 => shown.join(", "),
            more => format!("{} and {more} more", shown.join(", ")),
        }
    }
}
