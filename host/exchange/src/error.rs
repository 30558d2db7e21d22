//! Why a frame, a channel or a connection failed. Expected failures and broken rules alike; which of them are worth
//! another try is said by [`Error::is_passing`].

use std::net::SocketAddr;

use sandbar_dataflow::batch::Malformed;

/// What went wrong between two processes.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The connection ended, for a reason of the network or of the peer.
    #[error("the connection ended: {0}")]
    Disconnected(String),
    /// Nothing came for too long.
    #[error("the peer sent nothing for {seconds} s while {awaited}")]
    Silent { seconds: u64, awaited: &'static str },
    #[error("a message of {count} segments exceeds the limit of {max}")]
    Segments { count: u64, max: u32 },
    #[error("a message of {bytes} bytes exceeds the limit of {max}")]
    MessageTooLarge { bytes: u64, max: usize },
    #[error("a message is not Cap'n Proto RPC: {0}")]
    Garbage(String),
    #[error("the peer has more than {max} unfinished calls")]
    Calls { max: usize },
    #[error("a message with {count} capabilities exceeds the limit of {max}")]
    Capabilities { count: u32, max: u32 },
    #[error("the peer holds more than {max} capabilities of this process and gives none back")]
    Exports { max: u32 },
    #[error("frame {got} came where frame {expected} is next")]
    Sequence { expected: u64, got: u64 },
    #[error("a frame came after {sent} bytes, but only {granted} are granted")]
    Credit { sent: u64, granted: u64 },
    #[error("a frame came behind the end of its channel")]
    AfterEnd,
    #[error("the receiver took frame {taken}, but only {sent} were sent")]
    Taken { taken: u64, sent: u64 },
    #[error("column `{column}` has elements of another width than the schema's")]
    Width { column: &'static str },
    #[error("a batch is malformed: {0}")]
    Malformed(#[from] Malformed),
    #[error("a frame is of a kind that this version does not know")]
    UnknownFrame,
    /// The same channel was opened again, or its deployment was replaced.
    #[error("the channel was opened anew elsewhere")]
    Superseded,
    #[error("no task waits for channel {channel} here: start it, or open the channel again later")]
    UnknownChannel { channel: String },
    #[error("epoch {epoch} of pipeline `{pipeline}` is stale: epoch {newest} runs")]
    StaleEpoch { pipeline: String, epoch: u64, newest: u64 },
    #[error("the connection has {max} channels already; open another connection")]
    TooManyChannels { max: usize },
    #[error(
        "the receiver has frame {received} last, but frames up to {forgotten} are kept no more: restart from a checkpoint"
    )]
    Lost { received: u64, forgotten: u64 },
    #[error("the sending task ended without its last frame")]
    InputGone,
    #[error("the receiving task is gone")]
    TaskGone,
    #[error("plain transport to {address} is refused: use TLS, or a loopback address")]
    PlainOffLoopback { address: SocketAddr },
    #[error("the credentials cannot be used: {0}")]
    Credentials(String),
    #[error("the TLS handshake failed: {0}")]
    Handshake(String),
    /// By this machine's clock; or it is not valid yet.
    #[error("the peer's certificate is out of date: {0}")]
    OutOfDate(String),
    #[error("the peer's certificate names no worker of tenant `{tenant}`")]
    WrongTenant { tenant: String },
    #[error("the peer's certificate names no host: show a host's, or none")]
    WrongHost,
    #[error("`{peer}` is no peer: it must be written as HOST@IP:PORT")]
    Peer { peer: String },
    #[error("a bug of this program ended the connection; its panic was printed")]
    Bug,
    #[error("{what}: {message}")]
    Io { what: &'static str, message: String },
}

impl Error {
    /// Whether the same may succeed later, over another connection.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Disconnected(_)
                | Self::Silent { .. }
                | Self::UnknownChannel { .. }
                | Self::TooManyChannels { .. }
                | Self::Handshake(_)
                | Self::OutOfDate(_)
                | Self::Io { .. }
        )
    }

    pub(crate) fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |error| Self::Io { what, message: error.to_string() }
    }
}

impl From<capnp::Error> for Error {
    fn from(error: capnp::Error) -> Self {
        match error.kind {
            capnp::ErrorKind::Disconnected | capnp::ErrorKind::Overloaded => {
                Self::Disconnected(error.to_string())
            }
            // What a peer's server answers says that the channel is dead, which a reconnect may mend.
            capnp::ErrorKind::Failed | capnp::ErrorKind::Unimplemented => {
                Self::Disconnected(format!("the peer failed: {error}"))
            }
            _ => Self::Garbage(error.to_string()),
        }
    }
}

impl From<Error> for capnp::Error {
    fn from(error: Error) -> Self {
        capnp::Error::failed(error.to_string())
    }
}
