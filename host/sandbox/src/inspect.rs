//! The static look at an uploaded plugin, before anything costly is done with it: decides whether it is a plugin at all,
//! small and simple enough to compile, and asks for nothing but the guest interface. Never compiles or runs it, and
//! knows nothing of the engine that will. Bytes go in; a component and its manifest, or all reasons against it, come
//! out. Linear in the bytes and bounded in memory, whatever they are.

mod describe;
mod encode;
mod features;
mod footprint;
mod function;
mod limits;
mod refusal;
mod rights;
mod scan;
mod shape;
mod tally;
#[cfg(test)]
mod tests;
mod world;

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sandbar_schema::descriptor::Operator;
use serde::{Deserialize, Serialize};
use wasmparser::{Parser, Validator};

pub use self::footprint::Memory;
pub use self::limits::Limits;
pub use self::refusal::Refusal;

/// A plugin that may be compiled.
#[derive(Clone, Debug)]
pub struct Inspected<'a> {
    /// The component: the upload itself, or what the upload was encoded as.
    pub component: Cow<'a, [u8]>,
    pub manifest: Manifest,
}

/// What is known of a plugin without running it. As JSON it is kept with the plugin and sent to hosts, which do not look
/// into the component again: its shape only grows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// BLAKE3 of the upload, in hex: the plugin's identity.
    pub digest: String,
    pub form: Form,
    pub world: World,
    /// What the plugin says of itself.
    pub operator: Operator,
    /// Names of its imports, those of types alone included.
    pub imports: Vec<String>,
    /// Functions of the host that it can call, as `output.emit`, sorted.
    pub rights: Vec<String>,
    /// Names of its exports, those that no host calls included.
    pub exports: Vec<String>,
    pub memory: Memory,
    /// Core modules in the component, the shims of its encoding included.
    pub core_modules: u64,
    /// Bytes of the upload.
    pub size: u64,
}

/// What was uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    Component,
    /// A core module with component-type sections, as compilers write it.
    CoreModule,
}

/// Which of the guest interface's worlds a plugin has the exports of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum World {
    Operator,
    /// It follows event time too: it exports `on-watermark`.
    TimedOperator,
}

impl World {
    /// Its name in the WIT.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::TimedOperator => "timed-operator",
        }
    }
}

/// Inspects an upload.
///
/// # Errors
/// At least one reason to refuse it, and as many as can be found at once; the cheapest checks come first, and those
/// that would read a plugin already refused are left out.
pub fn inspect<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Inspected<'a>, Vec<Refusal>> {
    first_bytes(bytes, limits)?;
    // The libraries below read what a stranger wrote: a bug in them refuses the plugin and no more.
    match catch_unwind(AssertUnwindSafe(|| examine(bytes, limits))) {
        Ok(inspected) => inspected,
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            let reason = refusal::quoted(text.unwrap_or("no reason given"));
            Err(vec![Refusal::Inspection { reason }])
        }
    }
}

/// What can be told without reading on.
fn first_bytes(bytes: &[u8], limits: &Limits) -> Result<(), Vec<Refusal>> {
    /// The engine keeps compiled code in ELF files. They are never loaded from an upload: code in one is trusted.
    const ELF: &[u8] = b"\x7fELF";
    const MAGIC: &[u8] = b"\0asm";
    let size = bytes.len() as u64;
    let refusal = if bytes.is_empty() {
        Refusal::Empty
    } else if size > limits.component_bytes_max {
        Refusal::TooLarge { bytes: size, limit: limits.component_bytes_max }
    } else if bytes.starts_with(ELF) {
        Refusal::Precompiled
    } else if bytes.len() < 8 && MAGIC.starts_with(&bytes[..bytes.len().min(4)]) {
        Refusal::Truncated { bytes: size, offset: size }
    } else if !bytes.starts_with(MAGIC) {
        let begins = format!("{:02x?}", &bytes[..bytes.len().min(8)]);
        Refusal::NotWasm { begins }
    } else {
        return Ok(());
    };
    Err(vec![refusal])
}

fn examine<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Inspected<'a>, Vec<Refusal>> {
    let (form, component) = if Parser::is_core_wasm(bytes) {
        let found = scan::scan(bytes, limits)?;
        (Form::CoreModule, Cow::Owned(encode::encode(bytes, &found)?))
    } else {
        (Form::Component, Cow::Borrowed(bytes))
    };
    let manifest = manifest(bytes, form, &component, limits)?;
    Ok(Inspected { component, manifest })
}

fn manifest(
    upload: &[u8],
    form: Form,
    component: &[u8],
    limits: &Limits,
) -> Result<Manifest, Vec<Refusal>> {
    let found = scan::scan(component, limits)?;
    let types = Validator::new_with_features(features::FEATURES)
        .validate_all(component)
        .map_err(|error| vec![Refusal::invalid(&error)])?;
    let mut refusals = Vec::new();
    let checked = rights::check(types.as_ref(), &found.imports, &found.exports, &mut refusals);
    let operator = describe::describe(&found.descriptors).map_err(|refusal| refusals.push(refusal));
    let (Ok(operator), true) = (operator, refusals.is_empty()) else { return Err(refusals) };
    let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Ok(Manifest {
        digest: blake3::hash(upload).to_hex().to_string(),
        form,
        world: checked.world,
        operator,
        imports: owned(&found.imports),
        rights: checked.rights,
        exports: owned(&found.exports),
        memory: found.footprint.memory,
        core_modules: found.modules,
        size: upload.len() as u64,
    })
}
