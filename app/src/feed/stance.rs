//! What a reader's own choices, and an equal voice for each, make of a post's card.

use super::texts as t;
use crate::ui::Icon;
use domain::{Lang, feed::PostView};
use leptos::prelude::*;

/// Above a card: why it stands higher than its date says.
pub(super) fn rare(lang: Lang) -> impl IntoView {
    view! { <p class="post-pinned"><Icon name="sprout" />{t::rare_voice(lang)}</p> }
}

/// What somebody wrote whom the reader muted: a press away.
pub(super) fn folded(lang: Lang, name: &str, inside: impl IntoView) -> impl IntoView {
    view! {
        <details class="post-folded">
            <summary><Icon name="eye-off" />{t::muted_words_of(lang, name)}<span class="link">{t::show(lang)}</span></summary>
            {inside}
        </details>
    }
}

/// What its author wrote besides, so that they do not fill the page.
pub(super) fn beside(lang: Lang, view: &PostView) -> Option<impl IntoView + use<>> {
    let name = &view.author.name;
    let others = &view.stance.others;
    (!others.is_empty()).then(|| {
        let links = others
            .iter()
            .map(|(post, title)| {
                let title = if title.is_empty() { t::post_of(lang, name) } else { title.clone() };
                view! { <li><a class="link" href=format!("/posts/{post}")>{title}</a></li> }
            })
            .collect_view();
        view! {
            <details class="post-others">
                <summary><Icon name="chevron-down" />{t::other_posts(lang, others.len(), name)}</summary>
                <ul>{links}</ul>
            </details>
        }
    })
}
