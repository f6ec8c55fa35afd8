//! Who sees a community, who comes in, until when.

use super::*;
use crate::{
    communities::{
        StayForm, admit, admit_partner, call_guest, call_off, card, charter, decline_invitation, end_stay,
        extend_stay, found, guests, invited_to, join, join_answering, list, may_steer, members, perimeter,
        requests, set_perimeter, stays, suggested, view,
    },
    testing::Sketch,
    tidy,
};
use domain::{
    Failure,
    actor::OrgRole,
    community::PerimeterForm,
    form::Fault,
    policy::{Admission, Glimpse},
};

const DAY: i64 = 24 * 3600;

fn form(admission: &str, listed: &str, glimpse: &str, question: &str) -> PerimeterForm {
    let [admission, listed, glimpse, question] = [admission, listed, glimpse, question].map(String::from);
    PerimeterForm { admission, listed, glimpse, question }
}

fn faults<T: std::fmt::Debug>(answer: crate::Result<T>) -> Vec<(String, Fault)> {
    match answer {
        Err(Error::Refused(Failure { reason: Reason::Form, fields, .. })) => fields,
        other => panic!("no fault beside a field: {other:?}"),
    }
}

fn secret() -> Sketch {
    Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() }
}

/// Changes the perimeter from what it is now.
async fn change(yard: &Yard, actor: &Actor, id: CommunityId, to: &PerimeterForm) -> crate::Result<()> {
    let slug = found(&yard.ctx, id).await.unwrap().slug.clone();
    let mark = perimeter(&yard.ctx, actor, &slug).await?.mark();
    set_perimeter(&yard.ctx, actor, id, to, &mark).await
}

#[tokio::test]
async fn those_who_steer_change_the_perimeter_from_what_was_said() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let run = yard.community("course", &[&ana]).await;
    let ana = yard.fresh(&ana).await;
    let wanted = form("on_request", "yes", "charter", "Pourquoi ?");
    assert_eq!(reason(set_perimeter(&yard.ctx, &zoe, run, &wanted, "").await), Reason::Forbidden);
    assert_eq!(reason(perimeter(&yard.ctx, &zoe, "course").await), Reason::Forbidden);
    let stale = set_perimeter(&yard.ctx, &ana, run, &wanted, "open unlisted posts ").await;
    assert_eq!(reason(stale), refused(CommunityError::PerimeterChanged));
    let mark = perimeter(&yard.ctx, &ana, "course").await.unwrap().mark();
    for _ in 0..2 {
        set_perimeter(&yard.ctx, &ana, run, &wanted, &mark).await.unwrap();
    }
    let now = found(&yard.ctx, run).await.unwrap();
    assert_eq!((now.place.admission, now.place.glimpse), (Admission::OnRequest, Glimpse::Charter));
    assert_eq!(now.question, "Pourquoi ?");
    // What was read before joining is read no more.
    let seen = view(&yard.ctx, &zoe, "course").await.unwrap();
    assert!(!seen.may_read && seen.may_study && seen.may_join);
    let nothing = faults(change(&yard, &ana, run, &form("open", "yes", "nothing", "")).await);
    assert_eq!(nothing, [("glimpse".to_owned(), Fault::Choice)]);
}

#[tokio::test]
async fn what_is_for_everyone_keeps_its_doors() {
    let yard = Yard::open().await;
    let maya = yard.manager("Maya").await;
    let house = yard.community_as("La maison", &[], Sketch { everyone: true, ..Sketch::default() }).await;
    let answer = change(&yard, &maya, house, &form("open", "no", "posts", "")).await;
    assert_eq!(reason(answer), refused(CommunityError::ForEveryone));
}

