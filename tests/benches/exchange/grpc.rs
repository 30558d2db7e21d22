//! gRPC by tonic: one stream of messages that have the seven columns as bytes, and one answer. What `protoc` would write
//! is written by hand.

use prost::bytes::Bytes;
use sandbar_dataflow::RecordBatch;
use tokio::sync::oneshot;
use tonic::codegen::tokio_stream::StreamExt as _;
use tonic::codegen::{BoxFuture, Context, Poll, Service, http, tokio_stream};
use tonic::server::{ClientStreamingService, NamedService};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic::{Request, Response, Status, Streaming};
use tonic_prost::ProstCodec;

use crate::ends::{WINDOW_BYTES, both};

#[derive(Clone, PartialEq, prost::Message)]
struct Columns {
    #[prost(bytes = "bytes", tag = "1")]
    timestamps: Bytes,
    #[prost(bytes = "bytes", tag = "2")]
    key_ends: Bytes,
    #[prost(bytes = "bytes", tag = "3")]
    keys: Bytes,
    #[prost(bytes = "bytes", tag = "4")]
    value_ends: Bytes,
    #[prost(bytes = "bytes", tag = "5")]
    values: Bytes,
    #[prost(bytes = "bytes", tag = "6")]
    header_ends: Bytes,
    #[prost(bytes = "bytes", tag = "7")]
    headers: Bytes,
}

#[derive(Clone, Copy, PartialEq, prost::Message)]
struct Taken {
    #[prost(uint64, tag = "1")]
    batches: u64,
}

pub(crate) fn run(batch: &RecordBatch, count: usize) {
    let message = columns(batch);
    let window = u32::try_from(WINDOW_BYTES).unwrap();
    both(
        async move |told| {
            let incoming = TcpIncoming::bind("127.0.0.1:0".parse().unwrap()).unwrap();
            let incoming = incoming.with_nodelay(Some(true));
            let (stop, stopped) = oneshot::channel::<()>();
            told.send((incoming.local_addr().unwrap(), stop)).unwrap();
            let server = Server::builder()
                .initial_stream_window_size(window)
                .initial_connection_window_size(window)
                .add_service(Channel);
            let stopped = async { stopped.await.unwrap_or_default() };
            server.serve_with_incoming_shutdown(incoming, stopped).await.unwrap();
        },
        async move |heard| {
            let (address, stop) = heard.await.unwrap();
            let endpoint = Endpoint::from_shared(format!("http://{address}")).unwrap();
            let channel = endpoint.tcp_nodelay(true).connect().await.unwrap();
            let mut client = tonic::client::Grpc::new(channel);
            client.ready().await.unwrap();
            let messages = tokio_stream::iter(std::iter::repeat_n(message, count));
            let path = http::uri::PathAndQuery::from_static("/bench.Channel/Push");
            let codec = ProstCodec::<Columns, Taken>::default();
            let answer = client.client_streaming(Request::new(messages), path, codec).await;
            assert_eq!(answer.unwrap().into_inner().batches, count as u64);
            stop.send(()).unwrap();
        },
    );
}

fn columns(batch: &RecordBatch) -> Columns {
    let columns = batch.columns();
    let ends = |ends: &[u32]| ends.iter().flat_map(|end| end.to_le_bytes()).collect::<Vec<_>>();
    let times = columns.timestamps.iter().flat_map(|time| time.to_le_bytes());
    Columns {
        timestamps: times.collect::<Vec<_>>().into(),
        key_ends: ends(&columns.key_ends).into(),
        keys: columns.keys.into_owned().into(),
        value_ends: ends(&columns.value_ends).into(),
        values: columns.values.into_owned().into(),
        header_ends: ends(&columns.header_ends).into(),
        headers: columns.headers.into_owned().into(),
    }
}

/// The service, and its one method.
#[derive(Clone, Copy)]
struct Channel;

impl NamedService for Channel {
    const NAME: &'static str = "bench.Channel";
}

impl Service<http::Request<tonic::body::Body>> for Channel {
    type Response = http::Response<tonic::body::Body>;
    type Error = std::convert::Infallible;
    type Future = BoxFuture<Self::Response, Self::Error>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<tonic::body::Body>) -> Self::Future {
        Box::pin(async {
            let mut server = tonic::server::Grpc::new(ProstCodec::<Taken, Columns>::default());
            Ok(server.client_streaming(Channel, request).await)
        })
    }
}

impl ClientStreamingService<Columns> for Channel {
    type Response = Taken;
    type Future = BoxFuture<Response<Taken>, Status>;

    fn call(&mut self, request: Request<Streaming<Columns>>) -> Self::Future {
        Box::pin(async {
            let mut messages = request.into_inner();
            let mut batches = 0;
            while let Some(columns) = messages.next().await {
                batches += u64::from(!columns?.timestamps.is_empty());
            }
            Ok(Response::new(Taken { batches }))
        })
    }
}
