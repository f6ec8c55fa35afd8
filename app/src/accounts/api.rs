//! What the front door, one's own pages and the invitations ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{
    Notice,
    asking::{asking, client, context, done, keep, say, start_session},
    i18n::dates,
    visit::{lang, visit},
};
use domain::{
    Lang,
    actor::OrgRole,
    id::{MediaId, PersonId, WorkplaceId},
    page::Page,
    person::OwnProfile,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Signs in; the form says where to go next.
#[server(endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String) -> Result<(), Refusal> {
    let (ctx, client) = (context()?, client()?);
    let session =
        services::accounts::sign_in(&ctx, &email, &password, client.address, &client.device, &client.marks)
            .await?;
    start_session(&ctx, &session).await
}

/// Who is invited, and where they may say they work.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JoinSheet {
    pub name: String,
    pub email: String,
    pub preferred: Lang,
    pub organisation: String,
    /// Id and name.
    pub workplaces: Vec<(String, String)>,
}

#[server(endpoint = "join_page")]
pub async fn join_page(token: String) -> Result<JoinSheet, Refusal> {
    let ctx = context()?;
    let invited = services::accounts::invitation(&ctx, &token).await?;
    let organisation = services::accounts::organisation(&ctx).await?;
    Ok(JoinSheet {
        name: invited.name,
        email: invited.email,
        preferred: invited.lang,
        organisation: organisation.map(|house| house.name).unwrap_or_default(),
        workplaces: workplaces(&ctx).await?,
    })
}

#[cfg(feature = "ssr")]
async fn workplaces(ctx: &services::Context) -> Result<Vec<(String, String)>, Refusal> {
    let places = services::people::workplaces(ctx).await?;
    Ok(places.into_iter().map(|place| (place.id.to_string(), place.name)).collect())
}

/// Accepts an invitation.
#[server(endpoint = "join_house")]
#[allow(clippy::too_many_arguments)]
pub async fn join_house(
    token: String,
    password: String,
    password_again: Option<String>,
    #[server(default)] lang: String,
    #[server(default)] workplace: String,
    #[server(default)] commune: String,
    #[server(default)] commune_choice: String,
) -> Result<(), Refusal> {
    let (ctx, client) = (context()?, client()?);
    let commune = domain::person::CommuneForm { text: commune, choice: commune_choice };
    let form = domain::account::Join { password, password_again, lang, workplace, commune };
    let session = services::accounts::accept(&ctx, &token, &form, &client.device).await?;
    start_session(&ctx, &session).await?;
    keep("lang", Lang::from_tag(&form.lang).unwrap_or_default().tag())?;
    done("/", Notice::Welcome);
    Ok(())
}

/// Refused once the house is set up.
#[server(endpoint = "setup_page")]
pub async fn setup_page(token: String) -> Result<(), Refusal> {
    Ok(services::accounts::setup_is_open(&context()?, &token).await?)
}

/// Makes the organisation and who looks after it.
#[server(endpoint = "set_up_house")]
pub async fn set_up_house(
    token: String,
    organisation: String,
    name: String,
    email: String,
    password: String,
    #[server(default)] lang: String,
) -> Result<(), Refusal> {
    let (ctx, client) = (context()?, client()?);
    let form = domain::account::SetUp { organisation, name, email, password, lang };
    let session = services::accounts::set_up(&ctx, &token, &form, &client.device).await?;
    start_session(&ctx, &session).await?;
    keep("lang", Lang::from_tag(&form.lang).unwrap_or_default().tag())?;
    done("/", Notice::Welcome);
    Ok(())
}

/// One's own page, and the workplaces to choose from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MySheet {
    pub own: OwnProfile,
    pub workplaces: Vec<(String, String)>,
}

#[server(endpoint = "my_profile")]
pub async fn my_profile() -> Result<MySheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let own = services::people::own_profile(&ctx, &actor).await?;
    Ok(MySheet { own, workplaces: workplaces(&ctx).await? })
}

