//! The binary: reads the command line, runs one verb, turns its outcome into an exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use sandbar::{exit::Exit, verbs::Command};

/// Batches are large, short-lived and freed on other threads than they were made on, which glibc's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Command::parse().execute() {
        Ok(exit) => exit.into(),
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error:#}");
            Exit::Unavailable.into()
        }
    }
}
