//! Drops records whose key came a short while ago. What it remembers lies in the memory of its instance: a call that
//! fails and a restart forget it, and then a record may pass a second time.

use std::collections::{HashSet, VecDeque};
use std::rc::Rc;

use sandbar_sdk::prelude::*;

// recipe: dedupe
#[derive(Parameters)]
struct Window {
    /// How many different keys are remembered; the oldest is forgotten for the next.
    #[parameter(default = 10_000)]
    keys: usize,
}

struct Dedupe {
    keys: usize,
    seen: HashSet<Rc<[u8]>>,
    /// The same keys, the oldest first.
    order: VecDeque<Rc<[u8]>>,
}

impl Dedupe {
    /// Whether `key` is none of those remembered; remembers it.
    fn is_new(&mut self, key: &[u8]) -> bool {
        if self.seen.contains(key) {
            return false;
        }
        if self.order.len() >= self.keys {
            self.order.pop_front().inspect(|oldest| _ = self.seen.remove(oldest));
        }
        let key: Rc<[u8]> = key.into();
        self.seen.insert(Rc::clone(&key));
        self.order.push_back(key);
        true
    }
}

/// Passes the first record of each key, and drops those that repeat one of the last keys.
#[operator]
impl Operator for Dedupe {
    type Parameters = Window;

    fn open(window: Window, _: &mut Context<'_>) -> Result<Self, Failure> {
        match window.keys {
            0 => Err(Failure::new("parameter keys is 0: set 1 or more")),
            keys => Ok(Self { keys, seen: HashSet::new(), order: VecDeque::new() }),
        }
    }

    fn process(&mut self, _: u32, batch: BatchRef<'_>, out: &mut Output) -> Result<(), Failure> {
        for (row, record) in batch.records().enumerate() {
            match record.key.is_empty() {
                true => out.at(row).reject("a record without a key: set `key` at the source"),
                false if self.is_new(record.key) => out.at(row).forward(),
                false => {}
            }
        }
        Ok(())
    }
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::{Record, testing};

    #[test]
    fn a_key_passes_again_once_as_many_others_came_as_are_remembered() {
        let records = ["a", "b", "a", "b", "c", "a", "c"]
            .map(|key| Record { key: key.as_bytes(), ..Record::from(key) });
        let outcome = testing::run(super::native(), r#"{"keys":2}"#, records).unwrap();
        assert_eq!(outcome.keys("out"), ["a", "b", "c", "a"]);
        let outcome = testing::run(super::native(), "{}", ["no key"]).unwrap();
        assert_eq!(outcome.rejected.len(), 1);
        assert!(testing::run(super::native(), r#"{"keys":0}"#, [""; 0]).is_err());
    }
}
