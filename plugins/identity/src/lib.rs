//! Copies every batch as it is: the smallest operator, and the one that benchmarks the way in and out.

use sandbar_sdk::prelude::*;

struct Identity;

/// Copies every record.
#[operator]
impl Operator for Identity {
    type Parameters = ();

    fn open((): (), _: &mut Context<'_>) -> Result<Self, Failure> {
        Ok(Self)
    }

    fn process(
        &mut self,
        _: u32,
        batch: BatchRef<'_>,
        out: &mut Output<'_>,
    ) -> Result<(), Failure> {
        out.emit_batch(batch);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn every_record_leaves_as_it_came() {
        let outcome = testing::run(super::native(), "{}", ["a", "", "b"]).unwrap();
        assert_eq!(outcome.values("out"), ["a", "", "b"]);
    }
}
