//! What is answered to a post.

use super::{api::Dated, question::Accept, texts as t};
use crate::{
    forms::{PostForm, form},
    ui::{Avatar, Button, Menu, Pagination, Pill, Size, TextArea, Tone, Variant},
};
use domain::{
    Lang,
    feed::{COMMENT_MAX, CommentView, Extra, PostView},
    id::{CommentId, PostId},
    page::Page,
};
use leptos::prelude::*;

/// A page of comments, then the form that adds one.
#[component]
pub(super) fn Thread(
    lang: Lang,
    post: PostView,
    comments: Page<Dated<CommentView>>,
    /// The comment being changed, as it was typed.
    changing: Option<(CommentId, String)>,
    /// The page is not the thread's first.
    middle: bool,
) -> impl IntoView {
    let id = post.post.id;
    let address = format!("/posts/{id}");
    let next = comments.next.map(|next| format!("{address}?after={next}#comments"));
    let first = middle.then(|| format!("{address}#comments"));
    let none = comments.items.is_empty() && !middle;
    let changed = changing.as_ref().map(|(comment, _)| *comment);
    // Who asked, and those who moderate, may accept any comment as the answer.
    let accepts = matches!(&post.extra, Extra::Question(question) if question.accepts);
    let each = comments
        .items
        .into_iter()
        .map(|comment| {
            let change = changing.as_ref().filter(|(changed, _)| *changed == comment.it.id);
            let change = change.map(|(_, typed)| typed.clone());
            one(lang, id, comment, change, accepts)
        })
        .collect_view();
    let quiet = match post.writes {
        true => t::first_comment(lang),
        false => t::nobody_comments(lang),
    };
    let write = match (changed, post.writes) {
        (Some(_), _) => ().into_any(),
        (None, true) => view! { <Write lang post=id /> }.into_any(),
        (None, false) => view! {
            <p class="muted">
                {t::join_to_comment(lang)}" "
                <a href=format!("/communities/{}", post.origin.slug)>{t::see_community(lang)}</a>
            </p>
        }
        .into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="comments">
            <h2 id="comments">{t::comments(lang)}</h2>
            <div class="stack" id=format!("thread-{id}") data-live=format!("post:{id}")>
                {none.then(|| view! { <p class="muted">{quiet}</p> })}
                <ol class="comments">{each}</ol>
                <Pagination lang next first label=t::more_comments(lang) />
            </div>
            {write}
        </section>
    }
}

fn one(
    lang: Lang,
    post: PostId,
    dated: Dated<CommentView>,
    change: Option<String>,
    accepts: bool,
) -> impl IntoView + use<> {
    let Dated { it: comment, when, moment } = dated;
    let id = comment.id;
    let name = comment.author.name.clone();
    let edited = comment.edited.then(|| format!(" · {}", t::edited(lang)));
    let menu = (comment.edits || comment.deletes).then(|| {
        let edit = comment.edits.then(|| {
            view! { <a href=format!("/posts/{post}?after={}&change={id}#comment-{id}", before(id))>{t::edit(lang)}</a> }
        });
        let delete = comment.deletes.then(|| {
            view! { <a href=format!("/posts/{post}?after={}&delete={id}", before(id))>{t::delete(lang)}</a> }
        });
        view! { <Menu id=format!("menu-{id}") label=t::actions_on_comment(lang, &name)>{edit}{delete}</Menu> }
    });
    let accepted = comment.accepted.then(|| {
        view! { <Pill tone=Tone::Success label=t::accepted_answer(lang) icon="circle-check" /> }
    });
    let accept = accepts.then(|| {
        view! { <div class="comment-foot"><Accept lang post comment=id accepted=comment.accepted /></div> }
    });
    let words = match change {
        Some(typed) => view! { <Change lang post comment=id typed /> }.into_any(),
        None => view! { <div class="prose" inner_html=comment.html.to_string()></div> }.into_any(),
    };
    view! {
        <li class="comment" id=format!("comment-{id}") data-answer=comment.accepted.then_some("")>
            <Avatar name=name.clone() picture=comment.author.picture.clone() size=Size::Small />
            <div class="comment-body">
                <div class="comment-head">
                    <a class="comment-author" href=comment.author.address()>{name}</a>
                    <a class="comment-when" href=address(post, id)>
                        <time datetime=moment>{when}</time>
                        {edited}
                    </a>
                    {accepted}
                    {menu}
                </div>
                {words}
                {accept}
            </div>
        </li>
    }
}

/// The permanent address of a comment.
pub(super) fn address(post: PostId, comment: CommentId) -> String {
    format!("/posts/{post}?after={}#comment-{comment}", before(comment))
}

/// The cursor after which `comment` is the first: its own address, in a thread of any length.
fn before(comment: CommentId) -> CommentId {
    CommentId::new(domain::id::previous(comment.ulid()))
}

/// Announced under the field.
fn most() -> u32 {
    u32::try_from(COMMENT_MAX).unwrap_or(u32::MAX)
}

#[component]
fn Write(lang: Lang, post: PostId) -> impl IntoView {
    let form = form("comment");
    view! {
        <PostForm action="comment" class="form" id="write-comment">
            <input type="hidden" name="post" value=post.to_string() />
            <TextArea
                lang
                name="body"
                label=t::your_comment(lang)
                value=form.value("body")
                error=form.error("body")
                required=true
                maxlength=most()
            />
            <div class="actions">
                <Button variant=Variant::Primary icon="send">{t::send_comment(lang)}</Button>
            </div>
        </PostForm>
    }
}

#[component]
fn Change(lang: Lang, post: PostId, comment: CommentId, typed: String) -> impl IntoView {
    let form = form("edit_comment");
    view! {
        <PostForm action="edit_comment" class="form">
            <input type="hidden" name="post" value=post.to_string() />
            <input type="hidden" name="comment" value=comment.to_string() />
            <TextArea
                lang
                name="body"
                label=t::edit_comment(lang)
                value=form.value_or("body", typed)
                error=form.error("body")
                required=true
                autofocus=true
                maxlength=most()
            />
            <div class="actions">
                <Button variant=Variant::Primary>{t::save(lang)}</Button>
                <Button variant=Variant::Quiet href=format!("/posts/{post}#comment-{comment}")>{t::cancel(lang)}</Button>
            </div>
        </PostForm>
    }
}
