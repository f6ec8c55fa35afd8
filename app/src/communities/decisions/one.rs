//! One decision: the question, one's vote, the count, what follows.

use super::{
    api::{DecisionShown, decision_page},
    said::{standing, things},
    texts as t,
};
use crate::{
    communities::head::{Head, Tab},
    forms::{PostForm, form},
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Button, Card, Choice, Pagination, Pill, RadioCards, TextArea, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::decision::{DecisionState, DecisionView, REASONS_MAX, VoteRow},
    id::DecisionId,
    page::Page,
};
use leptos::prelude::*;

/// `/communities/:slug/decisions/:id?after=`
#[component]
pub fn DecisionPage() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    let asked = async move { decision_page(param::<DecisionId>("id")?, after).await };
    page(asked, move |DecisionShown { head, view, line, concluded, votes }| {
        let base = format!("/communities/{}/decisions/{}", head.slug, view.card.id);
        let question = view.card.question.clone();
        let (tone, label, icon) = standing(lang, &view.card);
        let until = match view.card.state {
            DecisionState::Open => t::open_until(lang, &line.until),
            _ => t::closed_on(lang, &line.until),
        };
        let detail = view.detail.lines().map(str::trim).filter(|line| !line.is_empty());
        let detail = detail.map(|line| view! { <p>{line.to_owned()}</p> }).collect::<Vec<_>>();
        let vote = view.may_vote.then(|| view! { <Vote lang view=view.clone() /> });
        let said = view.reasons.clone().map(|(reasons, by, _)| {
            let lines = reasons.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect::<Vec<_>>();
            view! {
                <Card title=t::reasons(lang)>
                    <div class="prose">{lines}</div>
                    <p class="muted small">{t::reasons_by(lang, &by.name, &concluded)}</p>
                </Card>
            }
        });
        let conclude = view.may_conclude.then(|| view! { <Conclude lang view=view.clone() /> });
        let withdraw = view.may_withdraw.then(|| {
            view! {
                <PostForm action="withdraw_decision">
                    <input type="hidden" name="decision" value=view.card.id.to_string() />
                    <Button variant=Variant::Quiet icon="reply">{t::withdraw(lang)}</Button>
                </PostForm>
            }
        });
        let by = t::proposed_by(lang, &line.card.by.name, &line.when);
        let count = view! { <Count lang view=view.clone() /> };
        let who = (!votes.items.is_empty()).then(|| view! { <Who lang view votes base middle /> });
        view! {
            <Title text=format!("{question}, {}", head.name) />
            <Head lang community=head tab=Tab::Decisions />
            <section class="stack">
                <div class="card-head">
                    <h2>{question}</h2>
                    <Pill tone label icon />
                </div>
                <p class="muted small">{by}</p>
                <p class="muted small">{until}</p>
                <div class="prose">{detail}</div>
            </section>
            {said}
            {vote}
            {count}
            {who}
            {conclude}
            {withdraw}
        }
    })
}

#[component]
fn Vote(lang: Lang, view: DecisionView) -> impl IntoView {
    let form = form("vote_decision");
    let chosen = view.card.mine.map(|mine| mine.to_string()).unwrap_or_default();
    let label = if view.card.mine.is_some() { t::change_vote(lang) } else { t::vote(lang) };
    let things = things(lang, &view.card.choices, t::abstain(lang)).into_iter().enumerate();
    let choices = things.map(|(place, thing)| Choice::new(place.to_string(), thing)).collect();
    view! {
        <Card>
            <PostForm action="vote_decision" class="form">
                <input type="hidden" name="decision" value=view.card.id.to_string() />
                <RadioCards
                    name="choice"
                    label=t::your_vote(lang)
                    hint=t::your_vote_text(lang)
                    choices
                    value=form.value_or("choice", chosen)
                    error=form.error("choice")
                    required=true
                />
                <div class="actions"><Button variant=Variant::Primary icon="vote">{label}</Button></div>
            </PostForm>
        </Card>
    }
}

/// How the vote stands, or what came of it.
#[component]
fn Count(lang: Lang, view: DecisionView) -> impl IntoView {
    if view.card.state == DecisionState::Withdrawn {
        return ().into_any();
    }
    let title = if view.card.state == DecisionState::Open { t::so_far(lang) } else { t::result(lang) };
    let part = t::taking_part(lang, view.card.voters, view.members, view.quorum);
    let counts = match view.counts {
        Some(counts) => {
            let rows = things(lang, &view.card.choices, t::abstained(lang)).into_iter().zip(counts);
            let rows = rows.map(|(thing, count)| {
                view! { <div><dt>{thing}</dt><dd>{t::voters(lang, count)}</dd></div> }
            });
            view! { <dl class="charter-facts">{rows.collect::<Vec<_>>()}</dl> }.into_any()
        }
        None => view! { <p class="muted">{t::after_vote(lang)}</p> }.into_any(),
    };
    view! { <Card title><p>{part}</p>{counts}</Card> }.into_any()
}

#[component]
fn Who(lang: Lang, view: DecisionView, votes: Page<VoteRow>, base: String, middle: bool) -> impl IntoView {
    let things = things(lang, &view.card.choices, t::abstained(lang));
    let next = votes.next.map(|next| format!("{base}?after={}#votes", percent(&next)));
    let first = middle.then(|| base.clone());
    let rows = votes.items.into_iter().map(|row| {
        let thing = things.get(row.choice).cloned().unwrap_or_default();
        view! {
            <li class="cluster">
                <a href=row.person.address()>{row.person.name.clone()}</a>
                <span class="muted">{thing}</span>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="stack" id="votes">
            <h2>{t::who_voted(lang)}</h2>
            <ul class="stack" data-gap="small" role="list">{rows}</ul>
            <Pagination lang next first label=t::more_votes(lang) />
        </section>
    }
}

/// What came of it, in words.
#[component]
fn Conclude(lang: Lang, view: DecisionView) -> impl IntoView {
    let form = form("conclude_decision");
    let written = view.reasons.map(|(reasons, ..)| reasons).unwrap_or_default();
    view! {
        <Card>
            <PostForm action="conclude_decision" class="form">
                <input type="hidden" name="decision" value=view.card.id.to_string() />
                <TextArea
                    lang
                    name="reasons"
                    label=t::reasons_label(lang)
                    hint=t::reasons_hint(lang)
                    value=form.value_or("reasons", written)
                    error=form.error("reasons")
                    maxlength=u32::try_from(REASONS_MAX).unwrap_or(u32::MAX)
                    rows=4
                    required=true
                />
                <div class="actions"><Button variant=Variant::Primary>{t::write_reasons(lang)}</Button></div>
            </PostForm>
        </Card>
    }
}
