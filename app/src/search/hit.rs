//! One thing that was found.

use super::texts as t;
use crate::ui::Pill;
use domain::{
    Lang,
    search::{Address, Hit, Piece},
};
use leptos::prelude::*;

#[component]
pub(super) fn HitCard(lang: Lang, hit: Hit, when: String, moment: String) -> impl IntoView {
    let Hit { address, title, excerpt, author, origin, .. } = hit;
    let community = format!("/communities/{}", origin.slug);
    let (href, kind, icon) = match address {
        Address::Post(post, kind) => {
            (format!("/posts/{post}"), crate::feed::kind_name(lang, kind), "file-text")
        }
        Address::Comment(post, comment) => {
            let before = domain::id::previous(comment.ulid());
            (format!("/posts/{post}?after={before}#comment-{comment}"), t::a_comment(lang), "messages-square")
        }
        Address::Event(event) => (format!("/events/{event}"), t::an_event(lang), "calendar"),
        Address::Community => (community.clone(), t::a_community(lang), "users"),
    };
    let name = author.as_ref().map(|author| author.name.clone()).unwrap_or_default();
    let title = match (address, title.is_empty()) {
        (Address::Comment(..), false) => text(t::comment_on(lang, &plain(&title))),
        (Address::Comment(..), true) => text(t::a_comment(lang).to_owned()),
        (_, true) => text(t::post_of(lang, &name)),
        (_, false) => pieces(title),
    };
    let by = author.map(|author| view! { <a href=author.address()>{author.name.clone()}</a>" · " });
    let place = (address != Address::Community).then(|| {
        view! { {by}<a href=community>{origin.name}</a>" · "<time datetime=moment>{when}</time> }
    });
    let excerpt = (!excerpt.is_empty()).then(|| view! { <p class="hit-excerpt">{pieces(excerpt)}</p> });
    view! {
        <article class="hit card">
            <div class="hit-head">
                <h2 class="hit-title"><a href=href>{title}</a></h2>
                <Pill label=kind icon=icon />
            </div>
            {excerpt}
            {place.map(|place| view! { <p class="hit-place muted">{place}</p> })}
        </article>
    }
}

fn text(text: String) -> AnyView {
    text.into_any()
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// What people wrote, as text: nothing in it is markup.
fn pieces(pieces: Vec<Piece>) -> AnyView {
    let piece = |piece: Piece| match piece.marked {
        true => view! { <mark>{piece.text}</mark> }.into_any(),
        false => piece.text.into_any(),
    };
    pieces.into_iter().map(piece).collect_view().into_any()
}
