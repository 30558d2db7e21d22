//! Splits texts into words: one record in, any number out, each keyed by its word.

use sandbar_sdk::prelude::*;

/// One record a word, keyed by the word in lower case.
#[operator]
fn words(record: Record, out: &mut Output) -> Result<(), std::str::Utf8Error> {
    let text = std::str::from_utf8(record.value)?;
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        let word = word.to_lowercase();
        out.emit_record(&word, &word, record.timestamp);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sandbar_sdk::testing;

    #[test]
    fn every_word_is_a_record_keyed_by_itself() {
        let outcome =
            testing::run(super::native(), "{}", ["To be, or not", "", "- To be!"]).unwrap();
        assert_eq!(outcome.values("out"), ["to", "be", "or", "not", "to", "be"]);
        assert_eq!(outcome.keys("out"), outcome.values("out"));
    }
}
