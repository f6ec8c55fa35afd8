//! The rules of the board, each against a fresh store.

mod answering;
mod booking;
mod finding;
mod listing;
mod offering;
mod plans;
mod racing;
mod seeding;

use super::{BookForm, book, confirm, offer};
use crate::{Context, Error, bind, check, db::Id, testing::Yard};
use domain::{
    Actor, Reason,
    carpool::{CarpoolError, OfferForm},
    id::{JourneyId, PersonId, WorkplaceId},
    person::CommuneForm,
};

pub(super) const VIENNE: &str = "38544";
pub(super) const LYON: &str = "69123";

/// The yard's clock stands at Monday 23 November 2026, 8:30: this is tomorrow.
pub(super) const TUESDAY: &str = "2026-11-24";

/// A house with a workplace in Lyon.
pub(super) async fn house() -> (Yard, WorkplaceId) {
    let yard = Yard::open().await;
    let id = WorkplaceId::new(yard.ctx.ulid());
    let create =
        "CREATE $id SET name = 'Siège', sort = 'siege', commune = $commune, lon = 4.8575, lat = 45.7606";
    yard.ctx.db().query(create, bind! { id: Id(id), commune: LYON.to_owned() }).await.unwrap();
    (yard, id)
}

/// Tuesday 7:50 from Vienne to the workplace, so as to be there at half past eight.
pub(super) fn commute(workplace: WorkplaceId, seats: u8) -> OfferForm {
    OfferForm {
        from: CommuneForm::typed("Vienne (38200)"),
        workplace: workplace.to_string(),
        date: TUESDAY.into(),
        time: "07:50".into(),
        seats: seats.to_string(),
        note: "Rendez-vous devant la gare.".into(),
        ..OfferForm::default()
    }
}

pub(super) async fn offered(yard: &Yard, driver: &Actor, form: &OfferForm) -> JourneyId {
    offer(&yard.ctx, driver, form, "").await.unwrap()
}

pub(super) async fn booked(ctx: &Context, passenger: &Actor, journey: JourneyId) -> Result<(), Error> {
    book(ctx, passenger, journey, &BookForm::default(), "").await
}

pub(super) async fn confirmed(ctx: &Context, driver: &Actor, journey: JourneyId, passenger: PersonId) {
    confirm(ctx, driver, journey, passenger).await.unwrap();
}

pub(super) fn reason<T: std::fmt::Debug>(answer: Result<T, Error>) -> Reason {
    answer.unwrap_err().failure().reason
}

pub(super) fn refused(error: CarpoolError) -> Reason {
    error.into()
}

/// Every invariant of the house holds.
pub(super) async fn sound(yard: &Yard) {
    assert_eq!(check::run(&yard.ctx).await.unwrap().wrong, Vec::<String>::new());
}
