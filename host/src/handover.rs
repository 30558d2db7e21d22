//! Native code on its way from a host to its worker: over a socket of packets that the worker inherited, each packet a
//! plugin's digest and, with it, the descriptor of a sealed file. Who may send here decides what native code runs.

use std::{
    io::{self, IoSliceMut},
    mem::MaybeUninit,
    os::fd::{AsFd, OwnedFd},
};

use rustix::{
    fs::{SealFlags, fcntl_get_seals},
    net::{RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, recvmsg},
};
use sandbar_control::Digest;

/// A digest in hex, and one byte more to see that a packet is longer.
const PACKET_BYTES_MAX: usize = 65;

/// The next packet that lies in `socket`, `None` if there is none. Never waits.
///
/// # Errors
/// If the socket is closed, or a packet is not as a host sends it.
pub fn receive(socket: impl AsFd) -> io::Result<Option<(Digest, OwnedFd)>> {
    let mut packet = [0; PACKET_BYTES_MAX];
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
    let mut ancillary = RecvAncillaryBuffer::new(&mut space);
    let flags = RecvFlags::DONTWAIT | RecvFlags::CMSG_CLOEXEC;
    let mut into = [IoSliceMut::new(&mut packet)];
    let received = match recvmsg(socket, &mut into, &mut ancillary, flags) {
        Ok(received) => received,
        Err(rustix::io::Errno::AGAIN) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut files: Vec<OwnedFd> = Vec::new();
    for message in ancillary.drain() {
        if let RecvAncillaryMessage::ScmRights(rights) = message {
            files.extend(rights);
        }
    }
    let invalid = |reason| io::Error::new(io::ErrorKind::InvalidData, reason);
    if received.bytes == 0 && files.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let digest = str::from_utf8(&packet[..received.bytes]).ok();
    let digest = digest.and_then(|digest| Digest::parse(digest).ok());
    let digest = digest.ok_or_else(|| invalid("a packet without a plugin's digest"))?;
    let file = files.pop().ok_or_else(|| invalid("a packet without a file"))?;
    let sealed = SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW;
    match fcntl_get_seals(&file) {
        Ok(seals) if seals.contains(sealed) => Ok(Some((digest, file))),
        _ => Err(invalid("a file of native code that can still be written")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::File, io::IoSlice};

    use rustix::net::{
        AddressFamily, SendAncillaryBuffer, SendAncillaryMessage, SendFlags, SocketFlags,
        SocketType, sendmsg, socketpair,
    };

    use crate::compiler::Native;

    fn sent(content: &[u8], file: &OwnedFd) -> io::Result<Option<(Digest, OwnedFd)>> {
        let kind = SocketType::SEQPACKET;
        let (near, far) = socketpair(AddressFamily::UNIX, kind, SocketFlags::CLOEXEC, None)?;
        let descriptors = [file.as_fd()];
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(1))];
        let mut ancillary = SendAncillaryBuffer::new(&mut space);
        assert!(ancillary.push(SendAncillaryMessage::ScmRights(&descriptors)));
        sendmsg(&near, &[IoSlice::new(content)], &mut ancillary, SendFlags::NOSIGNAL)?;
        let first = receive(&far)?;
        assert!(receive(&far)?.is_none(), "one packet was sent");
        drop(near);
        assert!(receive(&far).is_err(), "a closed socket has no more");
        Ok(first)
    }

    #[test]
    fn a_sealed_file_comes_with_its_digest() {
        let native = Native::new(b"code").unwrap();
        let digest = Digest::of(b"plugin");
        let (named, file) = sent(digest.as_str().as_bytes(), native.file()).unwrap().unwrap();
        assert_eq!(named, digest);
        assert_eq!(File::from(file).metadata().unwrap().len(), 4);
    }

    #[test]
    fn what_no_host_sends_is_refused() {
        let native = Native::new(b"code").unwrap();
        let long = "a".repeat(65);
        for content in [&b"x"[..], &[0xff; 64], long.as_bytes()] {
            assert!(sent(content, native.file()).is_err(), "{content:?}");
        }
        let open: OwnedFd = tempfile::tempfile().unwrap().into();
        let refused = sent(Digest::of(b"plugin").as_str().as_bytes(), &open).unwrap_err();
        assert_eq!(refused.to_string(), "a file of native code that can still be written");
    }
}
