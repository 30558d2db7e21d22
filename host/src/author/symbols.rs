//! Lines of source for places in a plugin, from the debug information that was kept beside it when it was built. Read
//! only when a fault asks, and not believed where its code is not the plugin's to the last byte.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use addr2line::{Context, LookupResult};
use gimli::{EndianSlice, LittleEndian};
use sandbar_sandbox::Location;
use wasmparser::{Parser, Payload, TypeRef};

use super::debug;

/// Largest file with debug information that is looked at.
const FILE_BYTES_MAX: u64 = 256 << 20;

/// The debug information of one plugin.
#[derive(Debug)]
pub struct Symbols {
    file: PathBuf,
    /// Digests of the code of the plugin's modules.
    code: Vec<blake3::Hash>,
    module: OnceLock<Option<Module>>,
}

/// A module with debug information.
#[derive(Debug)]
struct Module {
    bytes: Vec<u8>,
    /// Functions that it imports: they have the first numbers and no code.
    imported: u32,
    /// Where each function's code begins, from the beginning of all code.
    functions: Vec<u64>,
    /// Where sections with debug information lie, by their name.
    sections: BTreeMap<String, Range<usize>>,
}

type Reader<'m> = EndianSlice<'m, LittleEndian>;

impl Symbols {
    /// Those of `component`, the plugin at `plugin`; `None` if none were kept.
    pub fn beside(plugin: &Path, component: &[u8]) -> Option<Self> {
        let file = debug::beside(plugin);
        let size = fs::metadata(&file).ok()?.len();
        let code = debug::code_sections(component).into_iter().map(blake3::hash).collect();
        (size <= FILE_BYTES_MAX).then(|| Self { file, code, module: OnceLock::new() })
    }

    fn module(&self) -> Option<&Module> {
        let read = || {
            let module = Module::read(fs::read(&self.file).ok()?)?;
            let code = debug::code_sections(&module.bytes);
            let is_same = code.iter().any(|code| self.code.contains(&blake3::hash(code)));
            is_same.then_some(module)
        };
        self.module.get_or_init(read).as_ref()
    }
}

impl sandbar_sandbox::Symbols for Symbols {
    fn locate(&self, function: u32, offset: u32) -> Vec<Location> {
        self.module().and_then(|module| module.locate(function, offset)).unwrap_or_default()
    }
}

impl Module {
    fn read(bytes: Vec<u8>) -> Option<Self> {
        let (mut imported, mut begin) = (0, 0);
        let (mut functions, mut sections) = (Vec::new(), BTreeMap::new());
        for payload in Parser::new(0).parse_all(&bytes) {
            let payload = payload.ok()?;
            let range = payload.as_section().map(|(_, range)| range);
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(
                            import.ok()?.ty,
                            TypeRef::Func(_) | TypeRef::FuncExact(_)
                        ));
                    }
                }
                Payload::CodeSectionStart { .. } => begin = range?.start,
                Payload::CodeSectionEntry(body) => {
                    functions.push(body.range().start.checked_sub(begin)?);
                }
                Payload::CustomSection(custom) => {
                    let start = usize::try_from(custom.data_offset()).ok()?;
                    let range = start..start + custom.data().len();
                    sections.insert(custom.name().to_owned(), range);
                }
                _ => {}
            }
        }
        Some(Self { bytes, imported, functions, sections })
    }

    fn locate(&self, function: u32, offset: u32) -> Option<Vec<Location>> {
        let function = function.checked_sub(self.imported)?;
        let begin = self.functions.get(usize::try_from(function).ok()?)?;
        let dwarf = gimli::Dwarf::load(|section| Ok::<_, gimli::Error>(self.section(section)));
        let context: Context<Reader<'_>> = Context::from_dwarf(dwarf.ok()?).ok()?;
        let mut frames = match context.find_frames(begin + u64::from(offset)) {
            LookupResult::Output(frames) => frames.ok()?,
            // Debug information that lies elsewhere is not looked for.
            LookupResult::Load { .. } => return None,
        };
        let mut locations = Vec::new();
        while let Ok(Some(frame)) = frames.next() {
            let place =
                frame.location.and_then(|place| Some((place.file?.to_owned(), place.line?)));
            let Some((file, line)) = place else { continue };
            let function = frame.function.as_ref().and_then(|function| function.raw_name().ok());
            let function = function.map_or_else(|| "?".to_owned(), Cow::into_owned);
            let file = file.strip_prefix("./").map_or(file.clone(), str::to_owned);
            locations.push(Location { function, file, line });
        }
        Some(locations)
    }

    fn section(&self, section: gimli::SectionId) -> Reader<'_> {
        let range = self.sections.get(section.name()).cloned();
        EndianSlice::new(range.map_or(&[][..], |range| &self.bytes[range]), LittleEndian)
    }
}
