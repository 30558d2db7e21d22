//! A proxy of TCP connections that cuts one of them off after so many bytes from the client.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// Listens until the test's process ends; its threads end with their connections.
pub(super) struct Proxy {
    address: String,
    limit: u64,
    /// Bytes that the next connection may bring.
    left: Arc<AtomicU64>,
}

impl Proxy {
    /// Forwards to `target`; once armed, one connection is cut after `limit` bytes.
    pub(super) fn start(target: &str, limit: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has ports");
        let address = listener.local_addr().expect("it listens").to_string();
        let (target, left) = (target.to_owned(), Arc::new(AtomicU64::new(u64::MAX)));
        let shared = Arc::clone(&left);
        beside(move || {
            for client in listener.incoming().filter_map(Result::ok) {
                let Ok(server) = TcpStream::connect(&target) else { continue };
                let limit = shared.swap(u64::MAX, Ordering::SeqCst);
                let (from, to) = (both(&client), both(&server));
                beside(move || forward(from.0, to.0, limit));
                beside(move || forward(to.1, from.1, u64::MAX));
            }
        });
        Self { address, limit, left }
    }

    pub(super) fn address(&self) -> String {
        self.address.clone()
    }

    /// The next connection will be cut.
    pub(super) fn arm(&self) {
        self.left.store(self.limit, Ordering::SeqCst);
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the proxy stands beside a test that waits for the program"
)]
pub(super) fn beside(work: impl FnOnce() + Send + 'static) {
    std::thread::spawn(work);
}

fn both(stream: &TcpStream) -> (TcpStream, TcpStream) {
    let copy = || stream.try_clone().expect("there are descriptors");
    (copy(), copy())
}

/// Copies until either side ends or `left` bytes went through; then both directions are over.
fn forward(mut from: TcpStream, mut to: TcpStream, mut left: u64) {
    let mut piece = [0; 16 << 10];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
        let Ok(read @ 1..) = from.read(&mut piece[..most]) else { break };
        if to.write_all(&piece[..read]).is_err() {
            break;
        }
        left -= read as u64;
    }
    // Whoever has gone already need not be told.
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
