//! What must not be found.

use super::*;
use crate::communities;
use domain::{actor::Role, community::Stage, policy::Admission};

#[tokio::test]
async fn each_finds_what_they_may_read_and_no_more() {
    let yard = yard().await;
    let (ada, bea) = (yard.employee("Ada").await, yard.employee("Bea").await);
    let (member, outside) = (yard.employee("Max").await, yard.employee("Eve").await);
    let (guest, manager) = (yard.partner("Pia").await, yard.manager("Maud").await);
    let on_request = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let unopened = Sketch { stage: Stage::Draft, ..Sketch::default() };
    let mut places = Vec::new();
    for (name, sketch) in [
        ("secret ouvert", Sketch::default()),
        ("secret demande", on_request),
        ("secret caché", hidden()),
        ("secret projet", unopened),
    ] {
        let place = yard.community_as(name, &[&ada, &bea], sketch).await;
        yard.admit(&member, place, Role::Member).await;
        let ada = yard.fresh(&ada).await;
        let post = posts(&yard, &ada, place, &format!("Sésame {name}"), "").await;
        feed::comment(&yard.ctx, &ada, post, &format!("Sésame aussi, {name}"), "").await.unwrap();
        places.push(place);
    }
    yard.admit(&outside, places[1], Role::Requested).await;
    follows(&yard).await;
    let all: Vec<String> = ["caché", "demande", "ouvert", "projet"].into_iter().map(str::to_owned).collect();
    for (who, read, known) in [
        (&ada, &["caché", "demande", "ouvert", "projet"][..], &["caché", "demande", "ouvert", "projet"][..]),
        (&member, &["caché", "demande", "ouvert", "projet"], &["caché", "demande", "ouvert", "projet"]),
        (&manager, &["caché", "demande", "ouvert", "projet"], &["caché", "demande", "ouvert", "projet"]),
        (&outside, &["ouvert"], &["demande", "ouvert"]),
        (&guest, &[], &[]),
    ] {
        let mut expected: Vec<_> = read.iter().map(|name| format!("post Sésame secret {name}")).collect();
        expected.extend(read.iter().map(|name| format!("comment Sésame aussi, secret {name}")));
        expected.sort();
        assert_eq!(finds(&yard, who, &words("sesame")).await, expected, "{}", who.name);
        let communities = Wanted { only: only("community"), ..words("secret") };
        let expected: Vec<_> = known.iter().map(|name| format!("community secret {name}")).collect();
        assert_eq!(finds(&yard, who, &communities).await, expected, "{}", who.name);
        // Through every filter as well.
        for name in &all {
            let within =
                Wanted { community: domain::community::slug(&format!("secret {name}")), ..words("sesame") };
            let count = if read.contains(&name.as_str()) { 2 } else { 0 };
            assert_eq!(finds(&yard, who, &within).await.len(), count, "{} in {name}", who.name);
        }
        let by_ada = Wanted { author: "ada".into(), ..words("") };
        assert_eq!(finds(&yard, who, &by_ada).await.len(), read.len() * 2, "{}", who.name);
        let listed: Vec<_> = super::super::places(&yard.ctx, &yard.fresh(who).await).await.unwrap();
        assert_eq!(listed.len(), read.len());
    }
}

#[tokio::test]
async fn who_has_left_and_who_has_just_come_find_at_once_what_they_may() {
    let yard = yard().await;
    let (ada, bea, luc) =
        (yard.employee("Ada").await, yard.employee("Bea").await, yard.employee("Luc").await);
    let secret = yard.community_as("caché", &[&ada, &bea], hidden()).await;
    posts(&yard, &yard.fresh(&ada).await, secret, "Sésame", "").await;
    follows(&yard).await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await.len(), 0);
    yard.join(&luc, secret).await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await.len(), 1);
    communities::leave(&yard.ctx, &yard.fresh(&luc).await, secret).await.unwrap();
    assert_eq!(finds(&yard, &luc, &words("sesame")).await.len(), 0);
}

