//! Batches between processes: channels of the engine carried over Cap'n Proto RPC, on a transport of our own.
//!
//! A frame's way: [`Outgoing`] takes it from an inbox, numbers it, keeps it and pushes it over a [`Link`]; the peer's
//! [`serve`] checks it and queues it in its [`Inlets`]; a pump hands it to the receiving task and credit flows back.
//! [`Links`] keeps one connection to each peer and makes it anew when it breaks; [`serve_arrivals`] is its other side.
//! Both run on each of several threads, as [`Shards`].
//! The transport, its limits and its certificates are also there for any other interface: see [`rpc`].
//! Knows nothing of pipelines, placement or tokens: the caller says which channels exist and where the peers are.
//! Makes no threads and spawns nothing: everything is a future for the caller to run on one thread with a `LocalSet`.

mod connection;
mod dial;
mod endpoint;
mod error;
mod inlets;
mod limits;
mod links;
mod outgoing;
pub mod rpc;
mod service;
mod serving;
mod shards;
#[cfg(test)]
mod tests;
mod tls;
mod transport;
mod wire;

pub use connection::{Link, connect, serve};
pub use dial::{Dial, TcpDial};
pub use endpoint::{Arrival, Bytes, Listener, Stream, Transport, dial};
pub use error::Error;
pub use inlets::{Address, Inlets};
pub use limits::Limits;
pub use links::Links;
pub use outgoing::Outgoing;
pub use serving::{deal, serve_arrivals};
pub use shards::{Shard, Shards};
pub use tls::{Caller, Credentials, HostCredentials, Peer, Trust};
