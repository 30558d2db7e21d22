;; H27: asks for memory that another thread could count in, and for an instruction that waits for a time.
(memory $shared (export "memory") 1 1 shared)
(func (export "process") (type $process)
  (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const 1000000)))
  (i32.const 0))
