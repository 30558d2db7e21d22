//! A source of lines from anything that bytes arrive on in their own time: stdin, a FIFO. A batch leaves when it is full
//! or when its first line has waited long enough.

use std::io;

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
    /// Why nothing more can be read; told once what came before has been staged.
    failed: Option<Fault>,
    /// A read was begun and not waited for to its end: it may have taken bytes from the stream.
    reading: bool,
}

impl<R: AsyncRead + Unpin> Source<R> {
    pub(super) fn new(name: String, reader: R, decoder: Decoder) -> Self {
        let intake = Intake::new(name.clone(), decoder);
        Self { name, reader, intake, deadline: None, ended: false, failed: None, reading: false }
    }

    /// Reads in pieces of 16 KiB, where there may be many such streams.
    pub(super) fn with_small_reads(mut self) -> Self {
        self.intake.lines.read_in(16 << 10);
        self
    }

    /// As `dataflow::Source::read`. May be dropped while it waits: bytes, lines and the deadline are kept in `self`.
    pub(super) async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        loop {
            let full = self.intake.decode(u64::MAX) == Stopped::Full;
            let over = self.ended || self.failed.is_some();
            if full || (over && !self.intake.is_empty()) {
                return self.stage(output);
            }
            if let Some(fault) = &self.failed {
                return Err(fault.clone());
            }
            if self.ended {
                return Ok(Read::End);
            }
            if !self.intake.is_empty() {
                self.deadline.get_or_insert_with(|| Instant::now() + BATCH_WAIT);
            }
            self.reading = true;
            let reading = self.reader.read(self.intake.lines.room());
            let read = match self.deadline {
                None => reading.await,
                Some(deadline) => match timeout_at(deadline, reading).await {
                    Ok(read) => read,
                    Err(_) => return self.stage(output),
                },
            };
            self.took(read);
        }
    }

    /// As `dataflow::Source::drain`: all whole lines that were taken from the stream, and what a read that is under way has
    /// got from it. Waits for nothing.
    pub(super) async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        if self.reading {
            tokio::select! {
                biased;
                read = self.reader.read(self.intake.lines.room()) => self.took(read),
                () = std::future::ready(()) => {}
            }
        }
        loop {
            let stopped = self.intake.decode(u64::MAX);
            if !self.intake.is_empty() {
                self.stage(output)?;
            }
            if stopped != Stopped::Full {
                return Ok(());
            }
        }
    }

    /// Keeps what a read into the room brought.
    fn took(&mut self, read: io::Result<usize>) {
        self.reading = false;
        match read {
            Ok(bytes) => {
                self.intake.lines.filled(bytes);
                self.ended = bytes == 0;
            }
            Err(error) => {
                let message = format!("cannot read {}: {error}", self.name);
                self.failed = Some(Fault::new(Code::SourceFailed, message));
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
    use std::{
        pin::Pin,
        task::{Context, Poll},
        time::Duration,
    };

    use tokio::io::{AsyncWriteExt, ReadBuf, duplex};

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
    async fn a_drain_stages_every_whole_line_that_was_taken() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, Some(usize::MAX));
        for (written, drained) in [("x\n", 1), ("y\nz", 1)] {
            writer.write_all(written.as_bytes()).await.unwrap();
            let wait = Duration::from_millis(1);
            assert!(tokio::time::timeout(wait, source.read(&mut output)).await.is_err());
            source.drain(&mut output).await.unwrap();
            assert_eq!(values(&mut output).len(), drained);
        }
        // More than two batches, of which one leaves before the drain.
        writer.write_all("x\n".repeat(2_500).as_bytes()).await.unwrap();
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        let before = values(&mut output).len();
        source.drain(&mut output).await.unwrap();
        assert_eq!((before, values(&mut output).len()), (1_024, 2_500 - 1_024));
        source.drain(&mut output).await.unwrap();
        assert!(values(&mut output).is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_drain_takes_what_a_read_under_way_has_got() {
        let (mut writer, reader) = duplex(1 << 20);
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, Some(usize::MAX));
        let wait = Duration::from_millis(1);
        assert!(tokio::time::timeout(wait, source.read(&mut output)).await.is_err());
        writer.write_all(b"one\ntwo\nthr").await.unwrap();
        source.drain(&mut output).await.unwrap();
        assert_eq!(values(&mut output), ["one", "two"]);
    }

    /// A disk that fails once it has given what it has.
    struct Failing(&'static [u8]);

    impl AsyncRead for Failing {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            let bytes = std::mem::take(&mut self.0);
            buffer.put_slice(bytes);
            Poll::Ready(match bytes.is_empty() {
                true => Err(io::Error::other("the disk is broken")),
                false => Ok(()),
            })
        }
    }

    #[tokio::test(start_paused = true)]
    async fn lines_before_a_failed_read_are_staged_before_it_is_told() {
        let reader = Failing(b"one\ntwo\nthr");
        let mut source = Source::new("stdin".into(), reader, Decoder::RawLines);
        let mut output = Output::new(1, None);
        assert_eq!(source.read(&mut output).await, Ok(Read::More));
        assert_eq!(values(&mut output), ["one", "two"]);
        let fault = source.read(&mut output).await.unwrap_err();
        assert_eq!(fault.message, "cannot read stdin: the disk is broken");
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
