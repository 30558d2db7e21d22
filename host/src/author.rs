//! What authors of operators need on their own machine: a project from nothing, its plugin built, tried on cases and
//! watched while it changes. Uses the language's own tools and the same engine and sandbox as every run; knows nothing of
//! clusters.

pub mod beside;
pub mod build;
pub mod cases;
pub mod cost;
pub mod debug;
pub mod difference;
pub mod language;
mod line;
pub mod manifest;
pub mod profile;
pub mod project;
pub mod symbols;
pub mod template;
pub mod toolchain;
pub mod trial;
pub mod watch;
