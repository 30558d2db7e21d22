//! Reads files as a whole, one behind the other by name: those that a pattern means, packed ones, and those whose first line
//! says what the others mean. Several tasks share the files, not their lines. It reads what is there when it opens.

use std::{collections::VecDeque, path::PathBuf};

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Output, Position, Read};
use serde::{Deserialize, Serialize};

use super::{
    listing::Listing,
    packing::{Got, Packing, Reader},
};
use crate::{
    connectors::{
        Context,
        intake::{Intake, Stopped},
        lines::Spot,
        settings::Settings,
    },
    formats::Decoder,
};

/// Reads in one call, so that blank lines, or what is skipped, cannot hold the thread.
const READS_MAX: usize = 4;

/// One task's share of a series of files.
#[derive(Debug)]
pub(super) struct Source {
    path: PathBuf,
    shown: String,
    listing: Listing,
    settings: Settings,
    split: u64,
    splits: u64,
    intake: Intake,
    /// The last file that was read to its end; none with a smaller name is read again.
    through: Option<String>,
    /// Names of the files to come.
    queue: VecDeque<String>,
    current: Option<(String, Reader)>,
    /// Where to go on, until it is open.
    resume: Option<At>,
    opened: bool,
    failed: Option<Fault>,
}

/// Where a series stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct At {
    files: String,
    splits: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    through: Option<String>,
    /// The file in which it goes on, and where there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    current: Option<(String, Spot)>,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SourceFailed, message);
        let Some(path) = settings.path("path") else {
            return Err(fault("`path` is missing; name the files to read".to_owned()));
        };
        let path = context.opened(path);
        let listing = Listing::new(path, &context.root)
            .map_err(|why| fault(format!("cannot read {}: it {why}", context.shown(path))))?;
        let decoder = Decoder::new(settings, &context.clock)?;
        let mut source = Self {
            path: path.to_owned(),
            shown: context.shown(path),
            listing,
            settings: settings.clone(),
            split: context.task_index.into(),
            splits: context.parallelism.max(1).into(),
            intake: Intake::new(context.shown(path), decoder),
            through: None,
            queue: VecDeque::new(),
            current: None,
            resume: None,
            opened: false,
            failed: None,
        };
        if let Some(position) = &context.position {
            source.resume(position).map_err(|why| source.misplaced(&why))?;
        }
        Ok(source)
    }

    fn resume(&mut self, Position(text): &Position) -> Result<(), String> {
        let at: At = serde_json::from_str(text)
            .map_err(|error| format!("{text:?} is none of a series of files: {error}"))?;
        if at.files != self.path.to_string_lossy() {
            return Err(format!("speaks of the files {:?}", at.files));
        }
        if at.splits != self.splits {
            let (splits, now) = (at.splits, self.splits);
            return Err(format!("is that of one of {splits} tasks, but there are {now} now"));
        }
        self.through.clone_from(&at.through);
        self.resume = Some(at);
        Ok(())
    }

    fn misplaced(&self, why: &str) -> Fault {
        let message = format!(
            "cannot go on in {}: its position {why}; give the source another name to begin anew",
            self.shown
        );
        Fault::new(Code::SourceFailed, message)
    }

    fn failed(&self, what: &str, error: &std::io::Error) -> Fault {
        Fault::new(Code::SourceFailed, format!("cannot read {what}: {error}"))
    }

    /// The file `name` as messages show it.
    fn shown(&self, name: &str) -> String {
        PathBuf::from(&self.shown).with_file_name(name).display().to_string()
    }

    fn find(&mut self) -> Result<(), Fault> {
        let found = self.listing.meant().map_err(|error| self.failed(&self.shown, &error))?;
        if found.is_empty() && self.through.is_none() {
            let message = format!(
                "cannot read {}: no file is there; with `follow = true` it is waited for",
                self.shown
            );
            return Err(Fault::new(Code::SourceFailed, message));
        }
        let names = found.into_iter().map(|found| found.name);
        let mine = names.filter(|name| share(name, self.splits) == self.split);
        let through = self.through.clone();
        self.queue = mine.filter(|name| Some(name) > through.as_ref()).collect();
        let Some((name, spot)) = self.resume.take().and_then(|at| at.current) else {
            return Ok(());
        };
        if self.queue.front() != Some(&name) {
            return Err(
                self.misplaced(&format!("lies in the file {name}, which is not there any more"))
            );
        }
        self.open_next(spot)
    }

    /// Opens the next file of the queue at `spot`.
    fn open_next(&mut self, spot: Spot) -> Result<(), Fault> {
        let Some(name) = self.queue.pop_front() else { return Ok(()) };
        let shown = self.shown(&name);
        self.intake.turn_to(shown.clone(), spot);
        let packing = Packing::of(&self.settings, &name);
        let opened = self.open_at(&name, packing, spot);
        let reader = opened.map_err(|error| self.failed(&shown, &error))?;
        self.current = Some((name, reader));
        Ok(())
    }

    fn open_at(&mut self, name: &str, packing: Packing, spot: Spot) -> std::io::Result<Reader> {
        let file = self.listing.open(name)?;
        if packing == Packing::None && file.metadata()?.len() < spot.offset {
            return Err(std::io::Error::other(format!(
                "it is shorter than the {} bytes read",
                spot.offset
            )));
        }
        if self.intake.is_behind_header() {
            let mut beginning = Reader::new(self.listing.open(name)?, packing, 0);
            self.intake.read_header(|offset, room| beginning.read_some(offset, room))?;
        }
        Ok(Reader::new(file, packing, spot.offset))
    }

    /// Decodes until a batch is full, a few reads are done, or there is nothing more; whether there may be more.
    fn fill(&mut self) -> Result<Read, Fault> {
        let mut reads = 0;
        loop {
            let Some((name, reader)) = &mut self.current else {
                if self.queue.is_empty() {
                    return Ok(Read::End);
                }
                self.open_next(Spot::BEGINNING)?;
                continue;
            };
            match self.intake.decode(u64::MAX) {
                Stopped::Full | Stopped::Limit => return Ok(Read::More),
                Stopped::Starved if self.intake.lines.is_done() => {
                    self.through = Some(std::mem::take(name));
                    self.current = None;
                }
                Stopped::Starved if reads == READS_MAX => return Ok(Read::More),
                Stopped::Starved => {
                    reads += 1;
                    let offset = self.intake.lines.read_offset();
                    match reader.read(offset, self.intake.lines.room()) {
                        Ok(Got::Bytes(bytes)) => self.intake.lines.filled(bytes),
                        Ok(Got::Skipped) => {}
                        Err(error) => {
                            let shown = PathBuf::from(&self.shown).with_file_name(&name);
                            return Err(self.failed(&shown.display().to_string(), &error));
                        }
                    }
                }
            }
        }
    }
}

