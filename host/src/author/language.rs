//! The languages that operators are written in. Each has a file that knows how its own tool makes WebAssembly of a project;
//! what becomes of that is the same for all (`build.rs`).

pub mod c;
pub mod javascript;
pub mod python;
pub mod rust;

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context as _;
use sandbar_schema::OPERATOR_WIT;
use serde::Deserialize;

use super::{build::Failure, project::Project, toolchain};

/// Name of what a tool made, in the folder of its language.
const MADE: &str = "made.wasm";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// With the SDK.
    #[default]
    Rust,
    /// With one header, by clang or zig.
    C,
    /// By componentize-py.
    Python,
    /// By componentize-js.
    #[value(name = "javascript", alias = "js")]
    JavaScript,
}

/// A file that goes into a new project: its path there, and its text.
pub type Part = (&'static str, &'static str);

impl Language {
    /// What the template of a language beside Rust has of its own.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Rust => &[],
            Self::C => c::PARTS,
            Self::Python => python::PARTS,
            Self::JavaScript => javascript::PARTS,
        }
    }

    /// The file with the author's code.
    pub fn source(self) -> &'static str {
        self.parts().first().map_or("src/lib.rs", |(path, _)| path)
    }

    /// WebAssembly of a project that `sandbar.toml` describes: a core module or a component.
    pub(super) fn compile(self, project: &Project) -> anyhow::Result<Result<Vec<u8>, Failure>> {
        let source = project.folder.join(self.source());
        if !source.is_file() {
            let shown = source.display();
            return Ok(Err(Failure::Refused(vec![format!("{shown} is missing: it is the code")])));
        }
        let built = project.target.join(self.to_string());
        fs::create_dir_all(&built)?;
        let inputs = self.inputs(project)?;
        let (made, seen) = (built.join(MADE), built.join("inputs"));
        if fs::read_to_string(&seen).is_ok_and(|before| before == inputs)
            && let Ok(bytes) = fs::read(&made)
        {
            return Ok(Ok(bytes));
        }
        // What is made is that of the inputs only once it is whole.
        let _ = fs::remove_file(&seen);
        let compiled = match self {
            Self::Rust => unreachable!("cargo describes projects in Rust"),
            Self::C => c::compile(project, &built),
            Self::Python => python::compile(project, &built),
            Self::JavaScript => javascript::compile(project, &built),
        };
        if let Ok(Ok(bytes)) = &compiled {
            fs::write(&made, bytes)?;
            fs::write(&seen, inputs)?;
        }
        compiled
    }

    /// A digest of everything that a project is built from: its tools take seconds where cargo would see that there is
    /// nothing to do. What the source imports from elsewhere is not seen.
    fn inputs(self, project: &Project) -> anyhow::Result<String> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
        for text in [toolchain::LANGUAGES, javascript::BUILD, javascript::LOCK, OPERATOR_WIT] {
            hasher.update(text.as_bytes());
        }
        let mut files = glob::glob(&format!(
            "{}/src/**/*",
            glob::Pattern::escape(&project.folder.display().to_string())
        ))?
        .collect::<Result<Vec<PathBuf>, _>>()?;
        files.retain(|file| file.is_file() && !file.iter().any(|part| part == "__pycache__"));
        for file in files {
            let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
            hasher.update(file.as_os_str().as_encoded_bytes()).update(&[0]);
            hasher.update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
        }
        Ok(hasher.finalize().to_hex().to_string())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rust => "rust",
            Self::C => "c",
            Self::Python => "python",
            Self::JavaScript => "javascript",
        })
    }
}

/// Puts the guest interface into `folder`, for tools that make bindings of it.
fn write_interface(folder: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("operator.wit"), text)
}

/// Runs a compiler in `folder`; what it says is for people.
fn compiled(command: &mut Command, folder: &Path) -> anyhow::Result<Result<(), Failure>> {
    let status = command
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::from(std::io::stderr()))
        .status()
        .with_context(|| format!("{} does not run", command.get_program().display()))?;
    Ok(if status.success() { Ok(()) } else { Err(Failure::Compiler) })
}
