;; H08: calls an import at every depth, so that the host runs with the stack almost used up. The host has a part of its
;; own below the guest's.
(func $deeper (param $depth i32) (result i32)
  (call $log (i32.const 2) (i32.const 0) (i32.const 4096))
  (i32.add (call $deeper (i32.add (local.get $depth) (i32.const 1))) (i32.const 1)))
(func (export "process") (type $process)
  (call $deeper (i32.const 0)))
