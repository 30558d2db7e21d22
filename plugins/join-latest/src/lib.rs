//! Adds to each record the newest entry that came under its key by an input of its own: a table that is itself a stream.
//! Entries lie in the memory of the instance: a call that fails and a restart forget them, so send the table again then.

use std::collections::BTreeMap;

use sandbar_sdk::prelude::*;

// recipe: join
#[derive(Parameters)]
struct Join {
    /// The field that the entry becomes.
    #[parameter(default = "entry")]
    field: String,
    /// How many keys may have an entry; those of others are rejected.
    #[parameter(default = 100_000)]
    keys: usize,
}

struct JoinLatest {
    join: Join,
    /// The time of the newest entry of each key, and the entry.
    entries: BTreeMap<Vec<u8>, (i64, Vec<u8>)>,
}

impl JoinLatest {
    /// Keeps an entry, unless a newer one is there already.
    fn keep(&mut self, entry: Record<'_>) -> Result<(), String> {
        let keys = self.join.keys;
        if entry.key.is_empty() {
            return Err("an entry without a key: set `key` at its source".to_owned());
        }
        if self.entries.len() >= keys && !self.entries.contains_key(entry.key) {
            return Err(format!("{keys} keys have an entry already: set `keys` higher"));
        }
        let kept = self.entries.entry(entry.key.to_vec()).or_insert((i64::MIN, Vec::new()));
        if kept.0 <= entry.timestamp {
            *kept = (entry.timestamp, entry.value.to_vec());
        }
        Ok(())
    }

    /// The record with its entry; `None` if there is none.
    fn joined(&self, record: Record<'_>) -> Result<Option<Vec<u8>>, String> {
        let Some((_, entry)) = self.entries.get(record.key) else { return Ok(None) };
        let members = record.value.trim_ascii_end().strip_suffix(b"}");
        let members = members.ok_or("a record must be a JSON object with a member or more")?;
        let field = serde_json::to_string(&self.join.field).map_err(|error| error.to_string())?;
        Ok(Some([members, b",", field.as_bytes(), b":", entry, b"}"].concat()))
    }
}

/// Adds the newest entry of its key to each record; those without one leave by a port of their own.
#[operator(inputs(records, entries), outputs(joined, unknown))]
impl Operator for JoinLatest {
    type Parameters = Join;

    fn open(join: Join, _: &mut Context<'_>) -> Result<Self, Failure> {
        Ok(Self { join, entries: BTreeMap::new() })
    }

    fn process(
        &mut self,
        input: u32,
        batch: BatchRef<'_>,
        out: &mut Output,
    ) -> Result<(), Failure> {
        for (row, record) in batch.records().enumerate() {
            let out = out.at(row);
            match input == Self::ENTRIES {
                true => self.keep(record).unwrap_or_else(|reason| out.reject(&reason)),
                false => match self.joined(record) {
                    Ok(Some(joined)) => out.joined().emit(joined),
                    Ok(None) => out.unknown().forward(),
                    Err(reason) => out.reject(&reason),
                },
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
    fn what_cannot_be_joined_or_kept_is_rejected_and_what_is_older_is_dropped() {
        let keyed = |key, value, timestamp| Record { key, timestamp, ..Record::from(value) };
        let mut trial = testing::Trial::open(super::native(), r#"{"keys":1}"#).unwrap();
        let entries = [(&b"a"[..], "2", 2), (b"a", "1", 1), (b"b", "3", 3), (b"", "4", 4)];
        trial.process(1, entries.map(|(key, value, time)| keyed(key, value, time))).unwrap();
        let records = [(&b"a"[..], r#"{"x":0}"#), (b"a", "[]"), (b"b", "{}")];
        trial.process(0, records.map(|(key, value)| keyed(key, value, 0))).unwrap();
        let outcome = trial.close().unwrap();
        assert_eq!(outcome.values("joined"), [r#"{"x":0,"entry":2}"#]);
        assert_eq!((outcome.values("unknown").len(), outcome.rejected.len()), (1, 3));
    }
}
