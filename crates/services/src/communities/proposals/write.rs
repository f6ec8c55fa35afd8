//! A proposal is begun, and saved step by step.

use super::{find::find, told_why};
use crate::{
    Context, bind,
    db::{At, Id, Word},
    error::{Error, Result},
};
use domain::{
    Actor,
    community::{
        ANIMATORS_ASKED, NewCommunity,
        proposal::{Act, Step},
    },
    form::{Reader, tidy},
    id::{ProposalId, newest_first},
    policy::{allow, may_propose},
};
use serde_json::{Value, json};

const START: &str =
    "CREATE $proposal SET by = $person, state = 'draft', form = $form, moved = $at, rank = $rank;";

/// Begins a proposal with the first step of `form`; `key` is the form's, and sending it again gives
/// the same proposal.
pub async fn start(ctx: &Context, actor: &Actor, form: &NewCommunity, key: &str) -> Result<ProposalId> {
    allow(may_propose(actor))?;
    let form = kept(form)?;
    let id = ProposalId::new(ctx.ulid());
    let mut first = NewCommunity::default();
    first.name.clone_from(&form.name);
    first.summary.clone_from(&form.summary);
    first.kind.clone_from(&form.kind);
    first.hue.clone_from(&form.hue);
    first.tags.clone_from(&form.tags);
    first.charter.purpose.clone_from(&form.charter.purpose);
    let variables = bind! {
        proposal: Id(id), person: Id(actor.person), form: Word(first), at: At(ctx.now()),
        rank: newest_first(id.ulid()).to_string()
    };
    let outcome = ctx.write_once(actor.person, key, id, START, variables).await?;
    outcome.id.parse().map_err(Error::broken)
}

/// Keeps what was typed on `step`, and nothing else of `form`: steps open in two windows do not
/// undo each other. Whatever was typed is kept, complete or not.
pub async fn save(
    ctx: &Context,
    actor: &Actor,
    proposal: ProposalId,
    step: Step,
    form: &NewCommunity,
) -> Result<()> {
    find(ctx, actor, proposal, Act::Edit).await?;
    let part = part(step, &kept(form)?);
    let variables = bind! { proposal: Id(proposal), part: Word(part), at: At(ctx.now()) };
    ctx.write(include_str!("save.surql"), variables).await.map_err(told_why)?;
    Ok(())
}

/// What is stored of `form`: texts without tricks, no more people than there are fields.
fn kept(form: &NewCommunity) -> Result<NewCommunity> {
    let mut kept = form.clone();
    let charter = &mut kept.charter;
    for text in [
        &mut kept.name,
        &mut kept.summary,
        &mut kept.kind,
        &mut kept.hue,
        &mut kept.tags,
        &mut kept.sponsor,
        &mut kept.admission,
        &mut kept.listed,
        &mut charter.purpose,
        &mut charter.audience,
        &mut charter.outside,
        &mut charter.rules,
        &mut charter.rituals,
        &mut charter.calendar,
        &mut charter.measures,
        &mut charter.review_on,
    ] {
        *text = tidy(text);
    }
    kept.animators.truncate(ANIMATORS_ASKED);
    kept.animators.iter_mut().for_each(|text| *text = tidy(text));
    let mut reader = Reader::default();
    kept.read_draft(&mut reader);
    reader.done()?;
    Ok(kept)
}

/// The fields of one step, to be merged into what is there.
fn part(step: Step, form: &NewCommunity) -> Value {
    let charter = &form.charter;
    match step {
        Step::Purpose => json!({
            "kind": form.kind, "name": form.name, "summary": form.summary, "hue": form.hue,
            "tags": form.tags, "charter": { "purpose": charter.purpose }
        }),
        Step::Audience => json!({
            "admission": form.admission, "listed": form.listed,
            "charter": { "audience": charter.audience, "outside": charter.outside }
        }),
        Step::People => json!({ "sponsor": form.sponsor, "animators": form.animators }),
        Step::Life => json!({
            "charter": { "rules": charter.rules, "rituals": charter.rituals, "calendar": charter.calendar }
        }),
        Step::Success => json!({
            "charter": { "measures": charter.measures, "review_on": charter.review_on }
        }),
    }
}
