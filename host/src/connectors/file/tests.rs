//! Files as sources and sinks, and every way in which they may be wrong.

use std::{fs, io, path::PathBuf, sync::Arc, time::Duration};

use rustix::fs::{FileType, Mode};
use sandbar_dataflow::{
    BATCH_BYTES, BATCH_RECORDS, BatchBuilder, Clock, Code, Fault, Operator, Output, Port, Read,
    Record, RecordBatch, Rejection, Source as _,
};
use tempfile::TempDir;

use super::*;
use crate::connectors::{Context, Reachable, Root, settings::Value};

mod beneath;
mod csv;
mod follow;
mod positions;
mod series;

struct NoClock;

impl Clock for NoClock {
    fn now_ms(&self) -> i64 {
        0
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

fn context(folder: &Path, task_index: u32, parallelism: u32) -> Context {
    let clock = Arc::new(NoClock);
    let (folder, position, root) = (folder.to_owned(), None, Root::Free);
    let reachable = Reachable::Everything;
    Context { task_index, parallelism, folder, clock, seed: 1, position, root, reachable }
}

fn settings(path: &Path, more: &[(&str, Value)]) -> Settings {
    [("path", Value::Path(path.to_owned()))].into_iter().chain(more.iter().cloned()).collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Everything that one split of a file holds.
async fn read_split(mut source: source::Source) -> (Vec<Vec<u8>>, Vec<Rejection>) {
    source.open().await.unwrap();
    let mut output = Output::new(1, None);
    let (mut values, mut rejections) = (Vec::new(), Vec::new());
    loop {
        output.begin(None);
        let read = source.read(&mut output).await.unwrap();
        let (emissions, rejected) = output.take();
        for emission in &emissions {
            assert!(emission.batch.len() <= BATCH_RECORDS);
            assert!(emission.batch.bytes() <= BATCH_BYTES + (2 << 20));
            values.extend(emission.batch.iter().map(|record| record.value.to_vec()));
        }
        rejections.extend(rejected);
        if read == Read::End {
            return (values, rejections);
        }
    }
}

async fn read(content: &[u8], more: &[(&str, Value)]) -> (Vec<Vec<u8>>, Vec<Rejection>) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    fs::write(&path, content).unwrap();
    let context = context(folder.path(), 0, 1);
    read_split(source::Source::new(&settings(&path, more), &context).unwrap()).await
}

#[tokio::test]
async fn lines_end_in_any_way() {
    for (content, expected) in [
        (&b""[..], &[][..]),
        (b"\n", &[&b""[..]]),
        (b"a", &[b"a"]),
        (b"a\n", &[b"a"]),
        (b"a\r\n\r\nb\rc", &[b"a", b"", b"b\rc"]),
        (b"\xff\xfe\n\x00", &[b"\xff\xfe", b"\x00"]),
    ] {
        let (values, rejections) = read(content, &[]).await;
        assert_eq!(values, expected, "{}", content.escape_ascii());
        assert!(rejections.is_empty());
    }
}

#[tokio::test]
async fn splits_together_give_each_line_once_and_in_order() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    let lines: Vec<String> = (0..300).map(|i| format!("{i}:{}", "x".repeat(i * 7 % 23))).collect();
    for ending in ["\n", "\r\n"] {
        for last in ["", ending] {
            fs::write(&path, lines.join(ending) + last).unwrap();
            for (splits, stripe_bytes) in (1..=5).flat_map(|n| [1, 2, 7, 64, 1_000].map(|s| (n, s)))
            {
                let mut all = Vec::new();
                for split in 0..splits {
                    let context = context(folder.path(), split, splits);
                    let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
                    let (values, _) = read_split(source.with_stripe_bytes(stripe_bytes)).await;
                    let numbers = values.iter().map(|value| {
                        let value = std::str::from_utf8(value).unwrap();
                        let number: usize = value.split(':').next().unwrap().parse().unwrap();
                        assert_eq!(value, lines[number]);
                        number
                    });
                    let numbers: Vec<usize> = numbers.collect();
                    assert!(numbers.is_sorted(), "{splits} splits of {stripe_bytes} bytes");
                    all.extend(numbers);
                }
                all.sort_unstable();
                assert!(all.into_iter().eq(0..300), "{splits} splits of {stripe_bytes} bytes");
            }
        }
    }
}

#[tokio::test]
async fn a_line_over_the_cap_is_rejected_by_one_split_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    let cap = sandbar_dataflow::RECORD_BYTES_MAX;
    let content = format!("first\n{}\n{}\nlast", "y".repeat(cap), "z".repeat(3 * cap));
    fs::write(&path, content).unwrap();
    for splits in 1..=5 {
        let (mut lengths, mut rejected) = (Vec::new(), Vec::new());
        for split in 0..splits {
            let context = context(folder.path(), split, splits);
            let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
            let (values, rejections) = read_split(source).await;
            lengths.extend(values.iter().map(Vec::len));
            rejected.extend(rejections);
        }
        lengths.sort_unstable();
        assert_eq!(lengths, [4, 5, cap], "{splits} splits");
        assert_eq!(rejected.len(), 1, "{splits} splits");
        assert_eq!(rejected[0].fault.code, Code::RecordTooLarge);
        let place = format!("byte {}", cap + 7);
        assert!(rejected[0].fault.message.contains(&place), "{}", rejected[0].fault);
        assert_eq!(rejected[0].records.record(0).value, [b'z'; 256]);
    }
}

