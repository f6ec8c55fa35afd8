//! What those who animate are reminded of, on the pages of their community.

use super::texts as t;
use crate::ui::{Banner, Button, Tone};
use domain::{
    Lang,
    community::{CommunityView, amendment::Review},
};
use leptos::prelude::*;

/// The charter is soon to be read again, or should have been.
#[component]
pub(in crate::communities) fn ReviewBanner(lang: Lang, community: CommunityView) -> impl IntoView {
    community.review.filter(|_| community.may_govern).map(|review| {
        let (tone, title) = match review {
            Review::Near => (Tone::Info, t::review_near(lang)),
            Review::Passed => (Tone::Warning, t::review_passed(lang)),
        };
        let href = format!("/communities/{}/charter?edit=1", community.slug);
        view! {
            <Banner tone title>
                <p>{t::review_text(lang)}</p>
                <p><a href=href>{t::review_it(lang)}</a></p>
            </Banner>
        }
    })
}

/// Changes wait for an answer.
#[component]
pub(in crate::communities) fn Waiting(lang: Lang, slug: String, count: usize) -> impl IntoView {
    (count > 0).then(|| {
        view! {
            <Banner tone=Tone::Info title=t::changes_waiting(lang, count)>
                <div class="actions">
                    <Button small=true href=format!("/communities/{slug}/charter/changes")>{t::see_changes(lang)}</Button>
                </div>
            </Banner>
        }
    })
}
