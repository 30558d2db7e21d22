;; H08: calls itself without end. Its stack is bounded, far above the guard page.
(func $deeper (param $depth i32) (result i32)
  (i32.add (call $deeper (i32.add (local.get $depth) (i32.const 1))) (i32.const 1)))
(func (export "process") (type $process)
  (call $deeper (i32.const 0)))
