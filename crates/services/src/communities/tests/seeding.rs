//! Communities entered as they are.

use super::*;
use crate::communities::{SeedMembership, found, seed_memberships};

#[tokio::test]
async fn a_load_that_is_started_again_counts_each_once() {
    let yard = Yard::open().await;
    let crowd = yard.crowd(20).await;
    let (run, bike) = (yard.community("Course", &[]).await, yard.community("Vélo", &[]).await);
    let mut seeds = Vec::new();
    for (n, actor) in crowd.iter().enumerate() {
        for community in [run, bike] {
            let role = match n {
                0 | 1 => Role::Animator,
                2 => Role::Requested,
                _ => Role::Member,
            };
            seeds.push(SeedMembership { person: actor.person, community, role, since: yard.now() });
        }
    }
    seed_memberships(&yard.ctx, &seeds[..25]).await.unwrap();
    seed_memberships(&yard.ctx, &seeds).await.unwrap();
    for community in [run, bike] {
        assert_eq!(yard.counters(community).await, (19, 2));
        assert_eq!(found(&yard.ctx, community).await.unwrap().members, 19);
    }
    assert_eq!(yard.role(&crowd[0], run).await, Some(Role::Animator));
}
