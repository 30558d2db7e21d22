//! Tokens: 32 random bytes that their holder shows and of which only a keyed hash is kept. A token is found by looking
//! its hash up: how long that takes tells nothing about the tokens that exist, for nobody can choose a hash.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::{Code, Problem, TenantName};

/// Tells a token from any other secret, for people and for scanners of source code.
const PREFIX: &str = "sbt_";

const BYTES: usize = 32;

/// Bytes of a hash that make the id: two tokens of one id come after some billions of tokens.
const ID_BYTES: usize = 8;

/// A secret that stands for an authority.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; BYTES]);

/// The key under which tokens are hashed: of this cluster, beside the metadata and not in it.
#[derive(Clone)]
pub struct TokenKey([u8; BYTES]);

/// What is kept of a token, and by which it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenHash([u8; BYTES]);

/// What people call a token by: the beginning of its hash, 16 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TokenId(String);

/// What a token gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    Tenant(TenantName),
    Operator,
}

impl Token {
    /// A token of random bytes that were never used for another.
    pub fn mint(random: [u8; BYTES]) -> Self {
        Self(random)
    }

    /// The token that `text` writes out.
    ///
    /// # Errors
    /// `unauthenticated`, if that is none. What was wrong with it is not told, nor is it shown.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let bytes = text.strip_prefix(PREFIX).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(refused)
    }

    /// As its holder writes it. The only way to it.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(self.0))
    }

    pub fn hash(&self, key: &TokenKey) -> TokenHash {
        TokenHash(*blake3::keyed_hash(&key.0, &self.0).as_bytes())
    }
}

impl TokenKey {
    pub fn new(random: [u8; BYTES]) -> Self {
        Self(random)
    }
}

impl TokenHash {
    pub fn id(&self) -> TokenId {
        TokenId(hexadecimal(&self.0[..ID_BYTES]))
    }
}

impl TokenId {
    /// Takes `text` for an id.
    ///
    /// # Errors
    /// `invalid`, if it is none.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 2 * ID_BYTES && text.bytes().all(is_digit) {
            return Ok(Self(text.to_owned()));
        }
        let shown = crate::name::shown(text);
        Err(Problem::invalid(format!("{shown} is not the id of a token"))
            .help("an id is 16 hexadecimal digits; `sandbar tokens` lists them"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl crate::record::Token {
    /// Whether the token still holds at the time `now`.
    ///
    /// # Errors
    /// `unauthenticated`, as for a token that never was.
    pub fn admit(&self, now: i64) -> Result<(), Problem> {
        if self.expires != 0 && self.expires <= now { Err(refused()) } else { Ok(()) }
    }
}

/// The one answer to all tokens that are not good.
pub(crate) fn refused() -> Problem {
    Problem::new(Code::Unauthenticated, "the token is not known here, has expired or was revoked")
        .help("ask whoever runs the cluster for a token, then `sandbar login`")
}

impl Problem {
    /// The one answer to all tokens that are not good.
    pub fn unauthenticated() -> Self {
        refused()
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token")
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenKey")
    }
}

impl fmt::Display for TokenHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hexadecimal(&self.0))
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl TryFrom<String> for TokenId {
    type Error = Problem;

    fn try_from(text: String) -> Result<Self, Problem> {
        Self::parse(&text)
    }
}

impl From<TokenId> for String {
    fn from(id: TokenId) -> Self {
        id.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_written_and_read() {
        let token = Token::mint([0xfb; BYTES]);
        let text = token.reveal();
        assert!(text.starts_with("sbt_-_v7"), "{text}");
        assert_eq!(text.len(), 47);
        assert_eq!(Token::parse(&text).unwrap(), token);
        assert_eq!(format!("{token:?}"), "Token");
    }

    #[test]
    fn whatever_is_no_token_gets_the_same_answer_and_is_not_repeated() {
        let good = Token::mint([7; BYTES]).reveal();
        let short = &good[..good.len() - 1];
        let long = format!("{good}A");
        let upper = good.replacen("sbt_", "SBT_", 1);
        let padded = format!("{good}=");
        for bad in ["", "sbt_", "secret", short, &long, &upper, &padded, &good[4..], " "] {
            let problem = Token::parse(bad).unwrap_err();
            assert_eq!(problem, Problem::unauthenticated());
        }
    }

    #[test]
    fn hashes_depend_on_the_key_and_ids_are_their_beginnings() {
        let (one, two) = (TokenKey::new([1; BYTES]), TokenKey::new([2; BYTES]));
        let token = Token::mint([7; BYTES]);
        assert_ne!(token.hash(&one), token.hash(&two));
        assert_ne!(token.hash(&one), Token::mint([8; BYTES]).hash(&one));
        let hash = token.hash(&one);
        assert!(hash.to_string().starts_with(hash.id().as_str()));
        assert!(crate::keys::token(&hash).starts_with(&crate::keys::token_by_id(&hash.id())));
        TokenId::parse(hash.id().as_str()).unwrap();
        TokenId::parse("../../../../etc/").unwrap_err();
    }

    #[test]
    fn a_token_expires_at_its_time() {
        let hash = Token::mint([7; BYTES]).hash(&TokenKey::new([1; BYTES]));
        let token = |expires| crate::record::Token {
            id: hash.id(),
            scope: Scope::Operator,
            label: "me".to_owned(),
            created: 0,
            expires,
        };
        token(0).admit(i64::MAX).unwrap();
        token(100).admit(99).unwrap();
        assert_eq!(token(100).admit(100).unwrap_err().code, Code::Unauthenticated);
    }
}
