//! `sandbar dev`: a pipeline that goes on while its operators and its file change. What changed is built while the old
//! version runs; then that drains to its sinks, and the new one goes on from where the sources stood: nothing is lost and
//! nothing comes twice, but what a source cannot read again.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use sandbar_dataflow::Snapshot;

use super::{PipelineArguments, build, plan, run, tell, test};
use crate::{
    author::{
        build::{Progress, build},
        profile::Profile,
        project::Project,
        watch::Watch,
    },
    connectors::Root,
    exit::Exit,
    factory::Resume,
    job::{Job, Outcome},
    pipeline::{Planned, Setup},
    plan_view, report,
    report::{Console, Failures},
};

/// Run a pipeline while you change it: what changes is built, and the pipeline goes on with it where it was.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Plugins are built from the projects of the folder that PIPELINE.toml lies in, or of the workspace around it, where
their names are those of its plugins. Records that fail and log lines are shown as they come; Ctrl-C ends it.

Examples:
  sandbar dev pipeline.toml
  sandbar dev pipeline.toml --set source.input.rate=1000")]
pub(crate) struct Arguments {
    #[command(flatten)]
    pipeline: PipelineArguments,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let file = &arguments.pipeline.pipeline;
    if !file.is_file() {
        tell(format_args!("error: there is no pipeline file {}", file.display()));
        return Ok(Exit::Invalid);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(go_on(&arguments.pipeline))
}

/// Runs one version after the other, until a signal comes.
async fn go_on(arguments: &PipelineArguments) -> anyhow::Result<Exit> {
    let mut signals = run::Signals::listen()?;
    let mut session = Session::new(arguments)?;
    let mut next = session.renewed()?;
    loop {
        let ended = match next.take() {
            Some(planned) => session.run(planned, &mut signals).await?,
            None => Ended::Broken,
        };
        next = match ended {
            Ended::Stopped => return Ok(Exit::Success),
            Ended::Replaced(planned) => Some(*planned),
            Ended::Over | Ended::Broken => {
                session.positions.clear();
                tell("waiting for a change");
                if !session.wait(&mut signals).await? {
                    return Ok(Exit::Success);
                }
                session.renewed()?
            }
        };
    }
}

/// How a version of the pipeline ended.
enum Ended {
    /// A signal came.
    Stopped,
    /// The next version is to go on where it was.
    Replaced(Box<Planned>),
    /// Its sources ended, or an operator halted.
    Over,
    /// There is no version that can run.
    Broken,
}

/// What outlives the versions of a pipeline.
struct Session<'a> {
    arguments: &'a PipelineArguments,
    projects: Vec<Project>,
    watch: Watch,
    /// Where the sources of the last version stood, by name and task, with their settings then.
    positions: BTreeMap<(String, u32), (String, Resume)>,
}

impl<'a> Session<'a> {
    fn new(arguments: &'a PipelineArguments) -> anyhow::Result<Self> {
        let file = std::path::absolute(&arguments.pipeline)?;
        let text = fs::read_to_string(&file)?;
        let folder = file.parent().unwrap_or(Path::new("/"));
        let named = |project: &Project| {
            let name = &project.name;
            text.contains(&format!("\"{name}\"")) || text.contains(&format!("{name}.wasm\""))
        };
        let projects: Vec<Project> = Project::around(folder).into_iter().filter(named).collect();
        let sources = projects.iter().flat_map(Project::watched);
        let paths: Vec<PathBuf> = sources.chain([file]).collect();
        Ok(Self { arguments, projects, watch: Watch::new(paths)?, positions: BTreeMap::new() })
    }

    /// Builds what changed, and plans; `None` if something is wrong, which is told.
    fn renewed(&self) -> anyhow::Result<Option<Planned>> {
        for project in &self.projects {
            let options = test::options(project, Profile::Shipped);
            if options.progress == Progress::Quiet {
                tell(format_args!("building {}", project.name));
            }
            if let Err(failure) = build(project, options)? {
                build::refuse(&project.folder, &failure);
                return Ok(None);
            }
        }
        match plan::planned(self.arguments) {
            Ok(planned) => {
                plan::show(&planned.warnings);
                Ok(Some(planned))
            }
            Err(diagnostics) => {
                plan::refuse(&diagnostics, false);
                Ok(None)
            }
        }
    }

    /// Waits for a change; false if a signal came first.
    async fn wait(&mut self, signals: &mut run::Signals) -> anyhow::Result<bool> {
        const LOOKS: Duration = Duration::from_millis(100);
        loop {
            tokio::select! {
                () = signals.ending() => return Ok(false),
                () = tokio::time::sleep(LOOKS) => {}
            }
            if self.watch.changed_within(Duration::ZERO)? {
                return Ok(true);
            }
        }
    }

