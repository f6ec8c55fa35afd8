//! What a community decides: put to all, voted once by each, counted once.

use super::*;
use crate::{
    Context, Error, bind,
    communities::{join, leave, life::steer, view},
    db::{At, Id},
    testing::{Yard, plan},
};
use domain::{
    Actor, Failure,
    community::{
        decision::{
            DECISIONS_PAGE, DecisionForm, DecisionState, DecisionView, OPEN_MOST, OPEN_SHOWN, Outcome,
        },
        life::Move,
    },
    id::{CommunityId, DecisionId},
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

fn form(choices: &str, quorum: &str) -> DecisionForm {
    DecisionForm {
        question: "Courir le mardi soir aussi ?".into(),
        choices: choices.into(),
        quorum: quorum.into(),
        last_day: "2026-11-25".into(),
        ..DecisionForm::default()
    }
}

/// Two who animate, two members, a manager, and somebody outside: four members.
struct House {
    yard: Yard,
    run: CommunityId,
    ana: Actor,
    ben: Actor,
    zoe: Actor,
    noe: Actor,
    maya: Actor,
    luc: Actor,
}

impl House {
    async fn open() -> House {
        let yard = Yard::open().await;
        let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
        let (zoe, noe, luc) =
            (yard.employee("Zoé").await, yard.employee("Noé").await, yard.employee("Luc").await);
        let maya = yard.manager("Maya").await;
        let run = yard.community("course", &[&ana, &ben]).await;
        for member in [&zoe, &noe] {
            yard.join(member, run).await;
        }
        let (ana, ben) = (yard.fresh(&ana).await, yard.fresh(&ben).await);
        let (zoe, noe) = (yard.fresh(&zoe).await, yard.fresh(&noe).await);
        House { yard, run, ana, ben, zoe, noe, maya, luc }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn put(&self, choices: &str, quorum: &str) -> DecisionId {
        propose(self.ctx(), &self.zoe, self.run, &form(choices, quorum), "").await.unwrap()
    }

    async fn seen(&self, by: &Actor, id: DecisionId) -> DecisionView {
        decision(self.ctx(), by, id).await.unwrap().0
    }

    /// Past the end of the last day, which is 25 November in Paris.
    fn wait(&self) {
        self.yard.wait(3 * 24 * 3600);
    }
}

#[tokio::test]
async fn it_is_voted_until_its_day_is_over_and_counted() {
    let house = House::open().await;
    let (ctx, run, ana, zoe, noe) = (house.ctx(), house.run, &house.ana, &house.zoe, &house.noe);
    let first = propose(ctx, zoe, run, &form("", "75"), "z").await.unwrap();
    assert_eq!(propose(ctx, zoe, run, &form("", "75"), "z").await.unwrap(), first);
    let found = crate::communities::found(ctx, run).await.unwrap();
    assert_eq!(waiting(ctx, noe, &found).await.unwrap().len(), 1);
    let missed = crate::reading::catch_up(ctx, noe).await.unwrap().undecided;
    assert_eq!(missed.iter().map(|one| one.id).collect::<Vec<_>>(), [first]);
    // Nobody is told how it stands before they have voted.
    assert_eq!(house.seen(noe, first).await.counts, None);
    assert!(votes(ctx, noe, first, None).await.unwrap().items.is_empty());
    for _ in 0..2 {
        vote(ctx, noe, first, "1").await.unwrap();
    }
    assert_eq!(house.seen(noe, first).await.counts, Some(vec![0, 1, 0]));
    assert_eq!(waiting(ctx, noe, &found).await.unwrap(), []);
    // One changes one's mind.
    vote(ctx, noe, first, "0").await.unwrap();
    vote(ctx, zoe, first, "0").await.unwrap();
    vote(ctx, ana, first, "2").await.unwrap();
    let seen = house.seen(noe, first).await;
    assert_eq!((seen.counts, seen.card.mine, seen.card.voters), (Some(vec![2, 0, 1]), Some(0), 3));
    assert_eq!(reason(conclude(ctx, ana, first, "Déjà ?").await), refused(CommunityError::VoteRunning));
    house.wait();
    let seen = house.seen(&house.ben, first).await;
    assert_eq!((seen.card.state, seen.card.outcome), (DecisionState::Closed, Some(Outcome::Chosen(0))));
    assert_eq!((seen.members, seen.counts), (4, Some(vec![2, 0, 1])));
    assert_eq!(reason(vote(ctx, &house.ben, first, "1").await), refused(CommunityError::VoteOver));
    let named = votes(ctx, &house.ben, first, None).await.unwrap().items;
    let mut named: Vec<_> = named.iter().map(|row| (row.person.name.as_str(), row.choice)).collect();
    named.sort_unstable();
    assert_eq!(named, [("Ana", 2), ("Noé", 0), ("Zoé", 0)]);
    // The result and its reasons stay, whoever comes in later.
    house.yard.join(&house.luc, run).await;
    assert_eq!(reason(conclude(ctx, zoe, first, "On court.").await), Reason::Forbidden);
    for _ in 0..2 {
        conclude(ctx, ana, first, "On court le mardi soir dès décembre.").await.unwrap();
    }
    let listed = decisions(ctx, zoe, "course", None).await.unwrap().items;
    assert_eq!(listed[0].outcome, Some(Outcome::Chosen(0)));
    let seen = house.seen(zoe, first).await;
    assert_eq!(seen.members, 4);
    assert_eq!(seen.reasons.unwrap().1.name, "Ana");
}

#[tokio::test]
async fn too_few_decide_nothing_and_choices_are_counted_one_by_one() {
    let house = House::open().await;
    let (ctx, zoe, noe) = (house.ctx(), &house.zoe, &house.noe);
    let half = house.put("Mardi\nJeudi\nSamedi", "50").await;
    let more = house.put("", "51").await;
    for (voter, choice) in [(zoe, "2"), (noe, "3")] {
        vote(ctx, voter, half, choice).await.unwrap();
        vote(ctx, voter, more, "0").await.unwrap();
    }
    assert_eq!(reason(vote(ctx, zoe, half, "4").await), Reason::Form);
    assert_eq!(reason(vote(ctx, zoe, half, "").await), Reason::Form);
    house.wait();
    // Two of four are half; abstaining counts for that.
    assert_eq!(house.seen(zoe, half).await.card.outcome, Some(Outcome::Chosen(2)));
    assert_eq!(house.seen(zoe, more).await.card.outcome, Some(Outcome::NoQuorum));
}

#[tokio::test]
async fn who_leaves_has_voted_and_who_came_late_is_not_counted() {
    let house = House::open().await;
    let (ctx, run) = (house.ctx(), house.run);
    let id = house.put("", "100").await;
    for voter in [&house.zoe, &house.noe, &house.ana, &house.ben] {
        vote(ctx, voter, id, "0").await.unwrap();
    }
    leave(ctx, &house.noe, run).await.unwrap();
    let gone = house.yard.fresh(&house.noe).await;
    assert_eq!(reason(vote(ctx, &gone, id, "1").await), Reason::NotFound);
    house.wait();
    join(ctx, &house.luc, run, 1).await.unwrap();
    let seen = house.seen(&house.zoe, id).await;
    assert_eq!((seen.members, seen.card.voters), (3, 4));
    assert_eq!(seen.card.outcome, Some(Outcome::Chosen(0)));
}

#[tokio::test]
async fn what_is_decided_stays_within() {
    let house = House::open().await;
    let (ctx, run, luc, maya) = (house.ctx(), house.run, &house.luc, &house.maya);
    let pat = house.yard.partner("Pat").await;
    let id = house.put("", "0").await;
    for outside in [luc, &pat] {
        assert_eq!(reason(decision(ctx, outside, id).await), Reason::NotFound);
        assert_eq!(reason(vote(ctx, outside, id, "0").await), Reason::NotFound);
        assert_eq!(reason(votes(ctx, outside, id, None).await), Reason::NotFound);
        assert_eq!(reason(withdraw_decision(ctx, outside, id).await), Reason::NotFound);
    }
    assert_eq!(reason(decisions(ctx, luc, "course", None).await), Reason::Forbidden);
    assert_eq!(reason(decisions(ctx, &pat, "course", None).await), Reason::NotFound);
    assert_eq!(reason(propose(ctx, luc, run, &form("", "0"), "").await), Reason::Forbidden);
    // Those who look after all communities follow and steer; they vote in theirs.
    assert!(!house.seen(maya, id).await.may_vote);
    assert_eq!(reason(vote(ctx, maya, id, "0").await), Reason::Forbidden);
    assert_eq!(reason(withdraw_decision(ctx, &house.noe, id).await), Reason::Forbidden);
    vote(ctx, &house.noe, id, "0").await.unwrap();
    for _ in 0..2 {
        withdraw_decision(ctx, &house.zoe, id).await.unwrap();
    }
    let seen = house.seen(&house.noe, id).await;
    assert_eq!((seen.card.state, seen.counts), (DecisionState::Withdrawn, None));
    assert_eq!(reason(vote(ctx, &house.noe, id, "1").await), refused(CommunityError::VoteOver));
    house.wait();
    assert_eq!(house.seen(&house.noe, id).await.card.outcome, None);
    assert_eq!(crate::check::run(ctx).await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn an_archived_community_decides_nothing_and_its_log_is_read() {
    let house = House::open().await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    let id = house.put("", "0").await;
    vote(ctx, zoe, id, "0").await.unwrap();
    steer(ctx, ana, run, Move::Archive, "Fini.", "").await.unwrap();
    let archived = refused(CommunityError::Archived);
    assert_eq!(reason(vote(ctx, &house.noe, id, "0").await), archived);
    assert_eq!(reason(propose(ctx, zoe, run, &form("", "0"), "").await), archived);
    assert_eq!(reason(withdraw_decision(ctx, zoe, id).await), archived);
    house.wait();
    assert_eq!(house.seen(zoe, id).await.card.outcome, Some(Outcome::Chosen(0)));
    assert_eq!(reason(conclude(ctx, ana, id, "Trop tard.").await), archived);
    assert!(view(ctx, zoe, "course").await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_change_their_minds_at_once_and_each_counts_once() {
    let yard = Yard::open().await;
    let crowd = yard.crowd(16).await;
    let run = yard.community("course", &crowd.iter().take(2).collect::<Vec<_>>()).await;
    for actor in crowd.iter().skip(2) {
        yard.join(actor, run).await;
    }
    let author = yard.fresh(&crowd[0]).await;
    let id = propose(&yard.ctx, &author, run, &form("", "100"), "").await.unwrap();
    let mut voting = Vec::new();
    for (index, actor) in crowd.iter().enumerate() {
        let (ctx, actor) = (yard.ctx.clone(), yard.fresh(actor).await);
        voting.push(tokio::spawn(async move {
            vote(&ctx, &actor, id, "1").await?;
            vote(&ctx, &actor, id, if index % 2 == 0 { "0" } else { "2" }).await
        }));
    }
    for voted in voting {
        voted.await.unwrap().unwrap();
    }
    let seen = decision(&yard.ctx, &author, id).await.unwrap().0;
    assert_eq!(seen.counts, Some(vec![8, 0, 8]));
    assert_eq!(crate::check::run(&yard.ctx).await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test]
async fn the_log_is_read_page_by_page() {
    let house = House::open().await;
    for _ in 0..DECISIONS_PAGE + 3 {
        house.yard.wait(1);
        let id = house.put("", "0").await;
        withdraw_decision(house.ctx(), &house.zoe, id).await.unwrap();
    }
    let first = decisions(house.ctx(), &house.zoe, "course", None).await.unwrap();
    assert_eq!(first.items.len(), DECISIONS_PAGE);
    let rest = decisions(house.ctx(), &house.zoe, "course", first.next.as_deref()).await.unwrap();
    assert_eq!((rest.items.len(), rest.next), (3, None));
    assert!(first.items[0].created > rest.items[0].created);
}

#[tokio::test]
async fn what_pages_ask_is_found_by_key_or_index() {
    let house = House::open().await;
    let id = house.put("", "0").await;
    let variables = || {
        bind! {
            community: Id(house.run), person: Id(house.zoe.person), decision: Id(id), decisions: vec![Id(id)],
            after: String::new(), last: Id(house.zoe.person), at: At(house.yard.now()), limit: 3_i64
        }
    };
    for (query, uses) in [
        (list::of_community(), "decision_community"),
        (list::open(), "decision_state"),
        (show::VOTES.to_owned(), "DynamicScan"),
    ] {
        let plan = plan(house.ctx(), &query, variables()).await;
        assert!(plan.contains(uses) && !plan.contains("TableScan"), "{query}\n{plan}");
    }
}

#[tokio::test]
async fn votes_are_bounded_and_each_member_is_told_of_those_left() {
    let house = House::open().await;
    let (ctx, run) = (house.ctx(), house.run);
    let mut all = Vec::new();
    for n in 0..OPEN_MOST {
        let form = DecisionForm { question: format!("Question numéro {n} ?"), ..form("", "0") };
        all.push(propose(ctx, &house.zoe, run, &form, &n.to_string()).await.unwrap());
    }
    let one_more = async |key: &str| propose(ctx, &house.noe, run, &form("", "0"), key).await;
    assert_eq!(reason(one_more("a").await), refused(CommunityError::VotesFull));
    let found = crate::communities::found(ctx, run).await.unwrap();
    for vote_in in &all[..OPEN_MOST - 2] {
        assert_eq!(waiting(ctx, &house.noe, &found).await.unwrap().len(), OPEN_SHOWN);
        house.yard.wait(1);
        vote(ctx, &house.noe, *vote_in, "0").await.unwrap();
    }
    // Those that are left are told, however many were voted in before.
    assert_eq!(waiting(ctx, &house.noe, &found).await.unwrap().len(), 2);
    assert_eq!(crate::reading::catch_up(ctx, &house.noe).await.unwrap().undecided.len(), 2);
    // What is taken back makes room, once.
    withdraw_decision(ctx, &house.zoe, all[0]).await.unwrap();
    let first = one_more("a").await.unwrap();
    assert_eq!(one_more("a").await.unwrap(), first);
    assert_eq!(reason(one_more("b").await), refused(CommunityError::VotesFull));
    house.wait();
    let later = DecisionForm { last_day: "2026-11-29".into(), ..form("", "0") };
    propose(ctx, &house.noe, run, &later, "c").await.unwrap();
}

#[tokio::test]
async fn votes_that_open_at_once_do_not_pass_the_bound() {
    let house = House::open().await;
    let (ctx, run) = (house.ctx(), house.run);
    let asked = form("", "0");
    let keys: Vec<String> = (0..2 * OPEN_MOST).map(|n| n.to_string()).collect();
    let all = keys.iter().map(|key| propose(ctx, &house.zoe, run, &asked, key));
    let opened = futures::future::join_all(all).await.into_iter().filter(Result::is_ok).count();
    assert_eq!(opened, OPEN_MOST);
}
