//! The memory of messages that are being handled, so that a column found in one can go on sharing it: of a batch, the
//! columns are nearly all there is of its message, and copying them would cost as much as receiving them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use arrow_buffer::Buffer;

/// Messages of one connection, by where they lie. Cheap to clone; the clones are the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(Rc<RefCell<BTreeMap<usize, Buffer>>>);

impl Memory {
    pub(super) fn hold(&self, message: &Buffer) {
        self.0.borrow_mut().insert(message.as_ptr().addr(), message.clone());
    }

    pub(super) fn release(&self, message: &Buffer) {
        self.0.borrow_mut().remove(&message.as_ptr().addr());
    }

    /// `column` where it lies, if that is in a message, and the `bytes` that are wanted of that message are at least
    /// half of it: so that nobody makes us keep much by sending little.
    pub(crate) fn share<T>(&self, column: &[T], bytes: usize) -> Option<Buffer> {
        let at = column.as_ptr().addr();
        let held = self.0.borrow();
        let (start, message) = held.range(..=at).next_back()?;
        let (offset, len) = (at - start, size_of_val(column));
        let is_inside = offset + len <= message.len();
        (is_inside && bytes >= message.len() / 2).then(|| message.slice_with_length(offset, len))
    }
}
