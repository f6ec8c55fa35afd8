//! A ride is offered.

use super::{
    changed, enter,
    places::{End, commune, destination},
    row::NewJourney,
};
use crate::{
    Context, bind,
    db::{At, Id},
    error::{Error, Result},
};
use domain::{
    Actor,
    carpool::{Offer, OfferForm, latest_first, soonest_first},
    form::{Fault, Reader},
    id::{JourneyId, PersonId},
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Puts a ride of the actor's on the board; `key` makes sending the form twice one ride.
pub async fn offer(ctx: &Context, actor: &Actor, raw: &OfferForm, key: &str) -> Result<JourneyId> {
    enter(actor)?;
    let mut form = Reader::default();
    let from = commune(&mut form, "from", &raw.from);
    if raw.from.text.trim().is_empty() {
        form.fault("from", Fault::Required);
    }
    let to = destination(ctx, &mut form, &raw.workplace, &raw.to).await?;
    if raw.workplace.trim().is_empty() && raw.to.text.trim().is_empty() {
        form.fault("to", Fault::Required);
    }
    if let (Some(from), Some(to)) = (&from, &to)
        && from.stop == to.stop
    {
        form.fault("to", Fault::Same);
    }
    let offer = Offer::read(&mut form, raw, ctx.zone().to_datetime(ctx.now()));
    let departs = form.take("time", moment(ctx.zone(), offer.departs), ctx.now());
    form.done()?;
    let (Some(from), Some(to)) = (from, to) else {
        return Err(Error::broken("an end that is neither there nor at fault"));
    };
    let id = JourneyId::new(ctx.ulid());
    let made = journey(ctx, id, actor.person, &from, &to, departs);
    let row = NewJourney { seats: offer.seats, note: offer.note, ..made };
    let create = "INSERT INTO journey $row RETURN NONE;";
    let outcome = ctx.write_once(actor.person, key, id, create, bind! { row }).await?;
    if outcome.first {
        changed(ctx, id, [actor.person; 2]);
    }
    outcome.id.parse().map_err(Error::broken)
}

/// The moment that the clocks of `zone` show `wall`. Where they skip it in spring it is an hour
/// later, where they show it twice in autumn it is the first.
pub(super) fn moment(zone: &TimeZone, wall: DateTime) -> Result<Timestamp, Fault> {
    zone.to_ambiguous_timestamp(wall).compatible().map_err(|_| Fault::Moment)
}

/// A ride of one seat without a note.
pub(super) fn journey(
    ctx: &Context,
    id: JourneyId,
    driver: PersonId,
    from: &End,
    to: &End,
    departs: Timestamp,
) -> NewJourney {
    NewJourney {
        id: Id(id),
        driver: Id(driver),
        from_commune: from.stop.commune.clone(),
        from_lon: from.stop.point.lon,
        from_lat: from.stop.point.lat,
        to_commune: to.stop.commune.clone(),
        to_lon: to.stop.point.lon,
        to_lat: to.stop.point.lat,
        to_workplace: to.workplace.map(Id),
        departs: At(departs),
        day: ctx.zone().to_datetime(departs).date().to_string(),
        seats: 1,
        note: String::new(),
        created: At(ctx.now()),
        soon: soonest_first(departs, id),
        late: latest_first(departs, id),
    }
}