#[tokio::test]
async fn a_bad_line_is_rejected_with_its_place_and_the_others_go_on() {
    let content = b"{\"t\":1}\n\n{\"t\":}\n{\"t\":\"x\"}\n{\"\xff\":1}\r\n{\"t\":2}";
    let more = [("format", text("json-lines")), ("timestamp", Value::Texts(vec!["/t".into()]))];
    let (values, rejections) = read(content, &more).await;
    assert_eq!(values, [&b"{\"t\":1}"[..], b"{\"t\":2}"]);
    let found: Vec<_> = rejections
        .iter()
        .map(|one| {
            (one.fault.code, one.records.record(0).value, one.fault.message.split(": ").next())
        })
        .collect();
    assert_eq!(
        found,
        [
            (Code::RecordMalformed, &b"{\"t\":}"[..], Some("input line 3 (byte 9)")),
            (Code::TimestampMissing, b"{\"t\":\"x\"}", Some("input line 4 (byte 16)")),
            (Code::RecordMalformed, b"{\"\xff\":1}", Some("input line 5 (byte 26)")),
        ]
    );
}

#[tokio::test]
async fn a_file_of_nothing_but_bad_lines_stays_within_a_batch_each_read() {
    let (values, rejections) =
        read("x\n".repeat(5_000).as_bytes(), &[("format", text("json-lines"))]).await;
    assert_eq!((values.len(), rejections.len()), (0, 5_000));
}

#[tokio::test]
async fn what_cannot_be_read_is_complained_of_and_fails() {
    let folder = TempDir::new().unwrap();
    for path in [folder.path().join("absent"), folder.path().to_owned()] {
        let settings = settings(&path, &[]);
        let Reach::Files(look) = SOURCE.reach else { panic!("it reads files") };
        let complaints = look(&settings);
        assert_eq!(complaints.iter().map(|(key, _)| *key).collect::<Vec<_>>(), ["path"]);
        let mut source = source::Source::new(&settings, &context(folder.path(), 0, 1)).unwrap();
        let fault = source.open().await.unwrap_err();
        assert_eq!(fault.code, Code::SourceFailed);
        assert!(
            fault.message.contains(complaints[0].1.split(": ").nth(1).unwrap_or("folder")),
            "{fault}"
        );
    }
}

#[tokio::test]
async fn a_stream_is_read_by_the_first_task_alone() {
    let path = PathBuf::from("/dev/null");
    for task in 0..2 {
        let context = context(Path::new("/"), task, 2);
        let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
        assert!(read_split(source).await.0.is_empty());
    }
}

