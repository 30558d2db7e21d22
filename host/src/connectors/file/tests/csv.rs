//! Files of CSV: cells that span lines, headers that are written once, and files that end in the middle of a record.

use std::os::fd::OwnedFd;

use super::*;
use sandbar_dataflow::{Position, RECORD_BYTES_MAX, Source};

fn format() -> (&'static str, Value) {
    ("format", text("csv"))
}

fn source(path: &Path, position: Option<Position>) -> Box<dyn Source> {
    let context = Context { position, ..context(path.parent().unwrap(), 0, 1) };
    (SOURCE.build)(&settings(path, &[format()]), &context).unwrap()
}

/// The values of one read, why lines are none, and whether there may be more.
async fn read_once(source: &mut dyn Source) -> (Vec<String>, Vec<String>, Read) {
    let mut output = Output::new(1, None);
    output.begin(None);
    let read = source.read(&mut output).await.unwrap();
    let (emissions, rejections) = output.take();
    let text = |value: &[u8]| String::from_utf8(value.to_vec()).unwrap();
    let values = emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value)));
    let refused = rejections.into_iter().map(|one| one.fault.message);
    (values.collect(), refused.collect(), read)
}

async fn read_all(path: &Path) -> (Vec<String>, Vec<String>) {
    let mut source = source(path, None);
    source.open().await.unwrap();
    let (mut values, mut refused) = (Vec::new(), Vec::new());
    loop {
        let (more, more_refused, read) = read_once(source.as_mut()).await;
        values.extend(more);
        refused.extend(more_refused);
        if read == Read::End {
            return (values, refused);
        }
    }
}

/// A sink that has written `values`; those that it refused.
async fn write(
    path: &Path,
    root: &Root,
    more: &[(&str, Value)],
    values: &[&str],
) -> Result<Vec<String>, Fault> {
    let more = [&[format()], more].concat();
    let context = Context { root: root.clone(), ..context(path.parent().unwrap(), 0, 1) };
    let mut sink = sink::Sink::new(&settings(path, &more), &context)?;
    sink.open().await?;
    let values: Vec<_> = values.iter().map(|value| value.as_bytes()).collect();
    let mut refused = Vec::new();
    for some in values.chunks(2) {
        let rejections = process(&mut sink, some).await?;
        refused.extend(rejections.into_iter().map(|one| one.fault.message));
    }
    sink.flush().await?;
    sink.close().await?;
    Ok(refused)
}

#[tokio::test]
async fn cells_span_lines_and_lines_are_counted_as_the_file_has_them() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in");
    let content = "\n\"n\nm\",t\r\n1,\"x\n\ny\"\nshort\n2,\"open\n3,z\r\n4,\"\n\r\n\"";
    fs::write(&path, content).unwrap();
    let (values, refused) = read_all(&path).await;
    let record = |n: &str, t: &str| format!(r#"{{"n\nm":"{n}","t":"{t}"}}"#);
    // The quote of line 8 is closed by that of line 10, and what that line meant by it is left alone.
    assert_eq!(values, [record("1", r"x\n\ny"), record("2", r"open\n3,z\r\n4,")]);
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert!(refused[0].starts_with("in line 7 (byte 19): has 1 cells"), "{}", refused[0]);
    assert!(refused[1].starts_with("in line 12 (byte 44): opens a quote"), "{}", refused[1]);
    fs::write(&path, content.replace("4,\"\n\r\n\"", "4,q\n5,6")).unwrap();
    let (values, refused) = read_all(&path).await;
    let expected = [record("1", r"x\n\ny"), record("3", "z"), record("4", "q"), record("5", "6")];
    assert_eq!(values, expected);
    let expected = "in line 8 (byte 25): opens a quote that is closed neither within the 1048576 bytes of a record nor before the input ends";
    assert_eq!(refused[1], expected);
}

#[tokio::test]
async fn a_quote_that_is_not_closed_does_not_swallow_the_file() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in");
    let many = 200_000;
    let rest: String = (0..many).map(|n| format!("{n},abcdefg\n")).collect();
    assert!(rest.len() > 2 << 20);
    fs::write(&path, format!("n,t\n0,\"stray\n{rest}1,\"closed\nhere\"\n")).unwrap();
    let (values, refused) = read_all(&path).await;
    assert_eq!(values.len(), many + 1);
    assert_eq!(values[many], r#"{"n":"1","t":"closed\nhere"}"#);
    assert_eq!(refused.len(), 1);
    assert!(refused[0].starts_with("in line 2 (byte 4): opens a quote that"), "{}", refused[0]);
}

#[tokio::test]
async fn a_header_that_is_too_long_or_never_ends_makes_no_line_a_record() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in");
    for (header, why) in [
        ("x".repeat(RECORD_BYTES_MAX + 1), "is longer than a record may be"),
        ("\"n".to_owned(), "opens a quote"),
    ] {
        fs::write(&path, format!("{header}\n1\n2\n")).unwrap();
        let (values, refused) = read_all(&path).await;
        assert!(values.is_empty());
        assert_eq!(refused.len(), 3);
        assert!(
            refused[2].contains(&format!("line 3 (byte {}): the header {why}", header.len() + 3)),
            "{}",
            refused[2]
        );
    }
}

