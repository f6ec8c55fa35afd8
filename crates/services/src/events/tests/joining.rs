//! From outside to a place, in one gesture.

use super::*;
use crate::accounts;
use domain::actor::Role;

#[tokio::test]
async fn joining_and_registering_are_one_gesture() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    let visitor = club.yard.employee("Ines Visiteuse").await;
    let charter = event(ctx, &visitor, run).await.unwrap().charter;
    for _ in 0..2 {
        assert_eq!(join_and_register(ctx, &visitor, run, charter).await.unwrap(), Role::Member);
    }
    let visitor = accounts::actor(ctx, visitor.person).await.unwrap();
    assert!(event(ctx, &visitor, run).await.unwrap().card.seats.mine);
    assert_eq!(club.taken(run).await, 1);
    club.is_sound().await;
}

#[tokio::test]
async fn nobody_joins_for_a_place_that_is_not_there() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("1").await;
    register(ctx, &club.member, run).await.unwrap();
    let visitor = club.yard.employee("Ines Visiteuse").await;
    assert_eq!(reason(join_and_register(ctx, &visitor, run, 0).await), FULL);
    assert_eq!(club.yard.fresh(&visitor).await.role_in(club.club), None);
}
