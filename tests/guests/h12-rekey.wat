;; H12: gives the last row of its input, larger than all others together, new keys again and again. The limit of output
;; counts what is copied, not the average row.
(func (export "process") (type $process)
  (i32.store (i32.const 64) (i32.sub (local.get $records) (i32.const 1)))
  (loop $again
    (call $rekey (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 0) (i32.const 0))
    (br $again))
  (i32.const 0))
