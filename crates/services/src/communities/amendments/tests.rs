//! A charter is changed by two, read by all.

use super::*;
use crate::{
    Context, Error, bind,
    communities::{charter, found, join, list::END},
    db::Id,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor, Failure, Reason,
    community::{
        Charter, CommunityError, PAGE, Stage,
        amendment::{AmendmentState, Review, Section},
    },
    id::{AmendmentId, CommunityId},
};

fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    match answer {
        Err(Error::Refused(Failure { reason, .. })) => reason,
        other => panic!("not refused: {other:?}"),
    }
}

fn refused(error: CommunityError) -> Reason {
    Reason::Community(error)
}

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

/// A community with two who animate, a member, a manager, and somebody outside.
struct House {
    yard: Yard,
    run: CommunityId,
    ana: Actor,
    ben: Actor,
    zoe: Actor,
    maya: Actor,
    luc: Actor,
}

impl House {
    async fn open() -> House {
        let yard = Yard::open().await;
        let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let maya = yard.manager("Maya").await;
        let run = yard.community("course", &[&ana, &ben]).await;
        join(&yard.ctx, &zoe, run, 1).await.unwrap();
        let (ana, ben, zoe) = (yard.fresh(&ana).await, yard.fresh(&ben).await, yard.fresh(&zoe).await);
        House { yard, run, ana, ben, zoe, maya, luc }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn proposed(&self, by: &Actor, base: u32, purpose: &str) -> AmendmentId {
        amend(self.ctx(), by, self.run, base, &text(purpose), "Parce que.", "").await.unwrap()
    }
}

#[tokio::test]
async fn a_member_proposes_an_animator_approves_members_see_what_is_new() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    let new = text("Courir le midi, et le soir en été.");
    let id = amend(ctx, zoe, run, 1, &new, "Il fait trop chaud à midi.", "z").await.unwrap();
    assert_eq!(amend(ctx, zoe, run, 1, &new, "Il fait trop chaud à midi.", "z").await.unwrap(), id);
    assert_eq!(open_amendments(ctx, run).await.unwrap(), 1);
    let (seen, slug) = amendment(ctx, zoe, id).await.unwrap();
    assert_eq!((slug.as_str(), seen.may_settle, seen.may_withdraw), ("course", false, true));
    assert!(seen.waits_for_others && !seen.outdated);
    assert_eq!(seen.changes[0].section, Section::Purpose);
    assert_eq!(reason(approve_amendment(ctx, zoe, id, "").await), Reason::Forbidden);
    for _ in 0..2 {
        assert_eq!(approve_amendment(ctx, ana, id, "a").await.unwrap(), run);
    }
    assert_eq!(found(ctx, run).await.unwrap().charter, 2);
    let kept = charter(ctx, zoe, "course").await.unwrap();
    assert_eq!((kept.version, kept.accepted, kept.charter), (2, Some(2), new));
    // Who wrote it and who approved it have accepted it; the other has not, and sees what changed.
    assert_eq!(charter(ctx, ana, "course").await.unwrap().accepted, Some(2));
    assert_eq!(charter(ctx, &house.ben, "course").await.unwrap().accepted, Some(1));
    assert!(!changes_since(ctx, &house.ben, "course", 1).await.unwrap().is_empty());
    let waiting = readers(ctx, ana, "course", true, None).await.unwrap();
    let names: Vec<_> = waiting.items.iter().map(|row| (row.person.name.as_str(), row.accepted)).collect();
    assert_eq!(names, [("Ben", 1)]);
    assert_eq!(readers(ctx, ana, "course", false, None).await.unwrap().items.len(), 3);
    join(ctx, &house.ben, run, 2).await.unwrap();
    assert!(readers(ctx, ana, "course", true, None).await.unwrap().items.is_empty());
    let listed = amendments(ctx, zoe, "course", None).await.unwrap().items;
    assert_eq!((listed[0].state, listed[0].version), (AmendmentState::Approved, Some(2)));
    assert_eq!(open_amendments(ctx, run).await.unwrap(), 0);
}

#[tokio::test]
async fn nobody_but_a_manager_settles_their_own() {
    let house = House::open().await;
    let (ctx, ana, ben, maya) = (house.ctx(), &house.ana, &house.ben, &house.maya);
    let own = house.proposed(ana, 1, "Courir aussi quand il pleut.").await;
    assert_eq!(reason(approve_amendment(ctx, ana, own, "").await), Reason::Forbidden);
    assert_eq!(reason(decline_amendment(ctx, ana, own, "Non.", "").await), Reason::Forbidden);
    assert!(amendment(ctx, ben, own).await.unwrap().0.may_settle);
    approve_amendment(ctx, ben, own, "").await.unwrap();
    let hers = house.proposed(maya, 2, "Courir, marcher, souffler.").await;
    approve_amendment(ctx, maya, hers, "").await.unwrap();
    assert_eq!(found(ctx, house.run).await.unwrap().charter, 3);
}

