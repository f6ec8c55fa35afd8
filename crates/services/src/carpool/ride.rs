//! A ride on its own page.

use super::{
    answer::party,
    enter,
    places::{name_of, stop_of},
    row::{self, Booking, Row, cards, load},
};
use crate::{
    Context, bind,
    db::Id,
    error::{Error, Result},
    people,
};
use domain::{
    Actor,
    carpool::{
        BookingStatus, BookingView, Estimate, Request, RideCard, RideStatus, RideView, Standing, Step, Stop,
        Via, Wish, may_ask_again, sees_booking, sees_stops, step, suits,
    },
    id::{JourneyId, PersonId},
};

/// Bookings on the page of a ride; it has eight seats at most, and some are cancelled.
const LIMIT: i64 = 100;

pub(super) const BOOKINGS: &str = "SELECT person, status, ended, seats, pickup, dropoff, asked \
     FROM type::record('booking', [$journey, NONE]..=[$journey, ..]) LIMIT $limit";

/// Where a reader would get in and out: INSEE codes, empty at the ride's own ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    pub pickup: String,
    pub dropoff: String,
}

/// The ride, the bookings that `actor` may see, and what they may do there.
pub async fn ride(ctx: &Context, actor: &Actor, journey: JourneyId, stops: &Stops) -> Result<RideView> {
    enter(actor)?;
    let row = load(ctx, journey).await?;
    let variables = bind! { journey: Id(journey), limit: LIMIT };
    let mut bookings: Vec<Booking> = ctx.db().rows(BOOKINGS, variables).await?;
    bookings.sort_by_key(|booking| (booking.asked, booking.person.0));
    let own = bookings.iter().find(|booking| booking.person.0 == actor.person);
    let standing = standing(&row, actor.person, own);
    let ahead = row.status(ctx.now()) == RideStatus::Ahead;
    let may_ask = own.is_none_or(|own| may_ask_again(own.ended.map(|word| word.0)));
    let may_book = ahead && standing != Standing::Driver && may_ask && row.free() > 0;
    let card = cards(ctx, std::iter::once(&row))
        .await?
        .pop()
        .ok_or_else(|| Error::broken("a ride without its card"))?;
    Ok(RideView {
        may_book,
        may_cancel: ahead && standing == Standing::Driver,
        via: via(ctx, &row, &card, stops),
        bookings: seen(ctx, actor.person, &row, standing, &bookings).await?,
        note: row.note.clone(),
        standing,
        card,
    })
}

fn standing(row: &Row, reader: PersonId, own: Option<&Booking>) -> Standing {
    match own.map(|own| own.status.0) {
        _ if row.driver.0 == reader => Standing::Driver,
        None => Standing::Onlooker,
        Some(BookingStatus::WaitingConfirmation | BookingStatus::Cancelled) => Standing::Asked,
        Some(_) => Standing::Passenger,
    }
}

/// How the ride suits the stops asked about; none when they are its own ends, or out of the way.
fn via(ctx: &Context, row: &Row, card: &RideCard, stops: &Stops) -> Option<Via> {
    let (from, to) = (stop_of(&stops.pickup), stop_of(&stops.dropoff));
    let point = |stop: &Option<Stop>| stop.as_ref().map(|stop| stop.point);
    let request = Request { from: point(&from), to: point(&to), wish: Wish::AnyTime, window: 0, seats: 0 };
    let found = suits(&Estimate, &request, &row.candidate())?;
    let via = row::via(ctx, card, from.as_ref(), to.as_ref(), &found);
    (via.from.is_some() || via.to.is_some()).then_some(via)
}

/// The bookings that `reader` may see. What ended is the business of those whom it concerned.
async fn seen(
    ctx: &Context,
    reader: PersonId,
    row: &Row,
    standing: Standing,
    bookings: &[Booking],
) -> Result<Vec<BookingView>> {
    let is_seen = |booking: &&Booking| {
        let confirmed =
            !matches!(booking.status.0, BookingStatus::WaitingConfirmation | BookingStatus::Cancelled);
        sees_booking(standing, reader, booking.person.0, confirmed)
    };
    let bookings: Vec<&Booking> = bookings.iter().filter(is_seen).collect();
    let passengers: Vec<PersonId> = bookings.iter().map(|booking| booking.person.0).collect();
    let names = people::names(ctx, &passengers).await?;
    let ahead = row.status(ctx.now()) == RideStatus::Ahead;
    let view = |booking: &Booking| {
        let passenger = booking.person.0;
        let stop = |code: &Option<String>, end: String| code.as_deref().map_or(end, name_of);
        let told = sees_stops(standing, reader, passenger);
        BookingView {
            passenger: names.of(passenger),
            status: booking.status.0,
            ended: booking.ended.map(|word| word.0),
            seats: booking.seats,
            stops: told
                .then(|| (stop(&booking.pickup, row.from().name), stop(&booking.dropoff, row.to().name))),
            mine: passenger == reader,
            steps: if ahead { steps(row, reader, booking) } else { Vec::new() },
        }
    };
    Ok(bookings.into_iter().map(view).collect())
}

/// What `reader` may do with `booking`.
fn steps(row: &Row, reader: PersonId, booking: &Booking) -> Vec<Step> {
    let Some(party) = party(row, reader, booking.person.0) else { return Vec::new() };
    let may = |what: &Step| step(booking.status.0, party, *what).is_some();
    [Step::Confirm, Step::Decline, Step::Cancel].into_iter().filter(may).collect()
}
