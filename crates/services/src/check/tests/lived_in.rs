//! A small house where everything has happened once, by the services that people use.

use crate::{
    accounts, bind,
    carpool::{self, BookForm},
    communities::{self, SeedCommunity, SeedMembership, proposals},
    db::Id,
    events,
    feed::{self, Beside, Edit},
    media::{self, tests::drawing},
    people,
    testing::{Sketch, Yard},
};
use domain::{
    Actor,
    account::{Invite, Join},
    actor::Role,
    carpool::OfferForm,
    community::{
        Charter, Hue, Kind, NewCommunity, PerimeterForm, Stage,
        decision::DecisionForm,
        life::Move,
        proposal::{State, Turn},
    },
    event::EventForm,
    feed::{Draft, FileForm, PollForm, PostKind, Reaction},
    id::{CommunityId, EventId, JourneyId, MediaId, PostId, WorkplaceId},
    person::{CommuneForm, Workplace},
    policy::Admission,
    reading::{Muted, Order},
};

pub(crate) struct LivedIn {
    pub yard: Yard,
    pub zoe: Actor,
    pub luc: Actor,
    pub partner: Actor,
    pub club: CommunityId,
    pub archived: CommunityId,
    pub everyone: CommunityId,
    pub post: PostId,
    pub event: EventId,
    pub ride: JourneyId,
    pub picture: MediaId,
    pub question: PostId,
    pub idea: PostId,
    pub news: PostId,
    pub named: PostId,
    pub secret: PostId,
    pub praise: PostId,
}

pub(crate) async fn lived_in() -> LivedIn {
    let yard = Yard::open().await;
    let ctx = &yard.ctx;
    accounts::found_organisation(ctx, "Ateliers du Préau").await.unwrap();
    let work = Workplace { id: WorkplaceId::new(ctx.ulid()), ..workplace() };
    people::seed_workplaces(ctx, std::slice::from_ref(&work)).await.unwrap();
    let manager = yard.manager("Maud Responsable").await;
    let (ada, bea) = (yard.employee("Ada Animatrice").await, yard.employee("Béa Animatrice").await);
    let (zoe, luc) = (yard.employee("Zoé Martin").await, yard.employee("Luc Durand").await);
    let partner = yard.partner("Pia Partenaire").await;

    let asked = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let club = yard.community_as("Course", &[&ada, &bea], asked).await;
    let everyone =
        yard.community_as("Tous", &[&ada, &bea], Sketch { everyone: true, ..Sketch::default() }).await;
    let archived =
        yard.community_as("Hier", &[&ada], Sketch { stage: Stage::Archived, ..Sketch::default() }).await;
    sponsored(&yard, &manager).await;
    proposed(&yard, &zoe).await;
    let everybody: Vec<_> = [&manager, &ada, &bea, &zoe, &luc].iter().map(|actor| actor.person).collect();
    communities::welcome(ctx, &everybody).await.unwrap();
    let (ada, zoe, luc) = (yard.fresh(&ada).await, yard.fresh(&zoe).await, yard.fresh(&luc).await);
    for actor in [&zoe, &luc] {
        communities::join(ctx, actor, club, 1).await.unwrap();
    }
    communities::admit(ctx, &ada, club, zoe.person).await.unwrap();
    yard.join(&partner, club).await;
    let (zoe, partner) = (yard.fresh(&zoe).await, yard.fresh(&partner).await);

    perimeter(&yard, &ada, &partner, club).await;
    amended(&yard, &zoe, club).await;
    lived(&yard, &ada, &zoe, club).await;
    let (post, picture) = posts(&yard, &zoe, &ada, club).await;
    let [question, idea, news] = kinds(&yard, &zoe, &ada, club).await;
    let [named, secret, praise] = polls(&yard, &zoe, &ada, club).await;
    let event = event(&yard, &ada, &zoe, &partner, club).await;
    let ride = rides(&yard, &ada, &zoe, &luc, &work).await;
    comings(&yard, &manager).await;
    federated(&yard, &ada, &zoe, club, post).await;
    LivedIn {
        yard,
        zoe,
        luc,
        partner,
        club,
        archived,
        everyone,
        post,
        event,
        ride,
        picture,
        question,
        idea,
        news,
        named,
        secret,
        praise,
    }
}

