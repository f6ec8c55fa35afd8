//! What its stage asks of the team, with where to do it.

use super::texts as t;
use crate::ui::Card;
use domain::{Lang, community::life::Ask};
use leptos::prelude::*;

/// A short list with links; nothing when nothing is asked.
#[component]
pub(in crate::communities) fn Asked(
    lang: Lang,
    slug: String,
    asks: Vec<Ask>,
    /// Under the heading of the page of its life, where the way to that page is no news.
    #[prop(optional)]
    inner: bool,
) -> impl IntoView {
    if asks.is_empty() {
        return ().into_any();
    }
    let items = asks.into_iter().map(|ask| {
        let (text, href) = asked(lang, ask, &slug);
        view! { <li><a href=href>{text}</a></li> }
    });
    let items = view! { <ul class="stack" data-gap="small">{items.collect_view()}</ul> };
    if inner {
        return items.into_any();
    }
    view! {
        <Card title=t::asked(lang)>
            {items}
            <p class="muted small">{t::asked_text(lang)}</p>
        </Card>
    }
    .into_any()
}

fn asked(lang: Lang, ask: Ask, slug: &str) -> (String, String) {
    let at = |path: &str| format!("/communities/{slug}{path}");
    match ask {
        Ask::FindAnimators => (t::ask_animators(lang).into(), at("/members")),
        Ask::Write => (t::ask_write(lang), at("")),
        Ask::Gather => (t::ask_gather(lang), at("/members")),
        Ask::CallEvent => (t::ask_event(lang).into(), at("/events/new")),
        Ask::Begin => (t::ask_begin(lang).into(), at("/life#moves")),
        Ask::Rest => (t::ask_rest(lang), at("/life#moves")),
        Ask::WakeOrArchive => (t::ask_wake(lang).into(), at("/life#moves")),
    }
}
