//! TOML text as a tree whose every key and value knows its place. The text may be anybody's: depth is limited and numbers
//! are checked here, once, so that the readers above see well-formed values only.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::diagnostic::{Place, Problems, quoted};

/// Deepest nesting of tables and lists; the deepest key of a pipeline file lies at half of it.
const DEPTH_MAX: usize = 10;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    Time,
    List(Vec<Item>),
    /// In the order of the file.
    Table(Vec<Entry>),
    /// Already reported.
    Invalid,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) key_place: Place,
    pub(crate) item: Item,
}

impl Value {
    /// For messages: what kind of value this is.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a text",
            Value::Integer(_) => "a whole number",
            Value::Number(_) => "a number with a point",
            Value::Boolean(_) => "true or false",
            Value::Time => "a date or time",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Invalid => "invalid",
        }
    }
}

/// Parses the whole of `content`, which is text number `text`. What cannot be read is left out and a problem.
pub(crate) fn parse(text: usize, content: &str, problems: &mut Problems) -> Vec<Entry> {
    let (table, errors) = DeTable::parse_recoverable(content);
    for error in &errors {
        let span = error.span().unwrap_or(content.len()..content.len());
        problems.recovered = true;
        let message = match (error.message(), content.get(span.clone())) {
            ("duplicate key", Some(key)) => format!("duplicate key {}", quoted(key)),
            (message, _) => message.to_owned(),
        };
        problems.error(Place::new(text, span), message);
    }
    let mut conversion = Conversion { text, offset: 0, problems };
    conversion.table(table.into_inner(), 1)
}

/// Parses one value that stands at byte `offset` of text number `text`; `None` if it is none.
pub(crate) fn parse_value(
    text: usize,
    offset: usize,
    content: &str,
    problems: &mut Problems,
) -> Option<Item> {
    let value = DeValue::parse(content).ok()?;
    Some(Conversion { text, offset, problems }.item(value, 1))
}

struct Conversion<'p> {
    text: usize,
    offset: usize,
    problems: &'p mut Problems,
}

impl Conversion<'_> {
    fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::new(self.text, span.start + self.offset..span.end + self.offset)
    }

    fn table(&mut self, table: DeTable<'_>, depth: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = table
            .into_iter()
            .map(|(key, value)| Entry {
                key_place: self.place(key.span()),
                key: key.into_inner().into_owned(),
                item: self.item(value, depth + 1),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_place);
        entries
    }

    fn item(&mut self, value: Spanned<DeValue<'_>>, depth: usize) -> Item {
        let place = self.place(value.span());
        let value = match value.into_inner() {
            DeValue::Array(_) | DeValue::Table(_) if depth > DEPTH_MAX => {
                let message = format!("tables and lists are nested deeper than {DEPTH_MAX} levels");
                self.problems.error(place, message);
                Value::Invalid
            }
            DeValue::String(text) => Value::Text(text.into_owned()),
            DeValue::Integer(integer) => {
                match i64::from_str_radix(integer.as_str(), integer.radix()) {
                    Ok(integer) => Value::Integer(integer),
                    Err(_) => self.invalid(place, "the whole number does not fit 64 bits"),
                }
            }
            DeValue::Float(number) => match number.as_str().parse::<f64>() {
                Ok(number) if number.is_finite() => Value::Number(number),
                _ => self.invalid(place, "the number is not finite"),
            },
            DeValue::Boolean(boolean) => Value::Boolean(boolean),
            DeValue::Datetime(_) => Value::Time,
            DeValue::Array(items) => {
                Value::List(items.into_iter().map(|item| self.item(item, depth + 1)).collect())
            }
            DeValue::Table(table) => Value::Table(self.table(table, depth)),
        };
        Item { place, value }
    }

    fn invalid(&mut self, place: Place, message: &str) -> Value {
        self.problems.error(place, message);
        Value::Invalid
    }
}