fn workplace() -> Workplace {
    Workplace {
        id: WorkplaceId::new(ulid::Ulid::nil()),
        name: "Siège".into(),
        commune: Some("69123".into()),
        point: Some((4.8575, 45.7606)),
    }
}

/// A question to those who ask to come in, a partner's last day, and an invitation that waits.
async fn perimeter(yard: &Yard, by: &Actor, partner: &Actor, club: CommunityId) {
    let ctx = &yard.ctx;
    let form = PerimeterForm {
        admission: "on_request".into(),
        listed: "yes".into(),
        glimpse: "charter".into(),
        question: "Quelle allure ?".into(),
    };
    communities::set_perimeter(ctx, by, club, &form, "on_request listed charter ").await.unwrap();
    communities::extend_stay(ctx, by, club, partner.person, "2027-03-31").await.unwrap();
    communities::dismiss(ctx, by, club).await.unwrap();
    communities::call_guest(ctx, by, club, "Maud Responsable").await.unwrap();
}

/// A change of a charter that waits for an answer.
async fn amended(yard: &Yard, by: &Actor, club: CommunityId) {
    let text = Charter {
        purpose: "Courir, marcher, souffler ensemble.".into(),
        audience: "Tout le monde, tout niveau.".into(),
        rules: "On part et on revient ensemble.".into(),
        measures: "Dix personnes par sortie.".into(),
        review_on: "2027-05-01".into(),
        ..Charter::default()
    };
    communities::amendments::amend(&yard.ctx, by, club, 1, &text, "Parce que.", "m1").await.unwrap();
}

/// A break and its end, a decision put to the vote, a role that is offered, somebody greeted.
async fn lived(yard: &Yard, by: &Actor, to: &Actor, club: CommunityId) {
    for what in [Move::Rest, Move::Wake] {
        communities::life::steer(&yard.ctx, by, club, what, "", "").await.unwrap();
    }
    let form = DecisionForm {
        question: "Courir le mardi soir aussi ?".into(),
        quorum: "30".into(),
        last_day: "2026-12-01".into(),
        ..DecisionForm::default()
    };
    let id = communities::decisions::propose(&yard.ctx, to, club, &form, "d1").await.unwrap();
    communities::decisions::vote(&yard.ctx, to, id, "1").await.unwrap();
    communities::handing::offer_role(&yard.ctx, by, club, to.person).await.unwrap();
    communities::greeting::greet(&yard.ctx, by, club, to.person).await.unwrap();
}

