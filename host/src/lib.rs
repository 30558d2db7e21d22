//! The node: joins the engine, the sandbox, the store and the connectors into programs. `main.rs` is the binary; this
//! library is what it and the tests are made of.

pub mod api;
pub mod author;
pub mod authority;
pub mod clock;
pub mod cluster;
pub mod compiler;
pub mod connectors;
pub mod contexts;
pub mod daemon;
pub mod environment;
pub mod exit;
pub mod factory;
pub mod formats;
pub mod handover;
pub mod job;
pub mod node;
pub mod observe;
pub mod pipeline;
pub mod plan_view;
pub mod plugins;
pub mod protect;
pub mod registry;
pub mod report;
pub mod tenancy;
pub mod threads;
pub mod verbs;
pub mod worker;
