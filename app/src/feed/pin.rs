//! Pinning a post on top of its community's feed.

use super::texts as t;
use crate::{
    forms::{PostForm, form},
    i18n::dates,
    ui::{Banner, Button, Field, Icon, Variant},
};
use domain::{
    Lang,
    feed::{PIN_DAYS, PINS_MAX, PostView},
    id::PostId,
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Above a card: until when it is pinned.
pub(super) fn pinned(lang: Lang, until: Date) -> impl IntoView {
    view! { <p class="post-pinned"><Icon name="pin" />{t::pinned_until(lang, &dates::day(lang, until))}</p> }
}

/// What `?pin=` opens, for those who may pin this post.
#[component]
pub(super) fn Pin(lang: Lang, post: PostView) -> impl IntoView {
    let id = post.post.id;
    let form = form("pin_post");
    let until = post.pinned.map(|until| until.to_string()).unwrap_or_default();
    let hint = t::pin_hint(lang, PINS_MAX, PIN_DAYS);
    let off = post.pinned.map(|_| view! { <Unpin lang post=id /> });
    view! {
        <Banner title=t::pin(lang)>
            <PostForm action="pin_post" class="form">
                <input type="hidden" name="post" value=id.to_string() />
                <Field
                    lang
                    name="until"
                    kind="date"
                    label=t::pin_until(lang)
                    hint=hint
                    value=form.value_or("until", until)
                    error=form.error("until")
                />
                <div class="actions">
                    <Button variant=Variant::Primary icon="pin">{t::pin_it(lang)}</Button>
                    <Button variant=Variant::Quiet href=format!("/posts/{id}")>{t::cancel(lang)}</Button>
                </div>
            </PostForm>
            {off}
        </Banner>
    }
}

#[component]
fn Unpin(lang: Lang, post: PostId) -> impl IntoView {
    view! {
        <PostForm action="unpin_post">
            <input type="hidden" name="post" value=post.to_string() />
            <Button icon="x">{t::unpin(lang)}</Button>
        </PostForm>
    }
}
