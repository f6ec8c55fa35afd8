//! From a wish to a community, and every way it may stop on the way.

use super::*;
use crate::{
    Error,
    communities::{found, found_by_slug},
    db::Id,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor, Failure, Reason,
    actor::Role,
    community::{
        Charter, CommunityError, NewCommunity, PAGE, Stage,
        proposal::{State, Step, Turn},
    },
    form::Fault,
    id::ProposalId,
};

fn reason<T: std::fmt::Debug>(answer: crate::Result<T>) -> Reason {
    match answer {
        Err(Error::Refused(failure)) => failure.reason,
        other => panic!("not refused: {other:?}"),
    }
}

fn faults<T: std::fmt::Debug>(answer: crate::Result<T>) -> Vec<(String, Fault)> {
    match answer {
        Err(Error::Refused(Failure { reason: Reason::Form, fields, .. })) => fields,
        other => panic!("no fault beside a field: {other:?}"),
    }
}

const MOVED: Reason = Reason::Community(CommunityError::ProposalMoved);

fn form(name: &str) -> NewCommunity {
    NewCommunity {
        name: name.into(),
        summary: "Cultiver la bande de terre du quai.".into(),
        kind: "off_work".into(),
        hue: "olive".into(),
        tags: "jardin, plein air".into(),
        charter: Charter {
            purpose: "Cultiver ensemble, et se croiser. Maintenant, car le quai est libre.".into(),
            audience: "Quiconque a envie d’y passer.".into(),
            outside: "Les concours de courges.".into(),
            rules: "On rend les outils propres.".into(),
            rituals: "Le jeudi midi.".into(),
            calendar: "Mois 1 : bêcher.".into(),
            measures: "Vingt personnes sont venues.".into(),
            review_on: "2027-05-01".into(),
        },
        sponsor: "Sam".into(),
        animators: vec!["Zoé".into(), "ben@exemple.fr".into(), String::new(), String::new()],
        admission: "on_request".into(),
        listed: "yes".into(),
        everyone: false,
    }
}

/// A yard with who proposes, who answers, and who is named.
struct House {
    yard: Yard,
    zoe: Actor,
    maya: Actor,
    luc: Actor,
}

