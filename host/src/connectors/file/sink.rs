//! Writes one task's file. Opened once, and emptied, or beneath a tenant's folder kept and appended to; after a failed
//! write it stays failed, and what is in the file ends with a whole line.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::PathBuf,
};

use async_trait::async_trait;
use rustix::fs::OFlags;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RECORD_BYTES_MAX, RecordBatch};
use tokio::io::AsyncWriteExt;

use super::{TASK, beneath, is_stream, path_of_task, tail};
use crate::{
    connectors::{
        Context, Root, encode,
        lines::{Lines, Whole},
        settings::Settings,
    },
    formats::{Encoder, Quotes},
};

/// A file that grows by one line a record.
#[derive(Debug)]
pub(super) struct Sink {
    path: PathBuf,
    shown: String,
    encoder: Encoder,
    /// Whether the file has the line that stands above all others, where its format has one.
    has_header: bool,
    fsync: bool,
    root: Root,
    state: State,
    /// What the disk may not have yet.
    unsynced: Unsynced,
    /// Reused from batch to batch.
    lines: Vec<u8>,
    /// Records in the file.
    written: u64,
}

#[derive(Debug)]
enum State {
    Closed,
    /// A regular file and its length.
    Regular(File, u64),
    /// A FIFO or a device, which may make its writer wait.
    Stream(tokio::fs::File),
    Failed(Fault),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unsynced {
    Nothing,
    Content,
    /// Also the file's name in its folder.
    Name,
}

/// A write that stopped early, and how much of it is in the file.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) written: usize,
    pub(super) error: io::Error,
}

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let Some(path) = settings.path("path") else {
            return Err(Fault::new(Code::SinkFailed, "`path` is missing; name the file to write"));
        };
        let (path, tasks) = (context.opened(path), context.parallelism);
        let path = path_of_task(path, context.task_index, tasks).ok_or_else(|| {
            let message = format!(
                "{} would be written by {tasks} tasks at once; put `{TASK}` into the path or set parallelism = 1",
                context.shown(path)
            );
            Fault::new(Code::SinkFailed, message)
        })?;
        Ok(Self {
            shown: context.shown(&path),
            path,
            encoder: Encoder::new(settings),
            has_header: false,
            fsync: settings.boolean("fsync").unwrap_or(false),
            root: context.root.clone(),
            state: State::Closed,
            unsynced: Unsynced::Name,
            lines: Vec::new(),
            written: 0,
        })
    }

    /// Ends the sink for good.
    fn fail(&mut self, what: &str, error: &io::Error) -> Fault {
        let message =
            format!("cannot {what} {}: {error}; it has {} whole records", self.shown, self.written);
        // A FIFO whose reader has gone is as good as a closed pipe.
        let code = match error.kind() {
            io::ErrorKind::BrokenPipe => Code::SinkClosed,
            _ => Code::SinkFailed,
        };
        let fault = Fault::new(code, message);
        self.state = State::Failed(fault.clone());
        fault
    }

    async fn create(&mut self) -> io::Result<()> {
        if let Root::Beneath(root) = &self.root {
            beneath::make_folders(root, &self.path)?;
            // Appending, because a writer that should be gone may not know it yet.
            let flags = OFlags::RDWR | OFlags::CREATE | OFlags::APPEND;
            let file = beneath::open(root, &self.path, flags)?;
            return self.go_on(file).await;
        }
        if is_stream(&self.path) {
            let mut options = tokio::fs::OpenOptions::new();
            // Appending, because a device's path may lead to a file that others write too.
            self.state = State::Stream(options.append(true).open(&self.path).await?);
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        if matches!(self.root, Root::GoingOn) {
            let file = File::options().read(true).append(true).create(true).open(&self.path)?;
            return self.go_on(file).await;
        }
        self.state = State::Regular(File::create(&self.path)?, 0);
        Ok(())
    }

    /// Writes behind what is in `file`, but for a torn end.
    async fn go_on(&mut self, file: File) -> io::Result<()> {
        let Some(quotes) = self.encoder.quotes() else {
            let length = tail::cut_torn_line(&file)?;
            self.state = State::Regular(file, length);
            return Ok(());
        };
        // All of the file is read, which may take a while.
        let cut = tokio::task::spawn_blocking(move || {
            tail::cut_torn_record(&file, quotes).map(|(length, header)| (file, length, header))
        });
        let (file, length, header) = cut.await.map_err(io::Error::other)??;
        if let Some(header) = header {
            let went_on = self.encoder.go_on(&header);
            went_on.map_err(|why| {
                io::Error::other(format!("its first line {why}; give the sink another path"))
            })?;
            self.has_header = true;
        }
        self.state = State::Regular(file, length);
        Ok(())
    }

    async fn write(&mut self, records: u64) -> Result<(), Fault> {
        let had_header = self.has_header;
        if records > 0 && !std::mem::replace(&mut self.has_header, true) {
            self.lines.splice(0..0, self.encoder.header().iter().copied());
        }
        let stopped = match &mut self.state {
            State::Regular(file, length) => match write_lines(file, &self.lines) {
                Ok(()) => {
                    self.unsynced = self.unsynced.max(Unsynced::Content);
                    *length += self.lines.len() as u64;
                    None
                }
                Err(stopped) => {
                    let written = &self.lines[..stopped.written];
                    let (bytes, whole) = whole_lines(written, self.encoder.quotes());
                    let is_header = !had_header && !self.encoder.header().is_empty();
                    self.written += whole.saturating_sub(is_header.into());
                    // If even this fails there is nothing left to try: the file ends in part of a line.
                    let cut = file.set_len(*length + bytes);
                    Some(cut.err().unwrap_or(stopped.error))
                }
            },
            State::Stream(file) => {
                let written = match file.write_all(&self.lines).await {
                    Ok(()) => file.flush().await,
                    failed => failed,
                };
                written.err()
            }
            State::Closed | State::Failed(_) => Some(io::Error::from(ErrorKind::NotConnected)),
        };
        if let Some(error) = stopped {
            return Err(self.fail("write", &error));
        }
        self.written += records;
        Ok(())
    }

    /// Forces what was written to the disk, and once the file's entry in its folder. Off this thread, which may have other
    /// tasks to run meanwhile.
    async fn sync(&mut self) -> io::Result<()> {
        let State::Regular(file, _) = &self.state else { return Ok(()) };
        if self.unsynced == Unsynced::Nothing {
            return Ok(());
        }
        tokio::fs::File::from_std(file.try_clone()?).sync_data().await?;
        if self.unsynced == Unsynced::Name {
            let folder = match (&self.root, self.path.parent()) {
                (Root::Beneath(root), _) => Some(beneath::folder_of(root, &self.path)?),
                (Root::Free | Root::GoingOn, Some(folder)) => Some(File::open(folder)?),
                (Root::Free | Root::GoingOn, None) => None,
            };
            if let Some(folder) = folder {
                tokio::fs::File::from_std(folder).sync_all().await?;
            }
        }
        self.unsynced = Unsynced::Nothing;
        Ok(())
    }
}

