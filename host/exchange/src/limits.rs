//! What one peer may use of this process. A peer is another worker of the same tenant, or somebody who pretends to be.

use std::time::Duration;

use sandbar_dataflow::BATCH_BYTES_MAX;

/// What RPC writes around the largest batch or piece of an upload.
const ROOM_BYTES: usize = 64 << 10;

/// The largest component that a host may ask of its leader, in one message.
const COMPONENT_BYTES_MAX: usize = 32 << 20;

/// Capabilities between a leader, a host and a worker: some for each part of each pipeline.
const PARTS_MAX: u32 = 1 << 16;

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
    /// Capabilities that one message describes: ours bring one or two. With `calls_max` it bounds what a peer can make
    /// this process hold of its own.
    pub capabilities_max: u32,
    /// Capabilities of this process that the peer holds and has not given back: two for each channel.
    pub exports_max: u32,
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
            message_bytes_max: BATCH_BYTES_MAX + ROOM_BYTES,
            segments_max: 64,
            receive_bytes: 4 * BATCH_BYTES_MAX,
            calls_max: 8_192,
            capabilities_max: 16,
            exports_max: 4_096,
            handshake: Duration::from_secs(10),
            idle: Duration::from_secs(60),
        }
    }
}

impl Limits {
    /// Of control connections, by clients that may be anybody: few calls, and none of them large but a piece of an
    /// upload. A client that waits for nothing but events calls something every few minutes.
    pub fn control() -> Self {
        Self {
            calls_max: 1_024,
            exports_max: 1_024,
            receive_bytes: 2 * BATCH_BYTES_MAX,
            idle: Duration::from_secs(600),
            ..Self::default()
        }
    }

    /// Of connections between hosts, on which components travel whole.
    pub fn hosts() -> Self {
        Self {
            message_bytes_max: COMPONENT_BYTES_MAX + ROOM_BYTES,
            receive_bytes: 2 * COMPONENT_BYTES_MAX,
            exports_max: PARTS_MAX,
            ..Self::default()
        }
    }

    /// Of the socket between a host and a worker that it started: silence means nothing, since the kernel tells when
    /// the other process is gone.
    pub fn local() -> Self {
        Self {
            handshake: Duration::from_secs(60),
            idle: Duration::MAX,
            exports_max: PARTS_MAX,
            ..Self::default()
        }
    }
}
