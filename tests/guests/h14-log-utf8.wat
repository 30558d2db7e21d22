;; H14: logs bytes that are no UTF-8. The call fails, and nothing of them is shown.
(data (i32.const 64) "before\ff\fe\80after")
(func (export "process") (type $process)
  (call $log (i32.const 4) (i32.const 64) (i32.const 14))
  (call $forward-all (local.get $records))
  (i32.const 0))
