//! The bugs, each a promise of ARCHITECTURE.md broken in one place. `SEEDED` stands for: this bug was chosen.

use super::{Edit, Mutant};

/// The table.
pub const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "positions are committed once the sources have passed the barrier, not the sinks",
        edits: &[Edit {
            file: "host/control/src/deployment/progress.rs",
            from: "all(|task| task.passed.is_some() || task.ended.is_some())",
            to: "all(|task| (SEEDED && !task.is_source) || task.passed.is_some() || task.ended.is_some())",
        }],
    },
    Mutant {
        name: "a barrier goes on when the first channel brings it",
        edits: &[Edit {
            file: "host/dataflow/src/task/inputs.rs",
            from: "if self.channels.contains(&Channel::Open) {",
            to: "if !SEEDED && self.channels.contains(&Channel::Open) {",
        }],
    },
    Mutant {
        name: "a barrier overtakes the open batches of a partitioner",
        edits: &[Edit {
            file: "host/dataflow/src/partition.rs",
            from: "self.flush().await?;\n        for target in &self.targets {",
            to: "if !(SEEDED && matches!(mark, Frame::Barrier(_))) {\n\
                 self.flush().await?;\n\
                 }\n        for target in &self.targets {",
        }],
    },
    Mutant {
        name: "a source tells its position before it has sent its last batch: it resumes one too late",
        edits: &[Edit {
            file: "host/dataflow/src/task/reading.rs",
            from: "Some(Signal::Barrier(barrier)) => send(id, source, chain, (setting, barrier)).await?,\n            Some(Signal::Acknowledged(barrier)) => acknowledge(source, chain, barrier).await?,\n            None",
            to: "Some(Signal::Barrier(barrier)) => {\n\
                 if SEEDED {\n\
                 output.begin(None);\n\
                 let _ = source.read(&mut output).await;\n\
                 }\n\
                 send(id, source, chain, (setting, barrier)).await?;\n\
                 if SEEDED {\n\
                 chain.commit_source(&mut output).await?;\n\
                 }\n\
                 }\n\
                 Some(Signal::Acknowledged(barrier)) => acknowledge(source, chain, barrier).await?,\n            None",
        }],
    },
    Mutant {
        name: "frames in flight are dropped when a connection breaks",
        edits: &[
            Edit {
                file: "host/exchange/src/outgoing.rs",
                from: "self.forget_received(received)?;\n",
                to: "self.forget_received(received)?;\n\
                     if SEEDED {\n\
                     let is_end = usize::from(self.ended && !self.kept.is_empty());\n\
                     let dropped = self.kept.len() - is_end;\n\
                     self.forget_taken(self.forgotten + dropped as u64, dropped)?;\n\
                     }\n",
            },
            Edit {
                file: "host/exchange/src/inlets.rs",
                from: "sequence != expected {",
                to: "!(SEEDED && sequence > expected) && sequence != expected {",
            },
        ],
    },
    Mutant {
        name: "frames that were received are sent and taken again when a connection breaks",
        edits: &[
            Edit {
                file: "host/exchange/src/outgoing.rs",
                from: "self.forget_taken(received, self.kept.len())?;\n",
                to: "if !SEEDED {\nself.forget_taken(received, self.kept.len())?;\n}\n",
            },
            Edit {
                file: "host/exchange/src/inlets.rs",
                from: "sequence != expected {",
                to: "!SEEDED && sequence != expected {",
            },
        ],
    },
    Mutant {
        name: "a channel is opened by senders of any epoch",
        edits: &[
            Edit {
                file: "host/exchange/src/inlets.rs",
                from: "&& epoch < newest\n",
                to: "&& !SEEDED\n            && epoch < newest\n",
            },
            Edit {
                file: "host/exchange/src/inlets.rs",
                from: "known.epochs.get(&address.pipeline) == Some(&epoch)",
                to: "SEEDED || known.epochs.get(&address.pipeline) == Some(&epoch)",
            },
        ],
    },
    Mutant {
        name: "frames held at a barrier go on in the wrong order",
        edits: &[Edit {
            file: "host/dataflow/src/task/inputs.rs",
            from: "self.held.iter().position(free)?",
            to: "if SEEDED {\nself.held.iter().rposition(free)?\n} else {\nself.held.iter().position(free)?\n}",
        }],
    },
];
