//! The file's text: TOML with `current` and a table for each context. Writing what was parsed gives the same contexts.

use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use super::{Context, Contexts, Secret, check_name};

/// Reads `content`; what it has beyond contexts is refused, because writing would lose it.
pub(super) fn parse(content: &str) -> Result<Contexts, String> {
    // The parser's own message would repeat the line, and that may be a token's.
    let root = DeTable::parse(content).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start.min(content.len()));
        let line = content.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("line {line}: {}", error.message())
    })?;
    let mut contexts = Contexts::default();
    for (key, value) in root.into_inner() {
        match (key.get_ref().as_ref(), value.into_inner()) {
            ("current", DeValue::String(name)) => contexts.current = Some(name.into_owned()),
            ("context", DeValue::Table(tables)) => {
                for (name, table) in tables {
                    let name = name.into_inner().into_owned();
                    check_name(&name).map_err(|error| error.to_string())?;
                    let context = context(&name, table.into_inner())?;
                    contexts.named.insert(name, context);
                }
            }
            (key, _) => return Err(format!("`{}` is not expected", key.escape_debug())),
        }
    }
    Ok(contexts)
}

fn context(name: &str, table: DeValue<'_>) -> Result<Context, String> {
    let DeValue::Table(mut table) = table else {
        return Err(format!("`context.{name}` is no table"));
    };
    let mut take = |key: &str| match table.remove(key).map(toml::Spanned::into_inner) {
        Some(DeValue::String(text)) => Ok(text.into_owned()),
        Some(_) => Err(format!("`context.{name}.{key}` is no text")),
        None => Err(format!("`context.{name}.{key}` is missing")),
    };
    let (address, authority, token) = (take("address")?, take("authority")?, take("token")?);
    match table.keys().next() {
        Some(key) => {
            Err(format!("`context.{name}.{}` is not expected", key.get_ref().escape_debug()))
        }
        None => Ok(Context { address, authority, token: Secret::new(token) }),
    }
}

/// The text of `contexts`.
pub(super) fn write(contexts: &Contexts) -> String {
    let mut text =
        "# Written by `sandbar login`. It holds tokens: keep it to yourself.\n".to_owned();
    if let Some(current) = &contexts.current {
        let _ = writeln!(text, "current = \"{}\"", escaped(current));
    }
    for (name, context) in &contexts.named {
        let _ = writeln!(text, "\n[context.{name}]");
        let _ = writeln!(text, "address = \"{}\"", escaped(&context.address));
        let _ = writeln!(text, "token = \"{}\"", escaped(context.token.expose()));
        let lines: Vec<String> = context.authority.split('\n').map(escaped).collect();
        let _ = writeln!(text, "authority = \"\"\"\n{}\"\"\"", lines.join("\n"));
    }
    text
}

/// As the content of a TOML string on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            character if character.is_control() => {
                let _ = write!(escaped, "\\u{:04x}", u32::from(character));
            }
            character => escaped.push(character),
        }
    }
    escaped
}
