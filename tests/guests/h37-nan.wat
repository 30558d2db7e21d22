;; H37: looks at the bits of a NaN, by which machines differ. They are the same everywhere: it forwards its input only then.
(global $zero (mut f32) (f32.const 0))
(func (export "process") (type $process)
  (if (i32.ne
        (i32.reinterpret_f32 (f32.div (global.get $zero) (global.get $zero)))
        (i32.const 0x7fc00000))
    (then unreachable))
  (call $forward-all (local.get $records))
  (i32.const 0))
