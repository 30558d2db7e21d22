//! Which rights need somebody's agreement. A right is a function of the host that a plugin imports. The standard ones reach
//! nothing but the call itself: its records and what it puts out, its own log lines, and what it may know of its place.
//! Whoever publishes a plugin may have all of them; any other right is agreed to at a deploy.

use std::collections::BTreeSet;

/// By name and not by interface: what an interface gains later is not agreed to today.
const STANDARD: &[&str] = &[
    "context.event-time",
    "context.operator",
    "context.parallelism",
    "context.parameters",
    "context.processing-time",
    "context.random",
    "context.task-index",
    "context.tenant",
    "log.write",
    "output.emit",
    "output.forward",
    "output.reject",
    "output.rekey",
];

/// Whether every plugin may have `right` without anybody's agreement.
pub fn is_standard(right: &str) -> bool {
    STANDARD.contains(&right)
}

/// The standard ones among `rights` in a few words, as `standard (log, output)`, and then the others in full.
pub fn summary<'a>(rights: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let (standard, beyond): (BTreeSet<&str>, BTreeSet<&str>) =
        rights.into_iter().partition(|right| is_standard(right));
    let interfaces: BTreeSet<&str> =
        standard.iter().filter_map(|right| Some(right.split_once('.')?.0)).collect();
    let mut words = Vec::new();
    if !interfaces.is_empty() {
        let interfaces: Vec<&str> = interfaces.into_iter().collect();
        words.push(format!("standard ({})", interfaces.join(", ")));
    }
    words.extend(beyond.into_iter().map(str::to_owned));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_exceeds_the_standard_is_told_in_full() {
        let rights = ["output.emit", "log.write", "output.steal", "state.get", "output.rekey"];
        assert_eq!(summary(rights), ["standard (log, output)", "output.steal", "state.get"]);
        assert_eq!(summary([]), Vec::<String>::new());
        assert!(!is_standard("output") && !is_standard("output.emit-all"));
    }
}
