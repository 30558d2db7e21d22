//! The short path in: a `serde` deserializer over text that takes only what it reads exactly as `serde_json` does, and
//! gives up on the rest without saying why. Floats are read exactly, as `serde_json` does with `float_roundtrip`.

use serde::Deserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Unsupported, plain};

/// Well below the depth at which `serde_json` refuses, so that it is the one to refuse.
const DEPTH_MAX: u8 = 100;

/// Reads one value from all of `text`.
#[inline]
pub(super) fn whole<'de, S: DeserializeSeed<'de>>(
    text: &'de str,
    seed: S,
) -> Result<S::Value, Unsupported> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = seed.deserialize(&mut reader)?;
    if reader.peek() == END { Ok(value) } else { Err(Unsupported) }
}

/// Stands for the end of the text: no JSON outside of strings has this byte.
const END: u8 = 0;

struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth: u8,
}

impl<'de> Reader<'de> {
    /// The next byte that is not white space; a NUL in the text ends it too, which leaves the rest to `serde_json`
    /// because the position is then not the end.
    #[inline]
    fn peek(&mut self) -> u8 {
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => self.peek_behind_space(),
        }
    }

    /// Apart from `peek`, which has no loop so.
    #[cold]
    fn peek_behind_space(&mut self) -> u8 {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(&END) => return u8::MAX,
                Some(&byte) => return byte,
                None => return END,
            }
        }
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Result<(), Unsupported> {
        if self.peek() != byte {
            return Err(Unsupported);
        }
        self.at += 1;
        Ok(())
    }

    #[inline]
    fn literal(&mut self, literal: &str) -> Result<(), Unsupported> {
        if !self.text.as_bytes()[self.at..].starts_with(literal.as_bytes()) {
            return Err(Unsupported);
        }
        self.at += literal.len();
        Ok(())
    }

    /// The text of a string without escapes; its opening quote is next.
    #[inline]
    fn string(&mut self) -> Result<&'de str, Unsupported> {
        let start = self.at + 1;
        let end = start + plain(self.text.as_bytes().get(start..).ok_or(Unsupported)?);
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return Err(Unsupported);
        }
        self.at = end + 1;
        self.text.get(start..end).ok_or(Unsupported)
    }

    /// Digits as a number, and how many there are.
    #[inline]
    fn digits(&mut self) -> Result<(u64, usize), Unsupported> {
        let start = self.at;
        let mut number: u64 = 0;
        if let Some(eight) = self.text.as_bytes()[start..].first_chunk().and_then(eight_digits) {
            number = eight;
            self.at += 8;
        }
        while let Some(digit) =
            self.text.as_bytes().get(self.at).map(|byte| byte.wrapping_sub(b'0'))
        {
            if digit > 9 {
                break;
            }
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            self.at += 1;
        }
        if self.at == start { Err(Unsupported) } else { Ok((number, self.at - start)) }
    }

    #[inline]
    fn number(&mut self) -> Result<Number, Unsupported> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let negative = bytes.get(start) == Some(&b'-');
        self.at += usize::from(negative);
        let leading_zero = bytes.get(self.at) == Some(&b'0');
        let (number, digits) = self.digits()?;
        // Eighteen digits fit any of the types. Minus zero is a float.
        if (leading_zero && digits > 1) || digits > 18 {
            return Err(Unsupported);
        }
        match bytes.get(self.at) {
            Some(b'.' | b'e' | b'E') => self.float(start),
            _ if negative && number == 0 => Err(Unsupported),
            _ if negative => Ok(Number::Negative(-(number as i64))),
            _ => Ok(Number::Positive(number)),
        }
    }

    /// The rest of a number with a fraction or an exponent.
    fn float(&mut self, start: usize) -> Result<Number, Unsupported> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = bytes.get(self.at) {
            self.at += 1;
            self.at += usize::from(matches!(bytes.get(self.at), Some(b'+' | b'-')));
            self.digits()?;
        }
        let number = self.text.get(start..self.at).and_then(|number| number.parse().ok());
        number.filter(|number: &f64| number.is_finite()).map(Number::Float).ok_or(Unsupported)
    }

    /// Skips one value, checking it as if it were read.
    fn skip(&mut self) -> Result<(), Unsupported> {
        match self.peek() {
            b'"' => self.string().map(|_| ()),
            b'-' | b'0'..=b'9' => self.number().map(|_| ()),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            b'{' => self.nested(|reader| {
                let mut first = true;
                while reader.next_key(&mut first)?.is_some() {
                    reader.expect(b':')?;
                    reader.skip()?;
                }
                Ok(())
            }),
            b'[' => self.nested(|reader| {
                let mut first = true;
                while reader.next_element(&mut first)? {
                    reader.skip()?;
                }
                Ok(())
            }),
            _ => Err(Unsupported),
        }
    }

    /// Runs `read` behind an opening bracket.
    #[inline]
    fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Unsupported>,
    ) -> Result<T, Unsupported> {
        if self.depth == DEPTH_MAX {
            return Err(Unsupported);
        }
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    /// The next name in an object, or none behind its closing bracket.
    #[inline]
    fn next_key(&mut self, first: &mut bool) -> Result<Option<&'de str>, Unsupported> {
        if !self.another(first, b'}')? {
            return Ok(None);
        }
        match self.peek() {
            b'"' => self.string().map(Some),
            _ => Err(Unsupported),
        }
    }

    /// Whether a list goes on; if not, its closing bracket is behind.
    #[inline]
    fn next_element(&mut self, first: &mut bool) -> Result<bool, Unsupported> {
        self.another(first, b']')
    }

    #[inline]
    fn another(&mut self, first: &mut bool, close: u8) -> Result<bool, Unsupported> {
        let next = self.peek();
        if next == close {
            self.at += 1;
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.expect(b',')?;
        }
        Ok(true)
    }
}

