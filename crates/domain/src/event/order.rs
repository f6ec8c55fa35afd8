//! Keys that put events in order, whatever the store's scan direction: text that sorts as it should.
//!
//! Two events of one moment are told apart by their ids, so that a cursor never skips one.

use crate::id::{EventId, newest_first};
use jiff::Timestamp;

/// Twelve digits of seconds: as far as the calendar goes.
const LAST_SECOND: i64 = 999_999_999_999;

/// Sorts the soonest first.
pub fn soonest_first(dtstart: Timestamp, event: EventId) -> String {
    format!("{:012}{event}", seconds(dtstart))
}

/// Sorts the latest first.
pub fn latest_first(dtstart: Timestamp, event: EventId) -> String {
    format!("{:012}{}", LAST_SECOND - seconds(dtstart), newest_first(event.ulid()))
}

fn seconds(at: Timestamp) -> i64 {
    at.as_second().clamp(0, LAST_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ulid::Ulid;

    proptest! {
        #[test]
        fn keys_sort_by_start_then_by_id(
            a in (0..=4_000_000_000_i64, any::<u128>()), b in (0..=4_000_000_000_i64, any::<u128>()),
        ) {
            let key = |make: fn(Timestamp, EventId) -> String, (second, id): (i64, u128)| {
                make(Timestamp::from_second(second).unwrap(), EventId::new(Ulid(id)))
            };
            prop_assert_eq!(a.cmp(&b), key(soonest_first, a).cmp(&key(soonest_first, b)));
            prop_assert_eq!(a.cmp(&b).reverse(), key(latest_first, a).cmp(&key(latest_first, b)));
        }
    }
}
