//! What a host and its one-shot compiler say to each other over two pipes: `length, JSON, bytes` each way, the length as
//! four bytes, little end first. The host believes no length before the bytes come.

use std::io::{self, Read, Write};

use sandbar_sandbox::inspect::Manifest;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::protect::{CompilerLimits, Protection};

/// Most bytes of either side's JSON: a manifest with twenty thousand imports of long names.
pub(super) const JSON_BYTES_MAX: usize = 64 << 20;

/// What comes before the component.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) limits: CompilerLimits,
    pub(super) component_bytes: u64,
}

/// What comes before the native code.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Response {
    pub(super) result: Outcome,
    pub(super) protections: Vec<Protection>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Outcome {
    Compiled {
        manifest: Box<Manifest>,
        /// Of the code that follows.
        code_bytes: u64,
        /// What the code was compiled for.
        compatibility: u64,
    },
    /// Every reason against the plugin.
    Refused(Vec<String>),
    /// The compiler itself could not work.
    Failed(String),
}

/// The bytes that stand for `value`.
pub(super) fn encode(value: &impl Serialize) -> io::Result<Vec<u8>> {
    let json = serde_json::to_vec(value)?;
    let length = u32::try_from(json.len()).map_err(io::Error::other)?;
    Ok([&length.to_le_bytes()[..], &json].concat())
}

pub(super) fn write(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    to.write_all(&encode(value)?)
}

pub(super) fn read<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let mut json = Vec::new();
    from.take(u64::from(u32::from_le_bytes(length)).min(JSON_BYTES_MAX as u64))
        .read_to_end(&mut json)?;
    Ok(serde_json::from_slice(&json)?)
}

/// The value that `bytes` begin with, and the rest.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, &[u8]), String> {
    let (length, rest) = bytes.split_first_chunk().ok_or("it is cut short")?;
    let length = u32::from_le_bytes(*length) as usize;
    let (json, rest) = rest.split_at_checked(length).ok_or("it is cut short")?;
    let value = serde_json::from_slice(json).map_err(|error| error.to_string())?;
    Ok((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_short_or_garbage_is_told() {
        let whole = encode(&Outcome::Refused(vec!["no".to_owned()])).unwrap();
        let (value, rest) = decode::<Outcome>(&whole).unwrap();
        assert!(matches!(value, Outcome::Refused(reasons) if reasons == ["no"]));
        assert!(rest.is_empty());
        for length in 0..whole.len() {
            assert!(decode::<Outcome>(&whole[..length]).is_err(), "{length}");
        }
        assert!(decode::<Outcome>(&[0xff; 64]).is_err());
        assert!(decode::<Outcome>(b"\x02\0\0\0??").is_err());
    }
}
