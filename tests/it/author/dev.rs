//! Pipelines that go on while they are changed: nothing is lost, and a build beside them holds up neither records nor
//! signals.

use std::{fs, os::unix::fs::PermissionsExt as _, path::PathBuf, process::Stdio};

use sandbar_tests::{
    Bench, built,
    running::{Running, until},
};

use super::{edit, new, target, with_tools};

/// A project in C whose compiler does nothing while a file called `hold` is there.
struct Held {
    bench: Bench,
    programs: PathBuf,
}

impl Held {
    fn new() -> Self {
        let bench = Bench::new();
        bench.run(&["new", "held", "--lang", "c"]).ended(0);
        bench.write(
            "held/pipeline.toml",
            "name = \"held\"\nplugins = \"target/plugins\"\n\
             source.numbers = { connector = \"generator\", count = 1000000000, rate = 500, value = '{\"device\":\"{seq}\",\"celsius\":99}' }\n\
             operator.held = { plugin = \"held\", input = \"numbers\" }\n\
             sink.out = { connector = \"file\", input = \"held\", path = \"out/out.jsonl\" }\n",
        );
        let mut tools =
            std::process::Command::new(built::root().join("sdk/toolchain/ensure-language.sh"));
        let output = with_tools(tools.arg("c")).output().expect("there is a shell");
        assert!(output.status.success(), "type: sdk/toolchain/ensure-language.sh c");
        let words = String::from_utf8(output.stdout).expect("a path is text");
        let words: Vec<String> = words.lines().map(|word| format!("'{word}'")).collect();
        let programs = bench.path("programs");
        fs::create_dir(&programs).expect("it is ours");
        // No clang is found, so that zig is taken, which is whatever compiler there is.
        let hold = bench.path("hold");
        let zig = format!(
            "#!/bin/sh\n[ \"$1\" != version ] || exit 0\nshift 2\necho $$ >'{pid}.new'; mv '{pid}.new' '{pid}'\n\
             while [ -e '{hold}' ]; do sleep 0.01; done\nexec {words} \"$@\"\n",
            pid = bench.path("compiler").display(),
            hold = hold.display(),
            words = words.join(" ")
        );
        for (name, text) in [("clang", "#!/bin/sh\nexit 1\n"), ("zig", zig.as_str())] {
            let path = programs.join(name);
            fs::write(&path, text).expect("it is ours");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
        }
        Self { bench, programs }
    }

    fn start(&self) -> Running {
        let mut command = self.bench.command(&["dev", "pipeline.toml"]);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = format!("{}:{}", self.programs.display(), path.to_string_lossy());
        command.current_dir(self.bench.path("held")).stdin(Stdio::null());
        with_tools(&mut command).env("PATH", path).env_remove("CARGO_TARGET_DIR");
        Running::start(&self.bench, command)
    }

    fn hold(&self) {
        let _ = fs::remove_file(self.bench.path("compiler"));
        self.bench.write("hold", "");
    }

    fn go_on(&self) {
        fs::remove_file(self.bench.path("hold")).expect("it was held");
    }

    /// Waits for a compiler, and says which process it is.
    fn compiler(&self) -> u32 {
        let id = || fs::read_to_string(self.bench.path("compiler")).ok()?.trim().parse().ok();
        until("a compiler runs", || id().is_some());
        id().expect("it was seen")
    }

    fn source(&self) -> PathBuf {
        self.bench.path("held/src/plugin.c")
    }

    /// Lines that have come out so far.
    fn lines(&self) -> usize {
        let text = fs::read_to_string(self.bench.path("held/out/out.jsonl"));
        text.map_or(0, |text| text.lines().count())
    }
}

/// Waits until `process` has ended; whose child it was may not have asked how yet.
#[track_caller]
fn until_gone(process: u32) {
    let stat = || fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    until("the compiler is gone", || stat().is_empty() || stat().contains(") Z "));
}

