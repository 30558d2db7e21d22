//! Why a plugin is refused, in words for its author. Names that come from the plugin are escaped and cut, so that a
//! message is one short line whatever the plugin holds.

use sandbar_schema::INTERFACE_VERSION;

/// One reason to refuse a plugin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("plugin is empty: upload the .wasm file that the build wrote")]
    Empty,
    #[error(
        "plugin of {bytes} bytes exceeds the limit of {limit}: build it optimised and strip its debug sections"
    )]
    TooLarge { bytes: u64, limit: u64 },
    #[error(
        "plugin is compiled native code (an ELF file): upload the .wasm file it was compiled from"
    )]
    Precompiled,
    #[error(
        "plugin is not WebAssembly, it begins with the bytes {begins}: upload the .wasm file that the build wrote"
    )]
    NotWasm { begins: String },
    #[error("plugin of {bytes} bytes is cut short at byte {offset}: upload the whole file")]
    Truncated { bytes: u64, offset: u64 },
    #[error(
        "plugin cannot be read at byte {offset}: {reason}: build it again with an unmodified toolchain"
    )]
    Malformed { offset: u64, reason: String },
    #[error(
        "plugin is invalid at byte {offset}: {reason}: build it again with an unmodified toolchain"
    )]
    Invalid { offset: u64, reason: String },
    #[error(
        "plugin uses the proposal {name} at byte {offset}, which no host runs ({reason}): build it without"
    )]
    Proposal { name: String, offset: u64, reason: String },
    #[error(
        "core module without component-type sections: build it with the SDK or wit-bindgen, or encode it as a component"
    )]
    NoComponentType,
    #[error(
        "core module cannot be encoded as a component: {reason}: build it for the world `operator` with the SDK or wit-bindgen"
    )]
    CannotEncode { reason: String },
    #[error(
        "plugin starts with {bytes} bytes of memory, over the limit of {limit}: declare less initial memory, or raise limits.memory of the operator"
    )]
    Memory { bytes: u64, limit: u64 },
    #[error(
        "plugin has {count} {what}, over the limit of {limit}: make it smaller, or split it into several plugins"
    )]
    TooMany { what: &'static str, count: u64, limit: u64 },
    #[error(
        "function {function} has {count} {what}, over the limit of {limit}: split the function, or move its data out of the code"
    )]
    Function { function: u64, what: &'static str, count: u64, limit: u64 },
    #[error(
        "plugin nests modules and components {depth} deep, over the limit of {limit}: link them into one component"
    )]
    Nesting { depth: u64, limit: u64 },
    #[error(
        "plugin passes modules or components around as values: instantiate them where they are defined"
    )]
    ModuleValue,
    #[error(
        "import `{name}` is not allowed ({reason}): a plugin imports only sandbar:operator/{{types,output,log,context}}@{INTERFACE_VERSION}"
    )]
    ForbiddenImport { name: String, reason: &'static str },
    #[error(
        "import `{name}` has version {version}, this host speaks {INTERFACE_VERSION}: build the plugin with an SDK of that version, or update the host"
    )]
    ImportVersion { name: String, version: String },
    #[error(
        "import `{name}` has type {found}, the world `{world}` gives {expected}: build the plugin with the SDK of version {INTERFACE_VERSION}"
    )]
    ImportType { name: String, world: &'static str, found: String, expected: String },
    #[error(
        "export `{name}` is missing, the world `{world}` wants {expected}: implement it, most simply with the SDK"
    )]
    ExportMissing { name: String, world: &'static str, expected: String },
    #[error(
        "export `{name}` has type {found}, the world `{world}` wants {expected}: build the plugin with the SDK of version {INTERFACE_VERSION}"
    )]
    ExportType { name: String, world: &'static str, found: String, expected: String },
    #[error(
        "plugin has {count} sections `sandbar:operator`, one is allowed: link one operator into a plugin"
    )]
    DescriptorTwice { count: u64 },
    #[error(
        "section `sandbar:operator` of {bytes} bytes exceeds the limit of {limit}: shorten its descriptions"
    )]
    DescriptorTooLarge { bytes: u64, limit: u64 },
    #[error(
        "section `sandbar:operator`: {reason}: build the plugin with the SDK, or write the section as its schema says"
    )]
    Descriptor { reason: String },
    #[error(
        "plugin made the inspection fail: {reason}: report it with the plugin, which stays refused"
    )]
    Inspection { reason: String },
}

impl Refusal {
    /// What `wasmparser` found; an error at the end of the upload means that bytes are missing there.
    pub(super) fn unreadable(error: &wasmparser::Error, bytes: &[u8]) -> Self {
        let (offset, bytes) = (error.offset(), bytes.len() as u64);
        match proposal(error) {
            Some(refusal) => refusal,
            None if error.message() == "unexpected end-of-file" => {
                Self::Truncated { bytes, offset }
            }
            None => Self::Malformed { offset, reason: quoted(error.message()) },
        }
    }

    pub(super) fn invalid(error: &wasmparser::Error) -> Self {
        proposal(error).unwrap_or_else(|| Self::Invalid {
            offset: error.offset(),
            reason: quoted(error.message()),
        })
    }
}

fn proposal(error: &wasmparser::Error) -> Option<Refusal> {
    let feature = error.missing_wasm_feature()?;
    let names: Vec<String> =
        feature.iter_names().map(|(name, _)| name.to_ascii_lowercase().replace('_', "-")).collect();
    Some(Refusal::Proposal {
        name: names.join(", "),
        offset: error.offset(),
        reason: quoted(error.message()),
    })
}

/// Text from a plugin, fit for one line of a message.
pub(super) fn quoted(text: &str) -> String {
    /// Enough for the longest type that a right plugin can show.
    const CHARS_MAX: usize = 400;
    let mut quoted: String = text.chars().take(CHARS_MAX).flat_map(escaped).collect();
    if text.chars().nth(CHARS_MAX).is_some() {
        quoted.push_str("...");
    }
    quoted
}

/// Plain ASCII as it is, a line break as a space; everything that could move a terminal's cursor or look like another
/// letter as its escape.
fn escaped(character: char) -> Vec<char> {
    match character {
        '\n' => vec![' '],
        ' '..='~' => vec![character],
        _ => character.escape_unicode().collect(),
    }
}
