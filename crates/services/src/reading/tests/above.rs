//! What was shared to the federations one is in: counted and told there, once.

use super::*;
use crate::communities::{self, federation::part};
use domain::{
    community::federation::Side,
    policy::Admission,
    reading::{Brief, Muted},
};

/// An unlisted workshop in two federations; people by what they are there.
struct House {
    yard: Yard,
    club: CommunityId,
    sums: CommunityId,
    second: CommunityId,
    /// Animates the workshop, and is in the first federation.
    ana: Actor,
    /// Member of the workshop.
    zoe: Actor,
    /// Member of both federations, and not of the workshop.
    luc: Actor,
    /// Was in the workshop, and is in the first federation.
    gil: Actor,
    /// A partner who is in the first federation.
    pia: Actor,
    eve: Actor,
}

/// Everybody was here a moment ago.
async fn house() -> House {
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let (gil, eve, pia) =
        (yard.employee("Gil Roy").await, yard.employee("Eve").await, yard.partner("Pia").await);
    let closed = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
    let club = yard.community_as("Atelier secret", &[&ana], closed).await;
    let sums = yard.federation("Ensemble", &[&eve], &[club]).await;
    let second = yard.federation("Seconde", &[&eve], &[club]).await;
    for (who, place) in
        [(&zoe, club), (&gil, club), (&ana, sums), (&luc, sums), (&gil, sums), (&pia, sums), (&luc, second)]
    {
        yard.join(who, place).await;
    }
    let house = House {
        ana: yard.fresh(&ana).await,
        zoe: yard.fresh(&zoe).await,
        luc: yard.fresh(&luc).await,
        gil: yard.fresh(&gil).await,
        pia: yard.fresh(&pia).await,
        eve: yard.fresh(&eve).await,
        club,
        sums,
        second,
        yard,
    };
    for (by, place) in [(&house.zoe, club), (&house.eve, sums), (&house.eve, second)] {
        posts(&house.yard, by, place, "Avant").await;
    }
    house
}

impl House {
    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn share(&self, by: &Actor, post: PostId, federation: CommunityId) {
        self.yard.wait(1);
        feed::share(self.ctx(), by, post, federation).await.unwrap();
    }

    async fn everybody_reads(&self) {
        for who in [&self.ana, &self.luc, &self.gil, &self.pia] {
            // Each at a moment of their own: that is how one sees that it was written down.
            self.yard.wait(1);
            reads(&self.yard, who).await;
        }
    }

    /// Unread in the workshop, the first federation and the second, where they are in.
    async fn counts(&self, who: &Actor) -> [usize; 3] {
        let all = [self.club, self.sums, self.second];
        let theirs: Vec<_> = all.into_iter().filter(|one| who.role_in(*one).is_some()).collect();
        let counts = unread(self.ctx(), who, &theirs).await.unwrap();
        all.map(|community| counts.get(&community).copied().unwrap_or_default())
    }
}

