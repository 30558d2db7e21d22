//! A source of lines from anything that bytes arrive on in their own time: stdin, a FIFO. A batch leaves when it is full
//! or when its first line has waited long enough.

use sandbar_dataflow::{BATCH_WAIT, Code, Fault, Output, Read};
use tokio::{
    io::{AsyncRead, AsyncReadExt},
    time::{Instant, timeout_at},
};

use super::intake::{Intake, Stopped};
use crate::formats::Decoder;

/// Lines of one stream.
#[derive(Debug)]
pub(super) struct Source<R> {
    name: String,
    reader: R,
    intake: Intake,
    /// When the batch must leave; set while there is something in it.
    deadline: Option<Instant>,
    ended: bool,
}

impl<R: AsyncRead + Unpin> Source<R> {
    pub(super) fn new(name: String, reader: R, decoder: Decoder) -> Self {
        let intake = Intake::new(name.clone(), decoder);
        Self { name, reader, intake, deadline: None, ended: false }
    }

    /// As `dataflow::Source::read`. May be dropped while it waits: bytes, lines and the deadline are kept in `self`.
    pub(super) async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        loop {
            let full = self.intake.decode(u64::MAX) == Stopped::Full;
            if full || (self.ended && !self.intake.is_empty()) {
                return self.stage(output);
            }
            if self.ended {
                return Ok(Read::End);
            }
            if !self.intake.is_empty() {
                self.deadline.get_or_insert_with(|| Instant::now() + BATCH_WAIT);
            }
            let reading = self.reader.read(self.intake.lines.room());
            let read = match self.deadline {
                None => reading.await,
                Some(deadline) => match timeout_at(deadline, reading).await {
                    Ok(read) => read,
                    Err(_) => return self.stage(output),
                },
            };
            match read {
                Ok(bytes) => {
                    self.intake.lines.filled(bytes);
                    self.ended = bytes == 0;
                }
                Err(error) => {
                    let message = format!("cannot read {}: {error}", self.name);
                    return Err(Fault::new(Code::SourceFailed, message));
                }
            }
        }
    }

    fn stage(&mut self, output: &mut Output) -> Result<Read, Fault> {
        self.deadline = None;
        self.intake.stage(output)?;
        Ok(Read::More)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::{AsyncWriteExt, duplex};

    use super::*;

    fn values(output: &mut Output) -> Vec<String> {
        let (emissions, _) = output.take();
        let text = |value: &[u8]| String::from_utf8(value.to_vec()).unwrap();
        emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value))).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_batch_leaves_after_its_wait_though_more_may_come() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, None);
        writer.write_all(b"one\ntwo\nthr").await.unwrap();
        let before = Instant::now();
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        assert_eq!(values(&mut output), ["one", "two"]);
        assert!(before.elapsed() <= BATCH_WAIT + Duration::from_millis(1));
        writer.write_all(b"ee\r\nlast").await.unwrap();
        drop(writer);
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        assert_eq!(values(&mut output), ["three", "last"]);
        assert_eq!(source.read(&mut output).await, Ok(Read::End));
    }

    #[tokio::test(start_paused = true)]
    async fn a_read_that_is_dropped_while_it_waits_loses_nothing() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, None);
        for part in [&b"on"[..], b"e\ntw", b"o\n"] {
            writer.write_all(part).await.unwrap();
            let wait = Duration::from_millis(1);
            assert!(tokio::time::timeout(wait, source.read(&mut output)).await.is_err());
        }
        drop(writer);
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        assert_eq!(values(&mut output), ["one", "two"]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_trickle_of_lines_does_not_put_off_its_batch() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, None);
        let trickle = async {
            for _ in 0..20 {
                writer.write_all(b"x\n").await.unwrap();
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let before = Instant::now();
        let read = async {
            assert_eq!(source.read(&mut output).await, Ok(Read::More));
            assert!(before.elapsed() <= BATCH_WAIT + Duration::from_millis(1));
        };
        tokio::join!(trickle, read);
        assert_eq!(values(&mut output).len(), 3);
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_batch_leaves_at_once() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, None);
        writer.write_all("x\n".repeat(2_000).as_bytes()).await.unwrap();
        let before = Instant::now();
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        assert_eq!(before.elapsed(), Duration::ZERO);
        assert_eq!(values(&mut output).len(), sandbar_dataflow::BATCH_RECORDS);
    }
}