#[tokio::test]
async fn an_archived_community_is_found_by_its_members_alone() {
    let yard = yard().await;
    let (ada, bea, luc) =
        (yard.employee("Ada").await, yard.employee("Bea").await, yard.employee("Luc").await);
    let club = yard.community("club", &[&ada, &bea]).await;
    posts(&yard, &yard.fresh(&ada).await, club, "Sésame", "").await;
    follows(&yard).await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await.len(), 1);
    archive(&yard, club).await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await.len(), 0);
    assert_eq!(finds(&yard, &luc, &words("club")).await.len(), 0);
    assert_eq!(finds(&yard, &ada, &words("sesame")).await.len(), 1);
}

async fn archive(yard: &Yard, community: CommunityId) {
    let archived = "UPDATE $c SET stage = 'archived'";
    yard.ctx.db().query(archived, crate::bind! { c: crate::db::Id(community) }).await.unwrap();
    communities::changed(&yard.ctx, community);
}

#[tokio::test]
async fn what_is_deleted_is_not_shown_even_before_the_index_knows() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let post = posts(&yard, &zoe, club, "Sésame", "").await;
    feed::comment(&yard.ctx, &zoe, post, "Sésame aussi", "").await.unwrap();
    follows(&yard).await;
    assert_eq!(finds(&yard, &zoe, &words("sesame")).await.len(), 2);
    feed::delete(&yard.ctx, &zoe, post).await.unwrap();
    assert_eq!(finds(&yard, &zoe, &words("sesame")).await.len(), 0);
    follows(&yard).await;
    assert_eq!(index(&yard).index.count(), 1, "the community alone");
}

#[tokio::test]
async fn what_others_wrote_changes_no_order() {
    let yard = yard().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let club = yard.community("Club", &[&zoe]).await;
    let secret = yard.community_as("caché", &[&luc], hidden()).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    posts(&yard, &zoe, club, "Un", "vélo vélo vélo cour").await;
    posts(&yard, &zoe, club, "Deux", "vélo cour cour cour").await;
    follows(&yard).await;
    let order = async || -> Vec<String> {
        results(&yard, &zoe, &words("velo cour")).await.hits.items.iter().map(named).collect()
    };
    let before = order().await;
    for _ in 0..30 {
        posts(&yard, &luc, secret, "", "vélo vélo").await;
    }
    follows(&yard).await;
    assert_eq!(order().await, before);
}

#[tokio::test]
async fn what_is_public_is_found_from_outside_where_that_is_let_through() {
    let yard = yard().await;
    let (ada, luc) = (yard.employee("Ada").await, yard.employee("Luc").await);
    let on_request = Sketch { admission: Admission::OnRequest, ..Sketch::default() };
    let club = yard.community_as("club", &[&ada], on_request).await;
    let ada = yard.fresh(&ada).await;
    posts(&yard, &ada, club, "Sésame dedans", "").await;
    let shown = posts(&yard, &ada, club, "Sésame dehors", "").await;
    feed::comment(&yard.ctx, &ada, shown, "Sésame entre nous", "").await.unwrap();
    lets(&yard, club, "marked").await;
    feed::mark_public(&yard.ctx, &ada, shown, true).await.unwrap();
    follows(&yard).await;
    let club_alone = Wanted { community: "club".into(), ..words("sesame") };
    for wanted in [words("sesame"), club_alone] {
        assert_eq!(finds(&yard, &luc, &wanted).await, ["post Sésame dehors"]);
        assert_eq!(finds(&yard, &ada, &wanted).await.len(), 3);
    }
    let listed = super::super::places(&yard.ctx, &luc).await.unwrap();
    assert_eq!(listed, [("club".to_owned(), "club".to_owned())]);
    // No longer, at once: whatever the index still says.
    lets(&yard, club, "charter").await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await, Vec::<String>::new());
    lets(&yard, club, "marked").await;
    feed::mark_public(&yard.ctx, &ada, shown, false).await.unwrap();
    assert_eq!(finds(&yard, &luc, &words("sesame")).await, Vec::<String>::new());
    follows(&yard).await;
    assert_eq!(finds(&yard, &luc, &words("sesame")).await, Vec::<String>::new());
    assert_eq!(finds(&yard, &ada, &words("sesame")).await.len(), 3);
}

async fn lets(yard: &Yard, community: CommunityId, glimpse: &str) {
    let variables = crate::bind! { c: crate::db::Id(community), glimpse: glimpse.to_owned() };
    yard.ctx.db().query("UPDATE $c SET glimpse = $glimpse", variables).await.unwrap();
    communities::changed(&yard.ctx, community);
}
