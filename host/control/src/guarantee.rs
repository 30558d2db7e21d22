//! What a pipeline really promises, computed from its parts.

/// What becomes of a record when a worker or host dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guarantee {
    /// It is read or sent again: none is lost, some may come twice.
    AtLeastOnce,
    /// What was on its way is gone: of some source nothing comes again.
    AtMostOnce,
}

/// How records come again that were on their way when their source went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replay {
    /// The source goes back to a position.
    FromPosition,
    /// Whoever sent them waits until they are acknowledged, and sends again what was not.
    Unacknowledged,
    /// They do not.
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
        let again = [Replay::FromPosition, Replay::Unacknowledged];
        assert_eq!(of(&again), "at-least-once");
        assert_eq!(of(&[again[0], Replay::Never]), "at-most-once");
        assert_eq!(of(&[again[1], Replay::Never]), "at-most-once");
    }
}
