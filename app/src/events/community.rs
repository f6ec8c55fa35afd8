//! Events of one community, for its pages.

use super::{
    agenda::{Days, further, is_past, start, tabs},
    api::{Agenda, community_events},
    texts as t,
};
use crate::{
    communities::outside::same_way,
    page::{page, query},
    ui::{Button, EmptyState, Pagination, Scene, Variant},
    visit::lang,
};
use domain::id::CommunityId;
use leptos::prelude::*;

/// What a community prepares and what it has done, on its page `/communities/:slug/events`.
#[component]
pub fn CommunityEvents(community: CommunityId, slug: String, may_organise: bool) -> impl IntoView {
    let lang = lang();
    let past = is_past();
    let after = query("after");
    let middle = after.is_some();
    page(async move { community_events(community, past, after).await }, move |Agenda { today, page }| {
        let base = format!("/communities/{slug}/events");
        let create = move || {
            let href = format!("/communities/{slug}/events/new");
            view! { <Button variant=Variant::Primary href icon="calendar-plus">{t::new_event(lang)}</Button> }
        };
        let empty = page.items.is_empty() && !middle;
        let next = page.next.map(|next| same_way(further(&base, past, &next)));
        let first = middle.then(|| same_way(start(&base, past)));
        let tabs = tabs(lang, &base, past);
        if empty {
            let (title, text) = match past {
                true => (t::none_past_title(lang), t::none_past_text(lang)),
                false => (t::none_title(lang), t::none_here_text(lang)),
            };
            return view! {
                {tabs}
                <EmptyState scene=Scene::Calendar title=title text=text>{may_organise.then(create)}</EmptyState>
            }
            .into_any();
        }
        view! {
            {may_organise.then(|| view! { <div class="actions">{create()}</div> })}
            {tabs}
            <Days lang today cards=page.items past />
            <Pagination lang next first label=t::later_events(lang) />
        }
        .into_any()
    })
}
