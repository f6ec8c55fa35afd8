//! Confirming, declining, cancelling.

use super::{booked, commute, confirmed, house, offered, reason, refused, sound};
use crate::carpool::{Stops, cancel_booking, confirm, decline, ride};
use domain::{
    Reason,
    carpool::{BookingStatus, CarpoolError, Ended, Standing, Step},
};

#[tokio::test]
async fn the_driver_confirms_and_both_see_it() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 2)).await;
    booked(&yard.ctx, &ali, id).await.unwrap();
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!(shown.bookings[0].steps, [Step::Confirm, Step::Decline]);
    for _ in 0..2 {
        confirm(&yard.ctx, &zoe, id, ali.person).await.unwrap();
    }
    for (reader, standing) in [(&zoe, Standing::Driver), (&ali, Standing::Passenger)] {
        let shown = ride(&yard.ctx, reader, id, &Stops::default()).await.unwrap();
        assert_eq!(shown.standing, standing);
        assert_eq!(shown.card.free, 1);
        assert_eq!(shown.bookings[0].status, BookingStatus::Confirmed);
        assert_eq!(shown.bookings[0].steps, [Step::Cancel]);
    }
    sound(&yard).await;
}

#[tokio::test]
async fn a_seat_that_is_declined_or_given_back_is_free_again() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let (lea, tom) = (yard.employee("Léa Petit").await, yard.employee("Tom Roux").await);
    let id = offered(&yard, &zoe, &commute(workplace, 3)).await;
    for passenger in [&ali, &lea, &tom] {
        booked(&yard.ctx, passenger, id).await.unwrap();
    }
    confirmed(&yard.ctx, &zoe, id, lea.person).await;
    confirmed(&yard.ctx, &zoe, id, tom.person).await;
    for _ in 0..2 {
        decline(&yard.ctx, &zoe, id, ali.person).await.unwrap();
        cancel_booking(&yard.ctx, &lea, id, lea.person).await.unwrap();
        cancel_booking(&yard.ctx, &zoe, id, tom.person).await.unwrap();
        sound(&yard).await;
    }
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!(shown.card.free, 3);
    let ended: Vec<_> = shown.bookings.iter().map(|booking| booking.ended).collect();
    assert_eq!(ended, [Some(Ended::Declined), Some(Ended::ByPassenger), Some(Ended::ByDriver)]);
    assert_eq!(reason(confirm(&yard.ctx, &zoe, id, lea.person).await), refused(CarpoolError::BookingState));
}

#[tokio::test]
async fn nobody_else_answers_and_nobody_else_learns() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let (lea, boss) = (yard.employee("Léa Petit").await, yard.administrator("Ada Chef").await);
    let id = offered(&yard, &zoe, &commute(workplace, 2)).await;
    booked(&yard.ctx, &ali, id).await.unwrap();
    assert_eq!(reason(confirm(&yard.ctx, &ali, id, ali.person).await), refused(CarpoolError::BookingState));
    for other in [&lea, &boss] {
        assert_eq!(reason(confirm(&yard.ctx, other, id, ali.person).await), Reason::NotFound);
        assert_eq!(reason(cancel_booking(&yard.ctx, other, id, ali.person).await), Reason::NotFound);
        // The same as for somebody who never asked.
        assert_eq!(reason(cancel_booking(&yard.ctx, other, id, other.person).await), Reason::NotFound);
    }
    assert_eq!(reason(confirm(&yard.ctx, &zoe, id, lea.person).await), Reason::NotFound);
    sound(&yard).await;
}

#[tokio::test]
async fn nothing_is_answered_once_the_car_has_left() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 2)).await;
    booked(&yard.ctx, &ali, id).await.unwrap();
    yard.wait(24 * 3600);
    assert_eq!(reason(confirm(&yard.ctx, &zoe, id, ali.person).await), refused(CarpoolError::Gone));
    assert_eq!(reason(cancel_booking(&yard.ctx, &ali, id, ali.person).await), refused(CarpoolError::Gone));
    assert!(ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap().bookings[0].steps.is_empty());
}

/// The driver says yes while the passenger gives the seat back: whoever comes second hears of it,
/// and the counters hold either way.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_and_a_cancellation_at_once() {
    for _ in 0..10 {
        let (yard, workplace) = house().await;
        let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
        let id = offered(&yard, &zoe, &commute(workplace, 1)).await;
        booked(&yard.ctx, &ali, id).await.unwrap();
        let (yes, back) = tokio::join!(
            confirm(&yard.ctx, &zoe, id, ali.person),
            cancel_booking(&yard.ctx, &ali, id, ali.person),
        );
        back.unwrap();
        assert!(yes.is_ok() || reason(yes) == refused(CarpoolError::BookingState));
        assert_eq!(ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap().card.free, 1);
        sound(&yard).await;
    }
}
