//! Sinks that cannot go on: full disks, readers that leave, readers that stop. What was written is whole, and memory stays
//! flat.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read},
    process::Command,
};

use sandbar_tests::{
    Bench, Ran,
    running::{Running, until},
};

/// An endless source before one sink.
const ENDLESS: &str = r#"name = "endless"

[source.in]
connector = "generator"

[sink.out]
connector = "stdout"
input = "in"
"#;

/// A hundred thousand lines, about 2 MB, before a file.
const FILE: &str = r#"name = "file"

[source.in]
connector = "generator"
count = 100000
value = "record number {seq}"

[sink.out]
connector = "file"
input = "in"
path = "out.txt"
"#;

/// Memory for batches in the tests that fill it, MiB.
const MEMORY: &str = "32";

/// What a process may hold that has that much for batches: the program itself is the larger part.
const RESIDENT_BYTES_MAX: u64 = 200 << 20;

fn bench(pipeline: &str) -> Bench {
    let bench = Bench::new();
    bench.write("p.toml", pipeline);
    bench
}

/// `sh -c SCRIPT`, in which `$SANDBAR` is the program.
fn script(bench: &Bench, script: &str) -> Ran {
    let program = bench.command(&[]);
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).current_dir(bench.folder()).env("SANDBAR", program.get_program());
    shell.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.output().expect("there is a shell").into()
}

/// `lines` are records 0, 1, 2, ... in their order, none missing and each with its newline. How many there are.
#[track_caller]
fn dense(lines: &[u8], prefix: &str) -> usize {
    let text = std::str::from_utf8(lines).expect("records are text");
    assert!(text.is_empty() || text.ends_with('\n'), "part of a line at the end");
    for (number, line) in text.lines().enumerate() {
        assert_eq!(line, format!("{prefix}{number}"));
    }
    text.lines().count()
}

