//! Tokens: issued, shown to the host again, and taken back. Only their hashes are kept.

use std::rc::Rc;

use sandbar_control::{
    Code, Problem, Scope, Token, TokenId, keys,
    record::{self, Record as _},
};
use sandbar_store::{Expect, Write, metadata};

use super::{Grant, Tenancy, problem};
use crate::environment;

/// Most tokens: listing them takes one message.
const TOKENS_MAX: usize = 10_000;

/// Longest label, in bytes.
const LABEL_BYTES_MAX: usize = 63;

/// A token that was made just now. It can be shown this once.
#[derive(Debug)]
pub struct Issued {
    pub id: TokenId,
    pub token: Token,
}

impl Tenancy {
    /// Makes a token. `expires` is in milliseconds since the Unix epoch; 0: never.
    ///
    /// # Errors
    /// `not-found` if there is no such tenant; `invalid` for a bad label or a time that is over.
    pub async fn issue(&self, scope: Scope, label: &str, expires: i64) -> Result<Issued, Problem> {
        check_label(label)?;
        let now = self.clock.now_ms();
        if expires != 0 && expires <= now {
            return Err(Problem::invalid(format!(
                "the token would have expired: {expires} is over"
            ))
            .help("give a time in milliseconds since 1970 that is still to come, or 0 for never"));
        }
        if let Scope::Tenant(tenant) = &scope {
            self.tenant(tenant).await?;
        }
        let tokens = self.tokens().await?.len();
        if tokens >= TOKENS_MAX {
            let message = format!("there are {tokens} tokens, and may be {TOKENS_MAX}");
            return Err(Problem::new(Code::Quota, message).help("revoke those that nobody uses"));
        }
        let mut random = [0; 32];
        let failed = |error| Problem::unavailable(format!("the system has no randomness: {error}"));
        environment::fill_random(&mut random).map_err(failed)?;
        let token = Token::mint(random);
        let hash = token.hash(&self.key);
        let id = hash.id();
        let label = label.to_owned();
        let record = record::Token { id: id.clone(), scope, label, created: now, expires };
        let key = keys::token(&hash);
        let write = Write::put(&key, record.encode());
        let committed = self.metadata.commit(&[Expect::absent(&key)], &[write]).await;
        committed.map_err(|error| problem(&error))?;
        Ok(Issued { id, token })
    }

    /// What the holder of the token `shown` may do.
    ///
    /// # Errors
    /// `unauthenticated`: the same for all that is no good token.
    pub async fn authenticate(&self, shown: &str) -> Result<Rc<Grant>, Problem> {
        let token = Token::parse(shown)?;
        let key = keys::token(&token.hash(&self.key));
        let entry = self.metadata.get(&key).await.map_err(|error| problem(&error))?;
        let entry = entry.ok_or_else(Problem::unauthenticated)?;
        let record = record::Token::decode(&entry.value)?;
        record.admit(self.clock.now_ms())?;
        // Nothing waits between the look-up and this but what was just awaited: a token that is revoked meanwhile
        // is looked for once more.
        let grant = self.live.add(record, Rc::clone(&self.clock));
        match self.metadata.get(&key).await.map_err(|error| problem(&error))? {
            Some(_) => Ok(grant),
            None => Err(Problem::unauthenticated()),
        }
    }

    /// All tokens, by id.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn tokens(&self) -> Result<Vec<record::Token>, Problem> {
        let entries = self.metadata.scan(keys::TOKENS).await.map_err(|error| problem(&error))?;
        entries.iter().map(|(_, entry)| record::Token::decode(&entry.value)).collect()
    }

    /// Whether there is a token for an operator that still holds.
    ///
    /// # Errors
    /// If the metadata cannot be read.
    pub async fn has_operator(&self) -> Result<bool, Problem> {
        let now = self.clock.now_ms();
        let holds =
            |token: &record::Token| token.scope == Scope::Operator && token.admit(now).is_ok();
        Ok(self.tokens().await?.iter().any(holds))
    }

    /// Takes a token back. What was reached with it is useless once this returns.
    ///
    /// # Errors
    /// `not-found`; `conflict` for the last one of an operator.
    pub async fn revoke(&self, id: &TokenId) -> Result<(), Problem> {
        let found = self.metadata.scan(&keys::token_by_id(id)).await;
        let found = found.map_err(|error| problem(&error))?.into_iter().next();
        let unknown = || {
            Problem::not_found(format!("there is no token `{id}`"))
                .help("`sandbar tokens` lists them")
        };
        let (key, entry) = found.ok_or_else(unknown)?;
        let record = record::Token::decode(&entry.value)?;
        let now = self.clock.now_ms();
        if record.scope == Scope::Operator {
            let others = self.tokens().await?.into_iter().filter(|token| token.id != *id);
            let mut holding = others.filter(|token| token.admit(now).is_ok());
            if !holding.any(|token| token.scope == Scope::Operator) {
                return Err(Problem::conflict(format!(
                    "`{id}` is the last token of an operator: nobody could look after the cluster"
                ))
                .help("issue another one first"));
            }
        }
        let expects = [Expect::unchanged(&key, entry.revision)];
        match self.metadata.commit(&expects, &[Write::delete(&key)]).await {
            Ok(_) => {}
            Err(metadata::Error::Conflict { .. }) => return Err(unknown()),
            Err(error) => return Err(problem(&error)),
        }
        self.live.revoke(id);
        Ok(())
    }
}

/// Labels stand in the audit log and on terminals.
fn check_label(label: &str) -> Result<(), Problem> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b" ._@+-".contains(&byte);
    let is_label = (1..=LABEL_BYTES_MAX).contains(&label.len()) && label.bytes().all(allowed);
    is_label.then_some(()).ok_or_else(|| {
        let help = format!("use 1 to {LABEL_BYTES_MAX} of A-Z, a-z, 0-9, space and . _ @ + -");
        Problem::invalid("bad label of a token").help(help)
    })
}
