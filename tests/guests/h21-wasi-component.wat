;; H21: a component that imports WASI. Inspection refuses it.
(component
  (import "wasi:sockets/tcp@0.2.0" (instance))
  (import "wasi:filesystem/types@0.2.0" (instance)))
