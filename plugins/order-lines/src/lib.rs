//! Makes one record of each line of an order: an array becomes as many records as it has elements.

use sandbar_sdk::prelude::*;

// recipe: flat-map
#[derive(Deserialize)]
struct Order<'a> {
    order: u64,
    #[serde(borrow)]
    lines: Vec<Item<'a>>,
}

#[derive(Deserialize)]
struct Item<'a> {
    article: &'a str,
    count: u32,
}

#[derive(Serialize)]
struct Line<'a> {
    order: u64,
    line: usize,
    article: &'a str,
    count: u32,
}

/// One record for each line of an order, keyed by the article.
#[flat_map]
fn order_lines(Json(order): Json<Order<'_>>) -> impl Iterator<Item = (&str, Json<Line<'_>>)> {
    order.lines.into_iter().zip(1..).map(move |(Item { article, count }, line)| {
        (article, Json(Line { order: order.order, line, article, count }))
    })
}
// end of recipe

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn every_line_is_a_record_under_its_article_and_an_empty_order_is_none() {
        let orders = [
            r#"{"order":7,"lines":[{"article":"bolt","count":20},{"article":"nut","count":10}]}"#,
            r#"{"order":8,"lines":[]}"#,
            r#"{"order":9,"lines":[{"article":"bolt"}]}"#,
        ];
        let outcome = testing::run(super::native(), "{}", orders).unwrap();
        assert_eq!(outcome.keys("out"), ["bolt", "nut"]);
        let line = r#"{"order":7,"line":2,"article":"nut","count":10}"#;
        assert_eq!(outcome.values("out")[1], line);
        assert_eq!(outcome.rejected[0].row, 2);
    }
}
