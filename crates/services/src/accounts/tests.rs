//! Coming in, from the call to the session.

use super::*;
use crate::{
    bind,
    db::Id,
    error::Result,
    people::{directory, own_profile},
    testing::{Sketch, Yard, email, plan},
};
use domain::{
    Actor, Lang, Reason,
    account::{AccountError, Invite, Join},
    actor::OrgRole,
    form::Fault,
    id::PersonId,
    person::CommuneForm,
};
use std::net::{IpAddr, Ipv4Addr};

const HOME: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));
const PHRASE: &str = "trois pommes et un vélo";

fn guest(name: &str) -> Invite {
    Invite { email: email(name), name: name.into(), ..Invite::default() }
}

fn join() -> Join {
    Join { password: PHRASE.into(), ..Join::default() }
}

fn reason<T>(answer: Result<T>) -> Option<Reason> {
    answer.err().map(|error| error.failure().reason)
}

const OVER: Reason = Reason::Account(AccountError::InvitationOver);

#[tokio::test]
async fn an_invitation_lets_one_person_in_once() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let everyone =
        yard.community_as("Toute la maison", &[&noe], Sketch { everyone: true, ..Sketch::default() }).await;
    let other = yard.community("chorale", &[&noe]).await;
    let link = invite(&yard.ctx, &noe, &guest("Zoé Martin")).await.unwrap();
    assert_eq!(fresh_link(&yard.ctx, &noe).await.unwrap().unwrap(), link);
    let called = invitation(&yard.ctx, &link.token).await.unwrap();
    assert_eq!((called.name.as_str(), called.lang), ("Zoé Martin", Lang::Fr));

    let form = Join { commune: CommuneForm::typed("Lyon"), lang: "en".into(), ..join() };
    let session = accept(&yard.ctx, &link.token, &form, "Firefox").await.unwrap();
    let zoe = actor_by_token(&yard.ctx, &session.token).await.unwrap().unwrap().actor;
    assert_eq!((zoe.lang, zoe.role), (Lang::En, OrgRole::Employee));
    assert!(zoe.role_in(everyone).is_some() && zoe.role_in(other).is_none());
    let members = "RETURN (SELECT VALUE members FROM ONLY $community)";
    assert_eq!(yard.number(members, bind! { community: Id(everyone) }).await, 2);
    assert!(own_profile(&yard.ctx, &zoe).await.unwrap().commune.unwrap().starts_with("Lyon"));
    assert!(sign_in(&yard.ctx, &email("Zoé Martin"), PHRASE, HOME, "", "").await.is_ok());

    assert_eq!(reason(invitation(&yard.ctx, &link.token).await), Some(OVER));
    assert_eq!(fresh_link(&yard.ctx, &noe).await.unwrap(), None);
    assert!(accept(&yard.ctx, &link.token, &form, "").await.is_ok(), "a double click signs in");
    let other = Join { password: "un autre mot de passe".into(), ..join() };
    assert_eq!(reason(accept(&yard.ctx, &link.token, &other, "").await), Some(OVER));
    yard.wait(2 * 3600);
    assert_eq!(reason(accept(&yard.ctx, &link.token, &form, "").await), Some(OVER));
    assert_eq!(yard.number(members, bind! { community: Id(everyone) }).await, 2);
}

#[tokio::test]
async fn an_invitation_expires_and_is_replaced_by_the_next() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let first = invite(&yard.ctx, &noe, &guest("Zoé")).await.unwrap();
    let second = invite(&yard.ctx, &noe, &guest("Zoé")).await.unwrap();
    assert_eq!(reason(invitation(&yard.ctx, &first.token).await), Some(Reason::NotFound));
    yard.wait(14 * 24 * 3600 - 1);
    assert!(invitation(&yard.ctx, &second.token).await.is_ok());
    yard.wait(1);
    assert_eq!(reason(invitation(&yard.ctx, &second.token).await), Some(OVER));
    assert_eq!(reason(accept(&yard.ctx, &second.token, &join(), "").await), Some(OVER));
    let pending = invitations(&yard.ctx, &noe, None).await.unwrap().items;
    assert_eq!(pending.len(), 1);
    assert!(pending[0].expired);
    assert_eq!(fresh_link(&yard.ctx, &noe).await.unwrap(), None, "it is shown for ten minutes");
}

