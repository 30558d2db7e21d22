//! `#[operator]` on an `impl Operator for` block: leaves the block as it is and adds what a plugin needs. A block that
//! has `on_watermark` makes an operator of the world `timed-operator`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, ImplItem, ItemImpl, Result, Type};

use crate::arguments::Arguments;
use crate::plugin::Plugin;
use crate::text;

pub(crate) fn expand(arguments: &Arguments, block: &ItemImpl) -> Result<TokenStream> {
    let trait_name = block.trait_.as_ref().and_then(|(_, path, _)| path.segments.last());
    if trait_name.is_none_or(|name| name.ident != "Operator") {
        return Err(Error::new_spanned(&block.self_ty, "expected `impl Operator for` a type"));
    }
    if !block.generics.params.is_empty() {
        return Err(Error::new_spanned(&block.generics, "an operator has no generic parameters"));
    }
    let operator = &*block.self_ty;
    let name = match operator {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    };
    let Some(name) = name else {
        return Err(Error::new_spanned(operator, "expected a type with a name"));
    };
    let on_watermark = |item: &ImplItem| match item {
        ImplItem::Fn(function) => function.sig.ident == "on_watermark",
        _ => false,
    };
    let plugin = Plugin {
        arguments,
        operator,
        name,
        description: text::description(&block.attrs),
        timed: block.items.iter().any(on_watermark),
    }
    .expand();
    let inputs = inputs(arguments, operator);
    Ok(quote! {
        #block
        #inputs
        #plugin
    })
}

/// A constant for the number of each declared input port.
fn inputs(arguments: &Arguments, operator: &Type) -> Option<TokenStream> {
    let inputs = arguments.inputs.as_ref()?;
    let names = inputs.iter().map(|input| {
        let name = input.to_string().trim_start_matches("r#").to_uppercase();
        format_ident!("{name}", span = input.span())
    });
    let indices = 0..inputs.len() as u32;
    Some(quote! {
        #[allow(dead_code, reason = "an operator may treat its inputs alike")]
        impl #operator {
            #(const #names: u32 = #indices;)*
        }
    })
}
