//! How much a compiler does for a plugin: all that makes it fast where it is shipped, or as little as lets an author try an
//! edit at once. Both give the same results, and neither touches what the other built.

use std::path::PathBuf;

use super::{language::Language, project::Project};

/// How a plugin is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// As it is published. Measured: without LTO, or optimised for size, code that parses JSON is 1.45 times slower.
    #[default]
    Shipped,
    /// To be tried and thrown away. Measured: after an edit of one line 0.4 s of CPU time, where `Shipped` takes 4 to 7.
    Quick,
}

impl Profile {
    /// What cargo is told, as environment: what the project's own profiles say does not count.
    pub(super) fn settings(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Shipped => &[
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3"),
                ("CARGO_PROFILE_RELEASE_LTO", "fat"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1"),
                ("CARGO_PROFILE_RELEASE_PANIC", "abort"),
                ("CARGO_PROFILE_RELEASE_STRIP", "none"),
                ("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only"),
                // It excludes LTO.
                ("CARGO_PROFILE_RELEASE_INCREMENTAL", "false"),
            ],
            Self::Quick => &[
                ("CARGO_PROFILE_DEV_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_DEV_LTO", "off"),
                ("CARGO_PROFILE_DEV_CODEGEN_UNITS", "16"),
                ("CARGO_PROFILE_DEV_PANIC", "abort"),
                ("CARGO_PROFILE_DEV_STRIP", "none"),
                ("CARGO_PROFILE_DEV_DEBUG", "line-tables-only"),
                ("CARGO_PROFILE_DEV_INCREMENTAL", "true"),
                // What wraps where it is shipped must not panic here.
                ("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false"),
                ("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false"),
            ],
        }
    }

    /// What cargo calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Shipped => "release",
            Self::Quick => "dev",
        }
    }

    /// The folder that cargo builds it into.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Shipped => "release",
            Self::Quick => "debug",
        }
    }

    /// How `project` is compiled where this is wanted: the tools of other languages than Rust know one way.
    pub fn of(self, project: &Project) -> Self {
        match project.language() {
            Language::Rust => self,
            _ => Self::Shipped,
        }
    }

    /// What `sandbar build` is told.
    pub(super) fn argument(self) -> Option<&'static str> {
        (self == Self::Quick).then_some("--quick")
    }

    /// Where the plugin of `project` goes. Nobody looks for plugins to publish among those that are quick.
    pub fn plugin(self, project: &Project) -> PathBuf {
        let plugin = project.plugin();
        match (self.of(project), plugin.file_name()) {
            (Self::Quick, Some(name)) => plugin.with_file_name("quick").join(name),
            _ => plugin,
        }
    }
}
