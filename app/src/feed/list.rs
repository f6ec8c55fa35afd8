//! A list of posts, and a community's.

use super::{
    api::{Dated, community_feed},
    card::{Sheet, card},
    reactions::QuickReactions,
    texts as t,
};
use crate::{
    communities::outside::same_way,
    page::{page, query},
    ui::{EmptyState, Pagination, Scene},
    visit::lang,
};
use domain::{Lang, feed::PostView, id::CommunityId, page::Page};
use leptos::prelude::*;

/// Posts, newest first; `base` is the address of the first page.
pub(crate) fn posts(page: Page<Dated<PostView>>, base: &str, middle: bool) -> impl IntoView + use<> {
    let sheet = Sheet::new(false);
    let lang = sheet.lang;
    let next = page.next.map(|next| same_way(format!("{base}?after={next}")));
    let first = middle.then(|| same_way(base.to_owned()));
    let end = (middle && page.items.is_empty()).then(|| view! { <p class="muted">{t::the_end(lang)}</p> });
    let cards = page.items.into_iter().map(|post| view! { <li>{card(&sheet, post)}</li> }).collect_view();
    view! {
        <ol class="feed" aria-label=t::feed(lang)>{cards}</ol>
        {end}
        <Pagination lang next first label=t::older(lang) />
        <QuickReactions />
    }
}

/// Shown by the yard when something was written meanwhile: what is being read stays where it is.
/// It lies over the page and moves nothing in it. Without JavaScript it is a link that is always there.
pub(super) fn news(lang: Lang, href: &str, communities: &[CommunityId]) -> impl IntoView + use<> {
    let topics = communities.iter().map(|community| format!("feed:{community}"));
    let topics = topics.collect::<Vec<_>>().join(",");
    view! {
        <div class="feed-news">
            <a
                class="button primary"
                id="feed-news"
                href=href.to_owned()
                hidden
                data-live-banner=topics
                data-one=t::new_one(lang)
                data-many=t::new_many(lang)
            >
                {t::new_some(lang)}
            </a>
        </div>
        <noscript>
            <p><a class="link" href=href.to_owned()>{t::look_for_news(lang)}</a></p>
        </noscript>
    }
}

/// What is said in a community, on its page.
#[component]
pub fn CommunityFeed(
    community: CommunityId,
    slug: String,
    /// The reader may write here.
    #[prop(optional)]
    may_write: bool,
) -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(async move { community_feed(community, after).await }, move |page| {
        let base = format!("/communities/{slug}");
        if page.items.is_empty() && !middle {
            return view! {
                {news(lang, &base, &[community])}
                {empty(lang, may_write)}
            }
            .into_any();
        }
        view! {
            {news(lang, &base, &[community])}
            {posts(page, &base, middle)}
        }
        .into_any()
    })
}

fn empty(lang: Lang, may_write: bool) -> impl IntoView {
    let text = if may_write { t::community_empty_text(lang) } else { t::community_empty_reader(lang) };
    view! { <EmptyState scene=Scene::Bench title=t::community_empty(lang) text=text /> }
}
