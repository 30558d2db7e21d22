//! Files of a live host that change under its hands, and hosts that should not be there twice.

use std::{fs, path::PathBuf};

use sandbar_tests::running::{Running, until};

use super::{COUNT, doubled, up::Up, with_numbers};

/// The files of a folder of the host's data whose names end with `end`.
fn files(up: &Up, folder: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(up.bench.path(&format!("data/h1/{folder}"))).expect("it is there");
    let files = entries.map(|entry| entry.expect("it can be listed").path());
    files.filter(|path| path.is_file() && path.display().to_string().ends_with(end)).collect()
}

/// Changes one byte in the middle of a file; what it is then.
fn damage(path: &PathBuf) -> Vec<u8> {
    let mut bytes = fs::read(path).expect("it can be read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, &bytes).expect("it can be written");
    bytes
}

#[test]
fn damaged_native_code_is_never_run_but_compiled_again() {
    let up = with_numbers();
    let natives = files(&up, "compiled", ".native");
    assert_eq!(natives.len(), 1, "one plugin was published: {natives:?}");
    let damaged = damage(&natives[0]);
    up.run(&["deploy", "numbers.toml", "--yes", "--wait"]).ended(0);
    assert_eq!(doubled(&up), 0);
    assert!(up.host.stderr().contains("compiled code was damaged on disk"), "{}", up.host.stderr());
    let now = fs::read(&natives[0]).expect("it was compiled again");
    assert!(now != damaged, "the damaged file is still there");
}

#[test]
fn a_damaged_component_is_refused_until_it_is_published_again() {
    let up = with_numbers();
    files(&up, "compiled", ".native").iter().for_each(|file| drop(damage(file)));
    let components = files(&up, "plugins", "");
    assert_eq!(components.len(), 1, "one plugin was published: {components:?}");
    damage(&components[0]);
    up.run(&["deploy", "numbers.toml", "--yes", "--wait"]).ended(1);
    let fault = &up.json(&["describe", "numbers"])["fault"];
    assert!(fault["message"].as_str().is_some_and(|text| text.contains("damaged")), "{fault}");
    assert!(fault["help"].as_str().is_some_and(|text| text.contains("publish")), "{fault}");
    // Nothing of it was run, and nobody else is concerned.
    assert!(up.lines("numbers.txt").is_empty());
    up.publish("identity");
    up.run(&["resume", "numbers"]).ended(0);
    up.until_status("numbers", "finished");
    assert_eq!(up.lines("numbers.txt").len() as u64, COUNT);
}

/// Starts host `name` with its data in `data`, which joins the host of `up`.
fn join(up: &Up, name: &str, data: &str) -> Running {
    let configuration = format!(
        "name = \"{name}\"\nlisten = \"127.0.0.1:0\"\nhttp = \"127.0.0.1:0\"\ndata = \"{data}\"\n\
         certificates = \"{name}-certificates\"\nfiles = \"data/files\"\nleader = \"{}\"\n",
        up.address()
    );
    up.bench.write(&format!("{data}.toml"), configuration);
    let mut command = up.bench.command(&["host", "--config", &format!("{data}.toml")]);
    command.stdout(std::process::Stdio::null());
    Running::start_logged(&up.bench, command, &format!("{data}.log"))
}

#[test]
fn nobody_is_a_host_twice() {
    let up = Up::start();
    let out = up.bench.path("h2-certificates").display().to_string();
    let to = ["--ca", "data/authority", "--out", &out, "--address", "127.0.0.1"];
    up.run(&[&["cert", "issue", "h2"], &to[..]].concat()).ended(0);
    let first = join(&up, "h2", "first");
    until("the first one joins", || first.stderr().contains("this host is part of the cluster"));

    // Another one of the same name.
    let second = join(&up, "h2", "second");
    until("the second one is refused", || {
        second.stderr().contains("a host called h2 is connected already")
    });
    let hosts = up.json(&["hosts", "--context", "dev-operator"]);
    assert_eq!(hosts["hosts"].as_array().map(Vec::len), Some(2), "{hosts}");

    // Another one on the same data.
    fs::copy(up.bench.path("first.toml"), up.bench.path("third.toml")).expect("there is room");
    let refused = up.run(&["host", "--config", "third.toml"]).ended(4);
    assert!(refused.stderr.contains("another host uses the data folder"), "{}", refused.stderr);

    drop(first);
    until("the second one takes the first one's place", || {
        second.stderr().contains("this host is part of the cluster")
    });
    drop(second);
}
