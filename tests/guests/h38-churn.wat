;; H38: touches 4 MiB and traps, on each record: a fresh instance for every call. What one held is gone with it.
(memory $memory (export "memory") 80)
(func (export "process") (type $process)
  (memory.fill (i32.const 65536) (i32.const 1) (i32.const 4194304))
  unreachable)
