//! Communities: found, opened, joined, left, governed.
//!
//! Everything others need to decide whether a person may do something in a community is
//! [`place`]; what they show of it is [`found()`].

mod admit;
pub mod amendments;
mod cache;
mod charter;
pub mod decisions;
mod found;
pub mod greeting;
pub mod handing;
mod home;
mod join;
mod leave;
pub mod life;
mod list;
mod members;
mod named;
mod open;
pub mod proposals;
mod role;
pub mod seed;
mod suggested;
mod view;
mod welcome;

pub(crate) use cache::CommunityCache;

pub use admit::{admit, decline};
pub use charter::charter;
pub(crate) use found::running;
pub use found::{Found, all, found, found_by_slug, mine, place, place_by_slug};
pub use home::{Home, home};
pub use join::join;
pub use leave::{leave, leave_anyway};
pub use list::{card, list};
pub use members::{members, requests};
pub(crate) use named::named;
pub use open::open;
pub use role::set_role;
pub use seed::{SeedCommunity, SeedMembership, seed_community, seed_memberships};
pub use suggested::suggested;
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
