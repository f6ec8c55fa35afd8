//! The home page: what is said in all one's communities.

use super::{
    api::{HomeSheet, home_page},
    composer::HomeComposer,
    list::{news, posts},
    texts as t,
};
use crate::{
    forms::PostForm,
    page::{Title, page, query},
    ui::{Button, EmptyState, PageHeader, Scene, Variant},
    visit::lang,
};
use domain::{Lang, reading::Order};
use leptos::prelude::*;

/// `/`
#[component]
pub fn Home() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(
        async move { home_page(after).await },
        move |HomeSheet { posts: page, places, heard, announces, away, order }| {
            let alone = places.is_empty();
            let empty = page.items.is_empty() && !middle;
            let banner = (!heard.is_empty()).then(|| news(lang, "/", &heard));
            let composer = (!alone && !middle).then(|| view! { <HomeComposer places announces /> });
            let orders = (!empty && !middle).then(|| orders(lang, order));
            let lead = match order {
                Order::Newest => t::home_lead(lang),
                Order::Active => t::home_lead_active(lang),
            };
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
                <PageHeader title=t::home_title(lang) lead=lead />
                {away.map(|days| view! { <crate::reading::Offer lang days /> })}
                {composer}
                {orders}
                {banner}
                {list}
            }
        },
    )
}

/// A button for each order; it is kept, so it is sent and not merely followed.
fn orders(lang: Lang, chosen: Order) -> impl IntoView {
    let buttons = [(Order::Newest, t::by_newest(lang)), (Order::Active, t::by_active(lang))]
        .map(|(order, name)| {
            view! {
                <button class="toggle" name="order" value=order.word() aria-pressed=(order == chosen).to_string()>
                    {name}
                </button>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <PostForm action="choose_order" class="toggles" label=t::order(lang) next="/" quiet=true>
            {buttons}
        </PostForm>
    }
}
