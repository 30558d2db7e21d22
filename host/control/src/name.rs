//! Names that people and peers send, checked once and then known to be short and harmless: as a key, a path, a label of
//! a certificate or of a metric, and in a log line.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Problem;

/// Most bytes of a name: what a label of a host name may have.
const NAME_BYTES_MAX: usize = 63;

/// Hexadecimal digits of a BLAKE3 digest.
const DIGEST_DIGITS: usize = 64;

macro_rules! name {
    ($name:ident, $what:literal, $check:ident, $help:literal) => {
        impl $name {
            /// Takes `text` for a name.
            ///
            /// # Errors
            /// `invalid`, if it is none.
            pub fn parse(text: &str) -> Result<Self, Problem> {
                if $check(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    let shown = shown(text);
                    Err(Problem::invalid(format!(concat!("{} is not ", $what), shown)).help($help))
                }
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Problem;

            fn from_str(text: &str) -> Result<Self, Problem> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = Problem;

            fn try_from(text: String) -> Result<Self, Problem> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

/// Who owns plugins and pipelines.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TenantName(String);

/// A pipeline, unique within its tenant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PipelineName(String);

/// A published plugin, unique with its version within its tenant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PluginName(String);

/// One node of the cluster, as in its certificate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HostName(String);

/// Which of the plugins of one name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Version(String);

/// BLAKE3 of a plugin's bytes, 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(String);

name!(TenantName, "a name of a tenant", is_label, "use up to 63 of a-z, 0-9 and inner hyphens");
name!(PipelineName, "a name of a pipeline", is_label, "use up to 63 of a-z, 0-9 and inner hyphens");
name!(PluginName, "a name of a plugin", is_label, "use up to 63 of a-z, 0-9 and inner hyphens");
name!(HostName, "a name of a host", is_label, "use up to 63 of a-z, 0-9 and inner hyphens");
name!(Version, "a version", is_version, "use up to 63 of A-Z, a-z, 0-9 and . + -, as in 1.0.2");
name!(
    Digest,
    "a digest",
    is_digest,
    "a digest is 64 hexadecimal digits in lower case: BLAKE3 of the file"
);

impl Digest {
    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).to_hex().to_string())
    }
}

/// A plugin as a pipeline names it: `NAME@VERSION`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference {
    pub name: PluginName,
    pub version: Version,
}

impl Reference {
    /// Takes `text` for a reference.
    ///
    /// # Errors
    /// `invalid`, if it is none.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let Some((name, version)) = text.split_once('@') else {
            let problem = Problem::invalid(format!("{} names no version", shown(text)));
            return Err(
                problem.help("write NAME@VERSION; `sandbar plugins` lists what is published")
            );
        };
        Ok(Self { name: PluginName::parse(name)?, version: Version::parse(version)? })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}@{}", self.name, self.version)
    }
}

impl TryFrom<String> for Reference {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        Self::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

fn is_label(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    has_length(text) && text.bytes().all(inner) && !text.starts_with('-') && !text.ends_with('-')
}

/// No dot at either end, and never two of them: a version is part of file names and of addresses.
fn is_version(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-');
    has_length(text)
        && text.bytes().all(inner)
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains("..")
}

fn is_digest(text: &str) -> bool {
    text.len() == DIGEST_DIGITS
        && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn has_length(text: &str) -> bool {
    (1..=NAME_BYTES_MAX).contains(&text.len())
}

/// `text` as a message may show it: quoted, escaped and cut.
pub(crate) fn shown(text: &str) -> String {
    const SHOWN: usize = 80;
    let cut: String = text.chars().take(SHOWN).collect();
    let dots = if cut.len() < text.len() { "..." } else { "" };
    format!("{cut:?}{dots}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_what_a_host_name_may_have() {
        let longest = "a".repeat(NAME_BYTES_MAX);
        for good in ["a", "0", "a-b", "by-carrier2", "a--b", longest.as_str()] {
            assert_eq!(PipelineName::parse(good).unwrap().as_str(), good);
        }
        let too_long = "a".repeat(NAME_BYTES_MAX + 1);
        let bad = [
            "",
            "-",
            "-a",
            "a-",
            "A",
            "a_b",
            "a.b",
            "../a",
            "a/b",
            "a\0",
            "a\n",
            "a b",
            "é",
            "а",
            "a@1",
            too_long.as_str(),
        ];
        for bad in bad {
            let problem = TenantName::parse(bad).unwrap_err();
            assert_eq!(problem.code, crate::Code::Invalid, "{bad}");
            assert!(problem.message.ends_with("is not a name of a tenant"), "{problem}");
            assert!(problem.message.len() < 200);
        }
    }

    #[test]
    fn versions_never_climb_out_of_a_folder() {
        for good in ["1", "1.0.2", "1.0.0-rc.1+build", "V2"] {
            Version::parse(good).unwrap();
        }
        for bad in ["", ".", "..", "1..2", ".1", "1.", "1/2", "1@2", "1 2", "1_2"] {
            Version::parse(bad).unwrap_err();
        }
    }

    #[test]
    fn a_reference_is_a_name_and_a_version() {
        let reference = Reference::parse("departed@1.2").unwrap();
        assert_eq!(reference.name.as_str(), "departed");
        assert_eq!(reference.to_string(), "departed@1.2");
        for bad in ["departed", "@1", "departed@", "a@b@c", "departed.wasm"] {
            Reference::parse(bad).unwrap_err();
        }
    }

    #[test]
    fn names_that_were_changed_on_disk_are_checked_again() {
        let text = serde_json::to_string(&HostName::parse("a1").unwrap()).unwrap();
        assert_eq!(text, "\"a1\"");
        serde_json::from_str::<HostName>("\"../a\"").unwrap_err();
        serde_json::from_str::<Digest>(&format!("\"{}\"", "G".repeat(64))).unwrap_err();
        assert_eq!(
            serde_json::from_str::<Digest>(&format!("\"{}\"", "0".repeat(64)))
                .unwrap()
                .as_str()
                .len(),
            64
        );
    }
}
