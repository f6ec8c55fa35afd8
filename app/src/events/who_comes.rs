//! Who comes, by name: changes while others act.

use super::texts as t;
use crate::{
    i18n::percent,
    ui::{Avatar, Pagination, Size},
};
use domain::{
    Lang,
    event::{EventCard, Phase, Status},
    page::Page,
    person::PersonName,
};
use leptos::prelude::*;

/// Faces and names in order of arrival, each leading to the person.
#[component]
pub(super) fn WhoComes(lang: Lang, card: EventCard, people: Page<PersonName>) -> impl IntoView {
    let event = card.id;
    let (title, nobody) = match (card.status, card.phase) {
        (Status::Cancelled, _) => (t::who_was_to_come(lang), t::nobody_came(lang)),
        (_, Phase::Over) => (t::who_came(lang), t::nobody_came(lang)),
        _ => (t::who_comes(lang), t::nobody_yet(lang)),
    };
    let empty = people.items.is_empty().then(|| view! { <p class="muted">{nobody}</p> });
    let next = people.next.map(|next| format!("/events/{event}?people={}#event-people", percent(&next)));
    let rows = people
        .items
        .into_iter()
        .map(|person| {
            let href = person.address();
            view! {
                <li class="cluster">
                    <Avatar name=person.name.clone() picture=person.picture size=Size::Small />
                    <a href=href>{person.name}</a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let list = (!rows.is_empty()).then(|| view! { <ul class="people">{rows}</ul> });
    view! {
        <section
            class="stack"
            id="event-people"
            data-live=format!("event:{event}")
            aria-labelledby="event-people-title"
        >
            <h2 id="event-people-title">{title}</h2>
            {empty}
            {list}
            <Pagination lang next label=t::more_people(lang) />
        </section>
    }
}
