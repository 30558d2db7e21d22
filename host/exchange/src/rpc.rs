//! Any Cap'n Proto interface over any connected stream, on our own transport and within limits. Knows neither what is
//! served nor who the peer is: that is settled before the stream gets here.
//!
//! The futures must be polled on one thread, and each is one connection: it ends when the connection does, and dropping
//! it closes the connection at once.

use capnp::capability::Client;
use capnp_rpc::RpcSystem;
use capnp_rpc::rpc_twoparty_capnp::Side;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::transport::{Cause, Network, Sharing};
use crate::{Error, Limits};

/// Gives `bootstrap` to the peer at the other end of `stream`. Dropping the future closes the connection.
///
/// # Errors
/// Why the connection ended, if not by the peer's leave.
pub fn serve<S>(
    stream: S,
    bootstrap: Client,
    limits: Limits,
) -> impl Future<Output = Result<(), Error>> + use<S>
where
    S: AsyncRead + AsyncWrite + 'static,
{
    serve_sharing(stream, bootstrap, limits, Sharing::default())
}

/// As [`serve`]; what is served shares the connection's memory by `sharing`.
pub(crate) fn serve_sharing<S>(
    stream: S,
    bootstrap: Client,
    limits: Limits,
    sharing: Sharing,
) -> impl Future<Output = Result<(), Error>> + use<S>
where
    S: AsyncRead + AsyncWrite + 'static,
{
    let cause = Cause::default();
    let network = network(stream, Side::Server, limits, &cause, sharing);
    let rpc = RpcSystem::new(Box::new(network), Some(bootstrap));
    async move { outcome(rpc.await, &cause) }
}

/// The peer's bootstrap capability, and the future that runs the connection: poll it as long as any capability of the
/// peer is in use. A connection on which nothing comes for `limits.idle` ends: the caller calls something now and then.
pub fn call<S>(
    stream: S,
    limits: Limits,
) -> (Client, impl Future<Output = Result<(), Error>> + use<S>)
where
    S: AsyncRead + AsyncWrite + 'static,
{
    let (client, cause, rpc) = calling(stream, limits, Sharing::default());
    (client, async move { outcome(rpc.await, &cause) })
}

/// As [`call`], with the parts apart; who calls shares the connection's memory by `sharing`.
pub(crate) fn calling<S>(
    stream: S,
    limits: Limits,
    sharing: Sharing,
) -> (Client, Cause, RpcSystem<Side>)
where
    S: AsyncRead + AsyncWrite + 'static,
{
    let cause = Cause::default();
    let network = network(stream, Side::Client, limits, &cause, sharing);
    let mut rpc = RpcSystem::new(Box::new(network), None);
    let client = rpc.bootstrap(Side::Server);
    (client, cause, rpc)
}

/// What a connection's end says: the transport's own reason, where there is one.
pub(crate) fn outcome(ended: Result<(), capnp::Error>, cause: &Cause) -> Result<(), Error> {
    match cause.take() {
        Some(error) => Err(error),
        None => ended.map_err(Error::from),
    }
}

fn network<S: AsyncRead + AsyncWrite + 'static>(
    stream: S,
    side: Side,
    limits: Limits,
    cause: &Cause,
    sharing: Sharing,
) -> Network<tokio::io::ReadHalf<S>> {
    Network::new(tokio::io::split(stream), side, limits, Cause::clone(cause), sharing)
}
