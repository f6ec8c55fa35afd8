//! Every question a page waits for reads a range of keys or of an index.

use super::*;
use crate::{
    bind,
    db::{At, Id},
    testing::plan,
};
use domain::id::PersonId;
use ulid::Ulid;

#[tokio::test]
async fn every_question_of_a_kind_has_its_index() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.animator, PostKind::Announcement).await;
    let (first, last) = (Id(PersonId::new(Ulid::nil())), Id(PersonId::new(Ulid(u128::MAX))));
    let records = vec![facts::record("reading", post, club.member.person)];
    for (surql, variables, expected) in [
        (facts::OWN, bind! { records }, "SourceExpr"),
        (readers::CONFIRMED, bind! { post: Id(post), after: first, last, limit: 21 }, "DynamicScan"),
        (
            readers::MEMBERS,
            bind! { post: Id(post), community: Id(club.club), after: String::new(), limit: 21 },
            "membership_community",
        ),
        (public::PUBLIC, bind! { community: Id(club.club), after: String::new(), limit: 21 }, "post_public"),
        (super::super::preview::DUE, bind! { now: At(ctx.now()) }, "look_due"),
        (poll::VOTERS, bind! { post: Id(post), after: first, last, limit: 21 }, "DynamicScan"),
    ] {
        let plan = plan(ctx, surql, variables).await;
        assert!(plan.contains(expected) && !plan.contains("TableScan"), "{surql}\n{plan}");
    }
}