#[tokio::test]
async fn two_clicks_at_once_make_one_member() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let everyone = yard.community_as("maison", &[], Sketch { everyone: true, ..Sketch::default() }).await;
    let link = invite(&yard.ctx, &noe, &guest("Zoé")).await.unwrap();
    let form = join();
    let both = futures::future::join_all((0..2).map(|_| accept(&yard.ctx, &link.token, &form, ""))).await;
    assert!(both.iter().all(Result::is_ok));
    let members = "RETURN (SELECT VALUE members FROM ONLY $community)";
    assert_eq!(yard.number(members, bind! { community: Id(everyone) }).await, 1);
}

#[tokio::test]
async fn managers_call_people_in_and_nobody_makes_their_own_superior() {
    let yard = Yard::open().await;
    let (zoe, noe) = (yard.employee("Zoé").await, yard.manager("Noé").await);
    let chief = yard.administrator("Ada").await;
    assert_eq!(reason(invite(&yard.ctx, &zoe, &guest("Luc")).await), Some(Reason::NotFound));
    assert_eq!(reason(invitations(&yard.ctx, &zoe, None).await), Some(Reason::NotFound));
    let as_role = |role: OrgRole| Invite { role: role.word().into(), company: "Cie".into(), ..guest("Luc") };
    let fault = |actor: Actor, form: Invite| {
        let ctx = yard.ctx.clone();
        async move { invite(&ctx, &actor, &form).await.err().map(|error| error.failure().fields) }
    };
    let refused = fault(noe.clone(), as_role(OrgRole::Administrator)).await;
    assert_eq!(refused, Some(vec![("role".into(), Fault::Choice)]));
    assert_eq!(fault(chief, as_role(OrgRole::Administrator)).await, None);
    let partner = Invite { company: String::new(), ..as_role(OrgRole::Partner) };
    assert_eq!(fault(noe.clone(), partner).await, Some(vec![("company".into(), Fault::Required)]));
    set_password(&yard.ctx, zoe.person, PHRASE).await.unwrap();
    assert_eq!(fault(noe.clone(), guest("Zoé")).await, Some(vec![("email".into(), Fault::Taken)]));
    let bad = Invite { email: "zoe".into(), name: " ".into(), ..Invite::default() };
    let faults = fault(noe, bad).await.unwrap();
    assert_eq!(faults, [("email".into(), Fault::Email), ("name".into(), Fault::Required)]);
}

#[tokio::test]
async fn a_partner_who_joins_is_in_no_community_yet() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    yard.community_as("maison", &[&noe], Sketch { everyone: true, ..Sketch::default() }).await;
    let form = Invite { role: "partner".into(), company: "Cie".into(), ..guest("Ana") };
    let link = invite(&yard.ctx, &noe, &form).await.unwrap();
    let session = accept(&yard.ctx, &link.token, &join(), "").await.unwrap();
    let ana = actor_by_token(&yard.ctx, &session.token).await.unwrap().unwrap().actor;
    assert!(ana.is_partner() && ana.memberships.is_empty());
}

