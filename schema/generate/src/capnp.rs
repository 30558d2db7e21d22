//! The Rust readers and builders of the Cap'n Proto schemas, for the package `sandbar-schema`. The schema compiler is
//! the one embedded in `capnpc-embedded`, so no `capnp` program is needed.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use capnpc::codegen::CodeGenerationCommand;
use capnpc_embedded::CompileCommand;

use crate::{Generated, header};

const FOLDER: &str = "schema/capnp";

/// Every schema of the folder, by the name of its file.
const SCHEMAS: &[&str] = &["control", "exchange", "node", "record_batch"];

/// `schema/src/exchange_capnp.rs` and the others: one for each schema.
pub(crate) fn readers(root: &Path) -> Result<Vec<Generated>> {
    SCHEMAS.iter().map(|name| reader(root, name)).collect()
}

fn reader(root: &Path, name: &str) -> Result<Generated> {
    let schema = format!("{FOLDER}/{name}.capnp");
    let request = CompileCommand::new()
        .src_prefix(root.join(FOLDER))
        .file(root.join(&schema))
        .compile()
        .map_err(|error| anyhow!("{schema}: {error}"))?;
    let output = tempfile::tempdir().context("cannot make a temporary folder")?;
    CodeGenerationCommand::new()
        .output_directory(output.path())
        .run(request.as_slice())
        .with_context(|| format!("cannot generate Rust from {schema}"))?;
    let name = format!("{name}_capnp.rs");
    let code = fs::read_to_string(output.path().join(&name))
        .with_context(|| format!("{schema} gave no {name}"))?;
    Ok(Generated {
        path: Path::new("schema/src").join(name),
        text: format!("{}\n{}", header(&schema), formatted(&code)?),
    })
}

/// Formats without rustfmt, whose output depends on the toolchain, and tells rustfmt to leave the result alone.
fn formatted(code: &str) -> Result<String> {
    let mut file = syn::parse_file(code).context("the generated Rust does not parse")?;
    for item in &mut file.items {
        if let syn::Item::Mod(module) = item {
            module.attrs.push(syn::parse_quote!(#[rustfmt::skip]));
        }
    }
    Ok(prettyplease::unparse(&file))
}
