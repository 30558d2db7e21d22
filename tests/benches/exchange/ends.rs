//! What all ways share: the batch, both ends on a thread each, certificates, and the clock.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustix::time::{ClockId, clock_gettime};
use sandbar_dataflow::{BatchBuilder, Record, RecordBatch};
use sandbar_exchange::{Credentials, Peer, Transport};
use tokio::sync::oneshot;
use tokio::task::{LocalSet, spawn_blocking};

/// Bytes that may be on their way, for those who let themselves be told.
pub(crate) const WINDOW_BYTES: usize = 1 << 20;

/// CPU time of this process.
pub(crate) fn cpu_seconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// Load of the machine over the last minute, as the system says it.
pub(crate) fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or("unknown").to_owned()
}

/// Records of 112 bytes, `size` bytes in all.
pub(crate) fn batch(size: usize) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    for number in 0..(size / 112) as i64 {
        let key = number.to_le_bytes();
        builder.push(Record { key: &key, value: &[b'v'; 88], timestamp: number, headers: &[] });
    }
    builder.finish()
}

/// Credentials for both ends.
pub(crate) fn workers() -> (Transport, Transport) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let worker = |host: &str| {
        let name = Peer { host: host.to_owned(), tenant: "acme".to_owned() }.name();
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new([name]).unwrap();
        let certificate = params.signed_by(&key, &authority).unwrap();
        let chain = vec![certificate.der().clone()];
        let key = key.serialize_der().try_into().unwrap();
        Transport::Tls(Credentials::new(authority.der().clone(), chain, key).unwrap())
    };
    (worker("server"), worker("client"))
}

/// Runs both ends on threads of their own; the server tells the client something first, its address for one.
pub(crate) fn both<T, S, C>(
    serve: impl FnOnce(oneshot::Sender<T>) -> S + Send + 'static,
    call: impl FnOnce(oneshot::Receiver<T>) -> C + Send + 'static,
) where
    T: Send + 'static,
    S: Future<Output = ()>,
    C: Future<Output = ()>,
{
    local(async {
        let (told, heard) = oneshot::channel();
        let server = spawn_blocking(move || local(serve(told)));
        let client = spawn_blocking(move || local(call(heard)));
        server.await.unwrap();
        client.await.unwrap();
    });
}

fn local<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    LocalSet::new().block_on(&runtime, future)
}