/// A federation that the club is in, with a goal, a post that was shared and one that was taken back; one
/// it parted from, and one it asks to enter.
async fn federated(yard: &Yard, ada: &Actor, zoe: &Actor, club: CommunityId, post: PostId) {
    use communities::federation;
    use domain::community::federation::{GoalForm, GoalState, Side};
    let ctx = &yard.ctx;
    let sports = yard.federation("Sports", &[ada], &[]).await;
    let other = yard.federation("Autre", &[ada], &[club]).await;
    yard.federation("Voisins", &[ada], &[]).await;
    let (ada, zoe) = (yard.fresh(ada).await, yard.fresh(zoe).await);
    federation::propose(ctx, &ada, club, "sports", "Nous courons.").await.unwrap();
    federation::answer(ctx, &ada, sports, club, Side::Federation, true, "").await.unwrap();
    federation::say_brings(ctx, &ada, sports, club, "Des parcours.").await.unwrap();
    federation::propose(ctx, &ada, club, "voisins", "").await.unwrap();
    feed::share(ctx, &zoe, post, other).await.unwrap();
    federation::part(ctx, &ada, other, club, Side::Community, "Merci.").await.unwrap();
    let form =
        GoalForm { goal: "Cent coureurs".into(), measure: "Au départ".into(), due: "2027-06-01".into() };
    federation::set_goal(ctx, &ada, sports, None, &form, "g1").await.unwrap();
    let form = GoalForm { goal: "Un stade".into(), ..GoalForm::default() };
    federation::set_goal(ctx, &ada, sports, None, &form, "g2").await.unwrap();
    let view = federation::federation(ctx, &ada, "sports").await.unwrap();
    let last = view.goals.last().unwrap().id;
    federation::settle_goal(ctx, &ada, sports, last, GoalState::SetAside, "Trop cher.").await.unwrap();
    feed::share(ctx, &zoe, post, sports).await.unwrap();
    let gone = Draft { body: "Vite partagée".into(), ..Draft::default() };
    let gone = feed::publish(ctx, &zoe, club, gone, vec![], "").await.unwrap();
    feed::share(ctx, &zoe, gone, sports).await.unwrap();
    feed::delete(ctx, &ada, gone).await.unwrap();
}

/// A community that waits for an answer.
async fn proposed(yard: &Yard, by: &Actor) {
    let form = NewCommunity { name: "Jardin du quai".into(), ..NewCommunity::default() };
    let seed = proposals::SeedProposal {
        by: by.person,
        form,
        state: State::Sent,
        begun: yard.now(),
        turns: vec![(Turn::Sent, by.person, String::new(), yard.now())],
    };
    proposals::seed_proposal(&yard.ctx, seed).await.unwrap();
}

async fn sponsored(yard: &Yard, manager: &Actor) {
    let id = CommunityId::new(yard.ctx.ulid());
    let seed = SeedCommunity {
        id,
        slug: "brouillon".into(),
        name: "Brouillon".into(),
        summary: "À venir.".into(),
        kind: Kind::OffWork,
        hue: Hue::default(),
        stage: Stage::Draft,
        admission: Admission::Open,
        listed: false,
        everyone: false,
        charter: Charter::default(),
        sponsor: Some(manager.person),
        by: manager.person,
        created: yard.now(),
    };
    communities::seed_community(&yard.ctx, seed).await.unwrap();
    let seed =
        SeedMembership { person: manager.person, community: id, role: Role::Sponsor, since: yard.now() };
    communities::seed_memberships(&yard.ctx, &[seed]).await.unwrap();
}

/// Two posts left, one with a picture and a file, and one removed with its comment.
async fn posts(yard: &Yard, zoe: &Actor, ada: &Actor, club: CommunityId) -> (PostId, MediaId) {
    let ctx = &yard.ctx;
    let words = |body: &str| Draft { body: body.into(), ..Draft::default() };
    let picture = media::store(ctx, zoe, drawing(600, 300)).await.unwrap();
    let shown = vec![(picture, "Le parc".to_owned())];
    let file = media::store_document(ctx, zoe, "Parcours.csv", "km;lieu\n5;Parc\n".into()).await.unwrap();
    let files = FileForm { fresh: vec![file], ..FileForm::default() };
    let beside = Beside { files, ..Beside::default() };
    let words_of_it = words("Qui vient courir, @Ada Animatrice ? #course");
    let post = feed::publish_with(ctx, zoe, club, words_of_it, beside, shown, "k1").await.unwrap();
    feed::comment(ctx, ada, post, "Moi !", "k2").await.unwrap();
    let said = feed::comment(ctx, ada, post, "Pardon, non.", "k3").await.unwrap();
    feed::delete_comment(ctx, ada, post, said).await.unwrap();
    feed::react(ctx, ada, post, Some(Reaction::Bravo)).await.unwrap();
    feed::react(ctx, zoe, post, Some(Reaction::Moved)).await.unwrap();
    let gone = feed::publish(ctx, ada, club, words("À effacer"), vec![], "").await.unwrap();
    feed::comment(ctx, zoe, gone, "Vite", "").await.unwrap();
    feed::delete(ctx, ada, gone).await.unwrap();
    let later = vec![(media::store(ctx, zoe, drawing(220, 110)).await.unwrap(), String::new())];
    let tomorrow = ctx.zone().to_datetime(yard.now()).checked_add(jiff::Span::new().days(1)).unwrap();
    let list = media::store_document(ctx, zoe, "Liste.txt", "pommes".into()).await.unwrap();
    let beside = Beside { files: FileForm { fresh: vec![list], ..FileForm::default() }, ..Beside::default() };
    feed::schedule(ctx, zoe, club, words("Plus tard"), beside, later, tomorrow, "k4").await.unwrap();
    media::store(ctx, zoe, drawing(200, 300)).await.unwrap();
    let face = media::store(ctx, zoe, drawing(400, 400)).await.unwrap();
    media::make_portrait(ctx, face).await.unwrap();
    ctx.db().query("UPDATE $p SET picture = $m", bind! { p: Id(zoe.person), m: Id(face) }).await.unwrap();
    (post, picture)
}

