//! Serves HTTP to those who send records: connections up to a limit, each with time limits, each answer short.

use std::{convert::Infallible, rc::Rc, time::Duration};

use hyper::{
    Request, Response, StatusCode,
    body::Incoming,
    header::{ALLOW, CONNECTION, CONTENT_TYPE, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use super::{
    ingest::Shared,
    request::{self, Refusal},
};

/// Longest wait for the head of a request, and so for a connection that sends none.
const HEAD: Duration = Duration::from_secs(30);

/// Bytes that a connection may hold beside the body that it sends.
const CONNECTION_BYTES: usize = 16 << 10;

/// What a sender that is refused for now should wait, in seconds.
const RETRY: HeaderValue = HeaderValue::from_static("1");

/// Accepts connections until the source stops or is dropped.
pub(super) async fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, shared: Rc<Shared>) {
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        // Beyond the limit they wait in the system's queue.
        let accepted = tokio::select! {
            accepted = listener.accept(), if connections.len() < shared.connections_max => accepted,
            _ = connections.join_next(), if !connections.is_empty() => continue,
            () = shared.stopped() => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let counted = Counted::new(&shared);
                connections.spawn_local(connect(stream, tls.clone(), counted));
            }
            // The process has no more files to give; some come back when connections end.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// One connection, counted as long as it lives.
struct Counted(Rc<Shared>);

impl Counted {
    fn new(shared: &Rc<Shared>) -> Self {
        shared.connections.set(shared.connections.get() + 1);
        Self(Rc::clone(shared))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.connections.set(self.0.connections.get() - 1);
    }
}

async fn connect(stream: TcpStream, tls: Option<TlsAcceptor>, counted: Counted) {
    let shared = &counted.0;
    let Some(tls) = tls else { return talk(stream, shared).await };
    // Who does not shake hands is nobody.
    if let Ok(Ok(stream)) = timeout(HEAD, tls.accept(stream)).await {
        talk(stream, shared).await;
    }
}

async fn talk(stream: impl AsyncRead + AsyncWrite + Unpin, shared: &Rc<Shared>) {
    let service = service_fn(|request| answer(shared, request));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(CONNECTION_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        // What goes wrong on a connection is its sender's to see.
        _ = connection.as_mut() => return,
        () = shared.stopped() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

async fn answer(
    shared: &Shared,
    request: Request<Incoming>,
) -> Result<Response<String>, Infallible> {
    Ok(match request::take(shared, request).await {
        Err(refusal) => refused(shared, refusal),
        Ok(body) => {
            let records = body.records;
            let told = shared.put(body);
            let status = match shared.acknowledges {
                false => Ok(StatusCode::ACCEPTED),
                true => told.await.map(|()| StatusCode::OK),
            };
            match status {
                Ok(status) => {
                    response(status, "application/json", format!("{{\"records\":{records}}}\n"))
                }
                Err(_) => {
                    let why = "the pipeline ended before its sinks had all of the body".to_owned();
                    refused(shared, Refusal { status: StatusCode::SERVICE_UNAVAILABLE, why })
                }
            }
        }
    })
}

fn refused(shared: &Shared, Refusal { status, why }: Refusal) -> Response<String> {
    let mut response = response(status, "text/plain; charset=utf-8", format!("{why}\n"));
    let headers = response.headers_mut();
    match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            _ = headers.insert(RETRY_AFTER, RETRY);
        }
        StatusCode::UNAUTHORIZED => {
            _ = headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            _ = headers.insert(ALLOW, HeaderValue::from_static("POST"))
        }
        _ => {}
    }
    if shared.stopping.get() {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

fn response(status: StatusCode, kind: &'static str, body: String) -> Response<String> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
