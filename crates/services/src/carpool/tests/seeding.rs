//! The demonstration's rides.

use super::{LYON, VIENNE, house, reason, refused, sound};
use crate::carpool::{SeedBooking, SeedEnd, SeedJourney, Stops, ride, seed_bookings, seed_journeys};
use domain::carpool::{BookingStatus, CarpoolError, Ended, RideStatus};

#[tokio::test]
async fn seeded_rides_are_like_any_other() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let riders = yard.crowd(3).await;
    let hours = |n: i64| yard.now().checked_add(jiff::SignedDuration::from_hours(n)).unwrap();
    let out = SeedJourney {
        driver: zoe.person,
        from: VIENNE.into(),
        to: SeedEnd::Workplace(workplace),
        departs: hours(24),
        seats: 2,
        note: "Silence avant le café.".into(),
        created: hours(-100),
    };
    let back = SeedJourney {
        from: LYON.into(),
        to: SeedEnd::Commune(VIENNE.into()),
        departs: hours(-20),
        ..out.clone()
    };
    let ids = seed_journeys(&yard.ctx, &[out.clone(), back]).await.unwrap();
    let seat = |journey, rider: usize, status, ended| SeedBooking {
        journey,
        person: riders[rider].person,
        status,
        ended,
        seats: 1,
        asked: hours(-50),
    };
    let bookings = [
        seat(ids[0], 0, BookingStatus::Confirmed, None),
        seat(ids[0], 1, BookingStatus::WaitingConfirmation, None),
        seat(ids[0], 2, BookingStatus::Cancelled, Some(Ended::Declined)),
        seat(ids[1], 0, BookingStatus::Confirmed, None),
    ];
    seed_bookings(&yard.ctx, &bookings).await.unwrap();
    sound(&yard).await;
    let shown = ride(&yard.ctx, &zoe, ids[0], &Stops::default()).await.unwrap();
    assert_eq!((shown.card.free, shown.bookings.len()), (0, 3));
    let shown = ride(&yard.ctx, &zoe, ids[1], &Stops::default()).await.unwrap();
    assert_eq!((shown.card.free, shown.card.status), (1, RideStatus::Departed));
    let nowhere = SeedJourney { from: "00000".into(), ..out };
    assert!(seed_journeys(&yard.ctx, &[nowhere]).await.is_err());
    let over = [0, 1, 2].map(|rider| seat(ids[1], rider, BookingStatus::Confirmed, None));
    assert_eq!(reason(seed_bookings(&yard.ctx, &over[1..]).await), refused(CarpoolError::Full));
    sound(&yard).await;
}
