//! Secrets of connectors. A pipeline file says where one is to be found, never what it is; what was found is shown to
//! nobody.

use std::{fmt, fs, io, path::PathBuf};

use sandbar_dataflow::{Code, Fault};

use crate::environment;

/// Longest secret: a token, a password, a key.
const SECRET_BYTES_MAX: u64 = 64 << 10;

/// Where a secret is to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// In the variable of this name.
    Environment(String),
    /// In this file; line breaks at its end do not count.
    File(PathBuf),
}

/// What nobody is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Reference {
    /// # Errors
    /// With `code`, if there is nothing, or no text.
    pub fn resolve(&self, code: Code) -> Result<Secret, Fault> {
        let secret = match self {
            Self::Environment(name) => environment::secret(name),
            Self::File(path) => read(path).map(Some),
        };
        match secret {
            Ok(Some(secret)) if !secret.is_empty() => Ok(Secret(secret)),
            Ok(_) => Err(Fault::new(code, format!("no secret is in {self}; put it there"))),
            Err(error) => {
                Err(Fault::new(code, format!("no secret can be read from {self}: {error}")))
            }
        }
    }
}

fn read(path: &PathBuf) -> io::Result<String> {
    let length = fs::metadata(path)?.len();
    if length > SECRET_BYTES_MAX {
        let message = format!("{length} bytes exceed the {SECRET_BYTES_MAX} bytes of a secret");
        return Err(io::Error::other(message));
    }
    Ok(fs::read_to_string(path)?.trim_end_matches(['\r', '\n']).to_owned())
}

impl Secret {
    /// For whoever it is meant for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Environment(name) => write!(formatter, "the environment variable `{name}`"),
            Self::File(path) => write!(formatter, "the file {}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_secret_is_found_and_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        fs::write(&path, "hush\r\n").unwrap();
        let secret = Reference::File(path.clone()).resolve(Code::SinkFailed).unwrap();
        assert_eq!(secret.reveal(), "hush");
        assert_eq!(format!("{secret:?}"), "Secret(hidden)");
        for content in [&b""[..], b"\n", b"\xff", &vec![b'x'; 70_000]] {
            fs::write(&path, content).unwrap();
            let fault = Reference::File(path.clone()).resolve(Code::SinkFailed).unwrap_err();
            assert!(fault.message.contains("the file /"), "{}", fault.message);
        }
    }

    #[test]
    fn a_variable_that_is_not_there_is_named() {
        let reference = Reference::Environment("SANDBAR_NO_SUCH_SECRET".to_owned());
        let fault = reference.resolve(Code::SourceFailed).unwrap_err();
        let expected =
            "no secret is in the environment variable `SANDBAR_NO_SUCH_SECRET`; put it there";
        assert_eq!(fault.message, expected);
    }
}
