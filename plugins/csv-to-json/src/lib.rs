//! Turns lines of CSV into JSON objects, for lines that come one by one: a file with a header needs no plugin, the format
//! `csv` of its source reads it.

use csv_core::{ReadFieldResult, Reader};
use sandbar_sdk::prelude::*;
use serde_json::{Map, Number, Value};

// recipe: csv
#[derive(Parameters)]
struct Table {
    /// The names of the columns, in order.
    columns: Vec<String>,
    /// Those of them that are numbers; an empty field is null.
    #[parameter(default = [])]
    numbers: Vec<String>,
}

impl Table {
    fn value(&self, column: &str, field: &str) -> Result<Value, Failure> {
        match self.numbers.iter().any(|number| number == column) {
            false => Ok(field.into()),
            true if field.is_empty() => Ok(Value::Null),
            true => field
                .parse::<Number>()
                .map(Value::from)
                .map_err(|_| Failure::new(format!("{column} must be a number, and is {field:?}"))),
        }
    }
}

/// The fields of a line; `None` where a quote is not closed. A quoted field may have commas in it.
fn fields(line: &str) -> Option<Vec<String>> {
    let line = format!("{line}\n");
    let (mut reader, mut rest, mut text) = (Reader::new(), line.as_bytes(), vec![0; line.len()]);
    let mut fields = Vec::new();
    loop {
        let (result, read, written) = reader.read_field(rest, &mut text);
        let ReadFieldResult::Field { record_end } = result else { return None };
        fields.push(String::from_utf8_lossy(&text[..written]).into_owned());
        if record_end {
            return Some(fields);
        }
        rest = &rest[read..];
    }
}

/// Turns a line of CSV into an object.
#[map]
fn csv_to_json(table: &Table, line: &str) -> Result<Json<Map<String, Value>>, Failure> {
    let fields = fields(line).ok_or_else(|| Failure::new("the line is empty or ends in quotes"))?;
    let (found, wanted) = (fields.len(), table.columns.len());
    if found != wanted {
        return Err(Failure::new(format!("{found} fields, where {wanted} columns are declared")));
    }
    let pairs = table.columns.iter().zip(&fields);
    let pairs = pairs.map(|(column, field)| Ok((column.clone(), table.value(column, field)?)));
    pairs.collect::<Result<_, _>>().map(Json)
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn a_line_becomes_an_object_and_one_of_another_width_is_rejected() {
        let parameters = r#"{"columns":["code","name","fleet"],"numbers":["fleet"]}"#;
        let lines =
            [r#"AA,"American, Inc.",619"#, "B6,JetBlue,", "9E", "UA,United,many", "", "a,\"b"];
        let outcome = testing::run(super::native(), parameters, lines).unwrap();
        let expected = [
            r#"{"code":"AA","fleet":619,"name":"American, Inc."}"#,
            r#"{"code":"B6","fleet":null,"name":"JetBlue"}"#,
        ];
        assert_eq!(outcome.values("out"), expected);
        let reasons: Vec<&str> = outcome.rejected.iter().map(|r| r.reason.as_str()).collect();
        let expected = [
            "1 fields, where 3 columns are declared",
            r#"fleet must be a number, and is "many""#,
            "the line is empty or ends in quotes",
            "the line is empty or ends in quotes",
        ];
        assert_eq!(reasons, expected);
    }
}
