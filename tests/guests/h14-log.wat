;; H14: logs escape sequences, line breaks and reordering marks, then a line of 1 MiB, then 100,000 lines. Lines are
;; escaped and cut; those that come too fast are counted and dropped.
(memory $memory (export "memory") 32)
(data (i32.const 64) "\1b[2J\1b]0;title\07\0d\0agone\e2\80\aetxt\c2\9b31m\00")
(func (export "process") (type $process)
  (local $lines i32)
  (call $log (i32.const 4) (i32.const 64) (i32.const 32))
  (memory.fill (i32.const 65536) (i32.const 0x1b) (i32.const 1048576))
  (call $log (i32.const 4) (i32.const 65536) (i32.const 1048576))
  (loop $more
    (call $log (i32.const 0) (i32.const 64) (i32.const 32))
    (local.set $lines (i32.add (local.get $lines) (i32.const 1)))
    (br_if $more (i32.lt_u (local.get $lines) (i32.const 100000))))
  (call $forward-all (local.get $records))
  (i32.const 0))
