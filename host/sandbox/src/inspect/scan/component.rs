//! The sections of a component, those of components nested in it included. What it holds outside its modules is small
//! in every real plugin, so one limit on its bytes bounds all of it before anything is decoded.

use std::ops::Range;

use wasmparser::{
    ComponentAlias, ComponentExport, ComponentExternalKind, ComponentInstance,
    ComponentOuterAliasKind, ComponentType, ComponentTypeDeclaration, Instance,
    InstanceTypeDeclaration, Payload,
};

use super::Scan;
use crate::inspect::refusal::Refusal;

impl<'a> Scan<'a> {
    pub(super) fn component_section(&mut self, payload: Payload<'a>) -> wasmparser::Result<()> {
        // Modules and components inside this one have their own payloads, which follow.
        if matches!(payload, Payload::ModuleSection { .. } | Payload::ComponentSection { .. }) {
            return Ok(());
        }
        if let Some((_, range)) = payload.as_section()
            && !self.interface_bytes(&range)
        {
            return Ok(());
        }
        match payload {
            Payload::CoreTypeSection(section) => {
                let limit = self.limits.component_types_max;
                self.tally.count("component types", section.count().into(), limit);
            }
            Payload::ComponentTypeSection(section) => {
                for ty in section {
                    let count = types_in(&ty?);
                    self.tally.count("component types", count, self.limits.component_types_max);
                }
            }
            Payload::InstanceSection(section) => {
                for instance in section {
                    if let Instance::Instantiate { module_index, .. } = instance? {
                        self.frame().instantiate_module(module_index);
                    }
                }
            }
            Payload::ComponentInstanceSection(section) => {
                for instance in section {
                    if let ComponentInstance::Instantiate { component_index, .. } = instance? {
                        self.frame().instantiate_component(component_index);
                    }
                }
            }
            Payload::ComponentAliasSection(section) => {
                for alias in section {
                    self.alias(&alias?);
                }
            }
            Payload::ComponentImportSection(section) => {
                for import in section {
                    let import = import?;
                    self.import(import.name.name, import.ty.kind());
                }
            }
            Payload::ComponentExportSection(section) => {
                for export in section {
                    self.export(&export?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn interface_bytes(&mut self, range: &Range<u64>) -> bool {
        let bytes = range.end.saturating_sub(range.start);
        self.tally.count("bytes outside its modules", bytes, self.limits.interface_bytes_max)
    }

    fn import(&mut self, name: &'a str, kind: ComponentExternalKind) {
        self.name(name);
        self.tally.count("imports", 1, self.limits.imports_max);
        if self.frames.len() == 1 {
            self.imports.push(name);
        }
        // An imported module's size is unknown here, and so is what instantiating it takes.
        if self.frames.len() > 1 && is_code(kind) {
            self.tally.refuse(Refusal::ModuleValue);
        }
    }

    fn export(&mut self, export: &ComponentExport<'a>) {
        self.name(export.name.name);
        self.tally.count("exports", 1, self.limits.exports_max);
        if self.frames.len() == 1 {
            self.exports.push(export.name.name);
        }
        // Exporting gives the item a new index.
        let (frame, index) = (self.frame(), export.index as usize);
        let space = match export.kind {
            ComponentExternalKind::Module => &mut frame.modules,
            ComponentExternalKind::Component => &mut frame.components,
            _ => return,
        };
        let same = space.get(index).copied().unwrap_or_default();
        space.push(same);
    }

    fn alias(&mut self, alias: &ComponentAlias<'a>) {
        match alias {
            ComponentAlias::InstanceExport { kind, .. } if is_code(*kind) => {
                self.tally.refuse(Refusal::ModuleValue);
            }
            ComponentAlias::Outer { kind, count, index } => {
                let (count, index) = (*count as usize, *index as usize);
                let outer = self.frames.len().checked_sub(count.saturating_add(1));
                let outer = outer.map(|outer| &self.frames[outer]);
                match kind {
                    ComponentOuterAliasKind::CoreModule => {
                        let taken = outer.and_then(|outer| outer.modules.get(index)).copied();
                        self.frame().modules.push(taken.unwrap_or_default());
                    }
                    ComponentOuterAliasKind::Component => {
                        let taken = outer.and_then(|outer| outer.components.get(index)).copied();
                        self.frame().components.push(taken.unwrap_or_default());
                    }
                    ComponentOuterAliasKind::CoreType | ComponentOuterAliasKind::Type => {}
                }
            }
            _ => {}
        }
    }
}

/// Things that can be instantiated, so that passing them around hides what an instance takes.
fn is_code(kind: ComponentExternalKind) -> bool {
    matches!(kind, ComponentExternalKind::Module | ComponentExternalKind::Component)
}

/// The type and the types declared in it. The reader refuses more than 100 levels.
fn types_in(ty: &ComponentType<'_>) -> u64 {
    let inside: u64 = match ty {
        ComponentType::Component(declarations) => declarations
            .iter()
            .map(|declaration| match declaration {
                ComponentTypeDeclaration::Type(ty) => types_in(ty),
                _ => 1,
            })
            .sum(),
        ComponentType::Instance(declarations) => declarations
            .iter()
            .map(|declaration| match declaration {
                InstanceTypeDeclaration::Type(ty) => types_in(ty),
                _ => 1,
            })
            .sum(),
        _ => 0,
    };
    inside + 1
}
