//! Who may do what, in one place. Services ask before acting, views before offering.
//!
//! What a person may not see does not exist for them: [`Verdict::Hidden`] becomes *not found*,
//! never *forbidden*, so that refusals tell nothing.

use crate::{
    actor::{Actor, Role},
    community::Stage,
    failure::Reason,
    id::CommunityId,
};
use serde::{Deserialize, Serialize};

/// What a person wants to do in a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    /// See that it exists, its name, its charter.
    Look,
    /// Read posts, events and members.
    Read,
    Join,
    Leave,
    /// Post, comment, react.
    Write,
    /// Change or delete what others wrote; pin.
    Moderate,
    /// Create and change events.
    Organise,
    /// Change the charter, admit people, name animators.
    Govern,
}

impl Action {
    pub const ALL: [Action; 8] = [
        Action::Look, Action::Read, Action::Join, Action::Leave, Action::Write, Action::Moderate,
        Action::Organise, Action::Govern,
    ];
}

/// What a decision needs to know of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub community: CommunityId,
    /// In the directory, seen by every employee.
    pub listed: bool,
    pub admission: Admission,
    pub stage: Stage,
}

/// How one comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Admission {
    #[default]
    Open,
    OnRequest,
    ByInvitation,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    /// They see it, but may not do this.
    Refused,
    /// For them it does not exist.
    Hidden,
}

/// Whether `actor` may do `action` in `place`.
pub fn judge(actor: &Actor, action: Action, place: &Place) -> Verdict {
    use Verdict::{Allowed, Hidden, Refused};
    let role = actor.role_in(place.community);
    let sees = role.is_some()
        || actor.is_manager()
        || (place.listed && !actor.is_partner() && place.stage.is_public());
    if !sees {
        return Hidden;
    }
    let steers = actor.is_manager() || role >= Some(Role::Animator);
    let reads = role.is_some()
        || actor.is_manager()
        || (place.admission == Admission::Open && !actor.is_partner());
    match action {
        Action::Look => Allowed,
        Action::Read if reads => Allowed,
        Action::Leave if role.is_some() => Allowed,
        _ if place.stage == Stage::Archived => Refused,
        Action::Join if role.is_some() => Refused,
        Action::Join if place.admission != Admission::ByInvitation => Allowed,
        Action::Write if role.is_some() => Allowed,
        Action::Moderate | Action::Organise | Action::Govern if steers => Allowed,
        _ => Refused,
    }
}

/// `Ok` when allowed; otherwise the reason the person is told.
pub fn allow(verdict: Verdict) -> Result<(), Reason> {
    match verdict {
        Verdict::Allowed => Ok(()),
        Verdict::Refused => Err(Reason::Forbidden),
        Verdict::Hidden => Err(Reason::NotFound),
    }
}
