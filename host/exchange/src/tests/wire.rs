//! Frames to messages and back, and messages that are no frames.

use capnp::message::{Builder, ReaderOptions, SegmentArray};
use sandbar_dataflow::batch::Malformed;
use sandbar_dataflow::{BatchBuilder, Frame, Record, Watermark};
use sandbar_schema::exchange_capnp::frame;

use super::{batch, shown};
use crate::transport::Memory;
use crate::{Error, wire};

fn encoded(sequence: u64, frame: &Frame) -> Builder<capnp::message::HeapAllocator> {
    let mut message = Builder::new_default();
    wire::encode(sequence, frame, message.init_root()).unwrap();
    message
}

fn check(frame: &Frame) {
    let message = encoded(7, frame);
    let reader: frame::Reader<'_> = message.get_root_as_reader().unwrap();
    assert_eq!(reader.get_sequence(), 7);
    assert_eq!(shown(&wire::decode(reader, &Memory::default()).unwrap()), shown(frame));
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
fn a_message_is_allocated_once_for_its_batch() {
    for bytes in [0, 1, 1_000, 100_000, 1_000_000] {
        let frame = Frame::Batch(batch(1, bytes));
        let words = encoded(1, &frame).size_in_words() as u64;
        assert!(words < wire::words(&frame), "{bytes} bytes: {words} words");
    }
}

#[test]
fn columns_that_do_not_fit_are_refused() {
    let mut message = encoded(1, &Frame::Batch(batch(1, 10)));
    let frame::Batch(to) = message.get_root::<frame::Builder<'_>>().unwrap().which().unwrap()
    else {
        panic!("a batch was written")
    };
    to.unwrap().set_values(b"eleven bytes");
    let refused = wire::decode(message.get_root_as_reader().unwrap(), &Memory::default());
    assert!(matches!(refused, Err(Error::Malformed(Malformed::LastEnd { column: "values", .. }))));
}

/// What becomes of a batch of one record when its list of elements of size `from` says `to`.
fn resized(from: u8, to: u8) -> Error {
    let message = encoded(1, &Frame::Batch(batch(1, 10)));
    let mut segment = message.get_segments_for_output()[0].to_vec();
    let pointer =
        |word: &[u8]| (word[0] & 3 == 1) && u32_at(&word[4..]) == (1 << 3 | u32::from(from));
    let at = segment.chunks(8).position(pointer).unwrap() * 8;
    segment[at + 4] = 1 << 3 | to;
    let segments = [&segment[..]];
    let message =
        capnp::message::Reader::new(SegmentArray::new(&segments), ReaderOptions::default());
    wire::decode(message.get_root().unwrap(), &Memory::default()).unwrap_err()
}

#[test]
fn numbers_of_another_width_are_refused() {
    // Of the sizes in Cap'n Proto's pointers, 4 means four bytes, 5 means eight, and 6 means pointers.
    let (four, eight, pointers) = (4, 5, 6);
    assert!(matches!(resized(eight, four), Error::Garbage(_)));
    assert!(matches!(resized(eight, pointers), Error::Garbage(_)));
    assert!(matches!(resized(four, eight), Error::Width { column: "keys" }));
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
