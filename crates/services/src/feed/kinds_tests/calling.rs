//! Those a text calls, and the words it is filed under.

use super::*;
use crate::{
    bind,
    db::Id,
    people, reading,
    testing::{Sketch, plan},
};
use domain::{feed::MENTIONS_MAX, form::Fault, id::CommentId, policy::Admission};

impl Club {
    async fn writes(&self, actor: &Actor, body: &str) -> PostId {
        let draft = Draft { body: body.into(), ..Draft::default() };
        publish(self.ctx(), actor, self.club, draft, vec![], "").await.unwrap()
    }

    async fn html(&self, post: PostId) -> String {
        super::super::post(self.ctx(), &self.member, post).await.unwrap().post.html.clone()
    }

    /// Who called `actor`, and where, the latest first.
    async fn told(&self, actor: &Actor) -> Vec<(PostId, Option<CommentId>, String)> {
        let called = reading::catch_up(self.ctx(), actor).await.unwrap().called;
        called.into_iter().map(|called| (called.post.id, called.comment, called.by.name)).collect()
    }

    async fn under(&self, actor: &Actor, tag: &str) -> Vec<PostId> {
        let page = tagged(self.ctx(), actor, tag, None).await.unwrap();
        page.items.into_iter().map(|view| view.post.id).collect()
    }
}

fn link(actor: &Actor) -> String {
    format!("href=\"/people/{}\"", actor.person)
}

async fn rename(club: &Club, actor: &Actor, name: &str) {
    let surql = "UPDATE $person SET name = $name";
    let variables = bind! { person: Id(actor.person), name: name.to_owned() };
    club.ctx().db().query(surql, variables).await.unwrap();
    crate::accounts::forget_actor(club.ctx(), actor.person);
}

#[tokio::test]
async fn who_is_called_learns_of_it_and_stays_called_when_renamed() {
    let club = Club::open().await;
    let post = club.writes(&club.member, "Merci @luc DURAND, et @Zoé Martin aussi !").await;
    let html = club.html(post).await;
    assert!(html.contains(&link(&club.other)) && html.contains("@Luc Durand</a>, et"), "{html}");
    assert_eq!(club.told(&club.other).await, [(post, None, "Zoé Martin".to_owned())]);
    assert!(club.told(&club.member).await.is_empty(), "nobody is told of what they wrote");
    let comment = comment(club.ctx(), &club.animator, post, "Oui @Luc Durand.", "").await.unwrap();
    assert_eq!(club.told(&club.other).await.first(), Some(&(post, Some(comment), "Ada Un".to_owned())));
    let all = reading::called(club.ctx(), &club.other, None).await.unwrap();
    assert_eq!((all.items.len(), all.items[0].comment, all.next), (2, Some(comment), None));
    let forged = reading::called(club.ctx(), &club.other, Some("~~")).await.unwrap();
    assert!(forged.items.is_empty());

    rename(&club, &club.other, "Luc Petit").await;
    assert!(club.html(post).await.contains("@Luc Petit</a>"), "{html}");
    let thread = comments(club.ctx(), &club.member, post, None).await.unwrap();
    assert!(thread.items[0].root.html.contains("@Luc Petit</a>"));
    let typed = source(club.ctx(), &club.member, post).await.unwrap().draft.body;
    assert!(typed.starts_with("Merci @Luc Petit, et @Zoé Martin"), "{typed}");
    club.is_sound().await;
}

#[tokio::test]
async fn a_text_that_changes_calls_others() {
    let club = Club::open().await;
    let post = club.writes(&club.member, "Merci @Luc Durand").await;
    let typed = source(club.ctx(), &club.member, post).await.unwrap().draft.body;
    assert_eq!(typed, "Merci @Luc Durand", "as it was typed");
    let change = |body: &str, revision| Edit {
        draft: Draft { body: body.into(), ..Draft::default() },
        revision,
        ..Edit::default()
    };
    edit(club.ctx(), &club.member, post, change("Merci @Luc Durand", 0)).await.unwrap();
    assert_eq!(source(club.ctx(), &club.member, post).await.unwrap().revision, 0, "nothing changed");
    edit(club.ctx(), &club.member, post, change("Merci @Ada Un #Vélo", 0)).await.unwrap();
    assert!(club.told(&club.other).await.is_empty());
    assert_eq!(club.told(&club.animator).await.len(), 1);
    assert_eq!(club.under(&club.other, "VELO").await, [post]);
    edit(club.ctx(), &club.member, post, change("Merci @Ada Un et @Luc Durand, #bus", 1)).await.unwrap();
    assert_eq!(club.told(&club.animator).await.len(), 1, "told once");
    assert!(club.under(&club.other, "velo").await.is_empty());
    club.is_sound().await;
    delete(club.ctx(), &club.member, post).await.unwrap();
    for table in ["mention", "tagged"] {
        let surql = format!("RETURN count(SELECT id FROM {table})");
        assert_eq!(club.yard.number(&surql, bind! {}).await, 0);
    }
}

