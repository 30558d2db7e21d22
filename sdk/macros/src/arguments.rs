//! What stands in the brackets of `#[operator(...)]`.

use std::collections::HashSet;

use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitStr, Result, Token, parenthesized};

use crate::text;

/// Methods of `Output` that a port's method would hide behind.
const TAKEN: [&str; 14] = [
    "at",
    "batch",
    "context",
    "emit",
    "emit_batch",
    "emit_json",
    "emit_json_keyed",
    "emit_keyed",
    "emit_record",
    "forward",
    "port",
    "push",
    "reject",
    "rekey",
];

/// Every operator has an output port of this name without declaring it.
const BUILT_IN: &str = "dead-letters";

/// The arguments, absent ones as `None`.
pub(crate) struct Arguments {
    pub(crate) inputs: Option<Vec<Ident>>,
    pub(crate) outputs: Option<Vec<Ident>>,
    pub(crate) name: Option<LitStr>,
    pub(crate) description: Option<LitStr>,
}

impl Arguments {
    /// The names of the input ports as the descriptor has them.
    pub(crate) fn input_names(&self) -> Vec<String> {
        self.inputs.as_deref().map_or_else(|| vec!["in".to_owned()], names)
    }

    /// The names of the output ports as the descriptor has them.
    pub(crate) fn output_names(&self) -> Vec<String> {
        self.outputs.as_deref().map_or_else(|| vec!["out".to_owned()], names)
    }
}

fn names(ports: &[Ident]) -> Vec<String> {
    ports.iter().map(|port| text::kebab(&port.to_string())).collect()
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut arguments = Self { inputs: None, outputs: None, name: None, description: None };
        while !input.is_empty() {
            let argument: Ident = input.parse()?;
            match argument.to_string().as_str() {
                "inputs" => arguments.inputs = Some(ports(input, "input")?),
                "outputs" => arguments.outputs = Some(ports(input, "output")?),
                "name" => arguments.name = Some(value(input)?),
                "description" => arguments.description = Some(value(input)?),
                _ => {
                    let message = "expected `inputs(...)`, `outputs(...)`, `name = \"...\"` or `description = \"...\"`";
                    return Err(Error::new(argument.span(), message));
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        match &arguments.inputs {
            Some(inputs) if inputs.is_empty() => {
                Err(input.error("an operator has at least one input port"))
            }
            _ => Ok(arguments),
        }
    }
}

fn value(input: ParseStream<'_>) -> Result<LitStr> {
    input.parse::<Token![=]>()?;
    input.parse()
}

fn ports(input: ParseStream<'_>, direction: &str) -> Result<Vec<Ident>> {
    let names;
    parenthesized!(names in input);
    let names: Punctuated<Ident, Token![,]> =
        names.call(|names| Punctuated::parse_terminated_with(names, Ident::parse_any))?;
    let mut seen = HashSet::new();
    for name in &names {
        let kebab = text::kebab(&name.to_string());
        if kebab == BUILT_IN {
            let message = format!(
                "{direction} port `{name}` has the name of a port that every operator has: call it otherwise"
            );
            return Err(Error::new(name.span(), message));
        }
        if !seen.insert(kebab) {
            let message = format!("{direction} port `{name}` is declared twice");
            return Err(Error::new(name.span(), message));
        }
        if direction == "output" && TAKEN.contains(&name.to_string().as_str()) {
            let message = format!("`{name}` is a method of `Output`: call the port otherwise");
            return Err(Error::new(name.span(), message));
        }
    }
    Ok(names.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn refused(arguments: &str) -> Option<String> {
        syn::parse_str::<Arguments>(arguments).err().map(|error| error.to_string())
    }

    #[test]
    fn no_port_has_the_name_of_the_one_that_every_operator_has() {
        for direction in ["input", "output"] {
            for port in ["dead_letters", "DeadLetters", "r#dead_letters"] {
                let message = refused(&format!("{direction}s(right, {port})")).unwrap();
                let expected = format!(
                    "{direction} port `{port}` has the name of a port that every operator has: call it otherwise"
                );
                assert_eq!(message, expected);
            }
        }
        assert_eq!(refused("inputs(letters), outputs(dead, late)"), None);
    }

    #[test]
    fn ports_are_declared_once_and_do_not_hide_methods() {
        assert_eq!(refused("outputs(a, A)").unwrap(), "output port `A` is declared twice");
        assert!(refused("outputs(emit)").unwrap().starts_with("`emit` is a method of `Output`"));
        assert_eq!(refused("inputs(emit)"), None);
    }
}
