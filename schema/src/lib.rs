//! Every contract between programs that are built apart: the guest interface (`wit/`), batches and channels on
//! the wire (`capnp/`), and what a plugin says of itself (`descriptor`). Knows nothing of who uses them.

#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    clippy::clone_on_ref_ptr,
    clippy::unwrap_used,
    unreachable_pub,
    missing_debug_implementations,
    reason = "generated from capnp/control.capnp"
)]
#[rustfmt::skip]
pub mod control_capnp;
pub mod descriptor;
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    clippy::clone_on_ref_ptr,
    clippy::unwrap_used,
    unreachable_pub,
    missing_debug_implementations,
    reason = "generated from capnp/exchange.capnp"
)]
#[rustfmt::skip]
pub mod exchange_capnp;
pub mod headers;
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    clippy::clone_on_ref_ptr,
    clippy::unwrap_used,
    unreachable_pub,
    missing_debug_implementations,
    reason = "generated from capnp/node.capnp"
)]
#[rustfmt::skip]
pub mod node_capnp;
#[allow(
    clippy::all,
    clippy::pedantic,
    unreachable_pub,
    missing_debug_implementations,
    reason = "generated from capnp/record_batch.capnp"
)]
#[rustfmt::skip]
pub mod record_batch_capnp;

/// The version of the guest interface (`wit/operator.wit`) that this build speaks.
pub const INTERFACE_VERSION: &str = "0.1.0";

/// The guest interface itself, for tools that check a component against it.
pub const OPERATOR_WIT: &str = include_str!("../wit/operator.wit");

/// Most bytes a batch may have, all columns counted.
pub const BATCH_BYTES_MAX: usize = 4 << 20;

/// Most bytes a record may have: key, value and headers.
pub const RECORD_BYTES_MAX: usize = 1 << 20;
