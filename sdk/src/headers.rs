//! The encoding of a record's headers: name length (u16), value length (u32), name (UTF-8), value; little endian, one
//! header after the other.
//!
//! ```
//! use sandbar_sdk::headers;
//!
//! let mut encoded = Vec::new();
//! assert!(headers::push(&mut encoded, "trace", b"7"));
//! assert_eq!(headers::get(&encoded, "trace"), Some(&b"7"[..]));
//! ```

/// Bytes before a header's name.
const PREFIX_BYTES: usize = 6;

/// Appends one header to `encoded`; false, and nothing appended, if the name is longer than 65,535 bytes or the value
/// than 4 GiB.
pub fn push(encoded: &mut Vec<u8>, name: &str, value: &[u8]) -> bool {
    let (Ok(name_bytes), Ok(value_bytes)) = (u16::try_from(name.len()), u32::try_from(value.len()))
    else {
        return false;
    };
    encoded.extend_from_slice(&name_bytes.to_le_bytes());
    encoded.extend_from_slice(&value_bytes.to_le_bytes());
    encoded.extend_from_slice(name.as_bytes());
    encoded.extend_from_slice(value);
    true
}

/// The headers in `encoded`, in order. Ends early where the bytes are not well formed.
pub fn iter(mut encoded: &[u8]) -> impl Iterator<Item = (&str, &[u8])> {
    std::iter::from_fn(move || {
        let (prefix, rest) = encoded.split_at_checked(PREFIX_BYTES)?;
        let name_bytes = usize::from(u16::from_le_bytes([prefix[0], prefix[1]]));
        let value_bytes = u32::from_le_bytes([prefix[2], prefix[3], prefix[4], prefix[5]]) as usize;
        let (name, rest) = rest.split_at_checked(name_bytes)?;
        let (value, rest) = rest.split_at_checked(value_bytes)?;
        encoded = rest;
        Some((std::str::from_utf8(name).ok()?, value))
    })
}

/// The value of the first header called `name`.
#[must_use]
pub fn get<'a>(encoded: &'a [u8], name: &str) -> Option<&'a [u8]> {
    iter(encoded).find(|(found, _)| *found == name).map(|(_, value)| value)
}
