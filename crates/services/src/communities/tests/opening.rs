//! Opening a community.

use super::*;
use crate::communities::{found, found_by_slug, open, view};
use domain::{
    Failure,
    community::{Charter, Kind, NewCommunity, Wanted},
    form::Fault,
    policy::Admission,
};

fn form(name: &str) -> NewCommunity {
    NewCommunity {
        name: name.into(),
        summary: "Courir ensemble le midi.".into(),
        kind: "off_work".into(),
        hue: "marronnier".into(),
        tags: "course, Midi".into(),
        charter: Charter {
            purpose: "Bouger, et se connaître hors des services.".into(),
            audience: "Tout le monde, tout niveau.".into(),
            rules: "On part et on revient ensemble.".into(),
            measures: "Dix personnes par sortie.".into(),
            review_on: "2027-05-01".into(),
            ..Charter::default()
        },
        sponsor: "Maya".into(),
        animators: vec!["ana@exemple.fr".into(), "Ben".into()],
        ..NewCommunity::default()
    }
}

async fn people(yard: &Yard) -> (Actor, Actor, Actor) {
    (yard.manager("Maya").await, yard.employee("Ana").await, yard.employee("Ben").await)
}

fn faults<T: std::fmt::Debug>(answer: crate::Result<T>) -> Vec<(String, Fault)> {
    match answer {
        Err(Error::Refused(Failure { reason: Reason::Form, fields, .. })) => fields,
        other => panic!("no fault beside a field: {other:?}"),
    }
}

#[tokio::test]
async fn a_community_opens_with_its_people() {
    let yard = Yard::open().await;
    let (maya, ana, ben) = people(&yard).await;
    let id = open(&yard.ctx, &maya, form("Course à pied"), "k1").await.unwrap();
    let opened = found_by_slug(&yard.ctx, "course-a-pied").await.unwrap();
    assert_eq!((opened.id, opened.kind, opened.charter, opened.members), (id, Kind::OffWork, 1, 3));
    assert_eq!((opened.place.admission, opened.place.listed), (Admission::Open, true));
    let wanted = Wanted { tag: "midi".into(), ..Wanted::default() };
    let found = crate::communities::list(&yard.ctx, &ana, &wanted, None).await.unwrap().items;
    assert_eq!(found.iter().map(|card| card.id).collect::<Vec<_>>(), [id], "found by what it is about");
    assert_eq!(yard.counters(id).await, (3, 2));
    for (actor, role) in [(&maya, Role::Sponsor), (&ana, Role::Animator), (&ben, Role::Animator)] {
        assert_eq!(yard.role(actor, id).await, Some(role));
    }
    let seen = view(&yard.ctx, &yard.fresh(&ana).await, "course-a-pied").await.unwrap();
    assert!(seen.may_write && seen.may_govern && seen.may_organise && seen.may_leave && !seen.may_join);
}

