//! Files read one behind the other: patterns, packed files, CSV; and what may be wrong with them.

use std::io::Write;

use super::*;
use sandbar_dataflow::{Position, Source};

const GZIP: &str = "auto";

fn source(
    path: &Path,
    more: &[(&str, Value)],
    position: Option<Position>,
) -> Result<Box<dyn Source>, Fault> {
    source_of(path, more, position, (0, 1))
}

fn source_of(
    path: &Path,
    more: &[(&str, Value)],
    position: Option<Position>,
    (task, tasks): (u32, u32),
) -> Result<Box<dyn Source>, Fault> {
    let settings = settings(path, more);
    let context = Context { position, ..context(path.parent().unwrap(), task, tasks) };
    (SOURCE.build)(&settings, &context)
}

/// The values of one read, and whether there may be more.
async fn read_once(source: &mut dyn Source) -> Result<(Vec<String>, Read), Fault> {
    let mut output = Output::new(1, None);
    output.begin(None);
    let read = source.read(&mut output).await?;
    let (emissions, rejections) = output.take();
    assert!(rejections.is_empty(), "{:?}", rejections[0].fault);
    let text = |value: &[u8]| String::from_utf8(value.to_vec()).unwrap();
    let values = emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value)));
    Ok((values.collect(), read))
}

async fn read_all(mut source: Box<dyn Source>) -> Result<Vec<String>, Fault> {
    source.open().await?;
    let mut all = Vec::new();
    loop {
        let (values, read) = read_once(source.as_mut()).await?;
        all.extend(values);
        if read == Read::End {
            return Ok(all);
        }
    }
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(content).unwrap();
    packer.finish().unwrap()
}

fn zstd(content: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(content, ruzstd::encoding::CompressionLevel::Fastest)
}

fn numbers(range: std::ops::Range<u32>) -> String {
    range.map(|number| format!("{number}\n")).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn files_that_match_are_read_by_name_packed_or_not() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).unwrap();
    write("b.log", numbers(20..30).as_bytes());
    write("a.log.gz", &[gzip(b"0\n1"), gzip(b"\n2\n3")].concat());
    write("c.log.zst", &[zstd(b"30\n3"), zstd(b"1\n")].concat());
    write(".hidden.log", b"no\n");
    write("other", b"no\n");
    fs::create_dir(folder.path().join("d.log")).unwrap();
    let pattern = folder.path().join("*.log*");
    let expected = [numbers(0..4), numbers(20..32)].concat();
    assert_eq!(read_all(source(&pattern, &[], None).unwrap()).await.unwrap(), lines(&expected));
    // Each file is the share of one of several tasks.
    let mut found = Vec::new();
    for task in 0..3 {
        found.extend(read_all(source_of(&pattern, &[], None, (task, 3)).unwrap()).await.unwrap());
    }
    found.sort_by_key(|value| value.parse::<u32>().unwrap());
    assert_eq!(found, lines(&expected));
}

#[tokio::test]
async fn a_series_goes_on_where_it_stood() {
    let folder = TempDir::new().unwrap();
    let csv = |range| format!("n\n{}", numbers(range));
    for packed in [false, true] {
        let pack = |text: String| if packed { gzip(text.as_bytes()) } else { text.into_bytes() };
        let name =
            |name: &str| folder.path().join(format!("{name}{}", if packed { ".gz" } else { "" }));
        fs::write(name("x1"), pack(csv(0..3_000))).unwrap();
        fs::write(name("x2"), pack(csv(3_000..5_000))).unwrap();
        let pattern = if packed { name("x?") } else { folder.path().join("x?") };
        let more = [("format", text("csv"))];
        let mut found = Vec::new();
        let mut position = None;
        // A source of its own for each batch.
        for _ in 0..20 {
            let mut source = source(&pattern, &more, position).unwrap();
            source.open().await.unwrap();
            found.extend(read_once(source.as_mut()).await.unwrap().0);
            position = source.position();
        }
        let expected: Vec<_> = (0..5_000).map(|n| format!("{{\"n\":\"{n}\"}}")).collect();
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn positions_of_something_else_are_refused() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.x"), "1\n2\n").unwrap();
    let pattern = folder.path().join("*.x");
    let mut begun = source(&pattern, &[], None).unwrap();
    begun.open().await.unwrap();
    let other = folder.path().join("*.y");
    for position in [Position("nonsense".to_owned()), begun.position().unwrap()] {
        let fault = source(&other, &[], Some(position)).err().expect("it is refused");
        assert!(fault.message.contains("its position"), "{}", fault.message);
    }
    let at = |name: &str| {
        let files = pattern.display();
        Position(format!(r#"{{"files":"{files}","splits":1,"current":["{name}",{{"offset":2}}]}}"#))
    };
    assert_eq!(read_all(source(&pattern, &[], Some(at("a.x"))).unwrap()).await.unwrap(), ["2"]);
    let fault = read_all(source(&pattern, &[], Some(at("b.x"))).unwrap()).await.unwrap_err();
    assert!(
        fault.message.contains("lies in the file b.x, which is not there"),
        "{}",
        fault.message
    );
    fs::write(folder.path().join("a.x"), "").unwrap();
    let fault = read_all(source(&pattern, &[], Some(at("a.x"))).unwrap()).await.unwrap_err();
    assert!(fault.message.contains("shorter than the 2 bytes"), "{}", fault.message);
}

#[tokio::test]
async fn what_is_no_whole_packed_file_is_told_after_what_came_before() {
    let folder = TempDir::new().unwrap();
    let long = numbers(0..50_000);
    let cut = |packed: Vec<u8>| packed[..packed.len() - 100].to_vec();
    for (name, content, least) in [
        ("cut.gz", cut(gzip(long.as_bytes())), 1_000),
        ("cut.zst", cut(zstd(long.as_bytes())), 0),
        ("none.gz", b"no gzip at all".to_vec(), 0),
        ("none.zst", b"no zstd at all".to_vec(), 0),
        ("tail.gz", [gzip(b"1\n2\n"), b"garbage".to_vec()].concat(), 2),
        // A frame whose window is 1 GiB.
        ("wide.zst", b"\x28\xb5\x2f\xfd\x00\xa0\x01\x00\x00".to_vec(), 0),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let mut source = source(&path, &[("compression", text(GZIP))], None).unwrap();
        source.open().await.unwrap();
        let mut found = 0;
        let fault = loop {
            match read_once(source.as_mut()).await {
                Ok((values, read)) => {
                    found += values.len();
                    assert_eq!(read, Read::More, "{name} has no end");
                }
                Err(fault) => break fault,
            }
        };
        assert!(fault.message.starts_with(&format!("cannot read {name}: ")), "{}", fault.message);
        assert!(found >= least, "{name}: {found}");
    }
}

#[tokio::test]
async fn nothing_there_is_a_fault() {
    let folder = TempDir::new().unwrap();
    let fault = read_all(source(&folder.path().join("*.x"), &[], None).unwrap()).await.unwrap_err();
    let expected = "cannot read *.x: no file is there; with `follow = true` it is waited for";
    assert_eq!(fault.message, expected);
}
