//! Communities tied to a federation, what they share there, and everybody who must not read it.

use super::*;
use crate::{
    accounts, bind,
    communities::{self, life},
    db::Id,
    feed,
    media::{self, tests::drawing},
    testing::{Sketch, Yard, plan},
};
use domain::{
    community::{
        Kind, Stage,
        federation::{FEDERATIONS_MAX, GoalForm, GoalState, Side, TieState},
        life::Move,
    },
    feed::{Draft, PictureForm, PostKind},
    form::Fault,
    id::PostId,
    policy::{Action, Admission},
};

fn reason<T>(answer: Result<T>) -> Reason {
    answer.err().map(|error| error.failure().reason).expect("a refusal")
}

/// A closed, unlisted club in a federation; each person by what they are there.
struct House {
    yard: Yard,
    club: CommunityId,
    sums: CommunityId,
    /// Animates the club.
    ana: Actor,
    /// Member of the club.
    zoe: Actor,
    /// In another community of the federation.
    luc: Actor,
    other: CommunityId,
    /// Animates the federation.
    eve: Actor,
    /// In nothing.
    bob: Actor,
    /// A partner who was admitted to the federation.
    pia: Actor,
    /// Looks after all communities.
    maud: Actor,
}

async fn house() -> House {
    let yard = Yard::open().await;
    let names = ["Ana", "Zoé", "Luc", "Eve", "Bob"];
    let [ana, zoe, luc, eve, bob] = [
        yard.employee(names[0]).await,
        yard.employee(names[1]).await,
        yard.employee(names[2]).await,
        yard.employee(names[3]).await,
        yard.employee(names[4]).await,
    ];
    let (pia, maud) = (yard.partner("Pia").await, yard.manager("Maud").await);
    let closed = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
    let club = yard.community_as("Atelier secret", &[&ana], closed).await;
    let other = yard.community("Voisins", &[&eve]).await;
    let sums = yard.federation("Ensemble", &[&eve], &[club, other]).await;
    yard.join(&zoe, club).await;
    yard.join(&luc, other).await;
    yard.join(&pia, sums).await;
    let fresh = async |actor: &Actor| yard.fresh(actor).await;
    House {
        club,
        sums,
        other,
        ana: fresh(&ana).await,
        zoe: fresh(&zoe).await,
        luc: fresh(&luc).await,
        eve: fresh(&eve).await,
        bob: fresh(&bob).await,
        pia: fresh(&pia).await,
        maud: fresh(&maud).await,
        yard,
    }
}

impl House {
    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn says(&self, by: &Actor, community: CommunityId, body: &str) -> PostId {
        let draft = Draft { body: body.into(), ..Draft::default() };
        feed::publish(self.ctx(), by, community, draft, vec![], "").await.unwrap()
    }

    /// Whether they read it on its own page, and find it in the federation.
    async fn reads(&self, who: &Actor, post: PostId) -> (bool, bool) {
        let who = accounts::actor(self.ctx(), who.person).await.unwrap();
        let alone = feed::post(self.ctx(), &who, post).await.is_ok();
        let page = feed::community_feed(self.ctx(), &who, self.sums, None).await;
        let listed = page.is_ok_and(|page| page.items.iter().any(|view| view.post.id == post));
        (alone, listed)
    }

