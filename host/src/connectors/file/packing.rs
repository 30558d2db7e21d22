//! Bytes of a file, unpacked where it is gzip or zstd. What a packed file may make its reader hold is limited; how much it
//! unpacks to is not, since it is read piece by piece.

use std::{
    fs::File,
    io::{BufRead, BufReader, Error, ErrorKind, Read, Result},
    os::unix::fs::FileExt,
};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{
    BlockDecodingStrategy, FrameDecoder,
    errors::{FrameDecoderError, ReadFrameHeaderError},
};

use crate::connectors::settings::Settings;

/// How a file may be packed, as the pipeline file says it.
pub(super) const NAMES: &[&str] = &["auto", "none", "gzip", "zstd"];

/// Largest window of a zstd file: what its reader must hold. `zstd -19` needs as much; `--long` and `--ultra` need more.
const WINDOW_BYTES_MAX: u64 = 8 << 20;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    None,
    Gzip,
    Zstd,
}

/// A file being read.
pub(super) enum Reader {
    Plain(File),
    Packed {
        unpacked: Box<dyn Read>,
        /// Bytes still to be dropped, before the place where reading goes on.
        skip: u64,
    },
}

/// What one read brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Got {
    /// So many bytes; none at the end.
    Bytes(usize),
    /// Nothing yet: what was read lies before the place where reading goes on.
    Skipped,
}

impl Packing {
    /// Of the file `name`.
    pub(super) fn of(settings: &Settings, name: &str) -> Self {
        match settings.text("compression") {
            Some("none") => Self::None,
            Some("gzip") => Self::Gzip,
            Some("zstd") => Self::Zstd,
            _ if name.ends_with(".gz") => Self::Gzip,
            _ if name.ends_with(".zst") => Self::Zstd,
            _ => Self::None,
        }
    }
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Plain(_) => "Plain",
            Self::Packed { .. } => "Packed",
        })
    }
}

impl Reader {
    /// Reads `file` from byte `offset` of what it unpacks to.
    pub(super) fn new(file: File, packing: Packing, offset: u64) -> Self {
        let packed = |unpacked| Self::Packed { unpacked, skip: offset };
        match packing {
            Packing::None => Self::Plain(file),
            Packing::Gzip => packed(Box::new(MultiGzDecoder::new(BufReader::new(file)))),
            Packing::Zstd => packed(Box::new(Zstd { file: BufReader::new(file), frame: None })),
        }
    }

    /// Reads on at `offset`, which is where the last read ended.
    ///
    /// # Errors
    /// What the system says, or that the file is no whole packed file.
    pub(super) fn read(&mut self, offset: u64, room: &mut [u8]) -> Result<Got> {
        loop {
            let read = match self {
                Self::Plain(file) => file.read_at(room, offset),
                Self::Packed { unpacked, skip } => {
                    let wanted = usize::try_from(*skip).unwrap_or(usize::MAX).min(room.len());
                    let wanted = if wanted == 0 { room.len() } else { wanted };
                    match unpacked.read(&mut room[..wanted]) {
                        Ok(read) if *skip > 0 => {
                            *skip -= read as u64;
                            if read == 0 {
                                let message =
                                    format!("it unpacks to {skip} bytes less than it did");
                                return Err(Error::new(ErrorKind::UnexpectedEof, message));
                            }
                            return Ok(Got::Skipped);
                        }
                        read => read,
                    }
                }
            };
            match read {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => return read.map(Got::Bytes),
            }
        }
    }

    /// As [`read`](Self::read), until there is something.
    ///
    /// # Errors
    /// As `read`.
    pub(super) fn read_some(&mut self, offset: u64, room: &mut [u8]) -> Result<usize> {
        loop {
            if let Got::Bytes(bytes) = self.read(offset, room)? {
                return Ok(bytes);
            }
        }
    }
}

/// Frames of zstd, one behind the other.
struct Zstd {
    file: BufReader<File>,
    /// The frame that is being read.
    frame: Option<Box<FrameDecoder>>,
}

impl Read for Zstd {
    fn read(&mut self, room: &mut [u8]) -> Result<usize> {
        loop {
            let Some(frame) = &mut self.frame else {
                if self.file.fill_buf()?.is_empty() {
                    return Ok(0);
                }
                self.frame = next_frame(&mut self.file)?;
                continue;
            };
            while frame.can_collect() == 0 && !frame.is_finished() {
                let block = BlockDecodingStrategy::UptoBlocks(1);
                frame.decode_blocks(&mut self.file, block).map_err(Error::other)?;
            }
            let read = frame.read(room)?;
            if read > 0 || room.is_empty() {
                return Ok(read);
            }
            self.frame = None;
        }
    }
}

/// Reads the header of the next frame; `None` if it is one to be skipped.
fn next_frame(file: &mut BufReader<File>) -> Result<Option<Box<FrameDecoder>>> {
    let mut frame = Box::new(FrameDecoder::new());
    frame.set_max_window_size(WINDOW_BYTES_MAX);
    match frame.init(&mut *file) {
        Ok(()) => Ok(Some(frame)),
        Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
            length,
            ..
        })) => {
            std::io::copy(&mut file.take(length.into()), &mut std::io::sink())?;
            Ok(None)
        }
        Err(error) => Err(Error::other(format!("no zstd: {error}"))),
    }
}
