;; H03: never returns from `on-watermark`. The call's CPU budget stops it.
(func (export "process") (type $process)
  (call $forward-all (local.get $records))
  (i32.const 0))
(func (export "on-watermark") (param i64) (result i32)
  (loop $again (br $again))
  (i32.const 0))