/// A question that is answered, an idea that is supported and judged, an announcement one has read.
async fn kinds(yard: &Yard, zoe: &Actor, ada: &Actor, club: CommunityId) -> [PostId; 3] {
    let ctx = &yard.ctx;
    let says = async |actor: &Actor, kind| {
        let draft = Draft { kind, body: "Voilà".into(), ..Draft::default() };
        feed::publish(ctx, actor, club, draft, vec![], "").await.unwrap()
    };
    let question = says(zoe, PostKind::Question).await;
    let answer = feed::comment(ctx, ada, question, "Au parc.", "").await.unwrap();
    let under = feed::answer_comment(ctx, zoe, question, Some(answer), "Merci !", "").await.unwrap();
    feed::answer_comment(ctx, ada, question, Some(under), "De rien.", "").await.unwrap();
    let gone = feed::comment(ctx, ada, question, "Hors sujet", "").await.unwrap();
    feed::answer_comment(ctx, zoe, question, Some(gone), "Si peu", "").await.unwrap();
    feed::delete_comment(ctx, ada, question, gone).await.unwrap();
    feed::accept_answer(ctx, zoe, question, Some(answer)).await.unwrap();
    let draft = Draft { kind: PostKind::Question, body: "Où donc ?".into(), ..Draft::default() };
    feed::edit(ctx, zoe, question, Edit { draft, ..Edit::default() }).await.unwrap();
    let idea = says(zoe, PostKind::Idea).await;
    for actor in [zoe, ada] {
        feed::support(ctx, actor, idea, true).await.unwrap();
    }
    feed::judge_idea(ctx, ada, idea, "kept", "Dès lundi.").await.unwrap();
    let news = says(ada, PostKind::Announcement).await;
    crate::reading::save(ctx, zoe, news, true).await.unwrap();
    crate::reading::mute(ctx, zoe, Muted::Thread(news), true).await.unwrap();
    crate::reading::prefer(ctx, zoe, Order::Active).await.unwrap();
    feed::confirm_reading(ctx, zoe, news).await.unwrap();
    for kind in [PostKind::Idea, PostKind::Announcement] {
        let gone = says(ada, kind).await;
        match kind {
            PostKind::Idea => feed::support(ctx, zoe, gone, true).await.unwrap(),
            _ => feed::confirm_reading(ctx, zoe, gone).await.unwrap(),
        }
        feed::delete(ctx, ada, gone).await.unwrap();
    }
    [question, idea, news]
}

