//! Where time and identifiers come from, so that tests can fix them.

use jiff::{Timestamp, ToSpan};
use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};
use ulid::{Generator, Ulid};

/// Tells the time and makes identifiers in its order.
#[derive(Default)]
pub struct Clock {
    /// Milliseconds since the epoch at which a test's clock stands; 0 follows the machine.
    stands_at: AtomicI64,
    ids: Mutex<Generator>,
    /// The last identifier made for a given date.
    last_dated: Mutex<Option<Ulid>>,
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    pub fn fixed(at: Timestamp) -> Self {
        Clock { stands_at: AtomicI64::new(at.as_millisecond()), ..Clock::default() }
    }

    pub fn now(&self) -> Timestamp {
        match self.stands_at.load(Ordering::Relaxed) {
            0 => Timestamp::now(),
            millis => Timestamp::from_millisecond(millis).unwrap_or_else(|_| Timestamp::now()),
        }
    }

    /// Moves a fixed clock on; does nothing to one that follows the machine.
    pub fn advance(&self, seconds: i64) {
        if self.stands_at.load(Ordering::Relaxed) != 0
            && let Ok(then) = self.now().checked_add(seconds.seconds())
        {
            self.stands_at.store(then.as_millisecond(), Ordering::Relaxed);
        }
    }

    /// A new identifier, later than every one before it.
    pub fn ulid(&self) -> Ulid {
        let moment = moment(self.now());
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        ids.generate_from_datetime(moment).unwrap_or_else(|_| Ulid::from_datetime(moment))
    }

    /// An identifier for something that happened `at`, in the past or not: it carries that time, and
    /// is later than the one before it when that was of the same millisecond.
    pub fn ulid_at(&self, at: Timestamp) -> Ulid {
        let fresh = Ulid::from_datetime(moment(at));
        let mut last = self.last_dated.lock().unwrap_or_else(PoisonError::into_inner);
        let follows = last.filter(|last| last.timestamp_ms() == fresh.timestamp_ms());
        let id = follows.and_then(|last| last.increment()).unwrap_or(fresh);
        *last = Some(id);
        id
    }
}

fn moment(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(at.as_millisecond()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_follow_each_other_and_those_of_the_past_carry_their_date() {
        let clock = Clock::default();
        let then: Timestamp = "2026-05-04T08:00:00Z".parse().unwrap();
        let now = clock.ulid();
        let (one, two) = (clock.ulid_at(then), clock.ulid_at(then));
        let earlier = clock.ulid_at(then - 1.minute());
        assert_eq!(i64::try_from(one.timestamp_ms()).unwrap(), then.as_millisecond());
        assert_eq!(two.timestamp_ms(), one.timestamp_ms());
        assert!(earlier < one && one < two && two < now && now < clock.ulid());
    }
}
