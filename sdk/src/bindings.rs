//! The guest's side of the interface, generated from `schema/wit` by `sandbar-schema-generate`: one module per world.
//! Each world's export macro carries its component type, so a plugin gets that of its own world only.

#[allow(
    unsafe_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    reason = "generated: moves lists through the guest's memory"
)]
#[rustfmt::skip]
pub mod operator;
#[allow(
    unsafe_code,
    unreachable_pub,
    missing_debug_implementations,
    clippy::all,
    clippy::pedantic,
    clippy::allow_attributes_without_reason,
    reason = "generated: moves lists through the guest's memory"
)]
#[rustfmt::skip]
pub mod timed_operator;
