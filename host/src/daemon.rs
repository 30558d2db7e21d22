//! A host: its configuration, its servers, and how it comes and goes.

mod configuration;

pub use configuration::{Configuration, PORT, Role};
