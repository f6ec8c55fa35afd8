//! A person in a list.

use super::texts as t;
use crate::ui::Avatar;
use domain::{Lang, person::PersonCard};
use leptos::prelude::*;

/// Face, name, job and workplace. The name is an `h2`: cards come right under a page's `h1`.
#[component]
pub fn Card(lang: Lang, card: PersonCard) -> impl IntoView {
    let role = roles(lang, &card);
    let role = (!role.is_empty()).then(|| view! { <p class="person-card-role">{role}</p> });
    view! {
        <article class="person-card">
            <Avatar name=card.name.clone() picture=card.picture />
            <div class="person-card-body">
                <h2 class="person-card-name"><a href=format!("/people/{}", card.id)>{card.name}</a></h2>
                {role}
            </div>
        </article>
    }
}

/// What they do and where, in one line.
fn roles(lang: Lang, card: &PersonCard) -> String {
    let partner = (!card.company.is_empty()).then(|| t::partner_of(lang, &card.company));
    let own = [Some(card.title.clone()), card.workplace.clone(), partner];
    own.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
