//! Keys that put a person's rides in order, whatever the store's scan direction.
//!
//! Text that sorts as it should; a ride and its bookings share theirs, so that both merge into one
//! list. Two rides of one moment are told apart by their ids, so that a cursor never skips one.

use crate::id::{JourneyId, newest_first};
use jiff::Timestamp;

/// Twelve digits of seconds: as far as the calendar goes.
const LAST_SECOND: i64 = 999_999_999_999;

/// Sorts the soonest first.
pub fn soonest_first(departs: Timestamp, journey: JourneyId) -> String {
    format!("{}{journey}", soonest_from(departs))
}

/// Sorts before every ride that departs `at` or later, and after every other.
pub fn soonest_from(at: Timestamp) -> String {
    format!("{:012}", seconds(at))
}

/// Sorts the latest first.
pub fn latest_first(departs: Timestamp, journey: JourneyId) -> String {
    format!("{}{}", latest_from(departs), newest_first(journey.ulid()))
}

/// Sorts before every ride that departs `at` or earlier, and after every other.
pub fn latest_from(at: Timestamp) -> String {
    format!("{:012}", LAST_SECOND - seconds(at))
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
        fn keys_sort_by_departure_then_by_id(
            a in (0..=4_000_000_000_i64, any::<u128>()), b in (0..=4_000_000_000_i64, any::<u128>()),
        ) {
            let at = |(second, _): (i64, u128)| Timestamp::from_second(second).unwrap();
            let key = |make: fn(Timestamp, JourneyId) -> String, ride: (i64, u128)| {
                make(at(ride), JourneyId::new(Ulid(ride.1)))
            };
            prop_assert_eq!(a.cmp(&b), key(soonest_first, a).cmp(&key(soonest_first, b)));
            prop_assert_eq!(a.cmp(&b).reverse(), key(latest_first, a).cmp(&key(latest_first, b)));
            prop_assert_eq!(key(soonest_first, a) >= soonest_from(at(b)), a.0 >= b.0);
            prop_assert_eq!(key(latest_first, a) >= latest_from(at(b)), a.0 <= b.0);
        }
    }
}
