;; H02: never returns from the core start function, before `open`. The start budget stops it.
(func $spin (loop $again (br $again)))
(start $spin)