impl House {
    async fn open() -> House {
        let yard = Yard::open().await;
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let maya = yard.manager("Maya").await;
        yard.employee("Ben").await;
        yard.employee("Sam").await;
        House { yard, zoe, maya, luc }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    /// Written by Zoé, all five steps.
    async fn written(&self, name: &str) -> ProposalId {
        let form = form(name);
        let id = start(self.ctx(), &self.zoe, &form, "").await.unwrap();
        for step in Step::ALL {
            save(self.ctx(), &self.zoe, id, step, &form).await.unwrap();
        }
        id
    }

    async fn sent(&self, name: &str) -> ProposalId {
        let id = self.written(name).await;
        send(self.ctx(), &self.zoe, id, "").await.unwrap();
        id
    }

    async fn state(&self, id: ProposalId) -> State {
        show(self.ctx(), &self.zoe, id).await.unwrap().card.state
    }
}

#[tokio::test]
async fn a_wish_becomes_a_community_by_way_of_changes() {
    let house = House::open().await;
    let (ctx, zoe, maya) = (house.ctx(), &house.zoe, &house.maya);
    let id = house.sent("Jardin du quai").await;
    assert_eq!(house.state(id).await, State::Sent);
    assert!(told(ctx, zoe).await.unwrap().is_none());

    house.yard.wait(60);
    answer(ctx, maya, id, Answer::AskForChanges, "Qui arrose en août ?", "").await.unwrap();
    let news = told(ctx, zoe).await.unwrap().unwrap();
    assert_eq!((news.id, news.state), (id, State::ChangesAsked));
    let seen = show(ctx, zoe, id).await.unwrap();
    assert!(seen.may_edit && seen.may_withdraw && !seen.may_answer && !seen.may_discard);
    assert_eq!((seen.turns[0].turn, seen.turns[0].name.as_str()), (Turn::ChangesAsked, "Maya"));
    assert_eq!(seen.turns[0].said, "Qui arrose en août ?");

    let mut better = form("Jardin du quai");
    better.charter.rules = "En août, un binôme arrose chaque semaine.".into();
    save(ctx, zoe, id, Step::Life, &better).await.unwrap();
    house.yard.wait(60);
    send(ctx, zoe, id, "").await.unwrap();
    house.yard.wait(60);
    let opened = approve(ctx, maya, id, "Jardin du quai", "a").await.unwrap();
    // A second click gives the same community.
    assert_eq!(approve(ctx, maya, id, "Jardin du quai", "a").await.unwrap(), opened);

    let found = found_by_slug(ctx, "jardin-du-quai").await.unwrap();
    assert_eq!((found.id, found.place.stage, found.members, found.charter), (opened, Stage::Launching, 3, 1));
    let zoe = house.yard.fresh(zoe).await;
    assert_eq!(zoe.role_in(opened), Some(Role::Animator));
    let charter = crate::communities::charter(ctx, &zoe, "jardin-du-quai").await.unwrap();
    assert_eq!(charter.charter.rules, "En août, un binôme arrose chaque semaine.");
    assert_eq!((charter.charter.calendar.as_str(), charter.accepted), ("Mois 1 : bêcher.", Some(1)));
    let seen = show(ctx, &zoe, id).await.unwrap();
    assert_eq!((seen.card.state, seen.card.opened.as_deref()), (State::Approved, Some("jardin-du-quai")));
    let turns: Vec<_> = seen.turns.iter().map(|turn| turn.turn).collect();
    assert_eq!(turns, [Turn::Approved, Turn::Sent, Turn::ChangesAsked, Turn::Sent]);
    assert_eq!(told(ctx, &zoe).await.unwrap().unwrap().state, State::Approved);
    house.yard.wait(8 * 24 * 3600);
    assert!(told(ctx, &zoe).await.unwrap().is_none());
    let report = crate::check::run(ctx).await.unwrap();
    let wrong: Vec<_> = report.wrong.iter().filter(|line| line.contains("proposal")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test]
async fn a_draft_keeps_what_was_typed_step_by_step_holes_and_faults_included() {
    let house = House::open().await;
    let (ctx, zoe) = (house.ctx(), &house.zoe);
    let first = NewCommunity { name: "Jx".into(), ..NewCommunity::default() };
    let id = start(ctx, zoe, &first, "k").await.unwrap();
    assert_eq!(start(ctx, zoe, &first, "k").await.unwrap(), id);
    let people = NewCommunity { sponsor: "Personne".into(), animators: vec!["Zoé".into(); 9], ..first };
    save(ctx, zoe, id, Step::People, &people).await.unwrap();
    let (kept, faults) = draft(ctx, zoe, id).await.unwrap();
    assert_eq!((kept.name.as_str(), kept.sponsor.as_str(), kept.animators.len()), ("Jx", "Personne", 4));
    let steps: Vec<_> = faults.iter().map(|(field, _)| Step::of(field).number()).collect();
    assert!(steps.is_sorted() && steps.contains(&1) && steps.contains(&5), "{faults:?}");
    assert!(faults.contains(&("sponsor".into(), Fault::Person)));
    // Other fields sent with a step are not looked at; a shorter list replaces a longer one.
    let fewer = NewCommunity { name: "Autre".into(), animators: vec!["Ben".into()], ..people };
    save(ctx, zoe, id, Step::People, &fewer).await.unwrap();
    let (kept, _) = draft(ctx, zoe, id).await.unwrap();
    assert_eq!((kept.name.as_str(), kept.animators), ("Jx", vec!["Ben".to_owned()]));

    let refused = send(ctx, zoe, id, "").await;
    assert!(self::faults(refused).contains(&("calendar".into(), Fault::Required)));
    let endless = NewCommunity { sponsor: "x".repeat(30_000), ..NewCommunity::default() };
    let refused = self::faults(save(ctx, zoe, id, Step::People, &endless).await);
    assert_eq!(refused[0].0, "sponsor");
    assert_eq!(draft(ctx, zoe, id).await.unwrap().0.sponsor, "Personne");
}

#[tokio::test]
async fn steps_saved_at_once_do_not_undo_each_other() {
    let house = House::open().await;
    let form = form("Jardin");
    let id = start(house.ctx(), &house.zoe, &form, "").await.unwrap();
    let saving: Vec<_> = Step::ALL
        .map(|step| {
            let (ctx, zoe, form) = (house.ctx().clone(), house.zoe.clone(), form.clone());
            tokio::spawn(async move { save(&ctx, &zoe, id, step, &form).await })
        })
        .into_iter()
        .collect();
    for one in saving {
        one.await.unwrap().unwrap();
    }
    assert_eq!(draft(house.ctx(), &house.zoe, id).await.unwrap(), (form, vec![]));
}

#[tokio::test]
async fn a_proposal_is_its_authors_and_once_sent_the_managers() {
    let house = House::open().await;
    let (ctx, zoe, maya, luc) = (house.ctx(), &house.zoe, &house.maya, &house.luc);
    let pat = house.yard.partner("Pat").await;
    assert_eq!(reason(start(ctx, &pat, &form("Non"), "").await), Reason::NotFound);
    assert_eq!(reason(mine(ctx, &pat, None).await), Reason::NotFound);
    assert_eq!(reason(queue(ctx, luc, None).await), Reason::NotFound);
    let id = house.written("Jardin").await;
    for other in [maya, luc, &pat] {
        assert_eq!(reason(show(ctx, other, id).await), Reason::NotFound);
        assert_eq!(reason(save(ctx, other, id, Step::Life, &form("x")).await), Reason::NotFound);
        assert_eq!(reason(discard(ctx, other, id, "").await), Reason::NotFound);
    }
    send(ctx, zoe, id, "").await.unwrap();
    assert!(show(ctx, maya, id).await.unwrap().may_answer);
    for other in [luc, &pat] {
        assert_eq!(reason(show(ctx, other, id).await), Reason::NotFound);
        assert_eq!(reason(approve(ctx, other, id, "Jardin", "").await), Reason::NotFound);
    }
    assert_eq!(reason(save(ctx, maya, id, Step::Life, &form("x")).await), Reason::Forbidden);
    assert_eq!(reason(approve(ctx, zoe, id, "Jardin", "").await), Reason::Forbidden);
    let refusal = answer(ctx, zoe, id, Answer::Decline, "Mon idée !", "").await;
    assert_eq!(reason(refusal), Reason::Forbidden);
    assert_eq!(reason(show(ctx, zoe, ProposalId::new(ctx.ulid())).await), Reason::NotFound);
}

#[tokio::test]
async fn what_was_sent_stands_still_until_it_is_taken_back() {
    let house = House::open().await;
    let (ctx, zoe, maya) = (house.ctx(), &house.zoe, &house.maya);
    let id = house.written("Jardin").await;
    for _ in 0..2 {
        send(ctx, zoe, id, "s").await.unwrap();
    }
    assert_eq!(reason(send(ctx, zoe, id, "other").await), MOVED);
    assert_eq!(reason(save(ctx, zoe, id, Step::Life, &form("x")).await), MOVED);
    assert_eq!(reason(draft(ctx, zoe, id).await), MOVED);
    assert_eq!(reason(discard(ctx, zoe, id, "").await), MOVED);
    for _ in 0..2 {
        withdraw(ctx, zoe, id, "w").await.unwrap();
    }
    assert_eq!(house.state(id).await, State::Draft);
    assert_eq!(reason(show(ctx, maya, id).await), Reason::NotFound);
    assert!(queue(ctx, maya, None).await.unwrap().items.is_empty());
    for _ in 0..2 {
        discard(ctx, zoe, id, "d").await.unwrap();
    }
    assert_eq!(reason(show(ctx, zoe, id).await), Reason::NotFound);
    let left =
        "RETURN array::len(SELECT VALUE id FROM proposal_turn) + array::len(SELECT VALUE id FROM proposal)";
    assert_eq!(house.yard.number(left, bind! {}).await, 0);
}

#[tokio::test]
async fn a_refusal_has_a_reason_and_is_final() {
    let house = House::open().await;
    let (ctx, zoe, maya) = (house.ctx(), &house.zoe, &house.maya);
    let id = house.sent("Jardin").await;
    for answered in [Answer::AskForChanges, Answer::Decline] {
        let refused = faults(answer(ctx, maya, id, answered, " \u{200B} ", "").await);
        assert_eq!(refused, [("reason".to_owned(), Fault::Required)]);
    }
    for _ in 0..2 {
        answer(ctx, maya, id, Answer::Decline, "Le quai est vendu.", "n").await.unwrap();
    }
    assert_eq!(house.state(id).await, State::Declined);
    for refused in [send(ctx, zoe, id, "").await, withdraw(ctx, zoe, id, "").await] {
        assert_eq!(reason(refused), MOVED);
    }
    assert_eq!(reason(approve(ctx, maya, id, "Jardin", "").await), MOVED);
    assert_eq!(told(ctx, zoe).await.unwrap().unwrap().state, State::Declined);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_answers_at_once_one_counts() {
    let house = House::open().await;
    let id = house.sent("Jardin").await;
    let mut managers = Vec::new();
    for n in 0..12 {
        managers.push(house.yard.manager(&format!("Responsable {n:02}")).await);
    }
    let answering: Vec<_> = managers
        .into_iter()
        .enumerate()
        .map(|(n, manager)| {
            let ctx = house.ctx().clone();
            tokio::spawn(async move {
                match n % 3 {
                    0 => approve(&ctx, &manager, id, "Jardin", "k").await.map(|_| ()),
                    1 => answer(&ctx, &manager, id, Answer::Decline, "Non merci.", "k").await,
                    _ => answer(&ctx, &manager, id, Answer::AskForChanges, "Encore un effort.", "k").await,
                }
            })
        })
        .collect();
    let mut counted = 0;
    for answer in answering {
        match answer.await.unwrap() {
            Ok(()) => counted += 1,
            refused => assert_eq!(reason(refused), MOVED),
        }
    }
    assert_eq!(counted, 1);
    let turns = show(house.ctx(), &house.zoe, id).await.unwrap().turns;
    assert_eq!(turns.len(), 2, "sent, and answered once");
    let opened = house.yard.number("RETURN array::len(SELECT VALUE id FROM community)", bind! {}).await;
    assert_eq!(opened == 1, house.state(id).await == State::Approved);
}

#[tokio::test]
async fn a_name_taken_meanwhile_is_told_beside_it_and_may_be_changed() {
    let house = House::open().await;
    let (ctx, maya) = (house.ctx(), &house.maya);
    let (id, other) = (house.sent("Jardin").await, house.sent("JARDIN").await);
    approve(ctx, maya, id, "Jardin", "1").await.unwrap();
    let refused = faults(approve(ctx, maya, other, "JARDIN", "2").await);
    assert_eq!(refused, [("name".to_owned(), Fault::Taken)]);
    assert_eq!(faults(approve(ctx, maya, other, "J", "2").await)[0].0, "name");
    assert_eq!(house.state(other).await, State::Sent);
    let opened = approve(ctx, maya, other, "Jardin d’hiver", "2").await.unwrap();
    assert_eq!(found(ctx, opened).await.unwrap().name, "Jardin d’hiver");
    assert_eq!(show(ctx, &house.zoe, other).await.unwrap().card.name, "Jardin d’hiver");
}

#[tokio::test]
async fn what_is_no_longer_right_goes_back_to_its_author() {
    let house = House::open().await;
    let (ctx, maya) = (house.ctx(), &house.maya);
    let id = house.sent("Jardin").await;
    let gone = "UPDATE person SET active = false WHERE name = 'Ben'";
    ctx.db().query(gone, bind! {}).await.unwrap();
    let refused = approve(ctx, maya, id, "Jardin", "").await;
    assert_eq!(reason(refused), Reason::Community(CommunityError::ProposalIncomplete));
    let seen = show(ctx, maya, id).await.unwrap();
    assert_eq!(seen.faults, [("animators[1]".to_owned(), Fault::Person)]);
    assert_eq!(seen.animators[1].person, None);
}

#[tokio::test]
async fn likeness_is_shown_of_what_one_may_know_of() {
    let house = House::open().await;
    let (ctx, zoe, maya, yard) = (house.ctx(), &house.zoe, &house.maya, &house.yard);
    for name in ["Jardinage", "Course à pied"] {
        yard.community(name, &[maya]).await;
    }
    yard.community_as("Jardins secrets", &[maya], Sketch { listed: false, ..Sketch::default() }).await;
    yard.community_as("Jardins d’hier", &[maya], Sketch { stage: Stage::Archived, ..Sketch::default() })
        .await;
    let id = house.sent("JARDIN du quai").await;
    let names = |view: domain::community::proposal::ProposalView| {
        view.similar.into_iter().map(|card| card.name).collect::<Vec<_>>()
    };
    assert_eq!(names(show(ctx, zoe, id).await.unwrap()), ["Jardinage"]);
    assert_eq!(names(show(ctx, maya, id).await.unwrap()), ["Jardinage", "Jardins secrets"]);
}

#[tokio::test]
async fn lists_have_each_once_mine_newest_first_and_the_queue_oldest_first() {
    let house = House::open().await;
    let (ctx, zoe, maya) = (house.ctx(), &house.zoe, &house.maya);
    let count = PAGE + 3;
    let mut ids = Vec::new();
    for n in 0..count {
        house.yard.wait(1);
        ids.push(house.sent(&format!("Jardin {n:02}")).await);
    }
    // Taken back and sent again, the first is now the last that waits.
    withdraw(ctx, zoe, ids[0], "").await.unwrap();
    house.yard.wait(1);
    send(ctx, zoe, ids[0], "").await.unwrap();
    for (whose, expected) in [
        ("mine", ids.iter().rev().copied().collect::<Vec<_>>()),
        ("queue", ids[1..].iter().chain(&ids[..1]).copied().collect()),
    ] {
        let (mut listed, mut cursor) = (Vec::new(), None::<String>);
        loop {
            let page = match whose {
                "mine" => mine(ctx, zoe, cursor.as_deref()).await.unwrap(),
                _ => queue(ctx, maya, cursor.as_deref()).await.unwrap(),
            };
            listed.extend(page.items.into_iter().map(|card| card.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(listed, expected, "{whose}");
    }
    assert!(mine(ctx, maya, None).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn every_query_of_a_page_uses_its_index() {
    let house = House::open().await;
    let (ctx, zoe) = (house.ctx(), &house.zoe);
    let id = house.sent("Jardin").await;
    let mine = bind! { by: Id(zoe.person), after: String::new(), limit: 25 };
    let queue = bind! { after: String::new(), limit: 25 };
    let range = bind! { after: String::new(), end: crate::communities::list::END.to_owned() };
    for (surql, variables, means) in [
        (list::of_mine(), mine, "proposal_by"),
        (list::of_queue(), queue, "proposal_queue"),
        (show::HISTORY.to_owned(), bind! { proposal: Id(id), limit: 50 }, "DynamicScan"),
        (similar::query(), range, "community_sort"),
    ] {
        let plan = plan(ctx, &surql, variables).await;
        assert!(plan.contains(means) && !plan.contains("TableScan"), "{surql}\n{plan}");
        assert!(!plan.contains("Sort"), "sorted after reading: {surql}\n{plan}");
    }
}

#[tokio::test]
async fn what_is_seeded_stands_as_if_it_had_happened() {
    let house = House::open().await;
    let (ctx, zoe, maya) = (house.ctx(), &house.zoe, &house.maya);
    let at = |hours: i64| house.yard.now() - jiff::SignedDuration::from_hours(hours);
    let seed = SeedProposal {
        by: zoe.person,
        form: form("Jardin"),
        state: State::ChangesAsked,
        begun: at(50),
        turns: vec![
            (Turn::Sent, zoe.person, String::new(), at(40)),
            (Turn::ChangesAsked, maya.person, "Qui arrose ?".into(), at(20)),
        ],
    };
    let id = seed_proposal(ctx, seed).await.unwrap();
    let seen = show(ctx, zoe, id).await.unwrap();
    assert_eq!((seen.card.moved, seen.turns[0].turn), (at(20), Turn::ChangesAsked));
    send(ctx, zoe, id, "").await.unwrap();
    assert_eq!(queue(ctx, maya, None).await.unwrap().items.len(), 1);
}
