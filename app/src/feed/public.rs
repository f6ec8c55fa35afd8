//! Making a post public, once what that means was said; and taking it back.

use crate::{
    communities::perimeter::texts as p,
    forms::PostForm,
    ui::{Banner, Button, Variant},
};
use domain::{Lang, feed::PostView};
use leptos::prelude::*;

/// What `?public=` opens, for those who may mark this post.
#[component]
pub(super) fn Public(lang: Lang, post: PostView) -> impl IntoView {
    let id = post.post.id;
    let (title, text, public) = match post.post.public {
        true => (p::make_private(lang), p::make_private_text(lang), "no"),
        false => (p::make_public(lang), p::make_public_text(lang), "yes"),
    };
    view! {
        <Banner title=title>
            <p>{text}</p>
            <PostForm action="mark_post_public">
                <input type="hidden" name="post" value=id.to_string() />
                <input type="hidden" name="public" value=public />
                <div class="actions">
                    <Button variant=Variant::Primary>{title}</Button>
                    <Button variant=Variant::Quiet href=format!("/posts/{id}")>{super::texts::cancel(lang)}</Button>
                </div>
            </PostForm>
        </Banner>
    }
}
