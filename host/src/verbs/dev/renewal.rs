//! The next version of a pipeline: what changed is built by processes of their own, planned, and made native code, all
//! beside the version that runs. That one is given up only for one that can run.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use anyhow::anyhow;
use sandbar_sandbox::Interruption;
use tokio::{sync::Mutex, task::spawn_blocking, time::Instant};

use super::super::{PipelineArguments, run, test};
use crate::{
    author::{beside, build::Progress, profile::Profile, project::Project, watch::Watch},
    pipeline::{self, Description, Diagnostic, Planned},
    plugins::{self, Files, Loaded, Plugins},
    report::Console,
};

/// A version that can run.
pub(super) struct Version {
    pub(super) planned: Planned,
    pub(super) loaded: Loaded,
    /// Time since it was known that there has to be one.
    pub(super) took: Duration,
}

/// What runs while the next version is made.
#[derive(Clone, Copy)]
pub(super) enum Beside<'v> {
    Nothing,
    /// This version, which talks to this console.
    Version(&'v Planned, &'v Console),
}

/// Makes the versions of one pipeline.
pub(super) struct Renewal<'a> {
    arguments: &'a PipelineArguments,
    /// The pipeline file, an absolute path.
    file: PathBuf,
    /// What it said when it was looked at.
    text: String,
    projects: Vec<Project>,
    watch: Watch,
    /// Something changed that no version was tried with yet.
    due: bool,
    plugins: Arc<Plugins>,
    /// Held while a version is planned and compiled, which cannot be broken off: one at a time.
    making: Arc<Mutex<()>>,
}

impl<'a> Renewal<'a> {
    pub(super) fn new(arguments: &'a PipelineArguments) -> anyhow::Result<Self> {
        let file = std::path::absolute(&arguments.pipeline)?;
        Ok(Self {
            arguments,
            watch: Watch::new([file.clone()])?,
            file,
            text: String::new(),
            projects: Vec::new(),
            due: true,
            plugins: Arc::new(Plugins::new(run::cache(false), Interruption::Yielding)),
            making: Arc::default(),
        })
    }

    /// Finds the projects whose names stand in the pipeline file, where that says something new.
    async fn look(&mut self) -> anyhow::Result<()> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        if text == self.text {
            return Ok(());
        }
        let folder = self.file.parent().unwrap_or(Path::new("/")).to_owned();
        let around = spawn_blocking(move || Project::around(&folder)).await?;
        let named = |Project { name, .. }: &Project| {
            text.contains(&format!("\"{name}\"")) || text.contains(&format!("{name}.wasm\""))
        };
        self.projects = around.into_iter().filter(named).collect();
        let sources = self.projects.iter().flat_map(Project::watched);
        self.watch = Watch::new(sources.chain([self.file.clone()]))?;
        self.text = text;
        Ok(())
    }

    /// The next version that can run, and is another one than the one that runs: the first one at once, others at a change.
    /// Tells why one cannot. What changes meanwhile begins it anew. May be dropped half-way: what is being built is given up,
    /// and begun anew by the next call.
    pub(super) async fn next(&mut self, beside: Beside<'_>) -> anyhow::Result<Version> {
        loop {
            if !self.due {
                self.watch.changed().await?;
                self.due = true;
            }
            let began = Instant::now();
            self.look().await?;
            let Self { arguments, projects, watch, due, plugins, making, .. } = self;
            let made = async {
                for project in &*projects {
                    if !beside.build(project).await? {
                        return Ok(None);
                    }
                }
                made(arguments, projects, plugins, making, beside).await
            };
            tokio::select! {
                biased;
                // What is being built is old already.
                changed = watch.changed() => changed?,
                made = made => {
                    *due = false;
                    if let Some((planned, loaded)) = made? {
                        return Ok(Version { planned, loaded, took: began.elapsed() });
                    }
                }
            }
        }
    }
}