#[tokio::test]
async fn what_is_proposed_stays_within() {
    let house = House::open().await;
    let (ctx, luc, zoe) = (house.ctx(), &house.luc, &house.zoe);
    let pat = house.yard.partner("Pat").await;
    let id = house.proposed(zoe, 1, "Courir le midi, et le soir.").await;
    for outside in [luc, &pat] {
        assert_eq!(reason(amendment(ctx, outside, id).await), Reason::NotFound);
        assert_eq!(reason(approve_amendment(ctx, outside, id, "").await), Reason::NotFound);
        assert_eq!(reason(withdraw_amendment(ctx, outside, id, "").await), Reason::NotFound);
    }
    assert_eq!(reason(amendments(ctx, luc, "course", None).await), Reason::Forbidden);
    assert_eq!(reason(amendments(ctx, &pat, "course", None).await), Reason::NotFound);
    assert_eq!(reason(readers(ctx, zoe, "course", false, None).await), Reason::Forbidden);
    assert_eq!(reason(versions(ctx, &pat, "course", None).await), Reason::NotFound);
    assert_eq!(versions(ctx, luc, "course", None).await.unwrap().items.len(), 1);
    let theirs = amend(ctx, luc, house.run, 1, &text("Courir ailleurs, et autrement."), "Si.", "").await;
    assert_eq!(reason(theirs), Reason::Forbidden);
    assert_eq!(reason(withdraw_amendment(ctx, &house.ana, id, "").await), Reason::Forbidden);
    for _ in 0..2 {
        withdraw_amendment(ctx, zoe, id, "w").await.unwrap();
    }
    assert_eq!(amendment(ctx, zoe, id).await.unwrap().0.card.state, AmendmentState::Withdrawn);
}

#[tokio::test]
async fn a_change_without_a_reason_or_without_a_change_is_refused() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    let holed = Charter { purpose: "Court.".into(), ..text("") };
    match amend(ctx, zoe, run, 1, &holed, "", "").await {
        Err(Error::Refused(Failure { fields, .. })) => {
            let names: Vec<_> = fields.iter().map(|(field, _)| field.as_str()).collect();
            assert_eq!(names, ["purpose", "reason"]);
        }
        other => panic!("{other:?}"),
    }
    let id = house.proposed(zoe, 1, "Courir le midi, et le soir.").await;
    assert_eq!(reason(decline_amendment(ctx, ana, id, " ", "").await), Reason::Form);
    for _ in 0..2 {
        decline_amendment(ctx, ana, id, "Pas encore.", "d").await.unwrap();
    }
    let (seen, _) = amendment(ctx, zoe, id).await.unwrap();
    assert_eq!(
        seen.card.answered.map(|(name, said, _)| (name, said)),
        Some(("Ana".into(), "Pas encore.".into()))
    );
    assert_eq!(reason(approve_amendment(ctx, ana, id, "").await), refused(CommunityError::ProposalMoved));
    let own = house.proposed(ana, 1, "Courir le midi, toute l’année.").await;
    approve_amendment(ctx, &house.ben, own, "").await.unwrap();
    let same = amend(ctx, zoe, run, 2, &text("Courir le midi, toute l’année."), "Rien.", "").await;
    assert_eq!(reason(same), refused(CommunityError::NothingChanged));
    let late = amend(ctx, zoe, run, 1, &text("Courir parfois, quand on peut."), "Tard.", "").await;
    assert_eq!(reason(late), refused(CommunityError::CharterChanged));
}

#[tokio::test]
async fn of_two_changes_of_one_version_one_comes_into_force() {
    let house = House::open().await;
    let (ctx, ana, ben, zoe) = (house.ctx(), &house.ana, &house.ben, &house.zoe);
    let one = house.proposed(zoe, 1, "Courir le midi, et le soir.").await;
    let other = house.proposed(ana, 1, "Courir le matin, avant tout le monde.").await;
    let (a, b) = tokio::join!(approve_amendment(ctx, ana, one, ""), approve_amendment(ctx, ben, other, ""));
    let (won, lost) = if a.is_ok() { (a, b) } else { (b, a) };
    won.unwrap();
    assert_eq!(reason(lost), refused(CommunityError::CharterChanged));
    assert_eq!(found(ctx, house.run).await.unwrap().charter, 2);
    let mut outdated = 0;
    for id in [one, other] {
        outdated += usize::from(amendment(ctx, zoe, id).await.unwrap().0.outdated);
    }
    assert_eq!(outdated, 1);
}

#[tokio::test]
async fn two_who_answer_one_change_at_once_answer_it_once() {
    let house = House::open().await;
    let (ctx, ana, ben) = (house.ctx(), &house.ana, &house.ben);
    let id = house.proposed(&house.zoe, 1, "Courir le midi, et le soir.").await;
    let (a, b) =
        tokio::join!(approve_amendment(ctx, ana, id, "1"), decline_amendment(ctx, ben, id, "Non.", "2"));
    assert!(a.is_ok() != b.is_ok(), "{a:?} {b:?}");
    let state = amendment(ctx, ana, id).await.unwrap().0.card.state;
    assert_eq!(state == AmendmentState::Approved, a.is_ok());
}