#[tokio::test]
async fn an_invitation_taken_back_is_dead_and_its_person_out_of_the_directory() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let link = invite(&yard.ctx, &noe, &guest("Zoé Martin")).await.unwrap();
    for _ in 0..2 {
        withdraw(&yard.ctx, &noe, link.person).await.unwrap();
    }
    assert_eq!(
        reason(withdraw(&yard.ctx, &noe, PersonId::new(ulid::Ulid::nil())).await),
        Some(Reason::NotFound)
    );
    assert_eq!(reason(accept(&yard.ctx, &link.token, &join(), "").await), Some(Reason::NotFound));
    assert_eq!(directory(&yard.ctx, &noe, "zoe", None).await.unwrap().items, []);
    assert_eq!(invitations(&yard.ctx, &noe, None).await.unwrap().items, []);
    assert_eq!(fresh_link(&yard.ctx, &noe).await.unwrap(), None);
    let link = invite(&yard.ctx, &noe, &guest("Zoé Martin")).await.unwrap();
    accept(&yard.ctx, &link.token, &join(), "").await.unwrap();
    withdraw(&yard.ctx, &noe, link.person).await.unwrap();
    assert_eq!(directory(&yard.ctx, &noe, "zoe", None).await.unwrap().items.len(), 1, "who has joined stays");
}

#[tokio::test]
async fn every_fault_of_the_way_in_is_told_and_the_link_lives() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let link = invite(&yard.ctx, &noe, &guest("Zoé Martin")).await.unwrap();
    let form = Join {
        password: "zoe-martin12".into(),
        password_again: Some("autre".into()),
        lang: "de".into(),
        workplace: "ailleurs".into(),
        commune: CommuneForm::typed("zzzzzz"),
    };
    let failure = accept(&yard.ctx, &link.token, &form, "").await.unwrap_err().failure();
    let fields: Vec<_> = failure.fields.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["password", "password_again", "lang", "workplace", "commune"]);
    assert!(accept(&yard.ctx, &link.token, &join(), "").await.is_ok());
}

#[tokio::test]
async fn invitations_are_paged_newest_first() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    for n in 0..30 {
        invite(&yard.ctx, &noe, &guest(&format!("Personne {n:02}"))).await.unwrap();
    }
    let first = invitations(&yard.ctx, &noe, None).await.unwrap();
    let rest = invitations(&yard.ctx, &noe, first.next.as_deref()).await.unwrap();
    let names: Vec<_> = first.items.iter().chain(&rest.items).map(|row| row.name.clone()).collect();
    let expected: Vec<_> = (0..30).rev().map(|n| format!("Personne {n:02}")).collect();
    assert_eq!((names, rest.next), (expected, None));
}

#[tokio::test]
async fn invitations_are_read_by_key_and_by_index() {
    let yard = Yard::open().await;
    let list = plan(&yard.ctx, super::invitations::PENDING, bind! { after: String::new(), limit: 26 }).await;
    assert!(list.contains("invitation_open") && !list.contains("Sort"), "{list}");
    let waiting = bind! { after: String::new(), limit: 250 };
    let waiting = plan(&yard.ctx, super::renew::WAITING, waiting).await;
    assert!(waiting.contains("invitation_open") && !waiting.contains("Sort"), "{waiting}");
    let one = bind! { invitation: super::invite::record(&super::token::fresh()).unwrap() };
    let one = plan(&yard.ctx, super::accept::INVITED, one).await;
    assert!(one.contains("RecordIdScan"), "{one}");
}

#[tokio::test]
async fn links_that_were_lost_are_made_anew_for_those_who_wait() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let mut links = Vec::new();
    for n in 0..3 {
        links.push(invite(&yard.ctx, &noe, &guest(&format!("Personne {n}"))).await.unwrap());
    }
    accept(&yard.ctx, &links[0].token, &join(), "").await.unwrap();
    yard.wait(20 * 24 * 3600);
    let renewed = {
        let file = yard.folder().join("liens.csv");
        let mut file = LinkFile::create(&file, "https://preau.exemple.fr").await.unwrap();
        let renewed = renew_invitations(&yard.ctx, Some(&mut file)).await.unwrap();
        assert_eq!(file.links(), 2);
        renewed
    };
    let names: Vec<_> = renewed.iter().map(|link| link.name.as_str()).collect();
    assert_eq!(names, ["Personne 2", "Personne 1"]);
    assert_eq!(reason(invitation(&yard.ctx, &links[1].token).await), Some(Reason::NotFound));
    assert!(invitation(&yard.ctx, &renewed[0].token).await.is_ok());
}
