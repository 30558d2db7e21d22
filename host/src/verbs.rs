//! What the command line can do: each verb is a file of its own and a line in [`Verb`].

use std::{
    fmt::Display,
    io::{self, ErrorKind, Write},
    path::PathBuf,
};

use clap::{Parser, Subcommand, ValueEnum};

use crate::exit::{self, Exit};

mod audit;
mod build;
mod cert;
mod check;
mod cluster;
mod compile;
mod completions;
mod context;
mod delete;
mod deploy;
mod describe;
mod dev;
mod doctor;
mod drain;
mod explain;
mod host;
mod hosts;
mod list;
mod login;
mod logs;
mod new;
mod pause;
mod plan;
mod plugins;
mod publish;
mod resume;
mod run;
mod stop;
mod tenant;
mod test;
mod token;
mod top;
mod up;
mod worker;

/// Runs other people's code on your streams, safely.
#[derive(Debug, Parser)]
#[command(name = "sandbar", version, after_help = exit::HELP, arg_required_else_help = true)]
pub struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    New(new::Arguments),
    Build(build::Arguments),
    Test(test::Arguments),
    Dev(dev::Arguments),
    Explain(explain::Arguments),
    Up(up::Arguments),
    Host(host::Arguments),
    Cert(cert::Arguments),
    Run(run::Arguments),
    Check(check::Arguments),
    Plan(plan::Arguments),
    Doctor(doctor::Arguments),
    #[command(hide = true)]
    Compile(compile::Arguments),
    #[command(hide = true)]
    Worker(worker::Arguments),
    Login(login::Arguments),
    Context(context::Arguments),
    Publish(publish::Arguments),
    Plugins(plugins::Arguments),
    Deploy(deploy::Arguments),
    List(list::Arguments),
    Describe(describe::Arguments),
    Logs(logs::Arguments),
    Top(top::Arguments),
    Pause(pause::Arguments),
    Resume(resume::Arguments),
    Stop(stop::Arguments),
    Delete(delete::Arguments),
    Hosts(hosts::Arguments),
    Drain(drain::Arguments),
    Tenant(tenant::Arguments),
    Token(token::Arguments),
    Audit(audit::Arguments),
    Completions(completions::Arguments),
    Man(completions::ManArguments),
}

/// What is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one JSON document.
    Json,
}

/// A pipeline file and what is changed in it.
#[derive(Debug, clap::Args)]
pub(crate) struct PipelineArguments {
    /// The pipeline file.
    #[arg(value_name = "PIPELINE.toml")]
    pub(crate) pipeline: PathBuf,
    /// Change one value of the file, e.g. `--set operator.late.parameters.min_delay=30`. May be given again.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) overrides: Vec<String>,
}

impl Command {
    /// Does what was asked.
    ///
    /// # Errors
    /// What this machine refused.
    pub fn execute(self) -> anyhow::Result<Exit> {
        match self.verb {
            Verb::New(arguments) => new::run(&arguments),
            Verb::Build(arguments) => build::run(&arguments),
            Verb::Test(arguments) => test::run(&arguments),
            Verb::Dev(arguments) => dev::run(&arguments),
            Verb::Explain(arguments) => explain::run(&arguments),
            Verb::Completions(arguments) => completions::run(&arguments),
            Verb::Man(arguments) => completions::man(&arguments),
            Verb::Up(arguments) => up::run(&arguments),
            Verb::Host(arguments) => host::run(&arguments),
            Verb::Cert(arguments) => cert::run(&arguments),
            Verb::Run(arguments) => run::run(&arguments),
            Verb::Check(arguments) => check::run(&arguments),
            Verb::Plan(arguments) => plan::run(&arguments),
            Verb::Doctor(arguments) => doctor::run(&arguments),
            Verb::Worker(arguments) => worker::run(&arguments),
            Verb::Compile(arguments) => compile::run(&arguments),
            Verb::Login(arguments) => login::run(&arguments),
            Verb::Context(arguments) => context::run(&arguments),
            Verb::Publish(arguments) => publish::run(&arguments),
            Verb::Plugins(arguments) => plugins::run(&arguments),
            Verb::Deploy(arguments) => deploy::run(&arguments),
            Verb::List(arguments) => list::run(&arguments),
            Verb::Describe(arguments) => describe::run(&arguments),
            Verb::Logs(arguments) => logs::run(&arguments),
            Verb::Top(arguments) => top::run(&arguments),
            Verb::Pause(arguments) => pause::run(&arguments),
            Verb::Resume(arguments) => resume::run(&arguments),
            Verb::Stop(arguments) => stop::run(&arguments),
            Verb::Delete(arguments) => delete::run(&arguments),
            Verb::Hosts(arguments) => hosts::run(&arguments),
            Verb::Drain(arguments) => drain::run(&arguments),
            Verb::Tenant(arguments) => tenant::run(&arguments),
            Verb::Token(arguments) => token::run(&arguments),
            Verb::Audit(arguments) => audit::run(&arguments),
        }
    }
}

/// Prints what was asked for. Whoever has gone does not want it any more, which is as good as read.
fn print(text: &str) -> io::Result<()> {
    match writeln!(io::stdout(), "{}", text.trim_end()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// Tells people something on stderr. What was asked for is done, and ends as it ends, whether anybody listens or not.
fn tell(notice: impl Display) {
    let _ = writeln!(io::stderr(), "{notice}");
}
