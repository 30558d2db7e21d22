;; H21: imports WASI, an interface that does not exist, a function that does not exist, and another version of the guest
;; interface. Inspection refuses it and names each.
(import "wasi:sockets/tcp@0.2.0" "connect" (func (param i32)))
(import "wasi:filesystem/types@0.2.0" "open-at" (func (param i32)))
(import "wasi:http/outgoing-handler@0.2.0" "handle" (func (param i32)))
(import "wasi:cli/environment@0.2.0" "get-environment" (func (param i32)))
(import "sandbar:operator/sockets@0.1.0" "open" (func (param i32)))
(import "sandbar:operator/output@0.1.0" "emit-all" (func (param i32)))
(import "sandbar:operator/output@0.2.0" "forward" (func (param i32 i32 i32)))
