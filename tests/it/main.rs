//! The one integration test: the whole of Sandbar, through its binary or its library. One module for each thing promised.

mod cli;
mod cluster;
mod data;
mod hostile;
mod pipelines;
mod plugins;
mod refusals;
mod sinks;
mod tidy;
