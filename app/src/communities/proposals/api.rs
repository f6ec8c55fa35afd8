//! What pages and forms of proposals ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::{
    Reason,
    community::{Charter, proposal::Step},
};
use domain::{
    community::{
        NewCommunity,
        proposal::{ProposalCard, ProposalView},
    },
    form::Fault,
    id::ProposalId,
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A proposal in a list, its date in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProposalLine {
    pub card: ProposalCard,
    pub when: String,
}

#[cfg(feature = "ssr")]
fn lines(ctx: &services::Context, cards: Page<ProposalCard>) -> Page<ProposalLine> {
    let lang = lang();
    cards.map(|card| {
        let when = dates::ago(lang, ctx.zone(), ctx.now(), card.moved);
        ProposalLine { card, when }
    })
}

#[server(endpoint = "my_proposals")]
pub async fn my_proposals(after: Option<String>) -> Result<Page<ProposalLine>, Refusal> {
    let (ctx, actor) = asking().await?;
    let cards = services::communities::proposals::mine(&ctx, &actor, after.as_deref()).await?;
    Ok(lines(&ctx, cards))
}

#[server(endpoint = "proposal_queue")]
pub async fn proposal_queue(after: Option<String>) -> Result<Page<ProposalLine>, Refusal> {
    let (ctx, actor) = asking().await?;
    let cards = services::communities::proposals::queue(&ctx, &actor, after.as_deref()).await?;
    Ok(lines(&ctx, cards))
}

/// A proposal, its dates in words: those of the history in its order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProposalSheet {
    pub view: ProposalView,
    pub when: String,
    pub turns: Vec<String>,
    pub review: String,
    /// The reader wrote it.
    pub mine: bool,
}

#[server(endpoint = "proposal_page")]
pub async fn proposal_page(proposal: ProposalId) -> Result<ProposalSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let view = services::communities::proposals::show(&ctx, &actor, proposal).await?;
    let lang = lang();
    let review = view.form.charter.review_on.parse().map(|date| dates::day_year(lang, date));
    Ok(ProposalSheet {
        when: dates::ago(lang, ctx.zone(), ctx.now(), view.card.moved),
        turns: view.turns.iter().map(|turn| dates::moment(lang, ctx.zone(), turn.at)).collect(),
        review: review.unwrap_or_default(),
        mine: view.card.by == actor.person,
        view,
    })
}

/// What a step starts from: what was typed before, what is wrong with it, and the dates a review
/// may be on.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DraftSheet {
    pub form: NewCommunity,
    pub faults: Vec<(String, Fault)>,
    pub tomorrow: String,
    /// In six months, for who has chosen none.
    pub review: String,
}

/// The draft to go on with; none begins one.
#[server(endpoint = "proposal_draft")]
pub async fn proposal_draft(proposal: Option<ProposalId>) -> Result<DraftSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    domain::policy::allow(domain::policy::may_propose(&actor))?;
    let (form, faults) = match proposal {
        Some(proposal) => services::communities::proposals::draft(&ctx, &actor, proposal).await?,
        None => Default::default(),
    };
    let today = ctx.today();
    let review = today.checked_add(jiff::Span::new().months(6)).unwrap_or(today);
    let tomorrow = today.tomorrow().unwrap_or(today).to_string();
    Ok(DraftSheet { form, faults, tomorrow, review: review.to_string() })
}

/// Begins a proposal with its first step.
#[server(endpoint = "start_proposal")]
// A form has as many arguments as it has fields.
#[allow(clippy::too_many_arguments)]
pub async fn start_proposal(
    #[server(default)] kind: String,
    #[server(default)] purpose: String,
    #[server(default)] name: String,
    #[server(default)] summary: String,
    #[server(default)] hue: String,
    #[server(default)] tags: String,
    #[server(default)] then: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let charter = Charter { purpose, ..Charter::default() };
    let form = NewCommunity { name, summary, kind, hue, tags, charter, ..NewCommunity::default() };
    let id = services::communities::proposals::start(&ctx, &actor, &form, &key).await?;
    go_on(id, Some(Step::Purpose), &then);
    Ok(())
}

