//! What is let in, and one small case for everything that is refused. Plugins are written as text; the hostile ones
//! that would be long are generated.

mod hostile;
mod interface;
mod limits;

use std::borrow::Cow;

use sandbar_schema::descriptor;
use wit_component::StringEncoding;
use wit_parser::Resolve;

use super::{Form, Inspected, Limits, Refusal, World, inspect};

/// The exports of a core module for the world `operator`.
const EXPORTS: &str = r#"
    (memory (export "memory") 1)
    (func (export "open") (result i32) i32.const 0)
    (func (export "close") (result i32) i32.const 0)
    (func (export "process") (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
        i32.const 0)
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) i32.const 0)
"#;

const EMIT: &str = r#"
    (import "sandbar:operator/output@0.1.0" "forward" (func (param i32 i32 i32)))
"#;

/// A core module with these fields, without a world.
fn bare(fields: &str) -> Vec<u8> {
    wat::parse_str(format!("(module {fields})")).unwrap()
}

/// A core module with these fields, for the world `world` of `wit`.
fn module_of(fields: &str, wit: &str, world: &str) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve.push_str("test.wit", wit).unwrap();
    let world = resolve.select_world(&[package], Some(world)).unwrap();
    let mut module = bare(fields);
    let utf8 = StringEncoding::UTF8;
    wit_component::embed_component_metadata(&mut module, &resolve, world, utf8, false).unwrap();
    module
}

/// A core module with these fields, for the guest interface.
fn module(fields: &str) -> Vec<u8> {
    module_of(fields, sandbar_schema::OPERATOR_WIT, "operator")
}

/// A plugin in either form, with these fields in its module beside what it needs.
fn plugin(fields: &str) -> Vec<u8> {
    module(&format!("{EMIT} {EXPORTS} {fields}"))
}

/// A component of the world that the module tells, which need not be ours.
fn encoded(module: &[u8]) -> Vec<u8> {
    wit_component::ComponentEncoder::default().module(module).unwrap().encode().unwrap()
}

fn component(fields: &str) -> Vec<u8> {
    let module = plugin(fields);
    inspect(&module, &Limits::default()).unwrap().component.into_owned()
}

fn with_section(mut module: Vec<u8>, name: &str, data: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    leb(&mut content, name.len());
    content.extend_from_slice(name.as_bytes());
    content.extend_from_slice(data);
    module.push(0);
    leb(&mut module, content.len());
    module.extend(content);
    module
}

fn leb(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn refusals(bytes: &[u8]) -> Vec<Refusal> {
    inspect(bytes, &Limits::default()).expect_err("it should have been refused")
}

/// The upload is refused, and some message has all of `parts`.
fn refused(bytes: &[u8], parts: &[&str]) {
    let messages: Vec<String> = refusals(bytes).iter().map(ToString::to_string).collect();
    let is_told = messages.iter().any(|message| parts.iter().all(|part| message.contains(part)));
    assert!(is_told, "no message has all of {parts:?}: {messages:#?}");
}

fn accepted(bytes: &[u8]) -> Inspected<'_> {
    inspect(bytes, &Limits::default()).unwrap_or_else(|refusals| {
        let messages: Vec<String> = refusals.iter().map(ToString::to_string).collect();
        panic!("refused: {messages:#?}")
    })
}

#[test]
fn a_core_module_for_the_guest_interface_becomes_a_component() {
    let module = plugin("");
    let inspected = accepted(&module);
    let manifest = &inspected.manifest;
    assert_eq!(manifest.form, Form::CoreModule);
    assert_eq!(manifest.world, World::Operator);
    assert_eq!(manifest.digest, blake3::hash(&module).to_hex().to_string());
    assert_eq!(manifest.size, module.len() as u64);
    assert_eq!(manifest.rights, ["output.forward"]);
    assert_eq!(manifest.memory.initial, 65_536);
    assert_eq!(manifest.memory.maximum, None);
    assert!(manifest.exports.contains(&"process".to_owned()), "{:?}", manifest.exports);
    assert!(matches!(inspected.component, Cow::Owned(_)));
}

#[test]
fn a_component_is_taken_as_it_is() {
    let component = component("");
    let inspected = accepted(&component);
    assert_eq!(inspected.manifest.form, Form::Component);
    assert_eq!(inspected.manifest.rights, ["output.forward"]);
    assert!(matches!(inspected.component, Cow::Borrowed(_)));
}

#[test]
fn a_plugin_without_imports_has_no_rights() {
    let module = module(EXPORTS);
    assert_eq!(accepted(&module).manifest.rights, Vec::<String>::new());
}

#[test]
fn a_plugin_that_exports_on_watermark_is_of_the_timed_world() {
    let watermark = r#"(func (export "on-watermark") (param i64) (result i32) i32.const 0)"#;
    let fields = format!("{EXPORTS} {watermark}");
    let module = module_of(&fields, sandbar_schema::OPERATOR_WIT, "timed-operator");
    assert_eq!(accepted(&module).manifest.world, World::TimedOperator);
}

