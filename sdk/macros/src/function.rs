//! `#[operator]` on a function over one record: wraps it in a type that implements `Operator`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, ItemFn, Result, Type, parse_quote};

use crate::arguments::Arguments;
use crate::plugin::Plugin;
use crate::text;

const SHAPE: &str = "an operator function takes (parameters: &P, record, out: &mut Output) or (record, out: &mut Output)";

pub(crate) fn expand(arguments: &Arguments, function: &ItemFn) -> Result<TokenStream> {
    if arguments.input_names().len() > 1 {
        let message = "a function has one input port: use `impl Operator for` for several";
        return Err(Error::new_spanned(&function.sig.ident, message));
    }
    if let Some(asyncness) = function.sig.asyncness {
        return Err(Error::new_spanned(asyncness, "an operator function is not async"));
    }
    let parameters = parameters(function)?;
    let name = &function.sig.ident;
    let wrapper = format_ident!("{}Operator", text::pascal(&name.to_string()));
    let operator: Type = parse_quote!(#wrapper);
    let plugin = Plugin {
        arguments,
        operator: &operator,
        name: name.to_string(),
        description: text::description(&function.attrs),
        timed: false,
    }
    .expand();
    let (kind, call) = match parameters {
        Some(kind) => (quote!(#kind), quote!(#name(&self.0, record, out))),
        None => (quote!(()), quote!(#name(record, out))),
    };
    Ok(quote! {
        #function

        #[doc(hidden)]
        struct #wrapper(#[allow(dead_code, reason = "not every operator has parameters")] #kind);

        impl ::sandbar_sdk::Operator for #wrapper {
            type Parameters = #kind;

            fn open(
                parameters: #kind,
                _: &mut ::sandbar_sdk::Context<'_>,
            ) -> ::core::result::Result<Self, ::sandbar_sdk::Failure> {
                ::core::result::Result::Ok(Self(parameters))
            }

            #[inline]
            fn process(
                &mut self,
                _: u32,
                _: ::sandbar_sdk::BatchRef<'_>,
                out: &mut ::sandbar_sdk::Output<'_>,
            ) -> ::core::result::Result<(), ::sandbar_sdk::Failure> {
                ::sandbar_sdk::function::each(out, |record, out| #call);
                ::core::result::Result::Ok(())
            }
        }

        #plugin
    })
}

/// The type that the first of three arguments refers to.
fn parameters(function: &ItemFn) -> Result<Option<&Type>> {
    let inputs: Vec<&FnArg> = function.sig.inputs.iter().collect();
    match inputs.as_slice() {
        [FnArg::Typed(_), FnArg::Typed(_)] => Ok(None),
        [FnArg::Typed(first), FnArg::Typed(_), FnArg::Typed(_)] => match &*first.ty {
            Type::Reference(reference) if reference.mutability.is_none() => {
                Ok(Some(&reference.elem))
            }
            other => Err(Error::new_spanned(other, "parameters are taken by reference: `&P`")),
        },
        _ => Err(Error::new_spanned(&function.sig, SHAPE)),
    }
}