/// The number that eight bytes are, if all of them are digits. Neighbours are joined three times: to numbers below 100,
/// below 10,000, and to the whole.
#[inline]
fn eight_digits(bytes: &[u8; 8]) -> Option<u64> {
    const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);
    let bytes = u64::from_le_bytes(*bytes);
    // A digit has the high half 3, also after adding 6.
    let high_halves = (bytes | bytes.wrapping_add(0x0606_0606_0606_0606)) & 0xf0f0_f0f0_f0f0_f0f0;
    if high_halves != ZEROS || bytes & 0xf0f0_f0f0_f0f0_f0f0 != ZEROS {
        return None;
    }
    let digits = bytes - ZEROS;
    let pairs = (digits.wrapping_mul(10) + (digits >> 8)) & 0x00ff_00ff_00ff_00ff;
    let fours = (pairs.wrapping_mul(100) + (pairs >> 16)) & 0x0000_ffff_0000_ffff;
    Some((fours.wrapping_mul(10_000) + (fours >> 32)) & 0xffff_ffff)
}

enum Number {
    Positive(u64),
    Negative(i64),
    Float(f64),
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unsupported;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        match self.peek() {
            b'"' => visitor.visit_borrowed_str(self.string()?),
            b'-' | b'0'..=b'9' => match self.number()? {
                Number::Positive(number) => visitor.visit_u64(number),
                Number::Negative(number) => visitor.visit_i64(number),
                Number::Float(number) => visitor.visit_f64(number),
            },
            b't' => self.literal("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.literal("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.literal("null").and_then(|()| visitor.visit_unit()),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.nested(|reader| {
                let mut list = Nested { reader, first: true, ended: false };
                let value = visitor.visit_seq(&mut list)?;
                if list.ended || !list.reader.next_element(&mut list.first)? {
                    Ok(value)
                } else {
                    Err(Unsupported)
                }
            }),
            _ => Err(Unsupported),
        }
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        if self.peek() != b'{' {
            return Err(Unsupported);
        }
        self.nested(|reader| {
            let mut object = Nested { reader, first: true, ended: false };
            let value = visitor.visit_map(&mut object)?;
            if object.ended || object.reader.next_key(&mut object.first)?.is_none() {
                Ok(value)
            } else {
                Err(Unsupported)
            }
        })
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unsupported> {
        self.deserialize_map(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        if self.peek() == b'n' {
            self.literal("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unsupported> {
        // `serde_json` has types of its own that it knows by such a name.
        if name.starts_with('$') { Err(Unsupported) } else { visitor.visit_newtype_struct(self) }
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    /// Rounding to an `f64` first can end at the wrong neighbour, so `serde_json` does not, either.
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        if !matches!(self.peek(), b'-' | b'0'..=b'9') {
            return self.deserialize_any(visitor);
        }
        let start = self.at;
        match self.number()? {
            Number::Positive(number) => visitor.visit_u64(number),
            Number::Negative(number) => visitor.visit_i64(number),
            Number::Float(_) => {
                let number = self.text.get(start..self.at).and_then(|number| number.parse().ok());
                let number = number.filter(|number: &f32| number.is_finite()).ok_or(Unsupported)?;
                visitor.visit_f64(number.into())
            }
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    fn deserialize_i128<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    fn deserialize_u128<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f64 char str string unit unit_struct seq tuple tuple_struct identifier
    }
}

/// The members of an object or the elements of a list.
struct Nested<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
    /// The closing bracket is behind.
    ended: bool,
}

impl<'de> MapAccess<'de> for &mut Nested<'_, 'de> {
    type Error = Unsupported;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unsupported> {
        match self.reader.next_key(&mut self.first)? {
            Some(key) => seed.deserialize(Key(key)).map(Some),
            None => {
                self.ended = true;
                Ok(None)
            }
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Unsupported> {
        self.reader.expect(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for &mut Nested<'_, 'de> {
    type Error = Unsupported;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unsupported> {
        if self.reader.next_element(&mut self.first)? {
            return seed.deserialize(&mut *self.reader).map(Some);
        }
        self.ended = true;
        Ok(None)
    }
}

/// The name of a member. `serde_json` reads numbers and more out of names; those are left to it.
struct Key<'de>(&'de str);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Unsupported;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsupported> {
        Err(Unsupported)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_borrowed_str(self.0)
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_borrowed_str(self.0)
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_borrowed_str(self.0)
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_borrowed_str(self.0)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum
    }
}
