//! What a page waits for is answered from an index or a range of keys.

use super::house;
use crate::{
    bind,
    carpool::{
        mine::{COMING, PAST},
        next::NEXT,
        ride::BOOKINGS,
        row::{BOOKING, ROWS, booking},
        search::CANDIDATES,
        usual::USUAL,
    },
    db::{At, Id, Word},
    testing::plan,
};
use domain::{
    carpool::BookingStatus,
    id::{JourneyId, PersonId},
};

#[tokio::test]
async fn every_list_is_a_range_of_its_index() {
    let (yard, _) = house().await;
    let person = Id(PersonId::new(yard.ctx.ulid()));
    let variables = || {
        bind! { person, after: "0".to_owned(), limit: 21, cancelled: Word(BookingStatus::Cancelled) }
    };
    for (surql, index) in [
        (COMING[0], "journey_soon"),
        (COMING[1], "booking_soon"),
        (PAST[0], "journey_late"),
        (PAST[1], "booking_late"),
        (NEXT[0], "journey_soon"),
        (NEXT[1], "booking_soon"),
    ] {
        let told = plan(&yard.ctx, surql.trim_end_matches(';'), variables()).await;
        assert!(
            told.contains("IndexScan") && told.contains(index) && !told.contains("Sort"),
            "{surql}\n{told}"
        );
    }
    let variables =
        bind! { day: "2026-11-24".to_owned(), after: At(yard.now()), until: At(yard.now()), limit: 5000 };
    let told = plan(&yard.ctx, CANDIDATES, variables).await;
    assert!(told.contains("IndexScan") && told.contains("journey_day"), "{told}");
    assert!(!told.contains("Sort"), "{told}");
}

#[tokio::test]
async fn every_single_thing_is_read_by_its_key() {
    let (yard, _) = house().await;
    let (journey, person) = (JourneyId::new(yard.ctx.ulid()), PersonId::new(yard.ctx.ulid()));
    for (surql, variables) in [
        (ROWS, bind! { journeys: Id(journey) }),
        (ROWS, bind! { journeys: vec![Id(journey)] }),
        (BOOKING, bind! { booking: booking(journey, person) }),
        (BOOKINGS, bind! { journey: Id(journey), limit: 100 }),
        (USUAL, bind! { person: Id(person) }),
    ] {
        let told = plan(&yard.ctx, surql, variables).await;
        assert!(!told.contains("TableScan"), "{surql}\n{told}");
        let by_key = ["RecordIdScan", "SourceExpr", "DynamicScan"].iter().any(|means| told.contains(means));
        assert!(by_key, "{surql}\n{told}");
    }
}
