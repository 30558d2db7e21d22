//! Files of a tenant: what lies beneath its folder can be read and appended to, and nothing leads out of it.

use std::os::{fd::OwnedFd, unix::fs::symlink};

use rustix::fs::{CWD, mknodat};

use super::*;

/// A tenant's folder, with a secret beside it.
fn tenant() -> (TempDir, PathBuf, Context) {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join("tenant");
    fs::create_dir(&inside).unwrap();
    fs::create_dir(folder.path().join("other")).unwrap();
    fs::write(folder.path().join("other/secret"), "secret\n").unwrap();
    let mut context = context(Path::new(""), 0, 1);
    context.root = Root::Beneath(Arc::new(OwnedFd::from(fs::File::open(&inside).unwrap())));
    (folder, inside, context)
}

async fn write(path: &str, context: &Context, values: &[&[u8]]) -> Result<(), Fault> {
    let mut sink = sink::Sink::new(&settings(Path::new(path), &[]), context)?;
    sink.open().await?;
    process(&mut sink, values).await?;
    sink.flush().await?;
    sink.close().await
}

async fn open(path: &str, context: &Context) -> Result<source::Source, Fault> {
    let mut source = source::Source::new(&settings(Path::new(path), &[]), context)?;
    source.open().await.map(|()| source)
}

#[tokio::test]
async fn what_leads_out_of_the_folder_is_refused() {
    let (folder, inside, context) = tenant();
    let secret = folder.path().join("other/secret");
    fs::create_dir(inside.join("deep")).unwrap();
    symlink(&secret, inside.join("absolute")).unwrap();
    symlink("../other/secret", inside.join("relative")).unwrap();
    symlink("../../other", inside.join("deep/folder")).unwrap();
    symlink("../other/new", inside.join("dangling")).unwrap();
    symlink("/proc/self/root/etc/passwd", inside.join("magic")).unwrap();
    symlink("loop", inside.join("loop")).unwrap();
    let absolute = secret.display().to_string();
    for path in [
        "../other/secret",
        "deep/../../other/secret",
        "deep/folder/secret",
        "absolute",
        "relative",
        "dangling",
        "magic",
        "loop",
        "/etc/passwd",
        "/proc/self/fd/0",
        &absolute,
    ] {
        let read = open(path, &context).await.expect_err(path);
        let wrote = write(path, &context, &[b"mine"]).await.expect_err(path);
        assert_eq!((read.code, wrote.code), (Code::SourceFailed, Code::SinkFailed));
        for fault in [read, wrote] {
            let is_told = fault.message.contains("out of the tenant's folder");
            assert!(is_told, "{path}: {fault}");
        }
    }
    // New folders would have to be made out there.
    for path in ["../new/file", "deep/folder/new/file", "/tmp/new/file"] {
        write(path, &context, &[b"mine"]).await.expect_err(path);
    }
    assert_eq!(fs::read(&secret).unwrap(), b"secret\n");
    let beside: Vec<_> = fs::read_dir(folder.path().join("other")).unwrap().collect();
    assert_eq!(beside.len(), 1, "nothing was made there");
    assert!(!folder.path().join("new").exists());
}

#[tokio::test]
async fn the_folder_may_itself_be_reached_by_proc_without_links_of_that_kind_working_in_it() {
    let (_folder, inside, context) = tenant();
    fs::write(inside.join("input"), "one\n").unwrap();
    let open_file = fs::File::open(inside.join("input")).unwrap();
    // Even a link of /proc that leads to a file beneath the folder.
    let link = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(&open_file));
    symlink(link, inside.join("link")).unwrap();
    assert!(open("link", &context).await.is_err());
    assert!(open("input", &context).await.is_ok());
}

#[tokio::test]
async fn links_and_steps_that_stay_in_the_folder_are_followed() {
    let (_folder, inside, context) = tenant();
    fs::create_dir(inside.join("deep")).unwrap();
    fs::write(inside.join("input"), "one\n").unwrap();
    symlink("../input", inside.join("deep/link")).unwrap();
    symlink("deep", inside.join("short")).unwrap();
    for path in ["input", "./input", "deep/../input", "deep/link", "short/link"] {
        let source = open(path, &context).await.expect(path);
        assert_eq!(read_split(source).await.0, [b"one"], "{path}");
    }
    write("short/new/../new/out", &context, &[b"two"]).await.unwrap();
    assert_eq!(fs::read(inside.join("deep/new/out")).unwrap(), b"two\n");
    // As a parser has it that makes paths absolute.
    let beneath = Context { folder: inside.clone(), ..context };
    let path = inside.join("input").display().to_string();
    assert_eq!(read_split(open(&path, &beneath).await.unwrap()).await.0, [b"one"]);
}

