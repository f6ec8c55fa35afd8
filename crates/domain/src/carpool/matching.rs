//! Which rides suit a request, and in which order.
//!
//! The driver goes from start to end; the passenger gets in and out on the way. What a ride costs
//! is its *detour*: start → pickup → drop-off → end, less start → end. Ranking by detour finds over
//! 60 % more matches than looking around the two ends (Geisberger et al. 2010, ATMOS,
//! 10.4230/OASIcs.ATMOS.2010.88). The baseline leaves out passengers already aboard.

use super::{Point, Router};
use crate::id::JourneyId;
use jiff::{SignedDuration, Timestamp};
use std::{fmt, str::FromStr};

/// A detour this short is always accepted.
pub const DETOUR_MIN_METRES: i64 = 5_000;

/// The longest detour shown to a passenger for a drive of `metres`: 5 km, or a quarter of the drive
/// when that is more. An assumption of ours; the driver has the last word on each booking.
pub fn detour_limit(metres: i64) -> i64 {
    DETOUR_MIN_METRES.max(metres / 4)
}

/// A ride that might suit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub journey: JourneyId,
    pub from: Point,
    pub to: Point,
    pub departs: Timestamp,
    /// Seats still free.
    pub free: i64,
}

/// When the passenger wants to travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    AnyTime,
    /// To be there by then.
    ArriveBy(Timestamp),
    /// To leave then.
    DepartAt(Timestamp),
}

/// What a passenger asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// Where they get in; `None` at the driver's start, wherever that is.
    pub from: Option<Point>,
    /// Where they get out; `None` at the driver's end.
    pub to: Option<Point>,
    pub wish: Wish,
    /// Minutes before or after the wish that are still acceptable.
    pub window: i64,
    pub seats: i64,
}

/// How a ride suits a request. Every figure is the router's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub rank: Rank,
    pub detour_metres: i64,
    /// Between pickup and drop-off.
    pub shared_metres: i64,
    pub pickup: Timestamp,
    pub dropoff: Timestamp,
}

/// The order of rides: the shortest detour in whole kilometres, then the smallest gap to the wish,
/// then the earliest departure. Total, because the journey itself settles ties; so it serves as the
/// cursor of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub detour_km: i64,
    /// Minutes from the wish; those on its wrong side (arriving late, leaving early) count double.
    pub gap: i64,
    /// Seconds since the epoch.
    pub departs: i64,
    pub journey: JourneyId,
}

/// The text was no rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a rank")]
pub struct NotARank;

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}.{}", self.detour_km, self.gap, self.departs, self.journey)
    }
}

impl FromStr for Rank {
    type Err = NotARank;
    fn from_str(text: &str) -> Result<Self, NotARank> {
        let mut parts = text.splitn(4, '.');
        let mut number = || parts.next().and_then(|part| part.parse().ok()).ok_or(NotARank);
        let (detour_km, gap, departs) = (number()?, number()?, number()?);
        let journey = parts.next().and_then(|part| part.parse().ok()).ok_or(NotARank)?;
        Ok(Rank { detour_km, gap, departs, journey })
    }
}

/// Those of `candidates` that suit `request`, best first.
pub fn matches(router: &impl Router, request: &Request, candidates: &[Candidate]) -> Vec<Match> {
    let mut found: Vec<Match> =
        candidates.iter().filter_map(|candidate| suits(router, request, candidate)).collect();
    found.sort_unstable_by_key(|found| found.rank);
    found
}

/// How `ride` suits `request`; `None` when it is full, too far out of the way, or at another time.
pub fn suits(router: &impl Router, request: &Request, ride: &Candidate) -> Option<Match> {
    if ride.free < request.seats {
        return None;
    }
    let (getting_in, getting_out) = (request.from.unwrap_or(ride.from), request.to.unwrap_or(ride.to));
    let alone = router.leg(ride.from, ride.to);
    let before = router.leg(ride.from, getting_in);
    let shared = router.leg(getting_in, getting_out);
    let after = router.leg(getting_out, ride.to);
    // Rounding to whole metres may make a straight line a metre shorter in pieces.
    let detour_metres = (before.metres + shared.metres + after.metres - alone.metres).max(0);
    if detour_metres > detour_limit(alone.metres) {
        return None;
    }
    let pickup = ride.departs.checked_add(SignedDuration::from_secs(before.seconds)).ok()?;
    let dropoff = pickup.checked_add(SignedDuration::from_secs(shared.seconds)).ok()?;
    let gap = gap(request, pickup, dropoff)?;
    let detour_km = (detour_metres + 500) / 1_000;
    let rank = Rank { detour_km, gap, departs: ride.departs.as_second(), journey: ride.journey };
    Some(Match { rank, detour_metres, shared_metres: shared.metres, pickup, dropoff })
}

