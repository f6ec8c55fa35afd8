//! Who may take a place, and who sees who comes.

use crate::{
    actor::Actor,
    policy::{Action, Place, Verdict, judge},
};

/// Whether `actor` may take or leave a place: coming to an event is taking part in the community,
/// so one is a member first; an open one is joined in the same gesture.
pub fn attending(actor: &Actor, place: &Place) -> Verdict {
    judge(actor, Action::Write, place)
}

/// Members see who comes, and so do those who look after every community. Other readers of an open
/// community see how many.
pub fn sees_who_comes(actor: &Actor, place: &Place) -> bool {
    actor.role_in(place.community).is_some() || actor.is_manager()
}
