//! Functions that are no operators, as their authors see them refused: the place, what is wrong, and what would be right.

use std::fs;

use sandbar_tests::Bench;

/// A function, the place that is pointed at (empty: any), and what is told.
type Wrong = (&'static str, &'static str, &'static [&'static str]);

/// What the compiler finds out by types.
const WRONG_TYPES: &[Wrong] = &[
    (
        "#[derive(Deserialize)] struct Reading { v: i64 }
#[filter]
fn keeps(reading: Reading) -> bool { reading.v > 0 }",
        "Reading) -> bool",
        &["a function cannot take a record as `Reading`", "to read JSON, take `Json<T>`"],
    ),
    (
        "#[filter]
fn keeps(text: &str) -> usize { text.len() }",
        "",
        &["`usize` does not say whether the record is kept", "write `#[map]`"],
    ),
    (
        "#[derive(Serialize)] struct Line(usize);
#[map]
fn line(text: &str) -> Line { Line(text.len()) }",
        "",
        &["a record cannot become `Line`", "return `Json<T>` with a `T: Serialize`"],
    ),
    (
        "#[flat_map]
fn lines(text: &str) -> Result<Vec<u64>, String> { Ok(vec![text.len() as u64]) }",
        "",
        &[
            "a record cannot become `u64`",
            "`#[flat_map]` returns anything that iterates over these",
        ],
    ),
    (
        "#[operator]
fn kept(text: &str, out: &mut Output) -> bool { out.forward(); text.is_empty() }",
        "",
        &["an `#[operator]` function cannot return `bool`", "it sends by its `&mut Output`"],
    ),
    (
        "#[derive(Parameters)]
struct Limit { least: f32 }
#[filter]
fn large(limit: &Limit, text: &str) -> bool { text.len() as f32 > limit.least }",
        "f32 }",
        &["a parameter cannot be of type `f32`", "take `bool`, an integer, `f64`"],
    ),
];

/// What the macros find out before.
const WRONG_SHAPES: &[Wrong] = &[
    (
        "#[derive(Parameters)]
struct Limit { #[parameter(default = \"3\")] least: u64 }
#[filter]
fn large(limit: &Limit, text: &str) -> bool { text.len() as u64 > limit.least }",
        "\"3\")",
        &["the default is not of the field's type"],
    ),
    (
        "#[map(outputs(left, right))]
fn divided(text: &str) -> String { text.to_owned() }",
        "divided",
        &["`#[map]` has one output port: write `#[operator]`"],
    ),
];

#[test]
fn a_function_of_a_wrong_shape_is_told_the_right_one_at_its_place() {
    refused("types", WRONG_TYPES);
    refused("shapes", WRONG_SHAPES);
}

fn refused(name: &str, wrong: &[Wrong]) {
    let bench = Bench::new();
    super::new(&bench, name, "filter");
    let mut source = String::from("//! Wrong ones.\nuse sandbar_sdk::prelude::*;\n");
    for ((function, ..), module) in wrong.iter().zip('a'..) {
        source.push_str(&format!("mod {module} {{ use super::*;\n{function}\n}}\n"));
    }
    fs::write(bench.path(name).join("src/lib.rs"), &source).expect("it is ours");
    let ran = super::type_in(&bench, name, &["build", "--quiet"]).ended(3);
    for (_, place, parts) in wrong {
        for part in *parts {
            assert!(ran.stderr.contains(part), "no {part:?} in {}", ran.stderr);
        }
        let Some(at) = source.find(place).filter(|_| !place.is_empty()) else { continue };
        let before = &source[..at];
        let line = before.matches('\n').count() + 1;
        let column = at - before.rfind('\n').map_or(0, |end| end + 1) + 1;
        let place = format!("src/lib.rs:{line}:{column}");
        assert!(ran.stderr.contains(&place), "{parts:?} is not at {place}: {}", ran.stderr);
    }
}
