//! From what wasmtime reports to a fault: which rule the guest broke, with its stack.

use sandbar_dataflow::{Code, Fault, Violation};
use wasmtime::{FrameInfo, Trap, WasmBacktrace};

use crate::{
    Location, Symbols,
    call::{Overrun, Phase},
    context::line,
};

/// Frames of a guest's stack that a message shows.
const FRAMES_MAX: usize = 8;

/// How wasmtime says that a call carried more than `set_hostcall_fuel` allows; the type is private to it.
const HOSTCALL_FUEL: &str = "fuel allocated for hostcalls";

/// Modules that the encoder of components adds; their frames say nothing.
const SHIM: &str = "wit-component:";

/// What is known besides the error itself.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances<'a> {
    /// The growth that a limit refused before, which is often why the guest trapped.
    pub(crate) refused: Option<&'a str>,
    /// What the guest logged of its panic.
    pub(crate) panic: Option<&'a str>,
    pub(crate) symbols: Option<&'a dyn Symbols>,
}

/// Why `phase` of a guest ended.
pub(crate) fn of(error: &wasmtime::Error, phase: Phase, known: Circumstances<'_>) -> Fault {
    let stack = || stack(error, known.symbols);
    if let Some(violation) = error.downcast_ref::<Violation>() {
        return violation.clone().into();
    }
    if let Some(overrun) = error.downcast_ref::<Overrun>() {
        let code = match overrun.phase {
            Phase::Start => Code::StartBudgetExceeded,
            Phase::Call => Code::CallBudgetExceeded,
        };
        return Fault::new(code, format!("{overrun}{}", stack()));
    }
    let reason = match (known.panic, error.downcast_ref::<Trap>()) {
        // A panic ends in this instruction, which says less than the panic.
        (Some(panic), Some(Trap::UnreachableCodeReached)) => line(&panic.replace(":\n", ": ")),
        (_, Some(trap)) => trap.to_string(),
        (_, None) => error.root_cause().to_string(),
    };
    if reason.contains(HOSTCALL_FUEL) {
        let message = "more bytes were handed to the host than a batch may have";
        return Fault::new(Code::HostcallTooLarge, format!("{message}{}", stack()));
    }
    let refused = known.refused.map_or(String::new(), |refused| format!(", after {refused}"));
    let during = match phase {
        Phase::Start => "start: ",
        Phase::Call => "",
    };
    Fault::new(Code::GuestTrapped, format!("{during}{reason}{refused}{}", stack()))
}

/// The innermost functions of the guest: with their lines, one below the other, where those are known.
fn stack(error: &wasmtime::Error, symbols: Option<&dyn Symbols>) -> String {
    let Some(backtrace) = error.downcast_ref::<WasmBacktrace>() else { return String::new() };
    let located = symbols.map_or(String::new(), |symbols| located(backtrace, symbols));
    if !located.is_empty() {
        return located;
    }
    let names: Vec<String> = backtrace
        .frames()
        .iter()
        .take(FRAMES_MAX)
        .filter_map(|frame| frame.func_name().map(|name| line(&short(name))))
        .collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(" [in {}]", names.join(" < ")),
    }
}

/// The lines that the author wrote; those of libraries where there are no others.
fn located(backtrace: &WasmBacktrace, symbols: &dyn Symbols) -> String {
    let locate = |frame: &FrameInfo| {
        let is_shim = frame.module().name().is_some_and(|name| name.starts_with(SHIM));
        let offset = frame.func_offset().and_then(|offset| u32::try_from(offset).ok());
        let offset = offset.filter(|_| !is_shim);
        offset.map_or(Vec::new(), |offset| symbols.locate(frame.func_index(), offset))
    };
    let all: Vec<Location> = backtrace.frames().iter().flat_map(locate).collect();
    let any_author_s = all.iter().any(Location::is_author_s);
    let shown = all.iter().filter(|location| location.is_author_s() || !any_author_s);
    let mut shown: Vec<&Location> = shown.collect();
    // What a macro made of one line are several functions, of which the innermost says enough.
    shown.dedup_by(|next, kept| (&next.file, next.line) == (&kept.file, kept.line));
    let shown = shown.into_iter().take(FRAMES_MAX);
    let shown = shown.map(|Location { function, file, line: number }| {
        format!("\n  at {}:{number} in {}", line(file), line(&short(function)))
    });
    shown.collect()
}

/// A demangled name without the hash that Rust puts behind it.
fn short(mangled: &str) -> String {
    let name = demangled(mangled);
    match name.rfind("::h") {
        Some(hash) if name.len() - hash == "::h".len() + 16 => name[..hash].to_owned(),
        _ => name,
    }
}

fn demangled(mangled: &str) -> String {
    rustc_demangle::try_demangle(mangled)
        .map_or_else(|_| mangled.to_owned(), |name| name.to_string())
}
