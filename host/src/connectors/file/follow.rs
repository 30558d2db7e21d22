//! Follows files as they grow: one path, or all that a pattern means. A file is known by its inode, so one that is renamed
//! is not read again, and one that takes its name is. It never ends by itself.

use std::{
    fs::File,
    io::ErrorKind,
    os::unix::fs::{FileExt, MetadataExt},
    path::PathBuf,
    time::Duration,
};

use async_trait::async_trait;
use sandbar_dataflow::{Code, Fault, Output, Position, Read};
use serde::{Deserialize, Serialize};
use tokio::time::{Instant, sleep};

use super::{
    listing::{Found, Listing},
    packing::{Packing, Reader},
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

/// How often files are looked at that had nothing more.
const LOOK: Duration = Duration::from_millis(100);

/// How long a file that lost its name is followed beyond its last byte: who wrote it may not know yet.
const LINGER: Duration = Duration::from_secs(2);

/// Most files followed by one task: each is held open and has its place in the position.
const FILES_MAX: usize = 256;

/// Batches taken from one file while others wait.
const TURN_BATCHES: u32 = 16;

/// Bytes at a file's beginning by which it is known again.
const HEAD_BYTES: u64 = 256;

/// One task's share of files that grow.
#[derive(Debug)]
pub(super) struct Source {
    path: PathBuf,
    shown: String,
    listing: Listing,
    split: u64,
    splits: u64,
    intake: Intake,
    files: Vec<Followed>,
    /// The file that `intake` is in.
    current: Option<usize>,
    batches: u32,
    looked: Option<Instant>,
    resume: Vec<Known>,
    failed: Option<Fault>,
}

#[derive(Debug)]
struct Followed {
    name: String,
    id: u64,
    file: File,
    spot: Spot,
    /// Its length when it was left with nothing more.
    seen: u64,
    /// When its name was found to be gone, or, later, when it last had something.
    nameless: Option<Instant>,
}

impl Followed {
    /// Whether nobody writes to it any more.
    fn is_over(&self) -> bool {
        self.nameless.is_some_and(|since| since.elapsed() >= LINGER)
    }
}

/// Where all files stand.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct At {
    follows: String,
    splits: u64,
    files: Vec<Known>,
}

/// Where one file stands, and by what it is known again.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    id: u64,
    head: String,
    spot: Spot,
}

