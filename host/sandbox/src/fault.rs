//! From what wasmtime reports to a fault: which rule the guest broke, with its stack.

use sandbar_dataflow::{Code, Fault, Violation};
use wasmtime::{Trap, WasmBacktrace};

use crate::call::{Overrun, Phase};

/// Frames of a guest's stack that a message shows.
const FRAMES_MAX: usize = 8;

/// How wasmtime says that a call carried more than `set_hostcall_fuel` allows; the type is private to it.
const HOSTCALL_FUEL: &str = "fuel allocated for hostcalls";

/// Why `phase` of a guest ended. `refused` is the growth that a limit refused before, which is often why it trapped.
pub(crate) fn of(error: &wasmtime::Error, phase: Phase, refused: Option<&str>) -> Fault {
    if let Some(violation) = error.downcast_ref::<Violation>() {
        return violation.clone().into();
    }
    if let Some(overrun) = error.downcast_ref::<Overrun>() {
        let code = match overrun.phase {
            Phase::Start => Code::StartBudgetExceeded,
            Phase::Call => Code::CallBudgetExceeded,
        };
        return Fault::new(code, format!("{overrun}{}", stack(error)));
    }
    let reason = match error.downcast_ref::<Trap>() {
        Some(trap) => trap.to_string(),
        None => error.root_cause().to_string(),
    };
    if reason.contains(HOSTCALL_FUEL) {
        let message = "more bytes were handed to the host than a batch may have";
        return Fault::new(Code::HostcallTooLarge, format!("{message}{}", stack(error)));
    }
    let refused = refused.map_or(String::new(), |refused| format!(", after {refused}"));
    let during = match phase {
        Phase::Start => "start: ",
        Phase::Call => "",
    };
    Fault::new(Code::GuestTrapped, format!("{during}{reason}{refused}{}", stack(error)))
}

/// The innermost functions of the guest, where they have names.
fn stack(error: &wasmtime::Error) -> String {
    let Some(backtrace) = error.downcast_ref::<WasmBacktrace>() else { return String::new() };
    let names: Vec<String> = backtrace
        .frames()
        .iter()
        .take(FRAMES_MAX)
        .filter_map(|frame| frame.func_name().map(|name| crate::context::line(&short(name))))
        .collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(" [in {}]", names.join(" < ")),
    }
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
