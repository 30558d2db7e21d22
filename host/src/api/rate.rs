//! How often somebody may do something: so many times at once, and so many more each minute.

use std::{cell::RefCell, collections::BTreeMap};

use tokio::time::Instant;

/// Tries of each of many, counted apart.
pub(super) struct Rate<K> {
    per_minute: u32,
    left: RefCell<BTreeMap<K, Left>>,
}

struct Left {
    tries: f64,
    at: Instant,
}

impl<K: Ord + Clone> Rate<K> {
    /// `per_minute` tries a minute, of which all may come at once.
    pub(super) fn per_minute(per_minute: u32) -> Self {
        Self { per_minute, left: RefCell::default() }
    }

    /// Takes one try of `who`; else says how many seconds later there will be one.
    pub(super) fn take(&self, who: &K) -> Result<(), u64> {
        let most = f64::from(self.per_minute);
        let refilled =
            |left: &Left| (left.tries + left.at.elapsed().as_secs_f64() * most / 60.0).min(most);
        let mut all = self.left.borrow_mut();
        // Whoever is full again is as good as new.
        if !all.contains_key(who) {
            all.retain(|_, left| refilled(left) < most);
        }
        let now = Instant::now();
        let left = all.entry(who.clone()).or_insert(Left { tries: most, at: now });
        let tries = refilled(left);
        *left = Left { tries: if tries < 1.0 { tries } else { tries - 1.0 }, at: now };
        match tries < 1.0 {
            true => Err(((1.0 - tries) * 60.0 / most).ceil() as u64),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_burst_is_let_through_and_then_so_many_a_minute() {
        let rate = Rate::per_minute(30);
        for _ in 0..30 {
            rate.take(&"acme").unwrap();
        }
        assert_eq!(rate.take(&"acme"), Err(2));
        rate.take(&"other").unwrap();
        tokio::time::advance(Duration::from_secs(2)).await;
        rate.take(&"acme").unwrap();
        assert_eq!(rate.take(&"acme"), Err(2));
        tokio::time::advance(Duration::from_secs(3600)).await;
        let passed = (0..100).filter(|_| rate.take(&"acme").is_ok()).count();
        assert_eq!(passed, 30);
        assert_eq!(rate.left.borrow().len(), 2);
        rate.take(&"new").unwrap();
        assert_eq!(rate.left.borrow().len(), 2, "those that are full again are forgotten");
    }
}
