@0xc9f3a1d27b5e8046;
# Records between processes.
#
# Rules of change: fields are only appended; nothing is renumbered, retyped or removed. Lists keep their element width,
# since receivers move each column as one slice of memory: a wider column is a second field.

struct RecordBatch {
  # N records as seven columns, as they lie in a host's memory and in a guest's.
  #
  # `ends[i]` is the exclusive end of record i in the bytes beside it. A column that no record uses is empty. Otherwise
  # its ends have length N, never decrease, and the last one is the length of the bytes; receivers check all of it.
  # At most 4 MiB a batch and 1 MiB a record.

  timestamps @0 :List(Int64);
  # Event time of each record, milliseconds since the Unix epoch. Its length is N.

  keyEnds @1 :List(UInt32);
  keys @2 :Data;
  # The key says which records belong together; an absent key is an empty one.

  valueEnds @3 :List(UInt32);
  values @4 :Data;
  # What the record says; Sandbar never looks inside.

  headerEnds @5 :List(UInt32);
  headers @6 :Data;
  # Name/value pairs: name length (u16), value length (u32), name, value; all little endian, one after the other.
}
