//! `sandbar.toml`: what a project says of itself whose language has no attributes to say it with. Its tables become the
//! custom section of the plugin.

use std::{collections::BTreeMap, fs, path::Path};

use sandbar_schema::descriptor::{Operator, Parameter, ParameterKind};
use serde::Deserialize;

use super::language::Language;

/// Name of the file.
pub const FILE: &str = "sandbar.toml";

/// What the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    pub language: Language,
    pub operator: Operator,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    operator: Described,
    #[serde(default)]
    parameters: BTreeMap<String, Declared>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    name: String,
    language: Language,
    #[serde(default)]
    description: String,
    #[serde(default = "input")]
    inputs: Vec<String>,
    #[serde(default = "output")]
    outputs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    #[serde(rename = "type")]
    kind: ParameterKind,
    #[serde(default)]
    description: String,
    default: Option<serde_json::Value>,
    #[serde(default)]
    optional: bool,
}

fn input() -> Vec<String> {
    vec!["in".to_owned()]
}

fn output() -> Vec<String> {
    vec!["out".to_owned()]
}

impl Manifest {
    /// Reads the file in `folder`.
    ///
    /// # Errors
    /// What is wrong with it, and where. Whether the operator's names are sound is for inspection to say.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join(FILE);
        let shown = path.display();
        let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
        Self::parse(&text).map_err(|message| format!("{shown}: {message}"))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let Document { operator: described, parameters } =
            toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        let name = &described.name;
        if described.language == Language::Rust {
            return Err(
                "language `rust` needs no such file: cargo builds what has a Cargo.toml".to_owned()
            );
        }
        let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.is_empty() || !name.bytes().all(sound) {
            let name = name.escape_debug();
            return Err(format!("`{name}` is no name of an operator: use a-z, 0-9 and -"));
        }
        let parameters = parameters.into_iter().map(|(name, declared)| {
            if declared.optional && declared.default.is_some() {
                return Err(format!(
                    "parameter `{name}` has a default, so it may be left out anyway: leave out `optional`"
                ));
            }
            let none = declared.optional.then_some(serde_json::Value::Null);
            let Declared { kind, description, default, .. } = declared;
            Ok(Parameter { name, kind, description, default: default.or(none) })
        });
        let parameters = parameters.collect::<Result<_, _>>()?;
        let Described { name, language, description, inputs, outputs } = described;
        let operator = Operator { name, description, inputs, outputs, parameters };
        Ok(Self { language, operator })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_s_own_words_become_its_descriptor() {
        let manifest = Manifest::parse(
            "[operator]\nname = \"hot\"\nlanguage = \"javascript\"\noutputs = [\"a\", \"b\"]\n\
             [parameters.least]\ntype = \"number\"\ndefault = 0.5\n[parameters.note]\ntype = \"text\"\noptional = true",
        )
        .expect("it is sound");
        assert_eq!(manifest.language, Language::JavaScript);
        assert_eq!(
            serde_json::to_string(&manifest.operator).expect("it is plain"),
            r#"{"name":"hot","inputs":["in"],"outputs":["a","b"],"parameters":[{"name":"least","type":"number","default":0.5},{"name":"note","type":"text","default":null}]}"#
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        for (text, part) in [
            ("", "missing field `operator`"),
            ("[operator]\nname = \"x\"\nlanguage = \"cobol\"", "unknown variant `cobol`"),
            ("[operator]\nname = \"x\"\nlanguage = \"cobol\"", "line 3"),
            ("[operator]\nname = \"x\"\nlanguage = \"rust\"", "cargo builds"),
            ("[operator]\nname = \"../x\"\nlanguage = \"c\"", "`../x` is no name"),
            ("[operator]\nname = \"x\"\nlanguage = \"c\"\nport = 1", "unknown field `port`"),
            (
                "[operator]\nname = \"x\"\nlanguage = \"c\"\n[parameters.p]\ntype = \"text\"\ndefault = \"a\"\noptional = true",
                "parameter `p` has a default",
            ),
        ] {
            let message = Manifest::parse(text).expect_err(text);
            assert!(message.contains(part), "{message}");
        }
    }
}