#[tokio::test]
async fn nothing_gives_an_unlisted_community_away() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let club = yard.community("course", &[&ana]).await;
    let ana = yard.fresh(&ana).await;
    let names = async |actor: &Actor| {
        let page = list(&yard.ctx, actor, &Default::default(), None).await.unwrap();
        page.items.into_iter().map(|card| card.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&zoe).await, ["course"]);
    assert_eq!(suggested(&yard.ctx, &zoe).await.unwrap().len(), 1);
    change(&yard, &ana, club, &form("open", "no", "posts", "")).await.unwrap();
    assert!(names(&zoe).await.is_empty());
    assert!(suggested(&yard.ctx, &zoe).await.unwrap().is_empty());
    for refused in [
        reason(view(&yard.ctx, &zoe, "course").await),
        reason(charter(&yard.ctx, &zoe, "course").await),
        reason(members(&yard.ctx, &zoe, "course", None).await),
        reason(perimeter(&yard.ctx, &zoe, "course").await),
        reason(guests(&yard.ctx, &zoe, "course", None).await),
        reason(stays(&yard.ctx, &zoe, "course").await),
        reason(may_steer(&yard.ctx, &zoe, "course").await),
        reason(call_guest(&yard.ctx, &zoe, club, "Ana").await),
        reason(call_off(&yard.ctx, &zoe, club, ana.person).await),
        reason(decline_invitation(&yard.ctx, &zoe, club).await),
        reason(end_stay(&yard.ctx, &zoe, club, ana.person).await),
    ] {
        assert_eq!(refused, Reason::NotFound);
    }
    let stranger = Actor::stranger(domain::Lang::Fr);
    assert_eq!(reason(view(&yard.ctx, &stranger, "course").await), Reason::NotFound);
}

#[tokio::test]
async fn who_is_invited_sees_reads_and_comes_in() {
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let club = yard.community_as("Secret", &[&ana], secret()).await;
    let ana = yard.fresh(&ana).await;
    for _ in 0..2 {
        call_guest(&yard.ctx, &ana, club, "zoe@exemple.fr").await.unwrap();
        call_guest(&yard.ctx, &ana, club, " Luc ").await.unwrap();
    }
    let waiting = guests(&yard.ctx, &ana, "secret", None).await.unwrap().items;
    assert_eq!(waiting.iter().map(|row| row.person.name.as_str()).collect::<Vec<_>>(), ["Luc", "Zoé"]);

    let zoe = yard.fresh(&zoe).await;
    let seen = view(&yard.ctx, &zoe, "secret").await.unwrap();
    assert!(seen.invited && seen.may_study && seen.may_join && !seen.may_read);
    assert_eq!(reason(members(&yard.ctx, &zoe, "secret", None).await), Reason::Forbidden);
    assert!(charter(&yard.ctx, &zoe, "secret").await.is_ok());
    let calling = invited_to(&yard.ctx, &zoe).await.unwrap();
    assert!(card(&zoe, &calling[0]).invited);
    assert_eq!(join(&yard.ctx, &zoe, club, 1).await.unwrap(), Role::Member);
    let zoe = yard.fresh(&zoe).await;
    assert!(zoe.invited.is_empty());

    // Declined, it is as if it had never been.
    let luc = yard.fresh(&luc).await;
    decline_invitation(&yard.ctx, &luc, club).await.unwrap();
    let luc = yard.fresh(&luc).await;
    assert_eq!(reason(view(&yard.ctx, &luc, "secret").await), Reason::NotFound);
    assert!(guests(&yard.ctx, &ana, "secret", None).await.unwrap().items.is_empty());
    assert_eq!(yard.counters(club).await, (2, 1));
    assert_eq!(faults(call_guest(&yard.ctx, &ana, club, "Zoé").await), [("guest".to_owned(), Fault::Taken)]);
    assert_eq!(faults(call_guest(&yard.ctx, &ana, club, "Nul").await), [("guest".to_owned(), Fault::Person)]);
    assert_eq!(faults(call_guest(&yard.ctx, &ana, club, " ").await), [("guest".to_owned(), Fault::Required)]);
}

#[tokio::test]
async fn an_invitation_withdrawn_lets_nobody_in() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: Admission::ByInvitation, ..Sketch::default() };
    let club = yard.community_as("Direction", &[&ana], sketch).await;
    let ana = yard.fresh(&ana).await;
    call_guest(&yard.ctx, &ana, club, "Zoé").await.unwrap();
    let invited = yard.fresh(&zoe).await;
    for _ in 0..2 {
        call_off(&yard.ctx, &ana, club, zoe.person).await.unwrap();
    }
    // Even from a page that was open.
    assert_eq!(reason(join(&yard.ctx, &invited, club, 1).await), Reason::Forbidden);
    assert_eq!(yard.counters(club).await, (1, 1));
}

