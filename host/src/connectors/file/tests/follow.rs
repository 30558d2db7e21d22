//! Files that grow, are renamed, emptied and removed while they are followed.

use std::io::Write;

use super::*;
use sandbar_dataflow::{Position, Source};

struct Log {
    folder: TempDir,
    source: Option<Box<dyn Source>>,
    name: &'static str,
    more: Vec<(&'static str, Value)>,
}

impl Log {
    async fn follow(name: &'static str, more: &[(&'static str, Value)]) -> Self {
        let folder = TempDir::new().unwrap();
        let mut log = Self { folder, source: None, name, more: more.to_vec() };
        log.begin(None).await;
        log
    }

    async fn begin(&mut self, position: Option<Position>) {
        let mut settings = settings(&self.path(self.name), &self.more);
        settings.insert("follow", Value::Boolean(true));
        let context = Context { position, ..context(self.folder.path(), 0, 1) };
        let mut source = (SOURCE.build)(&settings, &context).unwrap();
        source.open().await.unwrap();
        self.source = Some(source);
    }

    /// As after a crash.
    async fn restart(&mut self) {
        let position = self.source.take().and_then(|source| source.position());
        self.begin(position).await;
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn append(&self, name: &str, text: &str) {
        let file = fs::OpenOptions::new().create(true).append(true).open(self.path(name));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// What comes until nothing more has come for some looks.
    async fn new_lines(&mut self) -> Vec<String> {
        let source = self.source.as_mut().unwrap();
        let mut found = Vec::new();
        let mut output = Output::new(1, None);
        loop {
            output.begin(None);
            let quiet = Duration::from_millis(2_500);
            match tokio::time::timeout(quiet, source.read(&mut output)).await {
                Err(_) => return found,
                Ok(read) => assert_eq!(read, Ok(Read::More)),
            }
            let (emissions, rejections) = output.take();
            assert!(rejections.is_empty(), "{:?}", rejections[0].fault);
            let text = |value: &[u8]| String::from_utf8(value.to_vec()).unwrap();
            found
                .extend(emissions.iter().flat_map(|one| one.batch.iter().map(|of| text(of.value))));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_is_waited_for_and_followed_as_it_grows() {
    let mut log = Log::follow("a.log", &[]).await;
    assert!(log.new_lines().await.is_empty());
    log.append("a.log", "1\n2\nthr");
    assert_eq!(log.new_lines().await, ["1", "2"]);
    log.append("a.log", "ee\n");
    assert_eq!(log.new_lines().await, ["three"]);
    log.restart().await;
    assert!(log.new_lines().await.is_empty());
    log.append("a.log", "4\n");
    assert_eq!(log.new_lines().await, ["4"]);
}

#[tokio::test(start_paused = true)]
async fn a_renamed_file_is_read_to_its_end_and_its_successor_from_its_beginning() {
    for restarted in [false, true] {
        let mut log = Log::follow("a.log", &[]).await;
        log.append("a.log", "1\n");
        assert_eq!(log.new_lines().await, ["1"]);
        log.append("a.log", "2\n");
        log.rename("a.log", "a.log.1");
        // Its writer has not noticed yet.
        log.append("a.log.1", "3\nlast");
        log.append("a.log", "4\n");
        if restarted {
            log.restart().await;
        }
        let mut found = log.new_lines().await;
        found.sort();
        assert_eq!(found, ["2", "3", "4", "last"], "restarted: {restarted}");
        log.append("a.log", "5\n");
        assert_eq!(log.new_lines().await, ["5"]);
    }
}

#[tokio::test(start_paused = true)]
async fn an_emptied_file_is_read_from_its_beginning() {
    let mut log = Log::follow("a.log", &[]).await;
    log.append("a.log", "one\ntwo\n");
    assert_eq!(log.new_lines().await, ["one", "two"]);
    fs::write(log.path("a.log"), "3\n").unwrap();
    assert_eq!(log.new_lines().await, ["3"]);
    // Emptied and filled again while nobody looked.
    let position = log.source.take().unwrap().position();
    fs::write(log.path("a.log"), "four\nfive\n").unwrap();
    log.begin(position).await;
    assert_eq!(log.new_lines().await, ["four", "five"]);
}

#[tokio::test(start_paused = true)]
async fn a_removed_file_is_let_go_and_one_with_its_name_begins() {
    let mut log = Log::follow("a.log", &[]).await;
    log.append("a.log", "1\nend");
    assert_eq!(log.new_lines().await, ["1"]);
    fs::remove_file(log.path("a.log")).unwrap();
    assert_eq!(log.new_lines().await, ["end"]);
    log.append("a.log", "2\n");
    assert_eq!(log.new_lines().await, ["2"]);
}

#[tokio::test(start_paused = true)]
async fn all_files_that_match_are_followed_in_turns_and_renamed_ones_not_twice() {
    let mut log = Log::follow("*.log*", &[]).await;
    let many: String = (0..60_000).map(|number| format!("a{number}\n")).collect();
    log.append("a.log", &many);
    log.append("b.log", "b0\n");
    let found = log.new_lines().await;
    assert_eq!(found.len(), 60_001);
    let at = found.iter().position(|line| line == "b0").expect("it is read too");
    assert!(at < 60_000, "it did not wait for all of the other");
    log.rename("a.log", "a.log.1");
    log.append("c.log", "c0\n");
    assert_eq!(log.new_lines().await, ["c0"]);
    log.append("a.log.1", "a-late\n");
    log.restart().await;
    assert_eq!(log.new_lines().await, ["a-late"]);
}

#[tokio::test(start_paused = true)]
async fn each_followed_csv_file_has_a_header_of_its_own() {
    let mut log = Log::follow("*.csv", &[("format", text("csv"))]).await;
    log.append("1.csv", "a\n1\n");
    log.append("2.csv", "b\n2\n");
    assert_eq!(log.new_lines().await, [r#"{"a":"1"}"#, r#"{"b":"2"}"#]);
    log.append("1.csv", "3\n");
    log.append("2.csv", "4\n");
    let mut found = log.new_lines().await;
    found.sort();
    assert_eq!(found, [r#"{"a":"3"}"#, r#"{"b":"4"}"#]);
}

#[tokio::test(start_paused = true)]
async fn a_record_that_spans_lines_is_waited_for_also_by_who_goes_on() {
    let mut log = Log::follow("*.csv", &[("format", text("csv"))]).await;
    log.append("1.csv", "\"a\nb\",c\n1,\"2\n");
    assert!(log.new_lines().await.is_empty());
    log.restart().await;
    log.append("1.csv", "3\n");
    assert!(log.new_lines().await.is_empty());
    log.append("1.csv", "4\"\n5,\"6");
    assert_eq!(log.new_lines().await, [r#"{"a\nb":"1","c":"2\n3\n4"}"#]);
    log.restart().await;
    log.append("1.csv", "\n\"\n");
    assert_eq!(log.new_lines().await, [r#"{"a\nb":"5","c":"6\n"}"#]);
    log.append("1.csv", "7,8\"9\n");
    log.rename("1.csv", "2.csv");
    log.append("1.csv", "d\n\"e\n\"\n");
    let mut found = log.new_lines().await;
    found.sort();
    assert_eq!(found, [r#"{"a\nb":"7","c":"8\"9"}"#, r#"{"d":"e\n"}"#]);
}

#[tokio::test(start_paused = true)]
async fn a_read_that_is_dropped_while_it_waits_loses_nothing() {
    let mut log = Log::follow("a.log", &[]).await;
    log.append("a.log", "1\npart");
    let mut output = Output::new(1, None);
    output.begin(None);
    let source = log.source.as_mut().unwrap();
    assert_eq!(source.read(&mut output).await, Ok(Read::More));
    for _ in 0..5 {
        let read = source.read(&mut output);
        assert!(tokio::time::timeout(Duration::from_millis(70), read).await.is_err());
    }
    log.append("a.log", "ial\n");
    assert_eq!(log.new_lines().await, ["partial"]);
}
