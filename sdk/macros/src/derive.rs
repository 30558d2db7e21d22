//! `#[derive(Parameters)]`: the descriptor of each field, and the code that reads it.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;
use syn::ext::IdentExt as _;
use syn::{
    Data, DeriveInput, Error, Expr, ExprLit, ExprUnary, Field, Fields, Lit, LitStr, Result, Type,
    UnOp,
};

use crate::text;

pub(crate) fn expand(item: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &item.data else {
        return Err(Error::new_spanned(&item.ident, "parameters are the fields of a struct"));
    };
    if !item.generics.params.is_empty() {
        return Err(Error::new_spanned(&item.generics, "parameters have no generic parameters"));
    }
    let fields = match &data.fields {
        Fields::Named(fields) => {
            fields.named.iter().map(Parameter::of).collect::<Result<Vec<_>>>()?
        }
        Fields::Unit => Vec::new(),
        Fields::Unnamed(fields) => {
            return Err(Error::new_spanned(fields, "parameters have names: name the fields"));
        }
    };
    let name = &item.ident;
    let described = fields.iter().enumerate().map(|(at, field)| field.described(at == 0));
    let read = fields.iter().map(Parameter::read);
    Ok(quote! {
        impl ::sandbar_sdk::Parameters for #name {
            const DESCRIPTOR: &'static str = {
                const PARTS: &[&str] = &["[", #(#described,)* "]"];
                const JOINED: [u8; ::sandbar_sdk::descriptor::length(PARTS)] =
                    ::sandbar_sdk::descriptor::join(PARTS);
                ::sandbar_sdk::descriptor::text(&JOINED)
            };

            fn parse(json: &str) -> ::core::result::Result<Self, ::sandbar_sdk::Failure> {
                let mut given = ::sandbar_sdk::parameters::Given::parse(json)?;
                let parsed = Self { #(#read,)* };
                given.finish()?;
                ::core::result::Result::Ok(parsed)
            }
        }
    })
}

/// One field.
struct Parameter<'a> {
    field: &'a Field,
    name: String,
    /// JSON text.
    default: Option<String>,
}

impl<'a> Parameter<'a> {
    fn of(field: &'a Field) -> Result<Self> {
        let identifier = field.ident.as_ref();
        let mut name = identifier.map(|name| name.unraw().to_string()).unwrap_or_default();
        let mut default = None;
        for attribute in
            field.attrs.iter().filter(|attribute| attribute.path().is_ident("parameter"))
        {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("default") {
                    let value: Expr = meta.value()?.parse()?;
                    let json = json(&value, &field.ty)?;
                    fits(&json, &field.ty, &value)?;
                    default = Some(json.to_string());
                } else if meta.path.is_ident("name") {
                    name = meta.value()?.parse::<LitStr>()?.value();
                } else {
                    return Err(meta.error("expected `default = ...` or `name = \"...\"`"));
                }
                Ok(())
            })?;
        }
        Ok(Self { field, name, default })
    }

    /// Its object in the descriptor, as parts to be joined.
    fn described(&self, first: bool) -> TokenStream {
        let kind = &self.field.ty;
        let comma = if first { "" } else { "," };
        let head = format!("{comma}{{\"name\":{},\"type\":\"", text::json(&self.name));
        let description = text::json_description(&text::description(&self.field.attrs));
        let tail = format!("\"{description}");
        let default = match &self.default {
            Some(default) => {
                let default = format!(",\"default\":{default}");
                quote!(#default)
            }
            None => quote!(<#kind as ::sandbar_sdk::parameters::Parameter>::DEFAULT),
        };
        quote! {
            #head,
            <#kind as ::sandbar_sdk::parameters::Parameter>::KIND,
            #tail,
            #default,
            "}"
        }
    }

    /// Its initialiser.
    fn read(&self) -> TokenStream {
        let Self { field, name, default } = self;
        let (identifier, kind) = (&field.ident, &field.ty);
        let default = match default {
            Some(default) => quote!(::core::option::Option::Some(#default)),
            None => quote!(::core::option::Option::None),
        };
        quote!(#identifier: given.take::<#kind>(#name, #default)?)
    }
}

/// The JSON of a literal, of a list of texts, or of a table of texts written as a list of pairs.
fn json(value: &Expr, kind: &Type) -> Result<Value> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Bool(value), .. }) => Ok(value.value.into()),
        Expr::Lit(ExprLit { lit: Lit::Str(value), .. }) => Ok(value.value().into()),
        Expr::Lit(ExprLit { lit: Lit::Int(value), .. }) => Ok(value.base10_parse::<i64>()?.into()),
        Expr::Lit(ExprLit { lit: Lit::Float(value), .. }) => {
            Ok(value.base10_parse::<f64>()?.into())
        }
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => match json(expr, kind)? {
            Value::Number(number) => match number.as_i64() {
                Some(number) => Ok((-number).into()),
                None => Ok(number.as_f64().map(|number| -number).into()),
            },
            _ => Err(Error::new_spanned(value, "only a number can be negative")),
        },
        Expr::Array(array) if last_segment(kind) == "BTreeMap" => {
            let entries = array.elems.iter().map(|entry| match entry {
                Expr::Tuple(pair) if pair.elems.len() == 2 => {
                    Ok((plain(&pair.elems[0], kind)?, json(&pair.elems[1], kind)?))
                }
                _ => Err(Error::new_spanned(entry, "expected a pair of texts")),
            });
            Ok(Value::Object(entries.collect::<Result<_>>()?))
        }
        Expr::Array(array) => {
            let texts = array.elems.iter().map(|text| json(text, kind));
            Ok(Value::Array(texts.collect::<Result<_>>()?))
        }
        _ => Err(Error::new_spanned(
            value,
            "a default is a literal, `[\"a\", \"b\"]` or `[(\"a\", \"b\")]`",
        )),
    }
}

fn plain(value: &Expr, kind: &Type) -> Result<String> {
    match json(value, kind)? {
        Value::String(text) => Ok(text),
        _ => Err(Error::new_spanned(value, "expected a text")),
    }
}

/// Refuses a default of another type than its field, as far as the type can be told by its name.
fn fits(json: &Value, kind: &Type, value: &Expr) -> Result<()> {
    let texts = |mut values: Box<dyn Iterator<Item = &Value> + '_>| values.all(Value::is_string);
    let fits = match (last_segment(kind).as_str(), json) {
        ("bool", json) => json.is_boolean(),
        ("f64", json) => json.is_number(),
        ("String", json) => json.is_string(),
        ("Vec", Value::Array(items)) => texts(Box::new(items.iter())),
        ("BTreeMap", Value::Object(entries)) => texts(Box::new(entries.values())),
        ("Vec" | "BTreeMap", _) => false,
        ("i8" | "i16" | "i32" | "i64" | "isize", json) => json.is_i64(),
        ("u8" | "u16" | "u32" | "u64" | "usize", json) => json.is_u64(),
        _ => true,
    };
    if fits {
        Ok(())
    } else {
        Err(Error::new_spanned(value, "the default is not of the field's type"))
    }
}

fn last_segment(kind: &Type) -> String {
    let Type::Path(path) = kind else { return String::new() };
    path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}
