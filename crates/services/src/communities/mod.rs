//! Communities: found, opened, joined, left, governed.
//!
//! Everything others need to decide whether a person may do something in a community is
//! [`place`]; what they show of it is [`found()`].

mod admit;
pub mod amendments;
mod cache;
mod charter;
pub mod decisions;
pub mod federation;
mod finding;
mod found;
pub mod greeting;
mod guests;
pub mod handing;
mod home;
mod join;
mod leave;
pub mod life;
mod list;
mod members;
mod named;
mod open;
mod perimeter;
pub mod proposals;
mod role;
pub mod seed;
mod seed_perimeter;
mod stays;
mod suggested;
mod view;
mod welcome;

pub(crate) use cache::CommunityCache;

pub use admit::{admit, decline};
pub use charter::charter;
pub use finding::{Finding, dismiss, finding, set_finding};
pub use found::{Found, all, archived, found, found_by_slug, has_archived, mine, place, place_by_slug};
pub use guests::{call_guest, call_off, decline_invitation, guests, invited_to};
pub use home::{Home, home};
pub use join::{join, join_answering};
pub use leave::{leave, leave_anyway};
pub use list::{card, list, tags};
pub use members::{members, requests};
pub(crate) use named::named;
pub use open::open;
pub use perimeter::{may_steer, perimeter, set_perimeter};
pub use role::set_role;
pub use seed::{SeedCommunity, SeedMembership, seed_community, seed_memberships};
pub use seed_perimeter::{SeedFinding, seed_finding, seed_stays};
pub(crate) use stays::end_stays;
pub use stays::{StayForm, admit_partner, end_stay, extend_stay, stays};
pub(crate) use suggested::Suggestions;
pub use suggested::{Suggestion, suggested};
pub use view::{view, view_of};
pub use welcome::welcome;
pub(crate) use welcome::{WELCOME, for_everyone, welcomed};

use crate::{Context, search::Subject};
use domain::id::{CommunityId, PersonId};

/// After a write that changed what is kept in memory of a community.
pub(crate) fn changed(ctx: &Context, community: CommunityId) {
    ctx.caches().communities.forget(community);
    ctx.caches().touched.touch(Subject::Community(community));
}

/// After a write that changed what a person is in a community.
fn moved(ctx: &Context, community: CommunityId, person: PersonId) {
    changed(ctx, community);
    crate::accounts::forget_actor(ctx, person);
}

#[cfg(test)]
mod tests;
