//! Frames to and from their Cap'n Proto form. Columns move as whole slices; nothing is done for each record but the
//! check of columns that came from a peer.

use arrow_buffer::{ArrowNativeType, Buffer};
use capnp::primitive_list;
use sandbar_dataflow::batch::{Buffers, Malformed};
use sandbar_dataflow::{BATCH_BYTES_MAX, Frame, RecordBatch, Watermark};
use sandbar_schema::{exchange_capnp::frame, record_batch_capnp::record_batch};

use crate::Error;
use crate::transport::Memory;

/// What a frame counts besides its batch's columns, as `Credits.grant` of the schema says.
const FRAME_BYTES: u64 = 256;

/// Words of a push besides the columns: RPC's own structs, the frame's, and the rounding of seven columns.
const OVERHEAD_WORDS: u64 = 64;

/// Bytes that a frame uses up of its channel's credit.
pub(crate) fn cost(frame: &Frame) -> u64 {
    let batch = match frame {
        Frame::Batch(batch) => batch.bytes(),
        _ => 0,
    };
    batch as u64 + FRAME_BYTES
}

/// Words that a message with this frame needs, so that it is allocated once.
pub(crate) fn words(frame: &Frame) -> u64 {
    cost(frame) / 8 + OVERHEAD_WORDS
}

/// Writes frame number `sequence`.
///
/// # Errors
/// [`Error::Malformed`] for a batch above the cap, which every receiver would refuse.
pub(crate) fn encode(
    sequence: u64,
    frame: &Frame,
    mut to: frame::Builder<'_>,
) -> Result<(), Error> {
    to.set_sequence(sequence);
    match frame {
        Frame::Batch(batch) => encode_batch(batch, to.init_batch())?,
        Frame::Watermark(Watermark::At(time)) => to.set_watermark(*time),
        Frame::Watermark(Watermark::Idle) => to.set_idle(()),
        Frame::Barrier(checkpoint) => to.set_barrier(*checkpoint),
        Frame::End => to.set_end(()),
    }
    Ok(())
}

/// Reads a frame; its number is the caller's to check.
///
/// # Errors
/// [`Error::Width`] and [`Error::Malformed`] for columns that are not a batch, [`Error::UnknownFrame`].
pub(crate) fn decode(from: frame::Reader<'_>, memory: &Memory) -> Result<Frame, Error> {
    let garbage = |error: capnp::Error| Error::Garbage(error.to_string());
    match from.which().map_err(|_| Error::UnknownFrame)? {
        frame::Batch(batch) => decode_batch(batch.map_err(garbage)?, memory).map(Frame::Batch),
        frame::Watermark(time) => Ok(Frame::Watermark(Watermark::At(time))),
        frame::Idle(()) => Ok(Frame::Watermark(Watermark::Idle)),
        frame::Barrier(checkpoint) => Ok(Frame::Barrier(checkpoint)),
        frame::End(()) => Ok(Frame::End),
    }
}

fn encode_batch(batch: &RecordBatch, mut to: record_batch::Builder<'_>) -> Result<(), Error> {
    let columns = batch.columns();
    let bytes = columns.bytes();
    if bytes > BATCH_BYTES_MAX {
        return Err(Malformed::BatchTooLarge { bytes }.into());
    }
    fill(&columns.timestamps, |len| to.reborrow().init_timestamps(len));
    fill(&columns.key_ends, |len| to.reborrow().init_key_ends(len));
    fill(&columns.value_ends, |len| to.reborrow().init_value_ends(len));
    fill(&columns.header_ends, |len| to.reborrow().init_header_ends(len));
    // An unused column stays a null pointer.
    if !columns.keys.is_empty() {
        to.set_keys(&columns.keys);
    }
    if !columns.values.is_empty() {
        to.set_values(&columns.values);
    }
    if !columns.headers.is_empty() {
        to.set_headers(&columns.headers);
    }
    Ok(())
}

/// Copies a column of numbers into the list that `init` makes; an unused column stays a null pointer.
fn fill<'a, T>(column: &[T], init: impl FnOnce(u32) -> primitive_list::Builder<'a, T>)
where
    T: Copy + capnp::introspect::Introspect + capnp::private::layout::PrimitiveElement,
{
    if column.is_empty() {
        return;
    }
    let len = u32::try_from(column.len()).expect("a batch within its cap has fewer elements");
    let mut list = init(len);
    list.as_slice().expect("a list just made has its own width").copy_from_slice(column);
}

fn decode_batch(from: record_batch::Reader<'_>, memory: &Memory) -> Result<RecordBatch, Error> {
    let garbage = |error: capnp::Error| Error::Garbage(error.to_string());
    // What is not shared is copied first and checked once: a message within its limit is no more than a batch, and its
    // traversal limit bounds the rest.
    let timestamps = from.get_timestamps().map_err(garbage)?;
    let timestamps = numbers("timestamps", &timestamps)?;
    let key_ends = from.get_key_ends().map_err(garbage)?;
    let key_ends = numbers("keys", &key_ends)?;
    let keys = from.get_keys().map_err(garbage)?;
    let value_ends = from.get_value_ends().map_err(garbage)?;
    let value_ends = numbers("values", &value_ends)?;
    let values = from.get_values().map_err(garbage)?;
    let header_ends = from.get_header_ends().map_err(garbage)?;
    let header_ends = numbers("headers", &header_ends)?;
    let headers = from.get_headers().map_err(garbage)?;
    let ends = key_ends.len() + value_ends.len() + header_ends.len();
    let bytes = size_of_val(timestamps) + 4 * ends + keys.len() + values.len() + headers.len();
    let buffers = Buffers {
        timestamps: buffer(timestamps, bytes, memory).into(),
        key_ends: buffer(key_ends, bytes, memory).into(),
        keys: buffer(keys, bytes, memory),
        value_ends: buffer(value_ends, bytes, memory).into(),
        values: buffer(values, bytes, memory),
        header_ends: buffer(header_ends, bytes, memory).into(),
        headers: buffer(headers, bytes, memory),
    };
    Ok(RecordBatch::from_buffers(buffers)?)
}

/// A column of a batch of so many bytes: where it lies if it can be shared, else a copy.
fn buffer<T: ArrowNativeType>(column: &[T], bytes: usize, memory: &Memory) -> Buffer {
    memory.share(column, bytes).unwrap_or_else(|| Buffer::from_vec(column.to_vec()))
}

fn numbers<'a, T>(
    column: &'static str,
    list: &'a primitive_list::Reader<'_, T>,
) -> Result<&'a [T], Error>
where
    T: Copy + capnp::introspect::Introspect + capnp::private::layout::PrimitiveElement,
{
    if list.is_empty() {
        return Ok(&[]);
    }
    list.as_slice().ok_or(Error::Width { column })
}
