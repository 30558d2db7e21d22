;; H12: forwards the first and the third row of a large batch again and again. A copy of rows takes the memory that it
;; counts for, and none in proportion to the batch that it is taken from.
(data (i32.const 64) "\00\00\00\00\02\00\00\00")
(func (export "process") (type $process)
  (local $rows i32)
  (local.set $rows (select (i32.const 2) (i32.const 1) (i32.gt_u (local.get $records) (i32.const 2))))
  (loop $again
    (call $forward (i32.const 0) (i32.const 64) (local.get $rows))
    (br $again))
  (i32.const 0))
