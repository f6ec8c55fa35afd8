//! Coming in and going out.

use super::*;
use crate::{
    communities::{found, join, leave, mine, view, welcome},
    testing::Sketch,
};
use domain::{community::Stage, policy::Admission};

#[tokio::test]
async fn joining_an_open_community_twice_counts_once() {
    let yard = Yard::open().await;
    let (ana, ben, zoe) =
        (yard.employee("Ana").await, yard.employee("Ben").await, yard.employee("Zoé").await);
    let run = yard.community("course", &[&ana, &ben]).await;
    assert_eq!(found(&yard.ctx, run).await.unwrap().members, 2);
    for _ in 0..2 {
        assert_eq!(join(&yard.ctx, &zoe, run, 1).await.unwrap(), Role::Member);
    }
    let zoe = yard.fresh(&zoe).await;
    assert_eq!(join(&yard.ctx, &zoe, run, 1).await.unwrap(), Role::Member);
    assert_eq!(zoe.role_in(run), Some(Role::Member));
    assert_eq!(found(&yard.ctx, run).await.unwrap().members, 3);
    assert_eq!(yard.counters(run).await, (3, 2));
}

#[tokio::test]
async fn an_animator_who_accepts_the_charter_stays_one() {
    let yard = Yard::open().await;
    let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
    let run = yard.community("course", &[&ana, &ben]).await;
    let ana = yard.fresh(&ana).await;
    assert_eq!(join(&yard.ctx, &ana, run, 1).await.unwrap(), Role::Animator);
    assert_eq!(yard.counters(run).await, (2, 2));
}

#[tokio::test]
async fn how_one_comes_in_is_the_community_s_to_say() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let sketch = |admission| Sketch { admission, ..Sketch::default() };
    let asked = yard.community_as("Vélo", &[], sketch(Admission::OnRequest)).await;
    let invited = yard.community_as("Direction", &[], sketch(Admission::ByInvitation)).await;
    for _ in 0..2 {
        assert_eq!(join(&yard.ctx, &zoe, asked, 1).await.unwrap(), Role::Requested);
    }
    assert_eq!(yard.counters(asked).await, (0, 0));
    assert_eq!(reason(join(&yard.ctx, &zoe, invited, 1).await), Reason::Forbidden);
    assert!(mine(&yard.ctx, &yard.fresh(&zoe).await).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_one_may_not_see_cannot_be_joined_and_does_not_exist() {
    let yard = Yard::open().await;
    let (zoe, pat) = (yard.employee("Zoé").await, yard.partner("Pat").await);
    let hidden = yard.community_as("Secret", &[], Sketch { listed: false, ..Sketch::default() }).await;
    let shown = yard.community("course", &[]).await;
    for (actor, community) in [(&zoe, hidden), (&pat, hidden), (&pat, shown)] {
        assert_eq!(reason(join(&yard.ctx, actor, community, 1).await), Reason::NotFound);
        assert_eq!(reason(leave(&yard.ctx, actor, community).await), Reason::NotFound);
    }
    assert_eq!(reason(view(&yard.ctx, &zoe, "secret").await), Reason::NotFound);
    assert_eq!(reason(view(&yard.ctx, &zoe, "nulle-part").await), Reason::NotFound);
}

#[tokio::test]
async fn nobody_joins_an_archived_community() {
    let yard = Yard::open().await;
    let manager = yard.manager("Maya").await;
    let over = yard.community_as("Fini", &[], Sketch { stage: Stage::Archived, ..Sketch::default() }).await;
    assert_eq!(reason(join(&yard.ctx, &manager, over, 1).await), refused(CommunityError::Archived));
}

#[tokio::test]
async fn another_version_of_the_charter_than_the_one_in_force_is_not_accepted() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let run = yard.community("course", &[]).await;
    assert_eq!(reason(join(&yard.ctx, &zoe, run, 2).await), refused(CommunityError::CharterChanged));
    assert_eq!(yard.role(&zoe, run).await, None);
}

