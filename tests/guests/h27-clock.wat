;; H27: reads the clock it is given, spins between with calls of the host, and reads it again; then asks for random numbers
;; and event time as clocks. All of them stand still within a call: it forwards its input only then.
(global $first (mut i64) (i64.const 0))
(func $spin
  (local $turns i32)
  (loop $more
    (drop (call $event-time))
    (local.set $turns (i32.add (local.get $turns) (i32.const 1)))
    (br_if $more (i32.lt_u (local.get $turns) (i32.const 2000000)))))
(func (export "process") (type $process)
  (local $then i64) (local $event i64)
  (local.set $then (call $processing-time))
  (local.set $event (call $event-time))
  (call $spin)
  (if (i64.ne (local.get $then) (call $processing-time)) (then unreachable))
  (if (i64.ne (local.get $event) (call $event-time)) (then unreachable))
  ;; Numbers that are drawn do not depend on when: two calls that draw nothing else differ by their place alone.
  (if (i64.eq (call $random) (call $random)) (then unreachable))
  (call $forward-all (local.get $records))
  (i32.const 0))
