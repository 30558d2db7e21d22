//! What the process takes from its environment: the only file that reads variables.

use std::path::PathBuf;

/// Where compiled plugins are kept: `$SANDBAR_CACHE`, else `$XDG_CACHE_HOME/sandbar`, else `~/.cache/sandbar`. `None` where
/// there is no home: nothing is kept then.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn cache_folder() -> Option<PathBuf> {
    let variable =
        |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("SANDBAR_CACHE")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("sandbar")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/sandbar")))
}
