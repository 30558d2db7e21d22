//! The types of imports and exports as text, so that a plugin's can be compared with the guest interface's and both
//! shown to its author. Text is compared because types of two components have no common identity.

use std::collections::BTreeMap;
use std::fmt::Write;

use wasmparser::component_types::{
    ComponentAnyTypeId, ComponentDefinedType, ComponentEntityType, ComponentFuncTypeId,
    ComponentItem, ComponentValType,
};
use wasmparser::types::TypesRef;

/// No type of the guest interface is nearly as long; what is longer differs anyway.
const TEXT_BYTES_MAX: usize = 4 << 10;

/// What an import or export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Func(String),
    Type(String),
    Instance(BTreeMap<String, Shape>),
    Other(&'static str),
}

impl Shape {
    pub(super) fn of(types: TypesRef<'_>, item: &ComponentItem) -> Self {
        match item.ty {
            ComponentEntityType::Func(id) => Self::Func(Text::of(types, |text| text.func(id))),
            ComponentEntityType::Type { referenced, .. } => {
                Self::Type(Text::of(types, |text| text.any(referenced)))
            }
            ComponentEntityType::Instance(id) => {
                let exports = types[id].exports.iter();
                Self::Instance(
                    exports.map(|(name, item)| (name.clone(), Self::flat(types, item))).collect(),
                )
            }
            ComponentEntityType::Module(_) => Self::Other("a core module"),
            ComponentEntityType::Component(_) => Self::Other("a component"),
            ComponentEntityType::Value(_) => Self::Other("a value"),
        }
    }

    /// Interfaces hold no interfaces, so instances inside instances need not be looked into.
    fn flat(types: TypesRef<'_>, item: &ComponentItem) -> Self {
        match item.ty {
            ComponentEntityType::Instance(_) => Self::Other("an interface"),
            _ => Self::of(types, item),
        }
    }

    /// For messages.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Func(text) | Self::Type(text) => text,
            Self::Instance(_) => "an interface",
            Self::Other(kind) => kind,
        }
    }
}

/// Text in the making; stops growing at its limit, also when a type repeats itself a million times.
struct Text<'a> {
    types: TypesRef<'a>,
    text: String,
}

impl<'a> Text<'a> {
    fn of(types: TypesRef<'a>, render: impl FnOnce(&mut Self)) -> String {
        let mut text = Self { types, text: String::new() };
        render(&mut text);
        text.text
    }

    fn push(&mut self, part: &str) {
        if !self.is_full() {
            self.text.push_str(part);
        }
    }

    fn is_full(&self) -> bool {
        self.text.len() > TEXT_BYTES_MAX
    }

    fn any(&mut self, id: ComponentAnyTypeId) {
        match id {
            ComponentAnyTypeId::Defined(id) => self.value(&ComponentValType::Type(id)),
            ComponentAnyTypeId::Func(id) => self.func(id),
            ComponentAnyTypeId::Resource(_) => self.push("resource"),
            ComponentAnyTypeId::Instance(_) => self.push("interface"),
            ComponentAnyTypeId::Component(_) => self.push("component"),
        }
    }

    fn func(&mut self, id: ComponentFuncTypeId) {
        let types = self.types;
        let func = &types[id];
        self.push(if func.async_ { "async func" } else { "func" });
        let params = func.params.iter();
        self.list("(", params.map(|(name, ty)| (name.as_str(), Some(ty))), ")");
        if let Some(result) = &func.result {
            self.push(" -> ");
            self.value(result);
        }
    }

    /// Names, each with its type if it has one.
    fn list<'t>(
        &mut self,
        open: &str,
        items: impl Iterator<Item = (&'t str, Option<&'t ComponentValType>)>,
        close: &str,
    ) {
        self.push(open);
        for (place, (name, ty)) in items.enumerate() {
            if self.is_full() {
                return;
            }
            self.push(if place == 0 { "" } else { ", " });
            self.push(name);
            if let Some(ty) = ty {
                self.push(if name.is_empty() { "" } else { ": " });
                self.value(ty);
            }
        }
        self.push(close);
    }

    fn value(&mut self, ty: &ComponentValType) {
        if self.is_full() {
            return;
        }
        let types = self.types;
        match ty {
            ComponentValType::Primitive(primitive) => {
                write!(self.text, "{primitive}").expect("writing to a string cannot fail");
            }
            ComponentValType::Type(id) => self.defined(&types[*id]),
        }
    }

    fn defined(&mut self, ty: &ComponentDefinedType) {
        use ComponentDefinedType as Type;
        match ty {
            Type::Primitive(primitive) => self.value(&ComponentValType::Primitive(*primitive)),
            Type::Record(record) => {
                let fields = record.fields.iter();
                self.list("record { ", fields.map(|(name, ty)| (name.as_str(), Some(ty))), " }");
            }
            Type::Variant(variant) => {
                let cases = variant.cases.iter();
                let cases = cases.map(|(name, case)| (name.as_str(), case.ty.as_ref()));
                self.list("variant { ", cases, " }");
            }
            Type::Tuple(tuple) => {
                self.list("tuple<", tuple.types.iter().map(|ty| ("", Some(ty))), ">");
            }
            Type::Flags(names) => {
                self.list("flags { ", names.iter().map(|name| (name.as_str(), None)), " }");
            }
            Type::Enum(names) => {
                self.list("enum { ", names.iter().map(|name| (name.as_str(), None)), " }");
            }
            Type::List { element, .. } => self.of_one("list", Some(element)),
            Type::Option { ty, .. } => self.of_one("option", Some(ty)),
            Type::Result { ok, err, .. } => {
                self.push("result<");
                self.or_none(ok.as_ref());
                self.push(", ");
                self.or_none(err.as_ref());
                self.push(">");
            }
            Type::Map { key, value, .. } => {
                self.list("map<", [("", Some(key)), ("", Some(value))].into_iter(), ">");
            }
            Type::FixedLengthList { element, length, .. } => {
                self.of_one("list", Some(element));
                self.push(&format!(" of {length}"));
            }
            Type::Own(_) => self.push("own resource"),
            Type::Borrow(_) => self.push("borrowed resource"),
            Type::Future { ty, .. } => self.of_one("future", ty.as_ref()),
            Type::Stream { ty, .. } => self.of_one("stream", ty.as_ref()),
        }
    }

    fn of_one(&mut self, name: &str, ty: Option<&ComponentValType>) {
        self.push(name);
        self.push("<");
        self.or_none(ty);
        self.push(">");
    }

    fn or_none(&mut self, ty: Option<&ComponentValType>) {
        match ty {
            Some(ty) => self.value(ty),
            None => self.push("_"),
        }
    }
}
