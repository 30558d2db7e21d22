//! What a guest may know of where it runs, and where its log lines go.

use std::sync::Arc;

use sandbar_dataflow::Clock;

/// Longest log line that is kept, in bytes.
pub(crate) const LINE_BYTES_MAX: usize = 4_096;

/// Where one operator task runs. The same for each of its instances.
#[derive(Clone)]
pub struct Context {
    /// The parameters of the pipeline file: a JSON object.
    pub parameters: String,
    pub tenant: String,
    pub operator: String,
    pub task_index: u32,
    pub parallelism: u32,
    /// The pipeline's; every task draws its own numbers from it.
    pub seed: u64,
    pub clock: Arc<dyn Clock>,
    pub log: Arc<dyn GuestLog>,
}

impl std::fmt::Debug for Context {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut debug = formatter.debug_struct("Context");
        debug.field("operator", &self.operator).field("task_index", &self.task_index);
        debug.finish_non_exhaustive()
    }
}

/// How much a log line matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Trace,
    Debug,
    Info,
    Warn,
    Error,
}

/// Takes the log lines of guests. Lines hold no control characters and are bounded in length and rate.
pub trait GuestLog: Send + Sync {
    fn line(&self, operator: &str, task_index: u32, level: Level, line: &str);

    /// So many lines of this task were dropped since the last one, for coming too fast.
    fn dropped(&self, operator: &str, task_index: u32, lines: u64);

    /// The task is over; these are the rights that it used of those that its plugin has.
    fn used(&self, operator: &str, task_index: u32, rights: &[&'static str]) {
        let _ = (operator, task_index, rights);
    }
}

/// `message` as one line: cut at a length, and nothing in it that a terminal would obey.
pub(crate) fn line(message: &str) -> String {
    let end = message.floor_char_boundary(LINE_BYTES_MAX);
    let mut line = String::with_capacity(end);
    for character in message[..end].chars() {
        match character {
            '\t' => line.push('\t'),
            character if is_safe(character) => line.push(character),
            character => line.extend(character.escape_default()),
        }
    }
    if end < message.len() {
        line.push_str(&format!("… ({} bytes more)", message.len() - end));
    }
    line
}

/// Whether a terminal shows `character` and does nothing else: no control characters, no reordering of text.
fn is_safe(character: char) -> bool {
    let reorders = matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !character.is_control() && !reorders && !matches!(character, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_line_cannot_command_the_terminal() {
        assert_eq!(line("plain\ttext ä"), "plain\ttext ä");
        assert_eq!(line("\x1b[2Jgone\r\nnew"), "\\u{1b}[2Jgone\\r\\nnew");
        assert_eq!(line("a\u{202e}b"), "a\\u{202e}b");
        let long = "é".repeat(4_000);
        assert!(line(&long).ends_with("… (3904 bytes more)"));
    }
}
