//! What pages and forms of the carpool board ask the server.

use crate::Refusal;
use domain::{
    carpool::{MyRide, Period, RideView, SearchForm, SearchResult, Usual},
    form::Fault,
    id::{JourneyId, PersonId},
    page::Page,
};
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A workplace that rides can go to: its id and its name.
pub type Destination = (String, String);

/// The board: the form as it was sent or as one usually sends it, and what it found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Board {
    pub form: SearchForm,
    pub faults: Vec<(String, Fault)>,
    pub result: Option<SearchResult>,
    pub destinations: Vec<Destination>,
    pub today: Date,
}

/// What the form of an offer starts from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfferStart {
    pub usual: Usual,
    pub destinations: Vec<Destination>,
    pub today: Date,
}

/// What `asked` finds; without it, what the person usually asks for.
#[server(endpoint = "carpool_board")]
pub async fn carpool_board(asked: Option<SearchForm>) -> Result<Board, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let form = match asked {
        Some(form) => form,
        None => usually(services::carpool::usual(&ctx, &actor).await?),
    };
    let (result, faults) = match services::carpool::search(&ctx, &actor, &form).await {
        Ok(result) => (Some(result), Vec::new()),
        Err(error) => {
            let failure = error.failure();
            if failure.reason != domain::Reason::Form {
                return Err(error.into());
            }
            (None, failure.fields)
        }
    };
    Ok(Board { form, faults, result, destinations: destinations(&ctx).await?, today: ctx.today() })
}

#[cfg(feature = "ssr")]
fn usually(usual: Usual) -> SearchForm {
    SearchForm {
        from: domain::person::CommuneForm::typed(usual.from.unwrap_or_default()),
        workplace: usual.workplace.map(|id| id.to_string()).unwrap_or_default(),
        date: usual.date,
        ..SearchForm::default()
    }
}

/// Workplaces that somebody has placed: the others cannot be matched.
#[cfg(feature = "ssr")]
async fn destinations(ctx: &services::Context) -> Result<Vec<Destination>, Refusal> {
    let all = services::people::workplaces(ctx).await?;
    let placed = all.into_iter().filter(|place| place.point.is_some() && place.commune.is_some());
    Ok(placed.map(|place| (place.id.to_string(), place.name)).collect())
}

#[server(endpoint = "ride_to_offer")]
pub async fn ride_to_offer() -> Result<OfferStart, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let usual = services::carpool::usual(&ctx, &actor).await?;
    Ok(OfferStart { usual, destinations: destinations(&ctx).await?, today: ctx.today() })
}

/// A ride, seen by somebody who would get in and out at those communes (INSEE codes).
#[server(endpoint = "ride_page")]
pub async fn ride_page(ride: JourneyId, pickup: String, dropoff: String) -> Result<RideView, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let stops = services::carpool::Stops { pickup, dropoff };
    Ok(services::carpool::ride(&ctx, &actor, ride, &stops).await?)
}

#[server(endpoint = "my_rides")]
pub async fn my_rides(period: Period, after: Option<String>) -> Result<Page<MyRide>, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    Ok(services::carpool::mine(&ctx, &actor, period, after.as_deref()).await?)
}

#[server(endpoint = "offer_ride")]
#[allow(clippy::too_many_arguments, reason = "a field each")]
pub async fn offer_ride(
    from: String,
    #[server(default)] from_choice: String,
    #[server(default)] workplace: String,
    #[server(default)] to: String,
    #[server(default)] to_choice: String,
    date: String,
    time: String,
    seats: String,
    #[server(default)] note: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let commune = |text, choice| domain::person::CommuneForm { text, choice };
    let (from, to) = (commune(from, from_choice), commune(to, to_choice));
    let form = domain::carpool::OfferForm { from, workplace, to, date, time, seats, note };
    let ride = services::carpool::offer(&ctx, &actor, &form, &key).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::RideOffered);
    Ok(())
}

/// Asks for a seat; `pickup` and `dropoff` are INSEE codes, empty at the ride's own ends.
#[server(endpoint = "book_seat")]
pub async fn book_seat(
    ride: JourneyId,
    #[server(default)] seats: String,
    #[server(default)] pickup: String,
    #[server(default)] dropoff: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let form = services::carpool::BookForm { seats, pickup, dropoff };
    services::carpool::book(&ctx, &actor, ride, &form, &key).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::SeatAsked);
    Ok(())
}

#[server(endpoint = "confirm_seat")]
pub async fn confirm_seat(ride: JourneyId, passenger: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::carpool::confirm(&ctx, &actor, ride, passenger).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::SeatConfirmed);
    Ok(())
}

#[server(endpoint = "decline_seat")]
pub async fn decline_seat(ride: JourneyId, passenger: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::carpool::decline(&ctx, &actor, ride, passenger).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::SeatDeclined);
    Ok(())
}

/// The passenger's own, or one that the driver takes back.
#[server(endpoint = "cancel_seat")]
pub async fn cancel_seat(ride: JourneyId, passenger: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::carpool::cancel_booking(&ctx, &actor, ride, passenger).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::SeatCancelled);
    Ok(())
}

/// Calls a ride off; `confirm` is a box to tick.
#[server(endpoint = "cancel_ride")]
pub async fn cancel_ride(ride: JourneyId, #[server(default)] confirm: Option<String>) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    if confirm.is_none() {
        let mut form = domain::form::Reader::default();
        form.fault("confirm", Fault::Required);
        form.done()?;
    }
    services::carpool::cancel_journey(&ctx, &actor, ride).await?;
    crate::asking::done(format!("/carpool/rides/{ride}"), crate::Notice::RideCancelled);
    Ok(())
}
