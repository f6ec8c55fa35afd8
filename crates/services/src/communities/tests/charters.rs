//! Reading and changing charters.

use super::*;
use crate::{
    communities::{charter, edit_charter, join},
    testing::Sketch,
};
use domain::{community::Charter, policy::Admission};

fn text(purpose: &str) -> Charter {
    Charter {
        purpose: purpose.into(),
        audience: "Tout le monde, tout niveau.".into(),
        rules: "On part et on revient ensemble.".into(),
        measures: "Dix personnes par sortie.".into(),
        review_on: "2027-05-01".into(),
        ..Charter::default()
    }
}

#[tokio::test]
async fn a_charter_is_read_before_joining_even_on_request() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    yard.community_as("Vélo", &[&ana], sketch).await;
    let seen = charter(&yard.ctx, &zoe, "velo").await.unwrap();
    assert_eq!((seen.version, seen.accepted), (1, None));
    assert_eq!(seen.animators.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ana"]);
    assert_eq!(seen.sponsor, None);

    yard.community_as("Secret", &[&ana], Sketch { listed: false, ..Sketch::default() }).await;
    assert_eq!(reason(charter(&yard.ctx, &zoe, "secret").await), Reason::NotFound);
}

#[tokio::test]
async fn a_change_is_a_new_version_which_members_may_accept() {
    let yard = Yard::open().await;
    let (ana, ben, zoe) =
        (yard.employee("Ana").await, yard.employee("Ben").await, yard.employee("Zoé").await);
    let run = yard.community("course", &[&ana, &ben]).await;
    join(&yard.ctx, &zoe, run, 1).await.unwrap();
    let (ana, ben, zoe) = (yard.fresh(&ana).await, yard.fresh(&ben).await, yard.fresh(&zoe).await);
    let new = text("Courir aussi le soir, toute l’année.");
    assert_eq!(reason(edit_charter(&yard.ctx, &zoe, run, 1, new.clone(), "z").await), Reason::Forbidden);
    for _ in 0..2 {
        assert_eq!(edit_charter(&yard.ctx, &ana, run, 1, new.clone(), "a").await.unwrap(), 2);
    }
    let late = edit_charter(&yard.ctx, &ben, run, 1, text("Autre chose, écrit en même temps."), "b").await;
    assert_eq!(reason(late), refused(CommunityError::CharterChanged));

    let seen = charter(&yard.ctx, &zoe, "course").await.unwrap();
    assert_eq!((seen.version, seen.accepted, seen.charter.purpose), (2, Some(1), new.purpose));
    assert_eq!(charter(&yard.ctx, &ana, "course").await.unwrap().accepted, Some(2));
    join(&yard.ctx, &zoe, run, 2).await.unwrap();
    assert_eq!(charter(&yard.ctx, &zoe, "course").await.unwrap().accepted, Some(2));
    assert_eq!(yard.counters(run).await, (3, 2));
}

#[tokio::test]
async fn a_charter_with_a_hole_stays_as_it_was() {
    let yard = Yard::open().await;
    let maya = yard.manager("Maya").await;
    let run = yard.community("course", &[]).await;
    assert_eq!(reason(edit_charter(&yard.ctx, &maya, run, 1, text("Court."), "k").await), Reason::Form);
    assert_eq!(charter(&yard.ctx, &maya, "course").await.unwrap().version, 1);
}
