//! What pages and forms of communities ask the server.

#[cfg(feature = "ssr")]
use super::changes::in_words;
use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
#[cfg(feature = "ssr")]
use domain::community::Charter;
use domain::{
    actor::Role,
    community::{
        CharterView, CommunityCard, CommunityView, MemberRow, Wanted,
        amendment::{AmendmentView, SectionChange},
    },
    id::{AmendmentId, CommunityId, PersonId, WorkplaceId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A page of the directory.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Directory {
    pub cards: Page<CommunityCard>,
    pub may_open: bool,
    pub may_propose: bool,
    /// Workplaces and interests to choose among.
    pub places: Vec<(WorkplaceId, String)>,
    pub tags: Vec<String>,
    /// Communities that invite the reader.
    pub calling: Vec<CommunityCard>,
    /// Some that are archived may be read again.
    pub archived: bool,
}

#[server(endpoint = "communities_page")]
pub async fn communities_page(
    #[server(default)] wanted: Wanted,
    after: Option<String>,
) -> Result<Directory, Refusal> {
    let (ctx, actor) = asking().await?;
    let cards = services::communities::list(&ctx, &actor, &wanted, after.as_deref()).await?;
    // Partners do not know where people of the company work.
    let places = if actor.is_partner() { Vec::new() } else { services::people::workplaces(&ctx).await? };
    let calling = services::communities::invited_to(&ctx, &actor).await?;
    Ok(Directory {
        cards,
        places: places.into_iter().map(|place| (place.id, place.name)).collect(),
        tags: services::communities::tags(&ctx, &actor).await?,
        calling: calling.iter().map(|found| services::communities::card(&actor, found)).collect(),
        archived: actor.is_manager() || services::communities::has_archived(&ctx, &actor).await?,
        may_open: domain::policy::may_open(&actor).is_allowed(),
        may_propose: domain::policy::may_propose(&actor).is_allowed(),
    })
}

/// A page of the archived communities the reader may still read.
#[server(endpoint = "archived_page")]
pub async fn archived_page(after: Option<String>) -> Result<Page<CommunityCard>, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::communities::archived(&ctx, &actor, after.as_deref()).await?)
}

/// The head of a community's pages.
#[server(endpoint = "community_page")]
pub async fn community_page(slug: String) -> Result<CommunityView, Refusal> {
    let (ctx, actor) = super::outside::reading(&slug).await?;
    Ok(services::communities::view(&ctx, &actor, &slug).await?)
}

/// A charter, its dates in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CharterSheet {
    pub head: CommunityView,
    pub charter: CharterView,
    pub since: String,
    pub review: String,
    /// For the form that changes it: tomorrow, the first day a review may be on.
    pub tomorrow: String,
    /// What changed since the version the reader accepted.
    pub changed: Vec<SectionChange>,
    /// Changes that wait for an answer, told to those who govern.
    pub waiting: usize,
    /// A change that is taken up again, instead of the text in force.
    pub draft: Option<AmendmentView>,
}

#[server(endpoint = "charter_page")]
pub async fn charter_page(slug: String, from: Option<AmendmentId>) -> Result<CharterSheet, Refusal> {
    use services::communities::amendments;
    let (ctx, actor) = super::outside::reading(&slug).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let charter = services::communities::charter(&ctx, &actor, &slug).await?;
    let changed = match charter.accepted {
        Some(accepted) if accepted > 0 && accepted < charter.version => {
            in_words(amendments::changes_since(&ctx, &actor, &slug, accepted).await?)
        }
        _ => Vec::new(),
    };
    let waiting = if head.may_govern { amendments::open_amendments(&ctx, head.id).await? } else { 0 };
    let draft = match from {
        Some(from) => Some(amendments::amendment(&ctx, &actor, from).await?.0),
        None => None,
    };
    let lang = lang();
    let since = charter.since.to_zoned(ctx.zone().clone()).date();
    let review = charter.charter.review_on.parse().map(|date| dates::day_year(lang, date));
    Ok(CharterSheet {
        head,
        changed,
        waiting,
        draft,
        since: dates::day_year(lang, since),
        review: review.unwrap_or_default(),
        tomorrow: ctx.today().tomorrow().unwrap_or(ctx.today()).to_string(),
        charter,
    })
}

/// A page of members; requests to come in for those who answer them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MemberSheet {
    pub head: CommunityView,
    pub members: Page<MemberRow>,
    pub requests: Page<MemberRow>,
}

