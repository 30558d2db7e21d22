//! Bugs that would lose, double or disorder records, put into a copy of the checkout: the oracle of the simulation has to
//! see each of them, or it proves nothing. The copy has all of them, each asleep until it is chosen, so that it is built
//! once; the product has no switch for any of them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::built;

mod table;

pub use table::MUTANTS;

/// A bug to be put into the source.
#[derive(Clone, Copy, Debug)]
pub struct Mutant {
    pub name: &'static str,
    edits: &'static [Edit],
}

/// One place of it.
#[derive(Clone, Copy, Debug)]
struct Edit {
    file: &'static str,
    /// Stands in the file exactly once, and once in `to`: others may change the same place.
    from: &'static str,
    to: &'static str,
}

/// What the oracle said.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub caught: bool,
    /// Where it said so; what it counted.
    pub shown: String,
}

/// The built copy with all bugs.
#[derive(Debug)]
pub struct Copy {
    folder: PathBuf,
    test: PathBuf,
}

/// What the tests are called that have the oracle.
const TESTS: &[&str] = &["simulation::crashes", "simulation::connections"];

/// What a test that the oracle ended says: which seed shows it again.
const SEED: &str = "SEED=";

/// Names the chosen bug, by its number.
const CHOSEN: &str = "SEEDED_BUG";

/// Stands in edits for: this bug was chosen.
const SEEDED: &str = "SEEDED";

/// The copy shares the folder that cargo builds into, for the sake of the dependencies. So its packages are of another
/// version, or cargo would take one copy's for the other's.
const VERSION: Edit = Edit {
    file: "Cargo.toml",
    from: "[workspace.package]\nversion = \"0.1.0\"\n",
    to: "[workspace.package]\nversion = \"0.1.0-mutants\"\n",
};

/// Packages of the copy that need not be fast, but built soon.
const SLOW: &[&str] = &["sandbar", "sandbar-control", "sandbar-tests"];

impl Copy {
    /// Copies every file that git knows or would take, puts all bugs into the copy, and builds it.
    ///
    /// # Errors
    /// If a bug does not fit the source any more, or git, the disk or the compiler refuse.
    pub fn build() -> anyhow::Result<Self> {
        let folder = built::target().join("mutants");
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        copy_into(&folder)?;
        VERSION.put_into(&folder, SEEDED)?;
        for (number, mutant) in MUTANTS.iter().enumerate() {
            let chosen = format!("(std::env::var(\"{CHOSEN}\").as_deref() == Ok(\"{number}\"))");
            for edit in mutant.edits {
                edit.put_into(&folder, &chosen).with_context(|| mutant.name)?;
            }
        }
        let test = build(&folder)?;
        Ok(Self { folder, test })
    }

    /// What the oracle says of a bug, by its number; `None`: of the source without any.
    ///
    /// # Errors
    /// If the tests cannot be run, or fail for another reason.
    pub fn judge(&self, mutant: Option<usize>) -> anyhow::Result<Verdict> {
        let mut test = Command::new(&self.test);
        test.args(TESTS).args(["--test-threads", "2"]).current_dir(self.folder.join("tests"));
        match mutant {
            Some(number) => test.env(CHOSEN, number.to_string()),
            None => test.env_remove(CHOSEN),
        };
        let ran = test.output()?;
        let said = String::from_utf8_lossy(&ran.stdout);
        let seen = said.lines().filter_map(|line| Some(&line[line.find(SEED)?..]));
        // Of several lines about one seed, the one that counts.
        let shown = seen.clone().find(|line| line.contains("lost")).or_else(|| seen.clone().next());
        match (ran.status.success(), shown) {
            (true, _) => Ok(Verdict { caught: false, shown: "nothing was seen".to_owned() }),
            (false, Some(shown)) => Ok(Verdict { caught: true, shown: shown.to_owned() }),
            (false, None) => bail!("the tests failed without naming a seed:\n{said}"),
        }
    }
}

fn copy_into(folder: &Path) -> anyhow::Result<()> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = list.current_dir(built::root()).output().context("cannot start git")?;
    for name in listed.stdout.split(|&byte| byte == 0).filter(|name| !name.is_empty()) {
        let name = std::str::from_utf8(name).context("a file's name")?;
        let (from, to) = (built::root().join(name), folder.join(name));
        fs::create_dir_all(to.parent().expect("files lie in folders"))?;
        // A file that was removed, but not from the index yet, is none.
        if from.exists() {
            fs::copy(&from, &to).with_context(|| format!("cannot copy {name}"))?;
        }
    }
    Ok(())
}

/// Builds the integration test of the copy; its path.
fn build(folder: &Path) -> anyhow::Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    // The versions of the copy's own packages are not those of its lock file.
    cargo.args(["test", "--offline", "--release", "--workspace", "--test", "it", "--no-run"]);
    for package in SLOW {
        cargo.args(["--config", &format!("profile.release.package.{package}.opt-level=0")]);
    }
    cargo.arg("--message-format=json-render-diagnostics");
    cargo.env("CARGO_TARGET_DIR", built::target()).env("CARGO_INCREMENTAL", "1");
    cargo.current_dir(folder).stderr(Stdio::piped());
    let built = cargo.output().context("cannot start cargo")?;
    if !built.status.success() {
        bail!("it cannot be built:\n{}", String::from_utf8_lossy(&built.stderr));
    }
    let said = String::from_utf8_lossy(&built.stdout);
    let said = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut tests = said.filter(|told| told["target"]["name"] == "it");
    let test = tests.find_map(|told| told["executable"].as_str().map(PathBuf::from));
    test.context("cargo named no test")
}

impl Edit {
    fn put_into(&self, folder: &Path, chosen: &str) -> anyhow::Result<()> {
        let path = folder.join(self.file);
        let text = fs::read_to_string(&path).with_context(|| self.file)?;
        let found = text.matches(self.from).count();
        if found != 1 {
            let (file, from) = (self.file, self.from);
            bail!("{file} has {found} times what stands there once; mend the mutant:\n{from}");
        }
        Ok(fs::write(&path, text.replace(self.from, &self.to.replace(SEEDED, chosen)))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutant_fits_the_source() {
        let edits = MUTANTS.iter().flat_map(|mutant| mutant.edits);
        for edit in edits.chain([&VERSION]) {
            let text = fs::read_to_string(built::root().join(edit.file)).unwrap();
            assert_eq!(text.matches(edit.from).count(), 1, "{}: {}", edit.file, edit.from);
        }
    }
}
