//! Asking for a seat.

use super::{VIENNE, booked, commute, confirmed, house, offered, reason, refused, sound};
use crate::carpool::{BookForm, Stops, book, cancel_booking, cancel_journey, decline, ride};
use domain::{
    Reason,
    carpool::{BookingStatus, CarpoolError, Ended, RideStatus, Standing, Step},
    form::Fault,
    live::Signal,
};

#[tokio::test]
async fn a_seat_is_held_from_the_moment_it_is_asked_for() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 1)).await;
    let mut bell = yard.ctx.live().listen(None).coming;
    booked(&yard.ctx, &ali, id).await.unwrap();
    assert_eq!(bell.recv().await.unwrap().1, Signal::Ride { journey: id, people: [zoe.person, ali.person] });
    let lea = yard.employee("Léa Petit").await;
    assert_eq!(reason(booked(&yard.ctx, &lea, id).await), refused(CarpoolError::Full));
    let shown = ride(&yard.ctx, &ali, id, &Stops::default()).await.unwrap();
    assert_eq!((shown.card.free, shown.may_book, shown.standing), (0, false, Standing::Asked));
    assert_eq!(shown.bookings[0].status, BookingStatus::WaitingConfirmation);
    assert_eq!(shown.bookings[0].steps, [Step::Cancel]);
    sound(&yard).await;
}

#[tokio::test]
async fn asking_twice_takes_one_seat() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 3)).await;
    for key in ["one", "one", "two"] {
        book(&yard.ctx, &ali, id, &BookForm::default(), key).await.unwrap();
    }
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!((shown.card.free, shown.bookings.len()), (2, 1));
    // An old form sent again does not undo a change of mind.
    cancel_booking(&yard.ctx, &ali, id, ali.person).await.unwrap();
    book(&yard.ctx, &ali, id, &BookForm::default(), "one").await.unwrap();
    assert_eq!(ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap().card.free, 3);
    book(&yard.ctx, &ali, id, &BookForm::default(), "three").await.unwrap();
    assert_eq!(ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap().card.free, 2);
    sound(&yard).await;
}

#[tokio::test]
async fn what_cannot_be_booked_says_why() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 2)).await;
    assert_eq!(reason(booked(&yard.ctx, &zoe, id).await), refused(CarpoolError::OwnRide));
    let unknown = domain::id::JourneyId::new(yard.ctx.ulid());
    assert_eq!(reason(booked(&yard.ctx, &ali, unknown).await), Reason::NotFound);
    let three = BookForm { seats: "3".into(), ..BookForm::default() };
    assert_eq!(reason(book(&yard.ctx, &ali, id, &three, "").await), refused(CarpoolError::Full));
    let bad = BookForm { seats: "0".into(), pickup: "00000".into(), ..BookForm::default() };
    let faults = book(&yard.ctx, &ali, id, &bad, "").await.unwrap_err().failure().fields;
    assert_eq!(faults[0], ("seats".into(), Fault::OutOfRange { min: 1, max: 8 }));
    assert_eq!(faults[1], ("pickup".into(), Fault::Place));
    // A driver's no is not asked twice.
    booked(&yard.ctx, &ali, id).await.unwrap();
    decline(&yard.ctx, &zoe, id, ali.person).await.unwrap();
    assert_eq!(reason(booked(&yard.ctx, &ali, id).await), refused(CarpoolError::BookingState));
    let lea = yard.employee("Léa Petit").await;
    cancel_journey(&yard.ctx, &zoe, id).await.unwrap();
    assert_eq!(reason(booked(&yard.ctx, &lea, id).await), refused(CarpoolError::Cancelled));
    let gone = offered(&yard, &zoe, &commute(workplace, 2)).await;
    yard.wait(24 * 3600);
    assert_eq!(reason(booked(&yard.ctx, &lea, gone).await), refused(CarpoolError::Gone));
    sound(&yard).await;
}

#[tokio::test]
async fn only_the_driver_learns_where_somebody_gets_in() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let (lea, tom) = (yard.employee("Léa Petit").await, yard.employee("Tom Roux").await);
    let id = offered(&yard, &zoe, &commute(workplace, 3)).await;
    // Givors.
    let on_the_way = BookForm { pickup: "69091".into(), ..BookForm::default() };
    book(&yard.ctx, &ali, id, &on_the_way, "").await.unwrap();
    // The ride's own start is no other place.
    let at_start = BookForm { pickup: VIENNE.into(), ..BookForm::default() };
    book(&yard.ctx, &lea, id, &at_start, "").await.unwrap();
    confirmed(&yard.ctx, &zoe, id, ali.person).await;
    let seen = async |reader| {
        let shown = ride(&yard.ctx, reader, id, &Stops::default()).await.unwrap();
        let told = |booking: domain::carpool::BookingView| {
            (booking.passenger.name, booking.stops.map(|(pickup, _)| pickup))
        };
        shown.bookings.into_iter().map(told).collect::<Vec<_>>()
    };
    let named = |name: &str, stop: Option<&str>| (name.to_owned(), stop.map(str::to_owned));
    let (alis, leas) = (named("Ali Benali", Some("Givors")), named("Léa Petit", Some("Vienne")));
    assert_eq!(seen(&zoe).await, [alis.clone(), leas.clone()]);
    assert_eq!(seen(&ali).await, [alis]);
    assert_eq!(seen(&lea).await, std::slice::from_ref(&leas));
    assert_eq!(seen(&tom).await, []);
    confirmed(&yard.ctx, &zoe, id, lea.person).await;
    assert_eq!(seen(&lea).await, [named("Ali Benali", None), leas]);
}

#[tokio::test]
async fn a_ride_called_off_frees_everybody() {
    let (yard, workplace) = house().await;
    let (zoe, ali) = (yard.employee("Zoé Martin").await, yard.employee("Ali Benali").await);
    let id = offered(&yard, &zoe, &commute(workplace, 2)).await;
    booked(&yard.ctx, &ali, id).await.unwrap();
    assert_eq!(reason(cancel_journey(&yard.ctx, &ali, id).await), Reason::Forbidden);
    let mut bell = yard.ctx.live().listen(None).coming;
    for _ in 0..2 {
        cancel_journey(&yard.ctx, &zoe, id).await.unwrap();
    }
    let mut told = Vec::new();
    while let Ok((_, signal)) = bell.try_recv() {
        told.push(signal);
    }
    assert!(told.contains(&Signal::Ride { journey: id, people: [zoe.person, ali.person] }), "{told:?}");
    let shown = ride(&yard.ctx, &ali, id, &Stops::default()).await.unwrap();
    assert_eq!((shown.card.status, shown.may_book), (RideStatus::Cancelled, false));
    assert_eq!(shown.bookings[0].ended, Some(Ended::WithRide));
    assert_eq!(shown.bookings[0].steps, []);
    sound(&yard).await;
}
