//! A community lives, rests, is closed well, and opens again.

use super::*;
use crate::{
    Context, Error, bind,
    communities::{admit, archived, found, has_archived, join, list, mine, suggested},
    db::Id,
    events, feed,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor, Failure, Reason,
    actor::Role,
    community::{
        CommunityError, Stage,
        life::{Ask, LIFE_PAGE, Move, QUIET_DAYS},
    },
    event::{EventForm, Status},
    feed::Draft,
    id::{CommunityId, EventId},
    policy::Admission,
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

/// A community with two who animate, a member, a manager, and somebody outside.
struct House {
    yard: Yard,
    run: CommunityId,
    ana: Actor,
    zoe: Actor,
    maya: Actor,
    luc: Actor,
}

impl House {
    async fn open(sketch: Sketch) -> House {
        let yard = Yard::open().await;
        let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
        let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
        let maya = yard.manager("Maya").await;
        let run = yard.community_as("course", &[&ana, &ben], sketch).await;
        yard.join(&zoe, run).await;
        let (ana, zoe) = (yard.fresh(&ana).await, yard.fresh(&zoe).await);
        House { yard, run, ana, zoe, maya, luc }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn steer(&self, actor: &Actor, what: Move) -> crate::Result<()> {
        self.yard.wait(1);
        steer(self.ctx(), actor, self.run, what, "Parce que.", "").await
    }

    async fn stage(&self) -> Stage {
        found(self.ctx(), self.run).await.unwrap().place.stage
    }

    async fn asks(&self) -> Vec<Ask> {
        asked(self.ctx(), &self.ana, &found(self.ctx(), self.run).await.unwrap()).await.unwrap()
    }

    async fn event(&self) -> EventId {
        let form = EventForm {
            summary: "Sortie".into(),
            location: "Parc".into(),
            date: "2026-11-30".into(),
            time: "12:00".into(),
            end_time: "13:00".into(),
            ..EventForm::default()
        };
        events::create(self.ctx(), &self.ana, self.run, &form, "").await.unwrap()
    }
}

#[tokio::test]
async fn it_goes_from_stage_to_stage_and_its_history_tells() {
    let house = House::open(Sketch { stage: Stage::Launching, ..Sketch::default() }).await;
    let (ctx, ana, zoe) = (house.ctx(), &house.ana, &house.zoe);
    assert_eq!(reason(house.steer(zoe, Move::Begin).await), Reason::Forbidden);
    for _ in 0..2 {
        steer(ctx, ana, house.run, Move::Begin, "", "once").await.unwrap();
    }
    assert_eq!(house.stage().await, Stage::Active);
    assert_eq!(reason(house.steer(ana, Move::Begin).await), refused(CommunityError::StageMoved));
    house.steer(ana, Move::Rest).await.unwrap();
    assert_eq!(house.stage().await, Stage::Dormant);
    assert_eq!(house.asks().await[0], Ask::WakeOrArchive);
    house.steer(&house.maya, Move::Wake).await.unwrap();
    let told = history(ctx, zoe, "course", None).await.unwrap().items;
    let told: Vec<_> = told.iter().map(|line| (line.turn, line.by.name.as_str())).collect();
    assert_eq!(told, [(Turn::Woken, "Maya"), (Turn::Rested, "Ana"), (Turn::Begun, "Ana")]);
    assert_eq!(reason(history(ctx, &house.luc, "course", None).await), Reason::Forbidden);
    let pat = house.yard.partner("Pat").await;
    assert_eq!(reason(history(ctx, &pat, "course", None).await), Reason::NotFound);
    assert_eq!(reason(house.steer(&pat, Move::Rest).await), Reason::NotFound);
}

#[tokio::test]
async fn its_history_is_read_page_by_page() {
    let house = House::open(Sketch::default()).await;
    for _ in 0..=LIFE_PAGE / 2 {
        for what in [Move::Rest, Move::Wake] {
            house.yard.wait(1);
            house.steer(&house.ana, what).await.unwrap();
        }
    }
    let first = history(house.ctx(), &house.zoe, "course", None).await.unwrap();
    assert_eq!(first.items.len(), LIFE_PAGE);
    let next = first.next.unwrap();
    let rest = history(house.ctx(), &house.zoe, "course", Some(&next)).await.unwrap();
    assert_eq!((rest.items.len(), rest.next), (2, None));
    assert_eq!(rest.items[1].turn, Turn::Rested);
}

#[tokio::test]
async fn a_long_silence_proposes_a_break_which_is_declined_with_a_reason() {
    let house = House::open(Sketch::default()).await;
    let (ctx, ana) = (house.ctx(), &house.ana);
    let draft = Draft { body: "Bonjour".into(), ..Draft::default() };
    let post = feed::publish(ctx, &house.zoe, house.run, draft, Vec::new(), "").await.unwrap();
    house.yard.wait(24 * 3600 * (QUIET_DAYS - 1));
    assert!(!house.asks().await.contains(&Ask::Rest));
    // A comment is a word as well.
    feed::comment(ctx, &house.zoe, post, "Toujours là.", "").await.unwrap();
    house.yard.wait(24 * 3600 * (QUIET_DAYS - 1));
    assert!(!house.asks().await.contains(&Ask::Rest));
    house.yard.wait(24 * 3600);
    assert!(house.asks().await.contains(&Ask::Rest));
    let silent = steer(ctx, ana, house.run, Move::StayAwake, "", "").await;
    assert_eq!(reason(silent), Reason::Form);
    house.steer(ana, Move::StayAwake).await.unwrap();
    assert_eq!(house.stage().await, Stage::Active);
    assert!(!house.asks().await.contains(&Ask::Rest));
    house.yard.wait(24 * 3600 * QUIET_DAYS);
    assert!(house.asks().await.contains(&Ask::Rest));
    let nothing = asked(ctx, &house.zoe, &found(ctx, house.run).await.unwrap()).await.unwrap();
    assert_eq!(nothing, [], "members are asked nothing");
}

#[tokio::test]
async fn archiving_ends_what_waits_and_is_undone() {
    let house = House::open(Sketch { admission: Admission::OnRequest, ..Sketch::default() }).await;
    let (ctx, run, ana, zoe, luc) = (house.ctx(), house.run, &house.ana, &house.zoe, &house.luc);
    join(ctx, luc, run, 1).await.unwrap();
    let event = house.event().await;
    events::register(ctx, zoe, event).await.unwrap();
    crate::communities::handing::offer_role(ctx, ana, run, zoe.person).await.unwrap();
    assert_eq!(reason(consequences(ctx, zoe, "course").await), Reason::Forbidden);
    let ends = consequences(ctx, ana, "course").await.unwrap().1;
    assert_eq!(ends, Consequences { requests: 1, events: 1 });
    assert_eq!(suggested(ctx, &house.maya).await.unwrap().len(), 1);
    for _ in 0..2 {
        steer(ctx, ana, run, Move::Archive, "Le projet est fini.", "a").await.unwrap();
    }
    // Out of lists, still read.
    assert_eq!(house.stage().await, Stage::Archived);
    let zoe = &house.yard.fresh(zoe).await;
    assert!(mine(ctx, zoe).await.unwrap().is_empty());
    assert!(list(ctx, zoe, &domain::community::Wanted::default(), None).await.unwrap().items.is_empty());
    assert!(suggested(ctx, &house.maya).await.unwrap().is_empty());
    assert!(history(ctx, zoe, "course", None).await.unwrap().items[0].said.starts_with("Le projet"));
    // What waited was answered, what was to come is called off.
    let luc = house.yard.fresh(luc).await;
    assert!(!luc.has_asked(run));
    assert_eq!(reason(join(ctx, &luc, run, 1).await), Reason::NotFound);
    assert_eq!(reason(admit(ctx, ana, run, luc.person).await), Reason::Forbidden);
    assert_eq!(events::event(ctx, zoe, event).await.unwrap().card.status, Status::Cancelled);
    assert_eq!(events::mine(ctx, zoe).await.unwrap().next, None);
    assert_eq!(house.yard.number("RETURN count(SELECT * FROM handover)", bind! {}).await, 0);
    assert_eq!(crate::check::run(ctx).await.unwrap().wrong, Vec::<String>::new());
    // And back.
    assert_eq!(reason(house.steer(zoe, Move::Reopen).await), refused(CommunityError::Archived));
    let ana = house.yard.fresh(ana).await;
    assert_eq!(reason(house.steer(&ana, Move::Wake).await), refused(CommunityError::Archived));
    house.steer(&ana, Move::Reopen).await.unwrap();
    assert_eq!(house.stage().await, Stage::Active);
    assert_eq!(mine(ctx, zoe).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_for_everyone_is_closed_by_managers_and_takes_everybody_back() {
    let house = House::open(Sketch { everyone: true, ..Sketch::default() }).await;
    let ctx = house.ctx();
    assert_eq!(reason(house.steer(&house.ana, Move::Archive).await), Reason::Forbidden);
    house.steer(&house.maya, Move::Archive).await.unwrap();
    let noe = house.yard.employee("Noé").await;
    assert_eq!(reason(house.steer(&house.ana, Move::Reopen).await), refused(CommunityError::Archived));
    house.steer(&house.maya, Move::Reopen).await.unwrap();
    let noe = house.yard.fresh(&noe).await;
    assert_eq!(noe.role_in(house.run), Some(Role::Member));
    assert_eq!(house.yard.fresh(&house.ana).await.role_in(house.run), Some(Role::Animator));
    assert_eq!(crate::check::run(ctx).await.unwrap().wrong, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_in_what_is_archived_at_the_same_moment() {
    let yard = Yard::open().await;
    let (ana, ben) = (yard.employee("Ana").await, yard.employee("Ben").await);
    let sketch = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let run = yard.community_as("course", &[&ana, &ben], sketch).await;
    let ana = yard.fresh(&ana).await;
    let mut asking = Vec::new();
    for actor in yard.crowd(24).await {
        let ctx = yard.ctx.clone();
        asking.push(tokio::spawn(async move { join(&ctx, &actor, run, 1).await.map(|_| ()) }));
    }
    tokio::task::yield_now().await;
    steer(&yard.ctx, &ana, run, Move::Archive, "Fini.", "").await.unwrap();
    for asked in asking {
        let _ = asked.await.unwrap();
    }
    let waiting = "RETURN count(SELECT * FROM membership WHERE community = $c AND role = 'requested')";
    assert_eq!(yard.number(waiting, bind! { c: Id(run) }).await, 0);
}

#[tokio::test]
async fn its_content_is_taken_along_by_those_who_answer_for_it() {
    let house = House::open(Sketch::default()).await;
    let (ctx, run, ana, zoe) = (house.ctx(), house.run, &house.ana, &house.zoe);
    let mut last = None;
    for n in 0..60 {
        let draft = Draft { body: format!("Sortie numéro {n}"), ..Draft::default() };
        last = Some(feed::publish(ctx, zoe, run, draft, Vec::new(), "").await.unwrap());
    }
    let comment = feed::comment(ctx, ana, last.unwrap(), "Bravo !", "").await.unwrap();
    feed::answer_comment(ctx, zoe, last.unwrap(), Some(comment), "Merci !", "").await.unwrap();
    house.steer(ana, Move::Archive).await.unwrap();
    let head = export_head(ctx, ana, "course").await.unwrap();
    assert_eq!(head.animators, ["Ana", "Ben"]);
    assert_eq!(head.life[0].turn, Turn::Archived);
    let first = export_posts(ctx, ana, "course", None).await.unwrap();
    let words = |words: &ExportWords| (words.author.clone(), words.body.clone(), words.within);
    assert_eq!(words(&first.items[0].words), ("Zoé".into(), "Sortie numéro 59".into(), false));
    let said: Vec<_> = first.items[0].comments.iter().map(words).collect();
    let expected = [("Ana".into(), "Bravo !".into(), false), ("Zoé".into(), "Merci !".into(), true)].to_vec();
    assert_eq!(said, expected);
    assert!(first.items[1].comments.is_empty());
    let rest = export_posts(ctx, ana, "course", first.next.as_deref()).await.unwrap();
    assert_eq!((first.items.len() + rest.items.len(), rest.next), (60, None));
    assert_eq!(rest.items.last().unwrap().words.body, "Sortie numéro 0");
    assert!(export_head(ctx, &house.maya, "course").await.is_ok());
    let zoe = house.yard.fresh(zoe).await;
    assert!(matches!(export_head(ctx, &zoe, "course").await, Err(Error::Refused(_))));
    assert_eq!(reason(export_posts(ctx, &house.luc, "course", None).await), Reason::NotFound);
}

#[tokio::test]
async fn what_pages_ask_is_found_by_key_or_index() {
    let yard = Yard::open().await;
    let run = yard.community("course", &[]).await;
    let variables = || {
        bind! {
            community: Id(run), soon: String::new(), after: String::new(), limit: 20_i64,
            person: Id(domain::id::PersonId::new(yard.ctx.ulid())), p0: Id(domain::id::PostId::new(yard.ctx.ulid()))
        }
    };
    for (query, uses) in [
        (asks::COMING, "event_soon"),
        (asks::ASKING, "membership_community"),
        (history::LINES, "DynamicScan"),
        (feed::EXPORTED, "post_feed"),
    ] {
        let plan = plan(&yard.ctx, query, variables()).await;
        assert!(plan.contains(uses) && !plan.contains("TableScan"), "{query}\n{plan}");
    }
}

#[tokio::test]
async fn those_who_were_in_it_find_what_is_archived_in_a_list_of_its_own() {
    let house = House::open(Sketch::default()).await;
    let (ctx, ana, zoe, luc, maya) = (house.ctx(), &house.ana, &house.zoe, &house.luc, &house.maya);
    let listed = async |by: &Actor| -> Vec<CommunityId> {
        archived(ctx, by, None).await.unwrap().items.iter().map(|card| card.id).collect()
    };
    assert_eq!(listed(zoe).await, []);
    assert!(!has_archived(ctx, zoe).await.unwrap());
    house.steer(ana, Move::Archive).await.unwrap();
    let zoe = house.yard.fresh(zoe).await;
    for (by, expected) in
        [(ana, vec![house.run]), (&zoe, vec![house.run]), (luc, vec![]), (maya, vec![house.run])]
    {
        assert_eq!(listed(by).await, expected, "{}", by.name);
    }
    assert!(has_archived(ctx, &zoe).await.unwrap());
    assert!(!has_archived(ctx, luc).await.unwrap() && !has_archived(ctx, maya).await.unwrap());
    house.steer(ana, Move::Reopen).await.unwrap();
    assert_eq!(listed(&zoe).await, []);
}
