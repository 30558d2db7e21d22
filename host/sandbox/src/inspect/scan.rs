//! The walk over an upload, everything nested in it included: counts what has a limit, adds up what an instance takes,
//! and collects the few sections and names that later steps read. Believes nothing and validates nothing; each section
//! is decoded only after its size was found within its limit, so that memory stays bounded.

use sandbar_schema::descriptor;
use wasmparser::{Encoding, FunctionBody, Parser, Payload};

use super::encode::METADATA;
use super::features::FEATURES;
use super::footprint::{Footprint, Frame};
use super::function;
use super::limits::Limits;
use super::refusal::Refusal;
use super::tally::Tally;

mod component;
mod module;

/// What the walk found.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    limits: &'a Limits,
    pub(super) tally: Tally,
    frames: Vec<Frame>,
    pub(super) is_module: bool,
    /// What one instance of the whole plugin takes.
    pub(super) footprint: Footprint,
    /// The largest memory of a module, whether or not anything instantiates it.
    memory_largest: u64,
    pub(super) modules: u64,
    /// Contents of the sections `sandbar:operator`.
    pub(super) descriptors: Vec<&'a [u8]>,
    /// Contents of the sections that tell the world of a core module.
    pub(super) metadata: Vec<&'a [u8]>,
    /// Imports of the outermost module, if the upload is one.
    pub(super) module_imports: Vec<(&'a str, &'a str)>,
    /// Names of the outermost component's imports.
    pub(super) imports: Vec<&'a str>,
    /// Names of the exports of what is outermost.
    pub(super) exports: Vec<&'a str>,
}

/// Walks `bytes`, a module or component of any content.
pub(super) fn scan<'a>(bytes: &'a [u8], limits: &'a Limits) -> Result<Scan<'a>, Vec<Refusal>> {
    let mut scan = Scan::new(limits);
    let mut parser = Parser::new(0);
    parser.set_features(FEATURES);
    for payload in parser.parse_all(bytes) {
        let step = payload.and_then(|payload| scan.payload(payload));
        if let Err(error) = step {
            scan.tally.refuse(Refusal::unreadable(&error, bytes));
            break;
        }
        if scan.tally.is_hopeless() {
            break;
        }
    }
    scan.finish()
}

impl<'a> Scan<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            tally: Tally::default(),
            frames: Vec::new(),
            is_module: false,
            footprint: Footprint::default(),
            memory_largest: 0,
            modules: 0,
            descriptors: Vec::new(),
            metadata: Vec::new(),
            module_imports: Vec::new(),
            imports: Vec::new(),
            exports: Vec::new(),
        }
    }

    fn finish(mut self) -> Result<Self, Vec<Refusal>> {
        let (found, limits) = (self.footprint, self.limits);
        let memory = found.memory.initial.max(self.memory_largest);
        if memory > limits.memory_bytes_max {
            self.tally.refuse(Refusal::Memory { bytes: memory, limit: limits.memory_bytes_max });
        }
        self.tally.at_most("instances", found.instances, limits.instances_max);
        self.tally.at_most("memories", found.memories, limits.memories_max);
        self.tally.at_most("tables", found.tables, limits.tables_max);
        self.tally.at_most("table elements", found.table_elements, limits.table_elements_max);
        match self.tally.take() {
            refusals if refusals.is_empty() => Ok(self),
            refusals => Err(refusals),
        }
    }

    fn payload(&mut self, payload: Payload<'a>) -> wasmparser::Result<()> {
        match payload {
            Payload::Version { encoding, .. } => self.begin(encoding == Encoding::Module),
            Payload::End(_) => self.end(),
            Payload::CustomSection(section) => self.custom(section.name(), section.data()),
            payload if self.frames.last().is_some_and(|frame| frame.is_module) => {
                return self.module_section(payload);
            }
            payload => return self.component_section(payload),
        }
        Ok(())
    }

    fn begin(&mut self, is_module: bool) {
        if self.frames.is_empty() {
            self.is_module = is_module;
        }
        self.frames.push(Frame::new(is_module));
        let limits = self.limits;
        if is_module {
            self.modules += 1;
            self.tally.at_most("core modules", self.modules, limits.modules_max);
        } else if self.frames.len() > 1 {
            self.tally.count("nested components", 1, limits.components_max);
        }
        self.tally.nesting(self.frames.len() as u64, limits.nesting_depth_max);
    }

    fn end(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.is_module {
            self.memory_largest = self.memory_largest.max(frame.total.memory.initial);
        }
        match self.frames.last_mut() {
            None => self.footprint = frame.total,
            Some(parent) if frame.is_module => parent.modules.push(frame.total),
            Some(parent) => parent.components.push(frame.total),
        }
    }

    /// The innermost module or component.
    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the parser gives a version before anything else")
    }

    fn custom(&mut self, name: &str, data: &'a [u8]) {
        if name == descriptor::SECTION {
            self.descriptors.push(data);
        } else if self.frames.len() == 1 && self.is_module && name.starts_with(METADATA) {
            self.metadata.push(data);
        }
    }

    fn name(&mut self, name: &str) {
        let limit = self.limits.name_bytes_max;
        self.tally.at_most("bytes in the name of an import or export", name.len() as u64, limit);
    }

    fn body(&mut self, body: &FunctionBody<'a>) -> wasmparser::Result<()> {
        let limits = self.limits;
        let frame =
            self.frames.last_mut().expect("the parser gives a version before anything else");
        let place = frame.body;
        let index = place as u64;
        frame.body += 1;
        let header = function::header(body)?;
        self.tally.function(index, "bytes", header.bytes, limits.function_bytes_max);
        self.tally.function(index, "locals", header.locals, limits.function_locals_max);
        if header.bytes > limits.function_bytes_max {
            return Ok(());
        }
        let body = function::read(body, header, frame, place)?;
        let targets = body.branch_targets;
        self.tally.function(index, "branch targets", targets, limits.function_branch_targets_max);
        self.tally.function(index, "nested blocks", body.block_depth, limits.block_depth_max);
        self.tally.count("branch targets", targets, limits.branch_targets_max);
        self.tally.count("operands of calls and branches", body.operands, limits.operands_max);
        Ok(())
    }
}
