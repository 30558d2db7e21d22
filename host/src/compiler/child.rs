//! The compiler's own process: reads one component, inspects it, compiles it, writes the code, ends. It gives up its
//! rights before it reads the component, and does not load what it compiled.

use std::io::{self, Read, Write};

use sandbar_sandbox::{Interruption, Sandbox, Settings, inspect};

use super::protocol::{self, Outcome, Request, Response};
use crate::{plugins, protect};

/// Serves one request. Standard input and output are the host's pipes.
///
/// # Errors
/// If a pipe breaks or the request is none: the host is gone.
pub fn serve() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let request: Request = protocol::read(&mut input)?;
    let protections = protect::compiler(&request.limits);
    let mut component = Vec::new();
    input.take(request.component_bytes).read_to_end(&mut component)?;
    let (result, code) = compile(&component);
    protocol::write(&mut output, &Response { result, protections })?;
    output.write_all(&code)?;
    output.flush()
}

/// The settings that plugins of a cluster are compiled for. The size of the stack is no part of the code.
pub(super) fn settings() -> Settings {
    Settings { interruption: Interruption::Yielding, ..Settings::default() }
}

fn compile(component: &[u8]) -> (Outcome, Vec<u8>) {
    let inspected = match inspect::inspect(component, &plugins::limits()) {
        Ok(inspected) => inspected,
        Err(refusals) => {
            let reasons = refusals.iter().map(inspect::Refusal::to_string).collect();
            return (Outcome::Refused(reasons), Vec::new());
        }
    };
    let sandbox = match Sandbox::new(settings()) {
        Ok((sandbox, _)) => sandbox,
        Err(fault) => return (Outcome::Failed(fault.message), Vec::new()),
    };
    match sandbox.precompile(&inspected) {
        Ok(code) => {
            let manifest = Box::new(inspected.manifest);
            let (code_bytes, compatibility) = (code.len() as u64, sandbox.compatibility());
            (Outcome::Compiled { manifest, code_bytes, compatibility }, code)
        }
        Err(fault) => (Outcome::Refused(vec![fault.message]), Vec::new()),
    }
}
