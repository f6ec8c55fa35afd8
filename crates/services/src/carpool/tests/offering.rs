//! Putting a ride on the board.

use super::{LYON, VIENNE, commute, house, offered, reason, sound};
use crate::carpool::{Stops, offer, ride};
use domain::{
    Reason,
    carpool::{OfferForm, RideStatus, Standing},
    form::Fault,
    person::CommuneForm,
};
use jiff::Timestamp;

#[tokio::test]
async fn a_ride_is_shown_as_offered() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let id = offered(&yard, &zoe, &commute(workplace, 3)).await;
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!(shown.card.from.name, "Vienne");
    assert_eq!((shown.card.to.name.as_str(), shown.card.to.is_workplace), ("Siège", true));
    assert_eq!(shown.card.departs.at, "2026-11-24T06:50:00Z".parse::<Timestamp>().unwrap());
    assert!((30_000..45_000).contains(&shown.card.metres), "{}", shown.card.metres);
    assert_eq!((shown.card.seats, shown.card.free, shown.card.status), (3, 3, RideStatus::Ahead));
    assert_eq!((shown.standing, shown.may_book, shown.may_cancel), (Standing::Driver, false, true));
    assert_eq!(shown.note, "Rendez-vous devant la gare.");
    sound(&yard).await;
}

#[tokio::test]
async fn sending_the_form_twice_offers_one_ride() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let form = commute(workplace, 3);
    let first = offer(&yard.ctx, &zoe, &form, "key").await.unwrap();
    assert_eq!(offer(&yard.ctx, &zoe, &form, "key").await.unwrap(), first);
    assert_eq!(yard.number("RETURN array::len((SELECT VALUE id FROM journey))", crate::bind! {}).await, 1);
}

#[tokio::test]
async fn every_fault_is_told_beside_its_field() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let faults = async |form: OfferForm| {
        offer(&yard.ctx, &zoe, &form, "").await.map_or_else(|error| error.failure().fields, |_| Vec::new())
    };
    let named = |fields: &[(&str, Fault)]| -> Vec<(String, Fault)> {
        fields.iter().map(|(field, fault)| ((*field).to_owned(), fault.clone())).collect()
    };
    let all = [
        ("from", Fault::Required),
        ("to", Fault::Required),
        ("date", Fault::Required),
        ("time", Fault::Required),
        ("seats", Fault::Required),
    ];
    assert_eq!(faults(OfferForm::default()).await, named(&all));
    let elsewhere = OfferForm {
        from: CommuneForm::typed("Atlantide"),
        workplace: "not-one".into(),
        date: "2026-11-20".into(),
        ..commute(workplace, 9)
    };
    let all = [
        ("from", Fault::Place),
        ("workplace", Fault::Place),
        ("date", Fault::Past),
        ("seats", Fault::OutOfRange { min: 1, max: 8 }),
    ];
    assert_eq!(faults(elsewhere).await, named(&all));
    let nowhere = OfferForm {
        workplace: String::new(),
        to: CommuneForm::typed("Vienne (38200)"),
        time: "7h75".into(),
        ..commute(workplace, 2)
    };
    assert_eq!(faults(nowhere).await, named(&[("to", Fault::Same), ("time", Fault::Moment)]));
}

#[tokio::test]
async fn an_hour_the_clocks_skip_is_the_next() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let night = OfferForm { date: "2027-03-28".into(), time: "02:30".into(), ..commute(workplace, 1) };
    let id = offered(&yard, &zoe, &night).await;
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!(shown.card.departs.at, "2027-03-28T01:30:00Z".parse::<Timestamp>().unwrap());
    sound(&yard).await;
}

#[tokio::test]
async fn from_commune_to_commune() {
    let (yard, workplace) = house().await;
    let zoe = yard.employee("Zoé Martin").await;
    let back = OfferForm {
        from: CommuneForm::typed("Lyon"),
        workplace: String::new(),
        to: CommuneForm { text: "Vienne".into(), choice: VIENNE.into() },
        ..commute(workplace, 1)
    };
    let id = offered(&yard, &zoe, &back).await;
    let shown = ride(&yard.ctx, &zoe, id, &Stops::default()).await.unwrap();
    assert_eq!((shown.card.from.commune.as_str(), shown.card.to.commune.as_str()), (LYON, VIENNE));
    assert!(!shown.card.to.is_workplace);
}

#[tokio::test]
async fn for_a_partner_there_is_no_board() {
    let (yard, workplace) = house().await;
    let (zoe, guest) = (yard.employee("Zoé Martin").await, yard.partner("Paul Ami").await);
    let id = offered(&yard, &zoe, &commute(workplace, 3)).await;
    let ctx = &yard.ctx;
    assert_eq!(reason(offer(ctx, &guest, &commute(workplace, 3), "").await), Reason::NotFound);
    assert_eq!(reason(ride(ctx, &guest, id, &Stops::default()).await), Reason::NotFound);
    assert_eq!(reason(super::booked(ctx, &guest, id).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::search(ctx, &guest, &Default::default()).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::mine(ctx, &guest, Default::default(), None).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::usual(ctx, &guest).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::next_ride(ctx, &guest).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::cancel_journey(ctx, &guest, id).await), Reason::NotFound);
    assert_eq!(reason(crate::carpool::confirm(ctx, &guest, id, guest.person).await), Reason::NotFound);
}
