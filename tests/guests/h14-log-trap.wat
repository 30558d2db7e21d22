;; H14: logs 200 lines and traps, in every call. The rate of lines belongs to the task and not to the instance, of which
;; there is a fresh one after each trap.
(func (export "process") (type $process)
  (local $lines i32)
  (loop $more
    (call $log (i32.const 4) (i32.const 0) (i32.const 8))
    (local.set $lines (i32.add (local.get $lines) (i32.const 1)))
    (br_if $more (i32.lt_u (local.get $lines) (i32.const 200))))
  unreachable)
