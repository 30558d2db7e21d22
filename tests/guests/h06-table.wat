;; H06: grows a table until it cannot. Growth past the limit gives -1, and the plugin runs on.
(table $table 0 funcref)
(func (export "process") (type $process)
  (loop $more
    (br_if $more (i32.ne (table.grow $table (ref.null func) (i32.const 1000)) (i32.const -1))))
  (if (i32.gt_u (table.size $table) (i32.const 16384)) (then unreachable))
  (call $forward-all (local.get $records))
  (i32.const 0))
