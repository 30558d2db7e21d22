//! What sources read from in the suite: each hands over numbered records in the connector's own way.

use std::{fs, io::Write as _, ops::Range};

use async_trait::async_trait;
use sandbar::connectors::settings::{Settings, Value};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
};

use super::{free_port, servers::Server, text};

/// What becomes of records when a source goes away without having said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// A source that is given its position goes on there.
    Position,
    /// Those that were not acknowledged come again.
    Unacknowledged,
    /// They are gone.
    Nothing,
}

#[async_trait(?Send)]
pub(super) trait Origin {
    fn connector(&self) -> &'static str;

    fn settings(&self) -> Settings;

    fn keeps(&self) -> Keeps;

    /// Hands over records with these numbers as their values.
    async fn supply(&mut self, numbers: Range<u32>);
}

pub(super) fn lines(numbers: Range<u32>) -> String {
    numbers.map(|number| format!("{number}\n")).collect()
}

/// One file, read as it is, or followed.
pub(super) struct File {
    pub(super) folder: TempDir,
    pub(super) name: &'static str,
    pub(super) more: Vec<(&'static str, Value)>,
}

#[async_trait(?Send)]
impl Origin for File {
    fn connector(&self) -> &'static str {
        "file"
    }

    fn settings(&self) -> Settings {
        let path = Value::Path(self.folder.path().join(self.name));
        self.more.iter().cloned().chain([("path", path)]).collect()
    }

    fn keeps(&self) -> Keeps {
        Keeps::Position
    }

    async fn supply(&mut self, numbers: Range<u32>) {
        let path = self.folder.path().join(self.name.replace('*', "1"));
        let file = fs::OpenOptions::new().create(true).append(true).open(path);
        let written = file.and_then(|mut file| file.write_all(lines(numbers).as_bytes()));
        written.expect("a temporary folder can be written");
    }
}

/// Records made up need nobody to hand them over.
pub(super) struct Generator;

#[async_trait(?Send)]
impl Origin for Generator {
    fn connector(&self) -> &'static str {
        "generator"
    }

    fn settings(&self) -> Settings {
        [("count", Value::Integer(5_000))].into_iter().collect()
    }

    fn keeps(&self) -> Keeps {
        Keeps::Position
    }

    async fn supply(&mut self, _: Range<u32>) {}
}

/// One connection that sends lines.
pub(super) struct Tcp {
    port: u16,
    stream: Option<TcpStream>,
}

impl Tcp {
    pub(super) fn new() -> Self {
        Self { port: free_port(), stream: None }
    }
}

#[async_trait(?Send)]
impl Origin for Tcp {
    fn connector(&self) -> &'static str {
        "tcp"
    }

    fn settings(&self) -> Settings {
        [("listen", text(format!("127.0.0.1:{}", self.port)))].into_iter().collect()
    }

    fn keeps(&self) -> Keeps {
        Keeps::Nothing
    }

    async fn supply(&mut self, numbers: Range<u32>) {
        if self.stream.is_none() {
            let stream = TcpStream::connect(("127.0.0.1", self.port)).await;
            self.stream = Some(stream.expect("it listens"));
        }
        let stream = self.stream.as_mut().expect("it is there now");
        stream.write_all(lines(numbers).as_bytes()).await.expect("it is taken");
    }
}

/// Requests with a thousand lines each.
pub(super) struct Http {
    port: u16,
    ack: &'static str,
    requests: JoinSet<String>,
}

impl Http {
    pub(super) fn new(ack: &'static str) -> Self {
        Self { port: free_port(), ack, requests: JoinSet::new() }
    }
}

/// Sends one request and says what was answered.
pub(super) async fn post(port: u16, head: &str, body: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
    let head = format!(
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n{head}\r\n",
        body.len()
    );
    // Who refuses early does not read on.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(body).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).expect("an answer is text")
}

#[async_trait(?Send)]
impl Origin for Http {
    fn connector(&self) -> &'static str {
        "http"
    }

    fn settings(&self) -> Settings {
        let listen = text(format!("127.0.0.1:{}", self.port));
        [("listen", listen), ("ack", text(self.ack))].into_iter().collect()
    }

    fn keeps(&self) -> Keeps {
        Keeps::Nothing
    }

    async fn supply(&mut self, numbers: Range<u32>) {
        let (port, mut numbers) = (self.port, numbers);
        while !numbers.is_empty() {
            let end = numbers.end.min(numbers.start + 1_000);
            let body = lines(numbers.start..end);
            numbers.start = end;
            match self.ack {
                "taken" => {
                    let answer = post(port, "", body.as_bytes()).await;
                    assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
                }
                // It is answered when everything is sunk.
                _ => {
                    self.requests.spawn_local(async move { post(port, "", body.as_bytes()).await });
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            }
        }
    }
}

