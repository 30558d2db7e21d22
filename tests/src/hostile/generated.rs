//! Plugins for attacks that would be long as text, or are no text.

use sandbar_sandbox::{Sandbox, SealKey, Settings, inspect};

use crate::guest;

/// A whole plugin that attacks nobody, as a component.
fn component() -> Vec<u8> {
    let module = guest::bytes("bystander");
    let inspected = inspect::inspect(&module, &inspect::Limits::default());
    inspected.expect("the bystander is a plugin").component.into_owned()
}

/// A component that instantiates `module` `count` times.
fn instances(module: &str, count: usize) -> Vec<u8> {
    let instances = "(core instance (instantiate $module))\n".repeat(count);
    guest::assemble(&format!("(component\n(core module $module {module})\n{instances})"))
}

pub(super) fn many_memories() -> Vec<u8> {
    instances("(memory 1)", 9)
}

pub(super) fn many_tables() -> Vec<u8> {
    instances("(table 1 funcref)", 65)
}

pub(super) fn many_instances() -> Vec<u8> {
    instances("", 129)
}

/// 20 instances in a component that is instantiated 20 times: the upload shows 20.
pub(super) fn multiplied_instances() -> Vec<u8> {
    let inner = "(core instance (instantiate $module))\n".repeat(20);
    let outer = "(instance (instantiate $inner))\n".repeat(20);
    guest::assemble(&format!(
        "(component\n(component $inner (core module $module)\n{inner})\n{outer})"
    ))
}

/// 64 MiB, of which all but a few hundred bytes are a custom section.
pub(super) fn huge() -> Vec<u8> {
    let mut bytes = component();
    bytes.push(0);
    leb(&mut bytes, 64 << 20);
    bytes.push(3);
    bytes.extend_from_slice(b"pad");
    bytes.resize(bytes.len() + (64 << 20) - 4, 0);
    bytes
}

/// One function of 1 MiB, on which a compiler would take seconds.
pub(super) fn slow_to_compile() -> Vec<u8> {
    let body = "(drop (i32.const 1))".repeat(350_000);
    guest::assemble(&format!("(func $slow {body})"))
}

/// One function of nested branch tables: few bytes, and an edge of the control flow graph for each target.
pub(super) fn branch_tables() -> Vec<u8> {
    let depth = 240;
    let targets: Vec<String> = (0..depth).map(|target: usize| target.to_string()).collect();
    let table = format!("(br_table {} (i32.const 0))", targets.join(" "));
    let body = format!("{}{table}{}", "(block ".repeat(depth), ")".repeat(depth));
    guest::assemble(&format!("(func {})", body.repeat(70)))
}

/// A plugin that inspection lets pass and that takes a compiler far more than a second and 200 MiB: many functions of just
/// under the limit of their size.
pub fn slow_but_permitted() -> Vec<u8> {
    let step = "(local.set 0 (i32.mul (i32.add (local.get 0) (local.get 1)) (i32.const 77)))
        (local.set 1 (i32.rotl (i32.xor (local.get 1) (local.get 0)) (local.get 0)))";
    let body = step.repeat(18_000);
    let functions = format!("(func (param i32 i32) {body})").repeat(20);
    guest::assemble(&functions)
}

/// A component whose `process` calls the log 2,000 times with 8 MiB, one call after the other: no loop and no function of
/// its own lies between them, which is where compiled code looks for a tick. It lowers the import by hand, since the shim
/// of a component's encoder would be such a function.
pub(super) fn straight_line() -> Vec<u8> {
    let calls = "(call $write (i32.const 2) (i32.const 65536) (i32.const 8323072))".repeat(2_000);
    let lists = r#"(field "timestamps" (list s64))
        (field "key-ends" (list u32)) (field "keys" (list u8))
        (field "value-ends" (list u32)) (field "values" (list u8))
        (field "header-ends" (list u32)) (field "headers" (list u8))"#;
    let fifteen = "i32 ".repeat(15);
    guest::assemble(&format!(
        r#"(component
        (import "sandbar:operator/types@0.1.0" (instance $types
            (type $batch' (record {lists}))
            (export "batch" (type (eq $batch')))
            (type $failure' (record (field "message" string) (field "row" (option u32))))
            (export "failure" (type (eq $failure')))))
        (import "sandbar:operator/log@0.1.0" (instance $log
            (type $level' (enum "trace" "debug" "info" "warn" "error"))
            (export "level" (type $level (eq $level')))
            (export "write" (func (param "level" $level) (param "message" string)))))
        (alias export $types "batch" (type $batch))
        (alias export $types "failure" (type $failure))
        (core module $store
            (memory (export "memory") 200)
            (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024)))
        (core instance $store (instantiate $store))
        (alias core export $store "memory" (core memory $memory))
        (alias core export $store "realloc" (core func $realloc))
        (core func $write (canon lower (func $log "write") (memory $memory)))
        (core module $main
            (import "host" "write" (func $write (param i32 i32 i32)))
            (func (export "process") (param {fifteen}) (result i32) {calls} (i32.const 16))
            (func (export "done") (result i32) (i32.const 16)))
        (core instance $main (instantiate $main
            (with "host" (instance (export "write" (func $write))))))
        (func (export "open") (result (result (error $failure)))
            (canon lift (core func $main "done") (memory $memory)))
        (func (export "process") (param "port" u32) (param "batch" $batch) (result (result (error $failure)))
            (canon lift (core func $main "process") (memory $memory) (realloc $realloc)))
        (func (export "close") (result (result (error $failure)))
            (canon lift (core func $main "done") (memory $memory))))"#
    ))
}

pub(super) fn truncated() -> Vec<u8> {
    let mut bytes = component();
    bytes.truncate(bytes.len() / 2);
    bytes
}

/// Each byte of a plugin's second half, inverted.
pub(super) fn flipped() -> Vec<u8> {
    let mut bytes = component();
    let half = bytes.len() / 2;
    bytes[half..].iter_mut().for_each(|byte| *byte = !*byte);
    bytes
}

pub(super) fn without_world() -> Vec<u8> {
    guest::without_world("(func $idle)")
}

/// Components in components.
pub(super) fn nested() -> Vec<u8> {
    let depth = 50;
    guest::assemble(&format!("(component\n{}{})", "(component ".repeat(depth), ")".repeat(depth)))
}

/// Native code as the cache keeps it.
pub(super) fn precompiled() -> Vec<u8> {
    let module = guest::bytes("bystander");
    let inspected = inspect::inspect(&module, &inspect::Limits::default());
    let inspected = inspected.expect("the bystander is a plugin");
    let (sandbox, _) = Sandbox::new(Settings::default()).expect("this machine runs plugins");
    let compiled = sandbox.compile(&inspected).expect("the bystander can be compiled");
    compiled.seal(&SealKey([0; 32])).expect("compiled code can be written")
}

fn leb(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
