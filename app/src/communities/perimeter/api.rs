//! What the page of the perimeter and its forms ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, done},
    i18n::dates,
    visit::lang,
};
use domain::{
    community::{CommunityView, Consequence, FindingForm, GuestRow, Perimeter, PerimeterForm, StayRow},
    form::Fault,
    id::{CommunityId, PersonId, WorkplaceId},
    page::Page,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The perimeter, what was asked instead and what that would change, and who comes from where.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PerimeterSheet {
    pub head: CommunityView,
    pub now: Perimeter,
    /// Says from which perimeter a change starts.
    pub mark: String,
    /// What was chosen in the form, when it was.
    pub asked: Option<Asked>,
    pub guests: Page<GuestRow>,
    /// Partners, and their last day in words.
    pub stays: Vec<(StayRow, String)>,
    /// First and last day a stay may end on.
    pub days: (String, String),
    /// By what it is found, how many people its rule speaks of, and the workplaces to choose among.
    pub finding: FindingForm,
    pub matching: Option<u64>,
    pub places: Vec<(WorkplaceId, String)>,
}

/// A perimeter that was chosen and is not in force.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    pub form: PerimeterForm,
    pub faults: Vec<(String, Fault)>,
    pub changes: Vec<Consequence>,
}

#[server(endpoint = "perimeter_page")]
pub async fn perimeter_page(
    slug: String,
    #[server(default)] asked: Option<PerimeterForm>,
    after: Option<String>,
) -> Result<PerimeterSheet, Refusal> {
    use services::communities;
    let (ctx, actor) = asking().await?;
    let now = communities::perimeter(&ctx, &actor, &slug).await?;
    let head = communities::view(&ctx, &actor, &slug).await?;
    let guests = communities::guests(&ctx, &actor, &slug, after.as_deref()).await?;
    let lang = lang();
    let in_words = |row: StayRow| {
        let day = row.until.parse().map(|day| dates::day_year(lang, day)).unwrap_or_default();
        (row, day)
    };
    let stays = communities::stays(&ctx, &actor, &slug).await?.into_iter().map(in_words).collect();
    let asked = asked.map(|form| {
        let mut reader = domain::form::Reader::default();
        let then = form.read(&mut reader);
        let faults = reader.done().err().map(|failure| failure.fields).unwrap_or_default();
        Asked { changes: now.changes(&then), form, faults }
    });
    let finding = communities::finding(&ctx, &actor, &slug).await?;
    let places = services::people::workplaces(&ctx).await?;
    let today = ctx.today();
    let last = today.checked_add(jiff::Span::new().months(domain::community::STAY_MONTHS)).unwrap_or(today);
    Ok(PerimeterSheet {
        mark: now.mark(),
        head,
        now,
        asked,
        guests,
        stays,
        days: (today.to_string(), last.to_string()),
        finding: finding.form,
        matching: finding.matching,
        places: places.into_iter().map(|place| (place.id, place.name)).collect(),
    })
}

/// Gives the community another perimeter, once its changes were said.
#[server(endpoint = "set_perimeter")]
pub async fn set_perimeter(
    community: CommunityId,
    #[server(default)] admission: String,
    #[server(default)] listed: String,
    #[server(default)] glimpse: String,
    #[server(default)] question: String,
    #[server(default)] from: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = PerimeterForm { admission, listed, glimpse, question };
    services::communities::set_perimeter(&ctx, &actor, community, &form, &from).await?;
    back(&ctx, community, Notice::PerimeterSet).await
}

/// Invites somebody, by their address or their name.
#[server(endpoint = "call_guest")]
pub async fn call_guest(community: CommunityId, #[server(default)] guest: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::call_guest(&ctx, &actor, community, &guest).await?;
    back(&ctx, community, Notice::GuestCalled).await
}

#[server(endpoint = "call_off_guest")]
pub async fn call_off_guest(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::call_off(&ctx, &actor, community, person).await?;
    back(&ctx, community, Notice::GuestCalledOff).await
}

/// Says no to the animators' invitation.
#[server(endpoint = "decline_guest_invitation")]
pub async fn decline_guest_invitation(community: CommunityId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::decline_invitation(&ctx, &actor, community).await?;
    done("/communities", Notice::InvitationDeclined);
    Ok(())
}

#[server(endpoint = "admit_partner")]
pub async fn admit_partner(
    community: CommunityId,
    #[server(default)] partner: String,
    #[server(default)] company: String,
    #[server(default)] until: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = services::communities::StayForm { partner, company, until };
    services::communities::admit_partner(&ctx, &actor, community, &form).await?;
    back(&ctx, community, Notice::PartnerAdmitted).await
}

#[server(endpoint = "extend_stay")]
pub async fn extend_stay(
    community: CommunityId,
    person: PersonId,
    #[server(default)] until: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::extend_stay(&ctx, &actor, community, person, &until).await?;
    back(&ctx, community, Notice::StayExtended).await
}

#[server(endpoint = "end_stay")]
pub async fn end_stay(community: CommunityId, person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::end_stay(&ctx, &actor, community, person).await?;
    back(&ctx, community, Notice::StayEnded).await
}

/// Says by what the community is found, and whom it is suggested to.
#[server(endpoint = "set_finding")]
pub async fn set_finding(
    community: CommunityId,
    #[server(default)] tags: String,
    #[server(default)] place: String,
    #[server(default)] rule_place: String,
    #[server(default)] rule_craft: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = FindingForm { tags, place, rule_place, rule_craft };
    services::communities::set_finding(&ctx, &actor, community, &form).await?;
    back(&ctx, community, Notice::Saved).await
}

/// Never suggests the community again to who asks.
#[server(endpoint = "dismiss_community")]
pub async fn dismiss_community(community: CommunityId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::communities::dismiss(&ctx, &actor, community).await?;
    crate::asking::say(Notice::Dismissed);
    Ok(())
}

/// To the page of the perimeter again.
#[cfg(feature = "ssr")]
async fn back(ctx: &services::Context, community: CommunityId, said: Notice) -> Result<(), Refusal> {
    let slug = services::communities::found(ctx, community).await?.slug.clone();
    done(format!("/communities/{slug}/perimeter"), said);
    Ok(())
}
