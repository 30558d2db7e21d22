//! Waits until one of some files changes, or one beneath some folders, and tells only once of changes that come together.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context as _, anyhow};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::AccessKind};
use tokio::{
    sync::mpsc::{self, Receiver},
    time::timeout,
};

/// After this long without another one, changes are over: an editor writes a file in several steps.
const SETTLED: Duration = Duration::from_millis(60);

/// Folders whose files tools write while they build.
const WRITTEN: &str = "__pycache__";

/// Watches for as long as it lives.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    /// Has at most one of what came since the last look: more would say no more.
    changes: Receiver<notify::Result<()>>,
    /// Something changed that nobody was told of yet.
    pending: bool,
}

impl Watch {
    /// Watches `paths`: files, and folders with all beneath them. What is not there is not watched.
    ///
    /// # Errors
    /// If the system does not watch one.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> anyhow::Result<Self> {
        let watched: Vec<PathBuf> =
            paths.into_iter().filter_map(|path| path.canonicalize().ok()).collect();
        let (changed, changes) = mpsc::channel(1);
        let theirs = watched.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            // One that waits already says the same.
            let _ = match event {
                Ok(event) if counts(&event, &theirs) => changed.try_send(Ok(())),
                Ok(_) => return,
                Err(error) => changed.try_send(Err(error)),
            };
        };
        let mut watcher = notify::recommended_watcher(tell).context("files cannot be watched")?;
        for path in watched {
            // An editor puts a new file in place of the old one, which only its folder sees.
            let (folder, mode) = match path.is_dir() {
                true => (path.as_path(), RecursiveMode::Recursive),
                false => (path.parent().unwrap_or(Path::new("/")), RecursiveMode::NonRecursive),
            };
            let watching = watcher.watch(folder, mode);
            watching.with_context(|| format!("{} cannot be watched", folder.display()))?;
        }
        Ok(Self { _watcher: watcher, changes, pending: false })
    }

    /// Waits for a change, and for the end of those that come with it. May be dropped half-way: the next call tells of what
    /// this one saw.
    ///
    /// # Errors
    /// If the system stopped watching.
    pub async fn changed(&mut self) -> anyhow::Result<()> {
        if !self.pending {
            self.next().await?;
            self.pending = true;
        }
        while let Ok(next) = timeout(SETTLED, self.next()).await {
            next?;
        }
        self.pending = false;
        Ok(())
    }

    async fn next(&mut self) -> anyhow::Result<()> {
        match self.changes.recv().await {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(anyhow!("files cannot be watched any more: {error}")),
            None => Err(anyhow!("files cannot be watched any more")),
        }
    }
}

fn counts(event: &notify::Event, watched: &[PathBuf]) -> bool {
    let is_read = matches!(
        event.kind,
        EventKind::Access(AccessKind::Read | AccessKind::Open(_) | AccessKind::Close(_))
    );
    let is_watched = |path: &PathBuf| {
        let is_beneath = watched.iter().any(|watched| path.starts_with(watched));
        is_beneath && !path.iter().any(|part| part == WRITTEN)
    };
    !is_read && event.paths.iter().any(is_watched)
}
