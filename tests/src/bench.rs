//! A folder of its own for one test, and the real program run in it. Nothing of the user's home is read or written.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

use crate::built;

/// A temporary folder with pipelines, their input and their output.
#[derive(Debug)]
pub struct Bench {
    folder: TempDir,
}

/// How a run of the program ended.
#[derive(Clone, Debug)]
pub struct Ran {
    /// `None` if a signal ended it.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Bench {
    /// # Panics
    /// If the system gives no temporary folder.
    #[allow(clippy::new_without_default, reason = "making a folder is no default")]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("the system has a folder for temporary files") }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Leaves the folder behind, for whoever wants to know what went wrong.
    pub fn keep(&mut self) {
        self.folder.disable_cleanup(true);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Writes a file, and the folders above it.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        let above = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(above).expect("a temporary folder can be written");
        fs::write(&path, content).expect("a temporary folder can be written");
        path
    }

    /// The text of a file that a run wrote.
    ///
    /// # Panics
    /// If there is none.
    pub fn read(&self, name: &str) -> String {
        let bytes = self.bytes(name);
        String::from_utf8(bytes).unwrap_or_else(|error| panic!("{name} is no text: {error}"))
    }

    /// The bytes of a file that a run wrote.
    ///
    /// # Panics
    /// If there is none.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        let path = self.path(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The program, to be run in this folder with a cache of its own. A test that shares a cache sets `SANDBAR_CACHE`.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(built::sandbar());
        command
            .args(arguments)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("SANDBAR_CACHE", self.path("cache"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env_remove("SANDBAR_TOKEN")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program with `arguments`.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).output();
        output.expect("the program can be started").into()
    }

    /// Runs the program with `arguments`, and `input` on its standard input.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let mut stdin = child.stdin.take().expect("it was asked for");
        let input = input.to_vec();
        // Written beside the reading: the program may fill its output before it has read its input.
        std::thread::scope(|scope| {
            scope.spawn(move || {
                // Whoever ends early does not read on.
                let _ = stdin.write_all(&input);
            });
            child.wait_with_output().expect("the program was started").into()
        })
    }
}

impl Ran {
    /// The run, if it ended with `code`.
    ///
    /// # Panics
    /// With what it wrote, if it ended otherwise.
    #[track_caller]
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
