@0xe5b1c08d3f9a7264;
# Channels between processes: how frames get from a task of one process to a task of another.
#
# A connection's bootstrap capability is a `Channels`. The sending side opens each of its channels there and pushes frames;
# the receiving side answers with credit. A channel outlives its connections: when one breaks, the sender opens the same
# channel on another and goes on behind the last frame that the receiver has.
#
# Rules of change: fields and methods are only appended; nothing is renumbered, retyped or removed. What a peer may do
# wrong by accident (a stale epoch, an unknown channel) is answered as data. RPC exceptions are for broken transport,
# overload and peers that break these rules; after one of them the channel is dead, and has to be opened anew.

using import "record_batch.capnp".RecordBatch;

interface Channels {
  # All that a connection gives to its peer.

  open @0 (opening :Opening, credits :Credits) -> (opened :Opened);
  # Opens a channel, or opens it again after its connection broke. The newest opening wins: pushes by an older one are
  # refused from now on, so that no frame is taken twice. The receiver drops `credits` when the channel is dead, which is
  # how a waiting sender learns of it.

  ping @1 () -> ();
  # Answers at once. Sent when nothing else is, since a connection that is silent for too long is closed.
}

struct Opening {
  # Which channel, and by what right.

  pipeline @0 :Text;
  # Name of the pipeline. Whose pipeline it is follows from the certificate, never from a message.

  epoch @1 :UInt64;
  # Fencing number of the deployment: it grows with each deployment of the pipeline. A receiver that knows a larger one
  # refuses, so that tasks which were replaced but did not notice cannot send.

  edge @2 :UInt32;
  # The edge, by its number in the plan.

  from @3 :UInt32;
  to @4 :UInt32;
  # Task at each end of the edge, counted from 0.
}

struct Opened {
  # The answer to an opening.

  union {
    accepted @0 :Accepted;
    refused @1 :Refused;
  }
}

struct Accepted {
  channel @0 :Channel;
  # Takes the frames. Useless once its connection is gone.

  received @1 :UInt64;
  # Sequence number of the last frame that the receiver has; 0 if none. The receiver keeps these frames whatever becomes
  # of the connection, so they count as taken. The sender goes on with the next one, and sends again what it kept from
  # there on.

  granted @2 :UInt64;
  # Bytes that may be sent, as in `Credits.grant`.
}

struct Refused {
  reason @0 :Reason;
  # What a program decides by.

  message @1 :Text;
  # What a person reads.

  epoch @2 :UInt64;
  # With `staleEpoch`: the epoch that the receiver knows.

  enum Reason {
    unspecified @0;
    # Of a later version of this schema: as `unknownChannel`.

    unknownChannel @1;
    # No task waits for this channel here, or not yet. Opening it again later is useful.

    staleEpoch @2;
    # A newer deployment runs. Opening it again is useless.

    tooManyChannels @3;
    # The connection has as many channels as the receiver allows it.
  }
}

interface Channel {
  push @0 (frame :Frame) -> stream;
  # One method for all frames, so that the order of frames is the order of calls. Returns when the frame is checked and
  # queued, which never waits for the receiving task: credit does that. An exception says that the frame broke a rule.
}

interface Credits {
  # Held by the receiver of a channel, served by its sender.

  grant @0 (granted :UInt64, taken :UInt64) -> ();
  # `granted`: bytes that may have been sent since the channel was first opened. It is absolute, so a grant that is
  # lost, late or repeated does no harm; the largest counts. A frame may be pushed while fewer bytes than this were sent
  # before it: so one frame always passes, however large. A frame counts as the bytes of its batch's columns (8 for each
  # number of `timestamps`, 4 for each of the ends, 1 for each byte), and 256 besides.
  #
  # `taken`: sequence number of the last frame that the receiving task's queue took. The sender need not keep it, nor
  # those before it, any longer.
}

struct Frame {
  # One item of a channel.

  sequence @0 :UInt64;
  # 1 for the channel's first frame, and one more for each frame after it. A receiver refuses any other number.

  union {
    batch @1 :RecordBatch;
    # Records.

    watermark @2 :Int64;
    # No record with a smaller timestamp is expected: milliseconds since the Unix epoch. The largest number: none at all.

    idle @3 :Void;
    # The channel says nothing about event time until its next watermark or batch; others need not wait for it.

    barrier @4 :UInt64;
    # All frames before it belong to the checkpoint of this number.

    end @5 :Void;
    # The last frame of the channel.
  }
}
