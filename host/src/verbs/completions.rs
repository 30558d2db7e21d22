//! `sandbar completions` and `sandbar man`: what shells and `man` want to know of the command line.

use std::io;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Command, print};
use crate::exit::Exit;

/// Print what a shell needs to complete commands.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  source <(sandbar completions bash)
  sandbar completions zsh > ~/.zfunc/_sandbar
  sandbar completions fish > ~/.config/fish/completions/sandbar.fish")]
pub(crate) struct Arguments {
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

/// Print the manual page, of all or of one verb.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  sandbar man | man -l -
  sandbar man run > sandbar-run.1")]
pub(crate) struct ManArguments {
    #[arg(value_name = "VERB")]
    verb: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Command::command(), "sandbar", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Success)
}

pub(super) fn man(arguments: &ManArguments) -> anyhow::Result<Exit> {
    let mut command = Command::command();
    command.build();
    if let Some(verb) = &arguments.verb {
        let verbs = command.get_subcommands().map(|verb| verb.get_name().to_owned());
        let verbs: Vec<String> = verbs.collect();
        let Some(found) = command.find_subcommand(verb) else {
            let known: Vec<&str> = verbs.iter().map(String::as_str).collect();
            let (verb, help) =
                (verb.escape_debug(), crate::pipeline::table::suggestion(verb, &known));
            super::tell(format_args!("error: there is no verb `{verb}`: {help}"));
            return Ok(Exit::Usage);
        };
        command = found.clone();
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    print(&String::from_utf8_lossy(&page)).or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })?;
    Ok(Exit::Success)
}
