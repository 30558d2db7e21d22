//! `sandbar test`: an operator tried on its golden cases, in the sandbox and on the engine of every run.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
    sync::Arc,
};

use sandbar_dataflow::Class;
use sandbar_sandbox::Interruption;

use super::{build as verb, plan, print, run, tell};
use crate::{
    author::{
        build::{self, Built, Lock, Options, Progress},
        cases::{Case, REJECTS, Ready},
        cost::Cost,
        difference::{self, Colours},
        profile::Profile,
        project::Project,
        trial::{self, Found},
        watch::Watch,
    },
    environment,
    exit::Exit,
    pipeline::{Plugin, Setup},
    plugins::{self, Files, Plugins},
};

/// Build an operator and try it on its cases: what comes out must be what was kept.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A case is a folder of the project:
  cases/NAME/input.jsonl             a record a line (JSON; input.txt: any text)
  cases/NAME/inputs/PORT.jsonl       instead, for several input ports; N-PORT.jsonl says the order
  cases/NAME/case.toml               [source], [parameters], [limits], [on_error] as in a pipeline file; may be missing
  cases/NAME/expected/PORT.jsonl     the records that must leave by a port; no file: none
  cases/NAME/expected/rejects.jsonl  the records that must fail, with the cause

Ends with 0 if all cases pass, with 1 if one does not, with 3 if the project cannot be built or a case be read.

Examples:
  sandbar test
  sandbar test hot --bless      keep what comes out now as what must come out
  sandbar test --watch          again at each change
  sandbar test --shipped        what is published, and what it costs: for CI")]
pub(crate) struct Arguments {
    /// The folder of the project.
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    /// Only the cases whose names have this in them.
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
    /// Keep what comes out as what must come out. Look at it before you commit it.
    #[arg(long)]
    bless: bool,
    /// Try what `sandbar build` makes, compiled for speed, instead of a build of a second that gives the same results.
    #[arg(long)]
    shipped: bool,
    /// Do it again whenever the project changes, until Ctrl-C.
    #[arg(long, conflicts_with = "bless")]
    watch: bool,
}

impl Arguments {
    fn profile(&self) -> Profile {
        if self.shipped { Profile::Shipped } else { Profile::Quick }
    }
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    if !arguments.watch {
        return once(arguments);
    }
    let project = match verb::project(&arguments.folder) {
        Ok(project) => project,
        Err(exit) => return Ok(exit),
    };
    let [source, described] = project.watched();
    let mut watch = Watch::new([source, project.folder.join("cases"), described])?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    loop {
        // What is wrong now may be right after the next change.
        once(arguments)?;
        tell(format_args!("waiting for a change in {}", project.folder.display()));
        runtime.block_on(watch.changed())?;
    }
}

fn once(arguments: &Arguments) -> anyhow::Result<Exit> {
    let project = match verb::project(&arguments.folder) {
        Ok(project) => project,
        Err(exit) => return Ok(exit),
    };
    let built = match build::build(&project, options(&project, arguments.profile()))? {
        Ok(built) => built,
        Err(failure) => return Ok(verb::refuse(&arguments.folder, &failure)),
    };
    let wanted = |case: &Case| arguments.case.as_ref().is_none_or(|part| case.name.contains(part));
    let cases = Case::all(&project.folder).map(|cases| cases.into_iter().filter(wanted).collect());
    let cases: Vec<Case> = match cases {
        Ok(cases) => cases,
        Err(message) => {
            tell(format_args!("error: {message}"));
            return Ok(Exit::Invalid);
        }
    };
    if cases.is_empty() {
        tell("error: no case has such a name; leave `--case` out to run all");
        return Ok(Exit::Invalid);
    }
    try_all(arguments, &project, &built, &cases)
}

/// How a project is built that is about to be run: quietly, unless there is nothing yet and it will take a while.
pub(super) fn options(project: &Project, profile: Profile) -> Options {
    let built = profile.plugin(project).exists();
    let progress = if built { Progress::Quiet } else { Progress::Shown };
    Options { progress, lock: Lock::Free, profile }
}

