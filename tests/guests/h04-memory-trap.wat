;; H04: takes and touches memory until there is no more, and panics as compilers' allocators do. The trap is its own.
(func (export "process") (type $process)
  (local $old i32)
  (loop $more
    (local.set $old (memory.grow (i32.const 16)))
    (if (i32.eq (local.get $old) (i32.const -1)) (then unreachable))
    (memory.fill (i32.mul (local.get $old) (i32.const 65536)) (i32.const 1) (i32.const 1048576))
    (br $more))
  (i32.const 0))