#[tokio::test]
async fn the_same_form_sent_again_opens_one() {
    let yard = Yard::open().await;
    let (maya, ..) = people(&yard).await;
    let first = open(&yard.ctx, &maya, form("Course"), "k1").await.unwrap();
    // A second click finds the name taken, by itself: it is the first one's answer all the same.
    let again = open(&yard.ctx, &maya, form("Course"), "k1").await.unwrap();
    assert_eq!(first, again);
    let taken = faults(open(&yard.ctx, &maya, form("COURSE"), "k2").await);
    assert_eq!(taken, [("name".to_owned(), Fault::Taken)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_open_one_name_at_once_one_does() {
    let yard = Yard::open().await;
    let (maya, ..) = people(&yard).await;
    let opening: Vec<_> = (0..16)
        .map(|n| {
            let (ctx, maya) = (yard.ctx.clone(), maya.clone());
            tokio::spawn(async move { open(&ctx, &maya, form("Course"), &format!("k{n}")).await })
        })
        .collect();
    let mut opened = 0;
    for answer in opening {
        match answer.await.unwrap() {
            Ok(_) => opened += 1,
            refused => assert_eq!(faults(refused), [("name".to_owned(), Fault::Taken)]),
        }
    }
    assert_eq!(opened, 1);
    assert_eq!(yard.number("RETURN array::len(SELECT VALUE id FROM community)", bind! {}).await, 1);
}

#[tokio::test]
async fn names_that_only_addresses_confuse_both_open() {
    let yard = Yard::open().await;
    let (maya, ..) = people(&yard).await;
    for (name, slug) in [("東京の会", "communaute"), ("大阪の会", "communaute-2")] {
        let id = open(&yard.ctx, &maya, form(name), "").await.unwrap();
        assert_eq!(found(&yard.ctx, id).await.unwrap().slug, slug);
    }
}

#[tokio::test]
async fn what_is_for_everyone_has_every_employee_who_is_here() {
    let yard = Yard::open().await;
    let (maya, ana, _) = people(&yard).await;
    let (pat, gone) = (yard.partner("Pat").await, yard.employee("Gil").await);
    let leave = "UPDATE $p SET active = false";
    yard.ctx.db().query(leave, bind! { p: Id(gone.person) }).await.unwrap();
    let crowd = yard.crowd(30).await;
    let form = NewCommunity { everyone: true, ..form("La maison") };
    let id = open(&yard.ctx, &maya, form, "k").await.unwrap();
    assert_eq!(yard.counters(id).await, (33, 2));
    assert_eq!(yard.role(&crowd[7], id).await, Some(Role::Member));
    assert_eq!(yard.role(&ana, id).await, Some(Role::Animator));
    assert_eq!(yard.role(&pat, id).await, None);
    assert!(!view(&yard.ctx, &yard.fresh(&ana).await, "la-maison").await.unwrap().may_leave);
}

#[tokio::test]
async fn only_managers_open() {
    let yard = Yard::open().await;
    let (_, ana, _) = people(&yard).await;
    let pat = yard.partner("Pat").await;
    assert_eq!(reason(open(&yard.ctx, &ana, form("Course"), "k").await), Reason::Forbidden);
    assert_eq!(reason(open(&yard.ctx, &pat, form("Course"), "k").await), Reason::NotFound);
}

#[tokio::test]
async fn people_are_found_by_address_or_exact_name_and_answer_for_the_company() {
    let yard = Yard::open().await;
    let (maya, ..) = people(&yard).await;
    yard.partner("Pat").await;
    let twin = yard.employee("Ana Deux").await;
    let rename = "UPDATE $p SET name = 'Ana'";
    yard.ctx.db().query(rename, bind! { p: Id(twin.person) }).await.unwrap();
    for (animators, expected) in [
        (["ana@exemple.fr", "Pat"], ("animators[1]", Fault::Person)),
        (["Ana", "Ben"], ("animators[0]", Fault::Person)),
        (["ben@exemple.fr", "Ben"], ("animators[1]", Fault::Same)),
        (["ben@exemple.fr", "maya@exemple.fr"], ("animators[1]", Fault::Same)),
    ] {
        let form = NewCommunity { animators: animators.map(String::from).to_vec(), ..form("Course") };
        let expected = (expected.0.to_owned(), expected.1);
        assert_eq!(faults(open(&yard.ctx, &maya, form, "k").await), [expected], "{animators:?}");
    }
}

#[tokio::test]
async fn an_empty_form_says_all_that_is_missing() {
    let yard = Yard::open().await;
    let maya = yard.manager("Maya").await;
    let fields = faults(open(&yard.ctx, &maya, NewCommunity::default(), "k").await);
    let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.starts_with(&["name", "summary", "kind", "purpose"]), "{names:?}");
    assert!(names.ends_with(&["sponsor", "animators[0]", "animators[1]"]), "{names:?}");
}