#[tokio::test]
async fn leaving_twice_counts_once_and_a_request_can_be_taken_back() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let run = yard.community("course", &[]).await;
    let sketch = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let asked = yard.community_as("Vélo", &[], sketch).await;
    for community in [run, asked] {
        join(&yard.ctx, &zoe, community, 1).await.unwrap();
        let member = yard.fresh(&zoe).await;
        for _ in 0..2 {
            leave(&yard.ctx, &member, community).await.unwrap();
        }
        leave(&yard.ctx, &yard.fresh(&zoe).await, community).await.unwrap();
        assert_eq!(yard.role(&zoe, community).await, None);
        assert_eq!(yard.counters(community).await, (0, 0));
    }
}

#[tokio::test]
async fn of_the_last_two_animators_none_leaves() {
    let yard = Yard::open().await;
    let (ana, ben, eva) =
        (yard.employee("Ana").await, yard.employee("Ben").await, yard.employee("Eva").await);
    let run = yard.community("course", &[&ana, &ben, &eva]).await;
    leave(&yard.ctx, &yard.fresh(&eva).await, run).await.unwrap();
    for last in [&ana, &ben] {
        let answer = leave(&yard.ctx, &yard.fresh(last).await, run).await;
        assert_eq!(reason(answer), refused(CommunityError::LastAnimators));
    }
    assert_eq!(yard.counters(run).await, (2, 2));
}

#[tokio::test]
async fn what_is_for_everyone_is_not_left() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let house = yard.community_as("La maison", &[], Sketch { everyone: true, ..Sketch::default() }).await;
    yard.join(&zoe, house).await;
    let answer = leave(&yard.ctx, &yard.fresh(&zoe).await, house).await;
    assert_eq!(reason(answer), refused(CommunityError::ForEveryone));
    assert_eq!(yard.counters(house).await, (1, 0));
}

#[tokio::test]
async fn who_arrives_is_in_what_is_for_everyone_except_partners() {
    let yard = Yard::open().await;
    let house = yard.community_as("La maison", &[], Sketch { everyone: true, ..Sketch::default() }).await;
    let club = yard.community("course", &[]).await;
    let (zoe, pat) = (yard.employee("Zoé").await, yard.partner("Pat").await);
    for _ in 0..2 {
        welcome(&yard.ctx, &[zoe.person, pat.person]).await.unwrap();
    }
    assert_eq!(yard.role(&zoe, house).await, Some(Role::Member));
    assert_eq!(yard.role(&zoe, club).await, None);
    assert_eq!(yard.role(&pat, house).await, None);
    assert_eq!(yard.counters(house).await, (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_come_and_go_at_once_and_the_count_is_right() {
    let yard = Yard::open().await;
    let run = yard.community("course", &[]).await;
    let crowd = yard.crowd(64).await;
    let go = |actor: &Actor, round: usize| {
        let (ctx, actor) = (yard.ctx.clone(), actor.clone());
        tokio::spawn(async move {
            join(&ctx, &actor, run, 1).await?;
            // The same person from two tabs, and half of them out again.
            let (again, _) = tokio::join!(join(&ctx, &actor, run, 1), found(&ctx, run));
            again?;
            if round.is_multiple_of(2) {
                let member = Actor { memberships: vec![(run, Role::Member)], ..actor };
                let (once, twice) = tokio::join!(leave(&ctx, &member, run), leave(&ctx, &member, run));
                once?;
                twice?;
            }
            Ok::<(), Error>(())
        })
    };
    let going: Vec<_> = crowd.iter().enumerate().map(|(round, actor)| go(actor, round)).collect();
    for gone in going {
        gone.await.unwrap().unwrap();
    }
    assert_eq!(yard.counters(run).await, (32, 0));
    assert_eq!(found(&yard.ctx, run).await.unwrap().members, 32);
}

#[tokio::test(flavor = "multi_thread")]
async fn animators_who_leave_at_once_leave_two() {
    let yard = Yard::open().await;
    let crowd = yard.crowd(8).await;
    let run = yard.community("course", &crowd.iter().collect::<Vec<_>>()).await;
    let mut leaving = Vec::new();
    for actor in &crowd {
        let (ctx, actor) = (yard.ctx.clone(), yard.fresh(actor).await);
        leaving.push(tokio::spawn(async move { leave(&ctx, &actor, run).await }));
    }
    let mut left = 0;
    for answer in leaving {
        left += i64::from(answer.await.unwrap().is_ok());
    }
    assert_eq!(left, 6);
    assert_eq!(yard.counters(run).await, (2, 2));
}
