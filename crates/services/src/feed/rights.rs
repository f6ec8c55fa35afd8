//! Who may write here, change this and delete that.

use crate::error::Result;
use domain::{
    Actor, Reason,
    community::{CommunityError, Stage},
    feed::{FeedError, PostKind, may_publish},
    id::PersonId,
    policy::{Action, Place, Verdict, judge},
};

/// `Ok` when `actor` may post and take part; otherwise why not, in words that help: a post
/// typed for an hour is not met with a bare "forbidden".
pub(super) fn writes(actor: &Actor, place: &Place) -> Result<()> {
    match judge(actor, Action::Write, place) {
        Verdict::Allowed => Ok(()),
        Verdict::Hidden => Err(Reason::NotFound.into()),
        Verdict::Refused if place.stage == Stage::Archived => Err(CommunityError::Archived.into()),
        Verdict::Refused if actor.role_in(place.community).is_none() => Err(FeedError::NotMember.into()),
        Verdict::Refused => Err(Reason::Forbidden.into()),
    }
}

/// `Ok` when `actor` may comment and react; otherwise why not.
pub(super) fn answers(actor: &Actor, place: &Place) -> Result<()> {
    match judge(actor, Action::Answer, place) {
        Verdict::Allowed => Ok(()),
        _ => writes(actor, place),
    }
}

/// `Ok` when `actor` may publish a post of this kind; otherwise why not.
pub(super) fn publishes(actor: &Actor, kind: PostKind, place: &Place) -> Result<()> {
    writes(actor, place)?;
    match may_publish(actor, kind, place) {
        Verdict::Allowed => Ok(()),
        _ if kind == PostKind::Praise => Err(FeedError::NotPraise.into()),
        _ => Err(FeedError::NotAnimator.into()),
    }
}

/// Nobody changes the words of another: what stands under a name is theirs.
pub(super) fn edits(actor: &Actor, place: &Place, author: PersonId) -> bool {
    actor.person == author && judge(actor, Action::Write, place) == Verdict::Allowed
}

/// The same of a comment, which one may have written without being a member.
pub(super) fn rewords(actor: &Actor, place: &Place, author: PersonId) -> bool {
    actor.person == author && judge(actor, Action::Answer, place) == Verdict::Allowed
}

/// Authors take back what they wrote, even once they have left; moderators take away what breaks the
/// rules. An archived community stays as it was.
pub(super) fn deletes(actor: &Actor, place: &Place, author: PersonId) -> bool {
    let takes_back = actor.person == author
        && place.stage != Stage::Archived
        && judge(actor, Action::Read, place) == Verdict::Allowed;
    takes_back || judge(actor, Action::Moderate, place) == Verdict::Allowed
}

/// Who wrote it and those who moderate see to what their post asks of others: they accept an answer,
/// they see who has read.
pub(super) fn looks_after(actor: &Actor, place: &Place, author: PersonId) -> bool {
    edits(actor, place, author) || judge(actor, Action::Moderate, place) == Verdict::Allowed
}

/// `Ok` when `may`; otherwise that the community is archived, or that it is not for them to do.
pub(super) fn insist(may: bool, place: &Place) -> Result<()> {
    match may {
        true => Ok(()),
        false if place.stage == Stage::Archived => Err(CommunityError::Archived.into()),
        false => Err(Reason::Forbidden.into()),
    }
}
