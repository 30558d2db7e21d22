//! Alignment of barriers, frame by frame.

use super::*;
use crate::{BatchBuilder, Record, channel::Sender};

fn inputs(channels: usize) -> (Vec<Sender>, Inputs) {
    let mut inbox = Inbox::default();
    let senders = (0..channels).map(|_| inbox.channel(Port(0), 1 << 20)).collect();
    (senders, Inputs::new(inbox))
}

fn record(value: &str) -> Frame {
    let mut builder = BatchBuilder::default();
    builder.push(Record { value: value.as_bytes(), ..Record::default() });
    Frame::Batch(builder.finish())
}

/// Sends `script` and says what the task sees of it. `0a` is a record on channel 0, `0|7` barrier 7 there, `0.` its end.
async fn seen(channels: usize, script: &str) -> String {
    let (senders, mut inputs) = inputs(channels);
    let mut seen = Vec::new();
    for step in script.split_whitespace() {
        let (channel, what) = step.split_at(1);
        let frame = match what.split_at(1) {
            ("|", id) => Frame::Barrier(id.parse().unwrap()),
            (".", _) => Frame::End,
            _ => record(what),
        };
        senders[channel.parse::<usize>().unwrap()].send(frame).await.unwrap();
        while let Some((_, frame)) = inputs.try_next() {
            seen.push(match frame {
                Frame::Batch(batch) => String::from_utf8(batch.record(0).value.to_vec()).unwrap(),
                Frame::Barrier(id) => format!("|{id}"),
                other => panic!("{other:?}"),
            });
        }
    }
    if inputs.channels.iter().all(|channel| *channel == Channel::Ended) {
        assert!(inputs.next().await.unwrap().is_none());
        seen.push(".".to_owned());
    }
    seen.join(" ")
}

#[tokio::test]
async fn barriers_of_several_channels_are_aligned() {
    for (channels, script, expected) in [
        (1, "0a 0|1 0b 0|2 0.", "a |1 b |2 ."),
        (2, "0a 0|1 0b 1x 1|1 1y", "a x |1 b y"),
        (3, "0|1 0a 1|1 1b 2c 2|1 2d", "c |1 a b d"),
        // The next barrier is held with the frames of its channel.
        (2, "0|1 0a 0|2 0b 1x 1|1 1y 1|2", "x |1 a y |2 b"),
        (2, "0|1 0|2 0|3 1|1 1|2 1a 1|3", "|1 |2 a |3"),
        // Who has ended brings no barrier, and is waited for no longer.
        (2, "0. 1a 1|1 1b 1.", "a |1 b ."),
        (2, "1|1 1a 0x 0.", "x |1 a"),
        (2, "0|1 0a 0. 1|1 1.", "|1 a ."),
        (2, "0|1 0a 0. 1b 1.", "b |1 a ."),
    ] {
        assert_eq!(seen(channels, script).await, expected, "{script}");
    }
}

#[tokio::test]
async fn a_barrier_that_one_channel_skipped_gives_way_to_the_next() {
    for (channels, script, expected) in [
        // Channel 1 never brings 1, so channel 0 must not wait at it.
        (2, "0|1 0a 1x 1|2 1y 0b 0|2 0c", "x a b |2 y c"),
        (2, "1|2 1y 0|1 0a 0|2 0b", "a |2 y b"),
        (3, "0|1 0a 1|2 1x 2|1 2b 2|2 2d 0|2", "a b |2 x d"),
        // What is held behind the first of them comes in order, up to the second.
        (2, "0|1 0a 0b 0|3 0c 1|2 1x 1|3 1y", "a b x |3 c y"),
        (2, "0|1 0a 0|2 0b 1. 0|3 0c", "|1 a |2 b |3 c"),
        // A number that is not larger than the last one means nothing.
        (2, "0|2 1|2 0a 0|2 0|1 0b 1|3 1x 0|3", "|2 a b |3 x"),
    ] {
        assert_eq!(seen(channels, script).await, expected, "{script}");
    }
}

#[tokio::test]
async fn held_frames_keep_the_room_of_their_channel() {
    let mut inbox = Inbox::default();
    let (narrow, other) = (inbox.channel(Port(0), 1), inbox.channel(Port(0), 1));
    let mut inputs = Inputs::new(inbox);
    narrow.send(Frame::Barrier(1)).await.unwrap();
    assert!(inputs.try_next().is_none());
    narrow.send(record("held")).await.unwrap();
    assert!(inputs.try_next().is_none());
    let mut more = std::pin::pin!(narrow.send(record("more")));
    let second = std::time::Duration::from_millis(1);
    assert!(tokio::time::timeout(second, &mut more).await.is_err(), "no room behind the barrier");
    other.send(Frame::Barrier(1)).await.unwrap();
    assert!(matches!(inputs.try_next(), Some((_, Frame::Barrier(1)))));
    assert!(matches!(inputs.try_next(), Some((_, Frame::Batch(_)))));
    more.await.unwrap();
}

#[tokio::test]
async fn an_input_that_goes_away_before_its_end_is_lost() {
    let (senders, mut inputs) = inputs(2);
    senders[0].send(record("a")).await.unwrap();
    senders[0].send(Frame::End).await.unwrap();
    drop(senders);
    assert!(matches!(inputs.next().await, Ok(Some((_, Frame::Batch(_))))));
    assert_eq!(inputs.next().await.unwrap_err(), Lost);
}
