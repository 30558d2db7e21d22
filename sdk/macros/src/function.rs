//! `#[operator]`, `#[map]`, `#[filter]` and `#[flat_map]` on a function over one record: wraps it in a type that
//! implements `Operator`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Error, FnArg, GenericParam, ItemFn, Result, ReturnType, Signature, Type, parse_quote};

use crate::arguments::Arguments;
use crate::plugin::Plugin;
use crate::text;

/// Which of the attributes stands over the function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Sends by an `Output` that it takes.
    Operator,
    /// Returns what leaves in place of the record.
    Map,
    /// Returns whether the record is kept.
    Filter,
    /// Returns all that leaves in place of the record.
    FlatMap,
}

impl Style {
    fn attribute(self) -> &'static str {
        match self {
            Self::Operator => "#[operator]",
            Self::Map => "#[map]",
            Self::Filter => "#[filter]",
            Self::FlatMap => "#[flat_map]",
        }
    }

    /// What a function of this style looks like, for messages.
    fn shape(self) -> &'static str {
        match self {
            Self::Operator => {
                "an `#[operator]` function takes (parameters: &P, record, out: &mut Output) or (record, out: &mut Output); to return what leaves, write `#[map]`, `#[filter]` or `#[flat_map]`"
            }
            Self::Map => {
                "a `#[map]` function takes (parameters: &P, record) or (record), and returns what leaves; to send by an `Output`, write `#[operator]`"
            }
            Self::Filter => {
                "a `#[filter]` function takes (parameters: &P, record) or (record), and returns `bool`; to send by an `Output`, write `#[operator]`"
            }
            Self::FlatMap => {
                "a `#[flat_map]` function takes (parameters: &P, record) or (record), and returns an iterator or a `Vec` of what leaves; to send by an `Output`, write `#[operator]`"
            }
        }
    }
}

pub(crate) fn expand(
    arguments: &Arguments,
    function: &ItemFn,
    style: Style,
) -> Result<TokenStream> {
    check(arguments, &function.sig, style)?;
    let (parameters, record) = taken(&function.sig, style)?;
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
    let kind = parameters.map_or_else(|| quote!(()), |kind| quote!(#kind));
    let call = call(function, parameters.is_some(), style);
    // Where the record is of a type that cannot be read, the compiler points at that type.
    let each = quote_spanned! {record.span()=>
        ::sandbar_sdk::function::each(__out, |__record, __out| #call);
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
                __out: &mut ::sandbar_sdk::Output<'_>,
            ) -> ::core::result::Result<(), ::sandbar_sdk::Failure> {
                #each
                ::core::result::Result::Ok(())
            }
        }

        #plugin
    })
}

/// Refuses what no style takes.
fn check(arguments: &Arguments, signature: &Signature, style: Style) -> Result<()> {
    let attribute = style.attribute();
    if arguments.input_names().len() > 1 {
        let message = "a function has one input port: use `impl Operator for` for several";
        return Err(Error::new_spanned(&signature.ident, message));
    }
    if style != Style::Operator && arguments.output_names().len() != 1 {
        let message =
            format!("`{attribute}` has one output port: write `#[operator]` for another number");
        return Err(Error::new_spanned(&signature.ident, message));
    }
    if let Some(asyncness) = signature.asyncness {
        return Err(Error::new_spanned(asyncness, "an operator function is not async"));
    }
    let is_lifetime = |parameter: &&GenericParam| !matches!(parameter, GenericParam::Lifetime(_));
    if let Some(parameter) = signature.generics.params.iter().find(is_lifetime) {
        let message = "an operator function has no type parameters: name the types";
        return Err(Error::new_spanned(parameter, message));
    }
    match (style, &signature.output) {
        (Style::Operator, _) | (_, ReturnType::Type(..)) => Ok(()),
        (_, ReturnType::Default) => Err(Error::new_spanned(signature, style.shape())),
    }
}

/// The type of the parameters, if there are any, and that of the record.
fn taken(signature: &Signature, style: Style) -> Result<(Option<&Type>, &Type)> {
    let mut types = Vec::new();
    for input in &signature.inputs {
        match input {
            FnArg::Typed(input) => types.push(&*input.ty),
            FnArg::Receiver(_) => return Err(Error::new_spanned(input, style.shape())),
        }
    }
    if style == Style::Operator && types.len() > 1 {
        types.pop();
    } else if style == Style::Operator {
        types.clear();
    }
    match types.as_slice() {
        [record] => Ok((None, record)),
        [Type::Reference(first), record] if first.mutability.is_none() => {
            Ok((Some(&first.elem), record))
        }
        [other, _] => Err(Error::new_spanned(other, "parameters are taken by reference: `&P`")),
        _ => Err(Error::new_spanned(signature, style.shape())),
    }
}