#[test]
fn records_flow_while_a_version_is_built_and_ctrl_c_ends_the_build() {
    let held = Held::new();
    let mut dev = held.start();
    until("the first version writes", || held.lines() > 0 || !dev.runs());
    held.hold();
    edit(&held.source(), "celsius >= min_celsius", "celsius >= min_celsius + 1");
    let first = held.compiler();
    let before = held.lines();
    until("records flow beside the build", || held.lines() > before + 500 || !dev.runs());
    assert!(!dev.stderr().contains("going on with what changed"), "{}", dev.stderr());
    // Another edit makes what is being built old: its compiler ends, and a new one begins.
    let _ = fs::remove_file(held.bench.path("compiler"));
    edit(&held.source(), "min_celsius + 1", "min_celsius + 2");
    let second = held.compiler();
    until_gone(first);
    held.go_on();
    until("the second version runs", || {
        dev.stderr().contains("going on with what changed") || !dev.runs()
    });
    until_gone(second);
    held.hold();
    edit(&held.source(), "min_celsius + 2", "min_celsius + 3");
    let third = held.compiler();
    dev.signal("INT");
    let ran = dev.wait().ended(0);
    until_gone(third);
    assert_eq!(ran.stderr.matches("going on with what changed").count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("draining; press Ctrl-C again"), "{}", ran.stderr);
}

#[test]
fn ctrl_c_while_the_first_version_is_built_ends_the_build() {
    let held = Held::new();
    held.hold();
    let mut dev = held.start();
    let compiler = held.compiler();
    dev.signal("INT");
    let ran = dev.wait().ended(0);
    until_gone(compiler);
    assert_eq!((ran.stdout.as_str(), held.lines()), ("", 0), "{}", ran.stderr);
}

#[test]
fn what_makes_no_difference_disturbs_nothing() {
    let held = Held::new();
    let mut dev = held.start();
    until("the first version writes", || held.lines() > 0 || !dev.runs());
    edit(&held.bench.path("held/pipeline.toml"), "name = ", "# nothing new\nname = ");
    until("it is looked at", || dev.stderr().contains("nothing is different") || !dev.runs());
    edit(&held.bench.path("held/pipeline.toml"), "rate = 500", "rate = 500, rte = 5");
    until("it is refused", || dev.stderr().contains("what ran before runs on") || !dev.runs());
    assert!(dev.stderr().contains("did you mean `rate`?"), "{}", dev.stderr());
    let before = held.lines();
    until("the records flow on", || held.lines() > before || !dev.runs());
    dev.signal("INT");
    let ran = dev.wait().ended(0);
    assert!(!ran.stderr.contains("going on with what changed"), "{}", ran.stderr);
}

#[test]
fn a_running_pipeline_goes_on_with_what_changed_and_loses_nothing() {
    let bench = Bench::new();
    new(&bench, "going", "map");
    let pipeline = format!(
        "name = \"going\"\nplugins = \"{}\"\n\
         source.numbers = {{ connector = \"generator\", count = 1000000000, rate = 500, value = '{{\"device\":\"{{seq}}\",\"celsius\":1}}' }}\n\
         operator.going = {{ plugin = \"going\", input = \"numbers\" }}\n\
         sink.out = {{ connector = \"file\", input = \"going\", path = \"out/out.jsonl\" }}\n",
        target().join("plugins").display()
    );
    bench.write("going/pipeline.toml", pipeline);
    let mut command = bench.command(&["dev", "pipeline.toml"]);
    command.current_dir(bench.path("going")).stdin(Stdio::null());
    with_tools(&mut command);
    let mut dev = Running::start(&bench, command);
    let out = bench.path("going/out/out.jsonl");
    let has = |what: &str| fs::read_to_string(&out).is_ok_and(|text| text.contains(what));
    until("the first version writes", || has("33.8") || !dev.runs());
    // What does not compile changes nothing.
    edit(&bench.path("going/src/lib.rs"), "* 1.8", "* 1.8x");
    until("the compiler complains", || {
        dev.stderr().contains("what ran before runs on") || !dev.runs()
    });
    assert!(dev.runs(), "{}", dev.stderr());
    assert!(dev.stderr().contains("error: invalid suffix `x`"), "{}", dev.stderr());
    edit(&bench.path("going/src/lib.rs"), "* 1.8x + 32.0", "* 10.0");
    until("the second version writes", || has(":10.0}") || !dev.runs());
    dev.signal("INT");
    let ran = dev.wait().ended(0);
    for part in ["building going (a quick build)\n", "going on with what changed, "] {
        assert!(ran.stderr.contains(part), "no {part} in {}", ran.stderr);
    }
    let text = fs::read_to_string(&out).expect("it was written");
    // Every number once and in order, the first ones by the old version, the others by the new one.
    let (mut versions, mut number) = (Vec::new(), 0);
    for line in text.lines() {
        assert!(line.contains(&format!("{{\"device\":\"{number}\"")), "line {number}: {line}");
        versions.push(line.contains(":10.0}"));
        number += 1;
    }
    assert!(
        versions.is_sorted() && versions.first() == Some(&false) && versions.last() == Some(&true)
    );
}
