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
