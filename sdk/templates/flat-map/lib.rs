//! Makes one record of each item of an order, keyed by the item.

use sandbar_sdk::{prelude::*, serde_json};

#[derive(Deserialize)]
struct Order {
    order: u64,
    items: Vec<String>,
}

#[derive(Serialize)]
struct Line<'a> {
    order: u64,
    item: &'a str,
}

/// Makes one record of each item of an order, keyed by the item.
#[operator]
fn my_operator(record: Record, out: &mut Output) -> Result<(), serde_json::Error> {
    let order: Order = json::read(record.value)?;
    for item in &order.items {
        let line = serde_json::to_string(&Line { order: order.order, item })?;
        out.emit_record(item, &line, record.timestamp);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn every_item_is_a_record_under_its_own_key() {
        let orders = [r#"{"order":7,"items":["bolt","nut"]}"#, r#"{"order":8,"items":[]}"#];
        let outcome = testing::run(super::native(), "{}", orders).unwrap();
        assert_eq!(outcome.keys("out"), ["bolt", "nut"]);
        assert_eq!(outcome.values("out")[1], r#"{"order":7,"item":"nut"}"#);
    }
}
