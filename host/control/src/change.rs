//! What differs between two versions of a pipeline, in words.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::{ChangeKind, NodeChange, Right};

/// Most characters of a value that a change shows.
const SHOWN: usize = 60;

/// One node as far as a change of it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub name: String,
    /// `source`, `operator` or `sink`.
    pub kind: String,
    /// What it runs: `departed@1.0`, or a connector.
    pub runs: String,
    /// Whatever else was set, as text.
    pub settings: BTreeMap<String, String>,
}

/// What differs, in the order of the new version, those that are gone behind.
pub fn between(old: &[Node], new: &[Node]) -> Vec<NodeChange> {
    let find = |nodes: &[Node], name: &str| nodes.iter().find(|node| node.name == name).cloned();
    let mut changes = Vec::new();
    for node in new {
        let (kind, what) = match find(old, &node.name) {
            None => (ChangeKind::Added, format!("{} {}", node.kind, node.runs)),
            Some(before) if before == *node => continue,
            Some(before) => (ChangeKind::Changed, differences(&before, node)),
        };
        changes.push(NodeChange { name: node.name.clone(), kind, what });
    }
    for node in old.iter().filter(|node| find(new, &node.name).is_none()) {
        let what = format!("{} {}", node.kind, node.runs);
        changes.push(NodeChange { name: node.name.clone(), kind: ChangeKind::Removed, what });
    }
    changes
}

/// Those of `new` that are not among `old`, in order and each once.
pub fn rights(old: &[Right], new: &[Right]) -> Vec<Right> {
    let old: BTreeSet<&Right> = old.iter().collect();
    let new: BTreeSet<&Right> = new.iter().collect();
    new.difference(&old).map(|right| (*right).clone()).collect()
}

fn differences(old: &Node, new: &Node) -> String {
    let mut words = Vec::new();
    if old.kind != new.kind {
        words.push(format!("{} -> {}", old.kind, new.kind));
    }
    if old.runs != new.runs {
        words.push(format!("{} -> {}", cut(&old.runs), cut(&new.runs)));
    }
    let keys: BTreeSet<&String> = old.settings.keys().chain(new.settings.keys()).collect();
    for key in keys {
        match (old.settings.get(key), new.settings.get(key)) {
            (Some(before), Some(after)) if before != after => {
                words.push(format!("{key} {} -> {}", cut(before), cut(after)));
            }
            (None, Some(after)) => words.push(format!("{key} {} is new", cut(after))),
            (Some(before), None) => words.push(format!("{key} {} is gone", cut(before))),
            _ => {}
        }
    }
    words.join("; ")
}

/// Without control characters, and not longer than a person reads.
fn cut(text: &str) -> String {
    let mut characters = text.chars();
    let kept = characters.by_ref().take(SHOWN);
    let mut shown: String =
        kept.map(|character| if character.is_control() { ' ' } else { character }).collect();
    if characters.next().is_some() {
        shown.push_str("...");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(name: &str, runs: &str, settings: &[(&str, &str)]) -> Node {
        Node {
            name: name.to_owned(),
            kind: "operator".to_owned(),
            runs: runs.to_owned(),
            settings: settings
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn only_what_differs_is_told_and_in_words() {
        let old = [
            node("same", "a@1", &[("parallelism", "1")]),
            node("other", "b@1", &[("parallelism", "1"), ("old", "x\ny")]),
            node("gone", "c@1", &[]),
        ];
        let new = [
            node("fresh", "d@1", &[]),
            node("other", "b@2", &[("parallelism", "2"), ("new", &"z".repeat(100))]),
            node("same", "a@1", &[("parallelism", "1")]),
        ];
        let told: Vec<String> = between(&old, &new)
            .iter()
            .map(|change| format!("{:?} {}: {}", change.kind, change.name, change.what))
            .collect();
        let shown = "z".repeat(60);
        assert_eq!(
            told,
            [
                "Added fresh: operator d@1".to_owned(),
                format!(
                    "Changed other: b@1 -> b@2; new {shown}... is new; old x y is gone; parallelism 1 -> 2"
                ),
                "Removed gone: operator c@1".to_owned(),
            ]
        );
        assert_eq!(between(&old, &old), []);
    }

    #[test]
    fn new_rights_are_those_that_were_not_there() {
        let right = |operator: &str, right: &str| Right {
            operator: operator.to_owned(),
            right: right.to_owned(),
        };
        let old = [right("a", "log"), right("b", "log")];
        let new =
            [right("b", "output"), right("a", "log"), right("b", "output"), right("c", "log")];
        assert_eq!(rights(&old, &new), [right("b", "output"), right("c", "log")]);
        assert_eq!(rights(&new, &new), []);
    }
}
