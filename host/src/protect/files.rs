//! Which files a process can still reach, by landlock: beneath one folder, and a few that say how names are resolved. It
//! binds the calling thread and those that this one starts afterwards. An older kernel enforces what it knows; one that
//! knows nothing of it enforces nothing, and then paths are kept beneath a tenant's folder by our own code alone.

use std::{os::fd::AsFd, path::Path};

use landlock::{
    ABI, Access as _, AccessFs, BitFlags, PathBeneath, PathFd, RestrictionStatus, Ruleset,
    RulesetAttr as _, RulesetCreated, RulesetCreatedAttr as _, RulesetError, RulesetStatus,
};

use super::Protection;

/// The newest kernel interface whose rights are all known here.
const KNOWN: ABI = ABI::V5;

/// What names of hosts and their certificates are looked up in. Nothing of it is secret.
const NAMES: &[&str] = &[
    "/etc/gai.conf",
    "/etc/host.conf",
    "/etc/hosts",
    "/etc/nsswitch.conf",
    "/etc/resolv.conf",
    "/etc/services",
    "/etc/ssl/certs",
];

/// Leaves this thread the files beneath `folder`, to read and write, and those of [`NAMES`].
pub(super) fn beneath(folder: impl AsFd) -> Protection {
    state("the tenant's files, and what names of hosts are looked up in", restrict(Some(folder)))
}

/// Leaves this thread no file but those that are open.
pub(super) fn none() -> Protection {
    state("no files but those that are open", restrict(None::<std::fs::File>))
}

fn restrict(folder: Option<impl AsFd>) -> Result<RestrictionStatus, RulesetError> {
    let mut rules = Ruleset::default().handle_access(AccessFs::from_all(KNOWN))?.create()?;
    if let Some(folder) = folder {
        rules = rules.add_rule(PathBeneath::new(folder, files()))?;
        rules = NAMES.iter().try_fold(rules, |rules, path| readable(rules, path))?;
    }
    rules.restrict_self()
}

/// What a connector does with a file: no programs, devices, sockets or pipes are made or run.
fn files() -> BitFlags<AccessFs> {
    AccessFs::from_read(KNOWN) & !AccessFs::Execute
        | AccessFs::WriteFile
        | AccessFs::Truncate
        | AccessFs::MakeReg
        | AccessFs::MakeDir
        | AccessFs::RemoveFile
        | AccessFs::RemoveDir
        | AccessFs::Refer
}

fn readable(rules: RulesetCreated, path: &str) -> Result<RulesetCreated, RulesetError> {
    // What is not there cannot be read.
    let Ok(file) = PathFd::new(path) else { return Ok(rules) };
    let access = match Path::new(path).is_dir() {
        true => AccessFs::ReadFile | AccessFs::ReadDir,
        false => AccessFs::ReadFile.into(),
    };
    rules.add_rule(PathBeneath::new(file, access))
}

fn state(detail: &str, outcome: Result<RestrictionStatus, RulesetError>) -> Protection {
    let outcome = outcome.map_err(|error| error.to_string());
    let outcome = outcome.and_then(|status| match status.ruleset {
        RulesetStatus::NotEnforced => Err("this kernel has no landlock, or it is off".to_owned()),
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
    });
    super::state("reachable-files", outcome, detail)
}
