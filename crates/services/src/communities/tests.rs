//! The rules of communities, against a store.

mod charters;
mod directory;
mod governing;
mod joining;
mod opening;
mod perimeter;
mod plans;
mod seeding;

use crate::{Error, bind, db::Id, testing::Yard};
use domain::{Actor, Reason, actor::Role, community::CommunityError, id::CommunityId};

/// Why it was refused.
fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    match answer {
        Err(Error::Refused(failure)) => failure.reason,
        other => panic!("not refused: {other:?}"),
    }
}

impl Yard {
    /// What `actor` is in `community`, from the store.
    async fn role(&self, actor: &Actor, community: CommunityId) -> Option<Role> {
        let fresh = self.fresh(actor).await;
        fresh.memberships.iter().find(|(id, _)| *id == community).map(|(_, role)| *role)
    }

    /// The counters of a community, after making sure that they say what the rows say.
    async fn counters(&self, community: CommunityId) -> (i64, i64) {
        let mut counters = Vec::new();
        for (counter, rows) in [("members", "role != 'requested'"), ("animators", "role = 'animator'")] {
            let kept = format!("RETURN $c.{counter}");
            let real =
                format!("RETURN array::len(SELECT VALUE id FROM membership WHERE community = $c AND {rows})");
            let kept = self.number(&kept, bind! { c: Id(community) }).await;
            assert_eq!(kept, self.number(&real, bind! { c: Id(community) }).await, "{counter}");
            counters.push(kept);
        }
        (counters[0], counters[1])
    }
}

fn refused(error: CommunityError) -> Reason {
    Reason::Community(error)
}
