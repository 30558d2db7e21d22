//! The sections of a core module.

use wasmparser::{
    CompositeInnerType, ElementItems, ElementSectionReader, ExportSectionReader,
    FunctionSectionReader, ImportSectionReader, MemoryType, Payload, TableType, TypeRef,
    TypeSectionReader,
};

use super::Scan;

/// Bytes of a page of memory; other sizes are a proposal that is off.
const PAGE_BYTES: u64 = 64 << 10;

impl<'a> Scan<'a> {
    pub(super) fn module_section(&mut self, payload: Payload<'a>) -> wasmparser::Result<()> {
        let limits = self.limits;
        match payload {
            Payload::TypeSection(section) => self.types(section)?,
            Payload::ImportSection(section) => self.module_imports(section)?,
            Payload::FunctionSection(section) => self.functions(section)?,
            Payload::TableSection(section) => {
                for table in section {
                    self.table(&table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memory(&memory?);
                }
            }
            Payload::GlobalSection(section) => {
                self.tally.count("globals", section.count().into(), limits.globals_max);
            }
            Payload::ExportSection(section) => self.module_exports(section)?,
            Payload::ElementSection(section) => self.elements(section)?,
            Payload::DataSection(section) => {
                self.tally.count("segments", section.count().into(), limits.segments_max);
            }
            Payload::CodeSectionEntry(body) => self.body(&body)?,
            _ => {}
        }
        Ok(())
    }

    fn types(&mut self, section: TypeSectionReader<'a>) -> wasmparser::Result<()> {
        let limits = self.limits;
        let range = section.range();
        let bytes = range.end.saturating_sub(range.start);
        let fits = self.tally.at_most("bytes of types", bytes, limits.type_bytes_max);
        if !fits || !self.tally.count("types", section.count().into(), limits.types_max) {
            return Ok(());
        }
        for group in section {
            for ty in group?.types() {
                // Other kinds are proposals that are off: validation names them.
                let mut operands = 0;
                if let CompositeInnerType::Func(ty) = &ty.composite_type.inner {
                    let (params, results) = (ty.params().len(), ty.results().len());
                    self.tally.at_most("parameters", params as u64, limits.params_max);
                    self.tally.at_most("results", results as u64, limits.results_max);
                    operands = (params + results) as u64;
                }
                self.frame().type_operands.push(operands);
            }
        }
        Ok(())
    }

    fn module_imports(&mut self, section: ImportSectionReader<'a>) -> wasmparser::Result<()> {
        let limits = self.limits;
        if !self.tally.count("imports", section.count().into(), limits.imports_max) {
            return Ok(());
        }
        for import in section.into_imports() {
            let import = import?;
            self.name(import.module);
            self.name(import.name);
            if let TypeRef::Func(ty) | TypeRef::FuncExact(ty) = import.ty {
                self.frame().function(ty);
                self.frame().body += 1;
            }
            if self.frames.len() == 1 {
                self.module_imports.push((import.module, import.name));
            }
        }
        Ok(())
    }

    fn functions(&mut self, section: FunctionSectionReader<'a>) -> wasmparser::Result<()> {
        if self.tally.count("functions", section.count().into(), self.limits.functions_max) {
            for ty in section {
                self.frame().function(ty?);
            }
        }
        Ok(())
    }

    fn module_exports(&mut self, section: ExportSectionReader<'a>) -> wasmparser::Result<()> {
        if !self.tally.count("exports", section.count().into(), self.limits.exports_max) {
            return Ok(());
        }
        for export in section {
            let name = export?.name;
            self.name(name);
            if self.frames.len() == 1 {
                self.exports.push(name);
            }
        }
        Ok(())
    }

    fn table(&mut self, table: &TableType) {
        let total = &mut self.frame().total;
        total.tables = total.tables.saturating_add(1);
        total.table_elements = total.table_elements.saturating_add(table.initial);
    }

    fn memory(&mut self, memory: &MemoryType) {
        let total = &mut self.frame().total;
        total.memories = total.memories.saturating_add(1);
        let initial = memory.initial.saturating_mul(PAGE_BYTES);
        total.memory.initial = total.memory.initial.saturating_add(initial);
        let maximum = memory.maximum.map(|pages| pages.saturating_mul(PAGE_BYTES));
        total.memory.maximum =
            total.memory.maximum.zip(maximum).map(|(sum, more)| sum.saturating_add(more));
    }

    fn elements(&mut self, section: ElementSectionReader<'a>) -> wasmparser::Result<()> {
        let limits = self.limits;
        if !self.tally.count("segments", section.count().into(), limits.segments_max) {
            return Ok(());
        }
        for element in section {
            let items = match element?.items {
                ElementItems::Functions(items) => items.count(),
                ElementItems::Expressions(_, items) => items.count(),
            };
            self.tally.count("segment elements", items.into(), limits.segment_elements_max);
        }
        Ok(())
    }
}
