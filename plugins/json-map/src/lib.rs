//! Reads JSON records into a struct, changes a field and writes them again. Texts are borrowed from the input: no
//! record allocates.

use sandbar_sdk::prelude::*;

#[derive(Deserialize, Serialize)]
struct Reading<'a> {
    id: u64,
    device: &'a str,
    ts: i64,
    v: i64,
    tag: &'a str,
    ok: bool,
}

/// Doubles the reading `v`.
#[operator]
fn json_map(Json(reading): Json<Reading>, out: &mut Output) -> Result<(), &'static str> {
    let v = reading.v.checked_mul(2).ok_or("twice v is out of the range of 64 bits")?;
    out.emit_json(&Reading { v, ..reading });
    Ok(())
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    fn reading(v: i64) -> String {
        format!(
            r#"{{"id":1000000000,"device":"sensor-00042","ts":1700000000000,"v":{v},"tag":"00ff","ok":true}}"#
        )
    }

    #[test]
    fn the_reading_is_doubled_and_the_rest_is_kept() {
        let outcome = testing::run(super::native(), "{}", [reading(17).as_str()]).unwrap();
        assert_eq!(outcome.values("out"), [reading(34)]);
    }

    #[test]
    fn a_reading_too_large_to_double_is_rejected() {
        let outcome = testing::run(super::native(), "{}", [reading(i64::MAX).as_str()]).unwrap();
        assert_eq!(outcome.values("out"), [""; 0]);
        assert_eq!(outcome.rejected[0].reason, "twice v is out of the range of 64 bits");
    }
}
