;; H10: gives the host memory for the batch that lies outside. Bounds stop it.
(func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
  (i32.const -65536))
