//! Native code on its way to a worker: a file in memory that nobody can change any more, so that what was verified is what
//! is loaded.

use std::{fs::File, io, io::Write, os::fd::OwnedFd};

use rustix::fs::{MemfdFlags, SealFlags};

/// Native code of one plugin, verified. Cheap to share: all processes map the same pages.
#[derive(Debug)]
pub struct Native {
    file: OwnedFd,
    bytes: u64,
}

impl Native {
    /// A sealed copy of `code`.
    ///
    /// # Errors
    /// If the system has no memory or descriptor to give.
    pub fn new(code: &[u8]) -> io::Result<Self> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        let mut file = File::from(rustix::fs::memfd_create("sandbar-native", flags)?);
        file.write_all(code)?;
        let seals = SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL;
        rustix::fs::fcntl_add_seals(&file, seals)?;
        Ok(Self { file: file.into(), bytes: code.len() as u64 })
    }

    /// To send to another process, which can read and map it.
    pub fn file(&self) -> &OwnedFd {
        &self.file
    }

    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Seek};

    #[test]
    fn nobody_can_change_what_was_verified() {
        let native = Native::new(b"code").unwrap();
        let mut file = File::from(native.file().try_clone().unwrap());
        assert!(file.write_all(b"else").is_err());
        assert!(file.set_len(0).is_err());
        let mut read = String::new();
        file.rewind().unwrap();
        file.read_to_string(&mut read).unwrap();
        assert_eq!((read.as_str(), native.bytes()), ("code", 4));
    }
}
