;; H16: forwards each row by itself and traps after the one that begins with `x`. What a call that traps had staged does
;; not count: no row leaves twice, and none with an `x`.
(func (export "process") (type $process)
  (local $row i32) (local $start i32)
  (loop $rows
    (i32.store (i32.const 64) (local.get $row))
    (call $forward (i32.const 0) (i32.const 64) (i32.const 1))
    (if (i32.eq (i32.load8_u (i32.add (local.get $values) (local.get $start))) (i32.const 0x78))
      (then unreachable))
    (local.set $start (i32.load (i32.add (local.get $value-ends) (i32.mul (local.get $row) (i32.const 4)))))
    (local.set $row (i32.add (local.get $row) (i32.const 1)))
    (br_if $rows (i32.lt_u (local.get $row) (local.get $records))))
  (i32.const 0))
