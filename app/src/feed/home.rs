//! The home page: what is said in all one's communities.

use super::{
    api::{HomeSheet, home_page},
    composer::HomeComposer,
    later::Held,
    list::{news, posts},
    texts as t,
};
use crate::{
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Scene, Variant},
    visit::lang,
};
use leptos::prelude::*;

/// `/`
#[component]
pub fn Home() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(
        async move { home_page(after).await },
        move |HomeSheet { posts: page, places, announces, away, held }| {
            let alone = places.is_empty();
            let empty = page.items.is_empty() && !middle;
            let banners = places
                .iter()
                .map(|(community, name)| news("/", *community, t::new_in(lang, name)))
                .collect_view();
            let composer = (!alone && !middle).then(|| view! { <HomeComposer places announces /> });
            let list = match empty {
                false => posts(page, "/", middle).into_any(),
                true => {
                    let text = if alone { t::home_empty_text(lang) } else { t::home_empty_write(lang) };
                    view! {
                    <EmptyState scene=Scene::Bench title=t::home_empty(lang) text=text>
                        <Button variant=Variant::Primary href="/communities">{t::find_communities(lang)}</Button>
                    </EmptyState>
                }
                .into_any()
                }
            };
            view! {
                <Title text=t::home(lang) />
                <PageHeader title=t::home_title(lang) lead=t::home_lead(lang) />
                {held.then(|| view! { <Held lang /> })}
                {away.map(|days| view! { <crate::reading::Offer lang days /> })}
                {composer}
                {banners}
                {list}
            }
        },
    )
}