/// A poll that is named, one that is anonymous, and praise, which is pinned.
async fn polls(yard: &Yard, zoe: &Actor, ada: &Actor, club: CommunityId) -> [PostId; 3] {
    let ctx = &yard.ctx;
    let says = async |kind, beside| {
        let draft = Draft { kind, title: "Alors ?".into(), body: "Voilà".into() };
        feed::publish_with(ctx, zoe, club, draft, beside, vec![], "").await.unwrap()
    };
    let poll = |anonymous| Beside {
        poll: PollForm {
            options: "Oui\nNon\nPeut-être".into(),
            multiple: true,
            anonymous,
            end_date: "2026-12-01".into(),
            end_time: "18:00".into(),
        },
        ..Beside::default()
    };
    let (named, secret) = (says(PostKind::Poll, poll(false)).await, says(PostKind::Poll, poll(true)).await);
    for on in [named, secret, says(PostKind::Poll, poll(true)).await] {
        feed::vote(ctx, zoe, on, &["0".into(), "2".into()]).await.unwrap();
        feed::vote(ctx, ada, on, &["2".into()]).await.unwrap();
        if on != named && on != secret {
            feed::delete(ctx, ada, on).await.unwrap();
        }
    }
    feed::vote(ctx, zoe, named, &["1".into(), "2".into()]).await.unwrap();
    let praised = Beside { praised: "Ada Animatrice".into(), ..Beside::default() };
    let praise = says(PostKind::Praise, praised).await;
    for on in [named, praise] {
        feed::pin(ctx, ada, on, "").await.unwrap();
    }
    feed::unpin(ctx, ada, named).await.unwrap();
    [named, secret, praise]
}

/// An event with two registered, and one that was called off.
async fn event(yard: &Yard, ada: &Actor, zoe: &Actor, partner: &Actor, club: CommunityId) -> EventId {
    let form = |summary: &str| EventForm {
        summary: summary.into(),
        description: String::new(),
        location: "Parc".into(),
        date: "2026-11-24".into(),
        time: "12:00".into(),
        end_date: String::new(),
        end_time: "13:00".into(),
        capacity: "2".into(),
    };
    let event = events::create(&yard.ctx, ada, club, &form("Sortie"), "e1").await.unwrap();
    for person in [zoe, partner] {
        events::register(&yard.ctx, person, event).await.unwrap();
    }
    let off = events::create(&yard.ctx, ada, club, &form("Annulée"), "").await.unwrap();
    events::register(&yard.ctx, zoe, off).await.unwrap();
    events::cancel(&yard.ctx, ada, off).await.unwrap();
    event
}

/// A ride with one seat confirmed and one asked for.
async fn rides(yard: &Yard, ada: &Actor, zoe: &Actor, luc: &Actor, work: &Workplace) -> JourneyId {
    let form = OfferForm {
        from: CommuneForm::typed("Vienne (38200)"),
        workplace: work.id.to_string(),
        date: "2026-11-24".into(),
        time: "07:50".into(),
        seats: "3".into(),
        ..OfferForm::default()
    };
    let ride = carpool::offer(&yard.ctx, ada, &form, "o1").await.unwrap();
    for person in [zoe, luc] {
        carpool::book(&yard.ctx, person, ride, &BookForm::default(), "").await.unwrap();
    }
    carpool::confirm(&yard.ctx, ada, ride, zoe.person).await.unwrap();
    ride
}

/// One who was invited and came, and forgot their password; one who was invited and did not yet.
async fn comings(yard: &Yard, manager: &Actor) {
    for (name, email, comes) in
        [("Nils Nouveau", "nils@exemple.fr", true), ("Iris Invitée", "iris@exemple.fr", false)]
    {
        let form = Invite { name: name.into(), email: email.into(), ..Invite::default() };
        let link = accounts::invite(&yard.ctx, manager, &form).await.unwrap();
        if comes {
            let join = Join { password: "trois pommes et un vélo".into(), ..Join::default() };
            accounts::accept(&yard.ctx, &link.token, &join, "Firefox").await.unwrap();
            accounts::reset_link(&yard.ctx, manager, link.person).await.unwrap();
        }
    }
}
