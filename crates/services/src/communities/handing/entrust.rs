//! Those who look after all communities name somebody to animate one.

use crate::{
    Context,
    communities::{
        found,
        life::{HAPPENED, happening, told_why},
        moved,
        named::named,
        proposals::spent,
    },
    error::{Error, Result},
};
use domain::{
    Actor, Reason,
    community::{CommunityError, Stage, handing::may_entrust, life::Turn},
    form::{Fault, Reader},
    id::CommunityId,
    policy::allow,
};

const ENTRUST: &str = "
LET $id = type::record('membership', [$about, $community]);
LET $was = SELECT VALUE role FROM ONLY $id;
IF $was = 'animator' OR $was = 'sponsor' OR $about.role = 'partner' { THROW 'misplaced' };
LET $in = UPDATE ONLY $community SET
    animators += 1, members += IF $was = 'member' { 0 } ELSE { 1 };
IF $in.stage = 'archived' { THROW 'archived' };
IF $was = 'member' {
    UPDATE $id SET role = 'animator' RETURN NONE;
} ELSE {
    UPSERT $id SET person = $about, community = $community, role = 'animator', since = $at, answer = NONE RETURN NONE;
};
";

/// Makes the person that `who` names (a name, or an address) animate the community, a member of it or
/// not yet.
pub async fn entrust(
    ctx: &Context,
    actor: &Actor,
    community: CommunityId,
    who: &str,
    key: &str,
) -> Result<()> {
    let found = found(ctx, community).await?;
    match allow(may_entrust(actor, &found.place)) {
        Err(Reason::Forbidden) if found.place.stage == Stage::Archived => {
            let refusal = Error::from(CommunityError::Archived);
            return if spent(ctx, actor.person, key, &refusal).await? { Ok(()) } else { Err(refusal) };
        }
        verdict => verdict?,
    }
    let mut form = Reader::default();
    let who = form.text("person", who, 1, domain::person::LINE_MAX);
    let person = named(ctx, [who.as_str()].into_iter()).await?.get(who.as_str()).copied();
    if person.is_none() && form.is_clean() {
        form.fault("person", Fault::Person);
    }
    form.done()?;
    let Some(person) = person else { return Err(Reason::Form.into()) };
    let variables = happening(ctx, community, actor.person, Turn::Entrusted, Some(person), "");
    let surql = format!("{ENTRUST}{HAPPENED}");
    ctx.write_once(actor.person, key, community, &surql, variables).await.map_err(told_why)?;
    moved(ctx, community, person);
    ctx.caches().communities.forget_all();
    Ok(())
}
