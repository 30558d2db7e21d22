;; H05: declares 4 GiB of initial memory. Inspection refuses it.
(memory $memory (export "memory") 65536)
