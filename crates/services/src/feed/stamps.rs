//! Keeping what was read without ever keeping what was read before a write and arrives after it.
//!
//! A reader takes the stamp of a key before it asks the store, and keeps the answer only while the
//! stamp is the same; a writer changes the stamp after its commit, whatever came of it.

use std::{
    hash::{BuildHasher, Hash, RandomState},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Keys share slots: two that do only lose a chance to be kept.
const SLOTS: usize = 64;

pub(super) struct Stamps {
    slots: [Mutex<u64>; SLOTS],
    hasher: RandomState,
}

impl Default for Stamps {
    fn default() -> Self {
        Stamps { slots: std::array::from_fn(|_| Mutex::new(0)), hasher: RandomState::new() }
    }
}

impl Stamps {
    pub(super) fn of(&self, key: impl Hash) -> u64 {
        *self.slot(key)
    }

    /// Does `keep` if nothing was written since `stamp` was taken; no write gets in between.
    pub(super) fn unless_changed(&self, key: impl Hash, stamp: u64, keep: impl FnOnce()) {
        let now = self.slot(key);
        if *now == stamp {
            keep();
        }
    }

    /// Does `forget`, and has those who read before keep nothing.
    pub(super) fn change(&self, key: impl Hash, forget: impl FnOnce()) {
        let mut now = self.slot(key);
        *now += 1;
        forget();
    }

    pub(super) fn change_all(&self, forget: impl FnOnce()) {
        for slot in &self.slots {
            *lock(slot) += 1;
        }
        forget();
    }

    fn slot(&self, key: impl Hash) -> MutexGuard<'_, u64> {
        let slots = u64::try_from(SLOTS).unwrap_or(1);
        let index = usize::try_from(self.hasher.hash_one(key) % slots).unwrap_or_default();
        let [first, ..] = &self.slots;
        lock(self.slots.get(index).unwrap_or(first))
    }
}

fn lock(slot: &Mutex<u64>) -> MutexGuard<'_, u64> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_write_is_not_kept_after_it() {
        let stamps = Stamps::default();
        let mut kept = Vec::new();
        let stamp = stamps.of("a");
        stamps.change("a", || {});
        stamps.unless_changed("a", stamp, || kept.push("old"));
        let stamp = stamps.of("a");
        stamps.unless_changed("a", stamp, || kept.push("new"));
        stamps.change_all(|| {});
        stamps.unless_changed("a", stamp, || kept.push("older"));
        assert_eq!(kept, ["new"]);
    }
}
