//! What comes into an operator in a case: one file for its first port, or a folder of files that come in one after the
//! other, each by the port that its name says.
//!
//! ```text
//! inputs/PORT.jsonl      in the order of the ports
//! inputs/N-PORT.jsonl    in the order of the numbers, so that a port can come again
//! ```

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::pipeline::table::suggestion;

/// Name of the folder.
const FOLDER: &str = "inputs";

/// A file of records that come in by one port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    pub(super) format: &'static str,
    /// `None`: the operator's first.
    pub(super) port: Option<String>,
}

/// The files of the case in `folder`, in their order, for an operator with these `ports`.
///
/// # Errors
/// Why there are none, for people.
pub(super) fn all(folder: &Path, ports: &[String]) -> Result<Vec<Input>, String> {
    let single = |name: &str, format| {
        let path = Some(folder.join(name)).filter(|path| path.is_file())?;
        Some(Input { path, format, port: None })
    };
    let (lines, text) = (single("input.jsonl", "json-lines"), single("input.txt", "raw-lines"));
    match (lines, text, folder.join(FOLDER)) {
        (Some(_), Some(_), _) => {
            Err("the case has both input.jsonl and input.txt; remove one of them".to_owned())
        }
        (Some(input), None, inputs) | (None, Some(input), inputs) => match inputs.exists() {
            false => Ok(vec![input]),
            true => {
                let name = input.path.file_name().unwrap_or_default().display();
                Err(format!("the case has both {name} and the folder {FOLDER}; move one of them"))
            }
        },
        (None, None, inputs) if inputs.is_dir() => by_port(&inputs, ports),
        (None, None, _) => Err(match ports.len() {
            0 | 1 => "the case has no input: write input.jsonl (JSON) or input.txt".to_owned(),
            _ => format!(
                "the case has no input: write {} (JSON, or .txt), or input.jsonl for the first port alone",
                listed(ports)
            ),
        }),
    }
}

/// The files of the folder `inputs`.
fn by_port(folder: &Path, ports: &[String]) -> Result<Vec<Input>, String> {
    let failed = |error: io::Error| format!("{}: {error}", folder.display());
    let mut found: Vec<(Turn, Input)> = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Editors and systems leave files of their own.
        if name.starts_with('.') {
            continue;
        }
        let (turn, input) = read(path, &name, ports)?;
        if let Some((_, other)) = found.iter().find(|(other, _)| *other == turn) {
            let other = other.path.file_name().unwrap_or_default().display();
            return Err(format!(
                "{FOLDER}/{name} and {FOLDER}/{other} come in at once; give them numbers, as in 1-{name}"
            ));
        }
        found.push((turn, input));
    }
    found.sort_by_key(|(turn, _)| *turn);
    let numbered = found.iter().filter(|(turn, _)| turn.number.is_some()).count();
    match (found.len(), numbered) {
        (0, _) => Err(format!("the folder {FOLDER} is empty: write {}", listed(ports))),
        (all, numbered) if numbered > 0 && numbered < all => Err(format!(
            "{FOLDER}/ has files with a number and files without; give all of them one, as in 1-PORT.jsonl, or none"
        )),
        _ => Ok(found.into_iter().map(|(_, input)| input).collect()),
    }
}

/// When a file comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    number: Option<u64>,
    /// The port's.
    port: usize,
}

