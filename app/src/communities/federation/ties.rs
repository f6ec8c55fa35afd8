//! Communities tied to a federation, as either side reads them.

use super::{api::TieLine, texts as t};
use crate::{
    communities::{kinds, outside::same_way},
    forms::{PostForm, form, form_of},
    ui::{Button, Field, Icon, Pill, TextArea, Tone, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    community::federation::{BRINGS_MAX, Side, TieState, WORD_MAX},
    id::CommunityId,
};
use leptos::prelude::*;

/// Which of the two the page is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    pub id: CommunityId,
    pub side: Side,
}

impl Own {
    /// The federation, then the community.
    fn both(self, other: CommunityId) -> (String, String) {
        match self.side {
            Side::Federation => (self.id.to_string(), other.to_string()),
            Side::Community => (other.to_string(), self.id.to_string()),
        }
    }
}

fn length(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// The hidden fields of every form about a tie.
fn which(own: Own, other: CommunityId) -> impl IntoView {
    let (federation, community) = own.both(other);
    view! {
        <input type="hidden" name="federation" value=federation />
        <input type="hidden" name="community" value=community />
        <input type="hidden" name="side" value=own.side.word() />
    }
}

/// One that holds: who it is, what the community brings, and for those who speak for it how it ends.
#[component]
pub(super) fn Tied(lang: Lang, own: Own, line: TieLine, may_govern: bool) -> impl IntoView {
    let tie = line.tie;
    let other = tie.other.clone();
    let href = same_way(format!("/communities/{}", other.slug));
    let brings = match tie.brings.is_empty() {
        true => view! { <p class="muted">{t::brings_nothing(lang)}</p> }.into_any(),
        false => view! { <p>{tie.brings.clone()}</p> }.into_any(),
    };
    let says = (may_govern && own.side == Side::Community).then(
        || view! { <Brings lang own other=other.id name=other.name.clone() brings=tie.brings.clone() /> },
    );
    let part = tie.may_part.then(|| view! { <Part lang own other=other.id name=other.name.clone() /> });
    view! {
        <article class="card" data-hue=other.hue.data()>
            <div class="cluster">
                <span class="community-sign"><Icon name=kinds::icon(other.kind) /></span>
                <h3 class="card-title"><a href=href>{other.name}</a></h3>
            </div>
            {brings}
            <p class="muted small">{t::since(lang, &line.when)}</p>
            {says}
            {part}
        </article>
    }
}

#[component]
fn Brings(lang: Lang, own: Own, other: CommunityId, name: String, brings: String) -> impl IntoView {
    let of = other.to_string();
    let typed = form_of("say_brings", &of);
    view! {
        <PostForm action="say_brings" of=of.clone() class="form">
            {which(own, other)}
            <Field lang name="brings" id=format!("brings-{of}") label=t::brings_label(lang, &name) hint=t::brings_hint(lang) value=typed.value_or("brings", brings) error=typed.error("brings") maxlength=length(BRINGS_MAX) />
            <div class="actions"><Button small=true>{t::save(lang)}</Button></div>
        </PostForm>
    }
}

#[component]
fn Part(lang: Lang, own: Own, other: CommunityId, name: String) -> impl IntoView {
    let of = other.to_string();
    let typed = form_of("part_tie", &of);
    view! {
        <details class="sure" open=typed.is_refused()>
            <summary>{t::part_from(lang, &name)}</summary>
            <PostForm action="part_tie" of=of.clone() class="form">
                {which(own, other)}
                <p>{t::part_text(lang)}</p>
                <TextArea lang name="word" id=format!("part-{of}") label=t::word(lang) hint=t::word_hint(lang) value=typed.value("word") error=typed.error("word") maxlength=length(WORD_MAX) rows=2 />
                <div class="actions"><Button variant=Variant::Danger small=true>{t::part(lang)}<VisuallyHidden>{t::about(lang, &name)}</VisuallyHidden></Button></div>
            </PostForm>
        </details>
    }
}

/// One that waits for an answer, or was answered lately.
#[component]
pub(super) fn Pending(lang: Lang, own: Own, line: TieLine) -> impl IntoView {
    let tie = line.tie;
    let (id, name) = (tie.other.id, tie.other.name.clone());
    let href = format!("/communities/{}", tie.other.slug);
    let (tone, icon) = match tie.state {
        TieState::Asked | TieState::Called => (Tone::Info, "hourglass"),
        TieState::Member => (Tone::Success, "check"),
        TieState::Declined | TieState::Parted => (Tone::Warning, "x"),
    };
    let word = (!tie.word.is_empty()).then(|| view! { <p>{tie.word.clone()}</p> });
    let answer = tie.may_answer.then(|| view! { <Answer lang own other=id name=name.clone() /> });
    let about = t::about(lang, &name);
    let back = tie.may_part.then(|| {
        let of = id.to_string();
        view! {
            <PostForm action="part_tie" of=of>
                {which(own, id)}
                <Button variant=Variant::Quiet small=true>{t::take_back(lang)}<VisuallyHidden>{about}</VisuallyHidden></Button>
            </PostForm>
        }
    });
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title"><a href=href>{name.clone()}</a></h3>
                <Pill tone label=t::state(lang, tie.state) icon />
            </div>
            {word}
            <p class="muted small">{t::by_on(lang, &tie.by.name, &line.when)}</p>
            {answer}
            {back}
        </article>
    }
}

