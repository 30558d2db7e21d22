//! The guest interface as the schema has it: which imports a plugin may have and which exports it must have, with their
//! types. Encodes the WIT of the schema as a component and reads that as a plugin's is read, so that there is no second
//! list to keep.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use sandbar_schema::INTERFACE_VERSION;
use wasmparser::collections::IndexMap;
use wasmparser::component_types::{
    ComponentAnyTypeId, ComponentEntityType, ComponentItem, ComponentTypeId,
};
use wasmparser::types::TypesRef;
use wasmparser::{Validator, WasmFeatures};
use wit_parser::Resolve;

use super::World;
use super::shape::Shape;

/// Beginning of every name that a plugin may import.
pub(super) const PACKAGE: &str = "sandbar:operator/";

/// What a plugin of one world imports and exports, by name.
#[derive(Debug)]
pub(super) struct Interface {
    pub(super) imports: BTreeMap<String, Shape>,
    pub(super) exports: BTreeMap<String, Shape>,
    /// Long types and the names they have in the WIT, for messages.
    names: Vec<(String, String)>,
}

impl Interface {
    /// The interface of `world`.
    pub(super) fn of(world: World) -> &'static Self {
        static OPERATOR: LazyLock<Interface> = LazyLock::new(|| Interface::read(World::Operator));
        static TIMED: LazyLock<Interface> = LazyLock::new(|| Interface::read(World::TimedOperator));
        match world {
            World::Operator => &OPERATOR,
            World::TimedOperator => &TIMED,
        }
    }

    /// The name under which `imports` has an interface.
    pub(super) fn full_name(interface: &str) -> String {
        format!("{PACKAGE}{interface}@{INTERFACE_VERSION}")
    }

    fn read(world: World) -> Self {
        let encoded = encoded();
        let types = Validator::new_with_features(WasmFeatures::default())
            .validate_all(&encoded)
            .expect("an encoded WIT package is valid");
        let types = types.as_ref();
        find(types, world.name()).expect("the schema has both worlds")
    }

    /// `type_text` with the names that the WIT gives to its records.
    pub(super) fn named(&self, type_text: &str) -> String {
        let mut text = type_text.to_owned();
        for (long, name) in &self.names {
            text = text.replace(long, name);
        }
        text
    }
}

fn encoded() -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve
        .push_str("operator.wit", sandbar_schema::OPERATOR_WIT)
        .expect("the guest interface of the schema is valid WIT");
    wit_component::encode(&resolve, package, false).expect("valid WIT can be encoded")
}

/// An encoded package exports each world as a component type that exports a component type: the world.
fn find(types: TypesRef<'_>, world: &str) -> Option<Interface> {
    let outer = component_type(types.component_item_for_export(world)?.ty)?;
    let (_, world) = types[outer].exports.iter().next()?;
    let world = &types[component_type(world.ty)?];
    let shapes = |items: &IndexMap<String, ComponentItem>| {
        items.iter().map(|(name, item)| (name.clone(), Shape::of(types, item))).collect()
    };
    let imports: BTreeMap<String, Shape> = shapes(&world.imports);
    let records = imports.values().filter_map(|shape| match shape {
        Shape::Instance(items) => Some(items.iter()),
        _ => None,
    });
    let names = records.flatten().filter_map(|(name, shape)| match shape {
        Shape::Type(text) => Some((text.clone(), name.clone())),
        _ => None,
    });
    Some(Interface { names: names.collect(), exports: shapes(&world.exports), imports })
}

fn component_type(item: ComponentEntityType) -> Option<ComponentTypeId> {
    match item {
        ComponentEntityType::Component(id)
        | ComponentEntityType::Type { referenced: ComponentAnyTypeId::Component(id), .. } => {
            Some(id)
        }
        _ => None,
    }
}