    async fn sound(&self) {
        assert_eq!(crate::check::run(self.ctx()).await.unwrap().wrong, Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_shared_post_is_read_through_the_federation_by_those_who_read_it_and_by_nobody_else() {
    let house = house().await;
    let ctx = house.ctx();
    let post = house.says(&house.zoe, house.club, "Pour toutes").await;
    let kept = house.says(&house.zoe, house.club, "Entre nous").await;
    let expect = async |luc: bool, told: &str| {
        for (who, expected) in [
            (&house.zoe, (true, luc)),
            (&house.luc, (luc, luc)),
            (&house.eve, (luc, luc)),
            (&house.bob, (false, false)),
            (&house.pia, (false, false)),
            (&house.maud, (true, luc)),
        ] {
            assert_eq!(house.reads(who, post).await, expected, "{told}: {}", who.name);
            let within = who.person == house.zoe.person || who.person == house.maud.person;
            assert_eq!(house.reads(who, kept).await, (within, false), "{told}: {}", who.name);
        }
    };
    expect(false, "before").await;
    for _ in 0..2 {
        feed::share(ctx, &house.zoe, post, house.sums).await.unwrap();
    }
    expect(true, "shared").await;
    house.sound().await;
    for _ in 0..2 {
        feed::take_back(ctx, &house.zoe, post, house.sums).await.unwrap();
    }
    expect(false, "taken back").await;
    house.sound().await;
}

#[tokio::test]
async fn reading_a_shared_post_opens_nothing_else_of_its_community() {
    let house = house().await;
    let ctx = house.ctx();
    let post = house.says(&house.zoe, house.club, "Pour toutes").await;
    feed::comment(ctx, &house.ana, post, "Entre nous", "").await.unwrap();
    feed::share(ctx, &house.ana, post, house.sums).await.unwrap();
    let luc = &house.luc;
    let view = feed::post(ctx, luc, post).await.unwrap();
    // Not the name of what they may not know of, nor where it stands.
    let told = format!("{view:?}");
    assert!(!told.contains("secret") && !told.contains(&house.club.to_string()), "{told}");
    assert_eq!(view.origin.id, house.sums);
    assert!(view.upward.veiled && !view.writes && !view.edits && !view.deletes && !view.upward.may);
    // What was said under it was said among members.
    assert!(feed::comments(ctx, luc, post, None).await.unwrap().items.is_empty());
    assert_eq!(reason(feed::comment(ctx, luc, post, "Moi", "").await), Reason::NotFound);
    assert_eq!(reason(feed::react(ctx, luc, post, None).await), Reason::NotFound);
    assert_eq!(reason(feed::versions(ctx, luc, post, None).await), Reason::NotFound);
    assert_eq!(reason(feed::reacted(ctx, luc, post, None, None).await), Reason::NotFound);
    assert_eq!(reason(feed::share(ctx, luc, post, house.sums).await), Reason::NotFound);
    assert_eq!(reason(communities::view(ctx, luc, "atelier-secret").await), Reason::NotFound);
    let found = communities::found(ctx, house.club).await.unwrap();
    for action in Action::ALL {
        assert!(!judge(luc, action, &found.place).is_allowed(), "{action:?}");
    }
    // On the pages of the federation it is not named either.
    let page = federation(ctx, luc, "ensemble").await.unwrap();
    let names: Vec<_> = page.ties.iter().map(|tie| tie.other.name.as_str()).collect();
    assert_eq!(names, ["Voisins"]);
    assert_eq!(communities::view(ctx, luc, "ensemble").await.unwrap().allies.len(), 1);
    // Those who animate it know whom they let in.
    assert_eq!(federation(ctx, &house.eve, "ensemble").await.unwrap().ties.len(), 2);
    // The answer that was accepted is one of the things said under it.
    let ask = Draft { kind: PostKind::Question, body: "Où donc ?".into(), ..Draft::default() };
    let asked = feed::publish(ctx, &house.zoe, house.club, ask, vec![], "").await.unwrap();
    let said = feed::comment(ctx, &house.ana, asked, "Dans la cave.", "").await.unwrap();
    feed::accept_answer(ctx, &house.zoe, asked, Some(said)).await.unwrap();
    feed::share(ctx, &house.zoe, asked, house.sums).await.unwrap();
    let told = format!("{:?}", feed::post(ctx, luc, asked).await.unwrap());
    assert!(told.contains("Où donc") && !told.contains("cave"), "{told}");
    assert!(format!("{:?}", feed::post(ctx, &house.zoe, asked).await.unwrap()).contains("cave"));
    // In the club it is a post like another, with its name.
    let own = feed::post(ctx, &house.zoe, post).await.unwrap();
    assert_eq!((own.origin.id, own.upward.to.len(), own.upward.veiled), (house.club, 1, false));
}

#[tokio::test]
async fn pictures_of_a_shared_post_are_shared_and_taken_back_with_it() {
    let house = house().await;
    let ctx = house.ctx();
    let (zoe, luc, bob) = (&house.zoe, &house.luc, &house.bob);
    let first = media::store(ctx, zoe, drawing(301, 100)).await.unwrap();
    let second = media::store(ctx, zoe, drawing(302, 100)).await.unwrap();
    let draft = Draft { body: "Vue".into(), ..Draft::default() };
    let shown = vec![(first, String::new())];
    let post = feed::publish(ctx, zoe, house.club, draft.clone(), shown, "").await.unwrap();
    let reads = async |who: &Actor| {
        let open = async |picture| media::open(ctx, who, picture, 480).await.is_ok();
        (open(first).await, open(second).await)
    };
    assert_eq!(reads(luc).await, (false, false));
    feed::share(ctx, zoe, post, house.sums).await.unwrap();
    assert_eq!(reads(luc).await, (true, false));
    // What is added to it later is shared as it is.
    let pictures = PictureForm { fresh: vec![second], ..PictureForm::default() };
    feed::edit(ctx, zoe, post, feed::Edit { draft, pictures, ..feed::Edit::default() }).await.unwrap();
    assert_eq!(reads(luc).await, (true, true));
    for nobody in [bob, &house.pia] {
        assert_eq!(reads(nobody).await, (false, false), "{}", nobody.name);
    }
    house.sound().await;
    feed::take_back(ctx, &house.eve, post, house.sums).await.unwrap();
    assert_eq!((reads(luc).await, reads(zoe).await), ((false, false), (true, true)));
    house.sound().await;
}

#[tokio::test]
async fn a_post_is_shared_by_its_author_or_animators_and_taken_back_by_either_side() {
    let house = house().await;
    let ctx = house.ctx();
    let yan = house.yard.employee("Yan").await;
    house.yard.join(&yan, house.club).await;
    let yan = house.yard.fresh(&yan).await;
    let post = house.says(&house.zoe, house.club, "Pour toutes").await;
    assert_eq!(reason(feed::share(ctx, &yan, post, house.sums).await), Reason::Forbidden);
    for outside in [&house.luc, &house.eve, &house.bob, &house.pia] {
        assert_eq!(reason(feed::share(ctx, outside, post, house.sums).await), Reason::NotFound);
        assert_eq!(reason(feed::sharings(ctx, outside, post).await), Reason::NotFound);
    }
    for by in [&house.zoe, &house.ana, &house.maud] {
        feed::share(ctx, by, post, house.sums).await.unwrap();
        // Whoever is in the club and did not write it leaves it where it is.
        assert_eq!(reason(feed::take_back(ctx, &yan, post, house.sums).await), Reason::Forbidden);
        assert_eq!(reason(feed::take_back(ctx, &house.luc, post, house.sums).await), Reason::Forbidden);
        assert_eq!(reason(feed::take_back(ctx, &house.bob, post, house.sums).await), Reason::NotFound);
        for back in [&house.eve, &house.ana] {
            feed::share(ctx, by, post, house.sums).await.unwrap();
            feed::take_back(ctx, back, post, house.sums).await.unwrap();
        }
    }
    // To a federation its community is not in, or that is none.
    let far = house.yard.federation("Ailleurs", &[&house.eve], &[]).await;
    for above in [far, house.other, house.club] {
        let refused = reason(feed::share(ctx, &house.zoe, post, above).await);
        assert_eq!(refused, CommunityError::NotTied.into());
    }
    let hidden = Sketch { listed: false, kind: Kind::Federation, ..Sketch::default() };
    let hidden = house.yard.community_as("Cachée", &[&house.eve], hidden).await;
    assert_eq!(reason(feed::share(ctx, &house.zoe, post, hidden).await), Reason::NotFound);
    let choices = feed::sharings(ctx, &house.zoe, post).await.unwrap();
    assert_eq!(choices.len(), 1);
    assert!(choices[0].may_share && !choices[0].shared && !choices[0].open);
}

#[tokio::test]
async fn what_was_shared_is_closed_with_the_tie_that_opened_it() {
    for ending in ["parts", "is put out", "is archived", "federation archived", "deleted", "member leaves"] {
        let house = house().await;
        let ctx = house.ctx();
        let post = house.says(&house.zoe, house.club, "Pour toutes").await;
        feed::share(ctx, &house.zoe, post, house.sums).await.unwrap();
        assert_eq!(house.reads(&house.luc, post).await, (true, true), "{ending}");
        match ending {
            "parts" => part(ctx, &house.ana, house.sums, house.club, Side::Community, "").await.unwrap(),
            "is put out" => {
                part(ctx, &house.eve, house.sums, house.club, Side::Federation, "").await.unwrap()
            }
            "is archived" => {
                life::steer(ctx, &house.ana, house.club, Move::Archive, "Fini", "").await.unwrap();
            }
            "federation archived" => {
                life::steer(ctx, &house.eve, house.sums, Move::Archive, "Fini", "").await.unwrap();
            }
            "deleted" => {
                feed::delete(ctx, &house.zoe, post).await.unwrap();
            }
            _ => communities::leave(ctx, &house.luc, house.other).await.unwrap(),
        }
        assert_eq!(house.reads(&house.luc, post).await, (false, false), "{ending}");
        assert_eq!(house.reads(&house.bob, post).await, (false, false), "{ending}");
        house.sound().await;
        // Tied again, or open again, it is not read again unless somebody shares it again.
        if ending == "parts" {
            propose(ctx, &house.ana, house.club, "ensemble", "").await.unwrap();
            answer(ctx, &house.eve, house.sums, house.club, Side::Federation, true, "").await.unwrap();
            assert_eq!(house.reads(&house.luc, post).await, (false, false));
            feed::share(ctx, &house.zoe, post, house.sums).await.unwrap();
            assert_eq!(house.reads(&house.luc, post).await, (true, true));
        }
        if ending == "is archived" {
            life::steer(ctx, &house.maud, house.club, Move::Reopen, "", "").await.unwrap();
            assert!(communities::found(ctx, house.club).await.unwrap().federations.is_empty());
            assert_eq!(house.reads(&house.luc, post).await, (false, false));
        }
    }
}

#[tokio::test]
async fn members_of_a_member_community_are_at_home_in_the_federation() {
    let house = house().await;
    let ctx = house.ctx();
    let post = house.says(&house.eve, house.sums, "À tout le monde").await;
    // They read and answer; to post, one joins.
    for at_home in [&house.zoe, &house.luc] {
        let who = house.yard.fresh(at_home).await;
        let said = feed::comment(ctx, &who, post, "Oui", "").await.unwrap();
        feed::edit_comment(ctx, &who, post, said, "Oui !").await.unwrap();
        feed::react(ctx, &who, post, Some(domain::feed::Reaction::Bravo)).await.unwrap();
        let draft = Draft { body: "Moi aussi".into(), ..Draft::default() };
        assert!(feed::publish(ctx, &who, house.sums, draft, vec![], "").await.is_err());
        assert!(!communities::view(ctx, &who, "ensemble").await.unwrap().may_write);
    }
    assert_eq!(reason(feed::post(ctx, &house.bob, post).await), Reason::Forbidden);
    // Who asked to come in is not in; who left is not any more.
    let asks = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let slow = house.yard.community_as("Lente", &[&house.eve], asks).await;
    let eve = house.yard.fresh(&house.eve).await;
    propose(ctx, &eve, slow, "ensemble", "").await.unwrap();
    answer(ctx, &eve, house.sums, slow, Side::Federation, true, "").await.unwrap();
    communities::join(ctx, &house.bob, slow, 1).await.unwrap();
    let bob = accounts::actor(ctx, house.bob.person).await.unwrap();
    assert_eq!(reason(feed::post(ctx, &bob, post).await), Reason::Forbidden);
    communities::leave(ctx, &house.luc, house.other).await.unwrap();
    let luc = accounts::actor(ctx, house.luc.person).await.unwrap();
    assert_eq!(reason(feed::post(ctx, &luc, post).await), Reason::Forbidden);
    // A partner of a member community was admitted there, and nowhere else.
    let pat = house.yard.partner("Pat").await;
    house.yard.join(&pat, house.other).await;
    let pat = house.yard.fresh(&pat).await;
    assert_eq!(reason(feed::post(ctx, &pat, post).await), Reason::NotFound);
    assert_eq!(reason(communities::view(ctx, &pat, "ensemble").await), Reason::NotFound);
    house.sound().await;
}

#[tokio::test]
async fn the_two_are_tied_when_both_want_it() {
    let house = house().await;
    let ctx = house.ctx();
    let run = house.yard.community("Course", &[&house.ana]).await;
    let ana = house.yard.fresh(&house.ana).await;
    let (eve, sums) = (&house.eve, house.sums);
    let stands = async || {
        let view = federation(ctx, eve, "ensemble").await.unwrap();
        let all = view.ties.iter().chain(&view.pending);
        all.filter(|tie| tie.other.id == run).map(|tie| tie.state).collect::<Vec<_>>()
    };
    // Asked twice is asked once; others may neither ask nor answer for them.
    for _ in 0..2 {
        propose(ctx, &ana, run, "ensemble", "Nous courons").await.unwrap();
    }
    assert_eq!(stands().await, [TieState::Asked]);
    assert_eq!(reason(propose(ctx, &house.luc, run, "ensemble", "").await), Reason::Forbidden);
    let by = async |actor: &Actor, side, yes| answer(ctx, actor, sums, run, side, yes, "Pas encore").await;
    assert_eq!(reason(by(&ana, Side::Federation, true).await), Reason::Forbidden);
    assert_eq!(reason(by(&ana, Side::Community, true).await), CommunityError::TieMoved.into());
    // No needs a reason, which the other side reads.
    let silent = answer(ctx, eve, sums, run, Side::Federation, false, " ").await.unwrap_err().failure();
    assert_eq!(silent.fields, [("word".to_owned(), Fault::Required)]);
    by(eve, Side::Federation, false).await.unwrap();
    by(eve, Side::Federation, false).await.unwrap();
    assert_eq!(reason(by(eve, Side::Federation, true).await), CommunityError::TieMoved.into());
    let told = federation(ctx, &ana, "course").await.unwrap();
    assert_eq!((told.pending[0].state, told.pending[0].word.as_str()), (TieState::Declined, "Pas encore"));
    assert_eq!(federation(ctx, &house.luc, "course").await.unwrap().pending, []);
    // Invited then, and taken back.
    propose(ctx, eve, sums, "course", "Venez").await.unwrap();
    assert_eq!(
        reason(part(ctx, &ana, sums, run, Side::Community, "").await),
        CommunityError::TieMoved.into()
    );
    part(ctx, eve, sums, run, Side::Federation, "").await.unwrap();
    assert_eq!(stands().await, []);
    // Invited again, while the other asks: both want it.
    propose(ctx, eve, sums, "course", "Venez").await.unwrap();
    propose(ctx, &ana, run, "ensemble", "Nous voilà").await.unwrap();
    assert_eq!(stands().await, [TieState::Member]);
    say_brings(ctx, &ana, sums, run, "Un parcours par mois").await.unwrap();
    assert_eq!(reason(say_brings(ctx, eve, sums, run, "Autre chose").await), Reason::Forbidden);
    let read = federation(ctx, &house.luc, "ensemble").await.unwrap();
    assert!(read.ties.iter().any(|tie| tie.brings == "Un parcours par mois" && tie.word.is_empty()));
    house.sound().await;
    part(ctx, &ana, sums, run, Side::Community, "Merci").await.unwrap();
    part(ctx, &ana, sums, run, Side::Community, "Merci").await.unwrap();
    assert_eq!(reason(say_brings(ctx, &ana, sums, run, "x").await), CommunityError::NotTied.into());
    assert_eq!(stands().await, [TieState::Parted]);
    house.sound().await;
}

#[tokio::test]
async fn a_tie_has_its_bounds_and_tells_nothing_of_what_is_hidden() {
    let house = house().await;
    let ctx = house.ctx();
    let run = house.yard.community("Course", &[&house.ana]).await;
    let ana = house.yard.fresh(&house.ana).await;
    for n in 0..FEDERATIONS_MAX {
        house.yard.federation(&format!("Fédération {n}"), &[&house.eve], &[run]).await;
    }
    let full = reason(propose(ctx, &ana, run, "ensemble", "").await);
    assert_eq!(full, CommunityError::FederationsFull.into());
    // A federation is in no other, a community in no community.
    let other = house.yard.federation("Autre", &[&house.eve], &[]).await;
    let eve = house.yard.fresh(&house.eve).await;
    let nested = reason(propose(ctx, &eve, other, "ensemble", "").await);
    assert_eq!(nested, CommunityError::FederationInFederation.into());
    let flat = reason(propose(ctx, &ana, run, "voisins", "").await);
    assert_eq!(flat, CommunityError::NoFederation.into());
    // What is hidden is told like what is not there.
    let fields = async |slug: &str| propose(ctx, &eve, other, slug, "").await.unwrap_err().failure().fields;
    assert_eq!(fields("atelier-secret").await, [("other".to_owned(), Fault::Choice)]);
    assert_eq!(fields("atelier-secret").await, fields("nulle-part").await);
    let gone = Sketch { stage: Stage::Archived, ..Sketch::default() };
    house.yard.community_as("Hier", &[&house.eve], gone).await;
    let eve = house.yard.fresh(&eve).await;
    assert_eq!(reason(propose(ctx, &eve, other, "hier", "").await), CommunityError::Archived.into());
    // Two that enter at once do not pass the bound together.
    let far = house.yard.community("Loin", &[&house.ana]).await;
    for n in 0..FEDERATIONS_MAX - 1 {
        house.yard.federation(&format!("Ligue {n}"), &[&house.eve], &[far]).await;
    }
    let last = [house.sums, other];
    let ana = house.yard.fresh(&ana).await;
    for slug in ["ensemble", "autre"] {
        propose(ctx, &ana, far, slug, "").await.unwrap();
    }
    let enter = async |above| answer(ctx, &eve, above, far, Side::Federation, true, "").await.is_ok();
    let (one, two) = tokio::join!(enter(last[0]), enter(last[1]));
    assert_eq!(u8::from(one) + u8::from(two), 1);
    house.sound().await;
}

#[tokio::test]
async fn goals_are_kept_by_those_who_animate_the_federation() {
    let house = house().await;
    let ctx = house.ctx();
    let form = |goal: &str| GoalForm { goal: goal.into(), due: "2026-11-24".into(), ..GoalForm::default() };
    for _ in 0..2 {
        set_goal(ctx, &house.eve, house.sums, None, &form("Moins d’eau"), "once").await.unwrap();
    }
    for other in [&house.luc, &house.zoe] {
        let other = house.yard.fresh(other).await;
        assert_eq!(
            reason(set_goal(ctx, &other, house.sums, None, &form("x y z"), "").await),
            Reason::Forbidden
        );
    }
    let refused = reason(set_goal(ctx, &house.eve, house.other, None, &form("x y z"), "").await);
    assert_eq!(refused, CommunityError::NoFederation.into());
    let goals = async || super::goals(ctx, house.sums).await.unwrap();
    let all = goals().await;
    assert_eq!((all.len(), all[0].state, all[0].late), (1, GoalState::Open, false));
    house.yard.wait(2 * 24 * 3600);
    assert!(goals().await[0].late);
    // The day it had is still its day.
    set_goal(ctx, &house.eve, house.sums, Some(all[0].id), &form("Encore moins d’eau"), "").await.unwrap();
    let settle = async |state: GoalState, word: &str| {
        settle_goal(ctx, &house.eve, house.sums, all[0].id, state, word).await
    };
    assert_eq!(reason(settle(GoalState::SetAside, "").await), Reason::Form);
    settle(GoalState::Reached, "Un cinquième").await.unwrap();
    let one = goals().await.remove(0);
    assert_eq!(
        (one.goal.as_str(), one.state, one.word.as_str()),
        ("Encore moins d’eau", GoalState::Reached, "Un cinquième")
    );
    settle(GoalState::Open, "x").await.unwrap();
    assert_eq!(goals().await[0].word, "");
    house.sound().await;
}

#[tokio::test]
async fn nothing_stands_twice_in_a_home_feed() {
    let house = house().await;
    let ctx = house.ctx();
    // Zoé and Luc are in the federation themselves; Zoé is in the club as well.
    for who in [&house.zoe, &house.luc] {
        house.yard.join(who, house.sums).await;
    }
    let (zoe, luc) = (house.yard.fresh(&house.zoe).await, house.yard.fresh(&house.luc).await);
    let second = house.yard.federation("Seconde", &[&house.eve], &[house.club]).await;
    house.yard.join(&luc, second).await;
    let luc = house.yard.fresh(&luc).await;
    let old = house.says(&zoe, house.club, "Ancienne").await;
    house.yard.wait(60);
    let own = house.says(&house.eve, house.sums, "Du jour").await;
    house.yard.wait(60);
    for above in [house.sums, second] {
        feed::share(ctx, &zoe, old, above).await.unwrap();
    }
    let home = async |who: &Actor| {
        let page = feed::home(ctx, who, None).await.unwrap();
        page.items.iter().map(|view| view.post.id).collect::<Vec<_>>()
    };
    // Which of the two comes first is for an equal voice to say.
    let mut both = [own, old];
    both.sort_unstable();
    let once = async |who: &Actor| {
        let mut home = home(who).await;
        home.sort_unstable();
        home
    };
    assert_eq!(once(&zoe).await, both, "at its own place");
    assert_eq!(once(&luc).await, both, "where it was shared, once");
    crate::reading::prefer(ctx, &luc, domain::reading::Order::Active).await.unwrap();
    assert_eq!(once(&luc).await, both);
    // The federation's own page has it where it was shared, for all.
    let page = feed::community_feed(ctx, &zoe, house.sums, None).await.unwrap();
    assert_eq!(page.items.iter().map(|view| view.post.id).collect::<Vec<_>>(), [old, own]);
    feed::take_back(ctx, &zoe, old, house.sums).await.unwrap();
    assert_eq!(once(&luc).await, both, "the other one has it still");
    feed::take_back(ctx, &zoe, old, second).await.unwrap();
    assert_eq!(once(&luc).await, [own]);
}

#[tokio::test]
async fn pages_of_a_federation_go_on_below_what_was_shared() {
    let house = house().await;
    let ctx = house.ctx();
    let mut expected = Vec::new();
    for n in 0..30 {
        house.yard.wait(1);
        let post = house.says(&house.zoe, house.club, &format!("n° {n}")).await;
        feed::share(ctx, &house.zoe, post, house.sums).await.unwrap();
        expected.insert(0, post);
        house.yard.wait(1);
        expected.insert(0, house.says(&house.eve, house.sums, &format!("ici {n}")).await);
    }
    house.yard.join(&house.luc, house.sums).await;
    let luc = house.yard.fresh(&house.luc).await;
    let (mut read, mut cursor) = (Vec::new(), None);
    loop {
        let page = feed::community_feed(ctx, &luc, house.sums, cursor.as_deref()).await.unwrap();
        read.extend(page.items.iter().map(|view| view.post.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(read, expected);
    let (mut read, mut cursor) = (Vec::new(), None);
    loop {
        let page = feed::home(ctx, &luc, cursor.as_deref()).await.unwrap();
        for view in &page.items {
            read.push(view.post.id);
            read.extend(view.stance.others.iter().map(|(post, _)| *post));
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    // Each author has their share of a page: none is lost, none comes twice.
    read.sort_unstable();
    expected.sort_unstable();
    assert_eq!(read, expected);
}

#[tokio::test]
async fn what_pages_wait_for_is_read_by_a_key_or_an_index() {
    let house = house().await;
    let ctx = house.ctx();
    let one = || bind! { id: Id(house.sums), limit: 25 };
    for (query, means) in
        [(show::BELOW, "DynamicScan"), (show::GOALS, "DynamicScan"), (show::ABOVE, "tie_community")]
    {
        let plan = plan(ctx, query, one()).await;
        assert!(plan.contains(means) && !plan.contains("TableScan"), "{query}\n{plan}");
    }
    let shares = bind! { federation: Id(house.sums), limit: 25 };
    let shares = plan(ctx, feed::SHARES, shares).await;
    assert!(shares.contains("share_federation") && !shares.contains("Sort"), "{shares}");
    let from = bind! { community: Id(house.club), federation: Id(house.sums) };
    let from = plan(ctx, feed::SHARED_FROM, from).await;
    assert!(from.contains("share_tie") && !from.contains("TableScan"), "{from}");
}