#[tokio::test]
async fn a_question_is_answered_with_the_request_and_forgotten_after() {
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let bike = yard.community("velo", &[&ana]).await;
    let ana = yard.fresh(&ana).await;
    change(&yard, &ana, bike, &form("on_request", "yes", "charter", "Quel vélo ?")).await.unwrap();
    assert_eq!(reason(join(&yard.ctx, &zoe, bike, 1).await), refused(CommunityError::QuestionFirst));
    let empty = join_answering(&yard.ctx, &zoe, bike, 1, "  ").await;
    assert_eq!(faults(empty), [("answer".to_owned(), Fault::Required)]);
    let long = join_answering(&yard.ctx, &zoe, bike, 1, &"x".repeat(601)).await;
    assert_eq!(faults(long), [("answer".to_owned(), Fault::TooLong { max: 600 })]);
    for said in ["Un vieux", "Un vélo pliant"] {
        assert_eq!(join_answering(&yard.ctx, &zoe, bike, 1, said).await.unwrap(), Role::Requested);
    }
    let waiting = requests(&yard.ctx, &ana, "velo", None).await.unwrap().items;
    assert_eq!(waiting[0].answer, "Un vélo pliant");
    admit(&yard.ctx, &ana, bike, zoe.person).await.unwrap();
    let kept = "RETURN array::len(SELECT VALUE id FROM membership WHERE answer != NONE)";
    assert_eq!(yard.number(kept, bind! {}).await, 0);
    // Who is invited has been answered already.
    call_guest(&yard.ctx, &ana, bike, "Luc").await.unwrap();
    assert_eq!(join(&yard.ctx, &yard.fresh(&luc).await, bike, 1).await.unwrap(), Role::Member);
    assert_eq!(yard.counters(bike).await, (3, 1));
}

#[tokio::test]
async fn who_asked_and_is_invited_is_in() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let sketch = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let bike = yard.community_as("Vélo", &[&ana], sketch).await;
    join(&yard.ctx, &zoe, bike, 1).await.unwrap();
    call_guest(&yard.ctx, &yard.fresh(&ana).await, bike, "Zoé").await.unwrap();
    assert_eq!(yard.role(&zoe, bike).await, Some(Role::Member));
    assert_eq!(yard.counters(bike).await, (2, 1));
}

