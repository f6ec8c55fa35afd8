//! An event is changed.

use super::row::{Row, load};
use crate::{
    Context, bind,
    db::{At, Id, thrown},
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    event::{Draft, EventEditing, EventError, EventForm, latest_first, soonest_first},
    form::{Fault, Reader},
    id::EventId,
    live::Signal,
    policy::Action,
};
use jiff::{Timestamp, civil::DateTime};
use surrealdb::types::Variables;

/// What the form of `event` is filled with, for those who may change it.
pub async fn editing(ctx: &Context, actor: &Actor, event: EventId) -> Result<EventEditing> {
    let (row, found) = load(ctx, actor, event, Action::Organise).await?;
    let span = row.span(ctx.zone());
    let sequence = row.sequence;
    let (row, description) = row.parted();
    let card = row.card(ctx, &found, None);
    let draft = Draft {
        summary: card.summary.clone(),
        description,
        location: card.location.clone(),
        starts: span.starts,
        ends: span.ends,
        capacity: card.seats.capacity,
    };
    Ok(EventEditing { form: EventForm::filled(&draft), sequence, card })
}

/// Changes `event`, unless somebody else did since version `sequence`. The same `key` twice changes
/// it once. A limit under the number of people registered is refused: nobody loses their place.
pub async fn edit(
    ctx: &Context,
    actor: &Actor,
    event: EventId,
    form: &EventForm,
    sequence: i64,
    key: &str,
) -> Result<()> {
    let (row, found) = load(ctx, actor, event, Action::Organise).await?;
    let Fields { draft, dtstart, dtend } = read(ctx, form, Some(&row))?;
    let mut variables = bound(event, draft, dtstart, dtend);
    variables.extend(bind! { sequence, person: Id(actor.person) });
    let written = ctx.write_once(actor.person, key, event, include_str!("edit.surql"), variables).await;
    super::mine::forget_attending(ctx);
    match written {
        Ok(_) => {
            ctx.caches().touched.touch(crate::search::Subject::Event(event));
            ctx.live().ring(Signal::Event { community: found.place.community, event });
            Ok(())
        }
        Err(error) => Err(match thrown(&error) {
            Some("cancelled") => EventError::Cancelled.into(),
            Some("changed") => EventError::Changed.into(),
            Some("taken") => too_few(ctx, actor, event).await?,
            _ => error,
        }),
    }
}

/// The limit asked for is under the number of people registered, read again: some may have come
/// since the page was opened.
async fn too_few(ctx: &Context, actor: &Actor, event: EventId) -> Result<Error> {
    let (row, _) = load(ctx, actor, event, Action::Organise).await?;
    let mut form = Reader::default();
    form.fault("capacity", Fault::TooFew { min: usize::try_from(row.taken).unwrap_or_default() });
    Ok(form.done().map_or_else(Error::from, |()| Reason::Form.into()))
}

/// A form that is in order.
pub(super) struct Fields {
    pub draft: Draft,
    pub dtstart: Timestamp,
    pub dtend: Timestamp,
}

/// Reads the form of a new event, or of the one that `was`.
pub(super) fn read(ctx: &Context, form: &EventForm, was: Option<&Row>) -> Result<Fields> {
    let mut reader = Reader::default();
    let now = ctx.zone().to_datetime(ctx.now());
    let draft = form.read(&mut reader, now, was.map(|row| row.span(ctx.zone()).starts));
    reader.done()?;
    let dtstart = moment(ctx, draft.starts)?;
    let dtend = moment(ctx, draft.ends)?;
    // Where clocks go forward, an end half an hour after the start can come before it.
    if dtend <= dtstart {
        let mut reader = Reader::default();
        reader.fault("end_time", Fault::EndBeforeStart);
        reader.done()?;
    }
    Ok(Fields { draft, dtstart, dtend })
}

fn moment(ctx: &Context, wall: DateTime) -> Result<Timestamp> {
    let zoned = wall.to_zoned(ctx.zone().clone()).map_err(Error::broken)?;
    Ok(zoned.timestamp())
}

/// The fields under the names the queries know.
pub(super) fn bound(event: EventId, draft: Draft, dtstart: Timestamp, dtend: Timestamp) -> Variables {
    bind! {
        event: Id(event), summary: draft.summary, description: draft.description,
        location: draft.location, dtstart: At(dtstart), dtend: At(dtend),
        capacity: draft.capacity.map(i64::from),
        soon: soonest_first(dtstart, event), late: latest_first(dtstart, event)
    }
}
