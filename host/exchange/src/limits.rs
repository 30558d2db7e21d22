//! What one peer may use of this process. A peer is another worker of the same tenant, or somebody who pretends to be.

use std::time::Duration;

use sandbar_dataflow::BATCH_BYTES_MAX;

/// Limits of connections, each with a default that an honest peer does not reach.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections of one listener, those included that have not shown a certificate yet.
    pub connections_max: usize,
    /// Channels of one connection.
    pub channels_max: usize,
    /// Bytes of a channel that were pushed but not taken by its task: its window. One frame more always passes.
    pub window_bytes: usize,
    /// Bytes of one message. The largest batch, and room for what RPC writes around it.
    pub message_bytes_max: usize,
    /// Segments of one message. Builders double their segments, so 64 are enough for any size.
    pub segments_max: u32,
    /// Bytes of received messages that are still being handled, after which nothing more is read.
    pub receive_bytes: usize,
    /// Calls of one connection that the peer has not finished: a window of the smallest frames, twice.
    pub calls_max: usize,
    /// Longest wait for the handshake, for a connection's first message, and for any next byte of a message begun.
    pub handshake: Duration,
    /// Longest wait for a message on a connection in use. A third of it without traffic sends a ping.
    pub idle: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 256,
            channels_max: 1_024,
            window_bytes: 1 << 20,
            message_bytes_max: BATCH_BYTES_MAX + (64 << 10),
            segments_max: 64,
            receive_bytes: 4 * BATCH_BYTES_MAX,
            calls_max: 8_192,
            handshake: Duration::from_secs(10),
            idle: Duration::from_secs(60),
        }
    }
}
