//! Whom to tell what, once it is in every sink: what a source keeps between staging a record and the barrier behind it.

use std::collections::VecDeque;

/// Those who wait, in the order in which what they sent was staged.
#[derive(Debug)]
pub(super) struct Acks<T> {
    /// Behind the last barrier.
    staged: Vec<T>,
    /// Before each barrier that is on its way.
    marked: VecDeque<(u64, Vec<T>)>,
}

impl<T> Default for Acks<T> {
    fn default() -> Self {
        Self { staged: Vec::new(), marked: VecDeque::new() }
    }
}

impl<T> Acks<T> {
    /// What `one` sent is staged.
    pub(super) fn stage(&mut self, one: T) {
        self.staged.push(one);
    }

    /// `barrier` goes out now.
    pub(super) fn mark(&mut self, barrier: u64) {
        if !self.staged.is_empty() {
            self.marked.push_back((barrier, std::mem::take(&mut self.staged)));
        }
    }

    /// Those whose records came before `barrier`, which is in every sink.
    pub(super) fn acknowledged(&mut self, barrier: u64) -> impl Iterator<Item = T> {
        let count = self.marked.iter().take_while(|(marked, _)| *marked <= barrier).count();
        let done: Vec<_> = self.marked.drain(..count).collect();
        done.into_iter().flat_map(|(_, waiting)| waiting)
    }

    /// Whether nobody waits.
    pub(super) fn is_empty(&self) -> bool {
        self.staged.is_empty() && self.marked.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_before_a_barrier_are_told_and_nobody_else() {
        let mut acks = Acks::default();
        acks.stage('a');
        acks.stage('b');
        acks.mark(1);
        acks.mark(2);
        acks.stage('c');
        acks.mark(5);
        acks.stage('d');
        assert_eq!(acks.acknowledged(2).collect::<String>(), "ab");
        assert_eq!(acks.acknowledged(4).count(), 0);
        assert!(!acks.is_empty());
        assert_eq!(acks.acknowledged(9).collect::<String>(), "c");
        assert!(!acks.is_empty(), "no barrier is behind d");
    }
}
