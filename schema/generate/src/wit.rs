//! The guest bindings of the operator interface, for the SDK: one module per world. A plugin exports exactly one world,
//! so each world's component type lies inside its `export!` macro and reaches a plugin only where that macro is used.
//! The wider world borrows the narrower one's types and imports, so that the SDK sees each of them once.

use std::path::Path;

use anyhow::{Context as _, Result};
use wit_bindgen_core::wit_parser::{PackageId, Resolve};
use wit_bindgen_core::{Files, WorldGenerator as _};
use wit_bindgen_rust::{Opts, WithOption};

use crate::{Generated, header};

const SCHEMA: &str = "schema/wit/operator.wit";

/// `sdk/src/bindings/operator.rs` and `sdk/src/bindings/timed_operator.rs`.
pub(crate) fn bindings(root: &Path) -> Result<Vec<Generated>> {
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_path(root.join(SCHEMA)).context(SCHEMA)?;
    let shared = interfaces_of(&resolve, package, "crate::bindings::operator");
    Ok(vec![
        world(&resolve, package, "operator", Vec::new())?,
        world(&resolve, package, "timed-operator", shared)?,
    ])
}

/// Maps every interface of the package to its Rust module below `module`.
fn interfaces_of(resolve: &Resolve, package: PackageId, module: &str) -> Vec<(String, WithOption)> {
    let interfaces = resolve.packages[package].interfaces.iter();
    interfaces
        .filter_map(|(name, id)| {
            let path = format!("{module}::sandbar::operator::{}", name.replace('-', "_"));
            Some((resolve.id_of(*id)?, WithOption::Path(path)))
        })
        .collect()
}

fn world(
    resolve: &Resolve,
    package: PackageId,
    name: &str,
    with: Vec<(String, WithOption)>,
) -> Result<Generated> {
    let mut resolve = resolve.clone();
    let world = resolve.select_world(&[package], Some(name)).context(SCHEMA)?;
    let module = name.replace('-', "_");
    let options = Opts {
        format: true,
        pub_export_macro: true,
        default_bindings_module: Some(format!("$crate::bindings::{module}")),
        runtime_path: Some("wit_bindgen::rt".to_owned()),
        with,
        ..Opts::default()
    };
    let mut files = Files::default();
    options
        .build()
        .generate(&mut resolve, world, &mut files)
        .with_context(|| format!("cannot generate the bindings of world {name} of {SCHEMA}"))?;
    let file = format!("{module}.rs");
    let (_, code) = files
        .iter()
        .find(|(path, _)| *path == file)
        .with_context(|| format!("the world {name} of {SCHEMA} gave no {file}"))?;
    let code = std::str::from_utf8(code).with_context(|| format!("{file} is not text"))?;
    Ok(Generated {
        path: Path::new("sdk/src/bindings").join(file),
        text: format!("{}\n{code}", header(SCHEMA)),
    })
}
