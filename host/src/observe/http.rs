//! `/metrics`, `/healthz` and `/readyz` over HTTP. The server knows nothing: it puts each question to whoever has the
//! cluster, over a bounded queue, and says so if there is no answer in time.

use std::time::Duration;

use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::{
    net::TcpListener,
    sync::{mpsc, oneshot},
    time::timeout,
};

use super::visitors::Visitors;

/// Longest wait for an answer. Who scrapes has given up by then.
const ANSWER: Duration = Duration::from_secs(5);

/// Questions that may wait: one scrape every few seconds is usual.
const WAITING_MAX: usize = 16;

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watch {
    /// `/metrics`.
    Metrics,
    /// `/readyz`: whether this host can do its part now.
    Ready,
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes, or what was asked for.
    Good(String),
    /// No, and why.
    Bad(String),
}

/// A question, and where the answer goes.
pub type Question = (Watch, oneshot::Sender<Answer>);

/// Questions as they come.
pub type Questions = mpsc::Receiver<Question>;

/// Serves over `listener` for as long as the future is polled; the questions come out of the receiver.
pub fn serve(
    listener: TcpListener,
) -> (Questions, impl Future<Output = std::io::Result<()>> + Send + 'static) {
    let (asking, questions) = mpsc::channel(WAITING_MAX);
    let routes = Router::new()
        // It answers, so it lives.
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(async |State(asking): State<Asking>| asking.ask(Watch::Ready).await))
        .route(
            "/metrics",
            get(async |State(asking): State<Asking>| asking.ask(Watch::Metrics).await),
        )
        .layer(map_response(last))
        .with_state(Asking(asking));
    (questions, async move { axum::serve(Visitors::new(listener), routes).await })
}

/// One question for each connection.
async fn last(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

#[derive(Clone)]
struct Asking(mpsc::Sender<Question>);

impl Asking {
    async fn ask(self, watch: Watch) -> Response {
        let (sender, answer) = oneshot::channel();
        if self.0.try_send((watch, sender)).is_err() {
            return refuse("too many questions wait for an answer\n");
        }
        match timeout(ANSWER, answer).await {
            Ok(Ok(Answer::Good(text))) => {
                let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                ([(header::CONTENT_TYPE, kind)], text).into_response()
            }
            Ok(Ok(Answer::Bad(reason))) => refuse(&format!("{reason}\n")),
            _ => refuse(&format!("no answer within {} s\n", ANSWER.as_secs())),
        }
    }
}

fn refuse(reason: &str) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, reason.to_owned()).into_response()
}