#[tokio::test]
async fn what_is_no_regular_file_is_refused_and_makes_nobody_wait() {
    let (_folder, inside, context) = tenant();
    fs::create_dir(inside.join("folder")).unwrap();
    let mode = Mode::RUSR | Mode::WUSR;
    mknodat(CWD, inside.join("fifo"), FileType::Fifo, mode, 0).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(inside.join("socket")).unwrap();
    for (path, expected) in [
        ("fifo", "no regular file"),
        ("socket", "no regular file"),
        ("folder", "older"),
        ("folder/", "older"),
        ("", "No such file"),
    ] {
        let fault = open(path, &context).await.expect_err(path);
        assert!(path.is_empty() || fault.message.contains(expected), "{path}: {fault}");
        write(path, &context, &[b"mine"]).await.expect_err(path);
    }
    // A name that would be a stream elsewhere is a file here.
    write("dev/stdout", &context, &[b"one"]).await.unwrap();
    assert_eq!(fs::read(inside.join("dev/stdout")).unwrap(), b"one\n");
}

#[tokio::test]
async fn a_sink_keeps_whole_lines_and_appends() {
    let (_folder, inside, context) = tenant();
    let long = "y".repeat(200_000);
    let whole = format!("one\n{long}\n");
    for (before, kept) in [
        (String::new(), ""),
        ("one\n".to_owned(), "one\n"),
        ("one\ntor".to_owned(), "one\n"),
        ("torn".to_owned(), ""),
        (format!("{whole}{long}{long}"), &whole),
        (long.clone(), ""),
        (whole.clone(), &whole),
    ] {
        fs::write(inside.join("out"), &before).unwrap();
        write("out", &context, &[b"two"]).await.unwrap();
        write("out", &context, &[b"three"]).await.unwrap();
        let after = fs::read_to_string(inside.join("out")).unwrap();
        assert!(after == format!("{kept}two\nthree\n"), "{} bytes before", before.len());
    }
}

#[tokio::test]
async fn what_belongs_to_the_process_is_refused() {
    let (_folder, _, context) = tenant();
    let source = crate::connectors::SOURCES.iter().find(|kind| kind.name == "stdin").unwrap();
    let sink = crate::connectors::SINKS.iter().find(|kind| kind.name == "stdout").unwrap();
    let settings = Settings::default();
    let faults =
        [(source.build)(&settings, &context).err(), (sink.build)(&settings, &context).err()];
    for (fault, code) in faults.into_iter().zip([Code::SourceFailed, Code::SinkFailed]) {
        let fault = fault.expect("a refusal");
        assert_eq!(fault.code, code);
        assert!(fault.message.contains("cannot be used on a cluster"), "{fault}");
    }
}

#[tokio::test]
async fn patterns_and_followed_files_stay_in_the_folder_too() {
    let (folder, inside, context) = tenant();
    fs::create_dir_all(inside.join("in/deep.x")).unwrap();
    fs::write(inside.join("in/a.x"), "1\n").unwrap();
    let values = async |path: &str, follow: bool| {
        let settings = settings(Path::new(path), &[("follow", Value::Boolean(follow))]);
        let mut source = (SOURCE.build)(&settings, &context)?;
        source.open().await?;
        let mut output = Output::new(1, None);
        output.begin(None);
        source.read(&mut output).await?;
        let (emissions, _) = output.take();
        Ok::<_, Fault>(emissions.iter().map(|one| one.batch.len()).sum::<usize>())
    };
    assert_eq!(values("in/*.x", false).await, Ok(1));
    assert_eq!(values("in/*.x", true).await, Ok(1));
    symlink(folder.path().join("other/secret"), inside.join("in/b.x")).unwrap();
    for (path, follow) in
        [("in/*.x", false), ("in/*.x", true), ("../other/*", false), ("in/b.x", true)]
    {
        let fault = values(path, follow).await.unwrap_err();
        assert!(fault.message.contains("out of the tenant's folder"), "{path}: {}", fault.message);
    }
}
