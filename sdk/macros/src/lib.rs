//! The macros of `sandbar-sdk`: `#[operator]`, `#[map]`, `#[filter]` and `#[flat_map]` declare and export an operator,
//! `#[derive(Parameters)]` describes and reads its parameters. They only write code against the SDK's public items; nothing is decided when it runs.

mod arguments;
mod derive;
mod function;
mod implementation;
mod plugin;
mod text;

use proc_macro::TokenStream;
use syn::{DeriveInput, Item, ItemFn, parse_macro_input};

use function::Style;

/// Makes an operator of a function over one record, or of an `impl Operator for` block.
///
/// `#[operator(inputs(left, right), outputs(late, cancelled), name = "...", description = "...")]`: everything can be
/// left out. The default is one input `in` and one output `out`, the name of the function or type in kebab case, and
/// the first paragraph of the doc comment. Each output port becomes a method of `Output`; each input port of an `impl`
/// becomes a constant `Self::LEFT`.
///
/// A function takes `(parameters: &P, record, out: &mut Output)`; the parameters may be left out. The record is a
/// `Json<T>`, a `&str`, a `&[u8]` or a `Record`. It returns nothing, or a `Result<(), E>` whose error rejects the record.
///
/// Beside the operator it writes `pub fn native()`, which makes the operator for a host outside of WebAssembly, and
/// `pub const DESCRIPTOR`, what the plugin says of itself.
#[proc_macro_attribute]
pub fn operator(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let arguments = parse_macro_input!(arguments as arguments::Arguments);
    let expanded = match parse_macro_input!(item as Item) {
        Item::Fn(function) => function::expand(&arguments, &function, Style::Operator),
        Item::Impl(block) => implementation::expand(&arguments, &block),
        other => Err(syn::Error::new_spanned(
            other,
            "an operator is a function over one record or an `impl Operator for` block",
        )),
    };
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Makes an operator of a function that returns what leaves in place of its record.
///
/// It takes `(parameters: &P, record)`, or the record alone, as `#[operator]` does. It returns a value (`Json<T>`, text or
/// bytes), which leaves with the key, timestamp and headers of the record that came; or `(key, value)`; or a whole
/// `Record`. `None` of an `Option` drops the record, `Err` of a `Result` rejects it.
#[proc_macro_attribute]
pub fn map(arguments: TokenStream, item: TokenStream) -> TokenStream {
    function(arguments, item, Style::Map)
}

/// Makes an operator of a function that says whether its record is kept: `true` sends it on as it is.
///
/// It takes `(parameters: &P, record)`, or the record alone, as `#[operator]` does, and returns `bool`, or a
/// `Result<bool, E>` whose error rejects the record.
#[proc_macro_attribute]
pub fn filter(arguments: TokenStream, item: TokenStream) -> TokenStream {
    function(arguments, item, Style::Filter)
}

/// Makes an operator of a function that returns all that leaves in place of its record: none, one or many.
///
/// It takes `(parameters: &P, record)`, or the record alone, as `#[operator]` does. It returns a `Vec`, an array or an
/// iterator of what a `#[map]` may return, or a `Result` of one, whose error rejects the record.
#[proc_macro_attribute]
pub fn flat_map(arguments: TokenStream, item: TokenStream) -> TokenStream {
    function(arguments, item, Style::FlatMap)
}

fn function(arguments: TokenStream, item: TokenStream, style: Style) -> TokenStream {
    let arguments = parse_macro_input!(arguments as arguments::Arguments);
    let item = parse_macro_input!(item as ItemFn);
    let expanded = function::expand(&arguments, &item, style);
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Describes and reads the parameters of an operator.
///
/// Fields are `bool`, integers, `f64`, `String`, `Vec<String>`, `BTreeMap<String, String>`, or an `Option` of one of
/// these. `#[parameter(default = 15)]` lets a pipeline leave the parameter out, `#[parameter(name = "type")]` calls it
/// otherwise than the field; doc comments are its description.
#[proc_macro_derive(Parameters, attributes(parameter))]
pub fn parameters(item: TokenStream) -> TokenStream {
    let item = parse_macro_input!(item as DeriveInput);
    derive::expand(&item).unwrap_or_else(syn::Error::into_compile_error).into()
}