#[tokio::test]
async fn nobody_is_called_who_does_not_read_there() {
    let club = Club::open().await;
    let asked = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let closed = club.yard.community_as("fermée", &[&club.animator], asked).await;
    let hidden = Sketch { listed: false, ..Sketch::default() };
    let secret = club.yard.community_as("Cercle secret", &[&club.animator], hidden).await;
    let animator = club.yard.fresh(&club.animator).await;
    let ctx = club.ctx();
    let body = "Bonjour @Luc Durand, @Bea Deux, voir @Cercle secret et @course";
    let unknown = unknown_names(ctx, &animator, closed, body).await.unwrap();
    assert_eq!(unknown, ["@Luc Durand", "@Bea Deux", "@Cercle"]);
    // Typed by hand, a reference is worth no more than a name.
    let forged = format!(
        "@[Luc](person:{}) @[x](community:{secret}) @[moi](person:{})",
        club.other.person, animator.person
    );
    let html = preview(ctx, &animator, Some(closed), &forged).await.unwrap();
    assert!(!html.contains(&link(&club.other)) && !html.contains("secret"), "{html}");
    assert!(html.contains(&link(&animator)), "{html}");
    // In its own place an unlisted community may be named.
    assert!(unknown_names(ctx, &animator, secret, "@Cercle secret").await.unwrap().is_empty());
    refuses(unknown_names(ctx, &club.member, secret, "@x").await, Reason::NotFound);
    let offered = offers(ctx, &animator, closed, "lu").await.unwrap();
    assert!(offered.is_empty(), "{offered:?}");
    let offered = offers(ctx, &animator, club.club, "lu").await.unwrap();
    assert_eq!(offered[0].text, "@Luc Durand");
    assert!(offers(ctx, &animator, club.club, "cercle").await.unwrap().is_empty());
}

#[tokio::test]
async fn namesakes_are_told_apart_by_a_reference() {
    let club = Club::open().await;
    let other = people::NewPerson::new(
        domain::id::PersonId::new(club.ctx().ulid()),
        "luc2@exemple.fr",
        domain::person::FullName::whole("Luc Durand"),
        club.yard.now(),
    );
    people::enrol(club.ctx(), vec![other]).await.unwrap();
    let unknown = unknown_names(club.ctx(), &club.member, club.club, "@Luc Durand").await.unwrap();
    assert_eq!(unknown, ["@Luc Durand"]);
    let offered = offers(club.ctx(), &club.member, club.club, "luc").await.unwrap();
    assert_eq!(offered.len(), 2);
    let html = preview(club.ctx(), &club.member, Some(club.club), &offered[1].text).await.unwrap();
    assert!(html.contains("class=\"mention\""), "{html}");
}

#[tokio::test]
async fn a_crowd_is_not_called() {
    let club = Club::open().await;
    let crowd = club.yard.crowd(MENTIONS_MAX + 1).await;
    let names: Vec<_> = crowd.iter().map(|actor| format!("@{}", actor.name)).collect();
    let draft = |body: String| Draft { body, ..Draft::default() };
    let say =
        async |body: String| publish(club.ctx(), &club.member, club.club, draft(body), vec![], "").await;
    let post = say(names[1..].join(" ")).await.unwrap();
    assert_eq!(club.html(post).await.matches("class=\"mention\"").count(), MENTIONS_MAX);
    let too_many = vec![("body".to_owned(), Fault::Mentions { max: MENTIONS_MAX })];
    assert_eq!(say(names.join(" ")).await.unwrap_err().failure().fields, too_many);
    let a_thousand: String = (0..1_200).map(|n| format!("@a{n} ")).collect();
    assert_eq!(say(a_thousand).await.unwrap_err().failure().fields, too_many);
    assert_eq!(club.yard.number("RETURN count(SELECT id FROM post)", bind! {}).await, 1, "nothing by half");
    let same: String = "@x ".repeat(3_000);
    say(same).await.unwrap();
}

