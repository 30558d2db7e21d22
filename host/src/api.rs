//! The control interface of a cluster (`schema/capnp/control.capnp`).

pub mod client;