#[component]
fn Answer(lang: Lang, own: Own, other: CommunityId, name: String) -> impl IntoView {
    let of = other.to_string();
    let typed = form_of("answer_tie", &of);
    let (whom, whom_too) = (t::about(lang, &name), t::about(lang, &name));
    view! {
        <PostForm action="answer_tie" of=format!("yes-{of}") class="actions">
            {which(own, other)}
            <input type="hidden" name="answer" value="yes" />
            <Button variant=Variant::Primary small=true icon="check">{t::accept(lang)}<VisuallyHidden>{whom}</VisuallyHidden></Button>
        </PostForm>
        <details class="composer-more" open=typed.is_refused()>
            <summary>{t::decline(lang)}<VisuallyHidden>{whom_too}</VisuallyHidden></summary>
            <PostForm action="answer_tie" of=of.clone() class="form">
                {which(own, other)}
                <input type="hidden" name="answer" value="no" />
                <TextArea lang name="word" id=format!("why-{of}") label=t::decline_why(lang) value=typed.value("word") error=typed.error("word") maxlength=length(WORD_MAX) rows=2 required=true />
                <div class="actions"><Button small=true>{t::decline(lang)}</Button></div>
            </PostForm>
        </details>
    }
}

/// Asks to enter a federation, or invites a community.
#[component]
pub(super) fn Propose(lang: Lang, own: Own, candidates: Vec<String>) -> impl IntoView {
    let typed = form("propose_tie");
    let (title, text, label, now) = match own.side {
        Side::Federation => {
            (t::invite(lang), t::invite_text(lang), t::which_community(lang), t::invite_now(lang))
        }
        Side::Community => (t::ask(lang), t::ask_text(lang), t::which_federation(lang), t::ask_now(lang)),
    };
    let unknown = typed.error("other").map(|told| {
        if typed.value("other").trim().is_empty() { told } else { t::other_unknown(lang).to_owned() }
    });
    let options = candidates.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    view! {
        <section class="stack" id="propose">
            <h2>{title}</h2>
            <p class="muted">{text}</p>
            <PostForm action="propose_tie" class="form" label=title>
                <input type="hidden" name="community" value=own.id.to_string() />
                <Field lang name="other" label=label hint=t::other_hint(lang) value=typed.value("other") error=unknown list="candidates" required=true maxlength=300 />
                <datalist id="candidates">{options}</datalist>
                <TextArea lang name="word" label=t::word(lang) hint=t::word_hint(lang) value=typed.value("word") error=typed.error("word") maxlength=length(WORD_MAX) rows=2 />
                <div class="actions">
                    <Button variant=Variant::Primary icon="send">{now}</Button>
                </div>
            </PostForm>
        </section>
    }
}
