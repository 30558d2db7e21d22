//! Where code of a plugin came from. Whoever has its debug information says so; it is kept apart from the plugin, and
//! nothing of it is believed or needed to run one.

/// Tells lines of source for places in a plugin's main module.
pub trait Symbols: Send + Sync {
    /// The lines that byte `offset` of function number `function` was made from: inlined calls first, the innermost one
    /// before its callers. Empty where nothing is known.
    fn locate(&self, function: u32, offset: u32) -> Vec<Location>;
}

/// A line of source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub function: String,
    pub file: String,
    pub line: u32,
}

impl Location {
    /// Whether the author wrote it: files of libraries have absolute paths, because the build says so.
    pub(crate) fn is_author_s(&self) -> bool {
        !self.file.starts_with('/')
    }
}
