//! Arrow Flight: one `do_put` of record batches with the same columns, and one answer.

use std::sync::Arc;

use arrow_array::{ArrayRef, BinaryArray, Int64Array};
use arrow_flight::decode::FlightRecordBatchStream;
use arrow_flight::encode::FlightDataEncoderBuilder;
use arrow_flight::error::FlightError;
use arrow_flight::flight_service_server::{FlightService, FlightServiceServer};
use arrow_flight::{
    Action, ActionType, Criteria, Empty, FlightClient, FlightData, FlightDescriptor, FlightInfo,
    HandshakeRequest, HandshakeResponse, PollInfo, PutResult, SchemaResult, Ticket,
};
use sandbar_dataflow::RecordBatch;
use tokio::sync::oneshot;
use tonic::codegen::tokio_stream::{Stream, StreamExt as _};
use tonic::codegen::{Pin, async_trait, tokio_stream};
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Endpoint, Server};
use tonic::{Request, Response, Status, Streaming};

use crate::ends::{WINDOW_BYTES, both};

pub(crate) fn run(batch: &RecordBatch, count: usize) {
    let batch = arrow(batch);
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
                .add_service(FlightServiceServer::new(Channel));
            let stopped = async { stopped.await.unwrap_or_default() };
            server.serve_with_incoming_shutdown(incoming, stopped).await.unwrap();
        },
        async move |heard| {
            let (address, stop) = heard.await.unwrap();
            let endpoint = Endpoint::from_shared(format!("http://{address}")).unwrap();
            let mut client = FlightClient::new(endpoint.tcp_nodelay(true).connect().await.unwrap());
            let batches = std::iter::repeat_n(batch, count).map(Ok::<_, FlightError>);
            let data = FlightDataEncoderBuilder::new().build(tokio_stream::iter(batches));
            let mut answers = client.do_put(data).await.unwrap();
            let taken = answers.next().await.unwrap().unwrap();
            assert_eq!(taken.app_metadata, count.to_le_bytes().to_vec());
            stop.send(()).unwrap();
        },
    );
}

fn arrow(batch: &RecordBatch) -> arrow_array::RecordBatch {
    let times = Int64Array::from(batch.timestamps().to_vec());
    let keys = BinaryArray::from_iter_values(batch.iter().map(|record| record.key.to_vec()));
    let values = BinaryArray::from_iter_values(batch.iter().map(|record| record.value.to_vec()));
    let columns: [(&str, ArrayRef); 3] =
        [("timestamps", Arc::new(times)), ("keys", Arc::new(keys)), ("values", Arc::new(values))];
    arrow_array::RecordBatch::try_from_iter(columns).unwrap()
}

struct Channel;

type Answers<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

/// Whatever else Flight has.
fn absent<T>() -> Result<Response<T>, Status> {
    Err(Status::unimplemented("the bench only puts"))
}

#[async_trait]
impl FlightService for Channel {
    type HandshakeStream = Answers<HandshakeResponse>;
    type ListFlightsStream = Answers<FlightInfo>;
    type DoGetStream = Answers<FlightData>;
    type DoPutStream = Answers<PutResult>;
    type DoExchangeStream = Answers<FlightData>;
    type DoActionStream = Answers<arrow_flight::Result>;
    type ListActionsStream = Answers<ActionType>;

    async fn do_put(
        &self,
        request: Request<Streaming<FlightData>>,
    ) -> Result<Response<Self::DoPutStream>, Status> {
        let data = request.into_inner().map(|data| data.map_err(FlightError::from));
        let mut batches = FlightRecordBatchStream::new_from_flight_data(data);
        let mut taken = 0_usize;
        while let Some(batch) = batches.next().await {
            taken += usize::from(batch.map_err(Status::from)?.num_rows() > 0);
        }
        let taken = PutResult { app_metadata: taken.to_le_bytes().to_vec().into() };
        Ok(Response::new(Box::pin(tokio_stream::once(Ok(taken)))))
    }

    async fn handshake(
        &self,
        _: Request<Streaming<HandshakeRequest>>,
    ) -> Result<Response<Self::HandshakeStream>, Status> {
        absent()
    }
    async fn list_flights(
        &self,
        _: Request<Criteria>,
    ) -> Result<Response<Self::ListFlightsStream>, Status> {
        absent()
    }
    async fn get_flight_info(
        &self,
        _: Request<FlightDescriptor>,
    ) -> Result<Response<FlightInfo>, Status> {
        absent()
    }
    async fn poll_flight_info(
        &self,
        _: Request<FlightDescriptor>,
    ) -> Result<Response<PollInfo>, Status> {
        absent()
    }
    async fn get_schema(
        &self,
        _: Request<FlightDescriptor>,
    ) -> Result<Response<SchemaResult>, Status> {
        absent()
    }
    async fn do_get(&self, _: Request<Ticket>) -> Result<Response<Self::DoGetStream>, Status> {
        absent()
    }
    async fn do_exchange(
        &self,
        _: Request<Streaming<FlightData>>,
    ) -> Result<Response<Self::DoExchangeStream>, Status> {
        absent()
    }
    async fn do_action(
        &self,
        _: Request<Action>,
    ) -> Result<Response<Self::DoActionStream>, Status> {
        absent()
    }
    async fn list_actions(
        &self,
        _: Request<Empty>,
    ) -> Result<Response<Self::ListActionsStream>, Status> {
        absent()
    }
}
