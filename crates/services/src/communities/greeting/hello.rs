//! What those who animate say to who comes in.

use super::newcomers::ungreeted;
use crate::{
    Context, bind,
    communities::{found, found_by_slug, life::told_why},
    db::Id,
    error::Result,
};
use domain::{
    Actor, Reason,
    community::{
        CommunityError, Stage,
        welcome::{WelcomeSheet, read_hello},
    },
    form::Reader,
    id::CommunityId,
    policy::{Action, allow, judge},
};

const SET: &str = "
IF $community.stage = 'archived' { THROW 'archived' };
UPDATE $community SET hello = $hello RETURN NONE;
";

pub(super) const HELLO: &str = "SELECT VALUE hello FROM ONLY $community";

/// Leaves `hello` as what newcomers read; empty takes it away.
pub async fn set_hello(ctx: &Context, actor: &Actor, community: CommunityId, hello: &str) -> Result<()> {
    let found = found(ctx, community).await?;
    match allow(judge(actor, Action::Govern, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => Err(CommunityError::Archived)?,
        verdict => verdict?,
    }
    let mut form = Reader::default();
    let hello = read_hello(&mut form, hello);
    form.done()?;
    let hello = (!hello.is_empty()).then_some(hello);
    ctx.write(SET, bind! { community: Id(community), hello }).await.map_err(told_why)?;
    Ok(())
}

/// The hello as it was typed, and a page of the newcomers nobody has answered, for those who steer.
pub async fn welcome_sheet(
    ctx: &Context,
    actor: &Actor,
    slug: &str,
    cursor: Option<&str>,
) -> Result<WelcomeSheet> {
    let found = found_by_slug(ctx, slug).await?;
    allow(judge(actor, Action::Govern, &found.place))?;
    let hello: Option<String> = ctx.db().query(HELLO, bind! { community: Id(found.id) }).await?.one(0)?;
    Ok(WelcomeSheet {
        hello: hello.unwrap_or_default(),
        newcomers: ungreeted(ctx, actor, found.id, cursor).await?,
    })
}