#[test]
fn start_functions_and_declared_maxima_are_let_in() {
    let fields = EXPORTS.replace("1)", "1 16)");
    let module = module(&format!("{fields} (func $start) (start $start)"));
    assert_eq!(accepted(&module).manifest.memory.maximum, Some(1 << 20));
}

#[test]
fn the_descriptor_of_either_form_is_read() {
    let json = br#"{"name":"double","inputs":["left","right"],"outputs":[],"parameters":[
        {"name":"min_delay","type":"integer","default":15},{"name":"tags","type":"text-map","default":null}]}"#;
    let module = with_section(plugin(""), descriptor::SECTION, json);
    let inspected = accepted(&module);
    assert_eq!(inspected.manifest.operator.name, "double");
    assert_eq!(inspected.manifest.operator.inputs, ["left", "right"]);
    let outer = with_section(component(""), descriptor::SECTION, json);
    assert_eq!(accepted(&outer).manifest.operator, inspected.manifest.operator);
    assert_eq!(accepted(&inspected.component).manifest.operator, inspected.manifest.operator);
}

#[test]
fn a_plugin_without_a_descriptor_has_one_input_and_one_output() {
    let module = plugin("");
    let operator = accepted(&module).manifest.operator;
    assert_eq!(operator.name, "operator");
    assert_eq!(
        (operator.inputs, operator.outputs),
        (vec!["in".to_owned()], vec!["out".to_owned()])
    );
}

#[test]
fn descriptors_that_later_steps_could_not_rely_on_are_refused() {
    let check = |json: &str, part: &str| {
        refused(&with_section(plugin(""), descriptor::SECTION, json.as_bytes()), &[part]);
    };
    let names: Vec<String> = (0..65).map(|port| format!("\"p{port}\"")).collect();
    let ports = names.join(",");
    let nested = format!("{{\"name\":{}", "[".repeat(100_000));
    check("", "EOF");
    check("{", "EOF");
    check(&nested, "sandbar:operator");
    check(r#"{"name":"a","inputs":["in"],"outputs":[],"author":"me"}"#, "unknown field `author`");
    check(r#"{"name":"a","inputs":[],"outputs":[]}"#, "lists no input");
    check(r#"{"name":"a","inputs":["in","in"],"outputs":[]}"#, "input `in` is listed twice");
    check(r#"{"name":"a","inputs":["in"],"outputs":["x","x"]}"#, "output `x` is listed twice");
    check(r#"{"name":"a","inputs":["../in"],"outputs":[]}"#, "a name is 1 to 64");
    check(r#"{"name":"a","inputs":[""],"outputs":[]}"#, "a name is 1 to 64");
    check(r#"{"name":"A","inputs":["in"],"outputs":[]}"#, "operator `A`");
    check(&format!(r#"{{"name":"a","inputs":["in"],"outputs":[{ports}]}}"#), "65 outputs");
    for (kind, default) in [
        ("boolean", "1"),
        ("integer", "1.5"),
        ("integer", "18446744073709551615"),
        ("number", "\"1\""),
        ("text", "[]"),
        ("text-list", "[1]"),
        ("text-map", r#"{"a":1}"#),
    ] {
        let parameter = format!(r#"{{"name":"p","type":"{kind}","default":{default}}}"#);
        let json =
            format!(r#"{{"name":"a","inputs":["in"],"outputs":[],"parameters":[{parameter}]}}"#);
        check(&json, "is not of its type");
    }
    let parameter = r#"{"name":"p","type":"text"}"#;
    let json = format!(
        r#"{{"name":"a","inputs":["in"],"outputs":[],"parameters":[{parameter},{parameter}]}}"#
    );
    check(&json, "parameter `p` is listed twice");
}

#[test]
fn two_descriptors_or_a_huge_one_are_refused() {
    let json = br#"{"name":"a","inputs":["in"],"outputs":[]}"#;
    let one = with_section(plugin(""), descriptor::SECTION, json);
    refused(&with_section(one, descriptor::SECTION, json), &["2 sections `sandbar:operator`"]);
    let huge = vec![b' '; (256 << 10) + 1];
    refused(&with_section(plugin(""), descriptor::SECTION, &huge), &["262145 bytes", "262144"]);
}

#[test]
fn uploads_that_are_no_plugin_at_all_say_what_they_are() {
    refused(b"", &["is empty"]);
    refused(b"\x7fELF\x02\x01\x01\xc8", &["native code"]);
    refused(b"#!/bin/sh", &["not WebAssembly", "23, 21"]);
    refused(b"\0as", &["cut short"]);
    refused(b"\0asm\x07\0\0\0", &["cannot be read"]);
    let small = Limits { component_bytes_max: 100, ..Limits::default() };
    let too_large = Refusal::TooLarge { bytes: 101, limit: 100 };
    assert_eq!(inspect(&[0; 101], &small).unwrap_err(), [too_large], "before any parse");
}