impl Beside<'_> {
    fn tell(self, notice: impl std::fmt::Display) {
        match self {
            Self::Version(_, console) => console.say(&notice.to_string()),
            _ => super::tell(notice),
        }
    }

    fn tell_waiting(self) {
        self.tell(match self {
            Self::Version(..) => "what ran before runs on; waiting for a change",
            _ => "waiting for a change",
        });
    }

    /// Builds `project`; false if that failed, which was told.
    async fn build(self, project: &Project) -> anyhow::Result<bool> {
        let profile = Profile::Quick.of(project);
        let progress = match self {
            // What talks to the terminal itself would write into the line of progress.
            Self::Version(..) => Progress::Quiet,
            _ => test::options(project, profile).progress,
        };
        let note = if profile == Profile::Quick { " (a quick build)" } else { "" };
        self.tell(format_args!("building {}{note}", project.name));
        let ended = beside::build(project, profile, progress).await?;
        if !ended.said.is_empty() {
            self.tell(ended.said);
        }
        if !ended.whole {
            self.tell_waiting();
        }
        Ok(ended.whole)
    }
}

/// What can run now; `None` if nothing can, or nothing else than what runs.
async fn made(
    arguments: &PipelineArguments,
    projects: &[Project],
    plugins: &Arc<Plugins>,
    making: &Arc<Mutex<()>>,
    beside: Beside<'_>,
) -> anyhow::Result<Option<(Planned, Loaded)>> {
    let turn = Arc::clone(making).lock_owned().await;
    let (file, overrides) = (arguments.pipeline.clone(), arguments.overrides.clone());
    let (mut files, plugins) = (Built::of(projects), Arc::clone(plugins));
    let before =
        if let Beside::Version(running, _) = beside { Some(identity(running)) } else { None };
    let make = move || {
        let _turn = turn;
        let planned = match pipeline::load(&file, &overrides, &mut files) {
            Ok(planned) => planned,
            Err(diagnostics) => return Made::Refused(diagnostics),
        };
        if before.is_some_and(|before| before == identity(&planned)) {
            return Made::Same;
        }
        match plugins::load_all(&plugins, &planned.setups) {
            Ok(loaded) => Made::Whole(Box::new(planned), Arc::new(loaded)),
            Err(error) => Made::Unloaded(error),
        }
    };
    // Looking through a plugin takes milliseconds, and compiling one up to a second, or ten with an interpreter in it.
    let made =
        spawn_blocking(make).await.map_err(|error| anyhow!("planning broke off: {error}"))?;
    match made {
        Made::Whole(planned, loaded) => {
            planned.warnings.iter().for_each(|warning| beside.tell(warning));
            return Ok(Some((*planned, loaded)));
        }
        Made::Same => {
            beside.tell("nothing is different");
            return Ok(None);
        }
        Made::Refused(diagnostics) => diagnostics.iter().for_each(|found| beside.tell(found)),
        Made::Unloaded(error) => beside.tell(format_args!("error: {error:#}")),
    }
    beside.tell_waiting();
    Ok(None)
}

enum Made {
    Whole(Box<Planned>, Loaded),
    /// It is what runs already.
    Same,
    Refused(Vec<Diagnostic>),
    Unloaded(anyhow::Error),
}

/// All that decides how a pipeline runs: plugins are in it by their digests.
fn identity(planned: &Planned) -> String {
    format!("{:?} {:?}", planned.plan, planned.setups)
}

/// Plugin files, where those of projects are taken from where they were built: a quick build lies in a folder of its own.
struct Built(BTreeMap<PathBuf, PathBuf>);

impl Built {
    fn of(projects: &[Project]) -> Self {
        let quick =
            |project: &Project| Some((located(&project.plugin())?, Profile::Quick.plugin(project)));
        Self(projects.iter().filter_map(quick).collect())
    }
}

impl pipeline::Plugins for Built {
    fn file(&self, path: &Path) -> Option<PathBuf> {
        match located(path).and_then(|path| self.0.get(&path)) {
            Some(built) => Some(built.clone()),
            None => Files.file(path),
        }
    }

    fn describe(&mut self, path: &Path) -> Result<Description, String> {
        Files.describe(path)
    }
}

/// The one path of the file that `path` names, which need not be there; `None` if its folder is not.
fn located(path: &Path) -> Option<PathBuf> {
    Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
}
