//! Reads one split of a file. The file is cut into stripes that the splits take in turn; a line belongs to the stripe it
//! begins in. So splits advance through the file, and through its event time, side by side, and they agree on who reads
//! what even while the file grows.

use std::{fs::File, os::unix::fs::FileExt, path::PathBuf};

use async_trait::async_trait;
use rustix::fs::OFlags;
use sandbar_dataflow::{Code, Fault, Output, Position, Read};

use super::{
    beneath, is_stream,
    position::{At, Split},
};
use crate::{
    connectors::{
        Context, Root,
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
    root: Root,
    split: Split,
    /// Where it stands, but while it reads a regular file; `None` for a stream.
    at: Option<At>,
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
        let path = context.opened(path);
        let decoder = Decoder::new(settings, &context.clock)?;
        let split = Split {
            number: context.task_index.into(),
            splits: context.parallelism.max(1).into(),
            stripe_bytes: STRIPE_BYTES,
        };
        let source = Self {
            path: path.to_owned(),
            shown: context.shown(path),
            root: context.root.clone(),
            split,
            at: Some(split.beginning(path)),
            state: State::Closed(Some(decoder)),
        };
        match &context.position {
            Some(position) => source.resume(position),
            None => Ok(source),
        }
    }

    /// Goes on at `position` once opened.
    pub(super) fn resume(mut self, position: &Position) -> Result<Self, Fault> {
        match self.split.at(position, &self.path) {
            Ok(at) => self.at = Some(at),
            Err(why) => return Err(self.misplaced(&why)),
        }
        Ok(self)
    }

    #[cfg(test)]
    pub(super) fn with_stripe_bytes(mut self, stripe_bytes: u64) -> Self {
        self.split.stripe_bytes = stripe_bytes;
        self.at = Some(self.split.beginning(&self.path));
        self
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

    /// It was given a position that is none of its own.
    fn misplaced(&self, why: &str) -> Fault {
        let message = format!(
            "cannot go on in {}: its position {why}; give the source another name to begin anew",
            self.shown
        );
        Fault::new(Code::SourceFailed, message)
    }

    /// Whether it reads what cannot be read again.
    fn is_stream(&self) -> bool {
        !matches!(self.root, Root::Beneath(_)) && is_stream(&self.path)
    }

    /// A stream cannot be split: the first task reads it all.
    async fn open_stream(&mut self, decoder: Decoder) -> Result<(), Fault> {
        if self.path.is_dir() {
            return Err(self.failed(&"it is a folder; name a file in it"));
        }
        self.state = State::Done;
        self.at = None;
        if self.split.number == 0 {
            let file = tokio::fs::File::open(&self.path).await;
            let file = file.map_err(|error| self.failed(&error))?;
            self.state = State::Stream(stream::Source::new(self.shown.clone(), file, decoder));
        }
        Ok(())
    }

    fn open_regular(&mut self, decoder: Decoder) -> Result<(), Fault> {
        let file = match &self.root {
            Root::Free | Root::GoingOn => File::open(&self.path),
            Root::Beneath(root) => beneath::open(root, &self.path, OFlags::RDONLY),
        };
        let file = file.map_err(|error| self.failed(&error))?;
        let length = file.metadata().map_err(|error| self.failed(&error))?.len();
        let at = self.at.clone().unwrap_or_else(|| self.split.beginning(&self.path));
        let seen = at.bytes_seen(self.split);
        if length < seen {
            let why = format!("lies behind {seen} bytes, but the file has {length} now");
            return Err(self.misplaced(&why));
        }
        let mut intake = Intake::new(self.shown.clone(), decoder);
        match at.inside {
            true => intake.lines.seek_into_line(at.offset, at.line),
            false => intake.lines.seek(at.offset, at.line),
        }
        let (_, limit) = self.split.stripe(at.stripe);
        self.state = State::Regular(Regular { file, intake, stripe: at.stripe, limit });
        Ok(())
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
                    regular.stripe += self.split.splits;
                    let (begin, limit) = self.split.stripe(regular.stripe);
                    regular.limit = limit;
                    // One byte earlier, to see whether a line ends right before the stripe.
                    regular.intake.lines.seek_into_line(begin.saturating_sub(1), None);
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
        self.state = match next {
            Some(next) => {
                self.at = Some(regular.at(self.split.beginning(&self.path)));
                next
            }
            None => State::Regular(regular),
        };
        Ok(Read::More)
    }
}

impl Regular {
    /// Where it stands in the file that `split` is about; everything decoded has been staged.
    fn at(&self, split: At) -> At {
        debug_assert!(self.intake.is_empty(), "a read stages all that it decodes");
        let lines = &self.intake.lines;
        let (offset, line, inside) = (lines.offset(), lines.number(), lines.is_skipping());
        At { stripe: self.stripe, offset, line, inside, ..split }
    }

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
        match self.is_stream() {
            true => self.open_stream(decoder).await,
            false => self.open_regular(decoder),
        }
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
    fn position(&self) -> Option<Position> {
        let at = match &self.state {
            State::Regular(regular) => Some(regular.at(self.split.beginning(&self.path))),
            State::Closed(_) if self.is_stream() => None,
            _ => self.at.clone(),
        };
        at.map(|at| at.position())
    }
}
