//! A core module as a component, in this process and without adapters. The encoder trusts the world that a module says
//! it is for: two versions mixed in one were seen to overflow its stack, which no process survives. So a module's
//! component-type sections are taken out, the world is told from the exports and given from the schema, and all that
//! is believed of those sections is that they exist and how they encode strings.

use std::collections::BTreeSet;

use sandbar_schema::{INTERFACE_VERSION, OPERATOR_WIT};
use wasmparser::{Parser, Payload, Validator};
use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

use super::features::FEATURES;
use super::refusal::{Refusal, quoted};
use super::rights::{interface_of, world_of};
use super::scan::Scan;
use super::shape::Shape;
use super::world::Interface;

/// Beginning of the names of the sections by which a module tells its world.
pub(super) const METADATA: &str = "component-type";

/// A module compiled against WASI imports some dozens of functions; a few show the mistake.
const IMPORTS_NAMED_MAX: usize = 8;

/// The component made of the module `bytes`.
pub(super) fn encode(bytes: &[u8], found: &Scan<'_>) -> Result<Vec<u8>, Vec<Refusal>> {
    let world = world_of(&found.exports);
    let mut refusals = Vec::new();
    let version = imports(found, Interface::of(world), &mut refusals);
    if found.metadata.is_empty() {
        refusals.push(Refusal::NoComponentType);
    }
    for (name, expected) in &Interface::of(world).exports {
        if !found.exports.contains(&name.as_str()) {
            refusals.push(Refusal::ExportMissing {
                name: name.clone(),
                world: world.name(),
                expected: quoted(&Interface::of(world).named(expected.text())),
            });
        }
    }
    if let Err(error) = Validator::new_with_features(FEATURES).validate_all(bytes) {
        refusals.push(Refusal::invalid(&error));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let strings = string_encoding(&found.metadata).map_err(|refusal| vec![refusal])?;
    let mut module = without_metadata(bytes);
    // The causes say what is wrong, the outermost message only in which step; `#` shows all.
    let refused = |error: String| vec![Refusal::CannotEncode { reason: quoted(&error) }];
    let (resolve, package) = resolve(version);
    let world =
        resolve.select_world(&[package], Some(world.name())).expect("the schema has both worlds");
    wit_component::embed_component_metadata(&mut module, &resolve, world, strings, false)
        .map_err(|error| refused(format!("{error:#}")))?;
    let mut encoder = ComponentEncoder::default();
    let component = encoder.validate(true).module(&module).and_then(ComponentEncoder::encode);
    component.map_err(|error| refused(format!("{error:#}")))
}

/// Checks what the module imports and returns the version it asks for: one of those this host speaks.
fn imports<'a>(found: &Scan<'a>, interface: &Interface, refusals: &mut Vec<Refusal>) -> &'a str {
    let mut versions = BTreeSet::new();
    let mut modules = BTreeSet::new();
    for &(module, name) in &found.module_imports {
        if refusals.len() >= IMPORTS_NAMED_MAX {
            break;
        }
        let full = || quoted(&format!("{module}#{name}"));
        let known = match interface_of(module) {
            Ok(known) => known,
            Err(Refusal::ForbiddenImport { reason, .. }) => {
                refusals.push(Refusal::ForbiddenImport { name: full(), reason });
                continue;
            }
            // One function is as good as all of an interface to show its version.
            Err(refusal) if modules.insert(module) => {
                refusals.push(refusal);
                continue;
            }
            Err(_) => continue,
        };
        versions.extend(module.rsplit_once('@').map(|(_, version)| version));
        let items = interface.imports.get(&Interface::full_name(known));
        let is_function = matches!(items, Some(Shape::Instance(items))
            if matches!(items.get(name), Some(Shape::Func(_))));
        if !is_function {
            let reason = "no such function";
            refusals.push(Refusal::ForbiddenImport { name: full(), reason });
        }
    }
    let newest = versions.pop_last().unwrap_or(INTERFACE_VERSION);
    if let Some(other) = versions.pop_last() {
        let reason = format!("it imports versions {other} and {newest} of the guest interface");
        refusals.push(Refusal::CannotEncode { reason: quoted(&reason) });
    }
    newest
}

/// The schema's WIT under the version that the module was built for, which has no more than ours.
fn resolve(version: &str) -> (Resolve, wit_parser::PackageId) {
    let package = |version: &str| format!("package sandbar:operator@{version};");
    let wit = OPERATOR_WIT.replace(&package(INTERFACE_VERSION), &package(version));
    let mut resolve = Resolve::default();
    let package = resolve
        .push_str("operator.wit", &wit)
        .expect("the guest interface of the schema is valid WIT in any version");
    (resolve, package)
}

/// How the module encodes strings: one byte behind a version byte, in a section of the component that each
/// component-type section holds.
fn string_encoding(metadata: &[&[u8]]) -> Result<StringEncoding, Refusal> {
    let mut encodings = BTreeSet::new();
    for section in metadata {
        for payload in Parser::new(0).parse_all(section) {
            match payload {
                Ok(Payload::CustomSection(custom)) if custom.name() == "wit-component-encoding" => {
                    encodings.insert(custom.data().get(1).copied());
                }
                Ok(_) => {}
                Err(error) => {
                    let reason = format!("component-type section: {}", error.message());
                    return Err(Refusal::CannotEncode { reason: quoted(&reason) });
                }
            }
        }
    }
    let encodings: Vec<Option<u8>> = encodings.into_iter().collect();
    match encodings[..] {
        [Some(0)] => Ok(StringEncoding::UTF8),
        [Some(1)] => Ok(StringEncoding::UTF16),
        [Some(2)] => Ok(StringEncoding::CompactUTF16),
        _ => {
            let reason = "its component-type sections do not tell how it encodes strings";
            Err(Refusal::CannotEncode { reason: reason.to_owned() })
        }
    }
}

/// A copy of the valid module `bytes` without the sections that tell its world.
fn without_metadata(bytes: &[u8]) -> Vec<u8> {
    const HEADER_BYTES: usize = 8;
    let mut module = Vec::with_capacity(bytes.len());
    module.extend_from_slice(&bytes[..HEADER_BYTES]);
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.expect("the module was validated");
        if matches!(&payload, Payload::CustomSection(custom) if custom.name().starts_with(METADATA))
        {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let content = &bytes[range.start as usize..range.end as usize];
            module.push(id);
            length(&mut module, content.len());
            module.extend_from_slice(content);
        }
    }
    module
}

/// `value` in LEB128.
fn length(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
