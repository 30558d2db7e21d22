//! Real brokers, each on a port and in a folder of its own, ended with their tests.

use std::{
    fs,
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use sandbar_tests::{built, running::until};
use tempfile::TempDir;

use super::free_port;

/// A broker that runs, or ran.
pub(crate) struct Server {
    program: &'static str,
    arguments: Vec<String>,
    pub(crate) port: u16,
    pub(super) folder: TempDir,
    child: Option<Child>,
}

impl Server {
    /// A mosquitto; `more` stands in its configuration.
    pub(crate) fn mosquitto(more: &str) -> Self {
        let (folder, port) = (TempDir::new().expect("a temporary folder"), free_port());
        let conf = folder.path().join("mosquitto.conf");
        // As root it would become somebody who may not read its files.
        let content = format!(
            "user root\nlistener {port} 127.0.0.1\nmax_inflight_messages 0\npersistence true\n\
             persistence_location {}/\n{more}\n",
            folder.path().display()
        );
        fs::write(&conf, content).expect("a temporary folder can be written");
        let arguments = vec!["-c".to_owned(), conf.display().to_string()];
        Self::start("mosquitto", arguments, port, folder)
    }

    /// A nats-server with JetStream; `more` stands in its configuration.
    pub(crate) fn nats(more: &str) -> Self {
        let (folder, port) = (TempDir::new().expect("a temporary folder"), free_port());
        let conf = folder.path().join("nats.conf");
        let content = format!(
            "listen: 127.0.0.1:{port}\njetstream {{ store_dir: \"{}\" }}\n{more}\n",
            folder.path().display()
        );
        fs::write(&conf, content).expect("a temporary folder can be written");
        let arguments = vec!["-c".to_owned(), conf.display().to_string()];
        Self::start("nats-server", arguments, port, folder)
    }

    fn start(program: &'static str, arguments: Vec<String>, port: u16, folder: TempDir) -> Self {
        let mut server = Self { program, arguments, port, folder, child: None };
        server.begin();
        server
    }

    /// Starts it again, with what it kept.
    pub(crate) fn begin(&mut self) {
        let log = fs::File::create(self.path("log")).expect("a temporary folder can be written");
        let mut command = Command::new(built::server(self.program));
        command.args(&self.arguments).stdin(Stdio::null());
        command.stdout(log.try_clone().expect("it is open")).stderr(log);
        let mut child = command.spawn().expect("the server can be started");
        until("the server listens", || {
            let ended = child.try_wait().expect("it is our child");
            assert!(ended.is_none(), "{} ended: {}", self.program, self.log());
            TcpStream::connect(("127.0.0.1", self.port)).is_ok()
        });
        self.child = Some(child);
    }

    /// Ends it, as a crash does if not `gently`.
    pub(crate) fn end(&mut self, gently: bool) {
        let Some(mut child) = self.child.take() else { return };
        match gently {
            true => sandbar_tests::running::kill(child.id(), "TERM"),
            false => child.kill().expect("it is our child"),
        }
        child.wait().expect("it is our child");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("log")).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end(false);
    }
}
