//! Keeps one key in so many, the same ones in every run and in every task: all records of a key stay together.

use sandbar_sdk::prelude::*;

// recipe: sample
#[derive(Parameters)]
struct Rate {
    /// One key in so many is kept.
    #[parameter(default = 100)]
    one_in: u64,
}

/// FNV-1a: short, and the same everywhere and for ever.
fn hash(key: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    key.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Keeps all records of one key in so many.
#[filter]
fn sample(rate: &Rate, record: Record) -> Result<bool, &'static str> {
    match record.key {
        [] => Err("a record without a key: set `key` at the source"),
        // The high bits are mixed best.
        key => Ok((hash(key) >> 16).checked_rem(rate.one_in) == Some(0)),
    }
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::{Record, testing};

    #[test]
    fn a_tenth_of_the_keys_is_kept_and_always_the_same_ones() {
        let keys: Vec<String> = (0..10_000).map(|number| format!("device-{number}")).collect();
        let records = || keys.iter().map(|key| Record { key: key.as_bytes(), ..Record::default() });
        let parameters = r#"{"one_in":10}"#;
        let first = testing::run(super::native(), parameters, records()).unwrap().keys("out");
        let second = testing::run(super::native(), parameters, records()).unwrap().keys("out");
        assert_eq!(first, second);
        assert!((900..1_100).contains(&first.len()), "{}", first.len());
        let outcome = testing::run(super::native(), parameters, [""]).unwrap();
        assert_eq!(outcome.rejected.len(), 1);
    }
}
