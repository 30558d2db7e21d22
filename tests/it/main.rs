//! The one integration test: the whole of Sandbar, through its binary or its library. One module for each thing promised.

mod author;
mod cli;
mod cluster;
mod compile;
mod connectors;
mod cookbook;
mod data;
mod dropped;
mod hostile;
mod metrics;
mod node;
mod pipelines;
mod plugins;
mod protect;
mod refusals;
mod simulation;
mod sinks;
mod tidy;
