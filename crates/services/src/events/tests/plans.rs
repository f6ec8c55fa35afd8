//! Every query a page waits for reads a range of an index.

use super::{super::*, *};
use crate::{
    bind,
    db::{At, Id},
    testing::plan,
};

async fn uses(club: &Club, surql: &str, variables: surrealdb::types::Variables, index: &str) {
    let plan = plan(&club.yard.ctx, surql, variables).await;
    assert!(plan.contains(index), "{surql}\n{plan}");
    for word in ["TableScan", "Sort"] {
        assert!(!plan.contains(word), "{surql}\n{plan}");
    }
}

#[tokio::test]
async fn lists_read_the_index_in_its_order() {
    let club = Club::open().await;
    for (order, index) in [(list::Order::Soonest, "event_soon"), (list::Order::Latest, "event_late")] {
        let variables =
            bind! { c0: Id(club.club), after: "0".to_owned(), now: At(club.yard.now()), limit: 21 };
        uses(&club, &order.query(0), variables, index).await;
    }
}

#[tokio::test]
async fn who_comes_is_read_in_order_of_arrival() {
    let club = Club::open().await;
    let variables = bind! { event: Id(club.event("").await), after: String::new(), limit: 41 };
    uses(&club, registrations::LIST, variables, "registration_rank").await;
}

#[tokio::test]
async fn what_is_next_is_one_short_range() {
    let club = Club::open().await;
    let variables = bind! { person: Id(club.member.person), now: At(club.yard.now()) };
    uses(&club, mine::NEXT, variables.clone(), "registration_until").await;
    uses(&club, mine::NEWS, variables, "registration_news").await;
}
