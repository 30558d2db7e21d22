//! A source that goes on where another one stood gives what that one had not given, and refuses to go on elsewhere.

use sandbar_dataflow::Position;

use super::*;

/// Lines of every kind: many short ones, one that is too long, and a last one without an end.
fn content() -> Vec<u8> {
    let mut content: Vec<u8> = (0..3_000).flat_map(|i| format!("{i}\n").into_bytes()).collect();
    content.extend(vec![b'x'; 3 << 20]);
    content.extend(b"\r\n\nafter\r\n");
    content.extend((0..3_000).flat_map(|i| format!("{i}\r\n").into_bytes()));
    content.extend(b"last");
    content
}

/// As [`read_split`], but each read is done by a source of its own, made at the position of the one before.
async fn read_in_steps(make: impl Fn() -> source::Source) -> (Vec<Vec<u8>>, Vec<Rejection>, usize) {
    let mut output = Output::new(1, None);
    let (mut values, mut rejections, mut steps) = (Vec::new(), Vec::new(), 0);
    let mut position = make().position().unwrap();
    loop {
        let mut source = make().resume(&position).unwrap();
        assert_eq!(source.position().as_ref(), Some(&position), "it stands there before it opens");
        source.open().await.unwrap();
        assert_eq!(source.position().as_ref(), Some(&position), "and once it is open");
        output.begin(None);
        let read = source.read(&mut output).await.unwrap();
        let (emissions, rejected) = output.take();
        let batches = emissions.iter().map(|emission| &emission.batch);
        values.extend(batches.flat_map(|batch| batch.iter().map(|of| of.value.to_vec())));
        rejections.extend(rejected);
        let before = std::mem::replace(&mut position, source.position().unwrap());
        steps += 1;
        // The end of a file is found by a read that brings nothing.
        if read == Read::End || (before == position && emissions.is_empty()) {
            return (values, rejections, steps);
        }
    }
}

#[tokio::test]
async fn every_read_may_be_another_sources_and_gives_the_same() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    fs::write(&path, content()).unwrap();
    for (splits, stripe_bytes) in [(1, 64), (2, 999), (3, 40_000), (2, 1 << 20), (4, 256 << 10)] {
        for split in 0..splits {
            let context = context(folder.path(), split, splits);
            let make = || {
                let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
                source.with_stripe_bytes(stripe_bytes)
            };
            let (expected, refused) = read_split(make()).await;
            let (values, rejected, steps) = read_in_steps(make).await;
            assert!(values == expected, "split {split} of {splits}, {stripe_bytes} bytes");
            assert_eq!(rejected.len(), refused.len());
            assert!(steps > expected.len() / BATCH_RECORDS, "{steps} steps");
        }
    }
}

#[tokio::test]
async fn a_source_that_ended_goes_on_with_what_has_come_since() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    fs::write(&path, "one\ntwo\n").unwrap();
    for splits in [1, 4] {
        let mut context = context(folder.path(), splits - 1, splits);
        let mut source = source::Source::new(&settings(&path, &[]), &context).unwrap();
        source.open().await.unwrap();
        let mut output = Output::new(1, None);
        while source.read(&mut output).await.unwrap() == Read::More {}
        // A stripe behind the file's end is no sign that the file shrank.
        context.position = source.position();
        let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
        assert!(read_split(source).await.0.is_empty());
        if splits == 1 {
            fs::write(&path, "one\ntwo\nthree\n").unwrap();
            let source = source::Source::new(&settings(&path, &[]), &context).unwrap();
            assert_eq!(read_split(source).await.0, [b"three"]);
        }
    }
}

#[tokio::test]
async fn a_position_that_does_not_fit_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("input");
    fs::write(&path, "x\n".repeat(100)).unwrap();
    let shown = path.display();
    let at = |splits: u32, bytes: u32, stripe: u32, offset: u64| {
        format!(
            r#"{{"path":"{shown}","splits":{splits},"stripe_bytes":{bytes},"stripe":{stripe},"offset":{offset}}}"#
        )
    };
    let refusal = async |text: String, split, splits| {
        let mut context = context(folder.path(), split, splits);
        context.position = Some(Position(text));
        let fault = match source::Source::new(&settings(&path, &[]), &context) {
            Ok(mut source) => source.open().await.err()?,
            Err(fault) => fault,
        };
        assert_eq!(fault.code, Code::SourceFailed);
        assert!(fault.message.starts_with("cannot go on in input: its position "), "{fault}");
        Some(fault.message)
    };
    let stripe = 256 << 10;
    assert_eq!(refusal(at(1, stripe, 0, 200), 0, 1).await, None);
    assert_eq!(refusal(at(1, 7, 0, 3), 0, 1).await, None, "one split has no stripes");
    for (text, split, splits, expected) in [
        (at(1, stripe, 0, 201), 0, 1, "lies behind 201 bytes, but the file has 200 now"),
        (at(2, stripe, 2, u64::from(2 * stripe) - 1), 0, 2, "lies behind 262144 bytes"),
        (at(2, stripe, 0, 0), 0, 1, "is that of one of 2 tasks, but there are 1 now"),
        (at(2, 7, 0, 0), 0, 2, "counts in stripes of 7 bytes, but they have 262144 now"),
        (at(2, stripe, 1, 0), 0, 2, "stripe 1, where task 0 never is"),
        (at(2, stripe, 1, 9), 1, 2, "is byte 9 of stripe 1"),
        (at(1, stripe, 0, 0).replace("input", "other"), 0, 1, "speaks of the file"),
        (at(1, stripe, 0, 0).replace("offset", "offsets"), 0, 1, "is none of a file source"),
        (r#"{"next":3,"tasks":1}"#.to_owned(), 0, 1, "is none of a file source"),
        (String::new(), 0, 1, "is none of a file source"),
    ] {
        let message = refusal(text.clone(), split, splits).await;
        assert!(message.as_ref().is_some_and(|it| it.contains(expected)), "{text}: {message:?}");
    }
}

#[tokio::test]
async fn a_stream_has_no_position() {
    let context = context(Path::new("/"), 0, 1);
    let settings = settings(Path::new("/dev/null"), &[]);
    let mut source = source::Source::new(&settings, &context).unwrap();
    assert_eq!(source.position(), None);
    source.open().await.unwrap();
    assert_eq!(source.position(), None);
    assert_eq!(source.read(&mut Output::new(1, None)).await, Ok(Read::End));
    assert_eq!(source.position(), None);
}
