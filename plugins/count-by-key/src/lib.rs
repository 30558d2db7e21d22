//! Counts records by key. The counts lie in the memory of the instance: a call that fails and a restart begin at 0.

use std::collections::HashMap;

use sandbar_sdk::prelude::*;

// recipe: count
#[derive(Parameters)]
struct Counting {
    /// How many records of a key make the next count leave.
    #[parameter(default = 100)]
    every: u64,
    /// Most keys that are counted; records of others are rejected, so that memory has a bound.
    #[parameter(default = 100_000)]
    keys_max: usize,
}

#[derive(Serialize)]
struct Count<'a> {
    key: &'a str,
    count: u64,
}

struct CountByKey {
    counting: Counting,
    counts: HashMap<String, u64>,
}

/// Tells how many records of a key came so far, whenever so many more have come.
#[operator]
impl Operator for CountByKey {
    type Parameters = Counting;

    fn open(counting: Counting, _: &mut Context<'_>) -> Result<Self, Failure> {
        match counting.every {
            0 => Err(Failure::new("parameter every is 0: set 1 or more")),
            _ => Ok(Self { counting, counts: HashMap::new() }),
        }
    }

    fn process(&mut self, _: u32, batch: BatchRef<'_>, out: &mut Output) -> Result<(), Failure> {
        for (row, record) in batch.records().enumerate() {
            let key = String::from_utf8_lossy(record.key);
            if !self.counts.contains_key(&*key) {
                if self.counts.len() >= self.counting.keys_max {
                    let limit = self.counting.keys_max;
                    out.at(row).reject(format_args!("{limit} other keys are counted already"));
                    continue;
                }
                self.counts.insert(key.to_string(), 0);
            }
            let Some(count) = self.counts.get_mut(&*key) else { continue };
            *count += 1;
            if *count % self.counting.every == 0 {
                out.at(row).emit_json(&Count { key: &key, count: *count });
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
    fn every_second_record_of_a_key_tells_the_count_across_calls() {
        let keyed = |key: &'static str| Record { key: key.as_bytes(), ..Record::default() };
        let parameters = r#"{"every":2,"keys_max":2}"#;
        let mut trial = testing::Trial::open(super::native(), parameters).unwrap();
        trial.process(0, ["a", "b", "a"].map(keyed)).unwrap();
        trial.process(0, ["a", "a", "c"].map(keyed)).unwrap();
        let outcome = trial.close().unwrap();
        let counts = [r#"{"key":"a","count":2}"#, r#"{"key":"a","count":4}"#];
        assert_eq!(outcome.values("out"), counts);
        assert_eq!(outcome.keys("out"), ["a", "a"]);
        assert_eq!(outcome.rejected[0].reason, "2 other keys are counted already");
    }
}
