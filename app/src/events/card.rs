//! An event in a list.

use super::{date_tile::DateTile, texts as t, when::When};
use crate::ui::{Icon, Meter, Pill, Tone};
use domain::{
    Lang,
    event::{EventCard as Card, Phase, Seats, Status},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Date, title, place, and how many places are left; `community` names where it is.
#[component]
pub fn EventCard(lang: Lang, card: Card, today: Date, #[prop(optional)] community: bool) -> impl IntoView {
    let href = format!("/events/{}", card.id);
    let cancelled = card.status == Status::Cancelled;
    let place = card.community;
    let community = community.then(|| {
        view! {
            <li>
                <Icon name="users" />
                <a href=format!("/communities/{}", place.slug)>{place.name}</a>
            </li>
        }
    });
    view! {
        <article class="event-card" data-cancelled=cancelled.then_some("true")>
            <DateTile lang date=card.span.starts.date() />
            <div class="event-card-body">
                <h3 class="event-card-title"><a href=href>{card.summary}</a></h3>
                <ul class="facts">
                    <li><Icon name="clock" /><When lang span=card.span today /></li>
                    <li><Icon name="map-pin" /><span>{card.location}</span></li>
                    {community}
                </ul>
                <div class="event-card-foot">
                    {(!cancelled && card.phase == Phase::Ahead).then(|| view! { <Taken lang seats=card.seats /> })}
                    {(card.changed && !cancelled).then(|| view! {
                        <Pill tone=Tone::Warning label=t::changed_title(lang) icon="triangle-alert" />
                    })}
                    <Pills lang status=card.status phase=card.phase mine=card.seats.mine />
                </div>
            </div>
        </article>
    }
}

/// How many places are taken, against the limit if there is one.
#[component]
pub(super) fn Taken(lang: Lang, seats: Seats) -> impl IntoView {
    match seats.capacity {
        Some(capacity) => view! { <Meter lang taken=seats.taken of=capacity /> }.into_any(),
        None => view! { <p class="muted small">{t::registered(lang, seats.taken.into())}</p> }.into_any(),
    }
}

/// What is particular about it: called off, under way, mine.
#[component]
pub(super) fn Pills(lang: Lang, status: Status, phase: Phase, mine: bool) -> impl IntoView {
    if status == Status::Cancelled {
        return view! { <Pill tone=Tone::Danger label=t::cancelled(lang) icon="calendar-x" /> }.into_any();
    }
    let running = (phase == Phase::Running)
        .then(|| view! { <Pill tone=Tone::Info label=t::running(lang) icon="circle-dot" /> });
    let mine = mine.then(|| {
        let label = if phase == Phase::Over { t::was_mine(lang) } else { t::mine(lang) };
        view! { <Pill tone=Tone::Success label=label icon="calendar-check" /> }
    });
    view! { {running}{mine} }.into_any()
}
