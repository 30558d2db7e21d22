//! Turns the schemas into the Rust that is committed beside their users, so that building Sandbar needs no schema
//! compiler. Reads files below the given root and returns texts; only the binary writes. The compilers are libraries
//! pinned in Cargo.lock: the same schemas give the same bytes on every machine.

mod capnp;
mod wit;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// What a person types to bring the generated files up to date.
pub const COMMAND: &str = "cargo run --release -p sandbar-schema-generate";

/// One generated file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// Where it belongs, relative to the root of the checkout.
    pub path: PathBuf,
    /// All of its text.
    pub text: String,
}

/// Generates every file from the schemas below `root`, the folder of the workspace. Writes nothing below `root`.
pub fn generate(root: &Path) -> Result<Vec<Generated>> {
    let mut files = capnp::readers(root)?;
    files.extend(wit::bindings(root)?);
    Ok(files)
}

/// Those of `files` whose copy below `root` is missing or says something else.
pub fn stale<'a>(root: &Path, files: &'a [Generated]) -> Result<Vec<&'a Generated>> {
    let mut stale = Vec::new();
    for file in files {
        let path = root.join(&file.path);
        let committed = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error).context(format!("cannot read {}", path.display())),
        };
        if committed.as_deref() != Some(file.text.as_str()) {
            stale.push(file);
        }
    }
    Ok(stale)
}

/// The line every generated file opens with: from what it was made, and by which command.
fn header(schema: &str) -> String {
    format!("//! Generated from {schema} by `{COMMAND}`; do not edit.\n")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{COMMAND, Generated, generate, stale};

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
    }

    #[test]
    fn the_committed_files_are_fresh() {
        let files = generate(root()).unwrap();
        let stale = stale(root(), &files).unwrap();
        let paths: Vec<_> = stale.iter().map(|file| file.path.display()).collect();
        assert!(paths.is_empty(), "stale: {paths:?}: run `{COMMAND}`");
    }

    #[test]
    fn every_generated_file_says_from_what_and_by_which_command() {
        for file in generate(root()).unwrap() {
            let first = file.text.lines().next().unwrap();
            assert!(first.starts_with("//! Generated from schema/"), "{}", file.path.display());
            assert!(first.contains(COMMAND), "{}", file.path.display());
        }
    }

    #[test]
    fn a_changed_schema_and_a_missing_file_are_stale() {
        let copy = tempfile::tempdir().unwrap();
        for schema in [
            "schema/capnp/control.capnp",
            "schema/capnp/exchange.capnp",
            "schema/capnp/node.capnp",
            "schema/capnp/record_batch.capnp",
            "schema/wit/operator.wit",
        ] {
            let to = copy.path().join(schema);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(root().join(schema), to).unwrap();
        }
        let before = generate(copy.path()).unwrap();
        assert_eq!(
            stale(copy.path(), &before).unwrap().len(),
            before.len(),
            "nothing is written yet"
        );

        for Generated { path, text } in &before {
            let to = copy.path().join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, text).unwrap();
        }
        assert!(stale(copy.path(), &before).unwrap().is_empty());

        let capnp = copy.path().join("schema/capnp/record_batch.capnp");
        let schema = fs::read_to_string(&capnp).unwrap().replace("headers @6", "trailers @6");
        fs::write(&capnp, schema).unwrap();
        let after = generate(copy.path()).unwrap();
        let stale = stale(copy.path(), &after).unwrap();
        let paths: Vec<_> = stale.iter().map(|file| file.path.as_path()).collect();
        assert_eq!(paths, [Path::new("schema/src/record_batch_capnp.rs")]);
    }
}
