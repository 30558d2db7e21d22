//! Lists that leave from where they lie. A batch copied into its message costs as much as everything else that a push
//! does together; so a push is built with null pointers where its columns belong, and each column follows in a segment
//! of its own:
//!
//! 1. The segment begins with one word, the list's own pointer, which says its width and length.
//! 2. The list's bytes follow, and zeros up to a whole word.
//! 3. The null pointer becomes a far pointer to that word. Every reader of Cap'n Proto follows it (encoding: "Inter-
//!    segment pointers").
//!
//! Knows pointers, but neither batches nor what a message is about.

use std::cell::RefCell;
use std::io::IoSlice;
use std::rc::Rc;

use arrow_buffer::Buffer;

const WORD: usize = 8;

/// Of the sizes in a list's pointer, those that columns have.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Width {
    Byte = 2,
    FourBytes = 4,
    EightBytes = 5,
}

impl Width {
    fn bytes(self) -> usize {
        match self {
            Self::Byte => 1,
            Self::FourBytes => 4,
            Self::EightBytes => 8,
        }
    }
}

/// The lists of one struct, in the order of its pointers; an empty one stays a null pointer.
#[derive(Debug)]
pub(crate) struct Lists {
    /// The way from the message's root to the struct: at each struct, which of its pointers to follow.
    pub(crate) path: &'static [usize],
    pub(crate) lists: Vec<(Width, Buffer)>,
}

/// What the next message of a connection takes along. Cheap to clone; the clones are the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Next(Rc<RefCell<Option<Lists>>>);

impl Next {
    /// For the message that is sent next.
    pub(crate) fn takes(&self, lists: Lists) {
        self.0.replace(Some(lists));
    }

    /// Takes back what no message took along; whether there was something.
    pub(crate) fn is_left(&self) -> bool {
        self.0.take().is_some()
    }

    pub(super) fn words(&self) -> usize {
        self.0.borrow().as_ref().map_or(0, Lists::words)
    }

    /// The lists, joined to the message whose only segment is `segment`; none if they do not belong to it.
    pub(super) fn join(&self, segment: &[u8]) -> Option<Joined> {
        let lists = self.0.take()?;
        match pointers(segment, lists.path, lists.lists.len()) {
            Some(at) => Some(Joined { lists, at }),
            None => {
                self.0.replace(Some(lists));
                None
            }
        }
    }
}

/// Lists, and at which word of the message's first segment their null pointers begin.
#[derive(Debug)]
pub(super) struct Joined {
    lists: Lists,
    at: usize,
}

impl Lists {
    fn used(&self) -> impl Iterator<Item = (usize, Width, &Buffer)> {
        let numbered = self.lists.iter().enumerate();
        let used = numbered.filter(|(_, (_, bytes))| !bytes.is_empty());
        used.map(|(slot, (width, bytes))| (slot, *width, bytes))
    }

    /// Words of all segments.
    fn words(&self) -> usize {
        self.used().map(|(_, _, bytes)| segment_words(bytes)).sum()
    }
}

impl Joined {
    pub(super) fn words(&self) -> usize {
        self.lists.words()
    }

    /// Words of each segment that follows the first.
    pub(super) fn segments(&self) -> impl Iterator<Item = usize> {
        self.lists.used().map(|(_, _, bytes)| segment_words(bytes))
    }

    /// Writes the first segment with its pointers in place, and behind it the word that each other segment begins with.
    pub(super) fn write_head(&self, segment: &[u8], to: &mut Vec<u8>) {
        let start = to.len();
        to.extend_from_slice(segment);
        for (number, (slot, width, bytes)) in (1_u64..).zip(self.lists.used()) {
            let pointer = start + (self.at + slot) * WORD;
            to[pointer..pointer + WORD].copy_from_slice(&far(number).to_le_bytes());
            to.extend(list(width, bytes.len() / width.bytes()).to_le_bytes());
        }
    }

    /// All that is to be written, if `head` is what [`write_head`](Self::write_head) wrote for a segment of `len` bytes.
    pub(super) fn slices<'a>(&'a self, head: &'a [u8], len: usize, to: &mut Vec<IoSlice<'a>>) {
        static ZEROS: [u8; WORD] = [0; WORD];
        let (segment, words) = head.split_at(len);
        to.push(IoSlice::new(segment));
        for (word, (_, _, bytes)) in words.chunks(WORD).zip(self.lists.used()) {
            to.push(IoSlice::new(word));
            to.push(IoSlice::new(bytes));
            let rest = bytes.len().next_multiple_of(WORD) - bytes.len();
            if rest > 0 {
                to.push(IoSlice::new(&ZEROS[..rest]));
            }
        }
    }
}

fn segment_words(bytes: &[u8]) -> usize {
    1 + bytes.len().div_ceil(WORD)
}

/// A far pointer to the first word of segment `number`.
fn far(number: u64) -> u64 {
    2 | number << 32
}

/// A pointer to a list of `len` elements that begins behind it.
fn list(width: Width, len: usize) -> u64 {
    1 | (width as u64) << 32 | (len as u64) << 35
}

/// At which word the pointers begin of the struct at the end of `path`; none if there is no such struct in `segment`, or
/// if it has not `count` pointers that are null.
fn pointers(segment: &[u8], path: &[usize], count: usize) -> Option<usize> {
    let (words, _) = segment.as_chunks::<WORD>();
    let word = |at: usize| words.get(at).map(|word| u64::from_le_bytes(*word));
    let mut pointer = 0;
    let mut slots = path.iter();
    loop {
        let value = word(pointer)?;
        let is_struct = value != 0 && value & 3 == 0;
        // The low half, as it has a sign: where the struct begins, in words from behind its pointer.
        let offset = isize::try_from(value as u32 as i32 >> 2).ok()?;
        let data = (pointer + 1).checked_add_signed(offset).filter(|_| is_struct)?;
        let first = data + usize::from((value >> 32) as u16);
        let pointers = usize::from((value >> 48) as u16);
        match slots.next() {
            Some(&slot) if slot < pointers => pointer = first + slot,
            Some(_) => return None,
            None => {
                let is_null = |slot| word(first + slot) == Some(0);
                return (pointers == count && (0..count).all(is_null)).then_some(first);
            }
        }
    }
}
