//! Before something is deleted for good.

use super::{api::DatedBranch, texts as t};
use crate::{
    forms::PostForm,
    ui::{Banner, Button, Tone, Variant},
};
use domain::{
    Lang,
    feed::PostView,
    id::{CommentId, PostId},
};
use leptos::prelude::*;

/// What is about to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doomed {
    Post,
    Comment(CommentId),
}

/// What `?delete=` asks for, among what this person may delete on this page.
pub(super) fn asked(asked: Option<&str>, post: &PostView, branches: &[DatedBranch]) -> Option<Doomed> {
    match asked? {
        "post" => post.deletes.then_some(Doomed::Post),
        id => {
            let id: CommentId = id.parse().ok()?;
            let mut comments =
                branches.iter().flat_map(|branch| std::iter::once(&branch.root).chain(&branch.answers));
            comments.any(|comment| comment.it.id == id && comment.it.deletes).then_some(Doomed::Comment(id))
        }
    }
}

#[component]
pub(super) fn Confirm(lang: Lang, post: PostId, what: Doomed) -> impl IntoView {
    let (action, title, text) = match what {
        Doomed::Post => ("delete_post", t::confirm_post(lang), t::confirm_post_text(lang)),
        Doomed::Comment(_) => ("delete_comment", t::confirm_comment(lang), t::confirm_comment_text(lang)),
    };
    let comment = match what {
        Doomed::Comment(id) => Some(view! { <input type="hidden" name="comment" value=id.to_string() /> }),
        Doomed::Post => None,
    };
    view! {
        <Banner tone=Tone::Danger title>
            <p>{text}</p>
            <PostForm action class="actions">
                <input type="hidden" name="post" value=post.to_string() />
                {comment}
                <Button variant=Variant::Danger>{t::confirm_delete(lang)}</Button>
                <Button variant=Variant::Quiet href=format!("/posts/{post}")>{t::cancel(lang)}</Button>
            </PostForm>
        </Banner>
    }
}