#[tokio::test]
async fn what_is_marked_public_is_read_from_outside_and_nothing_else() {
    use crate::feed;
    use domain::feed::{Draft, PostKind};
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let bike = yard.community("velo", &[&ana]).await;
    yard.join(&zoe, bike).await;
    let (ana, zoe) = (yard.fresh(&ana).await, yard.fresh(&zoe).await);
    let says = async |actor: &Actor, body: &str| {
        let draft = Draft { kind: PostKind::Discussion, title: String::new(), body: body.into() };
        feed::publish(&yard.ctx, actor, bike, draft, Vec::new(), body).await.unwrap()
    };
    let (inside, outside) = (says(&zoe, "entre nous").await, says(&zoe, "à tout le monde").await);
    feed::comment(&yard.ctx, &ana, outside, "Oui", "c1").await.unwrap();
    // Not before the community lets posts be public.
    assert_eq!(reason(feed::mark_public(&yard.ctx, &zoe, outside, true).await), Reason::Forbidden);
    change(&yard, &ana, bike, &form("on_request", "yes", "marked", "")).await.unwrap();
    assert_eq!(reason(feed::mark_public(&yard.ctx, &luc, outside, true).await), Reason::Forbidden);
    for _ in 0..2 {
        feed::mark_public(&yard.ctx, &zoe, outside, true).await.unwrap();
    }
    let page = feed::community_feed(&yard.ctx, &luc, bike, None).await.unwrap();
    assert_eq!(page.items.iter().map(|view| view.post.id).collect::<Vec<_>>(), [outside]);
    let seen = &page.items[0];
    assert!(seen.open && !seen.writes && !seen.marks);
    assert!(feed::comments(&yard.ctx, &luc, outside, None).await.unwrap().items.is_empty());
    assert_eq!(feed::comments(&yard.ctx, &zoe, outside, None).await.unwrap().items.len(), 1);
    assert!(feed::post(&yard.ctx, &luc, outside).await.is_ok());
    assert_eq!(reason(feed::post(&yard.ctx, &luc, inside).await), Reason::Forbidden);
    assert_eq!(reason(feed::versions(&yard.ctx, &luc, outside, None).await), Reason::Forbidden);
    let members = feed::community_feed(&yard.ctx, &zoe, bike, None).await.unwrap();
    assert_eq!(members.items.len(), 2);

    // An animator takes it back; an unlisted community shows nothing at all.
    feed::mark_public(&yard.ctx, &ana, outside, false).await.unwrap();
    assert!(feed::community_feed(&yard.ctx, &luc, bike, None).await.unwrap().items.is_empty());
    feed::mark_public(&yard.ctx, &ana, outside, true).await.unwrap();
    change(&yard, &ana, bike, &form("on_request", "no", "marked", "")).await.unwrap();
    assert_eq!(reason(feed::post(&yard.ctx, &luc, outside).await), Reason::NotFound);
    assert_eq!(reason(feed::community_feed(&yard.ctx, &luc, bike, None).await), Reason::NotFound);
}

#[tokio::test]
async fn what_a_public_post_has_attached_is_public_with_it() {
    use crate::{
        feed,
        media::{self, tests::drawing},
    };
    use domain::feed::{Draft, FileForm, PictureForm};
    let yard = Yard::open().await;
    let ctx = &yard.ctx;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let bike = yard.community("velo", &[&ana]).await;
    yard.join(&zoe, bike).await;
    let (ana, zoe) = (yard.fresh(&ana).await, yard.fresh(&zoe).await);
    change(&yard, &ana, bike, &form("on_request", "yes", "marked", "")).await.unwrap();
    let first = media::store(ctx, &zoe, drawing(201, 100)).await.unwrap();
    let second = media::store(ctx, &zoe, drawing(202, 100)).await.unwrap();
    let file = media::store_document(ctx, &zoe, "Plan.txt", "ici".into()).await.unwrap();
    let files = FileForm { fresh: vec![file], ..FileForm::default() };
    let beside = feed::Beside { files, ..feed::Beside::default() };
    let draft = Draft { body: "Le plan".into(), ..Draft::default() };
    let shown = vec![(first, String::new())];
    let post = feed::publish_with(ctx, &zoe, bike, draft.clone(), beside, shown, "").await.unwrap();
    let reads = async || {
        let picture = async |id| media::open(ctx, &luc, id, 480).await.is_ok();
        (picture(first).await, picture(second).await, media::open_document(ctx, &luc, file).await.is_ok())
    };
    assert_eq!(reads().await, (false, false, false));
    feed::mark_public(ctx, &zoe, post, true).await.unwrap();
    assert_eq!(reads().await, (true, false, true));
    let pictures = PictureForm { fresh: vec![second], ..PictureForm::default() };
    feed::edit(ctx, &zoe, post, feed::Edit { draft, pictures, ..feed::Edit::default() }).await.unwrap();
    assert_eq!(reads().await, (true, true, true));
    feed::mark_public(ctx, &zoe, post, false).await.unwrap();
    assert_eq!(reads().await, (false, false, false));
    assert_eq!(crate::check::run(ctx).await.unwrap().wrong, Vec::<String>::new());
}

/// A partner of that company, with an account.
async fn partner(yard: &Yard, name: &str, company: &str) -> Actor {
    let pat = yard.person(name, OrgRole::Partner).await;
    let works = "UPDATE $p SET company = $company";
    let variables = bind! { p: Id(pat.person), company: company.to_owned() };
    yard.ctx.db().query(works, variables).await.unwrap();
    pat
}