/// Minutes from the wish, doubled on its wrong side; `None` outside the window.
fn gap(request: &Request, pickup: Timestamp, dropoff: Timestamp) -> Option<i64> {
    let minutes = |from: Timestamp, to: Timestamp| to.duration_since(from).as_mins();
    let late = match request.wish {
        Wish::AnyTime => return Some(0),
        Wish::ArriveBy(wish) => minutes(wish, dropoff),
        Wish::DepartAt(wish) => minutes(pickup, wish),
    };
    let weight = if late > 0 { 2 } else { 1 };
    (late.abs() <= request.window).then_some(late.abs() * weight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carpool::Estimate;
    use proptest::prelude::*;
    use ulid::Ulid;

    const LYON: Point = Point { lon: 4.8351, lat: 45.7580 };
    const VIENNE: Point = Point { lon: 4.8777, lat: 45.5247 };
    const GIVORS: Point = Point { lon: 4.7699, lat: 45.5847 };
    const GRENOBLE: Point = Point { lon: 5.7243, lat: 45.1821 };

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn ride(n: u128, from: Point, departs: &str) -> Candidate {
        let journey = JourneyId::new(Ulid::from(n));
        Candidate { journey, from, to: LYON, departs: at(departs), free: 2 }
    }

    fn to_lyon_by(wish: &str) -> Request {
        let wish = Wish::ArriveBy(at(wish));
        Request { from: Some(VIENNE), to: Some(LYON), wish, window: 45, seats: 1 }
    }

    fn order(request: &Request, rides: &[Candidate]) -> Vec<u128> {
        matches(&Estimate, request, rides).iter().map(|found| found.rank.journey.ulid().0).collect()
    }

    #[test]
    fn the_shortest_detour_comes_first_then_the_nearest_time() {
        let rides = [
            ride(1, VIENNE, "2026-11-24T06:20:00Z"),
            ride(2, VIENNE, "2026-11-24T06:50:00Z"),
            ride(3, GIVORS, "2026-11-24T06:40:00Z"),
            ride(4, GRENOBLE, "2026-11-24T05:20:00Z"),
            ride(5, VIENNE, "2026-11-24T09:00:00Z"),
        ];
        // The 34 km from Vienne take 39 min: ride 2 arrives at 7:29, ride 1 at 6:59. From Givors,
        // Vienne is more out of the way than a drive of 26 km allows; from Grenoble it is not.
        assert_eq!(order(&to_lyon_by("2026-11-24T07:40:00Z"), &rides), [2, 1, 4]);
    }

    #[test]
    fn being_late_weighs_twice() {
        let ride = ride(1, VIENNE, "2026-11-24T06:50:00Z");
        let arrives = suits(&Estimate, &to_lyon_by("2026-11-24T07:30:00Z"), &ride).unwrap().dropoff;
        for (minutes, gap) in [(-46, None), (-10, Some(20)), (0, Some(0)), (20, Some(20)), (46, None)] {
            let wish = Wish::ArriveBy(arrives + SignedDuration::from_mins(minutes));
            let request = Request { wish, ..to_lyon_by("2026-11-24T07:30:00Z") };
            assert_eq!(suits(&Estimate, &request, &ride).map(|found| found.rank.gap), gap, "{minutes}");
        }
    }

    #[test]
    fn a_full_car_is_not_offered() {
        let mut full = ride(1, VIENNE, "2026-11-24T06:50:00Z");
        full.free = 1;
        let mut request = to_lyon_by("2026-11-24T07:40:00Z");
        assert_eq!(order(&request, &[full]).len(), 1);
        request.seats = 2;
        assert!(order(&request, &[full]).is_empty());
    }

    #[test]
    fn a_rank_reads_back() {
        let rank = matches(
            &Estimate,
            &to_lyon_by("2026-11-24T07:40:00Z"),
            &[ride(7, VIENNE, "2026-11-24T06:50:00Z")],
        )[0]
        .rank;
        assert_eq!(rank.to_string().parse(), Ok(rank));
        for text in ["", "1.2.3", "1.2.3.x", "a.b.c.d"] {
            assert_eq!(text.parse::<Rank>(), Err(NotARank), "{text}");
        }
    }

    fn point() -> impl Strategy<Value = Point> {
        (4.0..6.0_f64, 45.0..46.5_f64).prop_map(|(lon, lat)| Point { lon, lat })
    }

    fn rides() -> impl Strategy<Value = Vec<Candidate>> {
        let one = (point(), point(), 0..86_400_i64, 0..5_i64);
        prop::collection::vec(one, 0..40).prop_map(|rides| {
            let numbered = rides.into_iter().zip(1_u128..);
            numbered
                .map(|((from, to, second, free), n)| Candidate {
                    journey: JourneyId::new(Ulid::from(n)),
                    from,
                    to,
                    departs: Timestamp::from_second(1_764_000_000 + second).unwrap(),
                    free,
                })
                .collect()
        })
    }

    fn request() -> impl Strategy<Value = Request> {
        let wish = (0..3_u8, 0..86_400_i64).prop_map(|(kind, second)| {
            let at = Timestamp::from_second(1_764_000_000 + second).unwrap();
            match kind {
                0 => Wish::AnyTime,
                1 => Wish::ArriveBy(at),
                _ => Wish::DepartAt(at),
            }
        });
        let ends = (prop::option::of(point()), prop::option::of(point()));
        (ends, wish, 0..180_i64, 1..4_i64).prop_map(|((from, to), wish, window, seats)| Request {
            from,
            to,
            wish,
            window,
            seats,
        })
    }

    proptest! {
        /// The triangle inequality, up to the rounding of three legs.
        #[test]
        fn nobody_saves_road_by_a_detour(a in point(), b in point(), c in point(), d in point()) {
            let metres = |from, to| Estimate.leg(from, to).metres;
            prop_assert!(metres(a, b) + metres(b, c) + metres(c, d) + 2 >= metres(a, d));
            prop_assert_eq!(metres(a, b), metres(b, a));
        }

        #[test]
        fn whatever_is_offered_keeps_the_bounds(request in request(), rides in rides()) {
            for found in matches(&Estimate, &request, &rides) {
                let ride = rides.iter().find(|ride| ride.journey == found.rank.journey).unwrap();
                prop_assert!(ride.free >= request.seats);
                prop_assert!(found.detour_metres <= detour_limit(Estimate.leg(ride.from, ride.to).metres));
                prop_assert!(ride.departs <= found.pickup && found.pickup <= found.dropoff);
                let off = match request.wish {
                    Wish::AnyTime => 0,
                    Wish::ArriveBy(wish) => wish.duration_since(found.dropoff).as_mins().abs(),
                    Wish::DepartAt(wish) => wish.duration_since(found.pickup).as_mins().abs(),
                };
                prop_assert!(off <= request.window);
            }
        }

        /// Seats, detour and window are all that rules a ride out.
        #[test]
        fn the_drivers_own_ends_cost_no_detour(rides in rides(), seats in 1..4_i64) {
            let request = Request { from: None, to: None, wish: Wish::AnyTime, window: 0, seats };
            let found = matches(&Estimate, &request, &rides);
            prop_assert_eq!(found.len(), rides.iter().filter(|ride| ride.free >= seats).count());
            prop_assert!(found.iter().all(|found| found.detour_metres == 0));
        }

        #[test]
        fn the_order_does_not_depend_on_that_of_the_rides(request in request(), rides in rides()) {
            let found = matches(&Estimate, &request, &rides);
            let reversed: Vec<Candidate> = rides.into_iter().rev().collect();
            prop_assert_eq!(&matches(&Estimate, &request, &reversed), &found);
            prop_assert!(found.is_sorted_by(|one, next| one.rank < next.rank));
        }

        #[test]
        fn patience_loses_no_ride(request in request(), rides in rides()) {
            let patient = Request { window: request.window + 30, ..request };
            let more = matches(&Estimate, &patient, &rides);
            prop_assert!(matches(&Estimate, &request, &rides).iter().all(|found| more.contains(found)));
        }
    }
}