/// The call of the function, and what becomes of what it returns. Where that is of a wrong type, the compiler points at
/// the type.
fn call(function: &ItemFn, has_parameters: bool, style: Style) -> TokenStream {
    let name = &function.sig.ident;
    let parameters = has_parameters.then(|| quote!(&self.0,));
    let span = match &function.sig.output {
        ReturnType::Type(_, kind) => kind.span(),
        ReturnType::Default => name.span(),
    };
    let returned = quote_spanned!(span=> #name(#parameters __record));
    match style {
        Style::Operator => quote_spanned!(span=> #name(#parameters __record, __out)),
        Style::Map => {
            quote_spanned!(span=> ::sandbar_sdk::function::Leaves::leave(#returned, __out))
        }
        Style::Filter => {
            quote_spanned!(span=> ::sandbar_sdk::function::Keeps::keep(#returned, __out))
        }
        Style::FlatMap if is_result(&function.sig.output) => {
            quote_spanned!(span=> ::sandbar_sdk::function::leave_all_or_reject(#returned, __out))
        }
        Style::FlatMap => {
            quote_spanned!(span=> ::sandbar_sdk::function::leave_all(#returned, __out))
        }
    }
}

/// Whether the return type is called `Result`, whoever's.
fn is_result(output: &ReturnType) -> bool {
    match output {
        ReturnType::Type(_, kind) => match &**kind {
            Type::Path(path) => {
                path.path.segments.last().is_some_and(|last| last.ident == "Result")
            }
            _ => false,
        },
        ReturnType::Default => false,
    }
}

#[cfg(test)]
mod tests {
    use syn::ItemFn;

    use super::{Style, expand};
    use crate::arguments::Arguments;

    /// Why `function` is no operator of this style; `None` if it is one.
    fn refused(style: Style, arguments: &str, function: &str) -> Option<String> {
        let arguments: Arguments = syn::parse_str(arguments).unwrap();
        let function: ItemFn = syn::parse_str(function).unwrap();
        expand(&arguments, &function, style).err().map(|error| error.to_string())
    }

    #[test]
    fn each_style_takes_its_shapes() {
        for (style, functions) in [
            (
                Style::Operator,
                ["fn f(r: &str, o: &mut Output) {}", "fn f(p: &P, r: &str, o: &mut Output) {}"],
            ),
            (
                Style::Map,
                ["fn f(r: &str) -> String {}", "fn f<'a>(p: &P, r: &'a str) -> &'a str {}"],
            ),
            (
                Style::Filter,
                ["fn f(r: Record) -> bool {}", "fn f(p: &P, r: &str) -> Option<bool> {}"],
            ),
            (
                Style::FlatMap,
                [
                    "fn f(r: &str) -> Vec<String> {}",
                    "fn f(p: &P, r: &str) -> Result<Vec<String>, E> {}",
                ],
            ),
        ] {
            for function in functions {
                assert_eq!(refused(style, "", function), None, "{function}");
            }
        }
    }

    #[test]
    fn another_shape_is_refused_with_the_right_one() {
        for (style, function, part) in [
            (Style::Operator, "fn f(r: &str) {}", "to return what leaves, write `#[map]`"),
            (Style::Operator, "fn f() {}", "(record, out: &mut Output)"),
            (Style::Operator, "fn f(p: P, r: &str, o: &mut Output) {}", "by reference: `&P`"),
            (Style::Map, "fn f(r: &str) {}", "and returns what leaves"),
            (Style::Map, "fn f() -> String {}", "takes (parameters: &P, record) or (record)"),
            (Style::Map, "fn f(p: &mut P, r: &str) -> String {}", "by reference: `&P`"),
            (
                Style::Map,
                "fn f(p: &P, r: &str, o: &mut Output) -> String {}",
                "to send by an `Output`, write `#[operator]`",
            ),
            (Style::Map, "fn f<T>(r: Json<T>) -> Json<T> {}", "no type parameters"),
            (Style::Filter, "fn f(r: &str) {}", "and returns `bool`"),
            (Style::FlatMap, "fn f(r: &str) {}", "returns an iterator or a `Vec`"),
            (Style::FlatMap, "async fn f(r: &str) -> Vec<String> {}", "not async"),
            (Style::Filter, "fn f(&self, r: &str) -> bool {}", "a `#[filter]` function takes"),
        ] {
            let message = refused(style, "", function).expect(function);
            assert!(message.contains(part), "{function}: {message}");
        }
        let two = refused(Style::Map, "outputs(a, b)", "fn f(r: &str) -> String {}").unwrap();
        assert!(two.starts_with("`#[map]` has one output port"), "{two}");
        assert_eq!(refused(Style::Map, "outputs(a)", "fn f(r: &str) -> String {}"), None);
    }
}