/// Whose share the file `name` is, of `splits`: the same whatever other files there are.
fn share(name: &str, splits: u64) -> u64 {
    let hash = blake3::hash(name.as_bytes());
    let first = hash.as_bytes().first_chunk().expect("a hash is long enough");
    u64::from_le_bytes(*first) % splits
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        if !std::mem::replace(&mut self.opened, true) {
            self.find()?;
        }
        Ok(())
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        if let Some(fault) = &self.failed {
            return Err(fault.clone());
        }
        let filled = self.fill();
        let is_empty = self.intake.is_empty();
        self.intake.stage(output)?;
        match filled {
            Ok(Read::End) if !is_empty => Ok(Read::More),
            Ok(read) => Ok(read),
            // What came before is staged now and the fault told next time.
            Err(fault) => {
                self.failed = Some(fault);
                Ok(Read::More)
            }
        }
    }

    fn position(&self) -> Option<Position> {
        let current = match (&self.current, &self.resume) {
            (Some((name, _)), _) => Some((name.clone(), self.intake.spot())),
            (None, Some(at)) => at.current.clone(),
            (None, None) => None,
        };
        let files = self.path.to_string_lossy().into_owned();
        let at = At { files, splits: self.splits, through: self.through.clone(), current };
        Some(Position(serde_json::to_string(&at).expect("numbers and text become JSON")))
    }
}
