;; H12: makes output without end from one record; the first letter of a record says of which kind. The limit of output
;; stops it, whatever the size of the single pieces.
(memory $memory (export "memory") 64)
(data (i32.const 64) "\00\00\10\00")
(data (i32.const 72) "\01\00\00\00")
(func (export "process") (type $process)
  (local $mode i32)
  (local.set $mode (i32.load8_u (local.get $values)))
  (loop $again
    ;; a: records of 1 MiB.
    (if (i32.eq (local.get $mode) (i32.const 0x61))
      (then (call $emit (i32.const 0)
        (i32.const 0) (i32.const 1)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 64) (i32.const 1) (i32.const 65536) (i32.const 1048576)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
    ;; b: records of 1 byte, each a batch of its own.
    (if (i32.eq (local.get $mode) (i32.const 0x62))
      (then (call $emit (i32.const 0)
        (i32.const 0) (i32.const 1)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 72) (i32.const 1) (i32.const 65536) (i32.const 1)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
    ;; c: batches without records.
    (if (i32.eq (local.get $mode) (i32.const 0x63))
      (then (call $emit (i32.const 0)
        (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
    ;; d: its input, again and again.
    (if (i32.eq (local.get $mode) (i32.const 0x64))
      (then (call $forward (i32.const 0) (i32.const 0) (i32.const 1))))
    ;; e: no row fails, for a reason of 1 MiB that is no text.
    (if (i32.eq (local.get $mode) (i32.const 0x65))
      (then
        (i32.store8 (i32.const 65536) (i32.const 0xff))
        (call $reject (i32.const 0) (i32.const 0) (i32.const 65536) (i32.const 1048576))))
    (br $again))
  (i32.const 0))
