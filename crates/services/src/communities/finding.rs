//! What a community says to be found by, and whom it is suggested to.

use super::{found, found_by_slug};
use crate::{
    Context, bind,
    db::{Id, thrown},
    error::{Error, Result},
    people::read_workplace,
    search::Subject,
};
use domain::{
    Actor, Reason,
    community::{CommunityError, FindingForm, Rule, read_craft, read_tags},
    form::{Fault, Reader},
    id::CommunityId,
    policy::{Action, allow, judge},
};
use serde::{Deserialize, Serialize};

/// What a community says to be found by, and how many people its rule speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub form: FindingForm,
    /// People of the company who match the rule, those inside included; none without a rule.
    pub matching: Option<u64>,
}

/// The same, for those who govern.
pub async fn finding(ctx: &Context, actor: &Actor, slug: &str) -> Result<Finding> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let id = |place: Option<domain::id::WorkplaceId>| place.map(|id| id.to_string()).unwrap_or_default();
    let matching = if found.rule.is_none() { None } else { Some(count(ctx, &found.rule).await?) };
    Ok(Finding {
        form: FindingForm {
            tags: found.tags.join(", "),
            place: id(found.home),
            rule_place: id(found.rule.place),
            rule_craft: found.rule.craft.clone(),
        },
        matching,
    })
}

pub(super) const OF_PLACE: &str =
    "SELECT VALUE craft FROM person WHERE active = true AND workplace = $place AND role != 'partner'";
pub(super) const OF_CRAFT: &str =
    "SELECT VALUE craft FROM person WHERE active = true AND craft = $craft AND role != 'partner'";

async fn count(ctx: &Context, rule: &Rule) -> Result<u64> {
    let crafts: Vec<String> = match rule.place {
        Some(place) => ctx.db().rows(OF_PLACE, bind! { place: Id(place) }).await?,
        None => ctx.db().rows(OF_CRAFT, bind! { craft: rule.craft.clone() }).await?,
    };
    let matching = crafts.iter().filter(|craft| rule.matches(rule.place, craft)).count();
    Ok(u64::try_from(matching).unwrap_or_default())
}

const CRAFT: &str = "SELECT VALUE craft FROM person WHERE active = true AND craft = $craft LIMIT 1";

const SET: &str = "
LET $in = UPDATE ONLY $community SET
    tags = $tags, place = $place, rule_place = $rule_place, rule_craft = $rule_craft;
IF $in.stage = 'archived' { THROW 'archived' };
";

/// Says by what the community is found and whom it is suggested to. A craft that nobody has is told
/// beside its field.
pub async fn set_finding(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    form: &FindingForm,
) -> Result<()> {
    let known = found(ctx, community).await?;
    allow(judge(actor, Action::Govern, &known.place))?;
    let mut reader = Reader::default();
    let tags = read_tags(&mut reader, &form.tags);
    let place = read_workplace(ctx, &mut reader, "place", &form.place).await?;
    let rule_place = read_workplace(ctx, &mut reader, "rule_place", &form.rule_place).await?;
    let craft = read_craft(&mut reader, &form.rule_craft);
    if !craft.is_empty() {
        let somebody: Option<String> = ctx.db().row(CRAFT, bind! { craft: craft.clone() }).await?;
        if somebody.is_none() {
            reader.fault("rule_craft", Fault::Choice);
        }
    }
    reader.done()?;
    let variables = bind! {
        community: Id(community), tags, place: place.map(|place| Id(place.id)),
        rule_place: rule_place.map(|place| Id(place.id)),
        rule_craft: Some(craft).filter(|craft| !craft.is_empty())
    };
    ctx.write(SET, variables).await.map_err(|error| -> Error {
        match thrown(&error) {
            Some("archived") => CommunityError::Archived.into(),
            _ => error,
        }
    })?;
    // Whom it is suggested to is kept for each.
    ctx.caches().communities.forget_all();
    ctx.caches().suggestions.forget_all();
    ctx.caches().touched.touch(Subject::Community(community));
    Ok(())
}

const DISMISS: &str = "
IF !record::exists($community) { THROW 'absent' };
UPSERT type::record('dismissal', [$person, $community]) SET
    person = $person, community = $community, at = $at;
";

/// Never suggests the community to the actor again. Done already, it changes nothing.
pub async fn dismiss(ctx: &Context, actor: &Actor, community: CommunityId) -> Result<()> {
    let known = found(ctx, community).await?;
    allow(judge(actor, Action::Look, &known.place))?;
    let variables =
        bind! { person: Id(actor.person), community: Id(community), at: crate::db::At(ctx.now()) };
    ctx.write(DISMISS, variables).await.map_err(|error| match thrown(&error) {
        Some("absent") => Reason::NotFound.into(),
        _ => error,
    })?;
    ctx.caches().suggestions.forget(&actor.person);
    Ok(())
}
