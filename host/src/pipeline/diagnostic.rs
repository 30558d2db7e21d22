//! Problems with a place: collected while a pipeline file is read, shown with the line they are about. Texts come in,
//! [`Diagnostic`]s go out; what a pipeline is, is not known here.

use std::{fmt, sync::Arc};

use serde::Serialize;

/// Most problems told at once: more are not read, and a file of garbage must not fill memory.
const PROBLEMS_MAX: usize = 100;

/// Widest excerpt in characters: it should fit a terminal beside its line number.
const EXCERPT_WIDTH: usize = 100;

/// Longest name or value repeated in a message, in characters.
const SHOWN_MAX: usize = 80;

/// A stretch of bytes in one of the [`Texts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    text: usize,
    start: usize,
    end: usize,
}

/// What places point into: the pipeline file and, after it, one text per override.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts(Vec<Text>);

#[derive(Clone, Debug)]
struct Text {
    name: String,
    content: Arc<str>,
}

/// One problem, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    /// The file, as its user named it, or `--set` for an override.
    pub file: String,
    /// From 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// In characters, from 1; 0 where the file as a whole is meant.
    pub column: usize,
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(skip)]
    excerpt: Option<Excerpt>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Warning,
    Error,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Excerpt {
    line: String,
    /// Characters before the marked ones.
    before: usize,
    marked: usize,
}

/// Problems found so far.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Found>,
    unshown: usize,
    worst_unshown: Option<Severity>,
    /// Whether the text was mended by the parser, so that what seems to be missing may only be unreadable.
    pub(crate) recovered: bool,
}

#[derive(Debug)]
struct Found {
    place: Place,
    severity: Severity,
    message: String,
    help: Option<String>,
}

impl Place {
    pub(crate) fn new(text: usize, span: std::ops::Range<usize>) -> Self {
        Self { text, start: span.start, end: span.end.max(span.start) }
    }
}

impl Texts {
    /// Adds a text; places in it bear the number that is returned.
    pub(crate) fn add(&mut self, name: impl Into<String>, content: &str) -> usize {
        self.0.push(Text { name: name.into(), content: Arc::from(content) });
        self.0.len() - 1
    }

    /// The pipeline file, as its user named it.
    pub(crate) fn name(&self) -> Option<&str> {
        self.0.first().map(|text| text.name.as_str())
    }

    /// From 1.
    pub(crate) fn line(&self, place: Place) -> usize {
        self.0.get(place.text).map_or(0, |text| text.position(place).0)
    }

    fn locate(&self, found: Found) -> Diagnostic {
        let Found { place, severity, message, help } = found;
        let Some(text) = self.0.get(place.text) else {
            return Diagnostic::of_file(severity, "", message, help);
        };
        let (line, column, start) = text.position(place);
        let excerpt = Some(text.excerpt(place, start));
        Diagnostic { severity, file: text.name.clone(), line, column, message, help, excerpt }
    }
}

impl Text {
    /// Line and column from 1, and the byte where the line begins.
    fn position(&self, place: Place) -> (usize, usize, usize) {
        let at = self.content.floor_char_boundary(place.start);
        let before = &self.content[..at];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
        (line, before[start..].chars().count() + 1, start)
    }

    fn excerpt(&self, place: Place, start: usize) -> Excerpt {
        let rest = &self.content[start..];
        let line = rest.lines().next().unwrap_or_default();
        let at = line.floor_char_boundary(place.start - start);
        let end = line.floor_char_boundary(place.end.saturating_sub(start)).max(at);
        let before = line[..at].chars().count();
        let marked = line[at..end].chars().count().max(1);
        let cut = before.saturating_sub(EXCERPT_WIDTH / 2);
        let shown: String = line.chars().skip(cut).take(EXCERPT_WIDTH).map(visible).collect();
        let before = before - cut;
        let marked = marked.min(EXCERPT_WIDTH - before);
        Excerpt { line: shown.trim_end().to_owned(), before, marked }
    }
}

impl Problems {
    pub(crate) fn error(&mut self, place: Place, message: impl Into<String>) {
        self.add(Severity::Error, place, message.into(), None);
    }

    pub(crate) fn error_with_help(
        &mut self,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(Severity::Error, place, message.into(), Some(help.into()));
    }

    /// Something that should be there is not.
    pub(crate) fn missing(
        &mut self,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        if !self.recovered {
            self.error_with_help(place, message, help);
        }
    }

    pub(crate) fn warning(&mut self, place: Place, message: impl Into<String>) {
        self.add(Severity::Warning, place, message.into(), None);
    }

    fn add(&mut self, severity: Severity, place: Place, message: String, help: Option<String>) {
        if self.is_full() {
            self.unshown += 1;
            self.worst_unshown = self.worst_unshown.max(Some(severity));
        } else {
            self.found.push(Found { place, severity, message, help });
        }
    }

    /// Whether further problems are only counted, so that nobody need think about their help.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= PROBLEMS_MAX
    }

    pub(crate) fn has_errors(&self) -> bool {
        let error = Severity::Error;
        self.worst_unshown == Some(error) || self.found.iter().any(|found| found.severity == error)
    }

    /// All problems, in the order of what they are about.
    pub(crate) fn into_diagnostics(mut self, texts: &Texts) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| (found.place, std::cmp::Reverse(found.severity)));
        self.found.dedup_by(|a, b| a.place == b.place && a.message == b.message);
        let mut diagnostics: Vec<_> =
            self.found.into_iter().map(|found| texts.locate(found)).collect();
        if let Some(severity) = self.worst_unshown {
            let file = texts.0.first().map_or("", |text| &text.name);
            let message = format!("{} more problems are not shown", self.unshown);
            diagnostics.push(Diagnostic::of_file(severity, file, message, None));
        }
        diagnostics
    }
}

impl Diagnostic {
    /// A problem of a file as a whole.
    pub(crate) fn of_file(
        severity: Severity,
        file: impl Into<String>,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let (file, message) = (file.into(), message.into());
        Self { severity, file, line: 0, column: 0, message, help, excerpt: None }
    }

    /// The line that it is about, where there is one.
    pub fn excerpt(&self) -> Option<&str> {
        self.excerpt.as_ref().map(|excerpt| excerpt.line.as_str())
    }

    /// The first line alone: place, severity, message, help.
    pub fn headline(&self) -> String {
        let file: String = self.file.chars().map(visible).collect();
        let place = match self.line {
            0 => file,
            line => format!("{file}:{line}:{}", self.column),
        };
        let help = self.help.as_ref().map_or(String::new(), |help| format!(": {help}"));
        format!("{place}: {}: {}{help}", self.severity, self.message)
    }
}

/// As rustc shows it, in short: a headline, then the line it is about with the place marked.
impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.headline())?;
        let Some(excerpt) = &self.excerpt else { return Ok(()) };
        let number = self.line.to_string();
        let gutter = " ".repeat(number.len());
        let marks = "^".repeat(excerpt.marked);
        let before = " ".repeat(excerpt.before);
        write!(formatter, "\n{number} | {}\n{gutter} | {before}{marks}", excerpt.line)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// `text` in back quotes, cut and without characters that would write elsewhere on a terminal.
pub(crate) fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(SHOWN_MAX).map(visible).collect();
    let more = if text.chars().nth(SHOWN_MAX).is_some() { "..." } else { "" };
    format!("`{shown}{more}`")
}

/// `character` if it is one that stands for itself, of one place's width or two; tabs count as one here.
pub(crate) fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    }
}
