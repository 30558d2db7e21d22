//! Debug information of a module, apart from what is shipped: sections are taken out and nothing else changes, so that
//! functions and their bytes are the same on both sides. Names of functions stay in: faults on a cluster show them.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use wasmparser::{Parser, Payload};

/// Beginning of the names of sections with debug information.
const DEBUG: &str = ".debug_";

/// Where the module with debug information of the plugin at `plugin` is kept: `NAME.debug.wasm` beside `NAME.wasm`.
pub fn beside(plugin: &Path) -> PathBuf {
    plugin.with_extension("debug.wasm")
}

/// A copy of `module` without debug information. What is no module is copied as it is: a component
/// ships what its tool left in it, and inspection says what is wrong with the rest.
pub fn stripped(module: &[u8]) -> Vec<u8> {
    const HEADER_BYTES: usize = 8;
    if !Parser::is_core_wasm(module) {
        return module.to_vec();
    }
    let Some(header) = module.get(..HEADER_BYTES) else { return module.to_vec() };
    let mut shipped = header.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let Ok(payload) = payload else { return module.to_vec() };
        if matches!(&payload, Payload::CustomSection(custom) if custom.name().starts_with(DEBUG)) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let Some(content) = bytes(module, &range) else { return module.to_vec() };
            shipped.push(id);
            length(&mut shipped, content.len());
            shipped.extend_from_slice(content);
        }
    }
    shipped
}

/// The code sections of all modules in `wasm`, a component or a module.
pub(super) fn code_sections(wasm: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Ok(payload) = payload else { break };
        if let (Payload::CodeSectionStart { .. }, Some((_, range))) =
            (&payload, payload.as_section())
        {
            found.extend(bytes(wasm, &range));
        }
    }
    found
}

fn bytes<'w>(wasm: &'w [u8], range: &Range<u64>) -> Option<&'w [u8]> {
    wasm.get(range.start.try_into().ok()?..range.end.try_into().ok()?)
}

/// `wasm`, a component or a module, with a custom section behind its last.
pub(super) fn with_section(mut wasm: Vec<u8>, name: &str, content: &[u8]) -> Vec<u8> {
    let mut section = Vec::new();
    length(&mut section, name.len());
    section.extend_from_slice(name.as_bytes());
    section.extend_from_slice(content);
    wasm.push(0);
    length(&mut wasm, section.len());
    wasm.extend_from_slice(&section);
    wasm
}

/// `value` in LEB128.
pub(super) fn length(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}
