//! `--set PATH=VALUE`: changes to the pipeline file made on the command line, applied to its tree before anything is read
//! from it, so that they are checked like the file itself.

use super::{
    diagnostic::{Place, Problems, Texts, quoted},
    table::suggestion,
    tree::{self, Entry, Item, Value},
};

/// Tables whose tables are named by the file's author; an override cannot make new ones.
const NODES: &[&str] = &["source", "operator", "sink"];

/// Applies each of `overrides` to `root`.
pub(super) fn apply(
    root: &mut Vec<Entry>,
    overrides: &[String],
    texts: &mut Texts,
    problems: &mut Problems,
) {
    for given in overrides {
        let text = texts.add("--set", given);
        let Some((path, value)) = given.split_once('=') else {
            let help = "write --set PATH=VALUE, such as --set operator.NAME.parallelism=2";
            problems.error_with_help(
                Place::new(text, 0..given.len()),
                "no `=` in the override",
                help,
            );
            continue;
        };
        let value = read_value(text, path.len() + 1, value, problems);
        set(root, text, path, value, problems);
    }
}

/// A TOML value, else the text as it stands. Dates are texts here: no key takes one, but paths may look like one.
fn read_value(text: usize, offset: usize, content: &str, problems: &mut Problems) -> Item {
    let blank = content.len() - content.trim_start().len();
    let content = content.trim();
    let offset = offset + blank;
    match tree::parse_value(text, offset, content, problems) {
        Some(item) if !matches!(item.value, Value::Time) => item,
        _ => {
            let place = Place::new(text, offset..offset + content.len());
            Item { place, value: Value::Text(content.to_owned()) }
        }
    }
}

fn set(root: &mut Vec<Entry>, text: usize, path: &str, value: Item, problems: &mut Problems) {
    let mut table = root;
    let mut start = 0;
    let keys: Vec<&str> = path.trim_end().split('.').collect();
    for (depth, key) in keys.iter().enumerate() {
        let place = Place::new(text, start..start + key.len());
        start += key.len() + 1;
        if key.is_empty() {
            let help = "write --set PATH=VALUE, such as --set operator.NAME.parallelism=2";
            return problems.error_with_help(place, "an empty name in the path", help);
        }
        let last = depth + 1 == keys.len();
        let index = match table.iter().position(|entry| entry.key == *key) {
            Some(index) => index,
            None if depth < 2 && NODES.contains(&keys[0]) || depth == 0 && !last => {
                let known: Vec<&str> = table.iter().map(|entry| entry.key.as_str()).collect();
                let message = format!(
                    "the pipeline file has no {} to set",
                    quoted(&keys[..=depth].join("."))
                );
                return problems.error_with_help(place, message, suggestion(key, &known));
            }
            None => {
                let item = Item { place, value: Value::Table(Vec::new()) };
                table.push(Entry { key: (*key).to_owned(), key_place: place, item });
                table.len() - 1
            }
        };
        let entry = &mut table[index];
        if last {
            entry.key_place = place;
            entry.item = value;
            return;
        }
        match &mut entry.item.value {
            Value::Table(entries) => table = entries,
            other => {
                let message = format!("{} is {}, not a table", quoted(key), other.kind());
                let help = format!("set it as a whole: --set {}=...", keys[..=depth].join("."));
                return problems.error_with_help(place, message, help);
            }
        }
    }
}
