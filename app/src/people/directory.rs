//! The directory of people.

use super::{api::people_page, card::Card, texts as t};
use crate::{
    i18n::percent,
    page::{Title, page, query},
    ui::{Button, EmptyState, Field, PageHeader, Pagination, Scene},
    visit::{lang, visit},
};
use domain::Lang;
use leptos::prelude::*;

/// `/people?q=&after=`
#[component]
pub fn People() -> impl IntoView {
    let lang = lang();
    let search = query("q").unwrap_or_default();
    let after = query("after");
    let middle = after.is_some();
    let partner = visit().actor.is_some_and(|actor| actor.is_partner());
    page(people_page(search.clone(), after), move |people| {
        let next = people.next.as_deref().map(|next| address(&search, Some(next)));
        let first = middle.then(|| address(&search, None));
        let list = if people.items.is_empty() && next.is_none() {
            view! { <Nothing lang everything=search.is_empty() /> }.into_any()
        } else {
            let cards = people.items.into_iter().map(|card| view! { <li><Card lang card /></li> });
            view! { <ul class="people" data-width="wide">{cards.collect_view()}</ul> }.into_any()
        };
        let lead = if partner { t::people_lead_partner(lang) } else { t::people_lead(lang) };
        view! {
            <Title text=t::people(lang) />
            <PageHeader title=t::people(lang) lead />
            <form method="get" action="/people" role="search" aria-label=t::search_label(lang) class="search-line">
                <Field lang name="q" kind="search" label=t::search_people(lang) value=search unmarked=true />
                <Button icon="search">{t::search(lang)}</Button>
            </form>
            {list}
            <Pagination lang next first label=t::more_people(lang) />
        }
    })
}

fn address(search: &str, after: Option<&str>) -> String {
    let search = (!search.is_empty()).then(|| format!("q={}", percent(search)));
    let after = after.map(|after| format!("after={}", percent(after)));
    let parts: Vec<_> = [search, after].into_iter().flatten().collect();
    if parts.is_empty() { "/people".into() } else { format!("/people?{}", parts.join("&")) }
}

#[component]
fn Nothing(lang: Lang, everything: bool) -> impl IntoView {
    if everything {
        return view! { <EmptyState scene=Scene::Bench title=t::none_yet(lang) text=t::none_yet_text(lang) /> }
            .into_any();
    }
    view! {
        <EmptyState scene=Scene::Search title=t::none_found(lang) text=t::none_found_text(lang)>
            <Button href="/people">{t::see_all(lang)}</Button>
        </EmptyState>
    }
    .into_any()
}
