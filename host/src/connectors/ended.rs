//! A source that had nothing more when its position was written: it ends at once, and stands where it stood.

use async_trait::async_trait;
use sandbar_dataflow::{Fault, Output, Position, Read, Source};

/// What is left of a source that ended in an earlier run.
#[derive(Debug)]
pub struct Ended(pub Option<Position>);

#[async_trait(?Send)]
impl Source for Ended {
    async fn open(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    async fn read(&mut self, _: &mut Output) -> Result<Read, Fault> {
        Ok(Read::End)
    }

    fn position(&self) -> Option<Position> {
        self.0.clone()
    }
}
