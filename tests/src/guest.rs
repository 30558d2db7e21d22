//! Guests written as WebAssembly text, for what no compiler would write. A file in `guests/` holds the fields of a core
//! module, and only those that matter; here it gets the rest of an operator: each export that it lacks, each import that
//! it calls by name (`call $emit`), and the names of the parameters where it says `(type $process)`. A file that begins
//! with `(component` is taken as it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use sandbar_schema::OPERATOR_WIT;
use wit_component::StringEncoding;
use wit_parser::Resolve;

/// How `process` begins in the canonical ABI: the port, and address and length of each column. Ends and timestamps count
/// in elements. A returned address points at the result; address 0, where all is zero, says ok.
const PROCESS: &str = "
    (param $port i32) (param $timestamps i32) (param $records i32)
    (param $key-ends i32) (param $key-ends-length i32) (param $keys i32) (param $keys-length i32)
    (param $value-ends i32) (param $value-ends-length i32) (param $values i32) (param $values-length i32)
    (param $header-ends i32) (param $header-ends-length i32) (param $headers i32) (param $headers-length i32)
    (result i32)";

/// Imports by the name under which guests call them: interface, function, type.
const IMPORTS: &[(&str, &str, &str, &str)] = &[
    (
        "$emit",
        "output",
        "emit",
        "(param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)",
    ),
    ("$forward", "output", "forward", "(param i32 i32 i32)"),
    ("$rekey", "output", "rekey", "(param i32 i32 i32 i32 i32 i32 i32)"),
    ("$reject", "output", "reject", "(param i32 i32 i32 i32)"),
    ("$log", "log", "write", "(param i32 i32 i32)"),
    ("$parameters", "context", "parameters", "(param i32)"),
    ("$processing-time", "context", "processing-time", "(result i64)"),
    ("$event-time", "context", "event-time", "(result i64)"),
    ("$random", "context", "random", "(result i64)"),
];

/// Exports that a guest has unless its file says otherwise.
const EXPORTS: &[(&str, &str)] = &[
    ("memory", "(memory $memory (export \"memory\") 16)"),
    (
        "cabi_realloc",
        "(global $heap (mut i32) (i32.const 4096))
        (func (export \"cabi_realloc\") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32)
            (result i32)
          (local $at i32)
          (local.set $at (i32.and (i32.add (global.get $heap) (i32.const 7)) (i32.const -8)))
          (global.set $heap (i32.add (local.get $at) (local.get $size)))
          (local.get $at))",
    ),
    ("open", "(func (export \"open\") (result i32) (i32.const 0))"),
    ("close", "(func (export \"close\") (result i32) (i32.const 0))"),
    ("process", "(func (export \"process\") (type $process) (i32.const 0))"),
];

/// Forwards all rows by the first port. The rows are written behind everything else in the default memory.
const FORWARD_ALL: &str = "
    (func $forward-all (param $records i32)
      (local $row i32)
      (loop $more
        (i32.store (i32.add (i32.const 0xf0000) (i32.mul (local.get $row) (i32.const 4))) (local.get $row))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (br_if $more (i32.lt_u (local.get $row) (local.get $records))))
      (call $forward (i32.const 0) (i32.const 0xf0000) (local.get $records)))";

/// Writes the guest `name` as `NAME.wasm` into `folder`.
///
/// # Panics
/// If its text is wrong.
pub fn guest(name: &str, folder: &Path) -> PathBuf {
    let path = folder.join(format!("{name}.wasm"));
    fs::write(&path, bytes(name)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

/// The guest `name`, as one would upload it.
///
/// # Panics
/// If its text is wrong.
pub fn bytes(name: &str) -> Vec<u8> {
    let path = crate::built::root().join(format!("tests/guests/{name}.wat"));
    let text = fs::read_to_string(&path);
    assemble(&text.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// A guest from its text, with the sections that tell its world.
///
/// # Panics
/// If the text is wrong.
pub fn assemble(text: &str) -> Vec<u8> {
    let mut module = without_world(text);
    if is_component(text) {
        return module;
    }
    let mut resolve = Resolve::default();
    let package = resolve.push_str("operator.wit", OPERATOR_WIT).expect("the schema is valid");
    let world = if exports(text, "on-watermark") { "timed-operator" } else { "operator" };
    let world = resolve.select_world(&[package], Some(world)).expect("the schema has both worlds");
    let utf8 = StringEncoding::UTF8;
    wit_component::embed_component_metadata(&mut module, &resolve, world, utf8, false)
        .expect("a section can be added to any module");
    module
}

/// A guest from its text, as a bare core module.
///
/// # Panics
/// If the text is wrong.
pub fn without_world(text: &str) -> Vec<u8> {
    let text = if is_component(text) { text.to_owned() } else { complete(text) };
    wat::parse_str(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn is_component(text: &str) -> bool {
    let code = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with(";;"));
    code.is_some_and(|line| line.starts_with("(component"))
}

/// The fields as a whole module. Imports come first, as they must.
fn complete(fields: &str) -> String {
    let mut tail = String::new();
    for (name, text) in EXPORTS.iter().filter(|(name, _)| !exports(fields, name)) {
        tail.push_str(text);
        tail.push_str(&format!(" ;; {name}\n"));
    }
    if calls(fields, "$forward-all") {
        tail.push_str(FORWARD_ALL);
    }
    let mut module = "(module\n".to_owned();
    for (name, interface, function, ty) in IMPORTS {
        if calls(fields, name) || calls(&tail, name) {
            let from =
                format!("\"sandbar:operator/{interface}@{}\"", sandbar_schema::INTERFACE_VERSION);
            module.push_str(&format!("(import {from} \"{function}\" (func {name} {ty}))\n"));
        }
    }
    module.push_str(fields);
    module.push_str(&tail);
    module.push(')');
    module.replace("(type $process)", PROCESS)
}

fn exports(text: &str, name: &str) -> bool {
    text.contains(&format!("(export \"{name}\")"))
}

fn calls(text: &str, name: &str) -> bool {
    [" ", "\n", ")"].iter().any(|end| text.contains(&format!("call {name}{end}")))
}
