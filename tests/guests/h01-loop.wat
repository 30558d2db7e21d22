;; H01: never returns from `process`. The call's CPU budget stops it.
(func (export "process") (type $process)
  (loop $again (br $again))
  (i32.const 0))
