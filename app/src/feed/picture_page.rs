//! One picture of a post at its largest, with the one before and the one after.
//!
//! They are plain links, so it is a viewer without script too; with it, the arrow keys follow them.

use super::{
    api::{PictureSheet, picture_page},
    pictures::srcset,
    texts as t,
};
use crate::{
    page::{Title, page, param},
    ui::{Icon, PageHeader},
    visit::lang,
};
use domain::id::PostId;
use leptos::prelude::*;

/// `/posts/:id/pictures/:place`, counted from 1
#[component]
pub fn PostPicture() -> impl IntoView {
    let lang = lang();
    let load = async move { picture_page(param::<PostId>("id")?, param::<usize>("place")?).await };
    page(load, move |PictureSheet { post, title, author, pictures, place }| {
        let title = if title.is_empty() { t::post_of(lang, &author) } else { title };
        let count = pictures.len();
        let address = move |place: usize| format!("/posts/{post}/pictures/{place}");
        let heading = t::picture_of(lang, place, count);
        let shown = pictures.get(place.wrapping_sub(1)).map(|picture| {
            let alt = match picture.alt.is_empty() {
                true => t::picture_undescribed(lang, &author),
                false => picture.alt.clone(),
            };
            let caption = (!picture.alt.is_empty())
                .then(|| view! { <figcaption aria-hidden="true">{picture.alt.clone()}</figcaption> });
            view! {
                <figure class="viewer">
                    <img
                        src=format!("/media/{}/1600", picture.id)
                        srcset=srcset(picture)
                        sizes="100vw"
                        alt=alt
                        width=picture.width.to_string()
                        height=picture.height.to_string()
                    />
                    {caption}
                </figure>
            }
        });
        let before = (place > 1).then(|| {
            view! {
                <a class="button" rel="prev" href=address(place - 1)>
                    <Icon name="chevron-left" />{t::picture_before(lang)}
                </a>
            }
        });
        let after = (place < count).then(|| {
            view! {
                <a class="button" rel="next" href=address(place + 1)>
                    {t::picture_after(lang)}<Icon name="chevron-right" />
                </a>
            }
        });
        let strip = (count > 1).then(|| {
            let each = pictures
                .iter()
                .enumerate()
                .map(|(n, picture)| {
                    let number = n + 1;
                    view! {
                        <li>
                            <a href=address(number) aria-current=(number == place).then_some("true")>
                                <img
                                    src=format!("/media/{}/160", picture.id)
                                    alt=t::picture_of(lang, number, count)
                                    width="64"
                                    height="64"
                                    loading="lazy"
                                />
                            </a>
                        </li>
                    }
                })
                .collect_view();
            view! { <ol class="viewer-strip">{each}</ol> }
        });
        view! {
            <Title text=format!("{heading} · {title}") />
            <PageHeader title=heading up=(title, format!("/posts/{post}#post-{post}")) />
            {shown}
            <nav class="viewer-nav" aria-label=t::pictures(lang)>{before}{after}</nav>
            {strip}
            <ViewerKeys />
        }
    })
}

/// The arrow keys go to the picture before and after, Escape back to the post.
#[island]
fn ViewerKeys() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    follow_keys();
}

#[cfg(feature = "hydrate")]
fn follow_keys() {
    use gloo::events::EventListener;
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, KeyboardEvent};
    thread_local! {
        static LISTENING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if LISTENING.replace(true) {
        return;
    }
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let page = document.clone();
    EventListener::new(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        // In a field, or with another key held, they mean something else.
        let busy = key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key();
        let typing =
            page.active_element().is_some_and(|at| at.matches("input, textarea, select").unwrap_or(false));
        if busy || typing {
            return;
        }
        let link = match key.key().as_str() {
            "ArrowLeft" => ".viewer-nav [rel=prev]",
            "ArrowRight" => ".viewer-nav [rel=next]",
            "Escape" => ".page-up a",
            _ => return,
        };
        if page.query_selector(".viewer").is_ok_and(|viewer| viewer.is_none()) {
            return;
        }
        if let Ok(Some(link)) = page.query_selector(link)
            && let Ok(link) = link.dyn_into::<HtmlElement>()
        {
            link.click();
        }
    })
    .forget();
}
