//! Secrets of connectors. A pipeline file says where one is to be found, never what it is; what was found is shown to
//! nobody.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use sandbar_dataflow::{Code, Fault};

use super::Context;
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
    pub(super) fn resolve(&self, context: &Context, code: Code) -> Result<Secret, Fault> {
        let secret = match self {
            // There it is a worker's, which nobody who writes pipelines sets.
            Self::Environment(_) if context.is_on_cluster() => Ok(None),
            Self::Environment(name) => environment::secret(name),
            Self::File(path) => read(path, context).map(Some),
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

fn read(path: &Path, context: &Context) -> io::Result<String> {
    let content = String::from_utf8(context.read(path, SECRET_BYTES_MAX)?);
    let content = content.map_err(|_| io::Error::other("it is no UTF-8 text"))?;
    Ok(content.trim_end_matches(['\r', '\n']).to_owned())
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
    use std::{fs, os::fd::OwnedFd, sync::Arc};

    use super::*;
    use crate::{
        clock::SystemClock,
        connectors::{Reachable, Root},
    };

    fn context(root: Root) -> Context {
        Context {
            task_index: 0,
            parallelism: 1,
            folder: PathBuf::new(),
            clock: Arc::new(SystemClock),
            seed: 1,
            position: None,
            root,
            reachable: Reachable::Everything,
        }
    }

    fn resolve(reference: &Reference, root: Root) -> Result<Secret, Fault> {
        reference.resolve(&context(root), Code::SinkFailed)
    }

    #[test]
    fn a_file_s_secret_is_found_and_never_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        fs::write(&path, "hush\r\n").unwrap();
        let secret = resolve(&Reference::File(path.clone()), Root::Free).unwrap();
        assert_eq!(secret.reveal(), "hush");
        assert_eq!(format!("{secret:?}"), "Secret(hidden)");
        for content in [&b""[..], b"\n", b"\xff", &vec![b'x'; 70_000]] {
            fs::write(&path, content).unwrap();
            let fault = resolve(&Reference::File(path.clone()), Root::Free).unwrap_err();
            assert!(fault.message.contains("the file /"), "{}", fault.message);
        }
    }

    #[test]
    fn a_variable_that_is_not_there_is_named() {
        let reference = Reference::Environment("SANDBAR_NO_SUCH_SECRET".to_owned());
        let fault = resolve(&reference, Root::Free).unwrap_err();
        let expected =
            "no secret is in the environment variable `SANDBAR_NO_SUCH_SECRET`; put it there";
        assert_eq!(fault.message, expected);
    }
    #[test]
    fn on_a_cluster_secrets_lie_in_the_tenant_s_folder_alone() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("tenant");
        fs::create_dir(&inside).unwrap();
        fs::write(inside.join("secret"), "hush").unwrap();
        fs::write(folder.path().join("other"), "loud").unwrap();
        std::os::unix::fs::symlink("../other", inside.join("link")).unwrap();
        let root = || Root::Beneath(Arc::new(OwnedFd::from(fs::File::open(&inside).unwrap())));
        let secret = resolve(&Reference::File("secret".into()), root()).unwrap();
        assert_eq!(secret.reveal(), "hush");
        for path in ["../other", "link", "/etc/hostname", "nothing", "."] {
            resolve(&Reference::File(path.into()), root()).unwrap_err();
        }
        // It is there, but not the tenant's.
        resolve(&Reference::Environment("PATH".to_owned()), Root::Free).unwrap();
        resolve(&Reference::Environment("PATH".to_owned()), root()).unwrap_err();
    }
}