fn try_all(
    arguments: &Arguments,
    project: &Project,
    built: &Built,
    cases: &[Case],
) -> anyhow::Result<Exit> {
    // The same bytes every time: which task goes on when must not depend on the clock.
    let plugins = Plugins::new(run::cache(false), Interruption::Holding);
    let (mut cost, mut operator, mut failed) = (Cost::of(built.profile), None, 0);
    let mut exit = Exit::Success;
    for case in cases {
        let ready = case.ready(&project.name, &built.plugin, &built.manifest.operator, &mut Files);
        let ready = match ready {
            Ok(ready) => ready,
            Err(diagnostics) => {
                tell(format_args!("{:<20} cannot be read", case.name));
                plan::show(&diagnostics);
                exit = Exit::Invalid;
                continue;
            }
        };
        let loaded = match plugins::load_all(&plugins, &ready.planned.setups) {
            Ok(loaded) => Arc::new(loaded),
            Err(error) => {
                tell(format_args!("error: {error:#}"));
                return Ok(Exit::Invalid);
            }
        };
        let found = trial::run(&ready, &loaded)?;
        if let Some((node, plugin)) = operator_of(&ready) {
            cost.add(found.outcome.nodes[node], &found.rights);
            operator = Some(plugin.clone());
        }
        let verdict = match arguments.bless {
            true => bless(case, &found, built.profile)?,
            false => judge(case, &found, built),
        };
        match verdict {
            Ok(note) => tell(format_args!("{:<20} {note}", case.name)),
            Err(why) => {
                tell(format_args!(
                    "{:<20} {}\n{}",
                    case.name,
                    mark("failed", "31"),
                    why.trim_end()
                ));
                failed += 1;
            }
        }
    }
    if let Some(plugin) = operator {
        tell(cost.text(&plugin));
    }
    let (passed, all) = (cases.len() - failed, cases.len());
    if exit == Exit::Success {
        print(&format!("{passed} of {all} cases passed"))?;
        exit = if failed == 0 { Exit::Success } else { Exit::Halted };
    }
    Ok(exit)
}

/// The operator in the pipeline of a case.
fn operator_of(ready: &Ready) -> Option<(usize, &Plugin)> {
    ready.planned.setups.iter().enumerate().find_map(|(node, setup)| match setup {
        Setup::Operator(plugin) => Some((node, plugin)),
        _ => None,
    })
}

/// Keeps what came out, unless the operator halted: half of a run is nothing to keep.
fn bless(case: &Case, found: &Found, profile: Profile) -> anyhow::Result<Result<String, String>> {
    if let Some(halted) = halted(found, profile) {
        return Ok(Err(halted));
    }
    case.bless(&found.lines)?;
    let lines: usize = found.lines.values().map(Vec::len).sum();
    Ok(Ok(format!("kept {lines} lines; look at them before you commit them")))
}

/// Whether what came out is what must; else why not.
fn judge(case: &Case, found: &Found, built: &Built) -> Result<String, String> {
    if let Some(halted) = halted(found, built.profile) {
        return Err(halted);
    }
    let Some(expected) = case.expected()? else {
        let help = "look at what comes out, and keep it, by typing: sandbar test --bless";
        let shown = found.lines.iter().filter(|(_, lines)| !lines.is_empty());
        let shown: String = shown.map(|(file, lines)| against(file, &[], lines)).collect();
        return Err(format!("{shown}nothing was kept that must come out\n  help: {help}"));
    };
    let (mut why, manifest) = (String::new(), &built.manifest);
    let known =
        |file: &str| file == REJECTS || manifest.operator.outputs.iter().any(|port| port == file);
    for file in expected.keys().filter(|file| !known(file)) {
        let ports = manifest.operator.outputs.join(", ");
        why.push_str(&format!(
            "expected/{file}.jsonl: there is no port `{file}`; ports are {ports}\n"
        ));
    }
    for (file, lines) in &found.lines {
        let expected = expected.get(file).map_or(&[][..], Vec::as_slice);
        why.push_str(&against(file, expected, lines));
    }
    if why.is_empty() {
        return Ok(mark("ok", "32"));
    }
    for line in &found.told {
        why.push_str(&format!("{line}\n"));
    }
    Err(format!("{why}  help: mend the operator; or, if this is right, type: sandbar test --bless"))
}

fn against(file: &str, expected: &[String], found: &[String]) -> String {
    difference::between(expected, found, colours())
        .map_or(String::new(), |shown| format!("expected/{file}.jsonl:\n{shown}"))
}

/// What stopped the run early, with what was told before.
fn halted(found: &Found, profile: Profile) -> Option<String> {
    let halt = found.outcome.halts.first()?;
    let (record, logged): (Vec<&String>, Vec<&String>) =
        found.told.iter().partition(|line| line.starts_with(trial::RECORD));
    // A panic is in the fault already.
    let logged = logged.into_iter().filter(|line| !line.contains(" error: panicked at "));
    let logged: String = logged.map(|line| format!("{line}\n")).collect();
    let record = record.last().map_or(String::new(), |record| format!("{record}\n"));
    let (code, help) = (halt.fault.code, halt.fault.code.help());
    let shipped = match (code.class(), profile) {
        (Class::Limit, Profile::Quick) => {
            "\n  help: a quick build takes more than what is shipped: type: sandbar test --shipped"
        }
        _ => "",
    };
    Some(format!(
        "{logged}{halt}\n{record}  help: {help}; more by typing: sandbar explain {code}{shipped}"
    ))
}

/// A word that a terminal shows in a colour.
fn mark(word: &str, colour: &str) -> String {
    match colours() {
        Colours::On => format!("\u{1b}[{colour}m{word}\u{1b}[0m"),
        Colours::Off => word.to_owned(),
    }
}

fn colours() -> Colours {
    match io::stderr().is_terminal() && environment::wants_colours() {
        true => Colours::On,
        false => Colours::Off,
    }
}
