//! Every attack of the table, each in a process of its own.

use std::path::Path;

use sandbar_tests::hostile;

/// Runs all variants of the attack `number`.
fn check(number: &str) {
    let program = Path::new(env!("CARGO_BIN_EXE_hostile"));
    let cases: Vec<_> = hostile::all().filter(|case| case.number == number).collect();
    assert!(!cases.is_empty(), "the table has no attack {number}");
    for case in cases {
        let seen = hostile::isolated(program, case);
        let seen = seen.unwrap_or_else(|error| panic!("{number} {}: {error}", case.name));
        if let Err(wrong) = hostile::check(case, &seen) {
            panic!("{number} {}: {wrong}\n{seen:#?}", case.name);
        }
    }
}

#[test]
fn a_loop_in_process_ends_at_the_budget_of_the_call() {
    check("H01");
}

#[test]
fn a_loop_in_the_start_function_ends_at_the_budget_of_the_start() {
    check("H02");
}

#[test]
fn a_loop_in_whatever_else_the_host_calls_ends_too() {
    check("H03");
}

#[test]
fn memory_grows_to_its_limit_and_no_further() {
    check("H04");
}

#[test]
fn too_much_initial_memory_is_never_given() {
    check("H05");
}

#[test]
fn tables_grow_to_their_limit_and_no_further() {
    check("H06");
}

#[test]
fn plugins_of_too_many_parts_are_refused() {
    check("H07");
}

#[test]
fn endless_recursion_is_a_trap_and_no_crash() {
    check("H08");
}

#[test]
fn bulk_operations_in_a_loop_end_at_the_budget_of_the_call() {
    check("H09");
}

#[test]
fn lists_that_lie_about_their_place_or_length_are_refused_without_allocation() {
    check("H10");
}

#[test]
fn endless_output_ends_at_its_limit_and_memory_stays_flat() {
    check("H12");
}

#[test]
fn a_record_above_the_cap_is_never_let_out() {
    check("H13");
}

#[test]
fn a_flood_of_log_lines_is_escaped_cut_and_dropped() {
    check("H14");
}

#[test]
fn an_operator_that_traps_on_each_record_is_paused() {
    check("H15");
}

#[test]
fn what_a_trapped_call_put_out_does_not_count() {
    check("H16");
}

#[test]
fn a_huge_plugin_is_refused_by_its_size() {
    check("H17");
}

#[test]
fn a_plugin_that_is_slow_to_compile_is_refused() {
    check("H18");
}

#[test]
fn damaged_plugins_are_refused() {
    check("H20");
}

#[test]
fn imports_outside_the_guest_interface_are_refused_by_name() {
    check("H21");
}

#[test]
fn no_clock_ticks_within_a_call_and_none_can_be_built() {
    check("H27");
}

#[test]
fn a_fresh_instance_for_each_record_leaves_nothing_behind() {
    check("H38");
}

#[test]
fn calling_the_host_at_the_wrong_time_is_a_trap() {
    check("H28");
}

#[test]
fn columns_that_contradict_themselves_are_not_let_out() {
    check("H32");
}

#[test]
fn ports_and_rows_of_others_are_out_of_reach() {
    check("H33");
}

#[test]
fn a_nan_has_the_same_bits_everywhere() {
    check("H37");
}

#[test]
fn native_code_is_never_taken_for_a_plugin() {
    check("H40");
}

#[test]
fn every_attack_of_the_table_has_a_test() {
    let tests = include_str!("hostile.rs");
    for case in hostile::all() {
        assert!(tests.contains(&format!("check(\"{}\")", case.number)), "{}", case.number);
    }
}

#[test]
fn every_guest_is_in_the_table() {
    let folder = sandbar_tests::built::root().join("tests/guests");
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "wat") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            let is_used = hostile::all()
                .any(|case| matches!(case.plugin, hostile::Plugin::Guest(guest) if guest == name));
            assert!(is_used || name == "bystander", "{name} attacks nobody");
        }
    }
}
