//! What differs between the lines that must come out and those that did, for people: only what differs, with a few lines
//! around it.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// Lines shown around each difference.
const AROUND: usize = 2;

/// Most lines shown of one file: more are counted.
const SHOWN_MAX: usize = 60;

/// Whether a terminal shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    On,
    Off,
}

/// The difference, `-` before what is missing and `+` before what should not be there; `None` if there is none.
pub fn between(expected: &[String], found: &[String], colours: Colours) -> Option<String> {
    if expected == found {
        return None;
    }
    let (expected, found) = (joined(expected), joined(found));
    let differences = TextDiff::from_lines(&expected, &found);
    let mut lines = Vec::new();
    for group in differences.grouped_ops(AROUND) {
        let first = group.first().map_or(0, |first| first.new_range().start);
        lines.push(format!("  line {}:", first + 1));
        for change in group.iter().flat_map(|change| differences.iter_changes(change)) {
            let (sign, colour) = match change.tag() {
                ChangeTag::Delete => ('-', "31"),
                ChangeTag::Insert => ('+', "32"),
                ChangeTag::Equal => (' ', ""),
            };
            let text = change.value().trim_end_matches('\n');
            lines.push(match colours {
                Colours::On if !colour.is_empty() => {
                    format!("\u{1b}[{colour}m  {sign} {text}\u{1b}[0m")
                }
                _ => format!("  {sign} {text}"),
            });
        }
    }
    let mut shown = String::new();
    for line in lines.iter().take(SHOWN_MAX) {
        let _ = writeln!(shown, "{line}");
    }
    if let Some(more) = lines.len().checked_sub(SHOWN_MAX).filter(|more| *more > 0) {
        let _ = writeln!(shown, "  ... and {more} more lines");
    }
    Some(shown)
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn only_what_differs_is_shown_with_its_line() {
        assert_eq!(between(&lines("a b"), &lines("a b"), Colours::Off), None);
        let shown = between(&lines("a b c d e f g"), &lines("a b c d x f g"), Colours::Off);
        assert_eq!(shown.as_deref(), Some("  line 3:\n    c\n    d\n  - e\n  + x\n    f\n    g\n"));
        let coloured = between(&lines("a"), &[], Colours::On).unwrap();
        assert!(coloured.contains("\u{1b}[31m  - a\u{1b}[0m"), "{coloured:?}");
        let long: Vec<String> = (0..100).map(|line| line.to_string()).collect();
        assert!(between(&long, &[], Colours::Off).unwrap().ends_with("and 41 more lines\n"));
    }
}
