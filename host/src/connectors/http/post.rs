//! The sink: one POST for each batch, over one connection at a time. What the other side is too busy for, and what got no
//! answer, is sent again, so a batch may arrive twice; what it refuses halts the pipeline.

use std::{io::Error, time::Duration};

use async_trait::async_trait;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    Request, StatusCode, Uri,
    body::Bytes,
    client::conn::http1::{self, SendRequest},
    header::{AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue, RETRY_AFTER, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use sandbar_dataflow::{Code, Fault, Operator, Output, Port, RecordBatch};
use tokio::{task::JoinSet, time::timeout};
use tokio_rustls::TlsConnector;

use crate::{
    connectors::{
        Context, Endpoint, Wanted, encode,
        network::{Address, Attempts, Reachable, is_refused, tls},
        secret::Secret,
        settings::Settings,
    },
    formats::{self, Encoder},
};

/// Default of `timeout`.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Of an answer, what is read: enough to say why.
const ANSWER_BYTES_MAX: usize = 64 << 10;

/// Longest pause that the other side may ask for.
const RETRY_MAX: Duration = Duration::from_secs(60);

/// One task's way to the other side.
pub(super) struct Sink {
    url: String,
    target: Target,
    tls: Option<TlsConnector>,
    token: Option<Secret>,
    timeout: Duration,
    encoder: Encoder,
    settings: Settings,
    reachable: Reachable,
    connection: Option<SendRequest<Full<Bytes>>>,
    /// What drives the connection; gone when the sink is dropped.
    driver: JoinSet<()>,
    written: u64,
    failed: Option<Fault>,
}

/// What a URL means.
#[derive(Clone, Debug)]
pub(super) struct Target {
    address: Address,
    host: String,
    path: String,
    is_tls: bool,
}

/// Why a request did not count.
enum Failure {
    /// It may, if made again, after such a pause.
    Passing(String, Duration),
    Lasting(String),
}

/// What `url` means.
pub(super) fn target(url: &str) -> Result<Target, String> {
    let wrong = |why: &str| format!("{why}; write http://HOST:PORT/PATH or https://...");
    let uri: Uri = url.parse().map_err(|error| wrong(&format!("it is no URL: {error}")))?;
    let is_tls = match uri.scheme_str() {
        Some("http") => false,
        Some("https") => true,
        _ => return Err(wrong("it is no URL of HTTP")),
    };
    let authority = uri.authority().ok_or_else(|| wrong("it names no host"))?;
    if authority.as_str().contains('@') {
        return Err("has a user or password in it; give `token` instead".to_owned());
    }
    let port = authority.port_u16().unwrap_or(if is_tls { 443 } else { 80 });
    let address = Address::parse(&format!("{}:{port}", authority.host()))?;
    let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    Ok(Target { address, host: authority.to_string(), path, is_tls })
}

/// What the sink wants of the network.
pub(super) fn wants(settings: &Settings) -> Option<Wanted> {
    let Address { host, port } = target(settings.text("url")?).ok()?.address;
    Some(Wanted { key: "url", endpoint: Endpoint::Connect { host, port } })
}

impl Sink {
    pub(super) fn new(settings: &Settings, context: &Context) -> Result<Self, Fault> {
        let fault = |message: String| Fault::new(Code::SinkFailed, message);
        let url = settings.text("url").unwrap_or_default();
        let target = target(url).map_err(fault)?;
        let tls = match target.is_tls {
            true => Some(tls::client(settings, context).map_err(|error| fault(error.to_string()))?),
            false => None,
        };
        Ok(Self {
            url: url.to_owned(),
            target,
            tls: tls.map(|config| TlsConnector::from(std::sync::Arc::new(config))),
            token: context.secret(settings, "token", Code::SinkFailed)?,
            timeout: settings.duration("timeout").unwrap_or(TIMEOUT),
            encoder: Encoder::new(settings),
            settings: settings.clone(),
            reachable: context.reachable.clone(),
            connection: None,
            driver: JoinSet::new(),
            written: 0,
            failed: None,
        })
    }

    async fn connection(&mut self) -> std::io::Result<&mut SendRequest<Full<Bytes>>> {
        if self.connection.as_mut().is_none_or(|connection| connection.is_closed()) {
            self.connection = None;
            self.driver.abort_all();
            while self.driver.try_join_next().is_some() {}
            let stream = self.target.address.connect(&self.reachable, self.tls.as_ref()).await?;
            let shaken = http1::handshake(TokioIo::new(stream)).await;
            let (sender, connection) = shaken.map_err(Error::other)?;
            self.driver.spawn_local(async move {
                // What goes wrong is seen by who waits for the answer.
                let _ = connection.await;
            });
            self.connection = Some(sender);
        }
        let connection = self.connection.as_mut().expect("it was made just now");
        connection.ready().await.map_err(Error::other)?;
        Ok(connection)
    }

    fn request(&self, body: Bytes) -> Result<Request<Full<Bytes>>, Failure> {
        let mut request = Request::post(self.target.path.as_str())
            .header(HOST, self.target.host.as_str())
            .header(USER_AGENT, "sandbar")
            .header(CONTENT_TYPE, self.encoder.media_type());
        if let Some(token) = &self.token {
            let value = HeaderValue::from_str(&format!("Bearer {}", token.reveal()));
            // The error would show what it is.
            let mut value = value.map_err(|_| {
                Failure::Lasting("`token` has characters that no header may have".to_owned())
            })?;
            value.set_sensitive(true);
            request = request.header(AUTHORIZATION, value);
        }
        request.body(Full::new(body)).map_err(|error| Failure::Lasting(error.to_string()))
    }

    async fn try_post(&mut self, body: Bytes) -> Result<(), Failure> {
        let passing = |why: String| Failure::Passing(why, Duration::ZERO);
        let request = self.request(body)?;
        let connection = self.connection().await.map_err(|error| match is_refused(&error) {
            true => Failure::Lasting(error.to_string()),
            false => passing(error.to_string()),
        })?;
        let response = connection.send_request(request).await;
        let response = response.map_err(|error| passing(format!("no answer: {error}")))?;
        let status = response.status();
        let after =
            response.headers().get(RETRY_AFTER).and_then(|after| after.to_str().ok()?.parse().ok());
        let after = Duration::from_secs(after.unwrap_or(0)).min(RETRY_MAX);
        let answer = Limited::new(response.into_body(), ANSWER_BYTES_MAX).collect().await;
        let Ok(answer) = answer else {
            // The rest of it stands in the way of the next request.
            self.connection = None;
            return if status.is_success() {
                Ok(())
            } else {
                Err(passing(format!("answer {status}")))
            };
        };
        if status.is_success() {
            return Ok(());
        }
        let why = format!("answer {status}: {}", formats::excerpt(&answer.to_bytes()));
        match status {
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => {
                Err(Failure::Passing(why, after))
            }
            _ if status.is_server_error() => Err(Failure::Passing(why, after)),
            _ => Err(Failure::Lasting(why)),
        }
    }

    async fn post(&mut self, body: Bytes) -> Result<(), Fault> {
        let mut attempts = Attempts::new(&self.settings);
        loop {
            let tried = timeout(self.timeout, self.try_post(body.clone())).await;
            let failure = match tried {
                Ok(Ok(())) => return Ok(()),
                Ok(Err(failure)) => failure,
                Err(_) => {
                    self.connection = None;
                    let why = format!("no answer within {} ms", self.timeout.as_millis());
                    Failure::Passing(why, Duration::ZERO)
                }
            };
            let why = match failure {
                Failure::Passing(why, pause) => match attempts.again_after(pause).await {
                    true => continue,
                    false => why,
                },
                Failure::Lasting(why) => why,
            };
            let message = format!(
                "cannot POST to {}: {why}; gave up after {} attempts, with {} records sent",
                self.url, attempts.made, self.written
            );
            let fault = Fault::new(Code::SinkFailed, message);
            self.failed = Some(fault.clone());
            return Err(fault);
        }
    }
}

#[async_trait(?Send)]
impl Operator for Sink {
    async fn open(&mut self) -> Result<(), Fault> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    async fn process(
        &mut self,
        _: Port,
        batch: &RecordBatch,
        output: &mut Output,
    ) -> Result<(), Fault> {
        self.open().await?;
        let mut lines = Vec::new();
        let records = encode(&mut self.encoder, batch, &mut lines, output)?;
        if records > 0 {
            // Each body is a stream of its own.
            lines.splice(0..0, self.encoder.header().iter().copied());
            self.post(lines.into()).await?;
        }
        self.written += records;
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Fault> {
        self.connection = None;
        Ok(())
    }
}
