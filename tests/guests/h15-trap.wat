;; H15: traps on each record. Each becomes a dead letter, and the circuit breaker pauses the operator.
(func (export "process") (type $process)
  unreachable)