/// A JetStream stream.
pub(super) struct Nats {
    pub(super) server: Server,
    pub(super) context: async_nats::jetstream::Context,
}

impl Nats {
    pub(super) async fn new() -> Self {
        let server = Server::nats("");
        let context = nats_stream(&server).await;
        Self { server, context }
    }
}

/// A client of `server`, which has a stream `s` that takes `in.>` now.
pub(super) async fn nats_stream(server: &Server) -> async_nats::jetstream::Context {
    let client = async_nats::connect(server.address()).await.expect("the server is there");
    let context = async_nats::jetstream::new(client);
    let config = async_nats::jetstream::stream::Config {
        name: "s".to_owned(),
        subjects: vec!["in.>".to_owned()],
        ..Default::default()
    };
    context.get_or_create_stream(config).await.expect("the stream can be made");
    context
}

#[async_trait(?Send)]
impl Origin for Nats {
    fn connector(&self) -> &'static str {
        "nats"
    }

    fn settings(&self) -> Settings {
        [("address", self.server.address()), ("stream", "s".into()), ("consumer", "c".into())]
            .into_iter()
            .map(|(name, value)| (name, text(value)))
            .collect()
    }

    fn keeps(&self) -> Keeps {
        Keeps::Unacknowledged
    }

    async fn supply(&mut self, numbers: Range<u32>) {
        let mut stored = Vec::new();
        for number in numbers {
            let sent = self.context.publish("in.x", number.to_string().into()).await;
            stored.push(sent.expect("it is sent"));
        }
        for stored in stored {
            stored.await.expect("it is stored");
        }
    }
}

/// A topic, to which our own sink publishes.
pub(super) struct Mqtt {
    pub(super) server: Server,
}

/// Returns once the broker has the subscription of `source`: what is published earlier is for nobody. All probes are
/// read and acknowledged then.
pub(super) async fn subscribed(origin: &mut dyn Origin, source: &mut dyn sandbar_dataflow::Source) {
    let mut output = sandbar_dataflow::Output::new(1, Some(usize::MAX));
    let mut heard = false;
    let begin = tokio::time::Instant::now();
    loop {
        if !heard {
            assert!(begin.elapsed() < super::DEADLINE, "the subscription does not come to be");
            origin.supply(0..1).await;
        }
        output.begin(None);
        let wait = std::time::Duration::from_millis(200);
        match tokio::time::timeout(wait, source.read(&mut output)).await {
            Ok(read) => _ = read.expect("it reads"),
            Err(_) if heard => break,
            Err(_) => continue,
        }
        heard = true;
    }
    source.mark(0);
    source.acknowledge(0).await.expect("it acknowledges");
    assert!(!source.is_awaited());
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
}

pub(super) fn mqtt_settings(server: &Server, client: &str) -> Settings {
    [("address", text(server.address())), ("client", text(client))].into_iter().collect()
}

#[async_trait(?Send)]
impl Origin for Mqtt {
    fn connector(&self) -> &'static str {
        "mqtt"
    }

    fn settings(&self) -> Settings {
        let mut settings = mqtt_settings(&self.server, "reader");
        settings.insert("topics", Value::Texts(vec!["t/+".to_owned()]));
        settings
    }

    fn keeps(&self) -> Keeps {
        Keeps::Unacknowledged
    }

    async fn supply(&mut self, numbers: Range<u32>) {
        let mut settings = mqtt_settings(&self.server, "writer");
        settings.insert("topic", text("t/1"));
        let mut sink = super::sink("mqtt", &settings).expect("it is built");
        sink.open().await.expect("the broker is there");
        let values: Vec<_> = numbers.map(|number| number.to_string()).collect();
        let batch = super::batch(values.iter().map(String::as_bytes));
        super::process(sink.as_mut(), &batch).await.expect("it is published");
        sink.close().await.expect("it closes");
    }
}