impl Source {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SourceFailed, message);
        let Some(path) = settings.path("path") else {
            return Err(fault("`path` is missing; name the file to follow".to_owned()));
        };
        let path = context.opened(path);
        let listing = Listing::new(path, &context.root)
            .map_err(|why| fault(format!("cannot follow {}: it {why}", context.shown(path))))?;
        let decoder = Decoder::new(settings, &context.clock)?;
        let mut source = Self {
            path: path.to_owned(),
            shown: context.shown(path),
            listing,
            split: context.task_index.into(),
            splits: context.parallelism.max(1).into(),
            intake: Intake::new(context.shown(path), decoder),
            files: Vec::new(),
            current: None,
            batches: 0,
            looked: None,
            resume: Vec::new(),
            failed: None,
        };
        if let Some(Position(text)) = &context.position {
            source.resume = source.known(text).map_err(|why| {
                let shown = &source.shown;
                fault(format!(
                    "cannot go on in {shown}: its position {why}; give the source another name to begin anew"
                ))
            })?;
        }
        Ok(source)
    }

    fn known(&self, text: &str) -> Result<Vec<Known>, String> {
        let at: At = serde_json::from_str(text)
            .map_err(|error| format!("{text:?} is none of followed files: {error}"))?;
        if at.follows != self.path.to_string_lossy() {
            return Err(format!("speaks of the files {:?}", at.follows));
        }
        match at.splits == self.splits {
            true => Ok(at.files),
            false => Err(format!(
                "is that of one of {} tasks, but there are {} now",
                at.splits, self.splits
            )),
        }
    }

    fn failed(&self, error: &std::io::Error) -> Fault {
        Fault::new(Code::SourceFailed, format!("cannot follow {}: {error}", self.shown))
    }

    /// Looks which files there are: new ones are followed, and those without a name are noted.
    fn look(&mut self) -> std::io::Result<()> {
        let now = Instant::now();
        self.looked = Some(now);
        let meant = match self.listing.meant() {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            meant => meant?,
        };
        let resume = std::mem::take(&mut self.resume);
        if !resume.is_empty() {
            // One that was renamed meanwhile has another name in the same folder.
            let all = self.listing.all()?;
            for known in resume {
                if let Some(found) = all.iter().find(|found| found.id == known.id) {
                    self.follow(found, Some(&known))?;
                }
            }
        }
        for followed in &mut self.files {
            match meant.iter().find(|found| found.id == followed.id) {
                Some(found) => {
                    followed.name.clone_from(&found.name);
                    followed.nameless = None;
                }
                None => _ = followed.nameless.get_or_insert(now),
            }
        }
        for found in &meant {
            let is_mine = found.id % self.splits == self.split;
            if is_mine && self.files.iter().all(|followed| followed.id != found.id) {
                self.follow(found, None)?;
            }
        }
        Ok(())
    }

    fn follow(&mut self, found: &Found, known: Option<&Known>) -> std::io::Result<()> {
        if self.files.len() == FILES_MAX {
            let message = format!(
                "more than {FILES_MAX} files are to be followed by one task; raise `parallelism` or narrow the pattern"
            );
            return Err(std::io::Error::other(message));
        }
        let file = match self.listing.open(&found.name) {
            // It is gone already.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            file => file?,
        };
        let is_known =
            |known: &&Known| head(&file, known.spot.offset).is_ok_and(|head| head == known.head);
        let spot = known.filter(is_known).map_or(Spot::BEGINNING, |known| known.spot);
        let id = file.metadata()?.ino();
        let name = found.name.clone();
        self.files.push(Followed { name, id, file, spot, seen: u64::MAX, nameless: None });
        Ok(())
    }

    /// Leaves the current file where it stands, and goes on in file `next`.
    fn turn_to(&mut self, next: usize) -> std::io::Result<()> {
        self.park();
        let Followed { name, file, spot, .. } = &self.files[next];
        let shown = PathBuf::from(&self.shown).with_file_name(name).display().to_string();
        self.intake.turn_to(shown, *spot);
        if self.intake.is_behind_header() {
            let mut beginning = Reader::new(file.try_clone()?, Packing::None, 0);
            self.intake.read_header(|offset, room| beginning.read_some(offset, room))?;
        }
        (self.current, self.batches) = (Some(next), 0);
        Ok(())
    }

    fn park(&mut self) {
        if let Some(current) = self.current.take() {
            self.files[current].spot = self.intake.spot();
        }
    }

    /// The next file after the current one that has something new, or nothing more for ever.
    fn waiting(&self) -> std::io::Result<Option<usize>> {
        let after = self.current.map_or(0, |current| current + 1);
        for step in 0..self.files.len() {
            let index = (after + step) % self.files.len();
            let followed = &self.files[index];
            if Some(index) == self.current {
                continue;
            }
            if followed.is_over() || followed.file.metadata()?.len() != followed.seen {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    /// Reads on in the current file. Whether there was something: if not, it stands at the file's end.
    fn advance(&mut self) -> std::io::Result<bool> {
        let Some(current) = self.current else { return Ok(false) };
        let followed = &mut self.files[current];
        let offset = self.intake.lines.read_offset();
        let read = loop {
            match followed.file.read_at(self.intake.lines.room(), offset) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        if read > 0 {
            // What is read a second time, because its line had no end, is nothing new.
            let is_new = followed.seen == u64::MAX || offset + read as u64 > followed.seen;
            if let Some(since) = followed.nameless.as_mut().filter(|_| is_new) {
                *since = Instant::now();
            }
            self.intake.lines.filled(read);
            return Ok(true);
        }
        let length = followed.file.metadata()?.len();
        followed.seen = length;
        if length < offset {
            // Somebody emptied it and begins anew.
            followed.spot = Spot::BEGINNING;
            self.intake.turn_to(self.shown.clone(), Spot::BEGINNING);
            return Ok(true);
        }
        if followed.is_over() {
            // Nobody writes to it any more: a last line without a newline counts.
            self.intake.lines.filled(0);
            return Ok(true);
        }
        Ok(false)
    }

    /// Decodes until a batch is full or there is nothing more for now; `false` then.
    fn fill(&mut self) -> std::io::Result<bool> {
        if self.looked.is_none_or(|looked| looked.elapsed() >= LOOK) && self.intake.is_empty() {
            self.look()?;
        }
        loop {
            if self.current.is_none() || self.batches >= TURN_BATCHES {
                self.batches = 0;
                match self.waiting()? {
                    Some(next) => self.turn_to(next)?,
                    None if self.current.is_none() => return Ok(false),
                    None => {}
                }
            }
            match self.intake.decode(u64::MAX) {
                Stopped::Full | Stopped::Limit => {
                    self.batches += 1;
                    return Ok(true);
                }
                Stopped::Starved if self.intake.lines.is_done() && self.intake.is_empty() => {
                    if let Some(current) = self.current.take() {
                        self.files.remove(current);
                    }
                }
                Stopped::Starved if self.intake.lines.is_done() => return Ok(true),
                Stopped::Starved if self.advance()? => {}
                // Batches do not wait for more.
                Stopped::Starved if !self.intake.is_empty() => return Ok(true),
                Stopped::Starved => match self.waiting()? {
                    Some(next) => self.turn_to(next)?,
                    None => return Ok(false),
                },
            }
        }
    }
}

/// What a file begins with, as a hash of at most its first bytes up to `offset`.
fn head(file: &File, offset: u64) -> std::io::Result<String> {
    let length = usize::try_from(offset.min(HEAD_BYTES)).expect("a head is short");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, 0)?;
    Ok(blake3::hash(&bytes).to_hex()[..16].to_owned())
}

#[async_trait(?Send)]
impl sandbar_dataflow::Source for Source {
    async fn open(&mut self) -> Result<(), Fault> {
        self.look().map_err(|error| self.failed(&error))
    }

    async fn read(&mut self, output: &mut Output) -> Result<Read, Fault> {
        loop {
            if let Some(fault) = &self.failed {
                return Err(fault.clone());
            }
            let filled = self.fill();
            let is_empty = self.intake.is_empty();
            self.intake.stage(output)?;
            match filled {
                Ok(false) if is_empty => sleep(LOOK).await,
                Ok(_) => return Ok(Read::More),
                // What came before is staged now and the fault told next time.
                Err(error) => {
                    self.failed = Some(self.failed(&error));
                    return Ok(Read::More);
                }
            }
        }
    }

    fn position(&self) -> Option<Position> {
        let mut files = self.resume.clone();
        for (index, followed) in self.files.iter().enumerate() {
            let spot = match self.current {
                Some(current) if current == index => self.intake.spot(),
                _ => followed.spot,
            };
            // One that was emptied this moment is known by nothing; it is read from its beginning.
            if let Ok(head) = head(&followed.file, spot.offset) {
                files.push(Known { id: followed.id, head, spot });
            }
        }
        let at =
            At { follows: self.path.to_string_lossy().into_owned(), splits: self.splits, files };
        Some(Position(serde_json::to_string(&at).expect("numbers and text become JSON")))
    }
}
