//! The code itself: layers, sizes, and what may stand where. Each check takes what it looks at and returns every offence,
//! so that one run shows all the work, and small cases below show that each check can fail.

use std::{fs, path::Path};

use sandbar_tests::built::root;

mod cases;
mod layers;
mod sources;

use sources::Source;

/// Top-level folders, besides those whose names begin with a dot and those that git ignores.
const FOLDERS: &[&str] = &["host", "plugins", "schema", "sdk", "tests"];

/// What builds and runs leave behind.
const LEFT_BEHIND: &[&str] = &["out", "target"];

#[track_caller]
fn none(offences: Vec<String>) {
    assert!(offences.is_empty(), "{} offences:\n{}", offences.len(), offences.join("\n"));
}

#[test]
fn packages_depend_downwards_only() {
    none(layers::upward(&layers::declared()));
}

#[test]
fn what_is_heavy_or_dangerous_has_one_owner() {
    none(layers::foreign(&layers::declared()));
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    none(sources::silent(&sources::all()));
}

#[test]
fn files_stay_short_enough_to_be_read() {
    none(sources::long(&sources::all()));
}

#[test]
fn no_module_is_called_mod() {
    none(sources::called_mod(&sources::all()));
}

#[test]
fn unsafe_code_stays_where_it_is_looked_for() {
    none(sources::unsafe_code(&sources::all()));
}

#[test]
fn threads_are_made_in_one_file() {
    none(sources::threads(&sources::all()));
}

#[test]
fn the_environment_is_read_in_one_file() {
    none(sources::environment(&sources::all()));
}

#[test]
fn every_file_of_tests_is_run() {
    none(sources::unlisted(&sources::all()));
}

#[test]
fn the_top_level_has_its_five_folders_and_no_other() {
    let entries = fs::read_dir(root()).expect("the root is a folder");
    let folders = entries.map(|entry| entry.expect("the root can be listed"));
    let folders = folders.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    none(misplaced(&names.collect::<Vec<_>>()));
}

#[test]
fn what_is_generated_from_the_schemas_is_fresh() {
    use sandbar_schema_generate::{COMMAND, generate, stale};

    let files = generate(root()).expect("the schemas are valid");
    let stale = stale(root(), &files).expect("the checkout can be read");
    none(
        stale
            .iter()
            .map(|file| format!("{} is stale: run `{COMMAND}`", file.path.display()))
            .collect(),
    );
}

/// Top-level folders that should not be there, and those that are not.
fn misplaced(names: &[String]) -> Vec<String> {
    let known = |name: &str| FOLDERS.contains(&name) || LEFT_BEHIND.contains(&name);
    let unknown = names.iter().filter(|name| !name.starts_with('.') && !known(name));
    let mut offences: Vec<String> = unknown
        .map(|name| format!("{name}/ is no top-level folder: put it beneath one of {FOLDERS:?}"))
        .collect();
    let missing = FOLDERS.iter().filter(|folder| !names.iter().any(|name| name == *folder));
    offences.extend(missing.map(|folder| format!("{folder}/ is missing")));
    offences
}

/// The path of `file` as messages name it, with slashes.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().into_owned()
}
