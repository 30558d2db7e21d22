//! What a pipeline really promises, computed from its parts.

/// What becomes of a record when a worker or host dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guarantee {
    /// It is read again: none is lost, some may come twice.
    AtLeastOnce,
    /// What was on its way is gone: some source cannot read again.
    AtMostOnce,
}

/// Whether a source can go back to a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    FromPosition,
    Never,
}

impl Guarantee {
    /// Of a pipeline with these sources.
    pub fn of(sources: impl IntoIterator<Item = Replay>) -> Self {
        let mut sources = sources.into_iter();
        if sources.any(|replay| replay == Replay::Never) {
            Guarantee::AtMostOnce
        } else {
            Guarantee::AtLeastOnce
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Guarantee::AtLeastOnce => "at-least-once",
            Guarantee::AtMostOnce => "at-most-once",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_that_cannot_replay_spoils_it() {
        let of = |sources: &[Replay]| Guarantee::of(sources.iter().copied()).name();
        assert_eq!(of(&[Replay::FromPosition, Replay::FromPosition]), "at-least-once");
        assert_eq!(of(&[Replay::FromPosition, Replay::Never]), "at-most-once");
    }
}
