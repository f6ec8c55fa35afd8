//! Many at once: places are never exceeded.

use super::*;
use std::sync::Arc;

/// Rounds of each race.
const ROUNDS: usize = 200;

/// `crowd` all register at the same time for an event that has `places` left: how many got one.
async fn race(club: &Arc<Club>, crowd: &[Actor], places: usize) -> usize {
    let run = club.event(&places.to_string()).await;
    let tries = crowd.iter().cloned().map(|actor| {
        let club = club.clone();
        tokio::spawn(
            async move { register(&club.yard.ctx, &actor, run).await.map_err(|e| e.failure().reason) },
        )
    });
    let mut won = 0;
    for answer in tries.collect::<Vec<_>>() {
        match answer.await.unwrap() {
            Ok(_) => won += 1,
            Err(reason) => assert_eq!(reason, FULL),
        }
    }
    assert_eq!(usize::try_from(club.taken(run).await).unwrap(), won);
    won
}

async fn crowded(people: usize) -> (Arc<Club>, Vec<Actor>) {
    let club = Club::open().await;
    let mut crowd = Vec::new();
    for actor in club.yard.crowd(people).await {
        club.yard.join(&actor, club.club).await;
        crowd.push(club.yard.fresh(&actor).await);
    }
    (Arc::new(club), crowd)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_who_want_the_last_place_exactly_one_has_it() {
    let (club, crowd) = crowded(64).await;
    for round in 0..ROUNDS {
        assert_eq!(race(&club, &crowd, 1).await, 1, "round {round}");
    }
    club.is_sound().await;
}

/// Who leaves the community while they take a place has no place in the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn leaving_the_community_and_taking_a_place_meet() {
    let (club, crowd) = crowded(24).await;
    let run = club.event("").await;
    let both = crowd.iter().cloned().map(|actor| {
        let club = club.clone();
        tokio::spawn(async move {
            let ctx = &club.yard.ctx;
            let (place, left) =
                tokio::join!(register(ctx, &actor, run), crate::communities::leave(ctx, &actor, club.club));
            left.unwrap();
            if let Err(error) = place {
                assert_eq!(error.failure().reason, Reason::Forbidden);
            }
        })
    });
    for done in both.collect::<Vec<_>>() {
        done.await.unwrap();
    }
    assert_eq!(club.taken(run).await, 0);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rush_fills_every_place_and_no_more() {
    let (club, crowd) = crowded(32).await;
    for places in [8, 31, 32] {
        assert_eq!(race(&club, &crowd, places).await, places);
    }
    club.is_sound().await;
}
