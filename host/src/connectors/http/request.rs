//! One request to the ingest: checked, its body read within bounds, unpacked and decoded as a whole. Nothing of a body is
//! taken unless all of it can be.

use std::{io::Read as _, time::Duration};

use flate2::read::MultiGzDecoder;
use http_body_util::BodyExt as _;
use hyper::{
    HeaderMap, Method, Request, StatusCode,
    body::Incoming,
    header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE},
};
use sandbar_dataflow::{BATCH_BYTES, BATCH_RECORDS, BatchBuilder, RecordBatch};
use tokio::time::timeout;

use super::ingest::Shared;
use crate::{
    connectors::lines::{Line, Lines, Whole},
    formats::Decoder,
};

/// Longest wait for a body to be sent in full.
const BODY: Duration = Duration::from_secs(10);

/// A request that is not taken.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) why: String,
}

/// What a body holds.
pub(super) struct Body {
    pub(super) batches: Vec<RecordBatch>,
    pub(super) records: usize,
    /// Bytes that the batches hold.
    pub(super) bytes: usize,
}

/// Bytes of the ingest's buffer that a request holds; given back when dropped.
pub(super) struct Held<'s> {
    shared: &'s Shared,
    bytes: usize,
}

impl<'s> Held<'s> {
    fn grow(&mut self, bytes: usize) -> Result<(), Refusal> {
        if self.shared.held() + bytes > self.shared.buffer_bytes_max {
            return Err(full());
        }
        self.shared.hold(bytes);
        self.bytes += bytes;
        Ok(())
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.shared.release(self.bytes);
    }
}

fn refuse<T>(status: StatusCode, why: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { status, why: why.into() })
}

fn full() -> Refusal {
    let why = "the pipeline is slower than what is sent to it; try again later".to_owned();
    Refusal { status: StatusCode::TOO_MANY_REQUESTS, why }
}

/// How a body is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Identity,
    Gzip,
}

/// Takes what `request` brings.
pub(super) async fn take(shared: &Shared, request: Request<Incoming>) -> Result<Body, Refusal> {
    let (parts, body) = request.into_parts();
    let encoding = check(shared, &parts.method, &parts.headers)?;
    let mut held = Held { shared, bytes: 0 };
    let Ok(read) = timeout(BODY, read(shared, body, &mut held)).await else {
        let why = format!("the body did not come within {} s", BODY.as_secs());
        return refuse(StatusCode::REQUEST_TIMEOUT, why);
    };
    let mut bytes = read?;
    if encoding == Encoding::Gzip {
        bytes = unpack(shared, &bytes)?;
        held.grow(bytes.len())?;
    }
    let is_one = parts.headers.get(CONTENT_TYPE).is_some_and(is_one_value);
    let mut decoder = shared.decoder.borrow_mut();
    match is_one && decoder.reads_json() {
        true => decode_one(&mut decoder, &bytes),
        false => decode_lines(&mut decoder, bytes),
    }
}

/// Whether a body of this type is one JSON value, which may span lines.
fn is_one_value(kind: &hyper::header::HeaderValue) -> bool {
    let kind = kind.to_str().unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

/// What can be said before the body is read.
fn check(shared: &Shared, method: &Method, headers: &HeaderMap) -> Result<Encoding, Refusal> {
    if let Some(token) = &shared.token {
        let given = headers.get(AUTHORIZATION).map(hyper::header::HeaderValue::as_bytes);
        let given = given.and_then(|given| given.strip_prefix(b"Bearer ")).unwrap_or_default();
        // Hashes, so that the time it takes says nothing of the token.
        if blake3::hash(given) != blake3::hash(token.reveal().as_bytes()) {
            return refuse(
                StatusCode::UNAUTHORIZED,
                "send the source's token: Authorization: Bearer TOKEN",
            );
        }
    }
    if method != Method::POST {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "records are sent by POST");
    }
    if shared.stopping.get() {
        return refuse(StatusCode::SERVICE_UNAVAILABLE, "the pipeline stops");
    }
    let encoding = match headers.get(CONTENT_ENCODING).map(hyper::header::HeaderValue::as_bytes) {
        None | Some(b"identity") => Encoding::Identity,
        Some(b"gzip" | b"x-gzip") => Encoding::Gzip,
        Some(_) => {
            return refuse(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Content-Encoding can be gzip or identity",
            );
        }
    };
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let length: usize = length.unwrap_or(0);
    if length > shared.body_bytes_max {
        return Err(too_large(shared));
    }
    match shared.held() + length > shared.buffer_bytes_max {
        true => Err(full()),
        false => Ok(encoding),
    }
}

