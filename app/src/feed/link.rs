//! A link, as its card shows it: where it leads is always said, whatever the page says of itself.

use super::texts as t;
use domain::{
    Lang,
    feed::{LinkView, Preview},
};
use leptos::prelude::*;

pub(super) fn link(lang: Lang, link: &LinkView) -> AnyView {
    let title = if link.title.is_empty() { link.url.clone() } else { link.title.clone() };
    let picture = link.picture.as_ref().map(|picture| {
        view! {
            <img
                src=format!("/media/{}/480", picture.id)
                alt=""
                width=picture.width.to_string()
                height=picture.height.to_string()
                loading="lazy"
                decoding="async"
            />
        }
    });
    let description = (!link.description.is_empty())
        .then(|| view! { <span class="post-link-words">{link.description.clone()}</span> });
    let from = match link.site.is_empty() || link.site.eq_ignore_ascii_case(&link.host) {
        true => link.host.clone(),
        false => format!("{} · {}", link.site, link.host),
    };
    let said = match link.preview {
        Preview::Shown => None,
        Preview::Coming => Some(t::preview_coming(lang)),
        Preview::Again => Some(t::preview_again(lang)),
        Preview::None => Some(t::no_preview(lang)),
    };
    view! {
        <a class="post-link" href=link.url.clone() rel="noopener noreferrer nofollow" data-plain="">
            {picture}
            <span class="post-link-text">
                <span class="post-link-title">{title}</span>
                {description}
                <span class="post-link-from">{from}</span>
            </span>
        </a>
        {said.map(|said| view! { <p class="muted">{said}</p> })}
    }
    .into_any()
}
