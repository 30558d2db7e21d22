;; H05: declares 2 MiB of initial memory where the pipeline allows 1 MiB. It cannot be instantiated.
(memory $memory (export "memory") 32)
