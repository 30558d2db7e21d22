//! Partitioners: where records go, in which order, and when an open batch leaves.

use super::*;
use crate::{Port, Record, channel::Inbox};

const SECRET: Secret = Secret(*b"a fixed secret!!");

fn batch(keys: impl IntoIterator<Item = u32>) -> RecordBatch {
    let mut builder = BatchBuilder::default();
    for (row, key) in keys.into_iter().enumerate() {
        let (key, value) = (key.to_string(), row.to_string());
        let record = Record { key: key.as_bytes(), value: value.as_bytes(), ..Record::default() };
        builder.push(record);
    }
    builder.finish()
}

fn edge(by: Partitioning, tasks: usize) -> (Partitioner, Vec<Inbox>) {
    let mut inboxes: Vec<Inbox> = (0..tasks).map(|_| Inbox::default()).collect();
    let senders = inboxes.iter_mut().map(|inbox| inbox.channel(Port(0), 1 << 20)).collect();
    (Partitioner::new(by, senders, SECRET), inboxes)
}

fn keys(inbox: &mut Inbox) -> Vec<String> {
    let mut keys = Vec::new();
    while let Some(delivery) = inbox.try_recv() {
        if let Frame::Batch(batch) = delivery.frame {
            keys.extend(
                batch.iter().map(|record| String::from_utf8_lossy(record.key).into_owned()),
            );
        }
    }
    keys
}

#[tokio::test]
async fn a_key_always_meets_the_same_task_and_keeps_its_order() {
    let (mut partitioner, mut inboxes) = edge(Partitioning::Hash, 3);
    for _ in 0..4 {
        partitioner.push(batch((0..700).map(|row| row % 50))).await.unwrap();
    }
    partitioner.flush().await.unwrap();
    let mut all = 0;
    for (task, inbox) in inboxes.iter_mut().enumerate() {
        let mut last = std::collections::BTreeMap::new();
        while let Some(delivery) = inbox.try_recv() {
            let Frame::Batch(batch) = delivery.frame else { panic!("only batches") };
            for record in batch.iter() {
                assert_eq!(owner(SECRET.group(record.key), 3) as usize, task);
                let row: i64 = String::from_utf8_lossy(record.value).parse().unwrap();
                let before = last.insert(record.key.to_vec(), row).unwrap_or(-1);
                assert!(row > before || row < 50, "the order of a key is kept");
                all += 1;
            }
        }
    }
    assert_eq!(all, 2_800);
}

#[tokio::test]
async fn an_open_batch_leaves_at_its_bound_or_before_any_mark() {
    let (mut partitioner, mut inboxes) = edge(Partitioning::Hash, 2);
    partitioner.push(batch(0..100)).await.unwrap();
    assert!(inboxes[0].try_recv().is_none(), "far from full");
    partitioner.mark(&Frame::Barrier(1)).await.unwrap();
    assert!(matches!(inboxes[0].try_recv().unwrap().frame, Frame::Batch(_)));
    assert!(matches!(inboxes[0].try_recv().unwrap().frame, Frame::Barrier(1)));
    partitioner.push(batch(0..4_000)).await.unwrap();
    assert!(inboxes[0].try_recv().is_some(), "full");
}

#[tokio::test]
async fn broadcast_reaches_all_and_rebalance_goes_round() {
    let (mut partitioner, mut inboxes) = edge(Partitioning::Broadcast, 2);
    partitioner.push(batch([1, 2])).await.unwrap();
    assert_eq!(keys(&mut inboxes[0]), ["1", "2"]);
    assert_eq!(keys(&mut inboxes[1]), ["1", "2"]);

    let (mut partitioner, mut inboxes) = edge(Partitioning::Rebalance, 2);
    for key in 0..4 {
        partitioner.push(batch([key])).await.unwrap();
    }
    assert_eq!(keys(&mut inboxes[0]), ["0", "2"]);
    assert_eq!(keys(&mut inboxes[1]), ["1", "3"]);
}

/// Most records of a task, as a share of what each would have if they were spread evenly.
fn skew(keys: &[String], secret: Secret, tasks: u32) -> f64 {
    let mut counts = vec![0_u32; tasks as usize];
    for key in keys {
        counts[owner(secret.group(key.as_bytes()), tasks) as usize] += 1;
    }
    let most = counts.into_iter().max().unwrap_or(0);
    f64::from(most) * f64::from(tasks) / keys.len() as f64
}

#[test]
fn keys_that_were_chosen_against_one_secret_are_spread_by_another() {
    const TASKS: u32 = 8;
    let all = || (0_u32..).map(|number| format!("key-{number}"));
    let of_a_task = all().filter(|key| owner(SECRET.group(key.as_bytes()), TASKS) == 3);
    let of_a_group = all().filter(|key| SECRET.group(key.as_bytes()) == 500);
    for chosen in [of_a_task.take(8_000).collect::<Vec<_>>(), of_a_group.take(2_000).collect()] {
        assert!((skew(&chosen, SECRET, TASKS) - 8.0).abs() < 1e-9, "they all meet in one task");
        let others = (0..32_u8).map(|number| Secret([number; 16]));
        let worst = others.map(|secret| skew(&chosen, secret, TASKS)).fold(0.0, f64::max);
        // Five standard deviations of the fuller task, of 2,000 keys.
        assert!(worst < 1.3, "{} keys: a task has {worst:.2} times its share", chosen.len());
    }
}

#[test]
fn every_task_owns_a_contiguous_range_of_groups() {
    for parallelism in [1, 2, 3, 7, 1_024] {
        let owners: Vec<u32> = (0..GROUPS).map(|group| owner(group, parallelism)).collect();
        assert!(owners.is_sorted());
        assert_eq!((owners[0], owners[1_023]), (0, parallelism - 1));
    }
}
