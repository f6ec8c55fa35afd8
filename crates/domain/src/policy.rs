//! Who may do what, in one place. Services ask before acting, views before offering.
//!
//! What a person may not see does not exist for them: [`Verdict::Hidden`] becomes *not found*,
//! never *forbidden*, so that refusals tell nothing.

use crate::{
    actor::{Actor, OrgRole, Role},
    community::Stage,
    failure::Reason,
    id::{CommunityId, PersonId},
};
use serde::{Deserialize, Serialize};

/// What a person wants to do in a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    /// See that it exists, its name and its summary.
    Look,
    /// Read its charter.
    Study,
    /// Read the posts that were marked public.
    Peek,
    /// Read posts, events and members.
    Read,
    /// Become a member, or ask to.
    Join,
    /// Stop being a member, or asking to be.
    Leave,
    /// Comment, react.
    Answer,
    /// Post, vote, come to events.
    Write,
    /// Change or delete what others wrote; pin.
    Moderate,
    /// Create and change events.
    Organise,
    /// Change the charter, admit people, name animators.
    Govern,
}

impl Action {
    pub const ALL: [Action; 11] = [
        Action::Look,
        Action::Study,
        Action::Peek,
        Action::Read,
        Action::Join,
        Action::Leave,
        Action::Answer,
        Action::Write,
        Action::Moderate,
        Action::Organise,
        Action::Govern,
    ];
}

/// What a decision needs to know of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub community: CommunityId,
    /// In the directory, seen by every employee.
    pub listed: bool,
    pub admission: Admission,
    pub glimpse: Glimpse,
    pub stage: Stage,
}

/// What those outside see of a community they may know of, besides its name and summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Glimpse {
    /// Where one comes in by invitation only: to come in is to accept a charter one has read.
    Nothing,
    #[default]
    Charter,
    /// The charter, and the posts that were marked public.
    Marked,
    /// The charter, and all that members read.
    Posts,
}

impl Glimpse {
    pub const ALL: [Glimpse; 4] = [Glimpse::Nothing, Glimpse::Charter, Glimpse::Marked, Glimpse::Posts];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            Glimpse::Nothing => "nothing",
            Glimpse::Charter => "charter",
            Glimpse::Marked => "marked",
            Glimpse::Posts => "posts",
        }
    }

    pub fn from_word(word: &str) -> Option<Glimpse> {
        Glimpse::ALL.into_iter().find(|glimpse| glimpse.word() == word)
    }
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

impl Admission {
    pub const ALL: [Admission; 3] = [Admission::Open, Admission::OnRequest, Admission::ByInvitation];

    /// The word it is stored and sent under.
    pub fn word(self) -> &'static str {
        match self {
            Admission::Open => "open",
            Admission::OnRequest => "on_request",
            Admission::ByInvitation => "by_invitation",
        }
    }

    pub fn from_word(word: &str) -> Option<Admission> {
        Admission::ALL.into_iter().find(|admission| admission.word() == word)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    /// They see it, but may not do this.
    Refused,
    /// For them it does not exist.
    Hidden,
}

impl Verdict {
    pub fn is_allowed(self) -> bool {
        self == Verdict::Allowed
    }
}

/// Whether `actor` may do `action` in `place`.
///
/// - Whoever belongs to a community sees it; community managers and administrators see all;
///   employees see those that are listed and have opened, and those they are invited to; partners
///   only those they belong to.
/// - What is read before joining is the community's to say ([`Glimpse`]); who is invited, or asked to
///   come in, reads the charter in any case.
/// - Whoever is in a member community of a federation is at home in it while it runs: they read and
///   answer there like its members; to post, one joins. Partners are not: they were admitted by name.
/// - Nothing happens in an archived community but reading and leaving, and nobody joins one that
///   has not opened.
pub fn judge(actor: &Actor, action: Action, place: &Place) -> Verdict {
    use Verdict::{Allowed, Hidden, Refused};
    let role = actor.role_in(place.community);
    let invited = actor.is_invited(place.community) && !actor.is_partner() && place.stage.is_public();
    let at_home = actor.is_at_home(place.community) && !actor.is_partner() && place.stage.is_public();
    let sees = role.is_some()
        || actor.is_manager()
        || invited
        || at_home
        || (place.listed && !actor.is_partner() && place.stage.is_public());
    if !sees {
        return Hidden;
    }
    let steers = actor.is_manager() || role >= Some(Role::Animator);
    let within = role.is_some() || actor.is_manager() || at_home;
    let comes = invited || actor.has_asked(place.community);
    let archived = place.stage == Stage::Archived;
    let allowed = match action {
        Action::Look => true,
        Action::Study => within || comes || place.glimpse >= Glimpse::Charter,
        Action::Peek => within || place.glimpse >= Glimpse::Marked,
        Action::Read => within || place.glimpse >= Glimpse::Posts,
        Action::Leave => role.is_some() || actor.has_asked(place.community),
        Action::Join => {
            role.is_none()
                && (invited || place.admission != Admission::ByInvitation)
                && place.stage.is_public()
        }
        Action::Answer => (role.is_some() || at_home) && !archived,
        Action::Write => role.is_some() && !archived,
        Action::Moderate | Action::Organise | Action::Govern => steers && !archived,
    };
    if allowed { Allowed } else { Refused }
}