/// Changes one's own page. `kept_picture` came with a form that was refused.
#[server(endpoint = "edit_profile")]
#[allow(clippy::too_many_arguments)]
pub async fn edit_profile(
    #[server(default)] title: String,
    #[server(default)] bio: String,
    #[server(default)] workplace: String,
    #[server(default)] commune: String,
    #[server(default)] commune_choice: String,
    #[server(default)] lang: String,
    #[server(default)] drop_picture: Option<String>,
    #[server(default)] kept_picture: String,
    #[server(default)] pictures: Vec<MediaId>,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = domain::person::ProfileForm {
        title,
        bio,
        workplace,
        commune: domain::person::CommuneForm { text: commune, choice: commune_choice },
        lang,
        picture: pictures.first().copied().or_else(|| kept_picture.parse().ok()),
        drop_picture: drop_picture.is_some(),
    };
    services::people::edit_profile(&ctx, &actor, &form).await?;
    keep("lang", Lang::from_tag(&form.lang).unwrap_or_default().tag())?;
    done("/me", Notice::Saved);
    Ok(())
}

/// Changes one's own password; the other sessions end.
#[server(endpoint = "change_password")]
pub async fn change_password(
    password_current: String,
    password: String,
    password_again: Option<String>,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let client = client()?;
    let here = visit().session.ok_or(domain::Reason::SignIn)?;
    let new = domain::account::NewPassword { password, password_again };
    let form = domain::account::ChangePassword { current: password_current, new };
    services::accounts::change_password(&ctx, &actor, &here, &form, client.address, &client.marks).await?;
    done("/me/sessions", Notice::PasswordChanged);
    Ok(())
}

/// Who chooses a new password.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ForgottenSheet {
    pub name: String,
    pub email: String,
}

#[server(endpoint = "reset_page")]
pub async fn reset_page(token: String) -> Result<ForgottenSheet, Refusal> {
    let whose = services::accounts::forgetful(&context()?, &token).await?;
    Ok(ForgottenSheet { name: whose.name, email: whose.email })
}

/// Chooses a new password by a link, and comes in.
#[server(endpoint = "choose_password")]
pub async fn choose_password(
    token: String,
    password: String,
    password_again: Option<String>,
) -> Result<(), Refusal> {
    let (ctx, client) = (context()?, client()?);
    let form = domain::account::NewPassword { password, password_again };
    let session = services::accounts::choose_password(&ctx, &token, &form, &client.device).await?;
    start_session(&ctx, &session).await?;
    done("/", Notice::PasswordChanged);
    Ok(())
}

/// What a manager is offered on the page of somebody who may have forgotten their password.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ResetSheet {
    pub fresh: Option<FreshLink>,
}

#[server(endpoint = "reset_offer")]
pub async fn reset_offer(person: PersonId) -> Result<Option<ResetSheet>, Refusal> {
    let (ctx, actor) = asking().await?;
    let (lang, house) = (lang(), client()?.house);
    let fresh = |link: std::sync::Arc<services::accounts::ResetLink>| FreshLink {
        name: link.name.clone(),
        email: link.email.clone(),
        address: format!("{house}{}", link.path()),
        expires: dates::moment(lang, ctx.zone(), link.expires),
    };
    let offer = services::accounts::reset_offer(&ctx, &actor, person).await?;
    Ok(offer.map(|offer| ResetSheet { fresh: offer.fresh.map(fresh) }))
}

/// Makes a link for somebody who forgot their password.
#[server(endpoint = "make_reset_link")]
pub async fn make_reset_link(person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::accounts::reset_link(&ctx, &actor, person).await?;
    done(format!("/people/{person}"), Notice::ResetReady);
    Ok(())
}

/// A session, its dates in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionLine {
    pub public: String,
    pub device: String,
    pub opened: String,
    pub seen: String,
    pub current: bool,
}

#[server(endpoint = "my_sessions")]
pub async fn my_sessions() -> Result<Vec<SessionLine>, Refusal> {
    let (ctx, actor) = asking().await?;
    let (lang, here) = (lang(), visit().session);
    let sessions = services::accounts::sessions(&ctx, &actor).await?;
    Ok(sessions
        .into_iter()
        .map(|session| SessionLine {
            opened: dates::moment(lang, ctx.zone(), session.created),
            seen: dates::ago(lang, ctx.zone(), ctx.now(), session.seen),
            current: here.as_ref() == Some(&session.public),
            device: session.device,
            public: session.public,
        })
        .collect())
}

#[server(endpoint = "end_session_of_mine")]
pub async fn end_session_of_mine(session: String) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::accounts::revoke(&ctx, &actor, &session).await?;
    say(Notice::SessionEnded);
    Ok(())
}

