//! Names and descriptions: from Rust identifiers and doc comments to what people read, and into JSON.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// `airline_names` and `AirlineNames` become `airline-names`.
pub(crate) fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.trim_start_matches("r#").chars() {
        if letter == '_' {
            kebab.push('-');
        } else if letter.is_uppercase() {
            if !kebab.is_empty() && !kebab.ends_with('-') {
                kebab.push('-');
            }
            kebab.extend(letter.to_lowercase());
        } else {
            kebab.push(letter);
        }
    }
    kebab
}

/// `airline_names` becomes `AirlineNames`.
pub(crate) fn pascal(name: &str) -> String {
    let words = name.trim_start_matches("r#").split('_');
    words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters)
        })
        .collect()
}

/// The first paragraph of the doc comment, in one line.
pub(crate) fn description(attributes: &[Attribute]) -> String {
    let mut paragraph: Vec<String> = Vec::new();
    for line in attributes.iter().filter_map(doc_line) {
        let line = line.trim();
        if !line.is_empty() {
            paragraph.push(line.to_owned());
        } else if !paragraph.is_empty() {
            break;
        }
    }
    paragraph.join(" ")
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// A JSON string, quotes included.
pub(crate) fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `,"description":"..."`, or nothing if there is none.
pub(crate) fn json_description(description: &str) -> String {
    if description.is_empty() {
        String::new()
    } else {
        format!(",\"description\":{}", json(description))
    }
}