fn too_large(shared: &Shared) -> Refusal {
    let why = format!("the body exceeds the {} bytes of `max_body`", shared.body_bytes_max);
    Refusal { status: StatusCode::PAYLOAD_TOO_LARGE, why }
}

async fn read(
    shared: &Shared,
    mut body: Incoming,
    held: &mut Held<'_>,
) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    loop {
        let frame = tokio::select! {
            frame = body.frame() => frame,
            () = shared.stopped() => {
                return refuse(StatusCode::SERVICE_UNAVAILABLE, "the pipeline stops");
            }
        };
        let Some(frame) = frame else { return Ok(bytes) };
        let Ok(frame) = frame else {
            return refuse(
                StatusCode::BAD_REQUEST,
                "the body broke off, or is not what its headers say",
            );
        };
        let Some(piece) = frame.data_ref() else { continue };
        if bytes.len() + piece.len() > shared.body_bytes_max {
            return Err(too_large(shared));
        }
        held.grow(piece.len())?;
        bytes.extend_from_slice(piece);
    }
}

/// Unpacks a body, which may be a bomb: not a byte more than allowed is kept.
fn unpack(shared: &Shared, packed: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let max = shared.body_bytes_max as u64;
    match MultiGzDecoder::new(packed).take(max + 1).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > max => Err(too_large(shared)),
        Ok(_) => Ok(bytes),
        Err(error) => refuse(StatusCode::BAD_REQUEST, format!("the body is no gzip: {error}")),
    }
}

/// Grows batches as the engine cuts them.
#[derive(Default)]
struct Cutter {
    batch: BatchBuilder,
    batches: Vec<RecordBatch>,
}

impl Cutter {
    fn cut(&mut self) {
        if !self.batch.is_empty() {
            self.batches.push(std::mem::take(&mut self.batch).finish());
        }
    }

    fn finish(mut self) -> Body {
        self.cut();
        let records = self.batches.iter().map(RecordBatch::len).sum();
        let bytes = self.batches.iter().map(RecordBatch::bytes).sum();
        Body { batches: self.batches, records, bytes }
    }
}

fn decode_one(decoder: &mut Decoder, body: &[u8]) -> Result<Body, Refusal> {
    let mut cutter = Cutter::default();
    if body.len() > decoder.line_bytes_max() {
        let why = format!("a record has at most {} bytes", decoder.line_bytes_max());
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, why);
    }
    match decoder.decode(body.trim_ascii(), &mut cutter.batch) {
        Ok(()) => Ok(cutter.finish()),
        Err(refused) => refuse(StatusCode::BAD_REQUEST, refused.fault.message),
    }
}

fn decode_lines(decoder: &mut Decoder, body: Vec<u8>) -> Result<Body, Refusal> {
    let mut cutter = Cutter::default();
    decoder.begin();
    let line_bytes_max = decoder.line_bytes_max();
    let mut lines = Lines::of(body, Whole::Yes, line_bytes_max, decoder.quotes());
    while let Some(Line { place, bytes, too_long }) = lines.next() {
        let number = place.number.unwrap_or(1);
        if too_long {
            let why = format!("line {number}: longer than the {line_bytes_max} bytes of a line");
            return refuse(StatusCode::PAYLOAD_TOO_LARGE, why);
        }
        if let Err(refused) = decoder.decode(bytes, &mut cutter.batch) {
            let why =
                format!("line {number}: {}; nothing of the body was taken", refused.fault.message);
            return refuse(StatusCode::BAD_REQUEST, why);
        }
        if cutter.batch.len() >= BATCH_RECORDS || cutter.batch.bytes() >= BATCH_BYTES {
            cutter.cut();
        }
    }
    Ok(cutter.finish())
}
