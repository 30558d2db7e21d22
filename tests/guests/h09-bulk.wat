;; H09: fills all of its memory again and again. One fill cannot be interrupted, so the limit of memory bounds it, and
;; the call's CPU budget ends the loop.
(memory $memory (export "memory") 1000)
(func (export "process") (type $process)
  (loop $again
    (memory.fill (i32.const 0) (i32.const 7) (i32.const 65536000))
    (br $again))
  (i32.const 0))
