//! Imports and exports: what a plugin may ask for and what it must have.

use super::{EMIT, EXPORTS, bare, component, encoded, module, module_of, refusals, refused};
use crate::inspect::Refusal;

/// A component of nothing but these fields.
fn fields(fields: &str) -> Vec<u8> {
    wat::parse_str(format!("(component {fields})")).unwrap()
}

#[test]
fn a_core_module_without_component_type_sections_is_refused() {
    assert_eq!(refusals(&bare(EXPORTS)), [Refusal::NoComponentType]);
}

#[test]
fn a_core_module_that_lacks_an_export_of_its_world_is_refused() {
    refused(&module(&EXPORTS.replace("\"close\"", "\"finish\"")), &["export `close` is missing"]);
}

#[test]
fn a_core_module_with_an_export_of_another_type_is_refused() {
    let open = "(result i64) i64.const 0";
    let exports = EXPORTS.replacen("(result i32) i32.const 0", open, 1);
    refused(&module(&exports), &["cannot be encoded", "type mismatch for function `open`"]);
}

#[test]
fn a_core_module_compiled_against_wasi_is_told_which_imports_are_forbidden() {
    let wasi = |name| format!("(import \"wasi_snapshot_preview1\" \"{name}\" (func))");
    let module = module(&format!("{} {} {EXPORTS}", wasi("fd_write"), wasi("proc_exit")));
    refused(&module, &["`wasi_snapshot_preview1#fd_write`", "WASI does not exist here"]);
    refused(&module, &["`wasi_snapshot_preview1#proc_exit`"]);
}

#[test]
fn a_core_module_built_for_another_version_is_told_ours() {
    let newer = sandbar_schema::OPERATOR_WIT.replace("@0.1.0", "@0.2.0");
    let fields = format!("{} {EXPORTS}", EMIT.replace("@0.1.0", "@0.2.0"));
    let module = module_of(&fields, &newer, "operator");
    refused(&module, &["output@0.2.0", "version 0.2.0", "this host speaks 0.1.0"]);
}

#[test]
fn a_component_type_section_that_holds_no_types_is_refused() {
    for data in [&b""[..], b"junk", &bare(""), &fields("(core module)")] {
        let module = super::with_section(bare(EXPORTS), "component-type", data);
        refused(&module, &["cannot be encoded", "component-type section"]);
    }
}

#[test]
fn the_world_that_a_module_tells_is_not_believed() {
    // Two versions in one world send the encoder into endless recursion.
    let mut module = module(EXPORTS);
    let output = b"sandbar:operator/output@0.1.0";
    let place = module.windows(output.len()).position(|window| window == output).unwrap();
    module[place + output.len() - 1] = b'2';
    super::accepted(&module);
}

#[test]
fn a_core_module_with_imports_that_the_interface_lacks_is_refused() {
    for (interface, name) in [("output", "flush"), ("types", "batch"), ("state", "get")] {
        let import = format!("(import \"sandbar:operator/{interface}@0.1.0\" \"{name}\" (func))");
        refused(&module(&format!("{import} {EXPORTS}")), &[name, "no such function"]);
    }
}

#[test]
fn a_component_of_another_world_is_told_what_is_missing() {
    let other = module_of(
        r#"(func (export "run"))"#,
        "package test:other; world other { export run: func(); }",
        "other",
    );
    refused(&other, &["export `open` is missing"]);
    let other = encoded(&other);
    refused(
        &other,
        &["export `open` is missing", "world `operator`", "func() -> result<_, failure>"],
    );
    refused(&other, &["export `process` is missing", "func(port: u32, batch: batch)"]);
    refused(&other, &["export `close` is missing"]);
    assert_eq!(refusals(&fields("")).len(), 3);
}

#[test]
fn an_export_of_another_type_is_shown_beside_the_right_one() {
    let wit = "package test:other; world other {
        export open: func() -> u32; export process: func(); export close: func(); }";
    let module = module_of(
        r#"(func (export "open") (result i32) i32.const 0) (func (export "process")) (func (export "close"))"#,
        wit,
        "other",
    );
    let component = encoded(&module);
    refused(
        &component,
        &["export `open` has type func() -> u32", "wants func() -> result<_, failure>"],
    );
    refused(
        &component,
        &["export `process` has type func(), the world `operator` wants func(port: u32,"],
    );
    refused(
        &fields(r#"(instance $i) (export "open" (instance $i))"#),
        &["`open` has type an interface"],
    );
}

#[test]
fn each_forbidden_import_is_named() {
    let imports = r#"
        (import "wasi:cli/environment@0.2.0" (instance))
        (import "wasi:sockets/tcp@0.2.0" (instance))
        (import "acme:database/query@1.0.0" (instance))
        (import "sandbar:operator/state@0.1.0" (instance))
        (import "print" (func))
        (import "helper" (component))
    "#;
    let component = fields(imports);
    refused(&component, &["`wasi:cli/environment@0.2.0`", "WASI does not exist here"]);
    refused(&component, &["`wasi:sockets/tcp@0.2.0`"]);
    refused(&component, &["`acme:database/query@1.0.0`", "not of the guest interface"]);
    refused(&component, &["`sandbar:operator/state@0.1.0`", "no such interface"]);
    refused(&component, &["`print`"]);
    refused(&component, &["`helper`"]);
}

#[test]
fn unknown_functions_and_types_of_a_known_interface_are_named() {
    let component = fields(
        r#"(import "sandbar:operator/output@0.1.0" (instance
            (export "flush" (func))
            (export "handle" (type (sub resource)))
            (export "forward" (func (param "port" u64)))))"#,
    );
    refused(&component, &["`sandbar:operator/output@0.1.0#flush`", "no such function"]);
    refused(&component, &["output@0.1.0#handle`"]);
    refused(&component, &["forward` has type func(port: u64)", "func(port: u32, rows: list<u32>)"]);
}

#[test]
fn only_our_version_and_its_earlier_patches_are_spoken() {
    for version in ["@0.1.1", "@0.2.0", "@1.1.0", "@0.1.0-rc.1", "@0.1.00", "@0.1", ""] {
        let import = format!("(import \"sandbar:operator/log{version}\" (instance))");
        let component = fields(&import);
        let is_valid = wasmparser::validate(&component).is_ok();
        let part = if is_valid { "this host speaks 0.1.0" } else { "is invalid" };
        refused(&component, &[part]);
        let import = format!("(import \"sandbar:operator/log{version}\" \"write\" (func))");
        refused(&bare(&import), &["sandbar:operator/log", "this host speaks 0.1.0"]);
    }
    let ours = refusals(&fields(r#"(import "sandbar:operator/log@0.1.0" (instance))"#));
    assert!(
        ours.iter().all(|refusal| matches!(refusal, Refusal::ExportMissing { .. })),
        "{ours:?}"
    );
}

#[test]
fn names_from_a_plugin_cannot_write_control_characters_into_a_log() {
    let module = bare(r#"(import "a\1b[2J\n\u{202e}b" "c" (func))"#);
    for refusal in refusals(&module) {
        let message = refusal.to_string();
        assert!(message.chars().all(|character| (' '..='~').contains(&character)), "{message:?}");
    }
}

#[test]
fn a_component_that_only_passes_modules_around_is_refused() {
    let component =
        fields(r#"(component (import "m" (core module $m)) (core instance (instantiate $m)))"#);
    refused(&component, &["modules or components around as values"]);
}

#[test]
fn whatever_else_a_plugin_exports_is_let_in() {
    let component = component(r#"(func (export "debug"))"#);
    super::accepted(&component);
}
