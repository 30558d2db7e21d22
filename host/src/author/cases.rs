//! Golden cases of a project: a folder each beneath `cases/`, with what comes in and what must come out.
//!
//! ```text
//! cases/NAME/input.jsonl             a record a line: JSON (or input.txt: any text), for the first port
//! cases/NAME/inputs/PORT.jsonl       the same for several ports
//! cases/NAME/case.toml               [source], [parameters], [limits], [on_error], as in a pipeline file; may be missing
//! cases/NAME/expected/PORT.jsonl     the records that leave by a port; no file: none
//! cases/NAME/expected/rejects.jsonl  the records that fail, with the cause
//! ```
//!
//! A case is a small pipeline: its own tables are put into one that `cases/pipeline.rs` makes, so that they are read and
//! checked as in a pipeline file, with their lines in messages.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use sandbar_schema::descriptor;

use crate::pipeline::{
    self, Diagnostic, Planned, Plugins, Severity,
    diagnostic::{Problems, Texts},
    tree,
};

use parts::Parts;

mod inputs;
mod parts;

/// The file of records that failed; no port can have its name.
pub const REJECTS: &str = "rejects";

/// Largest file of a case: they are read by people.
const FILE_BYTES_MAX: u64 = 16 << 20;

/// One case of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub name: String,
    folder: PathBuf,
}

/// A case that can run.
#[derive(Debug)]
pub struct Ready {
    pub planned: Planned,
    /// Which file the records of each sink belong in, by the sink's number in the plan.
    pub files: BTreeMap<usize, String>,
    /// The sources by their numbers in the plan: each begins when the operator has all of those before.
    pub turns: Vec<usize>,
}

/// Lines of each file in `expected/`, by the file's name without its end.
pub type Expected = BTreeMap<String, Vec<String>>;

impl Case {
    /// The cases of the project in `folder`, by name.
    ///
    /// # Errors
    /// If there are none, or they cannot be read.
    pub fn all(folder: &Path) -> Result<Vec<Self>, String> {
        let cases = folder.join("cases");
        let shown = cases.display();
        let help =
            "make one: a folder cases/NAME with an input.jsonl, then type: sandbar test --bless";
        let entries = match fs::read_dir(&cases) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(format!("there is no folder {shown}; {help}"));
            }
            Err(error) => return Err(format!("{shown}: {error}")),
        };
        let mut found = Vec::new();
        for entry in entries {
            let folder = entry.map_err(|error| format!("{shown}: {error}"))?.path();
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            if let Some(name) = name.filter(|name| folder.is_dir() && !name.starts_with('.')) {
                found.push(Self { name, folder });
            }
        }
        found.sort_by(|one, other| one.name.cmp(&other.name));
        if found.is_empty() { Err(format!("{shown} has no case; {help}")) } else { Ok(found) }
    }

    /// The case as a pipeline around the plugin at `plugin`, which is operator `name` and says `described` of itself.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn ready(
        &self,
        name: &str,
        plugin: &Path,
        described: &descriptor::Operator,
        plugins: &mut dyn Plugins,
    ) -> Result<Ready, Vec<Diagnostic>> {
        let path = self.folder.join("case.toml");
        let whole = |path: &Path, message| {
            vec![Diagnostic::of_file(Severity::Error, path.display().to_string(), message, None)]
        };
        let inputs = inputs::all(&self.folder, &described.inputs);
        let inputs = inputs.map_err(|message| whole(&self.folder, message))?;
        let content = read(&path).map_err(|message| whole(&path, message))?.unwrap_or_default();
        let (mut problems, mut texts) = (Problems::default(), Texts::default());
        let text = texts.add(path.display().to_string(), &content);
        let root = tree::parse(text, &content, &mut problems);
        let parts = Parts::new(name, plugin, inputs, described, &root, &mut problems);
        let planned = pipeline::plan_tree(&self.folder, &parts.root(), &texts, problems, plugins)?;
        let nodes = planned.plan.pipeline.nodes.iter();
        let files = nodes
            .clone()
            .enumerate()
            .filter_map(|(number, node)| Some((number, parts.file_of(&node.name)?.to_owned())));
        let number = |source| nodes.clone().position(|node| node.name == source);
        let turns = parts.sources().filter_map(number).collect();
        Ok(Ready { files: files.collect(), turns, planned })
    }

    /// What must come out; `None` if nothing was ever kept. Lines may end as on Windows.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn expected(&self) -> Result<Option<Expected>, String> {
        let folder = self.folder.join("expected");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("{}: {error}", folder.display())),
        };
        let mut expected = Expected::new();
        for entry in entries {
            let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            let Some(name) = name.strip_suffix(".jsonl") else { continue };
            let text = read(&path)?.unwrap_or_default();
            expected.insert(name.to_owned(), text.lines().map(str::to_owned).collect());
        }
        Ok(Some(expected))
    }

    /// Keeps `found` as what must come out.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn bless(&self, found: &Expected) -> io::Result<()> {
        let folder = self.folder.join("expected");
        fs::create_dir_all(&folder)?;
        for name in self.expected().ok().flatten().unwrap_or_default().keys() {
            if found.get(name).is_none_or(Vec::is_empty) {
                fs::remove_file(folder.join(format!("{name}.jsonl")))?;
            }
        }
        for (name, lines) in found.iter().filter(|(_, lines)| !lines.is_empty()) {
            let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
            fs::write(folder.join(format!("{name}.jsonl")), text)?;
        }
        Ok(())
    }
}

/// The text of a file of a case; `None` if there is no such file.
fn read(path: &Path) -> Result<Option<String>, String> {
    let shown = path.display();
    let size = match fs::metadata(path) {
        Ok(file) => file.len(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("{shown}: {error}")),
    };
    if size > FILE_BYTES_MAX {
        return Err(format!("{shown}: {size} bytes exceed the limit of {FILE_BYTES_MAX}"));
    }
    fs::read_to_string(path).map(Some).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => format!("{shown} is not UTF-8 text: write it anew"),
        _ => format!("{shown}: {error}"),
    })
}
