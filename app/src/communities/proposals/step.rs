//! One of the five steps in which a charter is written; each is a page of its own.

use super::{
    api::{DraftSheet, proposal_draft},
    examples::Examples,
    fields::{Filled, StepFields},
    texts as t,
};
use crate::{
    communities::texts as shared,
    forms::{PostForm, form},
    page::{Title, page, query},
    ui::{Button, PageHeader, Place, Progress, Tabs, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{Kind, proposal::Step},
    id::ProposalId,
};
use leptos::prelude::*;

/// `/communities/propose`: the first step of a proposal that is not there yet.
#[component]
pub fn ProposeCommunity() -> impl IntoView {
    let lang = lang();
    page(
        proposal_draft(None),
        move |sheet| view! { <WriteStep lang step=Step::Purpose proposal=None sheet /> },
    )
}

/// `/communities/proposals/:id?step=n`; with `&check=1` what is missing is told beside the fields.
#[component]
pub(super) fn StepPage(proposal: ProposalId, step: Step) -> impl IntoView {
    let lang = lang();
    page(
        proposal_draft(Some(proposal)),
        move |sheet| view! { <WriteStep lang step proposal=Some(proposal) sheet /> },
    )
}

#[component]
fn WriteStep(lang: Lang, step: Step, proposal: Option<ProposalId>, sheet: DraftSheet) -> impl IntoView {
    let action = if proposal.is_some() { "save_proposal" } else { "start_proposal" };
    let kind = Kind::from_word(&form(action).value_or("kind", sheet.form.kind.as_str()));
    let number = step.number();
    let steps = proposal.map(|proposal| view! { <Steps lang proposal step faults=wanting(&sheet) /> });
    let faults = if query("check").is_some() { sheet.faults } else { Vec::new() };
    let filled = Filled {
        form: form(action),
        draft: sheet.form,
        faults,
        tomorrow: sheet.tomorrow,
        review: sheet.review,
    };
    let hidden = proposal.map(|proposal| {
        view! {
            <input type="hidden" name="proposal" value=proposal.to_string() />
            <input type="hidden" name="step" value=number.to_string() />
        }
    });
    let up = match proposal {
        Some(proposal) => (shared::propose(lang).to_owned(), format!("/communities/proposals/{proposal}")),
        None => (shared::communities(lang).to_owned(), "/communities".to_owned()),
    };
    let go_on = if step.next().is_some() { t::save_and_go_on(lang) } else { t::save_and_read(lang) };
    let later = step.next().map(|_| {
        view! { <Button unchecked=true name="then" value="stop">{t::save_for_later(lang)}</Button> }
    });
    let lead = if number == 1 { Some(t::propose_lead(lang)) } else { None };
    let max = u32::try_from(Step::ALL.len()).unwrap_or_default();
    view! {
        <Title text=format!("{}, {}", shared::propose(lang), name(lang, step)) />
        <PageHeader title=shared::propose(lang) lead up />
        <Progress
            id="steps-done"
            label=t::progress(lang)
            value=u32::from(number)
            max
            text=t::step_of(lang, number, Step::ALL.len())
        />
        {steps}
        <section class="card">
            <h2 class="card-title">{name(lang, step)}</h2>
            <p class="muted">{about(lang, step)}</p>
            <Examples lang step kind />
            <PostForm action class="form">
                {hidden}
                <StepFields lang step filled />
                <div class="actions">
                    <Button variant=Variant::Primary unchecked=true icon="check">{go_on}</Button>
                    {later}
                </div>
            </PostForm>
        </section>
    }
}

/// The steps on which something is missing.
fn wanting(sheet: &DraftSheet) -> Vec<Step> {
    sheet.faults.iter().map(|(field, _)| Step::of(field)).collect()
}

/// The five steps as links; those where nothing is missing are ticked.
#[component]
fn Steps(lang: Lang, proposal: ProposalId, step: Step, faults: Vec<Step>) -> impl IntoView {
    let places = Step::ALL.map(|each| {
        let icon = if faults.contains(&each) { "circle-dot" } else { "circle-check" };
        let label = format!("{}. {}", each.number(), name(lang, each));
        Place::new(label, address(proposal, each), icon).current(each == step)
    });
    view! { <Tabs label=t::steps(lang) places=places.to_vec() /> }
}

pub(super) fn address(proposal: ProposalId, step: Step) -> String {
    format!("/communities/proposals/{proposal}?step={}", step.number())
}

fn name(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Purpose => t::step_purpose(lang),
        Step::Audience => t::step_audience(lang),
        Step::People => t::step_people(lang),
        Step::Life => t::step_life(lang),
        Step::Success => t::step_success(lang),
    }
}

fn about(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Purpose => t::purpose_text(lang),
        Step::Audience => t::audience_text(lang),
        Step::People => t::people_text(lang),
        Step::Life => t::life_text(lang),
        Step::Success => t::success_text(lang),
    }
}
