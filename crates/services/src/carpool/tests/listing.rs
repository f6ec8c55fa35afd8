//! One's own rides, and the next one.

use super::{booked, commute, confirmed, house, offered, sound};
use crate::carpool::{cancel_booking, cancel_journey, mine, next_ride};
use domain::carpool::{BookingStatus, Ended, OfferForm, PAGE, Period, RideStatus};

#[tokio::test]
async fn driven_and_shared_rides_stand_in_one_list() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let on = |date: &str| OfferForm { date: date.into(), ..commute(workplace, 2) };
    let tuesday = offered(&yard, &zoe, &on("2026-11-24")).await;
    let wednesday = offered(&yard, &ali, &on("2026-11-25")).await;
    let thursday = offered(&yard, &zoe, &on("2026-11-26")).await;
    booked(&yard.ctx, &ali, tuesday).await.unwrap();
    booked(&yard.ctx, &ali, thursday).await.unwrap();
    confirmed(&yard.ctx, &zoe, thursday, ali.person).await;
    let ids = async |actor, period| {
        let page = mine(&yard.ctx, actor, period, None).await.unwrap();
        page.items.iter().map(|ride| ride.ride.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&ali, Period::Coming).await, [tuesday, wednesday, thursday]);
    assert_eq!(ids(&zoe, Period::Coming).await, [tuesday, thursday]);
    assert!(ids(&ali, Period::Past).await.is_empty());
    let rides = mine(&yard.ctx, &ali, Period::Coming, None).await.unwrap().items;
    let bookings: Vec<_> = rides.iter().map(|ride| ride.booking).collect();
    let (waiting, yes) = (BookingStatus::WaitingConfirmation, BookingStatus::Confirmed);
    assert_eq!(bookings, [Some((waiting, None)), None, Some((yes, None))]);
    let driven = mine(&yard.ctx, &zoe, Period::Coming, None).await.unwrap().items;
    assert_eq!(driven.iter().map(|ride| ride.waiting).collect::<Vec<_>>(), [1, 0]);
    yard.wait(2 * 24 * 3600);
    assert_eq!(ids(&ali, Period::Coming).await, [thursday]);
    assert_eq!(ids(&ali, Period::Past).await, [wednesday, tuesday]);
}

#[tokio::test]
async fn what_is_called_off_stays_in_the_list_and_is_not_next() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let on = |date: &str| OfferForm { date: date.into(), ..commute(workplace, 2) };
    let tuesday = offered(&yard, &zoe, &on("2026-11-24")).await;
    let thursday = offered(&yard, &zoe, &on("2026-11-26")).await;
    let next = async |actor| next_ride(&yard.ctx, actor).await.unwrap().map(|ride| ride.id);
    assert_eq!((next(&zoe).await, next(&ali).await), (Some(tuesday), None));
    booked(&yard.ctx, &ali, tuesday).await.unwrap();
    booked(&yard.ctx, &ali, thursday).await.unwrap();
    assert_eq!(next(&ali).await, Some(tuesday));
    cancel_journey(&yard.ctx, &zoe, tuesday).await.unwrap();
    assert_eq!((next(&zoe).await, next(&ali).await), (Some(thursday), Some(thursday)));
    let summary = next_ride(&yard.ctx, &ali).await.unwrap().unwrap();
    assert_eq!((summary.from.as_str(), summary.to.as_str()), ("Vienne", "Siège"));
    let rides = mine(&yard.ctx, &ali, Period::Coming, None).await.unwrap().items;
    assert_eq!(rides[0].booking, Some((BookingStatus::Cancelled, Some(Ended::WithRide))));
    assert_eq!(rides[0].ride.status, RideStatus::Cancelled);
    cancel_booking(&yard.ctx, &ali, thursday, ali.person).await.unwrap();
    assert_eq!(next(&ali).await, None);
    // What has left is not next, though nothing was written.
    yard.wait(4 * 24 * 3600);
    assert_eq!(next(&zoe).await, None);
    sound(&yard).await;
}

#[tokio::test]
async fn pages_follow_each_other_both_ways() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let mut ids = Vec::new();
    for n in 0..2 * PAGE + 3 {
        let time = format!("{:02}:{:02}", 9 + n / 20, n % 20);
        ids.push(offered(&yard, &zoe, &OfferForm { time, ..commute(workplace, 1) }).await);
    }
    for (period, wait) in [(Period::Coming, 0), (Period::Past, 3 * 24 * 3600)] {
        yard.wait(wait);
        let mut seen = Vec::new();
        let mut cursor = None;
        loop {
            let page = mine(&yard.ctx, &zoe, period, cursor.as_deref()).await.unwrap();
            seen.extend(page.items.iter().map(|ride| ride.ride.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        if period == Period::Past {
            seen.reverse();
        }
        assert_eq!(seen, ids);
    }
}
