//! A proposal's page: where it stands, what is missing, the charter as it will read, what was said.

use super::{
    answer::AnswerCard,
    api::{ProposalSheet, proposal_page},
    card::Standing,
    step::{StepPage, address},
    texts as t,
};
use crate::{
    communities::{Card as CommunityCard, charter::Section, finding, kinds, texts as shared},
    forms::PostForm,
    i18n::failure,
    page::{Title, page, param, query},
    ui::{Banner, Button, Card, Icon, PageHeader, Tone, Variant, field_id},
    visit::{lang, visit},
};
use domain::{
    Lang,
    community::proposal::{NamedPerson, ProposalView, State, Step, Turn, TurnView},
    id::ProposalId,
    policy::Admission,
};
use leptos::prelude::*;

/// `/communities/proposals/:id`; with `?step=n` the step that is written.
#[component]
pub fn ProposalPage() -> impl IntoView {
    let step = query("step").and_then(|number| number.parse().ok()).and_then(Step::from_number);
    let proposal = param::<ProposalId>("id");
    if let (Some(step), Ok(proposal)) = (step, &proposal) {
        return view! { <StepPage proposal=*proposal step /> }.into_any();
    }
    let lang = lang();
    page(async move { proposal_page(proposal?).await }, move |sheet| view! { <Sheet lang sheet /> })
        .into_any()
}

#[component]
fn Sheet(lang: Lang, sheet: ProposalSheet) -> impl IntoView {
    let view = sheet.view.clone();
    let title = match view.card.name.as_str() {
        "" => t::nameless(lang).to_owned(),
        name => name.to_owned(),
    };
    let up = if sheet.mine {
        (shared::my_proposals(lang).to_owned(), "/communities/proposals".to_owned())
    } else {
        (t::queue(lang).to_owned(), "/admin/proposals".to_owned())
    };
    let author = (!sheet.mine).then(|| t::proposed_by(lang, &view.card.author));
    let since = match view.card.state {
        State::Draft => t::since_draft(lang, &sheet.when),
        _ => t::since_moved(lang, &sheet.when),
    };
    let facts = author.into_iter().chain([since]).collect::<Vec<_>>().join("\u{a0}· ");
    let wanting = (view.may_edit || view.may_answer).then(|| view! { <Wanting lang view=view.clone() /> });
    let similar = (!view.similar.is_empty()).then(|| {
        let cards = view.similar.iter().cloned().map(|card| view! { <li><CommunityCard lang card /></li> });
        let text = if sheet.mine { t::similar_text(lang) } else { t::similar_for_manager(lang) };
        view! {
            <section class="stack" id="similar">
                <h2>{t::similar(lang)}</h2>
                <p class="muted">{text}</p>
                <ul class="grid" data-width="wide">{cards.collect_view()}</ul>
            </section>
        }
    });
    let answer = view.may_answer.then(|| view! { <AnswerCard lang view=view.clone() /> });
    view! {
        <Title text=title.clone() />
        <PageHeader title lead=view.card.summary.clone() up><Standing lang state=view.card.state /></PageHeader>
        <p class="muted small">{facts}</p>
        <News lang view=view.clone() />
        {wanting}
        <Gestures lang view=view.clone() />
        {similar}
        <Charter lang view=view.clone() review=sheet.review />
        {answer}
        <History lang turns=view.turns when=sheet.turns />
    }
}