/// Keeps what was typed on one step; fields of other steps are not looked at.
#[server(endpoint = "save_proposal")]
// A form has as many arguments as it has fields.
#[allow(clippy::too_many_arguments)]
pub async fn save_proposal(
    proposal: ProposalId,
    step: u8,
    #[server(default)] kind: String,
    #[server(default)] purpose: String,
    #[server(default)] name: String,
    #[server(default)] summary: String,
    #[server(default)] hue: String,
    #[server(default)] tags: String,
    #[server(default)] audience: String,
    #[server(default)] outside: String,
    #[server(default)] admission: String,
    #[server(default)] listed: String,
    #[server(default)] sponsor: String,
    #[server(default)] animators: Vec<String>,
    #[server(default)] rules: String,
    #[server(default)] rituals: String,
    #[server(default)] calendar: String,
    #[server(default)] measures: String,
    #[server(default)] review_on: String,
    #[server(default)] then: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let step = Step::from_number(step).ok_or(Reason::Form)?;
    let charter = Charter { purpose, audience, outside, rules, rituals, calendar, measures, review_on };
    let form = NewCommunity {
        name,
        summary,
        kind,
        hue,
        tags,
        charter,
        sponsor,
        animators,
        admission,
        listed,
        everyone: false,
    };
    services::communities::proposals::save(&ctx, &actor, proposal, step, &form).await?;
    go_on(proposal, Some(step), &then);
    Ok(())
}

/// To the next step; to the proposal's page after the last, or when one stops here.
#[cfg(feature = "ssr")]
fn go_on(proposal: ProposalId, step: Option<Step>, then: &str) {
    let next = step.and_then(Step::next).filter(|_| then != "stop");
    match next {
        Some(next) => {
            done(format!("/communities/proposals/{proposal}?step={}", next.number()), Notice::DraftSaved);
        }
        None => done(format!("/communities/proposals/{proposal}"), Notice::DraftSaved),
    }
}

#[server(endpoint = "send_proposal")]
pub async fn send_proposal(proposal: ProposalId, #[server(default)] key: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::proposals::send(&ctx, &actor, proposal, &key).await?;
    done(format!("/communities/proposals/{proposal}"), Notice::ProposalSent);
    Ok(())
}

#[server(endpoint = "withdraw_proposal")]
pub async fn withdraw_proposal(proposal: ProposalId, #[server(default)] key: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::proposals::withdraw(&ctx, &actor, proposal, &key).await?;
    done(format!("/communities/proposals/{proposal}"), Notice::ProposalWithdrawn);
    Ok(())
}

#[server(endpoint = "discard_proposal")]
pub async fn discard_proposal(proposal: ProposalId, #[server(default)] key: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::proposals::discard(&ctx, &actor, proposal, &key).await?;
    done("/communities/proposals", Notice::Deleted);
    Ok(())
}

/// Opens the community that was proposed.
#[server(endpoint = "approve_proposal")]
pub async fn approve_proposal(
    proposal: ProposalId,
    name: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let id = services::communities::proposals::approve(&ctx, &actor, proposal, &name, &key).await?;
    let slug = services::communities::found(&ctx, id).await?.slug.clone();
    done(format!("/communities/{slug}"), Notice::Opened);
    Ok(())
}

/// Asks for changes, or declines: `answer` says which.
#[server(endpoint = "answer_proposal")]
pub async fn answer_proposal(
    proposal: ProposalId,
    reason: String,
    answer: String,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    use services::communities::proposals::Answer;
    let (ctx, actor) = asking().await?;
    let answer = match answer.as_str() {
        "changes" => Answer::AskForChanges,
        "decline" => Answer::Decline,
        _ => return Err(Reason::Form.into()),
    };
    services::communities::proposals::answer(&ctx, &actor, proposal, answer, &reason, &key).await?;
    done("/admin/proposals", Notice::ProposalAnswered);
    Ok(())
}
