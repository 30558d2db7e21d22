;; H03: calls an import that returns a text, and never gives the host memory for it. The call's CPU budget stops it.
(global $called (mut i32) (i32.const 0))
(func (export "process") (type $process)
  (global.set $called (i32.const 1))
  (call $parameters (i32.const 64))
  (i32.const 0))
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
  (loop $again (br_if $again (global.get $called)))
  (i32.const 1024))
