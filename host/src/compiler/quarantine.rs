//! Plugins that brought their compiler down, and how: they are refused at once when they come again, also by a host that
//! was started anew. Another version of the program, perhaps with a mended compiler, tries each of them once more.

use std::{
    collections::{BTreeMap, VecDeque},
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use sandbar_control::{Digest, Problem};
use serde::{Deserialize, Serialize};

/// Digests that are remembered. Each took up to a minute of CPU time to get here.
const DIGESTS_MAX: usize = 4_096;

/// Longest reason that is kept; a compiler's last words can be long.
const REASON_BYTES_MAX: usize = 512;

/// Largest file that is read: all digests with the longest reasons, escaped.
const FILE_BYTES_MAX: u64 = 16 << 20;

#[derive(Debug, Default)]
pub(super) struct Quarantine {
    file: Option<PathBuf>,
    program: String,
    reasons: BTreeMap<Digest, String>,
    oldest: VecDeque<Digest>,
}

/// As it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// Whose compiler it was.
    program: String,
    /// The oldest first.
    plugins: Vec<(Digest, String)>,
}

impl Quarantine {
    /// What this program kept in `file`. A file that cannot be read counts for nothing: each plugin in it costs one more
    /// compilation within its limits.
    pub(super) fn open(file: Option<&Path>, compatibility: u64) -> Self {
        let program = format!("{} {compatibility:016x}", crate::api::VERSION);
        let mut opened = Self { file: file.map(Path::to_owned), program, ..Self::default() };
        match file.map_or(Ok(None), read) {
            Ok(Some(kept)) if kept.program == opened.program => {
                kept.plugins
                    .into_iter()
                    .for_each(|(digest, reason)| opened.remember(digest, reason));
            }
            Ok(_) => {}
            Err(error) => tracing::warn!(%error, "the quarantine of plugins begins anew"),
        }
        opened
    }

    pub(super) fn check(&self, digest: &Digest) -> Result<(), Problem> {
        match self.reasons.get(digest) {
            Some(reason) => {
                let message =
                    format!("this plugin is in quarantine: when it was compiled before, {reason}");
                Err(problem(message))
            }
            None => Ok(()),
        }
    }

    /// The problem to refuse the plugin with, this time.
    pub(super) fn add(&mut self, digest: Digest, mut reason: String) -> Problem {
        reason.truncate(reason.floor_char_boundary(REASON_BYTES_MAX));
        let problem = problem(format!("this plugin cannot be compiled: {reason}"));
        self.remember(digest, reason);
        if let Err(error) = self.write() {
            tracing::warn!(%error, "the quarantine of plugins is lost when this host ends");
        }
        problem
    }

    fn remember(&mut self, digest: Digest, reason: String) {
        if self.reasons.insert(digest.clone(), reason).is_none() {
            self.oldest.push_back(digest);
        }
        if self.oldest.len() > DIGESTS_MAX
            && let Some(oldest) = self.oldest.pop_front()
        {
            self.reasons.remove(&oldest);
        }
    }

    /// Replaces the file whole.
    fn write(&self) -> io::Result<()> {
        let Some(path) = &self.file else { return Ok(()) };
        let reason = |digest: &Digest| Some((digest.clone(), self.reasons.get(digest)?.clone()));
        let plugins = self.oldest.iter().filter_map(reason).collect();
        let kept = serde_json::to_vec(&Kept { program: self.program.clone(), plugins })?;
        let beside = path.with_extension("new");
        let mut file = File::create(&beside)?;
        file.write_all(&kept)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    }
}

fn read(path: &Path) -> io::Result<Option<Kept>> {
    let bytes = match fs::metadata(path) {
        Ok(metadata) if metadata.len() > FILE_BYTES_MAX => {
            let message = format!("{} has {} bytes", path.display(), metadata.len());
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(_) => fs::read(path)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(serde_json::from_slice(&bytes)?))
}

fn problem(message: String) -> Problem {
    Problem::invalid(message).help("make the plugin smaller, or split its largest functions")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_program_tries_again_and_a_damaged_file_counts_for_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("quarantine.json");
        let digest = Digest::of(b"bomb");
        let mut first = Quarantine::open(Some(&path), 1);
        first.check(&digest).unwrap();
        first.add(digest.clone(), "it took too long".to_owned());
        let refused = Quarantine::open(Some(&path), 1).check(&digest).unwrap_err();
        assert!(
            refused.message.contains("in quarantine: when it was compiled before, it took too")
        );
        Quarantine::open(Some(&path), 2).check(&digest).unwrap();
        fs::write(&path, "{").unwrap();
        Quarantine::open(Some(&path), 1).check(&digest).unwrap();
    }

    #[test]
    fn the_oldest_makes_room() {
        let mut quarantine = Quarantine::open(None, 1);
        let digest = |number: usize| Digest::of(&number.to_le_bytes());
        for number in 0..=DIGESTS_MAX {
            quarantine.add(digest(number), "it crashed".to_owned());
        }
        quarantine.check(&digest(0)).unwrap();
        quarantine.check(&digest(1)).unwrap_err();
        quarantine.check(&digest(DIGESTS_MAX)).unwrap_err();
    }
}
