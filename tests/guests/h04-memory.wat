;; H04: takes and touches memory until there is no more. Growth past the limit gives -1, and the plugin runs on.
(func (export "process") (type $process)
  (local $old i32)
  (block $full
    (loop $more
      (local.set $old (memory.grow (i32.const 16)))
      (br_if $full (i32.eq (local.get $old) (i32.const -1)))
      (memory.fill (i32.mul (local.get $old) (i32.const 65536)) (i32.const 1) (i32.const 1048576))
      (br $more)))
  (call $forward-all (local.get $records))
  (i32.const 0))