fn stay(partner: &str, company: &str, until: &str) -> StayForm {
    let [partner, company, until] = [partner, company, until].map(String::from);
    StayForm { partner, company, until }
}

#[tokio::test]
async fn a_partner_sees_one_community_until_midnight_of_their_last_day() {
    let yard = Yard::open().await;
    let ana = yard.employee("Ana").await;
    let pat = partner(&yard, "Pat", "Tisserands").await;
    let (run, bike) = (yard.community("course", &[&ana]).await, yard.community("velo", &[&ana]).await);
    let ana = yard.fresh(&ana).await;
    for (form, field, fault) in [
        (stay("Ana", "Tisserands", "2026-11-24"), "partner", Fault::Person),
        (stay("Pat", "Ailleurs", "2026-11-24"), "partner", Fault::Person),
        (stay("Pat", "Tisserands", "2026-11-22"), "until", Fault::Past),
        (stay("Pat", "", "2026-11-24"), "company", Fault::Required),
    ] {
        assert_eq!(faults(admit_partner(&yard.ctx, &ana, run, &form).await), [(field.to_owned(), fault)]);
    }
    for _ in 0..2 {
        admit_partner(&yard.ctx, &ana, run, &stay("pat@exemple.fr", "TISSERANDS", "2026-11-24"))
            .await
            .unwrap();
    }
    assert_eq!(yard.counters(run).await, (2, 1));
    let seen = async || {
        // As a page that is open asks: from memory, nothing was written.
        let pat = crate::accounts::actor(&yard.ctx, pat.person).await.unwrap();
        [run, bike].map(|community| pat.role_in(community).is_some())
    };
    assert_eq!(seen().await, [true, false]);
    assert_eq!(view(&yard.ctx, &ana, "course").await.unwrap().leaving, 1);
    let told = stays(&yard.ctx, &ana, "course").await.unwrap();
    assert!(told[0].soon && told[0].company == "Tisserands");

    // 23:59 on the 24th in Paris, then midnight.
    yard.wait(DAY + 15 * 3600 + 29 * 60);
    assert_eq!(seen().await, [true, false]);
    yard.wait(60);
    assert_eq!(seen().await, [false, false]);
    let pat_now = crate::accounts::actor(&yard.ctx, pat.person).await.unwrap();
    assert_eq!(reason(view(&yard.ctx, &pat_now, "course").await), Reason::NotFound);
    assert_eq!(members(&yard.ctx, &ana, "course", None).await.unwrap().items.len(), 1);
    assert!(stays(&yard.ctx, &ana, "course").await.unwrap().is_empty());

    // The counts follow, once.
    assert_eq!((tidy(&yard.ctx).await.unwrap(), tidy(&yard.ctx).await.unwrap()), (1, 0));
    assert_eq!(yard.counters(run).await, (1, 1));
}

#[tokio::test]
async fn a_stay_is_put_off_and_ended() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let pat = partner(&yard, "Pat", "Tisserands").await;
    let run = yard.community("course", &[&ana]).await;
    let ana = yard.fresh(&ana).await;
    assert_eq!(reason(extend_stay(&yard.ctx, &ana, run, pat.person, "2026-12-31").await), Reason::NotFound);
    admit_partner(&yard.ctx, &ana, run, &stay("Pat", "Tisserands", "2026-11-24")).await.unwrap();
    extend_stay(&yard.ctx, &ana, run, pat.person, "2027-03-31").await.unwrap();
    assert_eq!(view(&yard.ctx, &ana, "course").await.unwrap().leaving, 0);
    yard.wait(30 * DAY);
    assert_eq!(yard.role(&pat, run).await, Some(Role::Member));
    for _ in 0..2 {
        end_stay(&yard.ctx, &ana, run, pat.person).await.unwrap();
    }
    assert_eq!(yard.role(&pat, run).await, None);
    // It is no way to put out somebody of the company.
    yard.join(&zoe, run).await;
    assert_eq!(reason(end_stay(&yard.ctx, &ana, run, zoe.person).await), Reason::NotFound);
    assert_eq!(yard.counters(run).await, (2, 1));
}
