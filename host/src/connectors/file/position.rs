//! Where one split of a file stands: at which byte of which stripe, and of how many splits that speaks. JSON in between.

use std::path::Path;

use sandbar_dataflow::Position;
use serde::{Deserialize, Serialize};

/// The next line that has not been staged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct At {
    /// The file, as the pipeline names it; bytes of another one mean nothing here.
    pub(super) path: String,
    pub(super) splits: u64,
    pub(super) stripe_bytes: u64,
    pub(super) stripe: u64,
    pub(super) offset: u64,
    /// Number of the line, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<u64>,
    /// Whether `offset` lies inside of a line that is somebody else's, or was reported as too long.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) inside: bool,
}

/// How a file is shared by the tasks that read it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Split {
    pub(super) number: u64,
    pub(super) splits: u64,
    pub(super) stripe_bytes: u64,
}

impl Split {
    /// The bytes of stripe number `stripe`; a single split is one stripe without an end.
    pub(super) fn stripe(self, stripe: u64) -> (u64, u64) {
        if self.splits == 1 {
            return (0, u64::MAX);
        }
        let begin = stripe.saturating_mul(self.stripe_bytes);
        (begin, begin.saturating_add(self.stripe_bytes))
    }

    /// Where the split begins to read `path`.
    pub(super) fn beginning(self, path: &Path) -> At {
        let (begin, _) = self.stripe(self.number);
        // One byte earlier, to see whether a line ends right before the stripe.
        let (offset, inside) = (begin.saturating_sub(1), begin > 0);
        let line = if inside { None } else { Some(1) };
        let Self { number: stripe, splits, stripe_bytes } = self;
        At { path: named(path), splits, stripe_bytes, stripe, offset, line, inside }
    }

    /// What `position` says, if it is one of this split of `path`.
    ///
    /// # Errors
    /// Why it is not, after "its position".
    pub(super) fn at(self, position: &Position, path: &Path) -> Result<At, String> {
        let Position(text) = position;
        let at: At = serde_json::from_str(text)
            .map_err(|error| format!("{text:?} is none of a file source: {error}"))?;
        if at.path != named(path) {
            return Err(format!("speaks of the file {:?}", at.path));
        }
        if at.splits != self.splits {
            let (splits, now) = (at.splits, self.splits);
            return Err(format!("is that of one of {splits} tasks, but there are {now} now"));
        }
        if self.splits > 1 && at.stripe_bytes != self.stripe_bytes {
            let (bytes, now) = (at.stripe_bytes, self.stripe_bytes);
            return Err(format!("counts in stripes of {bytes} bytes, but they have {now} now"));
        }
        let (begin, _) = self.stripe(at.stripe);
        if at.stripe % self.splits != self.number || at.offset < begin.saturating_sub(1) {
            let At { stripe, offset, .. } = at;
            let number = self.number;
            return Err(format!(
                "is byte {offset} of stripe {stripe}, where task {number} never is"
            ));
        }
        Ok(at)
    }
}

impl At {
    /// Bytes that the file had, as this position shows.
    pub(super) fn bytes_seen(&self, split: Split) -> u64 {
        let (begin, _) = split.stripe(self.stripe);
        if self.offset >= begin {
            return self.offset;
        }
        // The split went on to this stripe since the one before was there to its end.
        let before = self.stripe.checked_sub(split.splits);
        before.map_or(0, |before| split.stripe(before).1)
    }

    pub(super) fn position(&self) -> Position {
        Position(serde_json::to_string(self).expect("numbers and text become JSON"))
    }
}

fn named(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