/// Whether `actor` may read a post of `place`, `public` or not, that was shared to the federations
/// `shared`: those alone of which the community is still a member.
///
/// A post is shared one by one, by somebody of its community: that opens it to those who read the
/// federation, and nothing else of the community, not even its name where that is not theirs to know.
/// Partners read what is written where they were admitted, not what is brought there from elsewhere.
pub fn may_read_post(actor: &Actor, public: bool, place: &Place, shared: &[Place]) -> Verdict {
    let through = shared.iter().any(|federation| reads_above(actor, place, federation));
    if through {
        return Verdict::Allowed;
    }
    judge(actor, if public { Action::Peek } else { Action::Read }, place)
}

/// Whether `actor` reads in `federation` what was shared to it from `place`, which is a member of it.
pub fn reads_above(actor: &Actor, place: &Place, federation: &Place) -> bool {
    let both = place.stage.is_public() && federation.stage.is_public();
    both && !actor.is_partner() && judge(actor, Action::Read, federation).is_allowed()
}

/// Whether `actor` may share a post of `by` to the federations of its community: its author and those
/// who moderate there. A partner knows of no federation.
pub fn may_share(actor: &Actor, by: PersonId, place: &Place) -> Verdict {
    let (writes, moderates) = (judge(actor, Action::Write, place), judge(actor, Action::Moderate, place));
    match writes {
        Verdict::Hidden => Verdict::Hidden,
        _ if actor.is_partner() => Verdict::Refused,
        _ if moderates.is_allowed() || (writes.is_allowed() && actor.person == by) => Verdict::Allowed,
        _ => Verdict::Refused,
    }
}

/// Whether `actor` may take back what was shared of `by` to `federation`: who may share it, its author
/// in any case, and those who moderate the federation. To be asked once it is known that they read it.
pub fn may_take_back(actor: &Actor, by: PersonId, place: &Place, federation: &Place) -> Verdict {
    let steers = judge(actor, Action::Moderate, federation).is_allowed();
    let may = actor.person == by || steers || may_share(actor, by, place).is_allowed();
    if may { Verdict::Allowed } else { Verdict::Refused }
}

/// Whether `actor` may mark a post of `by` public, or no longer: its author and those who moderate,
/// where the community lets posts be seen from outside.
pub fn may_mark(actor: &Actor, by: PersonId, place: &Place) -> Verdict {
    let (writes, moderates) = (judge(actor, Action::Write, place), judge(actor, Action::Moderate, place));
    let may = moderates.is_allowed() || (writes.is_allowed() && actor.person == by);
    match writes {
        Verdict::Hidden => Verdict::Hidden,
        _ if may && place.glimpse == Glimpse::Marked => Verdict::Allowed,
        _ => Verdict::Refused,
    }
}

/// Whether `actor` may open a community without asking. Employees propose one (see [`may_propose`]);
/// for partners there is no such page.
pub fn may_open(actor: &Actor) -> Verdict {
    match actor.role {
        OrgRole::CommunityManager | OrgRole::Administrator => Verdict::Allowed,
        OrgRole::Employee => Verdict::Refused,
        OrgRole::Partner => Verdict::Hidden,
    }
}

/// Whether `actor` may propose a community: everybody of the company.
pub fn may_propose(actor: &Actor) -> Verdict {
    if actor.is_partner() { Verdict::Hidden } else { Verdict::Allowed }
}

/// `Ok` when allowed; otherwise the reason the person is told.
pub fn allow(verdict: Verdict) -> Result<(), Reason> {
    match verdict {
        Verdict::Allowed => Ok(()),
        Verdict::Refused => Err(Reason::Forbidden),
        Verdict::Hidden => Err(Reason::NotFound),
    }
}

#[cfg(test)]
mod tests;
