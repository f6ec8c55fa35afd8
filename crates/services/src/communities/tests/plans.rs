//! What a page waits for is read by a key or an index.

use super::*;
use crate::{
    communities::{
        charter::IN_FORCE, finding, found, guests, list, members, named, open, stays, suggested, welcome,
    },
    testing::plan,
};
use domain::id::WorkplaceId;
use surrealdb::types::Variables;

async fn uses(yard: &Yard, surql: &str, variables: Variables, means: &str) {
    let plan = plan(&yard.ctx, surql, variables).await;
    assert!(plan.contains(means) && !plan.contains("TableScan"), "{surql}\n{plan}");
    assert!(!plan.contains("Sort"), "sorted after reading: {surql}\n{plan}");
}

#[tokio::test]
async fn every_query_of_a_page_uses_its_index() {
    let yard = Yard::open().await;
    let ana = yard.employee("Ana").await;
    let run = yard.community("course", &[&ana]).await;
    uses(&yard, found::BY_SLUG, bind! { slug: "course".to_owned() }, "community_slug").await;
    let range = bind! { after: String::new(), end: list::END.to_owned() };
    uses(&yard, &list::query(), range, "community_sort").await;
    let end = bind! { end: list::END.to_owned() };
    uses(&yard, suggested::JOINABLE, end, "community_sort").await;
    uses(&yard, welcome::FOR_EVERYONE, bind! {}, "community_everyone").await;
    let page = bind! {
        community: Id(run), after: members::TEAM.to_owned(), end: members::REQUESTS.to_owned(),
        today: "2026-11-23".to_owned(), limit: 25
    };
    uses(&yard, members::ROWS, page, "membership_community").await;
    uses(&yard, named::BY_EMAIL, bind! { email: "ana@exemple.fr".to_owned() }, "person_email").await;
    uses(&yard, named::BY_NAME, bind! { name: "Ana".to_owned() }, "person_name").await;
    uses(&yard, open::BY_SLUG, bind! { slug: "course".to_owned() }, "community_slug").await;
    let page = bind! { community: Id(run), after: String::new(), limit: 25 };
    uses(&yard, guests::ROWS, page, "guest_community").await;
    uses(&yard, stays::STAYS, bind! { community: Id(run), limit: 25 }, "membership_stay").await;
    let near = bind! {
        community: Id(run), today: "2026-11-23".to_owned(), told: "2026-12-14".to_owned(), limit: 25
    };
    uses(&yard, stays::LEAVING, near, "membership_stay").await;
    let over = bind! { today: "2026-11-23".to_owned(), limit: 25 };
    uses(&yard, stays::OVER, over, "membership_until").await;
    let place = WorkplaceId::new(yard.ctx.ulid());
    uses(&yard, finding::OF_PLACE, bind! { place: Id(place) }, "person_workplace").await;
    uses(&yard, finding::OF_CRAFT, bind! { craft: "Soudure".to_owned() }, "person_craft").await;
    for own in [suggested::OWN, suggested::DISMISSED] {
        uses(&yard, own, bind! { person: Id(ana.person) }, "RecordIdScan").await;
    }
    let first = bind! { community: Id(run), limit: 25 };
    uses(&yard, suggested::WORKPLACES, first, "membership_community").await;
    let one = bind! { community: Id(run), person: Id(ana.person) };
    uses(&yard, IN_FORCE, one, "RecordIdScan").await;
}
