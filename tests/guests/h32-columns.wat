;; H32: emits columns that contradict themselves; the first letter of a record says how. The host checks them before it
;; copies anything.
(data (i32.const 64) "\05\00\00\00\03\00\00\00")
(data (i32.const 72) "\03\00\00\00\ff\ff\ff\ff")
(data (i32.const 80) "\03\00\00\00\05\00\00\00")
(func $two (param $ends i32) (param $count i32) (param $bytes i32)
  (call $emit (i32.const 0)
    (i32.const 0) (i32.const 2)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
    (local.get $ends) (local.get $count) (i32.const 256) (local.get $bytes)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
(func (export "process") (type $process)
  (local $mode i32)
  (local.set $mode (i32.load8_u (local.get $values)))
  ;; a: ends that decrease.
  (if (i32.eq (local.get $mode) (i32.const 0x61)) (then (call $two (i32.const 64) (i32.const 2) (i32.const 3))))
  ;; b: one end for two records.
  (if (i32.eq (local.get $mode) (i32.const 0x62)) (then (call $two (i32.const 80) (i32.const 1) (i32.const 3))))
  ;; c: a last end beyond the bytes.
  (if (i32.eq (local.get $mode) (i32.const 0x63)) (then (call $two (i32.const 72) (i32.const 2) (i32.const 5))))
  ;; d: bytes behind the last end.
  (if (i32.eq (local.get $mode) (i32.const 0x64)) (then (call $two (i32.const 80) (i32.const 2) (i32.const 9))))
  ;; e: keys without ends.
  (if (i32.eq (local.get $mode) (i32.const 0x65))
    (then (call $emit (i32.const 0)
      (i32.const 0) (i32.const 2)
      (i32.const 0) (i32.const 0) (i32.const 256) (i32.const 8)
      (i32.const 80) (i32.const 2) (i32.const 256) (i32.const 5)
      (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
  (i32.const 0))
