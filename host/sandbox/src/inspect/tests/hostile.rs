//! Uploads made to break what reads them: slow to compile, cut short, or with bits flipped. Nothing here may panic, run
//! long or be let in where it could do harm.

use super::{bare, component, descriptor, plugin, refusals, refused, with_section};
use crate::inspect::{Limits, Refusal, inspect};

/// Bits from a seed, so that a failure can be repeated (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

fn described(bytes: Vec<u8>) -> Vec<u8> {
    with_section(bytes, descriptor::SECTION, br#"{"name":"a","inputs":["in"],"outputs":[]}"#)
}

#[test]
fn one_huge_function_is_refused() {
    let body = "i32.const 1 drop ".repeat(200_000);
    refused(
        &bare(&format!("(func) (func {body})")),
        &["function 1 has 600002 bytes", "limit of 524288"],
    );
}

#[test]
fn many_locals_are_refused() {
    refused(
        &bare(&format!("(func (local {}))", "i64 ".repeat(10_001))),
        &["function 0 has 10001 locals"],
    );
}

#[test]
fn nested_branch_tables_are_refused() {
    let depth = 240;
    let targets: Vec<String> = (0..depth).map(|target: usize| target.to_string()).collect();
    let table = format!("(br_table {} (i32.const 0))", targets.join(" "));
    let body = format!("{}{}{}", "(block ".repeat(depth), table, ")".repeat(depth));
    let bodies = format!("(func {} )", body.repeat(70));
    refused(&bare(&bodies), &["function 0 has 16800 branch targets", "limit of 16384"]);
    let one = format!("(func {})", body.repeat(60));
    refused(&bare(&one.repeat(20)), &["288000 branch targets", "limit of 262144"]);
}

#[test]
fn deeply_nested_blocks_are_refused() {
    let body = format!("{}{}", "block ".repeat(1_025), "end ".repeat(1_025));
    refused(&bare(&format!("(func {body})")), &["function 0 has 1025 nested blocks"]);
}

#[test]
fn code_that_makes_validation_visit_many_operands_is_refused() {
    let params = "i32 ".repeat(128);
    let calls = "call 0 ".repeat(200_000);
    let caller = format!("(func unreachable {calls} unreachable)");
    refused(
        &bare(&format!("(func (param {params})) {}", caller.repeat(6))),
        &["operands of calls"],
    );
    let branches = "br_if 0 ".repeat(200_000);
    let looping = format!("(func unreachable loop (param {params}) {branches} end unreachable)");
    refused(&bare(&looping.repeat(6)), &["operands of calls and branches"]);
}

#[test]
fn sections_that_claim_more_than_they_hold_allocate_nothing() {
    // Type, import, function, table, memory, global, export, element and data sections of 4 billion entries.
    for section in [1, 2, 3, 4, 5, 6, 7, 9, 11] {
        let claim = [section, 5, 0xff, 0xff, 0xff, 0xff, 0x0f];
        refusals(&[b"\0asm\x01\0\0\0", &claim[..]].concat());
        refusals(&[b"\0asm\x0d\0\x01\0", &claim[..]].concat());
    }
}

#[test]
fn every_truncation_is_refused() {
    for whole in [described(plugin("")), described(component(""))] {
        for length in 0..whole.len() {
            // Cut between two sections, what is left is whole, and lacks only what it needs.
            let refusals = inspect(&whole[..length], &Limits::default());
            assert!(refusals.is_err() || length > whole.len() / 2, "{length} bytes were let in");
        }
    }
}

#[test]
fn a_plugin_cut_inside_a_section_is_said_to_be_cut() {
    let component = component("");
    let refusals = refusals(&component[..component.len() / 2]);
    assert!(matches!(refusals[..], [Refusal::Truncated { .. }]), "{refusals:?}");
}

#[test]
fn flipped_bits_never_panic() {
    let seed = 0x5a4d_ba12;
    let mut random = Random(seed);
    let json = br#"{"name":"a","inputs":["in"],"outputs":[]}"#;
    for whole in [with_section(plugin(""), descriptor::SECTION, json), component("")] {
        for round in 0..2_500 {
            let mut bytes = whole.clone();
            for _ in 0..=random.below(4) {
                let at = random.below(bytes.len());
                bytes[at] ^= 1 << random.below(8);
            }
            if let Err(refusals) = inspect(&bytes, &Limits::default()) {
                let is_bug = |refusal: &Refusal| matches!(refusal, Refusal::Inspection { .. });
                assert!(
                    !refusals.is_empty() && !refusals.iter().any(is_bug),
                    "seed {seed}, round {round}: {refusals:?}"
                );
            }
        }
    }
}

#[test]
fn random_bytes_after_a_right_beginning_never_panic() {
    let seed = 7;
    let mut random = Random(seed);
    for round in 0..4_000 {
        let begin: &[u8] = if round % 2 == 0 { b"\0asm\x01\0\0\0" } else { b"\0asm\x0d\0\x01\0" };
        let length = random.below(200);
        let noise = (0..length).map(|_| random.next() as u8);
        let bytes: Vec<u8> = begin.iter().copied().chain(noise).collect();
        assert!(inspect(&bytes, &Limits::default()).is_err(), "seed {seed}, round {round}");
    }
}
