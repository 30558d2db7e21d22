//! What sinks write to in the suite: each says what it was given, in its order.

use std::{cell::RefCell, fs, rc::Rc};

use async_trait::async_trait;
use futures_util::StreamExt as _;
use sandbar::connectors::settings::{Settings, Value};
use sandbar_dataflow::Source;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    task::JoinSet,
};

use super::{
    origins::{mqtt_settings, nats_stream},
    servers::Server,
    text,
};

#[async_trait(?Send)]
pub(super) trait Target {
    fn connector(&self) -> &'static str;

    fn settings(&self) -> Settings;

    /// What it has been given so far, at least `count` records.
    async fn received(&mut self, count: usize) -> Vec<String>;
}

pub(super) struct File(pub(super) TempDir);

#[async_trait(?Send)]
impl Target for File {
    fn connector(&self) -> &'static str {
        "file"
    }

    fn settings(&self) -> Settings {
        [("path", Value::Path(self.0.path().join("out")))].into_iter().collect()
    }

    async fn received(&mut self, _: usize) -> Vec<String> {
        let content = fs::read_to_string(self.0.path().join("out")).expect("it was written");
        content.lines().map(str::to_owned).collect()
    }
}

/// Listens, and keeps each line; as HTTP, each line of each body.
pub(super) struct Listener {
    port: u16,
    is_http: bool,
    lines: Rc<RefCell<Vec<String>>>,
    _server: JoinSet<()>,
}

impl Listener {
    pub(super) async fn new(is_http: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
        let port = listener.local_addr().expect("it is bound").port();
        let lines = Rc::default();
        let mut server = JoinSet::new();
        let kept = Rc::clone(&lines);
        server.spawn_local(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let (reader, lines) = (BufReader::new(stream), Rc::clone(&kept));
                match is_http {
                    true => connections.spawn_local(bodies(reader, lines)),
                    false => connections.spawn_local(keep(reader, lines)),
                };
            }
        });
        Self { port, is_http, lines, _server: server }
    }
}

async fn keep(mut reader: BufReader<tokio::net::TcpStream>, lines: Rc<RefCell<Vec<String>>>) {
    let mut line = String::new();
    while reader.read_line(&mut line).await.is_ok_and(|bytes| bytes > 0) {
        lines.borrow_mut().push(line.trim_end().to_owned());
        line.clear();
    }
}

async fn bodies(mut reader: BufReader<tokio::net::TcpStream>, lines: Rc<RefCell<Vec<String>>>) {
    loop {
        let mut length = 0;
        let mut line = String::new();
        loop {
            line.clear();
            if !reader.read_line(&mut line).await.is_ok_and(|bytes| bytes > 0) {
                return;
            }
            if let Some(given) = line.to_lowercase().strip_prefix("content-length:") {
                length = given.trim().parse().expect("it is a number");
            }
            if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).await.expect("the body comes");
        let body = String::from_utf8(body).expect("it is text");
        lines.borrow_mut().extend(body.lines().map(str::to_owned));
        let answer = b"HTTP/1.1 204 No Content\r\n\r\n";
        reader.get_mut().write_all(answer).await.expect("it listens");
    }
}

#[async_trait(?Send)]
impl Target for Listener {
    fn connector(&self) -> &'static str {
        if self.is_http { "http" } else { "tcp" }
    }

    fn settings(&self) -> Settings {
        let address = format!("127.0.0.1:{}", self.port);
        match self.is_http {
            true => [("url", text(format!("http://{address}/in?a=b")))].into_iter().collect(),
            false => [("address", text(address))].into_iter().collect(),
        }
    }

    async fn received(&mut self, count: usize) -> Vec<String> {
        let until = tokio::time::Instant::now() + super::DEADLINE;
        while self.lines.borrow().len() < count && tokio::time::Instant::now() < until {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        self.lines.borrow().clone()
    }
}

pub(super) struct Nats(pub(super) Server);

#[async_trait(?Send)]
impl Target for Nats {
    fn connector(&self) -> &'static str {
        "nats"
    }

    fn settings(&self) -> Settings {
        [("address", text(self.0.address())), ("subject", text("in.y"))].into_iter().collect()
    }

    async fn received(&mut self, count: usize) -> Vec<String> {
        let stream = nats_stream(&self.0).await.get_stream("s").await.expect("it is there");
        let ack_policy = async_nats::jetstream::consumer::AckPolicy::None;
        let config =
            async_nats::jetstream::consumer::pull::Config { ack_policy, ..Default::default() };
        let consumer = stream.create_consumer(config).await.expect("it can be made");
        let mut messages = consumer.messages().await.expect("they can be read");
        let mut found = Vec::new();
        while found.len() < count {
            let next = tokio::time::timeout(super::DEADLINE, messages.next()).await;
            let Ok(Some(message)) = next else { break };
            let payload = message.expect("it comes").payload.to_vec();
            found.push(String::from_utf8(payload).expect("it is text"));
        }
        found
    }
}

/// A topic that our own source has subscribed to before.
pub(super) struct Mqtt {
    pub(super) server: Server,
    reader: Box<dyn Source>,
    found: Vec<String>,
}

impl Mqtt {
    pub(super) async fn new(server: Server) -> Self {
        let mut settings = mqtt_settings(&server, "reader");
        settings.insert("topics", Value::Texts(vec!["t/#".to_owned()]));
        let mut reader = super::source("mqtt", &settings, None).expect("it is built");
        reader.open().await.expect("the broker is there");
        let mut origin = super::origins::Mqtt { server };
        super::origins::subscribed(&mut origin, reader.as_mut()).await;
        Self { server: origin.server, reader, found: Vec::new() }
    }
}

#[async_trait(?Send)]
impl Target for Mqtt {
    fn connector(&self) -> &'static str {
        "mqtt"
    }

    fn settings(&self) -> Settings {
        let mut settings = mqtt_settings(&self.server, "writer");
        settings.insert("topic", text("t/x"));
        settings
    }

    async fn received(&mut self, count: usize) -> Vec<String> {
        let missing = count.saturating_sub(self.found.len());
        self.found.extend(super::read(self.reader.as_mut(), missing).await);
        self.reader.mark(1);
        self.reader.acknowledge(1).await.expect("it acknowledges");
        self.found.clone()
    }
}
