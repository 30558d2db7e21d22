//! Frames to messages and back, and messages that are no frames.

use capnp::message::{Builder, ReaderOptions};
use capnp::serialize::{read_message_from_flat_slice, write_message_to_words};
use sandbar_dataflow::batch::Malformed;
use sandbar_dataflow::{BatchBuilder, Frame, Record, Watermark};
use sandbar_schema::exchange_capnp::frame;

use super::{batch, shown};
use crate::transport::{Lists, Memory, written};
use crate::{Error, wire};

/// The bytes of a message whose root is the frame.
fn encoded(sequence: u64, frame: &Frame) -> Vec<u8> {
    let mut message = Builder::new_default();
    let columns = wire::encode(sequence, frame, message.init_root()).unwrap();
    // By RPC the frame is deeper inside.
    let columns = columns.map(|columns| Lists { path: &[0], ..columns });
    written(message, columns)
}

/// By the library's own reader.
fn decoded(bytes: &[u8]) -> Result<Frame, Error> {
    let message = read_message_from_flat_slice(&mut &*bytes, ReaderOptions::default()).unwrap();
    let reader: frame::Reader<'_> = message.get_root().unwrap();
    assert_eq!(reader.get_sequence(), 7);
    wire::decode(reader, &Memory::default())
}

fn check(frame: &Frame) {
    assert_eq!(shown(&decoded(&encoded(7, frame)).unwrap()), shown(frame));
}

#[test]
fn every_kind_of_frame_comes_back_as_it_went() {
    let mut builder = BatchBuilder::default();
    for number in 0..100 {
        let (key, value) = (format!("key {number}"), "v".repeat(number));
        let record = Record {
            key: key.as_bytes(),
            value: value.as_bytes(),
            timestamp: i64::MIN + number as i64,
            headers: if number % 3 == 0 { &[1, 0, 1, 0, b'a', b'b'] } else { &[] },
        };
        builder.push(record);
    }
    let whole = builder.finish();
    check(&Frame::Batch(whole.slice(20..60)));
    check(&Frame::Batch(whole.slice(5..5)));
    check(&Frame::Batch(whole));
    check(&Frame::Batch(batch(1, 0)));
    check(&Frame::Watermark(Watermark::At(i64::MAX)));
    check(&Frame::Watermark(Watermark::Idle));
    check(&Frame::Barrier(u64::MAX));
    check(&Frame::End);
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let mut message = Builder::new_default();
    let mut frame: frame::Builder<'_> = message.init_root();
    frame.set_sequence(7);
    let mut batch = frame.init_batch();
    batch.reborrow().init_timestamps(1);
    batch.reborrow().init_value_ends(1).set(0, 10);
    batch.set_values(b"eleven bytes");
    let refused = decoded(&write_message_to_words(&message));
    assert!(matches!(refused, Err(Error::Malformed(Malformed::LastEnd { column: "values", .. }))));
}

/// What becomes of a batch of one record when its list of elements of size `from` says `to`.
fn resized(from: u8, to: u8) -> Error {
    let mut bytes = encoded(7, &Frame::Batch(batch(1, 10)));
    let pointer =
        |word: &[u8]| (word[0] & 3 == 1) && u32_at(&word[4..]) == (1 << 3 | u32::from(from));
    // The last, since the table of segments may look like one.
    let at = bytes.chunks_exact(8).rposition(pointer).unwrap() * 8;
    bytes[at + 4] = 1 << 3 | to;
    decoded(&bytes).unwrap_err()
}

#[test]
fn numbers_of_another_width_are_refused() {
    // Of the sizes in Cap'n Proto's pointers, 4 means four bytes, 5 means eight, and 6 means pointers.
    let (four, eight, pointers) = (4, 5, 6);
    assert!(matches!(resized(eight, four), Error::Garbage(_)));
    assert!(matches!(resized(eight, pointers), Error::Garbage(_)));
    assert!(matches!(resized(four, eight), Error::Width { column: "values" }));
}

fn u32_at(bytes: &[u8]) -> u32 {
    u32::from_le_bytes(bytes[..4].try_into().unwrap())
}

#[test]
fn a_batch_above_the_cap_is_not_sent() {
    let mut builder = BatchBuilder::default();
    for _ in 0..5 {
        builder.push(Record { value: &vec![0; 1 << 20], ..Record::default() });
    }
    let frame = Frame::Batch(builder.finish());
    let mut message = Builder::new_default();
    let refused = wire::encode(1, &frame, message.init_root());
    assert!(matches!(refused, Err(Error::Malformed(Malformed::BatchTooLarge { .. }))));
}
