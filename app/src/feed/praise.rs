//! Those a post praises, by name.

use super::texts as t;
use crate::ui::{Avatar, Icon, Size};
use domain::{Lang, person::PersonName};
use leptos::prelude::*;

pub(super) fn praise(lang: Lang, people: &[PersonName]) -> AnyView {
    let last = people.len().saturating_sub(1);
    let each = people
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let glue = match place {
                0 => "",
                _ if place == last => t::and(lang),
                _ => ", ",
            };
            view! {
                {glue}
                <a class="post-praised" href=person.address()>
                    <Avatar name=person.name.clone() picture=person.picture.clone() size=Size::Small />
                    {person.name.clone()}
                </a>
            }
        })
        .collect_view();
    view! { <p class="post-praise"><Icon name="award" /><span>{t::bravo_to(lang)}" "{each}</span></p> }
        .into_any()
}
