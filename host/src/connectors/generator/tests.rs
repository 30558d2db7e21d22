//! What the generator makes, and when.

use std::sync::Arc;

use sandbar_dataflow::{Clock, Source as _};

use super::*;
use crate::connectors::settings::Value as Given;

struct NoClock;

impl Clock for NoClock {
    fn now_ms(&self) -> i64 {
        0
    }

    fn thread_cpu(&self) -> Duration {
        Duration::ZERO
    }
}

fn context(task_index: u32, parallelism: u32, seed: u64) -> Context {
    let folder = "/".into();
    let clock = Arc::new(NoClock);
    let (position, root) = (None, crate::connectors::Root::Free);
    let reachable = crate::connectors::Reachable::Everything;
    Context { task_index, parallelism, folder, clock, seed, position, root, reachable }
}

type Made = (String, String, i64);

async fn read_all(settings: &Settings, context: &Context) -> Vec<Made> {
    let mut source = Source::new(settings, context).unwrap();
    source.open().await.unwrap();
    let mut output = Output::new(1, None);
    let mut made = Vec::new();
    loop {
        output.begin(None);
        let read = source.read(&mut output).await.unwrap();
        for emission in output.take().0 {
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            let batch = emission.batch;
            made.extend(batch.iter().map(|of| (text(of.key), text(of.value), of.timestamp)));
        }
        if read == Read::End {
            return made;
        }
    }
}

fn settings(given: &[(&str, Given)]) -> Settings {
    given.iter().cloned().collect()
}

#[tokio::test]
async fn any_number_of_tasks_makes_the_same_records() {
    let given = settings(&[
        ("count", Given::Integer(5_000)),
        ("keys", Given::Integer(7)),
        ("value", Given::Text("{\"seq\":{seq},\"again\":{seq}}".into())),
        ("start", Given::Integer(100)),
        ("interval", Given::Duration(Duration::from_micros(500))),
    ]);
    let alone = read_all(&given, &context(0, 1, 1)).await;
    assert_eq!(alone.len(), 5_000);
    assert_eq!((alone[3].1.as_str(), alone[3].2), ("{\"seq\":3,\"again\":3}", 101));
    let mut together = Vec::new();
    for task in 0..3 {
        together.extend(read_all(&given, &context(task, 3, 1)).await);
    }
    let sorted = |mut records: Vec<Made>| {
        records.sort();
        records
    };
    assert_eq!(sorted(together), sorted(alone.clone()));
    let keys: std::collections::BTreeSet<_> = alone.iter().map(|(key, ..)| key.clone()).collect();
    assert_eq!(keys.len(), 7);
    assert!(keys.contains("k0") && keys.contains("k6"));
    assert_ne!(read_all(&given, &context(0, 1, 2)).await, alone, "the seed deals out keys");
}

#[tokio::test]
async fn a_size_is_met_exactly() {
    for size in [0, 1, 8, 100] {
        let given = settings(&[("count", Given::Integer(2)), ("size", Given::Bytes(size))]);
        for (_, value, _) in read_all(&given, &context(0, 1, 1)).await {
            assert_eq!(value.len() as u64, size);
        }
    }
    let given = settings(&[("count", Given::Integer(0))]);
    assert_eq!(read_all(&given, &context(0, 1, 1)).await, []);
}

#[tokio::test(start_paused = true)]
async fn a_rate_is_kept_over_all_tasks() {
    for (rate, count, tasks) in [(100_000, 50_000, 1), (10, 20, 1), (10, 20, 4), (3, 7, 2)] {
        let given = settings(&[("count", Given::Integer(count)), ("rate", Given::Integer(rate))]);
        for task in 0..tasks {
            let before = Instant::now();
            let made = read_all(&given, &context(task, tasks, 1)).await;
            assert!(!made.is_empty());
            let expected = Duration::from_secs_f64(count as f64 / rate as f64);
            let slack =
                Duration::from_secs_f64(f64::from(tasks) / rate as f64) + Duration::from_millis(10);
            let took = before.elapsed();
            assert!(
                took <= expected + slack && took + slack >= expected,
                "{took:?}, not {expected:?}"
            );
        }
    }
}

#[test]
fn settings_out_of_bounds_are_complained_of() {
    for (key, value) in [
        ("count", Given::Integer(-1)),
        ("rate", Given::Integer(0)),
        ("keys", Given::Integer(0)),
        ("size", Given::Bytes(1 << 20)),
        ("value", Given::Text("{seq}".repeat(100_000))),
    ] {
        let complaints = check(&settings(&[(key, value)]));
        assert_eq!(complaints.len(), 1);
        assert_eq!(complaints[0].0, key);
    }
}

#[tokio::test(start_paused = true)]
async fn a_source_goes_on_where_another_one_stood_and_at_the_same_rate() {
    let given = settings(&[("count", Given::Integer(9_000)), ("rate", Given::Integer(1_000))]);
    for tasks in [1, 3] {
        let mut context = context(tasks - 1, tasks, 1);
        let mut source = Source::new(&given, &context).unwrap();
        assert_eq!(
            source.position().unwrap().0,
            format!(r#"{{"next":{},"tasks":{tasks}}}"#, tasks - 1)
        );
        source.open().await.unwrap();
        let (mut output, mut before) = (Output::new(1, None), Vec::new());
        while before.len() < 6_000 / tasks as usize {
            output.begin(None);
            assert_eq!(source.read(&mut output).await, Ok(Read::More));
            let emissions = output.take().0;
            let values =
                emissions.iter().flat_map(|it| it.batch.iter().map(|of| of.value.to_vec()));
            before.extend(values.map(|value| String::from_utf8(value).unwrap()));
        }
        context.position = source.position();
        let start = Instant::now();
        let after = read_all(&given, &context).await;
        let took = start.elapsed();
        let expected = Duration::from_millis(3_000);
        assert!(took < expected + Duration::from_millis(20), "{took:?}");
        assert!(took > expected - Duration::from_millis(20), "{took:?}");
        let values = before.into_iter().chain(after.into_iter().map(|(_, value, _)| value));
        let alone =
            (u64::from(tasks) - 1..9_000).step_by(tasks as usize).map(|seq| seq.to_string());
        assert!(values.eq(alone), "{tasks} tasks");
    }
}

#[test]
fn a_position_that_does_not_fit_is_refused() {
    let given = settings(&[]);
    for (text, expected) in [
        (r#"{"next":5,"tasks":2}"#, None),
        (r#"{"next":5,"tasks":3}"#, Some("one of 3 tasks, but there are 2 now")),
        (r#"{"next":6,"tasks":2}"#, Some("record 6, which task 1 of 2 never makes")),
        (r#"{"next":-1,"tasks":2}"#, Some("none of a generator")),
        (r#"{"next":5,"tasks":2,"more":1}"#, Some("none of a generator")),
        ("", Some("none of a generator")),
    ] {
        let mut context = context(1, 2, 1);
        context.position = Some(Position(text.to_owned()));
        let fault = Source::new(&given, &context).err();
        let told = fault.as_ref().map(|fault| fault.message.as_str());
        assert_eq!(told.is_some(), expected.is_some(), "{text}: {told:?}");
        assert!(told.unwrap_or_default().contains(expected.unwrap_or_default()), "{told:?}");
    }
}