#[tokio::test]
async fn a_hashtag_lists_what_one_may_read_page_by_page() {
    let club = Club::open().await;
    let asked = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let closed = club.yard.community_as("fermée", &[&club.animator], asked).await;
    let animator = club.yard.fresh(&club.animator).await;
    let mut posts = Vec::new();
    for n in 0..domain::feed::PAGE + 2 {
        club.yard.wait(60);
        posts.insert(0, club.writes(&club.member, &format!("#Vélo n° {n}")).await);
    }
    let draft = Draft { title: "Un #vélo".into(), body: "`#code`".into(), ..Draft::default() };
    let inside = publish(club.ctx(), &animator, closed, draft, vec![], "").await.unwrap();
    assert_eq!(club.under(&animator, "vélo").await[0], inside);
    let first = tagged(club.ctx(), &club.outsider, "velo", None).await.unwrap();
    let rest = tagged(club.ctx(), &club.outsider, "velo", first.next.as_deref()).await.unwrap();
    let seen: Vec<_> = first.items.iter().chain(&rest.items).map(|view| view.post.id).collect();
    assert_eq!((seen, rest.next), (posts, None), "newest first, nothing of the closed one");
    assert!(club.under(&animator, "code").await.is_empty());
    assert_eq!(club.under(&club.outsider, "velo'; DELETE post").await, []);
    let forged = tagged(club.ctx(), &club.outsider, "velo", Some("~~")).await.unwrap();
    assert_eq!(forged.items.len(), first.items.len(), "a cursor that is none is the beginning");
    club.is_sound().await;
}

#[tokio::test]
async fn a_hashtag_lists_what_is_public_for_who_looks_in_from_outside() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let asked = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let closed = club.yard.community_as("fermée", &[&club.animator], asked).await;
    let animator = club.yard.fresh(&club.animator).await;
    let partner = club.yard.partner("Pia").await;
    let lets = async |glimpse: &str| {
        let variables = bind! { c: Id(closed), glimpse: glimpse.to_owned() };
        ctx.db().query("UPDATE $c SET glimpse = $glimpse", variables).await.unwrap();
        crate::communities::changed(ctx, closed);
    };
    let say = async |body: &str| {
        club.yard.wait(60);
        let draft = Draft { body: body.into(), ..Draft::default() };
        publish(ctx, &animator, closed, draft, vec![], "").await.unwrap()
    };
    let (first, kept, last) =
        (say("Un #vélo dehors").await, say("Un #vélo dedans").await, say("Un autre #vélo dehors").await);
    lets("marked").await;
    for shown in [first, last] {
        mark_public(ctx, &animator, shown, true).await.unwrap();
    }
    assert_eq!(club.under(&club.outsider, "velo").await, [last, first]);
    assert_eq!(club.under(&animator, "velo").await, [last, kept, first]);
    assert_eq!(club.under(&partner, "velo").await, []);
    club.is_sound().await;
    // A tag that comes later, of a post that is public already.
    let draft = Draft { body: "Un #vélo dehors, ou le #bus".into(), ..Draft::default() };
    edit(ctx, &animator, first, Edit { draft, ..Edit::default() }).await.unwrap();
    assert_eq!(club.under(&club.outsider, "bus").await, [first]);
    club.is_sound().await;
    // No longer public, or seen no more.
    mark_public(ctx, &animator, last, false).await.unwrap();
    assert_eq!(club.under(&club.outsider, "velo").await, [first]);
    lets("charter").await;
    assert_eq!(club.under(&club.outsider, "velo").await, []);
    lets("posts").await;
    assert_eq!(club.under(&club.outsider, "velo").await, [last, kept, first]);
    club.is_sound().await;
}

#[tokio::test]
async fn calls_and_tags_are_read_by_their_keys() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let of =
        || bind! { person: Id(club.member.person), after: String::new(), end: "~".to_owned(), limit: 20 };
    let (first, last) = (Id(club.club), Id(club.club));
    for (surql, variables, expected) in [
        (mentions::CALLED.to_owned(), of(), "DynamicScan"),
        (tagged::PLACES.to_owned(), bind! { tag: "velo".to_owned(), first, last }, "RecordId"),
        (
            tagged::posts_of(0),
            bind! { tag: "velo".to_owned(), c0: Id(club.club), after: String::new(), limit: 21 },
            "DynamicScan",
        ),
        (
            tagged::window_of(0),
            bind! { tag: "velo".to_owned(), c0: Id(club.club), after: String::new(), limit: 21 },
            "tagged_public",
        ),
        (
            "SELECT VALUE person FROM mention WHERE post = $post AND comment = ''".to_owned(),
            bind! { post: Id(club.says(&club.member, PostKind::Discussion).await) },
            "mention_text",
        ),
        (
            crate::people::CALLED.to_owned(),
            bind! { word: "luc".to_owned(), end: "~".to_owned(), limit: 20 },
            "DynamicScan",
        ),
    ] {
        let plan = plan(ctx, &surql, variables).await;
        assert!(plan.contains(expected) && !plan.contains("TableScan"), "{surql}\n{plan}");
    }
}
