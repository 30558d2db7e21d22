//! `sandbar dev`: a pipeline that goes on while its operators and its file change. What changed is built beside the version
//! that runs; once it can run, that one drains to its sinks, and the new one goes on from where the sources stood: nothing
//! is lost and nothing comes twice, but what a source cannot read again.

use std::{
    collections::BTreeMap,
    io::{self, IsTerminal},
    sync::Arc,
};

use super::{PipelineArguments, run, tell};
use crate::{
    connectors::Root,
    exit::Exit,
    factory::Resume,
    job::Outcome,
    pipeline::{Planned, Setup},
    plan_view, report,
    report::{Console, Failures},
};
use rates::Rates;
use renewal::{Beside, Renewal, Version};

mod rates;
mod renewal;

/// Run a pipeline while you change it: what changes is built beside, and the pipeline goes on with it where it was.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Plugins are built from the projects of the folder that PIPELINE.toml lies in, or of the workspace around it, where
their names are those of its plugins: quickly, so they use more CPU than those of `sandbar build`. Records that fail
and log lines are shown as they come; Ctrl-C ends it, a second one at once.

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
    let exit = runtime.block_on(go_on(&arguments.pipeline));
    // Nobody waits for native code that nobody will run.
    runtime.shutdown_background();
    exit
}

/// Runs one version after the other, until a signal comes.
async fn go_on(arguments: &PipelineArguments) -> anyhow::Result<Exit> {
    let mut signals = run::Signals::listen()?;
    let mut renewal = Renewal::new(arguments)?;
    let mut session = Session::default();
    let mut next = None;
    loop {
        let version = match next.take() {
            Some(version) => version,
            None => tokio::select! {
                () = signals.ending() => return Ok(Exit::Success),
                version = renewal.next(Beside::Nothing) => Box::new(version?),
            },
        };
        match session.run(*version, &mut renewal, &mut signals).await? {
            Ended::Stopped => return Ok(Exit::Success),
            Ended::Aborted => return Ok(Exit::Aborted),
            Ended::Replaced(version) => next = Some(version),
            Ended::Over(version) => {
                session.positions.clear();
                if version.is_none() {
                    tell("waiting for a change");
                }
                next = version;
            }
        }
    }
}

/// How a version of the pipeline ended.
enum Ended {
    /// A signal came.
    Stopped,
    /// A second signal came.
    Aborted,
    /// The next version is to go on where it was.
    Replaced(Box<Version>),
    /// Its sources ended, or an operator halted; this one begins from the start.
    Over(Option<Box<Version>>),
}

/// What outlives the versions of a pipeline.
#[derive(Default)]
struct Session {
    /// Where the sources of the last version stood, by name and task, with their settings then.
    positions: BTreeMap<(String, u32), (String, Resume)>,
    /// The plan that was shown last.
    shown: String,
}

impl Session {
    /// Runs one version until its end, a change or a signal.
    async fn run(
        &mut self,
        version: Version,
        renewal: &mut Renewal<'_>,
        signals: &mut run::Signals,
    ) -> anyhow::Result<Ended> {
        let Version { planned, loaded, .. } = version;
        self.show(&planned);
        let console = Console::new(io::stderr().is_terminal()).with(Failures::Told);
        let console = Arc::new(console);
        let resume = self.resume(&planned);
        let root = if resume.is_empty() { Root::Free } else { Root::GoingOn };
        let way = run::Way::new(Arc::clone(&console), resume, root);
        let mut job = run::start_loaded(&planned, loaded, &way)?;
        let (stop, mut rates) = (job.stopper(), Rates::default());
        let mut next = None;
        let mut stopped = false;
        let outcome = {
            let mut renewing = Some(Box::pin(renewal.next(Beside::Version(&planned, &console))));
            let finish = job.finish(|job| rates.show(&console, &planned, job));
            let mut finish = std::pin::pin!(finish);
            loop {
                tokio::select! {
                    outcome = &mut finish => break outcome,
                    renewed = awaited(&mut renewing) => {
                        renewing = None;
                        next = Some(renewed);
                        stop.send_replace(true);
                    }
                    () = signals.ending() => {
                        if stopped {
                            console.say("stopped; what was in flight is lost");
                            return Ok(Ended::Aborted);
                        }
                        // What is being built is given up at once.
                        renewing = None;
                        stopped = true;
                        stop.send_replace(true);
                        console.say("draining; press Ctrl-C again to stop at once");
                    }
                }
            }
        };
        console.clear();
        run::tell_halts(&outcome, &console);
        match next.transpose()? {
            Some(next) if !stopped && outcome.halts.is_empty() => {
                self.note(&planned, &outcome);
                let seconds = next.took.as_secs_f64();
                tell(format_args!("going on with what changed, {seconds:.1} s later"));
                Ok(Ended::Replaced(Box::new(next)))
            }
            next => {
                tell(report::text(&outcome, &planned).trim_end());
                Ok(if stopped { Ended::Stopped } else { Ended::Over(next.map(Box::new)) })
            }
        }
    }

    /// Shows what runs, unless it looks as before.
    fn show(&mut self, planned: &Planned) {
        let tree = plan_view::tree(planned);
        if tree != self.shown {
            tell(tree.trim_end());
            self.shown = tree;
        }
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

/// What `future` comes to, where there is one.
async fn awaited<T>(future: &mut Option<impl Future<Output = T> + Unpin>) -> T {
    match future {
        Some(future) => future.await,
        None => std::future::pending().await,
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
