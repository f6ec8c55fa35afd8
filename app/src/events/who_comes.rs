//! Who comes, by name.

use super::texts as t;
use crate::{
    i18n::percent,
    ui::{Avatar, Pagination, Size},
};
use domain::{Lang, id::EventId, page::Page, person::PersonName};
use leptos::prelude::*;

/// Faces and names in order of arrival, each leading to the person.
#[component]
pub(super) fn WhoComes(lang: Lang, event: EventId, people: Page<PersonName>, over: bool) -> impl IntoView {
    let title = if over { t::who_came(lang) } else { t::who_comes(lang) };
    if people.items.is_empty() {
        let text = if over { t::nobody_came(lang) } else { t::nobody_yet(lang) };
        return view! {
            <h3>{title}</h3>
            <p class="muted">{text}</p>
        }
        .into_any();
    }
    let next = people.next.map(|next| format!("/events/{event}?people={}#who-comes", percent(&next)));
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
        .collect_view();
    view! {
        <h3 id="who-comes">{title}</h3>
        <ul class="people">{rows}</ul>
        <Pagination lang next label=t::more_people(lang) />
    }
    .into_any()
}
