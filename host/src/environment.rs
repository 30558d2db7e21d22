//! What the process takes from its environment: the only file that reads variables, and where the host's randomness comes
//! from. The store asks the system itself for the key of its cache.

use std::{io, path::PathBuf};

use rustix::rand::{GetRandomFlags, getrandom};

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

/// Where a user's contexts are kept: `$XDG_CONFIG_HOME/sandbar`, else `~/.config/sandbar`. `None` where there is no home.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn config_folder() -> Option<PathBuf> {
    let variable =
        |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("XDG_CONFIG_HOME")
        .map(|config| config.join("sandbar"))
        .or_else(|| variable("HOME").map(|home| home.join(".config/sandbar")))
}

/// Where cargo keeps what it downloads: `$CARGO_HOME`, else `~/.cargo`. `None` where there is no home.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn cargo_folder() -> Option<PathBuf> {
    let variable =
        |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("CARGO_HOME").or_else(|| variable("HOME").map(|home| home.join(".cargo")))
}

/// Whether colours are wanted where a terminal is: not if `$NO_COLOR` is set to anything (https://no-color.org), or the
/// terminal is said to be dumb.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn wants_colours() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !is_set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|terminal| terminal != "dumb")
}

/// The token that `sandbar login` takes from `$SANDBAR_TOKEN`.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn token() -> Option<String> {
    std::env::var("SANDBAR_TOKEN").ok().filter(|token| !token.is_empty())
}

/// The secret that a pipeline file says is in the variable `name`.
///
/// # Errors
/// If it is no text.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn secret(name: &str) -> io::Result<Option<String>> {
    match std::env::var(name) {
        Ok(secret) => Ok(Some(secret)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(io::Error::other("it is not UTF-8")),
    }
}

/// Where `sandbar up` keeps a cluster: `$XDG_DATA_HOME/sandbar`, else `~/.local/share/sandbar`. `None` where there is no home.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn data_folder() -> Option<PathBuf> {
    let variable =
        |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("XDG_DATA_HOME")
        .map(|data| data.join("sandbar"))
        .or_else(|| variable("HOME").map(|home| home.join(".local/share/sandbar")))
}

/// What a host writes to its log: `$SANDBAR_LOG`, as in `info,sandbar::api=debug`, else `default`.
#[allow(clippy::disallowed_methods, reason = "this is where the environment comes in")]
pub fn log_filter_or(default: &str) -> String {
    let given = std::env::var("SANDBAR_LOG").ok().filter(|filter| !filter.is_empty());
    given.unwrap_or_else(|| default.to_owned())
}

/// A number that nobody can guess.
///
/// # Errors
/// If the system has no randomness to give.
pub fn random() -> io::Result<u64> {
    let mut bytes = [0; 8];
    let filled = getrandom(&mut bytes, GetRandomFlags::empty())?;
    // Up to 256 bytes come at once or not at all.
    match filled == bytes.len() {
        true => Ok(u64::from_le_bytes(bytes)),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Fills `bytes` with what nobody can guess.
///
/// # Errors
/// If the system has no randomness to give.
pub fn fill_random(bytes: &mut [u8]) -> io::Result<()> {
    let mut filled = 0;
    while filled < bytes.len() {
        filled += getrandom(&mut bytes[filled..], GetRandomFlags::empty())?;
    }
    Ok(())
}
