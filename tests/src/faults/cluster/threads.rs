//! A limit on the threads and processes of a host and all that it starts, as the kernel has them in one group: a `pids`
//! group of its control groups. A limit of each user (`RLIMIT_NPROC`) would not bind root.

use std::{
    fs, io,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

/// Where the kernel shows its groups, of the older version and of the newer.
const ROOTS: [&str; 2] = ["/sys/fs/cgroup/pids", "/sys/fs/cgroup"];

/// How often it is looked whether the last of a group has left, and how many times: a group that stays harms nobody.
const LOOK: Duration = Duration::from_millis(10);
const LOOKS_MAX: u32 = 1_000;

/// Processes that share a limit until this is dropped.
pub(super) struct Group(PathBuf);

impl Group {
    /// Of the processes `ids`, and of those that they start.
    ///
    /// # Errors
    /// If this system has no such groups, or lets only root make them.
    pub(super) fn of(ids: &[u32]) -> io::Result<Self> {
        let has_them = |root: &&Path| root.join("cgroup.procs").exists();
        let mut roots = ROOTS.iter().map(Path::new).filter(has_them);
        let root = roots.next().ok_or(io::ErrorKind::NotFound)?;
        let group = Self(root.join(format!("sandbar-faults-{}", std::process::id())));
        fs::create_dir_all(&group.0)?;
        for id in ids {
            fs::write(group.0.join("cgroup.procs"), id.to_string())?;
        }
        Ok(group)
    }

    /// Lets them have so many threads; none ends that is there.
    pub(super) fn allow(&self, threads: u64) -> io::Result<()> {
        fs::write(self.0.join("pids.max"), threads.to_string())
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Who started in this very moment is still in it: then once more.
        let root = self.0.parent().map(|root| root.join("cgroup.procs"));
        for _ in 0..LOOKS_MAX {
            let left = fs::read_to_string(self.0.join("cgroup.procs"));
            let (Some(root), Ok(left)) = (&root, left) else { return };
            for id in left.lines() {
                // It may be gone by now.
                let _ = fs::write(root, id);
            }
            if left.is_empty() && fs::remove_dir(&self.0).is_ok() {
                return;
            }
            sleep(LOOK);
        }
    }
}
