;; H10: hands over lists that do not lie in its memory, or are larger than any batch; the first letter of a record says
;; which. Bounds and the limit of bytes for one call into the host stop it before anything is allocated.
(memory $memory (export "memory") 512)
(data (i32.const 256) "\ff\fe not UTF-8")
(func $emit-values (param $at i32) (param $length i32)
  (call $emit (i32.const 0)
    (i32.const 64) (i32.const 1)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
    (i32.const 64) (i32.const 1) (local.get $at) (local.get $length)
    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))
(func (export "process") (type $process)
  (local $mode i32)
  (local.set $mode (i32.load8_u (local.get $values)))
  ;; a: 200 MB, of which most lies outside.
  (if (i32.eq (local.get $mode) (i32.const 0x61))
    (then (call $emit-values (i32.const 0) (i32.const 200000000))))
  ;; b: 4 GiB from the end of all addresses.
  (if (i32.eq (local.get $mode) (i32.const 0x62))
    (then (call $emit-values (i32.const -16) (i32.const -1))))
  ;; c: rows at an odd address.
  (if (i32.eq (local.get $mode) (i32.const 0x63))
    (then (call $forward (i32.const 0) (i32.const 1) (i32.const 1))))
  ;; d: so many rows that their bytes overflow 32 bits.
  (if (i32.eq (local.get $mode) (i32.const 0x64))
    (then (call $forward (i32.const 0) (i32.const 0) (i32.const 0x40000001))))
  ;; e: 16 MiB that do lie in its memory.
  (if (i32.eq (local.get $mode) (i32.const 0x65))
    (then (call $emit-values (i32.const 0) (i32.const 0x1000000))))
  ;; f: a log line of 16 MiB.
  (if (i32.eq (local.get $mode) (i32.const 0x66))
    (then (call $log (i32.const 2) (i32.const 0) (i32.const 0x1000000))))
  ;; g: a log line that is no text.
  (if (i32.eq (local.get $mode) (i32.const 0x67))
    (then (call $log (i32.const 2) (i32.const 256) (i32.const 12))))
  ;; h: a log level that does not exist.
  (if (i32.eq (local.get $mode) (i32.const 0x68))
    (then (call $log (i32.const 9) (i32.const 0) (i32.const 1))))
  ;; i: a failure whose message is 4 GiB long.
  (if (i32.eq (local.get $mode) (i32.const 0x69))
    (then
      (i32.store (i32.const 512) (i32.const 1))
      (i32.store (i32.const 520) (i32.const -1))
      (return (i32.const 512))))
  ;; j: a failure whose message is 16 MiB long.
  (if (i32.eq (local.get $mode) (i32.const 0x6a))
    (then
      (i32.store (i32.const 512) (i32.const 1))
      (i32.store (i32.const 520) (i32.const 0x1000000))
      (return (i32.const 512))))
  ;; k: a result at an odd address.
  (if (i32.eq (local.get $mode) (i32.const 0x6b)) (then (return (i32.const 3))))
  ;; l: a result outside its memory.
  (if (i32.eq (local.get $mode) (i32.const 0x6c)) (then (return (i32.const -16))))
  ;; m: a result that is neither ok nor a failure.
  (if (i32.eq (local.get $mode) (i32.const 0x6d))
    (then
      (i32.store (i32.const 512) (i32.const 7))
      (return (i32.const 512))))
  (i32.const 0))