/// Ends every session but the one this is asked in.
#[server(endpoint = "end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let here = visit().session.ok_or(domain::Reason::SignIn)?;
    services::accounts::revoke_others(&ctx, &actor, &here).await?;
    say(Notice::SessionEnded);
    Ok(())
}

/// A link just made, with the house's address before it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FreshLink {
    pub name: String,
    pub email: String,
    pub address: String,
    pub expires: String,
}

/// An invitation that waits, its last day in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PendingLine {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub role: OrgRole,
    pub company: String,
    pub expires: String,
    pub expired: bool,
}

/// The page of invitations.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InvitationSheet {
    pub fresh: Option<FreshLink>,
    pub pending: Page<PendingLine>,
    /// Those the person may give.
    pub roles: Vec<OrgRole>,
}

#[server(endpoint = "invitations_page")]
pub async fn invitations_page(after: Option<String>) -> Result<InvitationSheet, Refusal> {
    let (ctx, actor) = asking().await?;
    let pending = services::accounts::invitations(&ctx, &actor, after.as_deref()).await?;
    let lang = lang();
    let day = |at: jiff::Timestamp| dates::day(lang, at.to_zoned(ctx.zone().clone()).date());
    let house = client()?.house;
    let fresh = services::accounts::fresh_link(&ctx, &actor).await?.map(|link| FreshLink {
        name: link.name.clone(),
        email: link.email.clone(),
        address: format!("{}{}", house, link.path()),
        expires: day(link.expires),
    });
    let pending = pending.map(|row| PendingLine {
        person: row.person,
        name: row.name,
        email: row.email,
        role: row.role,
        company: row.company,
        expires: day(row.expires),
        expired: row.expired,
    });
    let roles = [OrgRole::Employee, OrgRole::Partner, OrgRole::CommunityManager, OrgRole::Administrator];
    let roles = roles.into_iter().filter(|role| domain::account::may_give(&actor, *role)).collect();
    Ok(InvitationSheet { fresh, pending, roles })
}

/// Calls somebody in, or gives somebody who was called a new link.
#[server(endpoint = "invite_person")]
pub async fn invite_person(
    name: String,
    email: String,
    #[server(default)] role: String,
    #[server(default)] company: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let form = domain::account::Invite { email, name, role, company };
    services::accounts::invite(&ctx, &actor, &form).await?;
    done("/admin/invitations", Notice::Invited);
    Ok(())
}

#[server(endpoint = "withdraw_invitation")]
pub async fn withdraw_invitation(person: PersonId) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    services::accounts::withdraw(&ctx, &actor, person).await?;
    done("/admin/invitations", Notice::Saved);
    Ok(())
}

/// A workplace, and the commune it is in, in words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WorkplaceLine {
    pub id: WorkplaceId,
    pub name: String,
    pub commune: Option<String>,
}

#[server(endpoint = "workplaces_page")]
pub async fn workplaces_page() -> Result<Vec<WorkplaceLine>, Refusal> {
    let (ctx, actor) = asking().await?;
    if !domain::person::may_place(&actor) {
        return Err(domain::Reason::NotFound.into());
    }
    let label = |code: &String| gazetteer::by_code(code).map(gazetteer::Commune::label);
    let line = |place: domain::person::Workplace| WorkplaceLine {
        id: place.id,
        commune: place.commune.as_ref().and_then(label),
        name: place.name,
    };
    Ok(services::people::workplaces(&ctx).await?.into_iter().map(line).collect())
}

#[server(endpoint = "add_workplace")]
pub async fn add_workplace(
    name: String,
    #[server(default)] commune: String,
    #[server(default)] commune_choice: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let commune = domain::person::CommuneForm { text: commune, choice: commune_choice };
    let form = domain::person::WorkplaceForm { name, commune };
    services::people::add_workplace(&ctx, &actor, &form).await?;
    say(Notice::Saved);
    Ok(())
}

#[server(endpoint = "place_workplace")]
pub async fn place_workplace(
    workplace: WorkplaceId,
    #[server(default)] commune: String,
    #[server(default)] commune_choice: String,
) -> Result<(), Refusal> {
    let (ctx, actor) = asking().await?;
    let commune = domain::person::CommuneForm { text: commune, choice: commune_choice };
    let form = domain::person::WorkplaceForm { commune, ..Default::default() };
    services::people::place_workplace(&ctx, &actor, workplace, &form).await?;
    say(Notice::Saved);
    Ok(())
}
