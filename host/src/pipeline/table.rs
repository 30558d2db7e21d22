//! One table of the pipeline file being read: asks for keys with their types, and knows in the end which keys nobody asked
//! for. Every offence is a problem with its place; reading goes on.

use std::{ops::RangeInclusive, time::Duration};

use super::{
    diagnostic::{Place, Problems, quoted},
    quantity,
    tree::{Entry, Item, Value},
};

/// Jaro-Winkler similarity from which a name is taken for a slip of another; below it the guess confuses.
const SIMILAR: f64 = 0.75;

/// Most known names that a message lists.
const LISTED_MAX: usize = 24;

/// Longest name of a node or pipeline: it becomes a metric label and a folder.
const NAME_MAX: usize = 64;

/// A table whose keys are being taken.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    /// How messages call it, such as "operator `departed`".
    what: String,
    pub(crate) place: Place,
    entries: &'t [Entry],
    known: Vec<&'static str>,
}

impl<'t> Table<'t> {
    pub(crate) fn new(what: impl Into<String>, place: Place, entries: &'t [Entry]) -> Self {
        Self { what: what.into(), place, entries, known: Vec::new() }
    }

    /// The table that `item` is, else a problem.
    pub(crate) fn of(
        what: impl Into<String>,
        item: &'t Item,
        problems: &mut Problems,
    ) -> Option<Self> {
        let what = what.into();
        match &item.value {
            Value::Table(entries) => Some(Self::new(what, item.place, entries)),
            other => {
                wrong_kind(&what, item.place, other, "a table", problems);
                None
            }
        }
    }

    /// The entry called `name`, if there is one.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<&'t Entry> {
        self.known.push(name);
        self.entries.iter().find(|entry| entry.key == name)
    }

    /// As [`take`](Self::take), and a problem if there is none.
    pub(crate) fn require(
        &mut self,
        name: &'static str,
        help: &str,
        problems: &mut Problems,
    ) -> Option<&'t Entry> {
        let entry = self.take(name);
        if entry.is_none() {
            let message = format!("{} has no `{name}`", self.what);
            problems.missing(self.place, message, help);
        }
        entry
    }

    /// A problem for each key that is probably a slip of `name`: for tables whose other keys are not known.
    pub(crate) fn slips(&self, name: &'static str, problems: &mut Problems) {
        let near = |key: &str| key != name && strsim::jaro_winkler(key, name) > SIMILAR;
        for entry in self.entries.iter().filter(|entry| near(&entry.key)) {
            let message = format!("unknown key {} in {}", quoted(&entry.key), self.what);
            unknown(entry.key_place, message, &entry.key, &[name], problems);
        }
    }

    pub(crate) fn table(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
    ) -> Option<Table<'t>> {
        let entry = self.take(name)?;
        let mut table = Table::of(format!("`{name}`"), &entry.item, problems)?;
        table.what = format!("`{name}` of {}", self.what);
        Some(table)
    }

    pub(crate) fn duration(
        &mut self,
        name: &'static str,
        range: RangeInclusive<Duration>,
        problems: &mut Problems,
    ) -> Option<Duration> {
        let entry = self.take(name)?;
        let value = duration(entry, problems)?;
        in_range(entry, value, range, quantity::show_duration, problems)
    }

    pub(crate) fn size(
        &mut self,
        name: &'static str,
        range: RangeInclusive<u64>,
        problems: &mut Problems,
    ) -> Option<u64> {
        let entry = self.take(name)?;
        let value = size(entry, problems)?;
        in_range(entry, value, range, quantity::show_size, problems)
    }

    pub(crate) fn count(
        &mut self,
        name: &'static str,
        range: RangeInclusive<u32>,
        problems: &mut Problems,
    ) -> Option<u32> {
        let entry = self.take(name)?;
        let value = integer(entry, problems)?;
        let range = i64::from(*range.start())..=i64::from(*range.end());
        let value = in_range(entry, value, range, |value| value.to_string(), problems)?;
        u32::try_from(value).ok()
    }

    /// The meaning of the text called `name`, which must be one of `choices`.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        choices: &[(&str, T)],
        problems: &mut Problems,
    ) -> Option<T> {
        let entry = self.take(name)?;
        let given = text(entry, problems)?;
        let found = choices.iter().find(|(choice, _)| *choice == given);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
            let message = format!("`{name}` cannot be {}", quoted(given));
            unknown(entry.item.place, message, given, &names, problems);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// Keys that nobody took are problems.
    pub(crate) fn finish(self, problems: &mut Problems) {
        for entry in self.entries {
            if !self.known.contains(&entry.key.as_str()) {
                let message = format!("unknown key {} in {}", quoted(&entry.key), self.what);
                unknown(entry.key_place, message, &entry.key, &self.known, problems);
            }
        }
    }
}

pub(crate) fn text<'t>(entry: &'t Entry, problems: &mut Problems) -> Option<&'t str> {
    match &entry.item.value {
        Value::Text(text) => Some(text),
        other => wrong(entry, other, "a text in quotes", problems),
    }
}