#[test]
fn a_full_device_stops_the_pipeline_and_is_named() {
    let bench = bench(FILE);
    let ran = bench.run(&["run", "p.toml", "-q", "--set", "sink.out.path=/dev/full"]).ended(1);
    let begins =
        "error: `out` stopped: sink-failed: cannot write /dev/full: No space left on device";
    assert!(ran.stderr.starts_with(begins), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("\n  help: check the sink's path, permissions and free space"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_full_stdout_stops_the_pipeline() {
    let bench = bench(ENDLESS);
    let ran = script(&bench, "\"$SANDBAR\" run p.toml -q > /dev/full").ended(1);
    let begins = "error: `out` stopped: sink-failed: cannot write stdout after 0 records: No space left on device";
    assert!(ran.stderr.starts_with(begins), "{}", ran.stderr);
}

#[test]
fn a_file_that_cannot_grow_is_left_with_whole_lines() {
    // In blocks of 512 bytes; the second one ends in the middle of a batch.
    for (blocks, threads) in [(8, 1), (1_000, 1), (1_000, 2)] {
        let bench = bench(FILE);
        let limited = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec \"$SANDBAR\" run p.toml -q --threads {threads}"
        );
        let ran = script(&bench, &limited).ended(1);
        let written = bench.bytes("out.txt");
        let whole = dense(&written, "record number ");
        let limit = blocks * 512;
        assert!(
            written.len() <= limit && written.len() + 20 > limit,
            "{} of {limit} bytes",
            written.len()
        );
        let begins = "error: `out` stopped: sink-failed: cannot write out.txt: File too large";
        assert!(ran.stderr.starts_with(begins), "{}", ran.stderr);
        assert!(
            ran.stderr.contains(&format!("; it has {whole} whole records\n")),
            "{whole}: {}",
            ran.stderr
        );
    }
}

#[test]
fn a_sink_that_fails_does_not_cut_the_lines_of_another() {
    let two = format!(
        "{FILE}\n[sink.full]\nconnector = \"file\"\ninput = \"in\"\npath = \"/dev/full\"\n"
    );
    for threads in ["1", "2"] {
        for by in ["forward", "rebalance"] {
            let bench = bench(&two);
            let input = format!("sink.full.input={{ from = \"in\", by = \"{by}\" }}");
            let ran =
                bench.run(&["run", "p.toml", "-q", "--threads", threads, "--set", &input]).ended(1);
            assert!(
                ran.stderr.starts_with("error: `full` stopped: sink-failed: "),
                "{}",
                ran.stderr
            );
            dense(&bench.bytes("out.txt"), "record number ");
        }
    }
}

#[test]
fn a_reader_that_leaves_ends_the_run_without_a_word() {
    let bench = bench(ENDLESS);
    for reader in ["head -n 1", "true"] {
        for threads in ["1", "2"] {
            let run = format!("\"$SANDBAR\" run p.toml --threads {threads}");
            let ran = script(&bench, &format!("{{ {run} --quiet; echo $? > code; }} | {reader}"))
                .ended(0);
            assert_eq!(ran.stdout, if reader == "true" { "" } else { "0\n" });
            assert_eq!(ran.stderr, "");
            assert_eq!(bench.read("code"), "0\n");
            // Whoever wants the report gets it, and no error in it.
            let ran = script(&bench, &format!("{{ {run}; echo $? > code; }} | {reader}")).ended(0);
            assert!(
                !ran.stderr.contains("error") && !ran.stderr.contains("panicked"),
                "{}",
                ran.stderr
            );
            assert_eq!(bench.read("code"), "0\n");
        }
    }
}

#[test]
fn what_only_prints_is_quiet_too_when_nobody_reads() {
    let bench = bench(ENDLESS);
    for (verb, code) in [
        ("plan p.toml", 0),
        ("plan p.toml -o json", 0),
        // It is no plugin, whether anybody reads that or not.
        ("check p.toml -o json", 3),
        ("--help", 0),
    ] {
        // The reader of the FIFO has gone before the first byte is written.
        let gone = "rm -f gone; mkfifo gone; (exec 3< gone) & exec 4> gone; wait";
        let ran = script(&bench, &format!("{gone}; exec \"$SANDBAR\" {verb} >&4")).ended(code);
        assert_eq!(ran.stderr, "", "{verb}");
    }
}

/// Within one task, and through a channel to another.
const EDGES: &[&str] = &["forward", "rebalance"];

#[test]
fn a_reader_that_stops_stops_the_source_and_memory_stays_flat() {
    for by in EDGES {
        let bench = bench(ENDLESS);
        let input = format!("sink.out.input={{ from = \"in\", by = \"{by}\" }}");
        let limits = ["--memory", MEMORY, "--threads", "2", "--set", input.as_str()];
        let mut running = bench.start_piped(&[&["run", "p.toml", "-q"], &limits[..]].concat());
        running.until_idle();
        let first = running.resident_bytes();
        assert!(first < RESIDENT_BYTES_MAX, "{by}: {first} bytes");
        // What is read makes room for as much again, and for no more.
        let mut stdout = running.take_stdout().expect("it is a pipe");
        let mut some = vec![0; 8 << 20];
        stdout.read_exact(&mut some).expect("the program writes");
        running.until_idle();
        let second = running.resident_bytes();
        assert!(second < RESIDENT_BYTES_MAX, "{by}: {second} bytes, after {first}");

        // Draining, it waits for its reader; then all that was read from the source has been written.
        running.signal("TERM");
        until("it drains", || running.stderr().contains("draining"));
        let mut rest = Vec::new();
        stdout.read_to_end(&mut rest).expect("the program writes");
        running.wait().ended(0);
        some.extend(rest);
        dense(&some, "");
    }
}

#[test]
fn a_second_signal_ends_what_cannot_drain() {
    for (first, second) in [("TERM", "TERM"), ("INT", "INT"), ("INT", "TERM")] {
        let bench = bench(ENDLESS);
        let mut running = bench.start_piped(&["run", "p.toml", "-q", "--memory", MEMORY]);
        running.until_idle();
        running.signal(first);
        until("it drains", || running.stderr().contains("draining"));
        running.signal(second);
        let ran = running.wait().ended(130);
        assert!(ran.stderr.ends_with("stopped; what was in flight is lost\n"), "{}", ran.stderr);
    }
}

/// `bench` with a FIFO called `fifo`. Opened for both, so that opening waits for nobody.
fn fifo(bench: &Bench) -> File {
    script(bench, "mkfifo fifo").ended(0);
    File::options().read(true).write(true).open(bench.path("fifo")).expect("it was made")
}

#[test]
fn a_fifo_that_nobody_reads_for_a_while_loses_nothing() {
    let bench = bench(FILE);
    let reader = BufReader::new(fifo(&bench));
    let arguments = ["run", "p.toml", "-q", "--memory", MEMORY, "--set", "sink.out.path=fifo"];
    let running = bench.start(&arguments);
    running.until_idle();
    assert!(running.resident_bytes() < RESIDENT_BYTES_MAX);
    let lines = reader.lines().take(100_000).map(|line| line.expect("records are text") + "\n");
    assert_eq!(dense(lines.collect::<String>().as_bytes(), "record number "), 100_000);
    running.wait().ended(0);
}

#[test]
fn a_signal_ends_what_waits_for_the_other_end_of_a_fifo() {
    let bench = bench(FILE);
    script(&bench, "mkfifo fifo").ended(0);
    let sink = ["--set", "sink.out.path=fifo", "--set", "sink.out.fsync=true"];
    let by = "sink.out.input={ from = \"in\", by = \"rebalance\" }";
    let beyond = [&sink[..], &["--set", by]].concat();
    bench.write(
        "source.toml",
        FILE.replace(
            "\"generator\"\ncount = 100000\nvalue = \"record number {seq}\"",
            "\"file\"\npath = \"fifo\"",
        ),
    );
    for (file, more) in [("source.toml", &[][..]), ("p.toml", &sink)] {
        for threads in ["1", "2"] {
            let run = ["run", file, "-q", "--threads", threads];
            let mut running = bench.start(&[&run[..], more].concat());
            running.until_idle();
            running.signal("TERM");
            assert_eq!(
                running.wait().ended(0).stderr,
                "draining; press Ctrl-C again to stop at once\n"
            );
        }
    }
    // Records are under way to a sink that cannot be opened: only a second signal gives them up.
    let mut running = bench.start(&[&["run", "p.toml", "-q"], &beyond[..]].concat());
    running.until_idle();
    running.signal("TERM");
    until("it drains", || running.stderr().contains("draining"));
    running.signal("TERM");
    running.wait().ended(130);
}

#[test]
fn a_file_is_written_anew_and_its_folders_are_made() {
    let bench = bench(FILE);
    bench.write("a/b/out.txt", "old\n".repeat(1_000_000));
    for path in ["a/b/out.txt", "new/er/out.txt"] {
        let set = format!("sink.out.path={path}");
        bench.run(&["run", "p.toml", "-q", "--set", &set, "--set", "source.in.count=3"]).ended(0);
        assert_eq!(dense(&bench.bytes(path), "record number "), 3);
    }
    assert!(!fs::exists(bench.path("out.txt")).expect("it can be looked at"));
}

#[test]
fn an_output_that_cannot_be_made_once_the_run_begins_halts_it() {
    // The folder is there when the file is planned; the other sink of the run takes its place.
    let two = format!(
        "{FILE}\n[sink.other]\nconnector = \"file\"\ninput = \"in\"\npath = \"out.txt/other\"\n"
    );
    let bench = bench(&two);
    let ran = bench.run(&["run", "p.toml", "-q", "--threads", "1"]).ended(1);
    assert!(
        ran.stderr.starts_with("error: `other` stopped: sink-failed: cannot open out.txt/other: "),
        "{}",
        ran.stderr
    );
}

/// Started for its `Drop` alone: a test that fails while it waits leaves no program behind.
#[test]
fn a_run_that_is_dropped_is_ended() {
    let bench = bench(ENDLESS);
    let running: Running = bench.start_piped(&["run", "p.toml", "-q"]);
    running.until_idle();
    drop(running);
}
