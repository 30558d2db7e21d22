//! Limits: each has a plugin, small where it can be, that is one step over it.

use super::{EXPORTS, accepted, bare, component, plugin, refused};
use crate::inspect::{Limits, Refusal, inspect};

#[test]
fn four_gib_of_initial_memory_are_refused() {
    let module = bare("(memory 65536)");
    let whole = Refusal::Memory { bytes: 4 << 30, limit: 64 << 20 };
    assert_eq!(inspect(&module, &Limits::default()).unwrap_err(), std::slice::from_ref(&whole));
    // Also if nothing instantiates the module.
    let component = wat::parse_str("(component (core module (memory 65536)))").unwrap();
    assert_eq!(inspect(&component, &Limits::default()).unwrap_err(), [whole]);
}

#[test]
fn initial_memory_is_summed_over_memories_and_instances() {
    let half = 512;
    refused(
        &bare(&format!("(memory {half}) (memory {half}) (memory 1)")),
        &["67174400", "67108864"],
    );
    let twice = format!(
        "(component (core module $m (memory {half})) (core instance (instantiate $m))
            (core instance (instantiate $m)) (core instance (instantiate $m)))"
    );
    refused(&wat::parse_str(twice).unwrap(), &["100663296 bytes of memory"]);
}

#[test]
fn the_memory_limit_is_the_operators() {
    let module = plugin("");
    let limits = Limits { memory_bytes_max: 65_535, ..Limits::default() };
    let refusals = inspect(&module, &limits).unwrap_err();
    assert_eq!(refusals, [Refusal::Memory { bytes: 65_536, limit: 65_535 }]);
}

#[test]
fn proposals_that_no_host_runs_are_named() {
    for (fields, name) in [
        ("(memory 1 1 shared)", "threads"),
        ("(memory i64 1)", "memory64"),
        ("(tag)", "exceptions"),
        ("(type (struct))", "gc"),
        ("(func (param externref))", "gc-types"),
        ("(memory 1 (pagesize 1))", "custom-page-sizes"),
    ] {
        refused(&bare(fields), &[name]);
    }
}

#[test]
fn counts_over_their_limits_are_refused() {
    let repeat = |field: &str, times: usize| bare(&field.repeat(times));
    refused(&repeat("(memory 0)", 9), &["9 memories", "limit of 8"]);
    refused(&repeat("(table 1 funcref)", 65), &["65 tables", "limit of 64"]);
    refused(&repeat("(global i32 i32.const 0)", 10_001), &["10001 globals"]);
    refused(&repeat("(import \"a\" \"b\" (func))", 20_001), &["20001 imports"]);
    refused(&repeat("(data \"\")", 20_001), &["20001 segments"]);
    refused(&repeat("(elem func)", 20_001), &["20001 segments"]);
    refused(&repeat("(func)", 100_001), &["100001 functions"]);
    refused(&bare("(table 16385 funcref)"), &["16385 table elements", "limit of 16384"]);
    let types: Vec<String> = (0..10_001).map(|_| "(type (func))".to_owned()).collect();
    refused(&bare(&types.concat()), &["10001 types"]);
    let exports: Vec<String> = (0..20_001).map(|e| format!("(export \"{e}\" (func 0))")).collect();
    refused(&bare(&format!("(func) {}", exports.concat())), &["20001 exports"]);
    let items = "0 ".repeat(65_537);
    refused(&bare(&format!("(func) (elem func {items})")), &["65537 segment elements"]);
}

#[test]
fn wide_functions_and_long_names_are_refused() {
    refused(&bare(&format!("(type (func (param {})))", "i32 ".repeat(129))), &["129 parameters"]);
    refused(&bare(&format!("(type (func (result {})))", "i32 ".repeat(17))), &["17 results"]);
    let name = "n".repeat(1_025);
    refused(&bare(&format!("(func (export \"{name}\"))")), &["1025 bytes in the name"]);
    refused(&bare(&format!("(import \"{name}\" \"\" (func))")), &["1025 bytes in the name"]);
}

#[test]
fn components_over_their_limits_are_refused() {
    let nested = format!("{}{}", "(component ".repeat(9), ")".repeat(9));
    refused(&wat::parse_str(nested).unwrap(), &["9 deep", "limit of 8"]);
    let check = |fields: &str, parts: &[&str]| {
        refused(&wat::parse_str(format!("(component {fields})")).unwrap(), parts);
    };
    check(&"(core module)".repeat(65), &["65 core modules"]);
    check(&"(component)".repeat(33), &["33 nested components"]);
    check(&"(type u8)".repeat(2_001), &["2001 component types"]);
    check(&format!("(type (component {}))", "(type u8)".repeat(2_001)), &["2002 component types"]);
    let instances = "(core instance (instantiate 0))".repeat(129);
    check(&format!("(core module) {instances}"), &["129 instances"]);
}

#[test]
fn instances_multiply_through_nested_components() {
    let ten = "(instance (instantiate 0))".repeat(10);
    let innermost =
        format!("(component (core module) {})", "(core instance (instantiate 0))".repeat(10));
    let bomb = (0..4).fold(innermost, |inner, _| format!("(component {inner} {ten})"));
    refused(&wat::parse_str(bomb).unwrap(), &["100000 instances"]);
}

#[test]
fn modules_aliased_from_an_outer_component_count() {
    let component = "(component $outer (core module $m (memory 1024))
        (component (alias outer $outer $m (core module $inner))
            (core instance (instantiate $inner)) (core instance (instantiate $inner))) (instance (instantiate 0)))";
    refused(&wat::parse_str(component).unwrap(), &["134217728 bytes of memory"]);
}

#[test]
fn deeply_nested_types_neither_pass_nor_exhaust_the_stack() {
    let mut chain = "(type u8)".to_owned();
    for depth in 0..1_900 {
        chain.push_str(&format!("(type (option {depth}))"));
    }
    refused(&wat::parse_str(format!("(component {chain})")).unwrap(), &["too deep"]);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let module = bare(&format!(
        "(memory 65536) {} {}",
        "(memory 0)".repeat(8),
        "(table 9999 funcref)".repeat(2)
    ));
    assert_eq!(inspect(&module, &Limits::default()).unwrap_err().len(), 3);
}

#[test]
fn plugins_just_within_the_limits_pass() {
    let module = plugin("(memory 1023) (table 16383 funcref)");
    accepted(&module);
    let component = component("(table 16383 funcref)");
    accepted(&component);
    assert!(
        EXPORTS.contains("(memory (export \"memory\") 1)"),
        "the first memory has the other page"
    );
}
