//! The short path out: a `serde` serializer for texts, integers, options, lists and objects named by texts. The rest is
//! left to `serde_json`, value by value where that can be.

use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use super::{Unsupported, copy_plain};

/// Where the text is written: beyond what the vector had, into bytes that are there already. So a small piece is a store
/// or two, where appending to a vector would be a call.
pub(super) struct Sink<'w> {
    bytes: &'w mut Vec<u8>,
    /// The end of what is written.
    at: usize,
}

/// The vector grows by this at least: so little is a few stores, where more would be a call.
const GROWTH: [u8; 64] = [0; 64];

impl<'w> Sink<'w> {
    pub(super) fn new(bytes: &'w mut Vec<u8>) -> Self {
        let at = bytes.len();
        Self { bytes, at }
    }

    /// Gives the vector back its true length.
    pub(super) fn finish(self) {
        self.bytes.truncate(self.at);
    }

    /// At least `bytes` bytes to write to.
    #[inline]
    fn room(&mut self, bytes: usize) -> &mut [u8] {
        let end = self.at + bytes;
        if end > self.bytes.len() {
            self.grow(end);
        }
        &mut self.bytes[self.at..end]
    }

    fn grow(&mut self, end: usize) {
        self.bytes.extend_from_slice(&GROWTH);
        if end > self.bytes.len() {
            self.bytes.resize(end, 0);
        }
    }

    #[inline]
    fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        self.room(N).copy_from_slice(&bytes);
        self.at += N;
    }

    /// The separator before a member or an element: none before the first.
    #[inline]
    fn separate(&mut self, first: &mut bool) {
        if !std::mem::take(first) {
            self.put([b',']);
        }
    }

    /// A text in quotes.
    #[inline]
    fn text(&mut self, text: &str) -> Result<(), Unsupported> {
        let room = self.room(text.len() + 2);
        room[0] = b'"';
        if !copy_plain(&mut room[1..=text.len()], text.as_bytes()) {
            return self.delegate(text);
        }
        room[text.len() + 1] = b'"';
        self.at += text.len() + 2;
        Ok(())
    }

    #[inline]
    fn number(&mut self, number: u64) {
        const EIGHT: u64 = 100_000_000;
        if number < EIGHT {
            self.leading_digits(number);
        } else if number < EIGHT * EIGHT {
            self.leading_digits(number / EIGHT);
            self.put(eight_digits(number % EIGHT).to_le_bytes());
        } else {
            self.leading_digits(number / EIGHT / EIGHT);
            self.put(eight_digits(number / EIGHT % EIGHT).to_le_bytes());
            self.put(eight_digits(number % EIGHT).to_le_bytes());
        }
    }

    /// A number of at most eight digits without leading zeros.
    #[inline]
    fn leading_digits(&mut self, number: u64) {
        let digits = eight_digits(number);
        // The last digit stays, also if it is zero.
        let zeros = ((digits ^ ZEROS) | (1 << 56)).trailing_zeros() / 8;
        self.room(8).copy_from_slice(&(digits >> (8 * zeros)).to_le_bytes());
        self.at += 8 - zeros as usize;
    }

    /// Leaves one value to `serde_json`.
    #[cold]
    fn delegate<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.bytes.truncate(self.at);
        serde_json::to_writer(&mut *self.bytes, value).map_err(|_| Unsupported)?;
        self.at = self.bytes.len();
        Ok(())
    }
}

const ZEROS: u64 = u64::from_le_bytes([b'0'; 8]);

/// The eight digits of a number below 100,000,000, the first one lowest: halved three times, each time by a
/// multiplication that divides (by 100 exactly below 10,000, by 10 exactly below 100).
#[inline]
fn eight_digits(number: u64) -> u64 {
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let pairs = hundreds | ((fours - hundreds * 100) << 16);
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    (tens | ((pairs - tens * 10) << 8)) + ZEROS
}

impl<'s, 'w> Serializer for &'s mut Sink<'w> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Nested<'s, 'w>;
    type SerializeTuple = Nested<'s, 'w>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeMap = Nested<'s, 'w>;
    type SerializeStruct = Nested<'s, 'w>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<(), Unsupported> {
        if value {
            self.put(*b"true");
        } else {
            self.put(*b"false");
        }
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unsupported> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unsupported> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unsupported> {
        self.serialize_i64(value.into())
    }

    #[inline]
    fn serialize_i64(self, value: i64) -> Result<(), Unsupported> {
        if value < 0 {
            self.put([b'-']);
        }
        self.number(value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unsupported> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unsupported> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unsupported> {
        self.serialize_u64(value.into())
    }

    #[inline]
    fn serialize_u64(self, value: u64) -> Result<(), Unsupported> {
        self.number(value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unsupported> {
        self.delegate(&value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unsupported> {
        self.delegate(&value)
    }

    fn serialize_char(self, value: char) -> Result<(), Unsupported> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Unsupported> {
        self.text(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_none(self) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsupported> {
        self.put(*b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsupported> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unsupported> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Nested<'s, 'w>, Unsupported> {
        self.put([b'[']);
        Ok(Nested { sink: self, first: true })
    }

    fn serialize_tuple(self, length: usize) -> Result<Nested<'s, 'w>, Unsupported> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unsupported>, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unsupported>, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Nested<'s, 'w>, Unsupported> {
        self.put([b'{']);
        Ok(Nested { sink: self, first: true })
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Nested<'s, 'w>, Unsupported> {
        // `serde_json` has types of its own that it knows by such a name.
        if name.starts_with('$') {
            return Err(Unsupported);
        }
        self.put([b'{']);
        Ok(Nested { sink: self, first: true })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Unsupported>, Unsupported> {
        Err(Unsupported)
    }
}

/// The members of an object or the elements of a list.
pub(super) struct Nested<'s, 'w> {
    sink: &'s mut Sink<'w>,
    first: bool,
}

impl SerializeStruct for Nested<'_, '_> {
    type Ok = ();
    type Error = Unsupported;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unsupported> {
        self.sink.separate(&mut self.first);
        self.sink.text(name)?;
        self.sink.put([b':']);
        value.serialize(&mut *self.sink)
    }

    #[inline]
    fn end(self) -> Result<(), Unsupported> {
        self.sink.put([b'}']);
        Ok(())
    }
}

impl SerializeMap for Nested<'_, '_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsupported> {
        self.sink.separate(&mut self.first);
        let before = self.sink.at;
        key.serialize(&mut *self.sink)?;
        // Keys of other types are texts to `serde_json`, or errors.
        if self.sink.bytes.get(before) == Some(&b'"') { Ok(()) } else { Err(Unsupported) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.sink.put([b':']);
        value.serialize(&mut *self.sink)
    }

    fn end(self) -> Result<(), Unsupported> {
        SerializeStruct::end(self)
    }
}

impl SerializeSeq for Nested<'_, '_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.sink.separate(&mut self.first);
        value.serialize(&mut *self.sink)
    }

    fn end(self) -> Result<(), Unsupported> {
        self.sink.put([b']']);
        Ok(())
    }
}

impl SerializeTuple for Nested<'_, '_> {
    type Ok = ();
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Unsupported> {
        SerializeSeq::end(self)
    }
}