/// `write_all` that says how far it came.
pub(super) fn write_lines(file: &mut impl Write, lines: &[u8]) -> Result<(), Stopped> {
    let mut written = 0;
    while written < lines.len() {
        let error = match file.write(&lines[written..]) {
            Ok(0) => io::Error::from(ErrorKind::WriteZero),
            Ok(bytes) => {
                written += bytes;
                continue;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => error,
        };
        return Err(Stopped { written, error });
    }
    Ok(())
}

/// How many bytes of `written` are whole lines, and how many lines those are.
pub(super) fn whole_lines(written: &[u8], quotes: Option<Quotes>) -> (u64, u64) {
    if quotes.is_none() {
        let bytes = memchr::memrchr(b'\n', written).map_or(0, |at| at + 1);
        return (bytes as u64, memchr::memchr_iter(b'\n', &written[..bytes]).count() as u64);
    }
    let mut lines = Lines::of(written.to_vec(), Whole::No, RECORD_BYTES_MAX, quotes);
    let mut whole = 0;
    while lines.next().is_some() {
        whole += 1;
    }
    (lines.offset(), whole)
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        match &self.state {
            State::Failed(fault) => return Err(fault.clone()),
            State::Regular(..) | State::Stream(_) => return Ok(()),
            State::Closed => {}
        }
        let created = self.create().await;
        created.map_err(|error| self.fail("open", &error))
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        if let State::Failed(fault) = &self.state {
            return Err(fault.clone());
        }
        self.lines.clear();
        let records = encode(&mut self.encoder, batch, &mut self.lines, output)?;
        self.write(records).await
    }

    async fn flush(&mut self) -> Result<(), Fault> {
        let synced = self.sync().await;
        synced.map_err(|error| self.fail("sync", &error))
    }

    async fn close(&mut self) -> Result<(), Fault> {
        // Beneath a tenant's folder what is closed is acknowledged.
        match self.fsync || matches!(self.root, Root::Beneath(_)) {
            true => self.flush().await,
            false => Ok(()),
        }
    }
}