#[tokio::test]
async fn a_review_date_that_passed_meanwhile_is_not_put_in_force() {
    let house = House::open().await;
    let id = house.proposed(&house.zoe, 1, "Courir le midi, et le soir.").await;
    house.yard.wait(200 * 24 * 3600);
    let late = approve_amendment(house.ctx(), &house.ana, id, "").await;
    assert_eq!(reason(late), refused(CommunityError::ReviewPassed));
}

#[tokio::test]
async fn versions_are_read_newest_first_with_what_each_changed() {
    let house = House::open().await;
    let ctx = house.ctx();
    let last = u32::try_from(PAGE).unwrap() + 3;
    for base in 1..last {
        let id = house.proposed(&house.ana, base, &format!("Courir, version numéro {base}.")).await;
        approve_amendment(ctx, &house.ben, id, "").await.unwrap();
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let page = versions(ctx, &house.luc, "course", cursor.as_deref()).await.unwrap();
        seen.extend(page.items.iter().map(|line| line.version));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, (1..=last).rev().collect::<Vec<_>>());
    let one = version(ctx, &house.luc, "course", 3).await.unwrap();
    assert_eq!((one.text.purpose.as_str(), one.changes.len()), ("Courir, version numéro 2.", 1));
    for number in [0, last + 1, u32::MAX] {
        assert_eq!(reason(version(ctx, &house.luc, "course", number).await), Reason::NotFound, "{number}");
    }
    for cursor in ["x", "0", "99999999999"] {
        versions(ctx, &house.luc, "course", Some(cursor)).await.unwrap();
    }
}

#[tokio::test]
async fn reviews_are_reminded_of_and_managers_see_those_that_passed() {
    let house = House::open().await;
    let (ctx, ana, maya, yard) = (house.ctx(), &house.ana, &house.maya, &house.yard);
    let id = house.proposed(ana, 1, "Courir le midi, et le soir.").await;
    approve_amendment(ctx, &house.ben, id, "").await.unwrap();
    let review = async || crate::communities::view(ctx, ana, "course").await.unwrap().review;
    assert_eq!(review().await, None);
    yard.wait(140 * 24 * 3600);
    assert_eq!(review().await, Some(Review::Near));
    assert!(reviews_passed(ctx, maya, None).await.unwrap().items.is_empty());
    yard.wait(20 * 24 * 3600);
    assert_eq!(review().await, Some(Review::Passed));
    let passed = reviews_passed(ctx, maya, None).await.unwrap();
    assert_eq!(passed.items.iter().map(|found| found.id).collect::<Vec<_>>(), [house.run]);
    assert_eq!(reason(reviews_passed(ctx, ana, None).await), Reason::NotFound);
    for n in 0..PAGE + 2 {
        let id = yard.community(&format!("C{n:02}"), &[ana]).await;
        let old = "UPDATE $c SET review_on = '2027-05-01'";
        ctx.db().query(old, bind! { c: Id(id) }).await.unwrap();
    }
    let hier =
        yard.community_as("Hier", &[ana], Sketch { stage: Stage::Archived, ..Sketch::default() }).await;
    ctx.db().query("UPDATE $c SET review_on = '2027-01-01'", bind! { c: Id(hier) }).await.unwrap();
    let first = reviews_passed(ctx, maya, None).await.unwrap();
    let second = reviews_passed(ctx, maya, first.next.as_deref()).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (PAGE, 3, None));
}

#[tokio::test]
async fn every_query_of_a_page_uses_its_index() {
    let house = House::open().await;
    let ctx = house.ctx();
    let within = |surplus: Option<&str>| {
        let mut variables = bind! { community: Id(house.run), limit: 25 };
        if let Some(after) = surplus {
            variables.extend(bind! { after: after.to_owned(), end: END.to_owned() });
        }
        variables
    };
    let dates = bind! { after: "0".to_owned(), today: "2026-11-23".to_owned() };
    let some = bind! { community: Id(house.run), versions: vec![1_i64] };
    for (surql, variables, means) in [
        (list::of_community(), within(Some("")), "amendment_community"),
        (list::OPEN.to_owned(), within(None), "amendment_state"),
        (readers::ROWS.to_owned(), within(Some("0")), "membership_community"),
        (reviews::query(), dates, "community_review"),
    ] {
        let plan = plan(ctx, &surql, variables).await;
        assert!(plan.contains(means) && !plan.contains("TableScan"), "{surql}\n{plan}");
        assert!(!plan.contains("Sort"), "sorted after reading: {surql}\n{plan}");
    }
    let plan = plan(ctx, versions::SOME, some).await;
    assert!(!plan.contains("TableScan"), "{plan}");
}
