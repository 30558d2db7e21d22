//! The WebAssembly proposals that plugins may use: what the engine runs without garbage collection and threads, and
//! less. The engine's configuration must allow at least these; that it allows no more is a second line.

use wasmparser::WasmFeatures;

/// Left out on purpose: `threads` (a clock for timing attacks), `memory64` (bounds checks on every access),
/// `exceptions`, `gc` and typed function references (the engine is built without a collector), and of the component
/// model all that is asynchronous.
pub(super) const FEATURES: WasmFeatures = WasmFeatures::FLOATS
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::REFERENCE_TYPES)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SIMD)
    .union(WasmFeatures::RELAXED_SIMD)
    .union(WasmFeatures::TAIL_CALL)
    .union(WasmFeatures::EXTENDED_CONST)
    .union(WasmFeatures::MULTI_MEMORY)
    .union(WasmFeatures::COMPONENT_MODEL);
