//! What functions marked `#[map]`, `#[filter]` and `#[flat_map]` may return, and how it leaves: in place of the record
//! that came, by the one output port. An error rejects the record.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use crate::{Json, Output, Record};

/// What a record can become: a value, `(key, value)`, a whole [`Record`], and an `Option` or `Result` of these. A value
/// leaves with the key, timestamp and headers of the record that came.
#[diagnostic::on_unimplemented(
    message = "a record cannot become `{Self}`",
    label = "not a value, not `(key, value)`, not a `Record`",
    note = "return `Json<T>` with a `T: Serialize`, a text or bytes; `(key, value)`; a `Record`; or an `Option` or `Result` of one",
    note = "`#[flat_map]` returns anything that iterates over these, or a `Result` of it"
)]
pub trait Leaves {
    fn leave(self, out: &mut Output<'_>);
}

/// What a record's value can be made of.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the value of a record",
    label = "not `Json<T>`, text or bytes",
    note = "wrap what is to be written as JSON: `Json(value)`, with `#[derive(Serialize)]` on its type"
)]
pub trait Value {
    /// Leaves under `key`, or under that of the current record.
    fn send(self, key: Option<&[u8]>, out: &mut Output<'_>);
}

impl<T: Serialize> Value for Json<T> {
    #[inline]
    fn send(self, key: Option<&[u8]>, out: &mut Output<'_>) {
        match key {
            Some(key) => out.emit_json_keyed(key, &self.0),
            None => out.emit_json(&self.0),
        }
    }
}

impl<T: Serialize> Leaves for Json<T> {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        self.send(None, out);
    }
}

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl Value for $text {
            #[inline]
            fn send(self, key: Option<&[u8]>, out: &mut Output<'_>) {
                let bytes: &[u8] = self.as_ref();
                match key {
                    Some(key) => out.emit_keyed(key, bytes),
                    None => out.emit(bytes),
                }
            }
        }

        impl Leaves for $text {
            #[inline]
            fn leave(self, out: &mut Output<'_>) {
                self.send(None, out);
            }
        }
    )*};
}

texts!(&str, String, &[u8], Vec<u8>);

/// Text that is copied only where it had to change.
impl Value for Cow<'_, str> {
    #[inline]
    fn send(self, key: Option<&[u8]>, out: &mut Output<'_>) {
        (*self).send(key, out);
    }
}

impl Leaves for Cow<'_, str> {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        (*self).send(None, out);
    }
}

/// A value under a key of its own.
impl<K: AsRef<[u8]>, V: Value> Leaves for (K, V) {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        self.1.send(Some(self.0.as_ref()), out);
    }
}

/// The record as it is given, to the last header.
impl Leaves for Record<'_> {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        out.push(self);
    }
}

/// `None` drops the record.
impl<T: Leaves> Leaves for Option<T> {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        if let Some(what) = self {
            what.leave(out);
        }
    }
}

/// An error rejects the record.
impl<T: Leaves, E: fmt::Display> Leaves for Result<T, E> {
    #[inline]
    fn leave(self, out: &mut Output<'_>) {
        match self {
            Ok(what) => what.leave(out),
            Err(reason) => out.reject(reason),
        }
    }
}

/// Sends each of `several`.
#[inline]
pub fn leave_all<I: IntoIterator<Item: Leaves>>(several: I, out: &mut Output<'_>) {
    for what in several {
        what.leave(out);
    }
}

/// Sends each of `several`; an error rejects the record.
#[inline]
pub fn leave_all_or_reject<I: IntoIterator<Item: Leaves>, E: fmt::Display>(
    several: Result<I, E>,
    out: &mut Output<'_>,
) {
    match several {
        Ok(several) => leave_all(several, out),
        Err(reason) => out.reject(reason),
    }
}

/// Whether a `#[filter]` keeps its record: a `bool`, or a `Result<bool, E>` whose error rejects it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say whether the record is kept",
    label = "not `bool`, not `Result<bool, E>`",
    note = "to send something else than the record that came, write `#[map]`"
)]
pub trait Keeps {
    fn keep(self, out: &mut Output<'_>);
}

impl Keeps for bool {
    #[inline]
    fn keep(self, out: &mut Output<'_>) {
        if self {
            out.forward();
        }
    }
}

impl<E: fmt::Display> Keeps for Result<bool, E> {
    #[inline]
    fn keep(self, out: &mut Output<'_>) {
        match self {
            Ok(kept) => kept.keep(out),
            Err(reason) => out.reject(reason),
        }
    }
}
