//! Where records come from and go to. Each connector is a file of its own and a line in [`SOURCES`] or [`SINKS`]; its
//! table of keys is what a pipeline file may say to it. Connectors know formats, not operators or plans.

use std::{
    fmt,
    fs::File,
    io::{self, Read as _},
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    sync::Arc,
};

use sandbar_control::Replay;
use sandbar_dataflow::{Clock, Code, Fault, Operator, Output, Position, RecordBatch, Source};

use crate::formats::Encoder;
use secret::Secret;
use settings::{Key, Settings};

mod acks;
mod discard;
mod ended;
mod file;
mod generator;
mod http;
mod intake;
mod lines;
mod messages;
mod mqtt;
mod nats;
mod network;
pub mod secret;
pub mod settings;
mod stdin;
mod stdout;
mod stream;
mod tcp;

pub use ended::Ended;
pub(crate) use file::{is_null, is_stream, means, names_task, path_of_task};
pub use network::{Granted, Reachable};

/// Every source connector.
pub const SOURCES: &[SourceConnector] = &[
    file::SOURCE,
    generator::SOURCE,
    http::SOURCE,
    mqtt::SOURCE,
    nats::SOURCE,
    stdin::SOURCE,
    tcp::SOURCE,
];

/// Every sink connector.
pub const SINKS: &[SinkConnector] =
    &[discard::SINK, file::SINK, http::SINK, mqtt::SINK, nats::SINK, stdout::SINK, tcp::SINK];

/// A complaint about one key's value, made before anything runs.
pub type Complaint = (&'static str, String);

/// Makes one task's source or sink.
pub type Build<T> = fn(&Settings, &Context) -> Result<Box<T>, Fault>;

/// What a connector needs of the machine that it runs on.
#[derive(Clone, Copy, Debug)]
pub enum Reach {
    /// Nothing.
    Nothing,
    /// Files: what can be said against settings by a look at them, which changes nothing.
    Files(fn(&Settings) -> Vec<Complaint>),
    /// Streams of the process: of no use where nobody sees it.
    Process,
    /// An address of others, or a port of this machine: which one. On a cluster a tenant must have been granted it.
    Network(fn(&Settings) -> Option<Wanted>),
}

/// What settings want of the network, and under which key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub key: &'static str,
    pub endpoint: Endpoint,
}

/// An end of connections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Endpoint {
    Connect { host: String, port: u16 },
    Listen { port: u16 },
}

/// A kind of source.
#[derive(Clone, Copy)]
pub struct SourceConnector {
    pub name: &'static str,
    pub help: &'static str,
    pub keys: &'static [Key],
    /// What can be said against settings as they are. Looks at nothing else.
    pub check: fn(&Settings) -> Vec<Complaint>,
    pub reach: Reach,
    /// How what this source took comes again, if it is in no sink when the source goes.
    pub replay: fn(&Settings) -> Replay,
    /// One split. Fails on settings that [`check`](Self::check) complains of.
    pub build: Build<dyn Source>,
}

/// A kind of sink.
#[derive(Clone, Copy)]
pub struct SinkConnector {
    pub name: &'static str,
    pub help: &'static str,
    pub keys: &'static [Key],
    /// What can be said against settings as they are. Looks at nothing else.
    pub check: fn(&Settings) -> Vec<Complaint>,
    pub reach: Reach,
    /// One task's sink, an operator without outputs. Fails on settings that [`check`](Self::check) complains of.
    pub build: Build<dyn Operator>,
}

/// What a connector is told besides its settings.
#[derive(Clone)]
pub struct Context {
    pub task_index: u32,
    pub parallelism: u32,
    /// The pipeline file's folder: paths beneath it are shown relative to it.
    pub folder: PathBuf,
    pub clock: Arc<dyn Clock>,
    /// The pipeline's seed; the same for all tasks.
    pub seed: u64,
    /// Where a source is to go on; absent: it begins. Sinks have no use for it.
    pub position: Option<Position>,
    pub root: Root,
    pub reachable: Reachable,
}

/// Which files connectors may open.
#[derive(Clone, Debug)]
pub enum Root {
    /// Whatever this process may. Sinks empty their files.
    Free,
    /// As `Free`, but sinks keep what is in their files: the run goes on from an earlier one.
    GoingOn,
    /// Regular files beneath this folder alone, whatever paths and links say. Sinks keep what is in their files, but for a
    /// torn last line, and append; other ends of this machine, as standard input, are refused.
    Beneath(Arc<OwnedFd>),
}

impl Context {
    /// Whether this is a worker's, and so a tenant's who does not own the machine.
    fn is_on_cluster(&self) -> bool {
        matches!(self.root, Root::Beneath(_))
    }

    /// `path` as messages show it.
    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.folder).unwrap_or(path).display().to_string()
    }

    /// `path` as it is opened: beneath a folder, relative to the pipeline's.
    fn opened<'a>(&self, path: &'a Path) -> &'a Path {
        match self.root {
            Root::Free | Root::GoingOn => path,
            Root::Beneath(_) => path.strip_prefix(&self.folder).unwrap_or(path),
        }
    }

    /// The bytes of the small file `path`, which may be no longer than `bytes_max`.
    ///
    /// # Errors
    /// What the system says; that it is too long.
    fn read(&self, path: &Path, bytes_max: u64) -> io::Result<Vec<u8>> {
        let file = match &self.root {
            Root::Free | Root::GoingOn => File::open(path)?,
            Root::Beneath(root) => file::open_beneath(root, self.opened(path))?,
        };
        let mut content = Vec::new();
        file.take(bytes_max + 1).read_to_end(&mut content)?;
        match content.len() as u64 > bytes_max {
            true => Err(io::Error::other(format!("it is longer than {bytes_max} bytes"))),
            false => Ok(content),
        }
    }

    /// What the secret called `name` in `settings` is; absent where the key is.
    ///
    /// # Errors
    /// With `code`, if it is not where the settings say.
    fn secret(&self, settings: &Settings, name: &str, code: Code) -> Result<Option<Secret>, Fault> {
        let reference = settings.secret(name);
        reference.map(|reference| reference.resolve(self, code)).transpose()
    }

    /// Refuses what belongs to the whole process where connectors may use one folder alone.
    fn refuse_beneath(&self, what: &str, code: Code) -> Result<(), Fault> {
        match self.root {
            Root::Free | Root::GoingOn => Ok(()),
            Root::Beneath(_) => {
                let message = format!("{what} cannot be used on a cluster; name a file instead");
                Err(Fault::new(code, message))
            }
        }
    }
}

/// Appends the lines of `batch` and says how many there are; records that have no line are rejected.
fn encode(
    encoder: &mut Encoder,
    batch: &RecordBatch,
    lines: &mut Vec<u8>,
    output: &mut Output,
) -> Result<u64, Fault> {
    let mut records = 0;
    for (row, record) in (0..).zip(batch.iter()) {
        match encoder.encode(record, lines) {
            Ok(()) => records += 1,
            Err(fault) => output.reject(&[row], &fault)?,
        }
    }
    Ok(records)
}

impl fmt::Debug for Context {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Context")
            .field("task_index", &self.task_index)
            .field("parallelism", &self.parallelism)
            .field("folder", &self.folder)
            .field("seed", &self.seed)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for SourceConnector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("SourceConnector").field(&self.name).finish()
    }
}

impl fmt::Debug for SinkConnector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("SinkConnector").field(&self.name).finish()
    }
}
