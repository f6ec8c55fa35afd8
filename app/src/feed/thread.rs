//! What is answered to a post: comments, and under each what was answered to it.

use super::{
    api::{Dated, DatedBranch},
    question::Accept,
    texts as t,
    writing::{PreviewButton, WritingHelp},
};
use crate::{
    forms::{PostForm, form},
    ui::{Avatar, Button, Icon, Menu, Pagination, Pill, Size, TextArea, Tone, Variant},
};
use domain::{
    Lang,
    feed::{ANSWERS_SHOWN, COMMENT_MAX, CommentView, Extra, PostView},
    id::{CommentId, PostId},
    page::Page,
};
use leptos::prelude::*;

/// What the comments of one page share.
#[derive(Clone)]
struct Reading {
    lang: Lang,
    post: PostId,
    /// The reader may answer.
    writes: bool,
    /// The reader may accept any comment as the answer.
    accepts: bool,
    /// The comment being changed, as it was typed.
    changing: Option<(CommentId, String)>,
    /// The comment one came for: what hides it is open.
    wanted: Option<CommentId>,
    /// One branch stands alone, with all that was answered in it.
    alone: bool,
}

/// A page of comments, then the form that adds one.
#[component]
pub(super) fn Thread(
    lang: Lang,
    post: PostView,
    comments: Page<DatedBranch>,
    changing: Option<(CommentId, String)>,
    /// The comment one came for.
    wanted: Option<CommentId>,
    /// The comment that is being answered, and by whom it is.
    answering: Option<(CommentId, String)>,
    /// The branch that stands alone.
    branch: Option<CommentId>,
    /// The page is not the thread's first.
    middle: bool,
) -> impl IntoView {
    let id = post.post.id;
    let address = format!("/posts/{id}");
    let next = comments.next.map(|next| match branch {
        Some(root) => format!("{address}?thread={root}&after={next}#comments"),
        None => format!("{address}?after={next}#comments"),
    });
    let first = middle.then(|| format!("{address}#comments"));
    let none = comments.items.is_empty() && !middle;
    let changes = changing.is_some();
    let page = Reading {
        lang,
        post: id,
        writes: post.writes,
        accepts: matches!(&post.extra, Extra::Question(question) if question.accepts),
        changing,
        wanted,
        alone: branch.is_some(),
    };
    let each = comments.items.into_iter().map(|branch| one_branch(&page, branch)).collect_view();
    let quiet = match post.writes {
        true => t::first_comment(lang),
        false => t::nobody_comments(lang),
    };
    let write = match (changes, post.writes) {
        (true, _) => ().into_any(),
        (false, true) => view! { <Write lang post=id answering /> }.into_any(),
        (false, false) => view! {
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

/// A comment with its answers: the first two show, the others are a press away, and very many have a
/// page of their own.
fn one_branch(page: &Reading, branch: DatedBranch) -> impl IntoView + use<> {
    let (lang, root) = (page.lang, branch.root.it.id);
    let shown = if page.alone { usize::MAX } else { ANSWERS_SHOWN };
    let mut answers = branch.answers;
    let rest = answers.split_off(answers.len().min(shown));
    let open = rest.iter().any(|answer| {
        let id = answer.it.id;
        page.wanted == Some(id) || page.changing.as_ref().is_some_and(|(changed, _)| *changed == id)
    });
    let list = |answers: Vec<Dated<CommentView>>| {
        let each = answers
            .into_iter()
            .map(|answer| {
                let (id, accepted) = (answer.it.id, answer.it.accepted.then_some(""));
                let wanted = (page.wanted == Some(id)).then_some("");
                view! {
                    <li class="comment" id=format!("comment-{id}") data-answer=accepted data-wanted=wanted>
                        {one(page, answer)}
                    </li>
                }
            })
            .collect_view();
        view! { <ol class="comments">{each}</ol> }
    };
    let hidden = u64::try_from(rest.len()).unwrap_or_default();
    let rest = (hidden > 0).then(|| {
        view! {
            <details class="comment-more" open=open>
                <summary><Icon name="chevron-down" />{t::more_answers(lang, hidden)}</summary>
                {list(rest)}
            </details>
        }
    });
    let beyond = (branch.more > 0).then(|| {
        let href = format!("/posts/{}?thread={root}#comment-{root}", page.post);
        let all = hidden + branch.more + u64::try_from(answers.len()).unwrap_or_default();
        view! { <p class="comment-more"><a class="link" href=href>{t::all_answers(lang, all)}</a></p> }
    });
    let accepted = branch.root.it.accepted.then_some("");
    let wanted = (page.wanted == Some(root)).then_some("");
    let first = (!answers.is_empty()).then(|| list(answers));
    view! {
        <li class="comment" id=format!("comment-{root}") data-answer=accepted data-wanted=wanted>
            {one(page, branch.root)}
            {first}
            {rest}
            {beyond}
        </li>
    }
}

fn one(page: &Reading, dated: Dated<CommentView>) -> AnyView {
    let (lang, post) = (page.lang, page.post);
    let Dated { it: comment, when, moment } = dated;
    let id = comment.id;
    if comment.gone {
        return view! {
            <span class="comment-nobody" aria-hidden="true"></span>
            <p class="comment-body comment-gone">{t::comment_gone(lang)}</p>
        }
        .into_any();
    }
    let change = page.changing.as_ref().filter(|(changed, _)| *changed == id);
    let change = change.map(|(_, typed)| typed.clone());
    let name = comment.author.name.clone();
    let edited = comment.edited.then(|| format!(" · {}", t::edited(lang)));
    let to = comment.to.as_ref().map(|to| {
        view! { <span class="comment-to">{t::answers_to(lang)}" "<a href=to.address()>{to.name.clone()}</a></span> }
    });
    let menu = (comment.edits || comment.deletes).then(|| {
        let edit = comment.edits.then(|| {
            view! { <a href=format!("/posts/{post}?comment={id}&change={id}#comment-{id}")>{t::edit(lang)}</a> }
        });
        let delete = comment
            .deletes
            .then(|| view! { <a href=format!("/posts/{post}?comment={id}&delete={id}")>{t::delete(lang)}</a> });
        view! { <Menu id=format!("menu-{id}") label=t::actions_on_comment(lang, &name)>{edit}{delete}</Menu> }
    });
    let accepted = comment.accepted.then(|| {
        view! { <Pill tone=Tone::Success label=t::accepted_answer(lang) icon="circle-check" /> }
    });
    let accept = page.accepts.then(|| view! { <Accept lang post comment=id accepted=comment.accepted /> });
    let answer = page.writes.then(|| {
        let href = format!("/posts/{post}?comment={id}&answer={id}#write-comment");
        view! {
            <a class="button quiet small" href=href aria-label=t::answer_to(lang, &name)>
                <Icon name="reply" />
                <span class="button-label">{t::answer(lang)}</span>
            </a>
        }
    });
    let foot =
        (page.accepts || page.writes).then(|| view! { <div class="comment-foot">{answer}{accept}</div> });
    let words = match change {
        Some(typed) => view! { <Change lang post comment=id typed /> }.into_any(),
        None => view! { <div class="prose" inner_html=comment.html.to_string()></div> }.into_any(),
    };
    let inside = view! {
        <div class="comment-head">
            <a class="comment-author" href=comment.author.address()>{name.clone()}</a>
            {to}
            <a class="comment-when" href=address(post, id)>
                <time datetime=moment>{when}</time>
                {edited}
            </a>
            {accepted}
            {menu}
        </div>
        {words}
        {foot}
    };
    if comment.folded && page.wanted != Some(id) {
        return view! {
            <span class="comment-nobody" aria-hidden="true"></span>
            <details class="comment-body comment-folded">
                <summary>{t::muted_words_of(lang, &name)}<span class="link">{t::show(lang)}</span></summary>
                {inside}
            </details>
        }
        .into_any();
    }
    view! {
        <Avatar name=name picture=comment.author.picture.clone() size=Size::Small />
        <div class="comment-body">{inside}</div>
    }
    .into_any()
}

/// The permanent address of a comment, in a thread of any length.
pub(super) fn address(post: PostId, comment: CommentId) -> String {
    format!("/posts/{post}?comment={comment}#comment-{comment}")
}

/// Announced under the field.
fn most() -> u32 {
    u32::try_from(COMMENT_MAX).unwrap_or(u32::MAX)
}

#[component]
fn Write(
    lang: Lang,
    post: PostId,
    /// The comment that is being answered, and by whom it is.
    answering: Option<(CommentId, String)>,
) -> impl IntoView {
    let form = form("comment");
    let label = match &answering {
        Some((_, name)) => t::your_answer_to(lang, name),
        None => t::your_comment(lang).to_owned(),
    };
    let place = match &answering {
        Some((to, _)) => format!("comment:{post}:{to}"),
        None => format!("comment:{post}"),
    };
    let autofocus = answering.is_some();
    let to =
        answering.as_ref().map(|(to, _)| view! { <input type="hidden" name="to" value=to.to_string() /> });
    let cancel = answering.map(|(to, _)| {
        view! { <Button variant=Variant::Quiet href=address(post, to)>{t::cancel(lang)}</Button> }
    });
    view! {
        <PostForm action="comment" class="form" id="write-comment">
            <input type="hidden" name="post" value=post.to_string() />
            {to}
            <TextArea
                lang
                name="body"
                label
                value=form.value("body")
                error=form.error("body")
                required=true
                autofocus
                maxlength=most()
            />
            <WritingHelp lang state=form form="write-comment".to_owned() place most=COMMENT_MAX />
            <div class="actions">
                <Button variant=Variant::Primary icon="send">{t::send_comment(lang)}</Button>
                <PreviewButton lang action="comment" form="write-comment".to_owned() />
                {cancel}
            </div>
        </PostForm>
    }
}

#[component]
fn Change(lang: Lang, post: PostId, comment: CommentId, typed: String) -> impl IntoView {
    let form = form("edit_comment");
    view! {
        <PostForm action="edit_comment" class="form" id="edit-comment">
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
            <WritingHelp
                lang
                state=form
                form="edit-comment".to_owned()
                place=format!("comment-edit:{comment}")
                most=COMMENT_MAX
                edits=true
            />
            <div class="actions">
                <Button variant=Variant::Primary>{t::save(lang)}</Button>
                <PreviewButton lang action="edit_comment" form="edit-comment".to_owned() />
                <Button variant=Variant::Quiet href=address(post, comment)>{t::cancel(lang)}</Button>
            </div>
        </PostForm>
    }
}
