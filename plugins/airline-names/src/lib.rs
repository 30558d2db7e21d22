//! Adds the name of the airline to each flight, from a table given as a parameter. What else is in the record is kept as
//! it is, in its order, without being parsed.

use std::collections::BTreeMap;

use sandbar_sdk::prelude::*;

// recipe: enrich
#[derive(Parameters)]
struct Airlines {
    /// Names by carrier code.
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Flight<'a> {
    carrier: &'a str,
}

/// Adds the field `airline` to each flight; null for a carrier that is not in the table.
#[operator]
fn airline_names(airlines: &Airlines, record: Record, out: &mut Output) -> Result<(), Failure> {
    let flight: Flight = serde_json::from_slice(record.value)?;
    let name = serde_json::to_string(&airlines.names.get(flight.carrier))?;
    // A struct is read from a list too; only an object takes another member.
    let members = record.value.trim_ascii_end().strip_suffix(b"}");
    let members = members.ok_or_else(|| Failure::new("a flight must be a JSON object"))?;
    out.emit([members, b",\"airline\":", name.as_bytes(), b"}"].concat());
    Ok(())
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    const PARAMETERS: &str = r#"{"names":{"UA":"United \"Air\" Lines"}}"#;

    #[test]
    fn the_name_is_added_and_the_rest_is_kept() {
        let records = [r#"{"carrier":"UA", "flight":1545}"#, r#"{"carrier":"XX"}"#];
        let outcome = testing::run(super::native(), PARAMETERS, records).unwrap();
        assert_eq!(
            outcome.values("out"),
            [
                r#"{"carrier":"UA", "flight":1545,"airline":"United \"Air\" Lines"}"#,
                r#"{"carrier":"XX","airline":null}"#,
            ]
        );
    }

    #[test]
    fn a_record_that_is_no_object_is_rejected() {
        let outcome = testing::run(super::native(), PARAMETERS, [r#"["UA"]"#, "{}"]).unwrap();
        assert_eq!(outcome.rejected.len(), 2);
    }

    #[test]
    fn the_table_is_required() {
        let failure = testing::run(super::native(), "{}", ["{}"]).unwrap_err();
        assert!(failure.message.starts_with("parameter names is missing"), "{failure}");
    }
}