#[tokio::test]
async fn lines_before_a_failed_read_are_staged_before_it_is_told() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    // One read, which is no whole number of batches.
    fs::write(&path, "x\n".repeat(2_500)).unwrap();
    let context = context(folder.path(), 0, 1);
    let mut source = source::Source::new(&settings(&path, &[]), &context).unwrap();
    source.open().await.unwrap();
    let mut output = Output::new(1, None);
    let mut lines = Vec::new();
    let fault = loop {
        output.begin(None);
        let read = source.read(&mut output).await;
        lines.extend(output.take().0.iter().map(|emission| emission.batch.len()));
        match read {
            // From now on every read fails.
            Ok(_) => source.replace_file(fs::File::create(folder.path().join("other")).unwrap()),
            Err(fault) => break fault,
        }
    };
    assert_eq!(lines, [1_024, 1_024, 2_500 - 2_048]);
    assert!(fault.message.starts_with("cannot read input: Bad file descriptor"), "{fault}");
    assert_eq!(source.read(&mut output).await, Err(fault));
}

#[test]
fn each_task_of_a_sink_has_a_path_of_its_own() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

    let of = |path: &[u8], task, tasks| {
        path_of_task(Path::new(OsStr::from_bytes(path)), task, tasks)
            .map(|path| path.as_os_str().as_bytes().to_vec())
    };
    for (path, tasks, expected) in [
        (&b"out"[..], 1, Some(&b"out"[..])),
        (b"out", 2, None),
        (b"/dev/stdout", 2, None),
        (b"/dev/null", 2, Some(b"/dev/null")),
        (b"{task}/{task}-{tas\xff{task}", 8, Some(b"7/7-{tas\xff7")),
    ] {
        let path_of_last = of(path, tasks - 1, tasks);
        assert_eq!(path_of_last.as_deref(), expected, "{}", path.escape_ascii());
    }
}

fn batch(values: &[&[u8]]) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    for value in values {
        builder.push(Record { value, ..Record::default() });
    }
    builder.finish()
}

async fn process(sink: &mut sink::Sink, values: &[&[u8]]) -> Result<Vec<Rejection>, Fault> {
    let batch = batch(values);
    let mut output = Output::new(0, None);
    output.begin(Some(&batch));
    sink.process(Port(0), &batch, &mut output).await?;
    Ok(output.take().1)
}

#[tokio::test]
async fn a_sink_makes_folders_truncates_and_names_its_task() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a/b/out-{task}.txt");
    fs::create_dir_all(folder.path().join("a/b")).unwrap();
    fs::write(folder.path().join("a/b/out-3.txt"), "old content that is longer").unwrap();
    let more = [("fsync", Value::Boolean(true))];
    let settings = settings(&path, &more);
    assert!((SINK.check)(&settings).is_empty());
    let mut sink = sink::Sink::new(&settings, &context(folder.path(), 3, 4)).unwrap();
    sink.open().await.unwrap();
    process(&mut sink, &[b"one", b""]).await.unwrap();
    sink.open().await.unwrap();
    let rejected = process(&mut sink, &[b"two", b"th\nree", b"four"]).await.unwrap();
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0].records.record(0).value, b"th\nree");
    sink.close().await.unwrap();
    assert_eq!(fs::read(folder.path().join("a/b/out-3.txt")).unwrap(), b"one\n\ntwo\nfour\n");
}

#[tokio::test]
async fn several_tasks_need_a_path_each() {
    let folder = TempDir::new().unwrap();
    let settings = settings(&folder.path().join("out"), &[]);
    let fault = sink::Sink::new(&settings, &context(folder.path(), 0, 2)).unwrap_err();
    assert!(fault.message.contains("`{task}`"), "{fault}");
}

/// A FIFO in a folder of its own.
fn fifo() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("fifo");
    let mode = Mode::RUSR | Mode::WUSR;
    rustix::fs::mknodat(rustix::fs::CWD, &path, FileType::Fifo, mode, 0).unwrap();
    (folder, path)
}

