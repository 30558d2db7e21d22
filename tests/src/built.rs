//! Where the build leaves what the tests need. A thing that is missing ends the test with the command that makes it.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package lies beneath the root")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The program itself.
///
/// # Panics
/// If it has not been built.
pub fn sandbar() -> PathBuf {
    required(target().join("release/sandbar"))
}

/// The folder of the built plugins.
///
/// # Panics
/// If they have not been built.
pub fn plugins() -> PathBuf {
    required(target().join("plugins"))
}

/// The plugin `name` of the workspace.
///
/// # Panics
/// If it has not been built.
pub fn plugin(name: &str) -> PathBuf {
    required(plugins().join(format!("{name}.wasm")))
}

fn required(path: PathBuf) -> PathBuf {
    assert!(path.exists(), "{} is missing; run `make build plugins`", path.display());
    path
}

/// A server that connectors are tested against, out of `target/servers`.
///
/// # Panics
/// If it is not there.
pub fn server(name: &str) -> PathBuf {
    let path = target().join("servers").join(name);
    assert!(path.exists(), "{} is missing; run `tests/servers/ensure.sh`", path.display());
    path
}
