;; H27: imports clocks. Inspection names each.
(import "wasi:clocks/monotonic-clock@0.2.0" "now" (func (result i64)))
(import "wasi:clocks/wall-clock@0.2.0" "now" (func (param i32)))
(import "wasi:random/insecure@0.2.0" "get-insecure-random-u64" (func (result i64)))