fn read(path: PathBuf, name: &str, ports: &[String]) -> Result<(Turn, Input), String> {
    let ends = [(".jsonl", "json-lines"), (".txt", "raw-lines")];
    let found = ends.into_iter().find_map(|(end, format)| Some((name.strip_suffix(end)?, format)));
    let Some((stem, format)) = found.filter(|_| path.is_file()) else {
        return Err(format!(
            "{FOLDER}/{name} is no file of records: call it PORT.jsonl (JSON) or PORT.txt; ports are {}",
            ports.join(", ")
        ));
    };
    let position = |name: &str| ports.iter().position(|port| port == name);
    // A port may be called as if it had a number: its own name counts first.
    let turn = match (position(stem), stem.split_once('-')) {
        (Some(port), _) => Some(Turn { number: None, port }),
        (None, Some((number, port))) => number
            .parse()
            .ok()
            .and_then(|number| Some(Turn { number: Some(number), port: position(port)? })),
        (None, None) => None,
    };
    let Some(turn) = turn else {
        let is_numbered = |(number, _): &(&str, &str)| number.parse::<u64>().is_ok();
        let meant = stem.split_once('-').filter(is_numbered).map_or(stem, |(_, port)| port);
        let known: Vec<&str> = ports.iter().map(String::as_str).collect();
        let help = suggestion(meant, &known);
        return Err(format!("{FOLDER}/{name}: there is no input port `{meant}`: {help}"));
    };
    let port = Some(ports[turn.port].clone());
    Ok((turn, Input { path, format, port }))
}

/// The files that a case may have, one for each port.
fn listed(ports: &[String]) -> String {
    let files: Vec<String> = ports.iter().map(|port| format!("{FOLDER}/{port}.jsonl")).collect();
    files.join(" and ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the files of a case with `files`, in their order, and their ports; or the message.
    fn read_case(files: &[&str]) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let ports = ["flights", "carriers", "2-left"].map(str::to_owned);
        let inputs = all(folder.path(), &ports)?;
        let shown = inputs.iter().map(|Input { path, port, .. }| {
            let name = path.file_name().unwrap().to_string_lossy();
            format!("{name} {}", port.as_deref().unwrap_or("first"))
        });
        Ok(shown.collect())
    }

    #[test]
    fn files_come_in_by_the_order_of_ports_or_of_their_numbers() {
        for (files, order) in [
            (&["input.jsonl"][..], &["input.jsonl first"][..]),
            (&["input.txt"], &["input.txt first"]),
            (
                &["inputs/carriers.txt", "inputs/flights.jsonl", "inputs/.hidden"],
                &["flights.jsonl flights", "carriers.txt carriers"],
            ),
            (
                &["inputs/10-carriers.jsonl", "inputs/1-carriers.jsonl", "inputs/2-flights.txt"],
                &[
                    "1-carriers.jsonl carriers",
                    "2-flights.txt flights",
                    "10-carriers.jsonl carriers",
                ],
            ),
            // The name of a port, and not the second turn of another one.
            (&["inputs/2-left.jsonl"], &["2-left.jsonl 2-left"]),
            (&["inputs/1-2-left.jsonl"], &["1-2-left.jsonl 2-left"]),
        ] {
            assert_eq!(read_case(files).unwrap(), order, "{files:?}");
        }
    }

    #[test]
    fn what_is_not_clear_is_refused_with_what_to_do() {
        for (files, part) in [
            (&["other"][..], "no input: write inputs/flights.jsonl and inputs/carriers.jsonl and"),
            (&["input.jsonl", "input.txt"], "both input.jsonl and input.txt; remove one of them"),
            (&["input.txt", "inputs/flights.txt"], "both input.txt and the folder inputs; move"),
            (&["inputs/.hidden"], "the folder inputs is empty: write inputs/flights.jsonl and"),
            (&["inputs/flight.jsonl"], "no input port `flight`: did you mean `flights`?"),
            (&["inputs/1-flight.jsonl"], "no input port `flight`: did you mean `flights`?"),
            (&["inputs/x-flights.jsonl"], "no input port `x-flights`"),
            (&["inputs/flights.csv"], "inputs/flights.csv is no file of records: call it PORT"),
            (&["inputs/flights.jsonl/x"], "inputs/flights.jsonl is no file of records"),
            (&["inputs/flights.jsonl", "inputs/flights.txt"], "come in at once; give them numbers"),
            (&["inputs/1-flights.jsonl", "inputs/carriers.txt"], "a number and files without"),
        ] {
            let message = read_case(files).expect_err(part);
            assert!(message.contains(part), "{files:?}: {message}");
        }
    }
}
