//! JSON in and out of records. Plain JSON takes a short path written for small records in WebAssembly, where it is about
//! twice as fast as `serde_json`; whatever that path does not take (escapes, enums, anything wrong) is done again by
//! `serde_json`, which alone decides what is an error and how it reads.

mod read;
#[cfg(test)]
mod tests;
mod write;

use serde::Serialize;
use serde::de::{Deserialize, DeserializeSeed};

/// The short path does not take this.
#[derive(Debug)]
struct Unsupported;

/// Reads a value from all of `bytes`. The value may borrow from them.
///
/// ```
/// # use sandbar_sdk::json;
/// let (device, celsius): (&str, f64) = json::read(br#"["boiler", 71.5]"#)?;
/// assert_eq!((device, celsius), ("boiler", 71.5));
/// assert!(json::read::<f64>(b"71.5 warm").is_err());
/// # Ok::<(), sandbar_sdk::serde_json::Error>(())
/// ```
#[inline]
pub fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, serde_json::Error> {
    match std::str::from_utf8(bytes).map(|text| read::whole(text, std::marker::PhantomData)) {
        Ok(Ok(value)) => Ok(value),
        _ => serde_json::from_slice(bytes),
    }
}

/// As [`read`], by a visitor that carries data of its own. `seed` may be used twice.
#[inline]
pub fn read_with<'de, S: DeserializeSeed<'de> + Clone>(
    seed: S,
    bytes: &'de [u8],
) -> Result<S::Value, serde_json::Error> {
    match std::str::from_utf8(bytes).map(|text| read::whole(text, seed.clone())) {
        Ok(Ok(value)) => Ok(value),
        _ => {
            let mut deserializer = serde_json::Deserializer::from_slice(bytes);
            let value = seed.deserialize(&mut deserializer)?;
            deserializer.end()?;
            Ok(value)
        }
    }
}

/// Appends `value` to `bytes`; what is appended if it fails has no meaning.
///
/// ```
/// let mut bytes = b"x=".to_vec();
/// sandbar_sdk::json::write(&mut bytes, &("boiler", 71.5))?;
/// assert_eq!(bytes, br#"x=["boiler",71.5]"#);
/// # Ok::<(), sandbar_sdk::serde_json::Error>(())
/// ```
#[inline]
pub fn write<T: Serialize + ?Sized>(
    bytes: &mut Vec<u8>,
    value: &T,
) -> Result<(), serde_json::Error> {
    let before = bytes.len();
    let mut sink = write::Sink::new(bytes);
    if value.serialize(&mut sink).is_ok() {
        sink.finish();
        return Ok(());
    }
    bytes.truncate(before);
    serde_json::to_writer(bytes, value)
}

impl std::fmt::Display for Unsupported {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("left to serde_json")
    }
}

impl std::error::Error for Unsupported {}

impl serde::de::Error for Unsupported {
    #[cold]
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Unsupported {
    #[cold]
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

const ONES: u64 = u64::MAX / 255;
const HIGHS: u64 = ONES << 7;

/// The high bits of those of eight bytes that do not stand in a JSON string as they are: quote, backslash and control
/// characters. Subtracting from a byte borrows out of its high bit exactly if the byte is smaller, and below the lowest
/// byte found nothing has borrowed, so the lowest is always right.
#[inline]
fn special(eight: u64) -> u64 {
    let quote = eight ^ (ONES * b'"' as u64);
    let backslash = eight ^ (ONES * b'\\' as u64);
    let found = (eight.wrapping_sub(ONES * 0x20) & !eight)
        | (quote.wrapping_sub(ONES) & !quote)
        | (backslash.wrapping_sub(ONES) & !backslash);
    found & HIGHS
}

/// The length of the longest start of `bytes` that stands in a JSON string as it is.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let found = special(u64::from_le_bytes(*eight));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let special = |&byte: &u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    bytes[at..].iter().position(special).map_or(bytes.len(), |found| at + found)
}

/// Copies `from` to `to`, which is as long, and says whether all of it stands in a JSON string as it is. Short texts take
/// no loop: in a guest each turn of a loop also looks at the clock.
#[inline]
fn copy_plain(to: &mut [u8], from: &[u8]) -> bool {
    let mut found = 0;
    let whole = from.len().min(to.len()) / 8 * 8;
    let (to_whole, to) = to.split_at_mut(whole);
    let (from_whole, from) = from.split_at(whole);
    for (to, from) in to_whole.chunks_exact_mut(8).zip(from_whole.chunks_exact(8)) {
        if let (Some(to), Some(eight)) = (to.first_chunk_mut(), from.first_chunk()) {
            *to = *eight;
            found |= special(u64::from_le_bytes(*eight));
        }
    }
    // What is left is shorter than eight bytes: two pieces that overlap. Missing bytes count as plain.
    if let (Some(low), Some(high)) = (from.first_chunk::<4>(), from.last_chunk::<4>()) {
        found |= special(
            u64::from(u32::from_le_bytes(*low)) | u64::from(u32::from_le_bytes(*high)) << 32,
        );
    } else if let (Some(&low), Some(&high)) = (from.first(), from.last()) {
        let middle = from[from.len() / 2];
        found |= special(u64::from_le_bytes([low, middle, high, b' ', b' ', b' ', b' ', b' ']));
    }
    copy(to, from);
    found == 0
}

/// Copies `from` to `to`, which is as long.
#[inline]
fn copy(to: &mut [u8], from: &[u8]) {
    if to.len() == from.len() && from.len() >= 16 {
        to.copy_from_slice(from);
    } else if let (Some(low), Some(high)) = (from.first_chunk::<8>(), from.last_chunk::<8>()) {
        if let Some(to) = to.first_chunk_mut() {
            *to = *low;
        }
        if let Some(to) = to.last_chunk_mut() {
            *to = *high;
        }
    } else if let (Some(low), Some(high)) = (from.first_chunk::<4>(), from.last_chunk::<4>()) {
        if let Some(to) = to.first_chunk_mut() {
            *to = *low;
        }
        if let Some(to) = to.last_chunk_mut() {
            *to = *high;
        }
    } else if let (Some(&low), Some(&high)) = (from.first(), from.last()) {
        let middle = from.len() / 2;
        to[0] = low;
        to[middle] = from[middle];
        to[from.len() - 1] = high;
    }
}