#[tokio::test]
async fn a_source_goes_on_at_the_record_in_whose_cell_it_stood() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("in");
    // Before the header there is a blank line, and some records are longer than a read.
    let cell = |n: usize| format!("{n}\n{}\n\n", "\"\"x\n".repeat(n % 7 * 13_000));
    let records: String = (0..2_500)
        .map(|n| format!("{n},\"{}\"\n", if n % 100 == 0 { cell(n) } else { "a\nb".into() }))
        .collect();
    fs::write(
        &path,
        format!("\n\"n\n\",t\n1,\"stray\n{}{records}", "1,x\n".repeat(10))
            .replace("stray", "str\"ay"),
    )
    .unwrap();
    let expected = read_all(&path).await;
    assert_eq!((expected.0.len(), expected.1.len()), (2_500 + 11, 0));
    let (mut found, mut position, mut restarts) = (Vec::new(), None, 0);
    loop {
        let mut source = source(&path, position);
        source.open().await.unwrap();
        let (values, refused, read) = read_once(source.as_mut()).await;
        assert!(refused.is_empty());
        found.extend(values);
        position = source.position();
        restarts += 1;
        if read == Read::End {
            break;
        }
    }
    assert!(restarts > 10, "{restarts}");
    assert!(found == expected.0, "{} of {}", found.len(), expected.0.len());
}

#[tokio::test]
async fn a_file_has_one_header_however_often_it_is_gone_on_with() {
    let folder = TempDir::new().unwrap();
    let beneath = Root::Beneath(Arc::new(OwnedFd::from(fs::File::open(folder.path()).unwrap())));
    for (name, root) in [("going-on", Root::GoingOn), ("beneath", beneath)] {
        let path = folder.path().join(name);
        let content = || fs::read_to_string(&path).unwrap();
        assert!(write(&path, &root, &[], &[]).await.unwrap().is_empty());
        assert_eq!(content(), "", "without a record there is no header");
        let refused = write(&path, &root, &[], &["7", r#"{"b":1,"a":"x\ny"}"#, r#"{"a":2}"#]).await;
        assert_eq!(refused.unwrap().len(), 1);
        let whole = "b,a\n1,\"x\ny\"\n,2\n";
        assert_eq!(content(), whole);
        // Torn in a record that has line breaks, and in one that has none.
        for torn in ["3,\"p\nq\n", "3,\"", "3", ""] {
            fs::write(&path, [whole, torn].concat()).unwrap();
            let refused =
                write(&path, &root, &[], &[r#"{"a":4,"b":"5"}"#, r#"{"c":6}"#]).await.unwrap();
            assert_eq!(refused.len(), 1);
            assert!(refused[0].contains("no column is called `c`"), "{}", refused[0]);
            assert_eq!(content(), [whole, "5,4\n"].concat(), "{torn}");
        }
        let columns = |names: &[&str]| {
            ("columns", Value::Texts(names.iter().map(|&name| name.into()).collect()))
        };
        write(&path, &root, &[columns(&["b", "a"])], &[r#"{"c":6}"#]).await.unwrap();
        assert_eq!(content(), [whole, "5,4\n,\n"].concat());
        let fault = write(&path, &root, &[columns(&["a", "b"])], &[]).await.unwrap_err();
        let expected =
            "its first line is `b,a`, but the columns are `a,b`; give the sink another path";
        assert!(fault.message.contains(expected), "{fault}");
        // A header that is torn itself is none.
        fs::write(&path, "b,\"a\n").unwrap();
        write(&path, &root, &[], &[r#"{"z":1}"#]).await.unwrap();
        assert_eq!(content(), "z\n1\n");
    }
    let path = folder.path().join("anew");
    for _ in 0..2 {
        write(&path, &Root::Free, &[], &[r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":3}"#]).await.unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "a\n1\n2\n3\n");
    }
}

#[tokio::test]
async fn what_a_sink_wrote_a_source_reads_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("out");
    let mut state = 7_u64;
    let mut below = |limit: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit
    };
    let pieces = ["a", "\u{e4}", " ", ",", "\"", "\n", "\r\n", "\r", "\t", "\\"];
    let objects: Vec<_> = (0..3_000)
        .map(|n| {
            let text: String = (0..below(9)).map(|_| pieces[below(pieces.len())]).collect();
            let more = "long ".repeat(if n % 500 == 0 { 60_000 } else { 0 });
            format!(r#"{{"n":"{n}","text":{},"more":"{more}"}}"#, serde_json::Value::from(text))
        })
        .collect();
    let values: Vec<_> = objects.iter().map(String::as_str).collect();
    assert!(write(&path, &Root::Free, &[], &values).await.unwrap().is_empty());
    let (found, refused) = read_all(&path).await;
    assert!(refused.is_empty(), "{refused:?}");
    assert!(found == objects);
}

#[test]
fn what_was_written_of_a_batch_is_cut_back_to_whole_records() {
    let encoder = formats::Encoder::new(&[format()].into_iter().collect());
    let lines = b"n\n\"1\n2\"\n3\n";
    for (room, bytes, whole) in
        [(1, 0, 0), (2, 2, 1), (5, 2, 1), (7, 2, 1), (8, 8, 2), (9, 8, 2), (10, 10, 3)]
    {
        assert_eq!(
            sink::whole_lines(&lines[..room], encoder.quotes()),
            (bytes, whole),
            "room {room}"
        );
    }
}
