//! Who may depend on whom, read from what `cargo metadata` says every manifest declares: normal, build and test
//! dependencies, and those of single targets.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{Metadata, MetadataCommand};
use sandbar_tests::built::root;

/// Packages of the workspace and whom each may depend on. A new edge is a change of design: its commit says why.
const LAYERS: &[(&str, &[&str])] = &[
    ("sandbar-schema", &[]),
    ("sandbar-schema-generate", &[]),
    ("sandbar-dataflow", &["sandbar-schema"]),
    ("sandbar-exchange", &["sandbar-dataflow", "sandbar-schema"]),
    ("sandbar-sandbox", &["sandbar-dataflow", "sandbar-schema"]),
    ("sandbar-store", &["sandbar-dataflow", "sandbar-schema"]),
    ("sandbar-control", &["sandbar-dataflow", "sandbar-schema"]),
    (
        "sandbar",
        &[
            "sandbar-control",
            "sandbar-dataflow",
            "sandbar-exchange",
            "sandbar-sandbox",
            "sandbar-schema",
            "sandbar-store",
        ],
    ),
    ("sandbar-sdk-macros", &[]),
    ("sandbar-sdk", &["sandbar-schema", "sandbar-sdk-macros"]),
];

/// Plugins and the guests of tests: whatever lies in these folders.
const GUESTS: &[&str] = &["plugins/", "tests/guests/"];

/// All that a guest knows of Sandbar.
const GUESTS_MAY: &[&str] = &["sandbar-sdk"];

/// The package that may depend on everything.
const TESTS: &str = "sandbar-tests";

/// Dependencies from outside, with the packages that may have them. The rule for a name holds for `name-...` too.
const OWNERS: &[(&str, &[&str])] = &[
    // What others bring is measured beside ours, and never used.
    ("arrow-array", &[TESTS]),
    ("arrow-flight", &[TESTS]),
    // The simulation stands in for a worker, and so serves what one does.
    ("capnp", &["sandbar", "sandbar-exchange", "sandbar-schema", TESTS]),
    ("clap", &["sandbar"]),
    ("prost", &[TESTS]),
    ("rustls", &["sandbar", "sandbar-exchange"]),
    (
        "tokio",
        &[
            "sandbar",
            "sandbar-dataflow",
            "sandbar-exchange",
            "sandbar-sandbox",
            "sandbar-store",
            TESTS,
        ],
    ),
    ("tokio-rustls", &["sandbar", "sandbar-exchange"]),
    ("toml", &["sandbar"]),
    ("tonic", &[TESTS]),
    ("wasmtime", &["sandbar-sandbox"]),
];

/// A package of the workspace.
pub(super) struct Package {
    pub(super) name: String,
    /// Its manifest, relative to the root.
    pub(super) manifest: String,
    /// Names of the packages that it declares to need, whatever for.
    pub(super) needs: BTreeSet<String>,
}

/// All packages of the workspace.
pub(super) fn declared() -> Vec<Package> {
    let mut command = MetadataCommand::new();
    // What is declared, not what that resolves to: nothing is asked of a registry.
    let metadata = command.manifest_path(root().join("Cargo.toml")).no_deps().exec();
    let Metadata { packages, .. } = metadata.expect("cargo can read the manifests");
    let package = |package: cargo_metadata::Package| Package {
        name: package.name.to_string(),
        manifest: super::shown(package.manifest_path.as_std_path()),
        needs: package.dependencies.into_iter().map(|dependency| dependency.name).collect(),
    };
    packages.into_iter().map(package).collect()
}

/// Edges between packages of the workspace that lead anywhere but down.
pub(super) fn upward(packages: &[Package]) -> Vec<String> {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let mut offences = Vec::new();
    for package in packages.iter().filter(|package| package.name != TESTS) {
        let name = package.name.as_str();
        let is_guest = GUESTS.iter().any(|folder| package.manifest.starts_with(folder));
        let may = match layers.get(name) {
            Some(may) => *may,
            None if is_guest => GUESTS_MAY,
            None => {
                offences.push(format!(
                    "{name} ({}) has no layer: give it a line in LAYERS",
                    package.manifest
                ));
                continue;
            }
        };
        let inside = packages.iter().map(|other| &other.name);
        let forbidden =
            inside.filter(|other| package.needs.contains(*other) && !may.contains(&other.as_str()));
        offences.extend(forbidden.map(|other| {
            format!("{name} depends on {other}; of the workspace it may know {may:?} only")
        }));
    }
    offences
}

/// Dependencies from outside that packages have but do not own.
pub(super) fn foreign(packages: &[Package]) -> Vec<String> {
    let mut offences = Vec::new();
    for package in packages {
        for (owned, owners) in OWNERS {
            let is_owned = |name: &&String| {
                name.strip_prefix(owned)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            };
            if owners.contains(&package.name.as_str()) {
                continue;
            }
            offences.extend(package.needs.iter().filter(is_owned).map(|name| {
                format!("{} depends on {name}, which is for {owners:?} only", package.name)
            }));
        }
    }
    offences
}
