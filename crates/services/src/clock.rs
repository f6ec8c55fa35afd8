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
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    pub fn fixed(at: Timestamp) -> Self {
        Clock { stands_at: AtomicI64::new(at.as_millisecond()), ids: Mutex::default() }
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
        self.ulid_at(self.now())
    }

    /// An identifier for something that happened `at`; in order among those of one moment.
    pub fn ulid_at(&self, at: Timestamp) -> Ulid {
        let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
        let moment = SystemTime::UNIX_EPOCH + Duration::from_millis(millis);
        self.ids
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .generate_from_datetime(moment)
            .unwrap_or_else(|_| Ulid::from_datetime(moment))
    }
}