/// The last answer, before everything else.
#[component]
fn News(lang: Lang, view: ProposalView) -> impl IntoView {
    let answer =
        view.turns.iter().find(|turn| matches!(turn.turn, Turn::ChangesAsked | Turn::Declined)).cloned();
    match (view.card.state, answer) {
        (State::ChangesAsked, Some(turn)) => {
            let title = t::changes_asked_by(lang, &turn.name);
            view! { <Banner tone=Tone::Warning title><Said text=turn.said /></Banner> }.into_any()
        }
        (State::Declined, Some(turn)) => {
            let title = t::declined_by(lang, &turn.name);
            view! { <Banner tone=Tone::Info title><Said text=turn.said /></Banner> }.into_any()
        }
        (State::Approved, _) => {
            let visit = view.card.opened.map(|slug| {
                view! { <p><a href=format!("/communities/{slug}")>{t::visit_it(lang)}</a></p> }
            });
            view! { <Banner tone=Tone::Success><p>{t::approved_text(lang)}</p>{visit}</Banner> }.into_any()
        }
        (State::Sent, _) if view.may_withdraw => {
            view! { <Banner tone=Tone::Info><p>{t::sent_text(lang)}</p></Banner> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// What somebody wrote, a paragraph a line.
#[component]
fn Said(text: String) -> impl IntoView {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! { <div class="prose">{lines}</div> }
}

/// What is missing, each line leading to its field; or that nothing is, and the way to send it.
#[component]
fn Wanting(lang: Lang, view: ProposalView) -> impl IntoView {
    if view.faults.is_empty() {
        let send = view.may_edit.then(|| {
            let label =
                if view.card.state == State::ChangesAsked { t::send_again(lang) } else { t::send(lang) };
            view! {
                <Card title=t::ready(lang)>
                    <p>{t::ready_text(lang)}</p>
                    <PostForm action="send_proposal" class="form">
                        <input type="hidden" name="proposal" value=view.card.id.to_string() />
                        <div class="actions"><Button variant=Variant::Primary icon="send">{label}</Button></div>
                    </PostForm>
                </Card>
            }
        });
        return send.into_any();
    }
    let refused = visit().refused.filter(|refused| refused.action == "send_proposal");
    let alert = refused.map(|refused| {
        let line = failure::reason(lang, &refused.failure.reason);
        view! { <Banner tone=Tone::Danger alert=true><p>{line}</p></Banner> }
    });
    let lines = view.faults.iter().map(|(field, fault)| {
        let label = label(lang, field);
        let said = failure::fault(lang, fault);
        if view.may_edit {
            let href = format!("{}&check=1#{}", address(view.card.id, Step::of(field)), field_id(field));
            view! { <li><a href=href>{label}</a>{separator(lang)}{said}</li> }.into_any()
        } else {
            view! { <li><b>{label}</b>{separator(lang)}{said}</li> }.into_any()
        }
    });
    let text = view.may_edit.then(|| view! { <p class="muted">{t::missing_text(lang)}</p> });
    view! {
        {alert}
        <section class="card" id="missing">
            <h2 class="card-title">{t::is_missing(lang)}</h2>
            {text}
            <ul class="stack" data-gap="small">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn separator(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "\u{a0}: ",
        Lang::En => ": ",
    }
}

/// What a field of the form is called.
fn label(lang: Lang, field: &str) -> String {
    let label = match field {
        "name" => shared::name(lang),
        "summary" => shared::summary(lang),
        "kind" => shared::kind(lang),
        "hue" => shared::hue(lang),
        "tags" => finding::tags(lang),
        "purpose" => shared::purpose(lang),
        "audience" => shared::audience(lang),
        "outside" => shared::outside(lang),
        "admission" => shared::admission(lang),
        "listed" => shared::visibility(lang),
        "sponsor" => shared::sponsor(lang),
        "rules" => shared::rules(lang),
        "rituals" => shared::rituals(lang),
        "calendar" => shared::calendar(lang),
        "measures" => shared::measures(lang),
        "review_on" => shared::review(lang),
        other => {
            let index = other.trim_start_matches("animators[").trim_end_matches(']').parse::<usize>();
            return shared::animator(lang, index.unwrap_or_default() + 1);
        }
    };
    label.to_owned()
}

/// Going on, taking back, throwing away.
#[component]
fn Gestures(lang: Lang, view: ProposalView) -> impl IntoView {
    let proposal = view.card.id.to_string();
    let edit = view.may_edit.then(|| {
        let first = view.faults.first().map_or(Step::Purpose, |(field, _)| Step::of(field));
        let label = if view.card.state == State::Draft { t::go_on_writing(lang) } else { t::change_it(lang) };
        view! { <Button icon="pencil" href=address(view.card.id, first)>{label}</Button> }
    });
    let withdrawn = proposal.clone();
    let withdraw = view.may_withdraw.then(move || {
        view! {
            <PostForm action="withdraw_proposal">
                <input type="hidden" name="proposal" value=withdrawn />
                <Button variant=Variant::Quiet icon="reply">{t::withdraw(lang)}</Button>
            </PostForm>
        }
    });
    let discard = view.may_discard.then(move || {
        view! {
            <details class="sure">
                <summary>{t::discard(lang)}</summary>
                <PostForm action="discard_proposal">
                    <input type="hidden" name="proposal" value=proposal />
                    <Button variant=Variant::Danger icon="trash-2">{t::discard_sure(lang)}</Button>
                </PostForm>
            </details>
        }
    });
    view! { <div class="actions">{edit}{withdraw}{discard}</div> }
}

/// The charter as its readers will see it; what is not written yet says so.
#[component]
fn Charter(lang: Lang, view: ProposalView, review: String) -> impl IntoView {
    let text = view.form.charter.clone();
    let blank =
        |text: String| if text.trim().is_empty() { t::not_yet_written(lang).to_owned() } else { text };
    let kind = view.card.kind.map_or(t::not_yet_written(lang), |kind| kinds::kind(lang, kind));
    let tags = view.form.tags.trim().to_owned();
    let tags = (!tags.is_empty()).then(|| view! { <div><dt>{finding::tags(lang)}</dt><dd>{tags}</dd></div> });
    let admission = Admission::from_word(&view.form.admission).unwrap_or_default();
    let listed = if view.form.listed == "no" { shared::not_listed(lang) } else { shared::listed(lang) };
    view! {
        <section class="stack" id="charter">
            <h2>{t::as_it_reads(lang)}</h2>
            <div class="charter">
                <Section title=shared::purpose(lang) icon="target" text=blank(text.purpose) inner=true />
                <Section title=shared::audience(lang) icon="users" text=blank(text.audience) inner=true />
                <Section title=shared::outside(lang) icon="eye-off" text=text.outside inner=true />
                <Section title=shared::rules(lang) icon="scale" text=blank(text.rules) list=true inner=true />
                <Section title=shared::rituals(lang) icon="repeat" text=text.rituals list=true inner=true />
                <Section title=shared::calendar(lang) icon="calendar-days" text=blank(text.calendar) list=true inner=true />
                <Section title=shared::measures(lang) icon="chart-bar" text=blank(text.measures) list=true inner=true />
                <dl class="charter-facts">
                    <div><dt>{shared::kind(lang)}</dt><dd>{kind}</dd></div>
                    {tags}
                    <div><dt>{shared::admission(lang)}</dt><dd>{kinds::admission(lang, admission)}</dd></div>
                    <div><dt>{shared::visibility(lang)}</dt><dd>{listed}</dd></div>
                    <div><dt>{shared::sponsor(lang)}</dt><dd><Named lang people=view.sponsor.into_iter().collect() /></dd></div>
                    <div><dt>{shared::team(lang)}</dt><dd><Named lang people=view.animators /></dd></div>
                    <div><dt>{shared::review(lang)}</dt><dd>{blank(review)}</dd></div>
                </dl>
            </div>
        </section>
    }
}

#[component]
fn Named(lang: Lang, people: Vec<NamedPerson>) -> impl IntoView {
    if people.is_empty() {
        return t::not_yet_written(lang).into_any();
    }
    let people = people.into_iter().map(|named| match named.person {
        Some((id, name)) => view! { <li><a href=format!("/people/{id}")>{name}</a></li> }.into_any(),
        None => view! { <li>{t::unknown_person(lang, &named.typed)}</li> }.into_any(),
    });
    view! { <ul>{people.collect_view()}</ul> }.into_any()
}

#[component]
fn History(lang: Lang, turns: Vec<TurnView>, when: Vec<String>) -> impl IntoView {
    if turns.is_empty() {
        return ().into_any();
    }
    let lines = turns.into_iter().zip(when).map(move |(turn, when)| {
        let (what, icon) = match turn.turn {
            Turn::Sent => (t::turn_sent(lang), "send"),
            Turn::Withdrawn => (t::turn_withdrawn(lang), "pencil"),
            Turn::ChangesAsked => (t::turn_changes_asked(lang), "reply"),
            Turn::Approved => (t::turn_approved(lang), "check"),
            Turn::Declined => (t::turn_declined(lang), "circle-x"),
        };
        let said = (!turn.said.is_empty()).then(|| view! { <Said text=turn.said.clone() /> });
        view! {
            <li class="stack" data-gap="small">
                <p class="cluster"><Icon name=icon /><b>{what}</b><span class="muted">{t::turn_by(lang, &turn.name, &when)}</span></p>
                {said}
            </li>
        }
    });
    view! {
        <Card title=t::history(lang)>
            <ol class="stack">{lines.collect_view()}</ol>
        </Card>
    }
    .into_any()
}
