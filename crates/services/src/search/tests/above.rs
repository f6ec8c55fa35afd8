//! What was shared to a federation is found by those who read it there, and by nobody else.

use super::*;
use crate::communities::{
    self,
    federation::{answer, part, propose},
    life,
};
use domain::{
    community::{federation::Side, life::Move},
    policy::Admission,
};

/// A closed, unlisted workshop in two federations, with another community in each; people by what they
/// are there.
struct House {
    yard: Yard,
    club: CommunityId,
    other: CommunityId,
    sums: CommunityId,
    second: CommunityId,
    /// Animates the workshop.
    ana: Actor,
    /// Member of it.
    zoe: Actor,
    /// In another community of the first federation, or of the second.
    luc: Actor,
    max: Actor,
    /// Animates the federations.
    eve: Actor,
    /// In nothing.
    bob: Actor,
    /// Was in the workshop.
    gil: Actor,
    /// Partners who were admitted to the federation, the workshop, and the other community.
    pia: Actor,
    pat: Actor,
    pol: Actor,
    maud: Actor,
}

async fn house() -> House {
    let yard = yard().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let (max, eve, bob) =
        (yard.employee("Max").await, yard.employee("Eve").await, yard.employee("Bob").await);
    let gil = yard.employee("Gil").await;
    let (pia, pat, pol) = (yard.partner("Pia").await, yard.partner("Pat").await, yard.partner("Pol").await);
    let maud = yard.manager("Maud").await;
    let closed = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
    let club = yard.community_as("Atelier secret", &[&ana], closed).await;
    let (other, third) =
        (yard.community("Voisins", &[&eve]).await, yard.community("Jardiniers", &[&eve]).await);
    let sums = yard.federation("Ensemble", &[&eve], &[club, other]).await;
    let second = yard.federation("Seconde", &[&eve], &[club, third]).await;
    for (who, place) in
        [(&zoe, club), (&gil, club), (&pat, club), (&luc, other), (&pol, other), (&max, third), (&pia, sums)]
    {
        yard.join(who, place).await;
    }
    communities::leave(&yard.ctx, &yard.fresh(&gil).await, club).await.unwrap();
    House {
        ana: yard.fresh(&ana).await,
        zoe: yard.fresh(&zoe).await,
        luc,
        max,
        eve: yard.fresh(&eve).await,
        bob,
        gil,
        pia,
        pat,
        pol,
        maud,
        club,
        other,
        sums,
        second,
        yard,
    }
}

impl House {
    async fn says(&self, title: &str) -> PostId {
        posts(&self.yard, &self.zoe, self.club, title, "").await
    }

    async fn share(&self, post: PostId, federation: CommunityId) {
        feed::share(&self.yard.ctx, &self.zoe, post, federation).await.unwrap();
    }

    async fn take_back(&self, post: PostId, federation: CommunityId) {
        feed::take_back(&self.yard.ctx, &self.zoe, post, federation).await.unwrap();
    }

    async fn finds(&self, who: &Actor, community: &str) -> Vec<String> {
        let wanted = Wanted { community: community.into(), ..words("sesame") };
        finds(&self.yard, who, &wanted).await
    }

    async fn compares(&self) -> usize {
        follow::compare(&self.yard.ctx, index(&self.yard), follow::Pace::Alone).await.unwrap()
    }
}

const SHARED: [&str; 1] = ["post Sésame dehors"];
const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn a_shared_post_is_found_by_those_who_read_the_federation_and_by_nobody_else() {
    let house = house().await;
    let ctx = &house.yard.ctx;
    house.says("Sésame dedans").await;
    let post = house.says("Sésame dehors").await;
    feed::comment(ctx, &house.zoe, post, "Sésame entre nous", "").await.unwrap();
    follows(&house.yard).await;
    let within = ["comment Sésame entre nous", "post Sésame dedans", "post Sésame dehors"];
    let expect = async |first: &[&str], second: &[&str], told: &str| {
        for (who, expected) in [
            (&house.zoe, &within[..]),
            (&house.ana, &within),
            (&house.maud, &within),
            (&house.pat, &within),
            (&house.luc, first),
            (&house.max, second),
            (&house.bob, &[]),
            (&house.gil, &[]),
            (&house.pia, &[]),
            (&house.pol, &[]),
        ] {
            assert_eq!(house.finds(who, "").await, expected, "{told}: {}", who.name);
        }
    };
    expect(&[], &[], "before").await;
    house.share(post, house.sums).await;
    follows(&house.yard).await;
    expect(&SHARED, &[], "shared to the first").await;
    // One share more and one less: as many as before, and others find it.
    house.share(post, house.second).await;
    house.take_back(post, house.sums).await;
    assert_eq!(house.finds(&house.luc, "").await, NOTHING, "at once, whatever the index says");
    follows(&house.yard).await;
    expect(&[], &SHARED, "shared to the second instead").await;
    house.share(post, house.sums).await;
    follows(&house.yard).await;
    expect(&SHARED, &SHARED, "shared to both").await;
    assert_eq!(house.finds(&house.eve, "").await, SHARED, "once, by who reads both");
    house.take_back(post, house.second).await;
    house.take_back(post, house.sums).await;
    follows(&house.yard).await;
    expect(&[], &[], "taken back").await;
    assert_eq!(house.compares().await, 0);
}