#[tokio::test]
async fn what_was_shared_is_unread_in_the_federation_once_and_not_what_is_read_elsewhere() {
    let house = house().await;
    let (yard, ctx) = (&house.yard, house.ctx());
    let old = posts(yard, &house.zoe, house.club, "Ancienne").await;
    house.everybody_reads().await;
    assert_eq!(house.counts(&house.luc).await, [0, 0, 0]);
    let fresh = posts(yard, &house.zoe, house.club, "Du jour").await;
    assert_eq!((house.counts(&house.luc).await, house.counts(&house.ana).await), ([0, 0, 0], [1, 0, 0]));
    house.share(&house.zoe, fresh, house.sums).await;
    assert_eq!(house.counts(&house.luc).await, [0, 1, 0]);
    assert_eq!(house.counts(&house.ana).await, [1, 0, 0], "who is in the workshop reads it there");
    assert_eq!(house.counts(&house.pia).await, [0, 0, 0], "partners read nothing that was brought there");
    // By when it was shared: however old it is, and once.
    house.share(&house.zoe, old, house.sums).await;
    house.share(&house.zoe, old, house.second).await;
    assert_eq!(house.counts(&house.luc).await, [0, 2, 0]);
    posts(yard, &house.eve, house.sums, "D’ici").await;
    assert_eq!(house.counts(&house.luc).await, [0, 3, 0]);
    feed::take_back(ctx, &house.zoe, old, house.sums).await.unwrap();
    assert_eq!(house.counts(&house.luc).await, [0, 2, 1], "the other one has it still");
    // What they muted counts for nothing.
    mute(ctx, &house.luc, Muted::Person(house.zoe.person), true).await.unwrap();
    assert_eq!(house.counts(&house.luc).await, [0, 1, 0]);
    mute(ctx, &house.luc, Muted::Person(house.zoe.person), false).await.unwrap();
    mute(ctx, &house.luc, Muted::Community(house.second), true).await.unwrap();
    assert_eq!(house.counts(&house.luc).await, [0, 2, 0]);
    mute(ctx, &house.luc, Muted::Community(house.second), false).await.unwrap();
    // The page of a federation reads what stands in it.
    let before = writes(ctx).await;
    feed::community_feed(ctx, &house.luc, house.sums, None).await.unwrap();
    settle(ctx, before).await;
    assert_eq!(house.counts(&house.luc).await, [0, 0, 1]);
    // So does the home page.
    yard.wait(1);
    reads(yard, &house.luc).await;
    assert_eq!(house.counts(&house.luc).await, [0, 0, 0]);
    house.share(&house.zoe, old, house.sums).await;
    assert_eq!(house.counts(&house.luc).await, [0, 1, 0]);
    reads(yard, &house.luc).await;
    assert_eq!(house.counts(&house.luc).await, [0, 0, 0]);
}

#[tokio::test]
async fn what_one_wrote_and_what_is_no_longer_shared_is_not_unread() {
    let house = house().await;
    let (yard, ctx) = (&house.yard, house.ctx());
    let own = posts(yard, &house.gil, house.club, "De Gil").await;
    communities::leave(ctx, &house.gil, house.club).await.unwrap();
    let gil = yard.fresh(&house.gil).await;
    house.everybody_reads().await;
    house.share(&house.ana, own, house.sums).await;
    assert_eq!((house.counts(&house.luc).await, house.counts(&gil).await), ([0, 1, 0], [0, 0, 0]));
    let theirs = posts(yard, &house.zoe, house.club, "De Zoé").await;
    house.share(&house.ana, theirs, house.sums).await;
    assert_eq!((house.counts(&house.luc).await, house.counts(&gil).await), ([0, 2, 0], [0, 1, 0]));
    feed::delete(ctx, &house.zoe, theirs).await.unwrap();
    assert_eq!((house.counts(&house.luc).await, house.counts(&gil).await), ([0, 1, 0], [0, 0, 0]));
    part(ctx, &house.ana, house.sums, house.club, Side::Community, "").await.unwrap();
    let luc = yard.fresh(&house.luc).await;
    assert_eq!(house.counts(&luc).await, [0, 0, 0]);
}

#[tokio::test]
async fn no_more_is_counted_of_what_was_shared_than_of_the_rest() {
    let house = house().await;
    house.everybody_reads().await;
    for n in 0..UNREAD_MOST {
        let post = posts(&house.yard, &house.zoe, house.club, &format!("n° {n}")).await;
        house.share(&house.zoe, post, house.sums).await;
        posts(&house.yard, &house.eve, house.sums, &format!("ici {n}")).await;
    }
    assert_eq!(house.counts(&house.luc).await, [0, UNREAD_MOST + 1, 0]);
}

