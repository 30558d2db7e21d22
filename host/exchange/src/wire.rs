//! Frames to and from their Cap'n Proto form. Columns go out and come in where they lie; nothing is done for each record
//! but the check of columns that came from a peer.

use arrow_buffer::{ArrowNativeType, Buffer};
use capnp::primitive_list;
use sandbar_dataflow::batch::{Buffers, Malformed};
use sandbar_dataflow::{BATCH_BYTES_MAX, Frame, RecordBatch, Watermark};
use sandbar_schema::{exchange_capnp::frame, record_batch_capnp::record_batch};

use crate::Error;
use crate::transport::{Lists, Memory, Width};

/// What a frame counts besides its batch's columns, as `Credits.grant` of the schema says.
const FRAME_BYTES: u64 = 256;

/// The way from the root of a call's message to the batch that `Channel.push` is passed: `Message.call`, `Call.params`,
/// `Payload.content`, `frame`, `Frame.batch`.
const BATCH: [usize; 5] = [0, 1, 0, 0, 0];

/// Bytes that a frame uses up of its channel's credit.
pub(crate) fn cost(frame: &Frame) -> u64 {
    let batch = match frame {
        Frame::Batch(batch) => batch.bytes(),
        _ => 0,
    };
    batch as u64 + FRAME_BYTES
}

/// Writes frame number `sequence`. The columns of a batch are left out: they are the lists that the message must take
/// along.
///
/// # Errors
/// [`Error::Malformed`] for a batch above the cap, which every receiver would refuse.
pub(crate) fn encode(
    sequence: u64,
    frame: &Frame,
    mut to: frame::Builder<'_>,
) -> Result<Option<Lists>, Error> {
    to.set_sequence(sequence);
    match frame {
        Frame::Batch(batch) => {
            to.init_batch();
            return columns(batch).map(Some);
        }
        Frame::Watermark(Watermark::At(time)) => to.set_watermark(*time),
        Frame::Watermark(Watermark::Idle) => to.set_idle(()),
        Frame::Barrier(checkpoint) => to.set_barrier(*checkpoint),
        Frame::End => to.set_end(()),
    }
    Ok(None)
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

/// The pointers of `RecordBatch`, in the schema's order.
fn columns(batch: &RecordBatch) -> Result<Lists, Error> {
    let bytes = batch.bytes();
    if bytes > BATCH_BYTES_MAX {
        return Err(Malformed::BatchTooLarge { bytes }.into());
    }
    let columns = batch.buffers();
    let lists = vec![
        (Width::EightBytes, columns.timestamps.into_inner()),
        (Width::FourBytes, columns.key_ends.into_inner()),
        (Width::Byte, columns.keys),
        (Width::FourBytes, columns.value_ends.into_inner()),
        (Width::Byte, columns.values),
        (Width::FourBytes, columns.header_ends.into_inner()),
        (Width::Byte, columns.headers),
    ];
    Ok(Lists { path: &BATCH, lists })
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
