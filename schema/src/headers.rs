//! The encoding of a record's headers: name length (u16), value length (u32), name (UTF-8), value; little endian, one
//! header after the other. The same in a batch's column, in a guest and on the wire.

/// Bytes before a header's name.
const PREFIX_BYTES: usize = 6;

/// Appends one header to `encoded`.
///
/// # Panics
/// If the name is longer than 65,535 bytes or the value than 4 GiB; both come from the host's own code.
pub fn push(encoded: &mut Vec<u8>, name: &str, value: &[u8]) {
    let name_bytes = u16::try_from(name.len()).expect("header names are short constants");
    let value_bytes = u32::try_from(value.len()).expect("a record is at most 1 MiB");
    encoded.extend_from_slice(&name_bytes.to_le_bytes());
    encoded.extend_from_slice(&value_bytes.to_le_bytes());
    encoded.extend_from_slice(name.as_bytes());
    encoded.extend_from_slice(value);
}

/// The headers in `encoded`, in order. Ends early, without an error, where the bytes are not well formed: headers come
/// from guests, and what cannot be read is not there.
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
pub fn get<'a>(encoded: &'a [u8], name: &str) -> Option<&'a [u8]> {
    iter(encoded).find(|(found, _)| *found == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_come_back_in_order() {
        let mut encoded = Vec::new();
        push(&mut encoded, "cause", b"trap");
        push(&mut encoded, "empty", b"");
        push(&mut encoded, "cause", b"second");
        let found: Vec<_> = iter(&encoded).collect();
        assert_eq!(found, [("cause", &b"trap"[..]), ("empty", b""), ("cause", b"second")]);
        assert_eq!(get(&encoded, "cause"), Some(&b"trap"[..]));
        assert_eq!(get(&encoded, "absent"), None);
    }

    #[test]
    fn damaged_headers_end_the_list() {
        let mut encoded = Vec::new();
        push(&mut encoded, "a", b"1");
        push(&mut encoded, "b", b"2");
        for end in 0..encoded.len() {
            assert!(iter(&encoded[..end]).count() < 2);
        }
    }
}
