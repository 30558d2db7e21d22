//! JSON pointers (RFC 6901) looked up in one pass over a text: no tree of values is built, members that no pointer names
//! are only checked. Where several pointers are alternatives, the first whose value is there and not null wins.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

/// Deepest pointer: far below the parser's own limit of 128.
const TOKENS_MAX: usize = 32;

/// What is wrong with a pointer's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Malformed {
    #[error("`{0}` is no JSON pointer: it must begin with `/`, as in \"/{0}\"")]
    NoSlash(String),
    #[error("`{0}` is no JSON pointer: `~` must be followed by 0 or 1 (`~0` is `~`, `~1` is `/`)")]
    Escape(String),
    #[error("`{pointer}` is {tokens} levels deep and exceeds the limit of {TOKENS_MAX}")]
    TooDeep { pointer: String, tokens: usize },
}

/// Several groups of alternative pointers, merged by their common beginnings.
#[derive(Debug, Default)]
pub(super) struct Tree {
    root: Node,
}

/// The values found for one [`Tree`], as raw JSON: one place for each group.
pub(super) type Found<'de, const GROUPS: usize> = [Option<Hit<'de>>; GROUPS];

/// One found value and which of its group's alternatives it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'de> {
    pub(super) alternative: usize,
    pub(super) raw: &'de str,
}

#[derive(Debug, Default)]
struct Node {
    children: Vec<Child>,
    /// Group and alternative of the pointers that end here.
    ends: Vec<(usize, usize)>,
}

#[derive(Debug)]
struct Child {
    name: String,
    /// The name as an array index, if it is one.
    index: Option<usize>,
    node: Node,
}

/// The tokens of a pointer, unescaped.
pub(super) fn parse(pointer: &str) -> Result<Vec<String>, Malformed> {
    let Some(tokens) = pointer.strip_prefix('/') else {
        return Err(Malformed::NoSlash(pointer.to_owned()));
    };
    let tokens = tokens
        .split('/')
        .map(|token| unescape(token).ok_or_else(|| Malformed::Escape(pointer.to_owned())))
        .collect::<Result<Vec<_>, _>>()?;
    if tokens.len() > TOKENS_MAX {
        return Err(Malformed::TooDeep { pointer: pointer.to_owned(), tokens: tokens.len() });
    }
    Ok(tokens)
}

fn unescape(token: &str) -> Option<String> {
    let mut pieces = token.split('~');
    let mut unescaped = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (escaped, rest) = match piece.as_bytes().first()? {
            b'0' => ('~', &piece[1..]),
            b'1' => ('/', &piece[1..]),
            _ => return None,
        };
        unescaped.push(escaped);
        unescaped.push_str(rest);
    }
    Some(unescaped)
}

impl Tree {
    /// Adds `pointer` as alternative number `alternative` of `group`.
    pub(super) fn insert(
        &mut self,
        pointer: &str,
        group: usize,
        alternative: usize,
    ) -> Result<(), Malformed> {
        let mut node = &mut self.root;
        for token in parse(pointer)? {
            let at = node.children.iter().position(|child| child.name == token);
            let at = at.unwrap_or_else(|| {
                let canonical = token == "0" || !token.starts_with(['0', '+']);
                let index = token.parse().ok().filter(|_| canonical);
                node.children.push(Child { name: token, index, node: Node::default() });
                node.children.len() - 1
            });
            node = &mut node.children[at].node;
        }
        node.ends.push((group, alternative));
        Ok(())
    }

    /// Checks that `text` is one JSON value and finds what the pointers point to, in one pass.
    #[inline]
    pub(super) fn find<'de, const GROUPS: usize>(
        &self,
        text: &'de str,
    ) -> Result<Found<'de, GROUPS>, serde_json::Error> {
        let mut found = [None; GROUPS];
        let mut deserializer = serde_json::Deserializer::from_str(text);
        if self.root.children.is_empty() {
            deserializer.deserialize_ignored_any(IgnoredAny)?;
        } else {
            Walk { node: &self.root, found: &mut found }.deserialize(&mut deserializer)?;
        }
        deserializer.end()?;
        Ok(found)
    }
}

/// Walks one value whose members some pointers name.
struct Walk<'t, 'f, 'de> {
    node: &'t Node,
    found: &'f mut [Option<Hit<'de>>],
}

impl<'de> Walk<'_, '_, 'de> {
    /// Takes `raw` for the pointers that end at the node, and looks into it for those that go on.
    fn take(&mut self, raw: &'de str) -> Result<(), serde_json::Error> {
        for &(group, alternative) in &self.node.ends {
            let hit = &mut self.found[group];
            // A repeated member counts as in other parsers: the last one holds.
            if raw != "null" && hit.is_none_or(|hit| alternative <= hit.alternative) {
                *hit = Some(Hit { alternative, raw });
            }
        }
        if !self.node.children.is_empty() {
            let walk = Walk { node: self.node, found: &mut *self.found };
            walk.deserialize(&mut serde_json::Deserializer::from_str(raw))?;
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_, 'de> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(child) = members.next_key_seed(Name(&self.node.children))? {
            let Some(child) = child else {
                members.next_value::<IgnoredAny>()?;
                continue;
            };
            let mut walk = Walk { node: &child.node, found: &mut *self.found };
            if walk.node.ends.is_empty() {
                members.next_value_seed(walk)?;
            } else {
                let raw: &'de RawValue = members.next_value()?;
                walk.take(raw.get()).map_err(A::Error::custom)?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        for index in 0.. {
            let child = self.node.children.iter().find(|child| child.index == Some(index));
            let Some(child) = child else {
                if elements.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                continue;
            };
            let Some(raw) = elements.next_element::<&'de RawValue>()? else { break };
            let mut walk = Walk { node: &child.node, found: &mut *self.found };
            walk.take(raw.get()).map_err(A::Error::custom)?;
        }
        Ok(())
    }
}

/// Finds the child that a member's name belongs to, without an allocation.
struct Name<'t>(&'t [Child]);

impl<'de, 't> DeserializeSeed<'de> for Name<'t> {
    type Value = Option<&'t Child>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'t> Visitor<'_> for Name<'t> {
    type Value = Option<&'t Child>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member's name")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().find(|child| child.name == name))
    }
}
