//! Which clusters a user knows: a file of named contexts, each an address, the authority that signed the cluster's
//! certificates, and a token. One is current. Knows nothing of connections; the client reads a [`Context`] from here.
//!
//! The file holds tokens: it is 0600, is refused where others can read it, and is only ever replaced as a whole.

use std::{
    collections::BTreeMap,
    fmt,
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, ErrorKind, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use thiserror::Error;

#[cfg(test)]
mod tests;
mod text;

/// Name of the file in the user's folder of Sandbar's configuration.
const FILE: &str = "contexts.toml";

/// A file beyond this holds no contexts: a context has about 1 KiB.
const FILE_BYTES_MAX: u64 = 1 << 20;

/// Longest name, as labels elsewhere.
const NAME_BYTES_MAX: usize = 63;

/// What only its holder may know. Never shown, not even for debugging.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// How to reach one cluster, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// `HOST:PORT` of the host that serves the control interface.
    pub address: String,
    /// Certificate of the cluster's authority, PEM.
    pub authority: String,
    pub token: Secret,
}

/// All contexts, and the current one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contexts {
    pub current: Option<String>,
    pub named: BTreeMap<String, Context>,
}

/// Where contexts are kept.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// Why there is no context.
#[derive(Debug, Error)]
pub enum Error {
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: io::Error },
    #[error("{path} holds tokens but others can read it (mode {mode:03o}); type: chmod 600 {path}")]
    Open { path: PathBuf, mode: u32 },
    #[error("{path} has more than {FILE_BYTES_MAX} bytes, which no list of contexts has")]
    TooLarge { path: PathBuf },
    #[error("{path}: {message}; mend it, or remove it and log in again with `sandbar login`")]
    Malformed { path: PathBuf, message: String },
    #[error(
        "`{name}` is no name of a context: use 1 to 63 of a-z, 0-9 and -, the first and last no -"
    )]
    Name { name: String },
    #[error(
        "no context is known; log in with `sandbar login NAME --address HOST:PORT --authority FILE`"
    )]
    None,
    #[error("no context is called `{name}`; there are: {known}")]
    Unknown { name: String, known: String },
    #[error("no context is current; pick one with `sandbar context NAME`; there are: {known}")]
    NoCurrent { known: String },
}

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for whoever sends it to the cluster or writes it to a file of its owner's.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret")
    }
}

impl Contexts {
    /// The context called `name`, else the current one, with its name.
    ///
    /// # Errors
    /// What there is instead, and what to type.
    pub fn pick(&self, name: Option<&str>) -> Result<(&str, &Context), Error> {
        let known = || self.named.keys().cloned().collect::<Vec<_>>().join(", ");
        if self.named.is_empty() {
            return Err(Error::None);
        }
        let name = name.or(self.current.as_deref());
        let name = name.ok_or_else(|| Error::NoCurrent { known: known() })?;
        let found = self.named.get_key_value(name);
        let (name, context) =
            found.ok_or_else(|| Error::Unknown { name: name.to_owned(), known: known() })?;
        Ok((name, context))
    }

    /// Adds a context, or replaces the one of that name.
    ///
    /// # Errors
    /// [`Error::Name`].
    pub fn put(&mut self, name: &str, context: Context) -> Result<(), Error> {
        check_name(name)?;
        self.named.insert(name.to_owned(), context);
        Ok(())
    }
}

impl Store {
    /// Contexts in `folder`, which is made when the first is written.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// All contexts; none where there is no file.
    ///
    /// # Errors
    /// Why the file cannot be believed.
    pub fn read(&self) -> Result<Contexts, Error> {
        let path = self.path();
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Contexts::default()),
            Err(error) => return Err(Error::Io { path, error }),
        };
        let mode = file.metadata().map_err(failed(&path))?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(Error::Open { path, mode });
        }
        let mut content = String::new();
        let limited = &mut (&mut file).take(FILE_BYTES_MAX + 1);
        limited.read_to_string(&mut content).map_err(failed(&path))?;
        if content.len() as u64 > FILE_BYTES_MAX {
            return Err(Error::TooLarge { path });
        }
        text::parse(&content).map_err(|message| Error::Malformed { path, message })
    }

    /// Reads, changes and writes the contexts. Whoever else does the same meanwhile waits.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn change(
        &self,
        change: impl FnOnce(&mut Contexts) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&self.folder);
        made.map_err(failed(&self.folder))?;
        let held = File::open(&self.folder).map_err(failed(&self.folder))?;
        held.lock().map_err(failed(&self.folder))?;
        let mut contexts = self.read()?;
        change(&mut contexts)?;
        self.replace(&text::write(&contexts), &held)
    }

    /// Puts `content` in place of the file; `held` is the folder, locked.
    fn replace(&self, content: &str, held: &File) -> Result<(), Error> {
        let new = self.folder.join(format!(".{FILE}.new"));
        // Left behind by a process that died here.
        match fs::remove_file(&new) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Error::Io { path: new, error });
            }
            _ => {}
        }
        let write = || {
            let mut file =
                OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
            file.write_all(content.as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, self.path())?;
            held.sync_all()
        };
        write().map_err(failed(&self.path()))
    }
}

/// Whether `name` can name a context.
///
/// # Errors
/// [`Error::Name`].
pub fn check_name(name: &str) -> Result<(), Error> {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_label = !name.is_empty()
        && name.len() <= NAME_BYTES_MAX
        && name.bytes().all(inner)
        && !name.starts_with('-')
        && !name.ends_with('-');
    match is_label {
        true => Ok(()),
        false => Err(Error::Name { name: name.escape_debug().collect() }),
    }
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |error| Error::Io { path, error }
}
