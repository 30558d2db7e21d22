//! A project from nothing: templates that come with the program, with the names filled in. Needs no network: the SDK is a
//! folder of this machine, and its lock file names the releases that are there already.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    language::{Language, Part},
    manifest,
};

/// What a template makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// Keeps some records.
    #[default]
    Filter,
    /// Makes one record of each.
    Map,
    /// Makes any number of records of each.
    FlatMap,
    /// Sends records different ways.
    Router,
}

macro_rules! template {
    ($kind:literal, [$($part:literal),*]) => {
        &[$(($part, include_str!(concat!("../../../sdk/templates/", $kind, "/", $part)))),*]
    };
}

const FILTER: &[Part] =
    template!("filter", ["lib.rs", "input.jsonl", "expected/out.jsonl", "expected/rejects.jsonl"]);
const MAP: &[Part] =
    template!("map", ["lib.rs", "input.jsonl", "expected/out.jsonl", "expected/rejects.jsonl"]);
const FLAT_MAP: &[Part] = template!(
    "flat-map",
    ["lib.rs", "input.jsonl", "expected/out.jsonl", "expected/rejects.jsonl"]
);
const ROUTER: &[Part] = template!(
    "router",
    [
        "lib.rs",
        "input.jsonl",
        "expected/hot.jsonl",
        "expected/cold.jsonl",
        "expected/rejects.jsonl"
    ]
);

const MANIFEST: &str = include_str!("../../../sdk/templates/manifest.toml");
const DESCRIBED: &str = include_str!("../../../sdk/templates/sandbar.toml");
const PIPELINE: &str = include_str!("../../../sdk/templates/pipeline.toml");
const SINK: &str = include_str!("../../../sdk/templates/sink.toml");
const CASE: &str = include_str!("../../../sdk/templates/case.toml");

/// What is made of a project's files.
const IGNORED: &str = "/target\n/out\n";

/// What a folder may have in it that is empty otherwise.
const VERSIONS: &str = ".git";

/// Longest name of a project: it is the name of the operator, and of a file.
const NAME_BYTES_MAX: usize = 63;

/// Names that Rust or its packages have already.
const TAKEN: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "core",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "native",
    "override",
    "priv",
    "proc-macro",
    "pub",
    "ref",
    "return",
    "sandbar-sdk",
    "self",
    "serde",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "tests",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// Where the SDK was when this program was built.
const BUILT_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../sdk");

/// A project that is to be made.
#[derive(Clone, Debug)]
pub struct New {
    pub name: String,
    pub kind: Kind,
    /// Where it goes: nothing, or an empty folder.
    pub folder: PathBuf,
    pub base: Base,
}

/// What a project is written with.
#[derive(Clone, Debug)]
pub enum Base {
    /// The SDK for Rust, whose package is in this folder.
    Sdk(PathBuf),
    /// Another language than Rust. Its template is a filter.
    Language(Language),
}

impl Kind {
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Filter => FILTER,
            Self::Map => MAP,
            Self::FlatMap => FLAT_MAP,
            Self::Router => ROUTER,
        }
    }

    fn ports(self) -> &'static [&'static str] {
        match self {
            Self::Filter | Self::Map | Self::FlatMap => &["out"],
            Self::Router => &["hot", "cold"],
        }
    }

    /// A line of `[parameters]`, where the template has parameters.
    fn parameters(self) -> &'static str {
        match self {
            Self::Filter | Self::Router => "# min_celsius = 50.0",
            Self::Map | Self::FlatMap => "",
        }
    }
}

impl New {
    /// What stands against it.
    ///
    /// # Errors
    /// Why it cannot be made, and what to do.
    pub fn check(&self) -> Result<(), String> {
        match self.base {
            Base::Sdk(_) => check_name(&self.name)?,
            Base::Language(language) => {
                check_letters(&self.name)?;
                if self.kind != Kind::Filter {
                    return Err(format!(
                        "there is a template of this kind in Rust alone; leave `--kind` out, and change the filter in {language} that you get"
                    ));
                }
            }
        }
        let shown = self.folder.display();
        let occupied = match fs::read_dir(&self.folder) {
            Ok(entries) => entries.flatten().any(|entry| entry.file_name() != VERSIONS),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(_) if self.folder.exists() => {
                return Err(format!("{shown} is a file; choose another name"));
            }
            Err(error) => return Err(format!("{shown}: {error}")),
        };
        match occupied {
            true => Err(format!("the folder {shown} is not empty; choose another name")),
            false => Ok(()),
        }
    }

    /// Writes the files, and names them, relative to the folder.
    ///
    /// # Errors
    /// If the system refuses one.
    pub fn write(&self) -> io::Result<Vec<String>> {
        let mut files = match &self.base {
            Base::Sdk(sdk) => self.of_cargo(sdk),
            Base::Language(language) => self.of_language(*language),
        };
        files.push(("pipeline.toml".to_owned(), self.pipeline()));
        let case = CASE.replace("MY_PARAMETERS", self.kind.parameters());
        files.push(("cases/first/case.toml".to_owned(), format!("{}\n", case.trim_end())));
        for (path, text) in &files {
            let path = self.folder.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            // Whoever was quicker keeps their file.
            let mut file = fs::File::options().write(true).create_new(true).open(&path)?;
            io::Write::write_all(&mut file, text.as_bytes())?;
        }
        Ok(files.into_iter().map(|(path, _)| path).collect())
    }