    /// Runs one version until its end, a change or a signal.
    async fn run(&mut self, planned: Planned, signals: &mut run::Signals) -> anyhow::Result<Ended> {
        tell(plan_view::tree(&planned).trim_end());
        let console = Console::new(io::stderr().is_terminal()).with(Failures::Told);
        let console = Arc::new(console);
        let resume = self.resume(&planned);
        let root = if resume.is_empty() { Root::Free } else { Root::GoingOn };
        let mut job =
            match run::start(&planned, &run::Way::new(Arc::clone(&console), resume, root))? {
                Ok(job) => job,
                Err(_) => return Ok(Ended::Broken),
            };
        let (stop, mut rates) = (job.stopper(), Rates::default());
        let (mut next, mut broken) = (None, None);
        let mut stopped = false;
        let outcome = {
            let finish = job.finish(|job| {
                rates.show(&console, &planned, job);
                // Tasks run on threads of their own: they go on while this one builds.
                match self.watch.changed_within(Duration::ZERO).and_then(|changed| match changed {
                    true => self.renewed(),
                    false => Ok(None),
                }) {
                    Ok(Some(planned)) => {
                        next = Some(Box::new(planned));
                        job.drain();
                    }
                    Ok(None) => {}
                    Err(error) => {
                        broken = Some(error);
                        job.drain();
                    }
                }
            });
            let mut finish = std::pin::pin!(finish);
            loop {
                tokio::select! {
                    outcome = &mut finish => break outcome,
                    () = signals.ending(), if !stopped => {
                        stopped = true;
                        stop.send_replace(true);
                        console.say("draining");
                    }
                }
            }
        };
        console.clear();
        if let Some(error) = broken {
            return Err(error);
        }
        run::tell_halts(&outcome, &console);
        Ok(match next {
            _ if stopped => {
                tell(report::text(&outcome, &planned).trim_end());
                Ended::Stopped
            }
            Some(next) if outcome.halts.is_empty() => {
                self.note(&planned, &outcome);
                tell("going on with what changed");
                Ended::Replaced(next)
            }
            _ => {
                tell(report::text(&outcome, &planned).trim_end());
                Ended::Over
            }
        })
    }

    /// Notes where the sources of `planned` stand.
    fn note(&mut self, planned: &Planned, outcome: &Outcome) {
        self.positions.clear();
        for ending in &outcome.endings {
            let Some(node) = planned.plan.source_of(ending.task.chain) else { continue };
            let resume = Resume { position: ending.position.clone(), ended: ending.complete };
            let name = planned.plan.node(node).name.clone();
            let settings = settings(planned, node);
            self.positions.insert((name, ending.task.task), (settings, resume));
        }
    }

    /// Where the sources of `planned` go on: those that are as they were.
    fn resume(&self, planned: &Planned) -> BTreeMap<(usize, u32), Resume> {
        let mut resume = BTreeMap::new();
        for (node, spec) in planned.plan.pipeline.nodes.iter().enumerate() {
            let settings = settings(planned, node);
            for task in 0..spec.parallelism {
                match self.positions.get(&(spec.name.clone(), task)) {
                    Some((then, position)) if *then == settings => {
                        resume.insert((node, task), position.clone());
                    }
                    _ => {}
                }
            }
        }
        resume
    }
}

/// All that decides what a source's positions mean.
fn settings(planned: &Planned, node: usize) -> String {
    let parallelism = planned.plan.node(node).parallelism;
    match &planned.setups[node] {
        Setup::Source(connector) => format!("{parallelism} {connector:?}"),
        Setup::Operator(_) | Setup::Sink(_) => String::new(),
    }
}

/// Records a second of each node, from one look to the next.
#[derive(Default)]
struct Rates {
    before: Vec<Snapshot>,
    at: Duration,
}

impl Rates {
    /// Time between two looks.
    const EVERY: Duration = Duration::from_secs(1);

    fn show(&mut self, console: &Console, planned: &Planned, job: &Job) {
        let (now, elapsed) = (job.snapshot(), job.elapsed());
        let passed = elapsed.saturating_sub(self.at);
        if passed < Self::EVERY || now == self.before {
            return;
        }
        let mut line = format!("{:>6.1} s ", elapsed.as_secs_f64());
        for (number, (node, counts)) in planned.plan.pipeline.nodes.iter().zip(&now).enumerate() {
            let before = self.before.get(number).map_or(0, |before| before.records_in);
            let rate = (counts.records_in - before) as f64 / passed.as_secs_f64();
            line.push_str(&format!("  {} {rate:.0}/s", node.name));
            if counts.rejected > 0 {
                line.push_str(&format!(" ({} failed)", counts.rejected));
            }
        }
        if io::stderr().is_terminal() {
            console.moved(&line);
        } else {
            console.say(&line);
        }
        (self.before, self.at) = (now, elapsed);
    }
}