#[server(endpoint = "members_page")]
pub async fn members_page(
    slug: String,
    after: Option<String>,
    asking_after: Option<String>,
) -> Result<MemberSheet, Refusal> {
    let (ctx, actor) = super::outside::reading(&slug).await?;
    let head = services::communities::view(&ctx, &actor, &slug).await?;
    let members = services::communities::members(&ctx, &actor, &slug, after.as_deref()).await?;
    let requests = if head.may_govern {
        services::communities::requests(&ctx, &actor, &slug, asking_after.as_deref()).await?
    } else {
        Page::empty()
    };
    Ok(MemberSheet { head, members, requests })
}

/// Joins, or asks to, accepting version `charter` of the charter.
#[server(endpoint = "join_community")]
pub async fn join_community(
    community: CommunityId,
    charter: u32,
    #[server(default)] answer: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let role = services::communities::join_answering(&ctx, &actor, community, charter, &answer).await?;
    let slug = services::communities::found(&ctx, community).await?.slug.clone();
    match role {
        Role::Requested => done(format!("/communities/{slug}/charter"), Notice::Requested),
        // Already one of them: a new version was accepted.
        _ if actor.role_in(community).is_some() => {
            done(format!("/communities/{slug}/charter"), Notice::Saved)
        }
        _ => done(format!("/communities/{slug}"), Notice::Joined),
    }
    Ok(())
}

/// Leaves, or takes a request back. Who animates the community confirms that they saw what it means.
#[server(endpoint = "leave_community")]
pub async fn leave_community(
    community: CommunityId,
    #[server(default)] confirm: Option<String>,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    match confirm {
        Some(_) => services::communities::leave_anyway(&ctx, &actor, community).await?,
        None => services::communities::leave(&ctx, &actor, community).await?,
    }
    let said = if actor.has_asked(community) { Notice::RequestWithdrawn } else { Notice::Left };
    done("/communities", said);
    Ok(())
}

#[server(endpoint = "admit_member")]
pub async fn admit_member(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::admit(&ctx, &actor, community, person).await?;
    crate::asking::say(Notice::Admitted);
    Ok(())
}

#[server(endpoint = "decline_member")]
pub async fn decline_member(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::decline(&ctx, &actor, community, person).await?;
    crate::asking::say(Notice::Declined);
    Ok(())
}

#[server(endpoint = "set_member_role")]
pub async fn set_member_role(community: CommunityId, person: PersonId, role: Role) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::set_role(&ctx, &actor, community, person, role).await?;
    crate::asking::say(Notice::RoleSet);
    Ok(())
}

/// What the form that opens a community starts from: a first review in six months, and the first
/// day one may be on. Refused to those who may not open any.
#[server(endpoint = "community_to_open")]
pub async fn community_to_open() -> Result<(String, String), Refusal> {
    let (ctx, actor) = asking().await?;
    domain::policy::allow(domain::policy::may_open(&actor))?;
    let today = ctx.today();
    let review = today.checked_add(jiff::Span::new().months(6)).unwrap_or(today);
    Ok((review.to_string(), today.tomorrow().unwrap_or(today).to_string()))
}

/// Opens a community. Everything is text as it was typed; `domain` reads it.
#[server(endpoint = "open_community")]
// A form has as many arguments as it has fields.
#[allow(clippy::too_many_arguments)]
pub async fn open_community(
    name: String,
    summary: String,
    #[server(default)] kind: String,
    #[server(default)] hue: String,
    #[server(default)] tags: String,
    purpose: String,
    audience: String,
    #[server(default)] outside: String,
    rules: String,
    #[server(default)] rituals: String,
    #[server(default)] calendar: String,
    measures: String,
    review_on: String,
    sponsor: String,
    #[server(default)] animators: Vec<String>,
    #[server(default)] admission: String,
    #[server(default)] listed: String,
    #[server(default)] everyone: Option<String>,
    #[server(default)] key: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = domain::community::NewCommunity {
        name,
        summary,
        kind,
        hue,
        tags,
        charter: Charter { purpose, audience, outside, rules, rituals, calendar, measures, review_on },
        sponsor,
        animators,
        admission,
        listed,
        everyone: everyone.is_some(),
    };
    let id = services::communities::open(&ctx, &actor, form, &key).await?;
    let slug = services::communities::found(&ctx, id).await?.slug.clone();
    done(format!("/communities/{slug}"), Notice::Opened);
    Ok(())
}