#[tokio::test]
async fn a_fifo_carries_lines_from_a_sink_to_a_source() {
    let (folder, path) = fifo();
    let context = context(folder.path(), 0, 1);
    let settings = settings(&path, &[]);
    assert!((SOURCE.check)(&settings).is_empty() && (SINK.check)(&settings).is_empty());
    let mut sink = sink::Sink::new(&settings, &context).unwrap();
    let source = source::Source::new(&settings, &context).unwrap();
    let long = vec![b'x'; 300_000];
    let write = async {
        sink.open().await.unwrap();
        for _ in 0..3 {
            process(&mut sink, &[b"one", &long, b"two"]).await.unwrap();
        }
        drop(sink);
    };
    let ((), (values, _)) = tokio::join!(write, read_split(source));
    assert_eq!(values, [&b"one"[..], &long, b"two"].repeat(3));
}

#[tokio::test]
async fn a_fifo_whose_reader_went_away_ends_its_sink() {
    let (folder, path) = fifo();
    let settings = settings(&path, &[]);
    let mut sink = sink::Sink::new(&settings, &context(folder.path(), 0, 1)).unwrap();
    let (opened, reader) = tokio::join!(sink.open(), tokio::fs::File::open(&path));
    opened.unwrap();
    drop(reader.unwrap().into_std().await);
    let fault = process(&mut sink, &[b"one"]).await.unwrap_err();
    assert_eq!(fault.code, Code::SinkClosed);
    assert!(fault.message.contains("fifo: Broken pipe"), "{fault}");
}

#[tokio::test]
async fn a_full_disk_fails_the_sink_for_good() {
    let settings = settings(Path::new("/dev/full"), &[]);
    let mut sink = sink::Sink::new(&settings, &context(Path::new("/"), 0, 1)).unwrap();
    sink.open().await.unwrap();
    let fault = process(&mut sink, &[b"one"]).await.unwrap_err();
    assert_eq!(fault.code, Code::SinkFailed);
    assert!(fault.message.contains("dev/full: No space left on device"), "{fault}");
    assert!(fault.message.contains("0 whole records"), "{fault}");
    assert_eq!(sink.open().await, Err(fault.clone()));
    assert_eq!(process(&mut sink, &[b"two"]).await.unwrap_err(), fault);
}

/// Takes `room` bytes, three at a time, then fails as a full disk does.
struct Disk {
    room: usize,
}

impl io::Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.room == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let taken = bytes.len().min(3).min(self.room);
        self.room -= taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_was_written_of_a_batch_is_cut_back_to_whole_lines() {
    let lines = b"one\ntwo\nthree\n";
    for (room, bytes, whole) in [(0, 0, 0), (3, 0, 0), (4, 4, 1), (7, 4, 1), (8, 8, 2), (13, 8, 2)]
    {
        let stopped = sink::write_lines(&mut Disk { room }, lines).unwrap_err();
        assert_eq!(stopped.written, room);
        assert_eq!(stopped.error.kind(), io::ErrorKind::StorageFull);
        assert_eq!(
            sink::whole_lines(&lines[..stopped.written], None),
            (bytes, whole),
            "room {room}"
        );
    }
    assert!(sink::write_lines(&mut Disk { room: 14 }, lines).is_ok());
}

#[test]
fn what_cannot_be_written_is_complained_of() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let complaints = |path: &Path| {
        let Reach::Files(look) = SINK.reach else { panic!("it writes files") };
        look(&settings(path, &[])).len()
    };
    assert_eq!(complaints(&file), 0);
    assert_eq!(complaints(&folder.path().join("new/deep/file")), 0);
    assert_eq!(complaints(folder.path()), 1);
    assert_eq!(complaints(&file.join("below-a-file")), 1);
    assert_eq!(complaints(Path::new("/proc/none/file")), 1);
    assert_eq!((SINK.check)(&Settings::default()).len(), 1);
}
