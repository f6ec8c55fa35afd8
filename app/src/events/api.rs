//! What pages and forms of events ask the server.

use crate::Refusal;
use domain::{
    event::{EventCard, EventEditing, EventForm, EventPlace, EventView},
    id::{CommunityId, EventId},
    page::Page,
    person::PersonName,
};
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A page of events, and the day it is: dates of another year say so.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Agenda {
    pub today: Date,
    pub page: Page<EventCard>,
}

/// An event's page: who comes is there for those who may see it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sheet {
    pub today: Date,
    pub event: EventView,
    pub people: Option<Page<PersonName>>,
}

/// Events of all my communities, past or to come.
#[server(endpoint = "events_page")]
pub async fn events_page(past: bool, after: Option<String>) -> Result<Agenda, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let page = match past {
        true => services::events::past(&ctx, &actor, after.as_deref()).await?,
        false => services::events::upcoming(&ctx, &actor, after.as_deref()).await?,
    };
    Ok(Agenda { today: ctx.today(), page })
}

/// Events of one community, past or to come.
#[server(endpoint = "community_events")]
pub async fn community_events(
    community: CommunityId,
    past: bool,
    after: Option<String>,
) -> Result<Agenda, Refusal> {
    let (ctx, actor) = crate::communities::outside::reading_in(community).await?;
    let after = after.as_deref();
    let page = match past {
        true => services::events::community_past(&ctx, &actor, community, after).await?,
        false => services::events::community_events(&ctx, &actor, community, after).await?,
    };
    Ok(Agenda { today: ctx.today(), page })
}

#[server(endpoint = "event_page")]
pub async fn event_page(event: EventId, people: Option<String>) -> Result<Sheet, Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let view = services::events::event(&ctx, &actor, event).await?;
    let people = match view.sees_who_comes {
        true => Some(services::events::registrations(&ctx, &actor, event, people.as_deref()).await?),
        false => None,
    };
    Ok(Sheet { today: ctx.today(), event: view, people })
}

/// The community of an address, for those who may call events there.
#[server(endpoint = "event_to_call")]
pub async fn event_to_call(slug: String) -> Result<(EventPlace, Date), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let place = services::events::calling(&ctx, &actor, &slug).await?;
    Ok((place, ctx.today()))
}

/// What the form of an event is filled with, for those who may change it.
#[server(endpoint = "event_to_edit")]
pub async fn event_to_edit(event: EventId) -> Result<(EventEditing, Date), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let editing = services::events::editing(&ctx, &actor, event).await?;
    Ok((editing, ctx.today()))
}

#[server(endpoint = "create_event")]
pub async fn create_event(
    community: CommunityId,
    #[server(flatten)] form: EventForm,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let event = services::events::create(&ctx, &actor, community, &form, &key).await?;
    crate::asking::done(format!("/events/{event}"), crate::Notice::EventCreated);
    Ok(())
}

/// Changes an event; `sequence` is the version it was read at.
#[server(endpoint = "edit_event")]
pub async fn edit_event(
    event: EventId,
    sequence: i64,
    #[server(flatten)] form: EventForm,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::events::edit(&ctx, &actor, event, &form, sequence, &key).await?;
    crate::asking::done(format!("/events/{event}"), crate::Notice::Edited);
    Ok(())
}

/// Calls an event off; `confirm` is a box to tick.
#[server(endpoint = "cancel_event")]
pub async fn cancel_event(event: EventId, #[server(default)] confirm: Option<String>) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    if confirm.is_none() {
        let mut form = domain::form::Reader::default();
        form.fault("confirm", domain::form::Fault::Required);
        form.done()?;
    }
    services::events::cancel(&ctx, &actor, event).await?;
    crate::asking::done(format!("/events/{event}"), crate::Notice::EventCancelled);
    Ok(())
}

#[server(endpoint = "register_event")]
pub async fn register_event(event: EventId) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::events::register(&ctx, &actor, event).await?;
    crate::asking::done(format!("/events/{event}"), crate::Notice::Registered);
    Ok(())
}

#[server(endpoint = "leave_event")]
pub async fn leave_event(event: EventId) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    services::events::leave(&ctx, &actor, event).await?;
    crate::asking::done(format!("/events/{event}"), crate::Notice::Unregistered);
    Ok(())
}

/// Joins the event's community, accepting that version of its charter, and takes a place.
#[server(endpoint = "join_and_register")]
pub async fn join_and_register(event: EventId, charter: u32) -> Result<(), Refusal> {
    let (ctx, actor) = crate::asking::asking().await?;
    let role = services::events::join_and_register(&ctx, &actor, event, charter).await?;
    let notice = match role {
        domain::actor::Role::Requested => crate::Notice::Requested,
        _ => crate::Notice::Registered,
    };
    crate::asking::done(format!("/events/{event}"), notice);
    Ok(())
}