pub(crate) fn integer(entry: &Entry, problems: &mut Problems) -> Option<i64> {
    match &entry.item.value {
        Value::Integer(integer) => Some(*integer),
        other => wrong(entry, other, "a whole number", problems),
    }
}

pub(crate) fn boolean(entry: &Entry, problems: &mut Problems) -> Option<bool> {
    match &entry.item.value {
        Value::Boolean(boolean) => Some(*boolean),
        other => wrong(entry, other, "true or false", problems),
    }
}

pub(crate) fn duration(entry: &Entry, problems: &mut Problems) -> Option<Duration> {
    measured(entry, quantity::duration, "a duration", quantity::DURATIONS, problems)
}

pub(crate) fn size(entry: &Entry, problems: &mut Problems) -> Option<u64> {
    measured(entry, quantity::size, "a size", quantity::SIZES, problems)
}

/// One text or a list of them, each with its place.
pub(crate) fn texts<'t>(
    entry: &'t Entry,
    problems: &mut Problems,
) -> Option<Vec<(Place, &'t str)>> {
    let items = match &entry.item.value {
        Value::Text(text) => return Some(vec![(entry.item.place, text)]),
        Value::List(items) => items,
        other => return wrong(entry, other, "a text or a list of texts", problems),
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        match &item.value {
            Value::Text(text) => texts.push((item.place, text.as_str())),
            other => {
                let what = format!("an element of {}", quoted(&entry.key));
                wrong_kind(&what, item.place, other, "a text in quotes", problems);
            }
        }
    }
    (texts.len() == items.len()).then_some(texts)
}

fn measured<T>(
    entry: &Entry,
    read: impl Fn(&str) -> Result<T, String>,
    what: &str,
    help: &str,
    problems: &mut Problems,
) -> Option<T> {
    let reason = match &entry.item.value {
        Value::Text(text) => match read(text) {
            Ok(value) => return Some(value),
            Err(reason) => format!("{} {reason}", quoted(text)),
        },
        Value::Invalid => return None,
        other => format!("{} must be {what}, not {}", quoted(&entry.key), other.kind()),
    };
    problems.error_with_help(entry.item.place, reason, help);
    None
}

fn in_range<T: PartialOrd + Copy>(
    entry: &Entry,
    value: T,
    range: RangeInclusive<T>,
    show: impl Fn(T) -> String,
    problems: &mut Problems,
) -> Option<T> {
    if range.contains(&value) {
        return Some(value);
    }
    let message = format!(
        "{} {} is not between {} and {}",
        quoted(&entry.key),
        show(value),
        show(*range.start()),
        show(*range.end())
    );
    problems.error(entry.item.place, message);
    None
}

fn wrong<T>(entry: &Entry, given: &Value, wanted: &str, problems: &mut Problems) -> Option<T> {
    wrong_kind(&quoted(&entry.key), entry.item.place, given, wanted, problems);
    None
}

/// `what` is of another kind than it must be; what is invalid has been reported already.
pub(crate) fn wrong_kind(
    what: &str,
    place: Place,
    given: &Value,
    wanted: &str,
    problems: &mut Problems,
) {
    if !matches!(given, Value::Invalid) {
        problems.error(place, format!("{what} must be {wanted}, not {}", given.kind()));
    }
}

/// Whether `name` may name a node or pipeline; if not, a problem.
pub(crate) fn check_name(what: &str, name: &str, place: Place, problems: &mut Problems) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let valid = (1..=NAME_MAX).contains(&name.len()) && name.bytes().all(allowed);
    if !valid {
        let help = format!("use 1 to {NAME_MAX} of a-z, 0-9 and `-`");
        problems.error_with_help(place, format!("bad name {} of {what}", quoted(name)), help);
    }
    valid
}

/// `name` is none of `known`: `message`, with what may have been meant.
pub(crate) fn unknown(
    place: Place,
    message: String,
    name: &str,
    known: &[&str],
    problems: &mut Problems,
) {
    // Comparing names is what costs: a file may have a hundred thousand that are unknown.
    let help = if problems.is_full() { String::new() } else { suggestion(name, known) };
    problems.error_with_help(place, message, help);
}

/// What a person who wrote `name` may have meant.
pub(crate) fn suggestion(name: &str, known: &[&str]) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean {}?", quoted(near)),
        None if known.is_empty() => "none is known here".to_owned(),
        None => {
            let listed: Vec<String> =
                known.iter().take(LISTED_MAX).map(|name| quoted(name)).collect();
            let more = if known.len() > LISTED_MAX { ", ..." } else { "" };
            format!("known are {}{more}", listed.join(", "))
        }
    }
}

fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    // A long name is no slip, and comparing costs the product of both lengths.
    if name.len() > 4 * NAME_MAX {
        return None;
    }
    let similarity = |known: &str| strsim::jaro_winkler(known, name);
    let nearest = known.iter().max_by(|a, b| similarity(a).total_cmp(&similarity(b)))?;
    (similarity(nearest) > SIMILAR).then_some(*nearest)
}
