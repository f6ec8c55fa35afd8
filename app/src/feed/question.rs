//! The answer that was accepted, under its question; and the gesture that accepts one.

use super::{card::Sheet, texts as t, thread::address};
use crate::{
    forms::PostForm,
    ui::{Button, Icon, Variant},
};
use domain::{
    Lang,
    feed::QuestionView,
    id::{CommentId, PostId},
};
use leptos::prelude::*;

pub(super) fn answer(sheet: &Sheet, post: PostId, question: &QuestionView) -> Option<AnyView> {
    let lang = sheet.lang;
    let answer = question.answer.as_ref()?;
    let name = answer.author.name.clone();
    let view = view! {
        <div class="post-answer">
            <p class="post-answer-title">
                <Icon name="circle-check" />
                <span>{t::accepted_answer(lang)}" · "<a href=answer.author.address()>{name.clone()}</a></span>
            </p>
            <p class="post-answer-words">
                {answer.excerpt.clone()}" "
                <a class="link" href=address(post, answer.comment) aria-label=t::read_answer_of(lang, &name)>
                    {t::read_answer(lang)}
                </a>
            </p>
        </div>
    };
    Some(view.into_any())
}

/// Under each comment on a question, for who may accept it: accepts it, or takes that back.
#[component]
pub(super) fn Accept(lang: Lang, post: PostId, comment: CommentId, accepted: bool) -> impl IntoView {
    let (value, label, icon) = match accepted {
        true => (String::new(), t::withdraw_answer(lang), "x"),
        false => (comment.to_string(), t::accept_answer(lang), "check"),
    };
    view! {
        <PostForm action="accept_answer" of=comment.to_string() next=address(post, comment)>
            <input type="hidden" name="post" value=post.to_string() />
            <input type="hidden" name="comment" value=value />
            <Button variant=Variant::Quiet small=true icon=icon>{label}</Button>
        </PostForm>
    }
}
