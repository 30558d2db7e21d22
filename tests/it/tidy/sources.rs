//! What Rust files hold. They are read as tokens, so that a word in a text or a comment is no code.

use std::{fs, path::Path};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use sandbar_tests::built::root;

/// Longest file. Longer ones hold more than one concept.
const LINES_MAX: usize = 500;

/// Longest plugin: they are read as documentation.
const PLUGIN_LINES_MAX: usize = 100;

/// What programs wrote. It opens with `//!` too.
const GENERATED: &[&str] = &[
    "schema/src/control_capnp.rs",
    "schema/src/exchange_capnp.rs",
    "schema/src/node_capnp.rs",
    "schema/src/record_batch_capnp.rs",
    "sdk/src/bindings/",
];

/// Where `unsafe` may stand: the trust line, the bindings, and the macro that writes names for the linker into plugins.
const UNSAFE: &[&str] = &["host/sandbox/src/", "sdk/src/bindings/", "sdk/macros/src/plugin.rs"];

/// The only file that makes threads, and how that looks.
const THREADS: &str = "host/src/threads.rs";
const MAKES_THREADS: &[&str] = &["thread::spawn", "thread::Builder", "thread::scope"];

/// The only file that reads the environment, and how that looks.
const ENVIRONMENT: &str = "host/src/environment.rs";
const READS_ENVIRONMENT: &[&str] = &["env::var", "env::var_os", "env::vars", "env::vars_os"];

/// The root of the test binary and its folder.
const IT: &str = "tests/it/";
const IT_MAIN: &str = "tests/it/main.rs";

/// A Rust file.
pub(super) struct Source {
    /// Relative to the root, with slashes.
    pub(super) path: String,
    pub(super) text: String,
}

/// All Rust files of the checkout.
pub(super) fn all() -> Vec<Source> {
    let mut found = Vec::new();
    for folder in super::FOLDERS {
        collect(&root().join(folder), &mut found);
    }
    assert!(found.len() > 100, "only {} files were found", found.len());
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> =
        entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            found.push(Source { path: super::shown(&path), text });
        }
    }
}

impl Source {
    fn is_under(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| self.path.starts_with(path))
    }

    /// Whether the file is built for tests only.
    fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.ends_with("/tests.rs")
    }

    /// The code in words: names, paths as one word (`std::thread::spawn`), and other characters.
    fn words(&self, tests: Tests) -> Vec<String> {
        let tokens: TokenStream =
            self.text.parse().unwrap_or_else(|error| panic!("{} is no Rust: {error}", self.path));
        let mut words = Vec::new();
        collect_words(tokens, "", tests, &mut words);
        words
    }

    /// The first path that has one of `patterns` in it, name by name.
    fn first_of(&self, patterns: &[&str], tests: Tests) -> Option<String> {
        let has = |word: &String, pattern: &str| {
            let (word, pattern): (Vec<&str>, Vec<&str>) =
                (word.split("::").collect(), pattern.split("::").collect());
            word.windows(pattern.len()).any(|names| names == pattern)
        };
        self.words(tests).into_iter().find(|word| patterns.iter().any(|pattern| has(word, pattern)))
    }
}

/// Whether modules marked `#[cfg(test)]` are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tests {
    Included,
    LeftOut,
}

/// Appends the words of `tokens`; `prefix` is what stands before braces in a path, as in `use std::{env, thread}`.
fn collect_words(tokens: TokenStream, prefix: &str, tests: Tests, words: &mut Vec<String>) {
    // Set between `#[cfg(test)]` and the body of what it marks.
    let mut marked = false;
    let mut colons = 0;
    for token in tokens {
        let joined = colons == 2;
        if !matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':') {
            colons = 0;
        }
        match token {
            TokenTree::Group(group) => {
                let is_body = group.delimiter() == Delimiter::Brace;
                marked |= tests == Tests::LeftOut && is_cfg_test(&group);
                if !(marked && is_body) {
                    let before = words.last().filter(|_| joined).map(|word| format!("{word}::"));
                    collect_words(group.stream(), &before.unwrap_or_default(), tests, words);
                }
                marked &= !is_body;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
            TokenTree::Punct(punct) => {
                marked &= punct.as_char() != ';';
                words.push(punct.to_string());
            }
            TokenTree::Ident(ident) => match words.last_mut().filter(|_| joined) {
                Some(path) => path.push_str(&format!("::{ident}")),
                None => words.push(format!("{prefix}{ident}")),
            },
            TokenTree::Literal(_) => words.push("_".to_owned()),
        }
    }
}

