//! The transcripts in `sdk/README.md` and `sdk/LANGUAGES.md`, typed again: each `$` line is run by a shell, and what follows it in the text must be
//! what comes out. `…` stands for anything within a line, and for any lines where it stands alone.

use std::{path::PathBuf, process::Command};

use sandbar_tests::{Bench, built};

/// What opens the transcript in the text.
const BEGIN: &str = "<!-- typed by tests/it/author/transcript.rs -->\n```console\n";

#[test]
fn the_transcript_in_the_sdk_s_readme_is_what_a_new_user_sees() {
    type_again("sdk/README.md", "sandbar new hot");
}

#[test]
fn an_operator_in_c_is_made_and_tested_as_its_transcript_says() {
    type_again("sdk/LANGUAGES.md", "sandbar new hot --lang c");
}

#[test]
fn an_operator_in_python_is_made_and_tested_as_its_transcript_says() {
    type_again("sdk/LANGUAGES.md", "sandbar new hot --lang python");
}

#[test]
fn an_operator_in_javascript_is_made_and_tested_as_its_transcript_says() {
    type_again("sdk/LANGUAGES.md", "sandbar new hot --lang javascript");
}

/// Types the transcript of `file` that begins with the command `first`.
fn type_again(file: &str, first: &str) {
    let text = std::fs::read_to_string(built::root().join(file)).expect("the file is there");
    let (_, rest) =
        text.split_once(&format!("{BEGIN}$ {first}\n")).expect("the file has the transcript");
    let (rest, _) = rest.split_once("```").expect("a block has an end");
    let transcript = format!("$ {first}\n{rest}");
    let bench = Bench::new();
    let mut folder = bench.folder().to_owned();
    let mut lines = transcript.lines().peekable();
    while let Some(line) = lines.next() {
        let typed = line.strip_prefix("$ ").unwrap_or_else(|| panic!("no command: {line}"));
        let told = std::iter::from_fn(|| lines.next_if(|line| !line.starts_with("$ ")));
        let told: Vec<&str> = told.collect();
        match typed.strip_prefix("cd ") {
            Some(into) => folder = folder.join(into),
            None => {
                let seen = shell(&bench, &folder, typed);
                let seen: Vec<&str> = seen.lines().collect();
                assert!(
                    fits(&told, &seen),
                    "{typed}\n{file} has:\n{}\nbut this came out:\n{}",
                    told.join("\n"),
                    seen.join("\n")
                );
            }
        }
    }
}

/// What `typed` shows on a terminal.
fn shell(bench: &Bench, folder: &PathBuf, typed: &str) -> String {
    let program = built::sandbar();
    let programs = program.parent().expect("a program lies in a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut command = Command::new("sh");
    command.args(["-c", &format!("exec 2>&1; {typed}")]).current_dir(folder);
    super::with_tools(&mut command)
        .env("PATH", format!("{}:{}", programs.display(), path.to_string_lossy()))
        .env("SANDBAR_CACHE", bench.path("cache"));
    let output = command.output().expect("there is a shell");
    String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
}

/// Whether `seen` is what `told` says.
fn fits(told: &[&str], seen: &[&str]) -> bool {
    match (told, seen) {
        ([], []) => true,
        (["…", told @ ..], _) => (0..=seen.len()).any(|from| fits(told, &seen[from..])),
        ([told, more @ ..], [seen, rest @ ..]) => line_fits(told, seen) && fits(more, rest),
        _ => false,
    }
}

fn line_fits(told: &str, seen: &str) -> bool {
    let mut parts = told.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = seen.strip_prefix(first) else { return false };
    let mut open = false;
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        (rest, open) = (&rest[at + part.len()..], part.is_empty());
    }
    rest.is_empty() || open
}

#[test]
fn a_transcript_fits_only_what_it_says() {
    assert!(fits(&["a", "…", "c 1…2"], &["a", "x", "y", "c 1.52"]));
    assert!(fits(&["took …"], &["took 3 s"]));
    for (told, seen) in [
        (&["a"][..], &["a", "b"][..]),
        (&["a", "b"], &["a"]),
        (&["a …x"], &["a 1y"]),
        (&["…", "z"], &["a"]),
        (&["a"], &["ab"]),
    ] {
        assert!(!fits(told, seen), "{told:?} {seen:?}");
    }
}
