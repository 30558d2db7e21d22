//! The cookbook of the SDK: each recipe is the text of a plugin of this checkout, and each of those plugins passes its golden
//! cases.

use std::{collections::BTreeMap, fs};

use sandbar_tests::{Bench, Ran, built};

/// What opens a recipe in the cookbook; the name of its plugin follows.
const RECIPE: &str = "[plugins/";

/// The text of `plugin` between its marks; `None` where it has none.
fn marked(source: &str) -> Option<&str> {
    let (_, rest) = source.split_once("\n// recipe: ")?;
    let (_, rest) = rest.split_once('\n')?;
    rest.split_once("// end of recipe\n").map(|(recipe, _)| recipe)
}

/// The recipes of a cookbook, by plugin.
fn recipes(cookbook: &str) -> BTreeMap<&str, &str> {
    let recipes = cookbook.split(RECIPE).skip(1).map(|rest| {
        let (plugin, rest) = rest.split_once(']').expect("a link has an end");
        let (_, rest) = rest.split_once("```rust\n").expect("a recipe has its code");
        (plugin, rest.split_once("```\n").expect("a block has an end").0)
    });
    recipes.collect()
}

/// The sources of all plugins, by name.
fn sources() -> BTreeMap<String, String> {
    let folder = fs::read_dir(built::root().join("plugins")).expect("there is a folder of plugins");
    let folders = folder.map(|entry| entry.expect("it can be listed").path());
    let sources = folders.filter_map(|folder| {
        let source = fs::read_to_string(folder.join("src/lib.rs")).ok()?;
        Some((folder.file_name()?.to_string_lossy().into_owned(), source))
    });
    sources.collect()
}

#[test]
fn every_recipe_is_the_text_of_its_plugin() {
    let path = built::root().join("sdk/COOKBOOK.md");
    let cookbook = fs::read_to_string(&path).expect("the SDK has a cookbook");
    let (recipes, sources) = (recipes(&cookbook), sources());
    assert!(recipes.len() >= 10, "{:?}", recipes.keys());
    for (plugin, recipe) in &recipes {
        let source = sources.get(*plugin).unwrap_or_else(|| panic!("no plugin {plugin}"));
        let marked = marked(source).unwrap_or_else(|| panic!("{plugin} has no `// recipe: `"));
        assert!(
            *recipe == marked,
            "sdk/COOKBOOK.md differs from plugins/{plugin}/src/lib.rs, which has\n{marked}"
        );
    }
    let unlisted = sources.iter().filter(|(_, source)| marked(source).is_some());
    let unlisted: Vec<&str> = unlisted.map(|(plugin, _)| plugin.as_str()).collect();
    assert_eq!(unlisted, recipes.into_keys().collect::<Vec<_>>(), "recipes that are not told");
}

#[test]
fn a_recipe_that_differs_in_one_letter_is_seen() {
    let source = "//! A.\n\n// recipe: a\nfn a() {}\n// end of recipe\n\nfn b() {}\n";
    assert_eq!(marked(source), Some("fn a() {}\n"));
    assert_eq!(marked("fn a() {}\n"), None);
    let book = "# B\n[plugins/a](../a):\n\n```rust\nfn a() {}\n```\n\n## C\n[plugins/c](../c):\n```rust\nc\n```\n";
    let told = recipes(book);
    assert_eq!(told.into_iter().collect::<Vec<_>>(), [("a", "fn a() {}\n"), ("c", "c\n")]);
}

#[test]
fn every_plugin_with_cases_passes_them_in_the_sandbox() {
    let bench = Bench::new();
    let sources = sources();
    let folder = |plugin: &str| built::root().join("plugins").join(plugin);
    for (plugin, source) in &sources {
        let has_cases = folder(plugin).join("cases").is_dir();
        assert!(has_cases || marked(source).is_none(), "the recipe {plugin} has no cases");
        if !has_cases {
            continue;
        }
        let folder = folder(plugin);
        let mut command =
            bench.command(&["test", "--shipped", folder.to_str().expect("the path is text")]);
        super::author::with_tools(&mut command).env("CARGO_TARGET_DIR", built::target());
        let ran = Ran::from(command.output().expect("the program can be started")).ended(0);
        let (passed, all) = ran.stdout.split_once(" of ").expect("verdicts are counted");
        assert!(all.starts_with(&format!("{passed} cases")), "{plugin}: {}", ran.stdout);
    }
}