#[tokio::test]
async fn who_was_away_is_told_of_what_was_shared_under_the_federation() {
    let house = house().await;
    let (yard, ctx) = (&house.yard, house.ctx());
    house.everybody_reads().await;
    yard.wait(21 * DAY);
    let drew = async |by: &Actor, title: &str| {
        let post = posts(yard, by, house.club, title).await;
        feed::comment(ctx, &house.ana, post, "Oui", "").await.unwrap();
        feed::react(ctx, &house.ana, post, Some(Reaction::Bravo)).await.unwrap();
        post
    };
    let hot = drew(&house.zoe, "Ça parle").await;
    let kept = drew(&house.zoe, "Entre nous").await;
    let gils = drew(&house.gil, "De Gil").await;
    feed::comment(ctx, &house.ana, gils, "Merci @Gil Roy !", "").await.unwrap();
    let page = catch_up(ctx, &house.gil).await.unwrap();
    assert_eq!((page.answers.len(), page.called.len()), (1, 1));
    communities::leave(ctx, &house.gil, house.club).await.unwrap();
    let quiet = posts(yard, &house.zoe, house.club, "Sans suite").await;
    let news = posts_as(yard, &house.ana, house.club, "Important", PostKind::Announcement).await;
    for post in [hot, gils, quiet, news] {
        house.share(&house.ana, post, house.sums).await;
    }
    house.share(&house.ana, hot, house.second).await;
    // Later than what would fill the list.
    for n in 0..5 {
        let post = posts(yard, &house.zoe, house.club, &format!("n° {n}")).await;
        house.share(&house.zoe, post, house.second).await;
    }
    let titles = |briefs: &[Brief]| briefs.iter().map(|brief| brief.title.clone()).collect::<Vec<_>>();
    let told = async |who: &Actor| {
        let who = yard.fresh(who).await;
        let page = catch_up(ctx, &who).await.unwrap();
        let missed = page.communities.iter().map(|missed| {
            let mut posts = titles(&missed.posts);
            posts.sort();
            (missed.origin.slug.clone(), missed.unread, titles(&missed.announcements), posts)
        });
        let missed: Vec<_> = missed.collect();
        let others: Vec<_> = page.others.iter().map(|origin| origin.slug.clone()).collect();
        (missed, others, format!("{page:?}"))
    };
    let of = |slug: &str, unread: usize, announcements: &[&str], posts: &[&str]| {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        (slug.to_owned(), unread, owned(announcements), owned(posts))
    };
    let (missed, others, page) = told(&house.luc).await;
    assert_eq!(missed, [of("ensemble", 4, &["Important"], &["De Gil", "Ça parle"])]);
    assert_eq!(others, ["seconde"], "what stands in the first is told there");
    assert!(!page.contains("secret") && !page.contains(&house.club.to_string()), "{page}");
    assert!(!page.contains(&kept.to_string()) && !page.contains("to_confirm: true"), "{page}");
    // One's own is no news; who is in the workshop is told there.
    let (missed, _, page) = told(&house.gil).await;
    assert_eq!(missed, [of("ensemble", 3, &["Important"], &["Ça parle"])]);
    // What was said under it is not theirs to read any more.
    assert!(page.contains("answers: []") && page.contains("called: []"), "{page}");
    let (missed, others, _) = told(&house.ana).await;
    let slugs: Vec<_> = missed.iter().map(|missed| missed.0.as_str()).collect();
    assert_eq!((slugs, others), (vec!["atelier-secret"], vec![]));
    let (missed, others, _) = told(&house.pia).await;
    assert_eq!((missed, others), (vec![], vec![]), "nothing was brought there for partners");
    // Muted, nothing is told of it; nor once it is taken back, or caught up with.
    mute(ctx, &house.luc, Muted::Person(house.zoe.person), true).await.unwrap();
    let (missed, ..) = told(&house.luc).await;
    assert_eq!(missed, [of("ensemble", 2, &["Important"], &["De Gil"])]);
    mute(ctx, &house.luc, Muted::Person(house.zoe.person), false).await.unwrap();
    feed::take_back(ctx, &house.eve, news, house.sums).await.unwrap();
    let (missed, ..) = told(&house.luc).await;
    assert_eq!(missed, [of("ensemble", 3, &[], &["De Gil", "Ça parle"])]);
    yard.wait(1);
    caught_up(ctx, &house.luc, PostId::new(ctx.ulid())).await.unwrap();
    assert_eq!(house.counts(&house.luc).await, [0, 0, 0]);
    let (missed, others, _) = told(&house.luc).await;
    assert_eq!((missed, others), (vec![], vec![]));
}
