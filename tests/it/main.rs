//! The one integration test: the whole of Sandbar, through its binary or its library. One module for each thing promised.

mod cli;
mod data;
mod hostile;
mod pipelines;
mod plugins;
mod refusals;
mod simulation;
mod sinks;
mod tidy;
