//! Waits until one of some files changes, or one beneath some folders, and tells only once of changes that come together.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::Duration,
};

use anyhow::{Context as _, anyhow};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::AccessKind};

/// After this long without another one, changes are over: an editor writes a file in several steps.
const SETTLED: Duration = Duration::from_millis(60);

/// Watches for as long as it lives.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    changes: Receiver<notify::Result<notify::Event>>,
    paths: Vec<PathBuf>,
}

impl Watch {
    /// Watches `paths`: files, and folders with all beneath them. What is not there is not watched.
    ///
    /// # Errors
    /// If the system does not watch one.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<Self> {
        let (changed, changes) = channel();
        let mut watcher =
            notify::recommended_watcher(changed).context("files cannot be watched")?;
        let mut watched = Vec::new();
        for path in paths {
            let Ok(path) = path.canonicalize() else { continue };
            // An editor puts a new file in place of the old one, which only its folder sees.
            let (folder, mode) = match path.is_dir() {
                true => (path.as_path(), RecursiveMode::Recursive),
                false => (path.parent().unwrap_or(Path::new("/")), RecursiveMode::NonRecursive),
            };
            let watching = watcher.watch(folder, mode);
            watching.with_context(|| format!("{} cannot be watched", folder.display()))?;
            watched.push(path);
        }
        Ok(Self { _watcher: watcher, changes, paths: watched })
    }

    /// Waits for a change, and for the end of those that come with it.
    ///
    /// # Errors
    /// If the system stopped watching.
    pub fn changed(&mut self) -> anyhow::Result<()> {
        while !self.changed_within(Duration::from_secs(3_600))? {}
        Ok(())
    }

    /// Whether something changes within `wait`, more or less; if so, the end of it is waited for.
    ///
    /// # Errors
    /// If the system stopped watching.
    pub fn changed_within(&mut self, wait: Duration) -> anyhow::Result<bool> {
        let (mut wait, mut changed) = (wait, false);
        loop {
            match self.changes.recv_timeout(wait) {
                Ok(Ok(event)) if self.counts(&event) => (wait, changed) = (SETTLED, true),
                Ok(Ok(_)) => {}
                Ok(Err(error)) => return Err(anyhow!("files cannot be watched any more: {error}")),
                Err(RecvTimeoutError::Timeout) => return Ok(changed),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(anyhow!("files cannot be watched any more"));
                }
            }
        }
    }

    fn counts(&self, event: &notify::Event) -> bool {
        let is_read = matches!(
            event.kind,
            EventKind::Access(AccessKind::Read | AccessKind::Open(_) | AccessKind::Close(_))
        );
        let is_watched =
            |path: &PathBuf| self.paths.iter().any(|watched| path.starts_with(watched));
        !is_read && event.paths.iter().any(is_watched)
    }
}
