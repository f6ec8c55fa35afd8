//! Those who answer requests and name animators.

use super::*;
use crate::{
    communities::{admit, decline, join, members, requests, set_role},
    testing::Sketch,
};
use domain::{community::PAGE, policy::Admission};

const ON_REQUEST: Admission = Admission::OnRequest;

#[tokio::test]
async fn a_request_is_answered_once_by_those_who_govern() {
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let sketch = Sketch { admission: ON_REQUEST, ..Sketch::default() };
    let bike = yard.community_as("Vélo", &[&ana], sketch).await;
    for asking in [&zoe, &luc] {
        join(&yard.ctx, asking, bike, 1).await.unwrap();
    }
    let ana = yard.fresh(&ana).await;
    let waiting = requests(&yard.ctx, &ana, "velo", None).await.unwrap();
    let names: Vec<_> = waiting.items.iter().map(|row| row.person.name.as_str()).collect();
    assert_eq!(names, ["Luc", "Zoé"]);
    assert_eq!(reason(requests(&yard.ctx, &zoe, "velo", None).await), Reason::Forbidden);
    assert_eq!(reason(admit(&yard.ctx, &zoe, bike, zoe.person).await), Reason::Forbidden);

    for _ in 0..2 {
        admit(&yard.ctx, &ana, bike, zoe.person).await.unwrap();
        decline(&yard.ctx, &ana, bike, luc.person).await.unwrap();
    }
    // Declining a member does not put them out.
    decline(&yard.ctx, &ana, bike, zoe.person).await.unwrap();
    assert_eq!(yard.role(&zoe, bike).await, Some(Role::Member));
    assert_eq!(yard.role(&luc, bike).await, None);
    assert_eq!(yard.counters(bike).await, (2, 1));
    assert_eq!(reason(admit(&yard.ctx, &ana, bike, luc.person).await), Reason::NotFound);
    assert!(requests(&yard.ctx, &ana, "velo", None).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn two_who_admit_at_once_count_one_member() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: ON_REQUEST, ..Sketch::default() };
    let bike = yard.community_as("Vélo", &[&ana], sketch).await;
    join(&yard.ctx, &zoe, bike, 1).await.unwrap();
    let ana = yard.fresh(&ana).await;
    let (one, other) =
        tokio::join!(admit(&yard.ctx, &ana, bike, zoe.person), admit(&yard.ctx, &ana, bike, zoe.person));
    one.and(other).unwrap();
    assert_eq!(yard.counters(bike).await, (2, 1));
}

#[tokio::test]
async fn animators_are_named_among_members_and_two_stay() {
    let yard = Yard::open().await;
    let (ana, ben, zoe) =
        (yard.employee("Ana").await, yard.employee("Ben").await, yard.employee("Zoé").await);
    let (maya, pat) = (yard.manager("Maya").await, yard.partner("Pat").await);
    let run = yard.community("course", &[&ana, &ben]).await;
    yard.join(&zoe, run).await;
    yard.join(&pat, run).await;
    let set = async |actor: &Actor, person: &Actor, role| {
        set_role(&yard.ctx, &yard.fresh(actor).await, run, person.person, role).await
    };
    assert_eq!(reason(set(&zoe, &zoe, Role::Animator).await), Reason::Forbidden);
    assert_eq!(reason(set(&ana, &maya, Role::Animator).await), Reason::NotFound);
    assert_eq!(reason(set(&ana, &pat, Role::Animator).await), Reason::Forbidden);
    assert_eq!(reason(set(&ana, &zoe, Role::Sponsor).await), Reason::Forbidden);
    assert_eq!(reason(set(&ana, &ben, Role::Member).await), refused(CommunityError::LastAnimators));
    for _ in 0..2 {
        set(&maya, &zoe, Role::Animator).await.unwrap();
    }
    assert_eq!(yard.counters(run).await, (4, 3));
    set(&zoe, &ana, Role::Member).await.unwrap();
    assert_eq!(yard.role(&ana, run).await, Some(Role::Member));
    assert_eq!(yard.counters(run).await, (4, 2));
}

#[tokio::test]
async fn members_are_listed_by_name_after_those_who_animate_and_each_once() {
    let yard = Yard::open().await;
    let (ana, maya) = (yard.employee("Ana Zola").await, yard.employee("Maya Adam").await);
    let run = yard.community("course", &[&ana]).await;
    yard.admit(&maya, run, Role::Sponsor).await;
    let mut crowd = yard.crowd(PAGE + 5).await;
    crowd.reverse();
    for actor in &crowd {
        yard.join(actor, run).await;
    }
    let (mut names, mut cursor, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = members(&yard.ctx, &yard.fresh(&ana).await, "course", cursor.as_deref()).await.unwrap();
        names.extend(page.items.into_iter().map(|row| row.person.name));
        pages += 1;
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let mut expected = vec!["Ana Zola".to_owned(), "Maya Adam".to_owned()];
    expected.extend((0..PAGE + 5).map(|n| format!("Personne {n:03}")));
    assert_eq!((names, pages), (expected, 2));
}

#[tokio::test]
async fn members_of_a_closed_community_are_not_shown_outside() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: ON_REQUEST, ..Sketch::default() };
    yard.community_as("Vélo", &[&ana], sketch).await;
    yard.community("course", &[&ana]).await;
    assert_eq!(reason(members(&yard.ctx, &zoe, "velo", None).await), Reason::Forbidden);
    assert_eq!(members(&yard.ctx, &zoe, "course", None).await.unwrap().items.len(), 1);
}
