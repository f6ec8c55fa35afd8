//! `/communities/:slug/federation`

use super::{
    api::{FederationSheet, federation_page},
    goals::Goals,
    texts as t,
    ties::{Own, Pending, Propose, Tied},
};
use crate::{
    communities::head::{Head, Tab},
    page::{Title, page, param},
    visit::lang,
};
use domain::community::federation::Side;
use leptos::prelude::*;

/// Of a federation: its goals and its members. Of another community: the federations it is in.
#[component]
pub fn Federated() -> impl IntoView {
    let lang = lang();
    page(async move { federation_page(param("slug")?).await }, move |sheet| {
        let FederationSheet { head, above, ties, pending, goals, may_govern, candidates, today } = sheet;
        let side = if above { Side::Federation } else { Side::Community };
        let own = Own { id: head.id, side };
        let title =
            if above { t::federation_of(lang, &head.name) } else { t::federations_of(lang, &head.name) };
        let goals = above.then(|| view! { <Goals lang federation=own.id goals may_govern today /> });
        let (heading, text, none) = match above {
            true => (t::members(lang), t::members_text(lang), t::no_members(lang)),
            false => (t::federations(lang), t::in_text(lang), t::in_none(lang)),
        };
        let none = ties.is_empty().then(|| view! { <p class="muted">{none}</p> });
        let ties =
            ties.into_iter().map(|line| view! { <li><Tied lang own line may_govern /></li> }).collect_view();
        let waiting = (!pending.is_empty()).then(|| {
            let lines = pending.into_iter().map(|line| view! { <li><Pending lang own line /></li> });
            view! {
                <section class="stack" id="waiting">
                    <h2>{t::waiting(lang)}</h2>
                    <ul class="stack" role="list">{lines.collect_view()}</ul>
                </section>
            }
        });
        let propose = may_govern.then(|| view! { <Propose lang own candidates /> });
        view! {
            <Title text=title />
            <Head lang community=head tab=Tab::Federation />
            {goals}
            <section class="stack" id="ties">
                <h2>{heading}</h2>
                <p class="muted">{text}</p>
                {none}
                <ul class="stack" role="list">{ties}</ul>
            </section>
            {waiting}
            {propose}
        }
    })
}