    /// What cargo builds.
    fn of_cargo(&self, sdk: &Path) -> Vec<(String, String)> {
        let member = is_member(&self.folder);
        let mut files = vec![("Cargo.toml".to_owned(), self.manifest(sdk, member))];
        if !member {
            files.extend([(".gitignore".to_owned(), IGNORED.to_owned())]);
            let lock = sdk.parent().map(|checkout| checkout.join("Cargo.lock"));
            let lock = lock.and_then(|lock| fs::read_to_string(lock).ok());
            files.extend(lock.map(|lock| ("Cargo.lock".to_owned(), lock)));
        }
        for (part, text) in self.kind.parts() {
            let path = match *part {
                "lib.rs" => "src/lib.rs".to_owned(),
                part => format!("cases/first/{part}"),
            };
            files.push((path, text.replace("my_operator", &self.name.replace('-', "_"))));
        }
        files
    }

    /// What `sandbar.toml` describes. The cases are those of the filter in Rust, but for the reasons of rejects.
    fn of_language(&self, language: Language) -> Vec<(String, String)> {
        let described = DESCRIBED.replace("my-operator", &self.name);
        let described = described.replace("MY_LANGUAGE", &language.to_string());
        let mut files = vec![
            (manifest::FILE.to_owned(), described),
            (".gitignore".to_owned(), IGNORED.to_owned()),
        ];
        let own = language.parts().iter().map(|(path, text)| ((*path).to_owned(), *text));
        let shared = Kind::Filter.parts().iter().filter(|(part, _)| *part != "lib.rs");
        let shared = shared.map(|(part, text)| (format!("cases/first/{part}"), *text));
        for (path, text) in own.chain(shared) {
            if files.iter().all(|(other, _)| *other != path) {
                files.push((path, text.to_owned()));
            }
        }
        files
    }

    fn manifest(&self, sdk: &Path, member: bool) -> String {
        let sdk = sdk.display().to_string();
        let sdk = sdk.replace('\\', "\\\\").replace('"', "\\\"");
        let manifest = MANIFEST.replace("my-operator", &self.name).replace("MY_SDK", &sdk);
        match member {
            true => manifest,
            // A folder above may be somebody's workspace: this is no part of it.
            false => format!("{manifest}\n[workspace]\n"),
        }
    }

    fn pipeline(&self) -> String {
        let sinks = self.kind.ports().iter().map(|port| SINK.replace("MY_PORT", port));
        let pipeline = PIPELINE.replace("MY_SINKS\n", &sinks.collect::<String>());
        pipeline.replace("my-operator", &self.name)
    }
}

fn check_name(name: &str) -> Result<(), String> {
    check_letters(name)?;
    if TAKEN.contains(&name) {
        return Err(format!(
            "`{name}` means something else in Rust; choose another name, such as `my-{name}`"
        ));
    }
    Ok(())
}

fn check_letters(name: &str) -> Result<(), String> {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    if !begins || name.ends_with('-') || name.contains("--") || !name.bytes().all(allowed) {
        let better: String = name
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        let better = better.trim_matches(|c: char| !c.is_ascii_lowercase());
        let better = if check_name_is_plain(better) {
            format!(", such as `{better}`")
        } else {
            String::new()
        };
        return Err(format!(
            "`{}` is no name of an operator: use a-z, 0-9 and single `-`, a letter first{better}",
            name.escape_debug()
        ));
    }
    if name.len() > NAME_BYTES_MAX {
        let length = name.len();
        return Err(format!("a name of {length} letters exceeds the limit of {NAME_BYTES_MAX}"));
    }
    Ok(())
}

fn check_name_is_plain(name: &str) -> bool {
    !name.is_empty() && !name.contains("--")
}

/// Whether a workspace above takes every folder beside `folder` for its own, as this repository does with `plugins/*`.
fn is_member(folder: &Path) -> bool {
    let Ok(folder) = std::path::absolute(folder) else { return false };
    let Some(parent) = folder.parent() else { return false };
    parent.ancestors().any(|above| {
        let Ok(manifest) = fs::read_to_string(above.join("Cargo.toml")) else { return false };
        let Ok(beside) = parent.strip_prefix(above) else { return false };
        manifest.contains("[workspace]")
            && manifest.contains(&format!("\"{}/*\"", beside.display()))
    })
}

/// The folder of the SDK's package: beside this program's checkout, or in one that `from` lies in.
pub fn find_sdk(from: &Path) -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let starts = [program.as_deref(), Some(from)];
    let folders = starts.into_iter().flatten().flat_map(Path::ancestors);
    let folders = folders.flat_map(|folder| [folder.join("sdk"), folder.to_owned()]);
    let mut folders = folders.chain([PathBuf::from(BUILT_IN)]);
    folders.find(|folder| is_sdk(folder))
}

/// Whether the SDK's package is in `folder`.
pub fn is_sdk(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"));
    manifest.is_ok_and(|manifest| manifest.contains("name = \"sandbar-sdk\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_rust_or_a_plugin_cannot_have_are_refused_with_a_better_one() {
        for name in ["hot", "hot-2", "a"] {
            assert_eq!(check_name(name), Ok(()));
        }
        for (name, part) in [
            ("Hot", "such as `hot`"),
            ("hot_ones", "such as `hot-ones`"),
            ("2hot", "such as `hot`"),
            ("", "no name of an operator"),
            ("hot-", "such as `hot`"),
            ("a--b", "single `-`"),
            ("hot\u{1b}[2J", "hot\\u{1b}[2J"),
            ("match", "such as `my-match`"),
            ("test", "such as `my-test`"),
        ] {
            let message = check_name(name).unwrap_err();
            assert!(message.contains(part), "{message}");
        }
        assert!(check_name(&"a".repeat(64)).unwrap_err().contains("64 letters"));
    }
}
