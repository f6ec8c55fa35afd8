//! An idea in its card: who is for it, and where it stands.

use super::{card::Sheet, texts as t};
use crate::{
    forms::{PostForm, form},
    ui::{Button, Choice, Icon, Pill, Select, TextArea, Tone, Variant},
};
use domain::{
    Lang,
    feed::{IdeaState, IdeaView, Judgement, NOTE_MAX, PostView},
    id::PostId,
};
use leptos::prelude::*;

pub(super) fn idea(sheet: &Sheet, view: &PostView, idea: &IdeaView) -> AnyView {
    let lang = sheet.lang;
    let post = view.post.id;
    let judgement = idea.judgement.as_ref().map(|judgement| {
        let (tone, icon) = look(judgement.state);
        view! {
            <p class="post-verdict">
                <Pill tone label=t::idea_state(lang, judgement.state) icon=icon />
                " "
                <span>{judgement.note.clone()}</span>
            </p>
        }
    });
    let gesture = view.writes.then(|| {
        let (wanted, label, variant) = match idea.mine {
            true => ("no", t::support_no_more(lang), Variant::Quiet),
            false => ("yes", t::support(lang), Variant::Secondary),
        };
        view! {
            <PostForm action="support_idea" of=post.to_string() next=sheet.back(post)>
                <input type="hidden" name="post" value=post.to_string() />
                <input type="hidden" name="wanted" value=wanted />
                <Button variant small=true icon="sprout">{label}</Button>
            </PostForm>
        }
    });
    let judge =
        (sheet.alone && idea.judges).then(|| view! { <Judge lang post judgement=idea.judgement.clone() /> });
    view! {
        {judgement}
        <div class="post-gesture">
            {gesture}
            <p class="post-supports"><Icon name="users" />{t::supporters(lang, idea.supports)}</p>
        </div>
        {judge}
    }
    .into_any()
}

fn look(state: IdeaState) -> (Tone, &'static str) {
    match state {
        IdeaState::UnderStudy => (Tone::Info, "search"),
        IdeaState::Kept => (Tone::Success, "check"),
        IdeaState::Done => (Tone::Success, "party-popper"),
        IdeaState::Dropped => (Tone::Neutral, "ban"),
    }
}

/// For those who moderate, on the idea's own page.
#[component]
fn Judge(lang: Lang, post: PostId, judgement: Option<Judgement>) -> impl IntoView {
    let form = form("judge_idea");
    let (state, note) = match judgement {
        Some(judgement) => (judgement.state.word(), judgement.note),
        None => ("", String::new()),
    };
    let choices =
        IdeaState::ALL.iter().map(|state| Choice::new(state.word(), t::idea_state(lang, *state))).collect();
    view! {
        <details class="composer-more" open=form.is_refused()>
            <summary><Icon name="scale" />{t::judge_idea(lang)}</summary>
            <PostForm action="judge_idea" class="form">
                <input type="hidden" name="post" value=post.to_string() />
                <Select
                    lang
                    name="state"
                    label=t::idea_stands(lang)
                    empty=t::idea_no_state(lang)
                    choices
                    value=form.value_or("state", state)
                    error=form.error("state")
                    unmarked=true
                />
                <TextArea
                    lang
                    name="note"
                    label=t::idea_note(lang)
                    hint=t::idea_note_hint(lang)
                    value=form.value_or("note", note)
                    error=form.error("note")
                    maxlength=u32::try_from(NOTE_MAX).unwrap_or(u32::MAX)
                    unmarked=true
                    rows=2
                />
                <div class="actions"><Button>{t::save(lang)}</Button></div>
            </PostForm>
        </details>
    }
}
