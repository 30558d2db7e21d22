//! What a pipeline file may say to a connector: tables of keys with their types, and the typed values that were given.
//! The pipeline file's parser checks text against [`Key`]s and makes [`Settings`]; connectors only read them.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Duration,
};

use super::secret::Reference;

/// One key that a connector's table in the pipeline file may have.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    pub name: &'static str,
    pub kind: KeyKind,
    pub required: bool,
    /// One phrase for `sandbar help` and error messages; names the default, where there is one.
    pub help: &'static str,
}

/// The keys of `first`, then those of `rest`: `ALL` together.
pub const fn joined<const FIRST: usize, const REST: usize, const ALL: usize>(
    first: [Key; FIRST],
    rest: [Key; REST],
) -> [Key; ALL] {
    assert!(FIRST > 0 && FIRST + REST == ALL, "the lengths add up");
    let mut all = [first[0]; ALL];
    let mut index = 0;
    while index < ALL {
        all[index] = if index < FIRST { first[index] } else { rest[index - FIRST] };
        index += 1;
    }
    all
}

/// What a key's value must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    Text,
    /// One text or a list of them; always [`Value::Texts`].
    Texts,
    /// A path relative to the pipeline file's folder; made absolute by the parser, [`Value::Path`].
    Path,
    Integer,
    Boolean,
    /// "22h", "5ms".
    Duration,
    /// "16MiB".
    Bytes,
    /// `{ env = "NAME" }` or `{ file = "PATH" }`.
    Secret,
    /// One of these texts; [`Value::Text`].
    Choice(&'static [&'static str]),
}

/// A value of the type that its [`KeyKind`] asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Texts(Vec<String>),
    Path(PathBuf),
    Integer(i64),
    Boolean(bool),
    Duration(Duration),
    Bytes(u64),
    Secret(Reference),
}

/// The values given to one connector, checked against its table of [`Key`]s.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<String, Value>);

impl Settings {
    pub fn insert(&mut self, name: impl Into<String>, value: Value) {
        self.0.insert(name.into(), value);
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A list, empty where the key is absent.
    pub fn texts(&self, name: &str) -> &[String] {
        match self.get(name) {
            Some(Value::Texts(texts)) => texts,
            Some(Value::Text(text)) => std::slice::from_ref(text),
            _ => &[],
        }
    }

    pub fn path(&self, name: &str) -> Option<&Path> {
        match self.get(name)? {
            Value::Path(path) => Some(path),
            Value::Text(text) => Some(Path::new(text)),
            _ => None,
        }
    }

    /// Where the secret called `name` is to be found.
    pub fn secret(&self, name: &str) -> Option<&Reference> {
        match self.get(name)? {
            Value::Secret(reference) => Some(reference),
            _ => None,
        }
    }

    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Integer(integer) => Some(*integer),
            _ => None,
        }
    }

    pub fn boolean(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Value::Boolean(boolean) => Some(*boolean),
            _ => None,
        }
    }

    pub fn duration(&self, name: &str) -> Option<Duration> {
        match self.get(name)? {
            Value::Duration(duration) => Some(*duration),
            _ => None,
        }
    }

    pub fn bytes(&self, name: &str) -> Option<u64> {
        match self.get(name)? {
            Value::Bytes(bytes) => Some(*bytes),
            Value::Integer(integer) => u64::try_from(*integer).ok(),
            _ => None,
        }
    }
}

impl<N: Into<String>> FromIterator<(N, Value)> for Settings {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(values: I) -> Self {
        Self(values.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}
