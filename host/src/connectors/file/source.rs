//! Reads one split of a file. The file is cut into stripes that the splits take in turn; a line belongs to the stripe it
//! begins in. So splits advance through the file, and through its event time, side by side, and they agree on who reads
//! what even while the file grows.

use std::{fs::File, os::unix::fs::FileExt, path::PathBuf};

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Output, Read};

use super::is_stream;
use crate::{
    connectors::{
        Context,
        intake::{Intake, Stopped},
        lines::CHUNK_BYTES,
        settings::Settings,
        stream,
    },
    formats::Decoder,
};

/// Bytes of a stripe: one read. A file smaller than that has one split that does all.
const STRIPE_BYTES: u64 = CHUNK_BYTES as u64;

/// What a stripe's last read takes beyond its end, enough for most lines to be whole.
const OVERLAP_BYTES: u64 = 4 << 10;

/// Reads in one call, so that a file of blank or endless lines cannot hold the thread.
const READS_MAX: usize = 4;

/// One split of a file.
#[derive(Debug)]
pub(super) struct Source {
    path: PathBuf,
    shown: String,
    split: u64,
    splits: u64,
    stripe_bytes: u64,
    state: State,
}

#[derive(Debug)]
enum State {
    Closed(Option<Decoder>),
    Regular(Regular),
    Stream(stream::Source<tokio::fs::File>),
    /// Nothing more can be read.
    Failed(Fault),
    Done,
}

#[derive(Debug)]
struct Regular {
    file: File,
    intake: Intake,
    stripe: u64,
    /// Lines that begin here or later are not this stripe's.
    limit: u64,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let Some(path) = settings.path("path") else {
            return Err(Fault::new(Code::SourceFailed, "`path` is missing; name the file to read"));
        };
        let decoder = Decoder::new(settings, &context.clock)?;
        Ok(Self {
            path: path.to_owned(),
            shown: context.shown(path),
            split: context.task_index.into(),
            splits: context.parallelism.max(1).into(),
            stripe_bytes: STRIPE_BYTES,
            state: State::Closed(Some(decoder)),
        })
    }

    #[cfg(test)]
    pub(super) fn with_stripe_bytes(self, stripe_bytes: u64) -> Self {
        Self { stripe_bytes, ..self }
    }

    /// Reads on from another file, as if this one had changed beneath it.
    #[cfg(test)]
    pub(super) fn replace_file(&mut self, file: File) {
        if let State::Regular(regular) = &mut self.state {
            regular.file = file;
        }
    }

    fn failed(&self, error: &dyn std::fmt::Display) -> Fault {
        Fault::new(Code::SourceFailed, format!("cannot read {}: {error}", self.shown))
    }

    /// The bytes of stripe number `stripe`; a single split is one stripe without an end.
    fn stripe(&self, stripe: u64) -> (u64, u64) {
        if self.splits == 1 {
            return (0, u64::MAX);
        }
        let begin = stripe.saturating_mul(self.stripe_bytes);
        (begin, begin.saturating_add(self.stripe_bytes))
    }

    /// Stages one batch, or what a few reads yield. Reads block: they come from the page cache or are short.
    fn read_regular(&mut self, output: &mut Output) -> Result<Read, Fault> {
        let State::Regular(mut regular) = std::mem::replace(&mut self.state, State::Done) else {
            return Ok(Read::End);
        };
        let mut reads = 0;
        let next = loop {
            match regular.intake.decode(regular.limit) {
                Stopped::Full => break None,
                Stopped::Limit => {
                    regular.stripe += self.splits;
                    let (begin, limit) = self.stripe(regular.stripe);
                    regular.limit = limit;
                    // One byte earlier, to see whether a line ends right before the stripe.
                    regular.intake.lines.seek_into_line(begin.saturating_sub(1));
                }
                Stopped::Starved if regular.intake.lines.is_done() => break Some(State::Done),
                Stopped::Starved if reads == READS_MAX => break None,
                Stopped::Starved => {
                    reads += 1;
                    if let Err(error) = regular.read() {
                        // What came before is staged now and the fault told next time.
                        break Some(State::Failed(self.failed(&error)));
                    }
                }
            }
        };
        regular.intake.stage(output)?;
        self.state = next.unwrap_or(State::Regular(regular));
        Ok(Read::More)
    }
}

impl Regular {
    fn read(&mut self) -> std::io::Result<()> {
        let lines = &mut self.intake.lines;
        let offset = lines.read_offset();
        let wanted = self.limit.saturating_sub(offset).saturating_add(OVERLAP_BYTES);
        let room = lines.room();
        let wanted = usize::try_from(wanted).unwrap_or(usize::MAX).min(CHUNK_BYTES).min(room.len());
        let read = loop {
            match self.file.read_at(&mut room[..wanted], offset) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        lines.filled(read);
        Ok(())
    }
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        let State::Closed(decoder) = &mut self.state else { return Ok(()) };
        let Some(decoder) = decoder.take() else { return Ok(()) };
        if is_stream(&self.path) {
            if self.path.is_dir() {
                return Err(self.failed(&"it is a folder; name a file in it"));
            }
            self.state = State::Done;
            // A stream cannot be split: the first task reads it all.
            if self.split == 0 {
                let file = tokio::fs::File::open(&self.path).await;
                let file = file.map_err(|error| self.failed(&error))?;
                let source = stream::Source::new(self.shown.clone(), file, decoder);
                self.state = State::Stream(source);
            }
            return Ok(());
        }
        let file = File::open(&self.path).map_err(|error| self.failed(&error))?;
        let (begin, limit) = self.stripe(self.split);
        let mut intake = Intake::new(self.shown.clone(), decoder);
        if begin > 0 {
            intake.lines.seek_into_line(begin - 1);
        }
        self.state = State::Regular(Regular { file, intake, stripe: self.split, limit });
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        match &mut self.state {
            State::Regular(_) => self.read_regular(output),
            State::Stream(source) => source.read(output).await,
            State::Failed(fault) => Err(fault.clone()),
            State::Closed(_) | State::Done => Ok(Read::End),
        }
    }

    async fn drain(&mut self, output: &mut Output) -> Result<(), Fault> {
        match &mut self.state {
            State::Stream(source) => source.drain(output).await,
            // The next run can read a file again.
            _ => Ok(()),
        }
    }
}
