//! A host whose disk is full: what needs room fails, says so, and works again once there is some; the host goes on.

use std::{
    fs::File,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

use sandbar_tests::{
    Bench, Ran, built,
    running::{Running, until},
};

/// Room for a host's own files and a plugin; the tests fill it at once.
const DISK: &str = "size=24m";

/// A host whose data folder is a small disk of its own, in a mount namespace of its own.
struct Small {
    bench: Bench,
    host: Running,
}

impl Small {
    fn start() -> Self {
        let bench = Bench::new();
        std::fs::create_dir(bench.path("data")).expect("a temporary folder can be written");
        let up = bench.command(&["up", "--data", "data"]);
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "--", "sh", "-c"]);
        command.arg(format!("mount -t tmpfs -o mode=700,{DISK} none data && exec \"$0\" \"$@\""));
        command.arg(up.get_program()).args(up.get_args());
        command.args(["--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"]);
        command.current_dir(bench.folder()).stdin(Stdio::null());
        for (name, value) in up.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let mut host = Running::start(&bench, command);
        until("the host is ready", || {
            let said = host.stderr();
            assert!(host.runs(), "no host (namespaces: run `tests/network/ensure.sh`): {said}");
            host.stdout().contains("Ctrl-C ends it")
        });
        Self { bench, host }
    }

    /// A file of the small disk, as one who is not in its namespace sees it.
    fn path(&self, name: &str) -> PathBuf {
        let folder = self.bench.path("data");
        let inside = folder.strip_prefix("/").expect("it is absolute");
        PathBuf::from(format!("/proc/{}/root", self.host.id())).join(inside).join(name)
    }

    /// Leaves no byte free.
    fn fill(&self) {
        let mut file = File::create(self.path("filler")).expect("there is room for a name");
        for piece in [1 << 20, 4 << 10, 1] {
            let bytes = vec![0; piece];
            while file.write_all(&bytes).is_ok() {}
        }
    }

    fn make_room(&self) {
        std::fs::remove_file(self.path("filler")).expect("it was filled");
    }

    fn publish(&self, name: &str) -> Ran {
        let file = built::plugin("identity").display().to_string();
        self.bench.run(&["publish", &file, "--name", name, "--version", "1.0.0"])
    }

    fn deploy(&self, name: &str) -> Ran {
        let pipeline = format!(
            "name = \"{name}\"\n[source.in]\nconnector = \"generator\"\ncount = 1000\n\
             [operator.copy]\nplugin = \"early@1.0.0\"\ninput = \"in\"\n\
             [sink.out]\nconnector = \"discard\"\ninput = \"copy\"\n"
        );
        self.bench.write(&format!("{name}.toml"), pipeline);
        self.bench.run(&["deploy", &format!("{name}.toml"), "--yes", "--wait"])
    }
}

#[test]
fn a_full_disk_fails_what_needs_room_and_not_the_host() {
    let mut small = Small::start();
    small.publish("early").ended(0);
    small.deploy("before").ended(0);
    small.fill();
    for refused in [small.publish("late"), small.deploy("full")] {
        let refused = refused.ended(4);
        assert!(refused.stderr.contains("the disk is full"), "{}", refused.stderr);
        assert!(!refused.stderr.contains("is published"), "{}", refused.stderr);
    }
    // Who only looks is answered, and what was there is there.
    let listed = small.bench.run(&["list"]).ended(0).stdout;
    assert!(listed.contains("before") && !listed.contains("full"), "{listed}");
    assert!(small.host.runs());
    small.make_room();
    small.publish("late").ended(0);
    small.deploy("after").ended(0);
}
