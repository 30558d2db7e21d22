//! Takes personal fields out of JSON records, at any depth, before they leave for somebody who need not see them.

use sandbar_sdk::prelude::*;
use serde_json::Value;

// recipe: redact
#[derive(Parameters)]
struct Personal {
    /// Fields whose values are replaced by `***`, wherever they stand.
    #[parameter(default = ["name", "email", "phone"])]
    mask: Vec<String>,
    /// Fields that are left out.
    #[parameter(default = [])]
    remove: Vec<String>,
}

impl Personal {
    fn redact(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.redact(item)),
            Value::Object(fields) => {
                fields.retain(|name, _| !self.remove.contains(name));
                for (name, value) in fields {
                    match self.mask.contains(name) {
                        true => *value = Value::from("***"),
                        false => self.redact(value),
                    }
                }
            }
            _ => {}
        }
    }
}

/// Masks and removes personal fields; what is no JSON object is rejected, never passed on as it is.
#[map]
fn redact(personal: &Personal, Json(mut value): Json<Value>) -> Result<Json<Value>, &'static str> {
    if !value.is_object() {
        return Err("a record must be a JSON object: only fields are masked");
    }
    personal.redact(&mut value);
    Ok(Json(value))
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn fields_are_masked_and_removed_at_any_depth() {
        let parameters = r#"{"mask":["email"],"remove":["ip"]}"#;
        let records = [
            r#"{"ip":"10.0.0.1","user":{"email":"a@b.c","id":7},"cc":[{"email":["x","y"]}]}"#,
            r#""a@b.c""#,
            "a@b.c",
        ];
        let outcome = testing::run(super::native(), parameters, records).unwrap();
        let expected = r#"{"cc":[{"email":"***"}],"user":{"email":"***","id":7}}"#;
        assert_eq!(outcome.values("out"), [expected]);
        assert_eq!(outcome.rejected.iter().map(|r| r.row).collect::<Vec<_>>(), [1, 2]);
        assert!(outcome.rejected.iter().all(|r| !r.reason.contains("a@b.c")));
    }
}