#[tokio::test]
async fn what_is_found_through_a_federation_does_not_tell_where_it_is_from() {
    let house = house().await;
    let post = house.says("Sésame dehors").await;
    house.share(post, house.sums).await;
    follows(&house.yard).await;
    let hit = async |who: &Actor| {
        let who = house.yard.fresh(who).await;
        let mut found = results(&house.yard, &who, &words("sesame")).await.hits.items;
        found.remove(0)
    };
    let told = hit(&house.luc).await;
    assert_eq!((told.origin.id, told.address), (house.sums, Address::Post(post, Default::default())));
    assert_eq!(hit(&house.zoe).await.origin.id, house.club);
    // Nor does looking in one community alone, from either side.
    for (who, community, found) in [
        (&house.luc, "ensemble", &SHARED[..]),
        (&house.luc, "atelier-secret", &[]),
        (&house.luc, "seconde", &[]),
        (&house.luc, "voisins", &[]),
        (&house.zoe, "ensemble", &SHARED),
        (&house.zoe, "atelier-secret", &SHARED),
        (&house.zoe, "seconde", &[]),
        (&house.pat, "atelier-secret", &SHARED),
        // A partner of the workshop is not told that it is in a federation, nor one of the federation that
        // something was shared there.
        (&house.pat, "ensemble", &[]),
        (&house.pia, "ensemble", &[]),
        (&house.pia, "atelier-secret", &[]),
        (&house.bob, "ensemble", &[]),
    ] {
        assert_eq!(house.finds(who, community).await, found, "{} in {community}", who.name);
    }
    let listed = super::super::places(&house.yard.ctx, &house.yard.fresh(&house.luc).await).await.unwrap();
    assert!(listed.iter().all(|(slug, _)| slug != "atelier-secret"), "{listed:?}");
    // One that is listed is named, and found in.
    let yard = &house.yard;
    let on_request = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let chorale = yard.community_as("Chorale", &[&house.zoe], on_request).await;
    let third = yard.federation("Troisième", &[&house.eve], &[chorale, house.other]).await;
    let zoe = yard.fresh(&house.zoe).await;
    posts(yard, &zoe, chorale, "Mimosa dedans", "").await;
    let sung = posts(yard, &zoe, chorale, "Mimosa dehors", "").await;
    feed::share(&yard.ctx, &zoe, sung, third).await.unwrap();
    follows(yard).await;
    for community in ["", "chorale", "troisieme"] {
        let wanted = Wanted { community: community.into(), ..words("mimosa") };
        assert_eq!(finds(yard, &house.luc, &wanted).await, ["post Mimosa dehors"], "{community}");
        assert_eq!(finds(yard, &house.bob, &wanted).await, NOTHING, "{community}");
    }
    let luc = yard.fresh(&house.luc).await;
    let hits = results(yard, &luc, &words("mimosa")).await.hits.items;
    assert_eq!(hits[0].origin.id, chorale);
}

#[tokio::test]
async fn nobody_finds_through_a_tie_that_has_ended() {
    for ending in ["parts", "is put out", "is archived", "federation archived", "member leaves"] {
        let house = house().await;
        let ctx = &house.yard.ctx;
        let post = house.says("Sésame dehors").await;
        house.share(post, house.sums).await;
        follows(&house.yard).await;
        assert_eq!(house.finds(&house.luc, "").await, SHARED, "{ending}");
        let (ana, eve) = (&house.ana, &house.eve);
        match ending {
            "parts" => part(ctx, ana, house.sums, house.club, Side::Community, "").await.unwrap(),
            "is put out" => part(ctx, eve, house.sums, house.club, Side::Federation, "").await.unwrap(),
            "is archived" => life::steer(ctx, ana, house.club, Move::Archive, "Fini", "").await.unwrap(),
            "federation archived" => {
                life::steer(ctx, eve, house.sums, Move::Archive, "Fini", "").await.unwrap();
            }
            _ => communities::leave(ctx, &house.yard.fresh(&house.luc).await, house.other).await.unwrap(),
        }
        for told in ["at once", "once the index follows"] {
            for nobody in [&house.luc, &house.max, &house.bob, &house.pia] {
                assert_eq!(house.finds(nobody, "").await, NOTHING, "{ending}, {told}: {}", nobody.name);
            }
            assert_eq!(house.finds(&house.zoe, "").await, SHARED, "{ending}, {told}");
            follows(&house.yard).await;
        }
        assert_eq!(house.compares().await, 0, "{ending}: the index heard of it");
        match ending {
            // Tied again, it is found again once somebody shares it again.
            "parts" => {
                propose(ctx, ana, house.club, "ensemble", "").await.unwrap();
                answer(ctx, eve, house.sums, house.club, Side::Federation, true, "").await.unwrap();
                assert_eq!(house.finds(&house.luc, "").await, NOTHING);
                house.share(post, house.sums).await;
                follows(&house.yard).await;
                assert_eq!(house.finds(&house.luc, "").await, SHARED);
            }
            // It kept its members, and what they shared.
            "federation archived" => {
                life::steer(ctx, &house.maud, house.sums, Move::Reopen, "", "").await.unwrap();
                assert_eq!(house.finds(&house.luc, "").await, SHARED);
            }
            _ => {}
        }
    }
}

#[tokio::test]
async fn a_comparison_finds_what_was_shared_and_taken_back_meanwhile() {
    let house = house().await;
    let post = house.says("Sésame dehors").await;
    follows(&house.yard).await;
    assert_eq!(house.compares().await, 0);
    house.share(post, house.sums).await;
    house.yard.ctx.caches().touched.take();
    assert_eq!((house.compares().await, house.compares().await), (1, 0));
    assert_eq!(house.finds(&house.luc, "").await, SHARED);
    house.take_back(post, house.sums).await;
    house.share(post, house.second).await;
    house.yard.ctx.caches().touched.take();
    assert_eq!((house.compares().await, house.compares().await), (1, 0));
    assert_eq!((house.finds(&house.luc, "").await.len(), house.finds(&house.max, "").await.len()), (0, 1));
}
