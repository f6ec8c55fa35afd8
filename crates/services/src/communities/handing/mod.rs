//! Handing a community over: offered by who animates, accepted by a member; entrusted by those who
//! look after all communities when nobody animates it any more.

mod accept;
mod depart;
mod entrust;
mod offer;
mod orphans;
mod shown;

#[cfg(test)]
mod tests;

pub use accept::accept_role;
pub(crate) use depart::depart;
pub use entrust::entrust;
pub use offer::{end_offer, offer_role};
pub(super) use orphans::keepers;
pub use orphans::{Thin, orphans};
pub(crate) use shown::Offered;
pub(super) use shown::is_offered;
pub use shown::{OfferNews, offers, told};

use crate::Context;
use domain::id::PersonId;

/// After a write to an offer made to `person`.
fn forget(ctx: &Context, person: PersonId) {
    ctx.caches().offers.forget(&person);
}