fn is_cfg_test(group: &Group) -> bool {
    group.delimiter() == Delimiter::Bracket
        && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

pub(super) fn silent(sources: &[Source]) -> Vec<String> {
    let silent = sources.iter().filter(|source| {
        let first = source.text.lines().next().unwrap_or_default();
        first.strip_prefix("//! ").is_none_or(|rest| rest.trim().is_empty())
    });
    silent
        .map(|source| format!("{} does not open with `//!` and what it is", source.path))
        .collect()
}

pub(super) fn long(sources: &[Source]) -> Vec<String> {
    let mut offences = Vec::new();
    for source in sources.iter().filter(|source| !source.is_under(GENERATED)) {
        let is_plugin = source.path.starts_with("plugins/") && source.path.ends_with("/src/lib.rs");
        let limit = if is_plugin { PLUGIN_LINES_MAX } else { LINES_MAX };
        let lines = source.text.lines().count();
        if lines > limit {
            offences.push(format!("{} has {lines} lines, over the limit of {limit}", source.path));
        }
    }
    offences
}

pub(super) fn called_mod(sources: &[Source]) -> Vec<String> {
    let called = sources.iter().filter(|source| source.path.ends_with("/mod.rs"));
    called
        .map(|source| {
            format!("{}: call it after its module, beside the module's folder", source.path)
        })
        .collect()
}

pub(super) fn unsafe_code(sources: &[Source]) -> Vec<String> {
    let outside = sources.iter().filter(|source| !source.is_under(UNSAFE));
    let found = outside.filter(|source| source.first_of(&["unsafe"], Tests::Included).is_some());
    found
        .map(|source| format!("{} has `unsafe`, which may stand in {UNSAFE:?} only", source.path))
        .collect()
}

pub(super) fn threads(sources: &[Source]) -> Vec<String> {
    only_in(THREADS, MAKES_THREADS, "makes threads", sources)
}

pub(super) fn environment(sources: &[Source]) -> Vec<String> {
    only_in(ENVIRONMENT, READS_ENVIRONMENT, "reads the environment", sources)
}

fn only_in(file: &str, patterns: &[&str], what: &str, sources: &[Source]) -> Vec<String> {
    let outside = sources.iter().filter(|source| source.path != file && !source.is_test());
    let found =
        outside.filter_map(|source| Some((source, source.first_of(patterns, Tests::LeftOut)?)));
    found
        .map(|(source, word)| format!("{} {what} (`{word}`); only {file} does", source.path))
        .collect()
}

/// Files of the test binary that its root does not list: they would never run.
pub(super) fn unlisted(sources: &[Source]) -> Vec<String> {
    let main =
        sources.iter().find(|source| source.path == IT_MAIN).expect("the test binary has a root");
    let main = main.words(Tests::Included);
    let files = sources.iter().filter_map(|source| {
        let name = source.path.strip_prefix(IT)?.strip_suffix(".rs")?;
        (name != "main" && !name.contains('/')).then_some((source, name))
    });
    let unlisted =
        files.filter(|(_, name)| !main.windows(3).any(|words| words == ["mod", *name, ";"]));
    unlisted
        .map(|(source, name)| {
            format!("{} is never run: add `mod {name};` to {IT_MAIN}", source.path)
        })
        .collect()
}
