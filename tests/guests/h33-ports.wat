;; H33: speaks of ports and rows that it does not have; the first letter of a record says of which. The host checks each.
(data (i32.const 64) "\01\00\00\00")
(data (i32.const 72) "\00\00\00\00\00\00\00\00")
(data (i32.const 80) "\00\00\00\00\e8\03\00\00")
(func $emit-one (param $port i32)
  (call $emit (local.get $port)
    (i32.const 0) (i32.const 1)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
    (i32.const 64) (i32.const 1) (i32.const 256) (i32.const 1)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
(func (export "process") (type $process)
  (local $mode i32)
  (local.set $mode (i32.load8_u (local.get $values)))
  ;; a: a port that it does not declare.
  (if (i32.eq (local.get $mode) (i32.const 0x61)) (then (call $emit-one (i32.const 1))))
  ;; b: the port of the dead letters, which only the host may use.
  (if (i32.eq (local.get $mode) (i32.const 0x62)) (then (call $emit-one (i32.const -1))))
  ;; c: a row that its input does not have.
  (if (i32.eq (local.get $mode) (i32.const 0x63))
    (then (call $forward (i32.const 0) (i32.const 80) (i32.const 2))))
  ;; d: a row twice.
  (if (i32.eq (local.get $mode) (i32.const 0x64))
    (then (call $forward (i32.const 0) (i32.const 72) (i32.const 2))))
  ;; e: a row that fails twice.
  (if (i32.eq (local.get $mode) (i32.const 0x65))
    (then
      (call $reject (i32.const 72) (i32.const 1) (i32.const 0) (i32.const 0))
      (call $reject (i32.const 72) (i32.const 1) (i32.const 0) (i32.const 0))))
  ;; f: two keys for one row.
  (if (i32.eq (local.get $mode) (i32.const 0x66))
    (then (call $rekey (i32.const 0)
      (i32.const 72) (i32.const 1) (i32.const 72) (i32.const 2) (i32.const 0) (i32.const 0))))
  ;; g: keys whose end lies beyond their bytes.
  (if (i32.eq (local.get $mode) (i32.const 0x67))
    (then (call $rekey (i32.const 0)
      (i32.const 72) (i32.const 1) (i32.const 64) (i32.const 1) (i32.const 0) (i32.const 0))))
  (i32.const 0))
