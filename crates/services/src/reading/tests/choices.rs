//! What readers keep, hide and prefer.

use super::*;
use crate::communities;
use domain::{
    Reason,
    feed::{FeedError, PAGE, VOICES},
    id::PersonId,
    page::Page,
    reading::{Muted, Order, SAVED_MOST},
};

struct Club {
    yard: Yard,
    club: CommunityId,
    zoe: Actor,
    luc: Actor,
}

async fn club() -> Club {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let club = yard.community("club", &[&zoe, &luc]).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    Club { yard, club, zoe, luc }
}

fn ids(page: &Page<domain::feed::PostView>) -> Vec<PostId> {
    page.items.iter().map(|view| view.post.id).collect()
}

#[tokio::test]
async fn what_is_kept_waits_in_the_order_it_was_kept_and_goes_when_it_is_gone() {
    let Club { yard, club, zoe, luc } = club().await;
    let mut all = Vec::new();
    for n in 0..3 {
        all.push(posts(&yard, &zoe, club, &format!("Titre {n}")).await);
    }
    for post in [all[2], all[0], all[1], all[2]] {
        yard.wait(1);
        save(&yard.ctx, &luc, post, true).await.unwrap();
    }
    let kept = async |by: &Actor| ids(&feed::saved(&yard.ctx, by, None).await.unwrap());
    assert_eq!(kept(&luc).await, [all[1], all[0], all[2]], "kept twice it stays where it was");
    assert!(kept(&zoe).await.is_empty());
    assert!(feed::post(&yard.ctx, &luc, all[0]).await.unwrap().stance.saved);
    assert!(!feed::post(&yard.ctx, &zoe, all[0]).await.unwrap().stance.saved);
    for _ in 0..2 {
        save(&yard.ctx, &luc, all[0], false).await.unwrap();
    }
    assert_eq!(kept(&luc).await, [all[1], all[2]]);
    feed::delete(&yard.ctx, &zoe, all[1]).await.unwrap();
    assert_eq!(kept(&luc).await, [all[2]]);
}

#[tokio::test]
async fn what_one_may_no_longer_read_is_left_out_and_what_one_never_could_is_not_there() {
    let yard = Yard::open().await;
    let (zoe, luc) = (yard.employee("Zoé").await, yard.employee("Luc").await);
    let (eve, bea) = (yard.employee("Eve").await, yard.employee("Béa").await);
    let hidden = Sketch { listed: false, ..Sketch::default() };
    let secret = yard.community_as("caché", &[&zoe, &bea], hidden).await;
    yard.join(&luc, secret).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    let post = posts(&yard, &zoe, secret, "Chut").await;
    save(&yard.ctx, &luc, post, true).await.unwrap();
    mute(&yard.ctx, &luc, Muted::Thread(post), true).await.unwrap();
    mute(&yard.ctx, &luc, Muted::Community(secret), true).await.unwrap();
    for answer in [
        save(&yard.ctx, &eve, post, true).await,
        mute(&yard.ctx, &eve, Muted::Thread(post), true).await,
        mute(&yard.ctx, &eve, Muted::Community(secret), true).await,
        mute(&yard.ctx, &eve, Muted::Person(PersonId::new(ulid::Ulid(7))), true).await,
        to_mute(&yard.ctx, &eve, Muted::Thread(post)).await.map(drop),
        to_mute(&yard.ctx, &eve, Muted::Community(secret)).await.map(drop),
    ] {
        assert_eq!(answer.unwrap_err().failure().reason, Reason::NotFound);
    }
    assert_eq!(
        mute(&yard.ctx, &eve, Muted::Person(eve.person), true).await.unwrap_err().failure().reason,
        Reason::Forbidden
    );
    communities::leave(&yard.ctx, &luc, secret).await.unwrap();
    let luc = yard.fresh(&luc).await;
    assert!(feed::saved(&yard.ctx, &luc, None).await.unwrap().items.is_empty());
    assert!(muted(&yard.ctx, &luc, None).await.unwrap().items.is_empty());
    assert!(!is_muted(&yard.ctx, &luc, Muted::Community(secret)).await.unwrap(), "leaving ends it");
    // Taking it back is always possible.
    save(&yard.ctx, &luc, post, false).await.unwrap();
    mute(&yard.ctx, &luc, Muted::Thread(post), false).await.unwrap();
}

#[tokio::test]
async fn a_full_list_says_so_and_what_is_gone_makes_room() {
    let Club { yard, club, zoe, luc } = club().await;
    let (first, second) = (posts(&yard, &zoe, club, "Un").await, posts(&yard, &zoe, club, "Deux").await);
    let full = "UPSERT type::record('reader', $person) SET saved =
        array::append(array::repeat({ post: post:01ARZ3NDEKTSV4RRFFQ69G5FAV, at: time::now() }, $n), { post: $post, at: time::now() })";
    let fill = async |n: usize, post: PostId| {
        let n = i64::try_from(n).unwrap();
        let variables = bind! { person: luc.person.to_string(), n, post: Id(post) };
        yard.ctx.db().query(full, variables).await.unwrap();
        taste::forget_taste(&yard.ctx, luc.person);
    };
    // All but one are gone: they make room.
    fill(SAVED_MOST - 1, first).await;
    save(&yard.ctx, &luc, second, true).await.unwrap();
    assert_eq!(ids(&feed::saved(&yard.ctx, &luc, None).await.unwrap()), [second, first]);
    let still = "UPDATE type::record('reader', $person) SET saved = array::repeat(saved[0], $n)";
    let n = i64::try_from(SAVED_MOST).unwrap();
    yard.ctx.db().query(still, bind! { person: luc.person.to_string(), n }).await.unwrap();
    let third = posts(&yard, &zoe, club, "Trois").await;
    let refused = save(&yard.ctx, &luc, third, true).await.unwrap_err();
    assert_eq!(refused.failure().reason, FeedError::SavedFull.into());
}

#[tokio::test]
async fn gestures_made_at_once_all_count() {
    let Club { yard, club, zoe, luc } = club().await;
    let mut all = Vec::new();
    for n in 0..8 {
        all.push(posts(&yard, &zoe, club, &format!("Titre {n}")).await);
    }
    let mut hands = Vec::new();
    for post in all.clone() {
        let (ctx, luc) = (yard.ctx.clone(), luc.clone());
        hands.push(tokio::spawn(async move {
            save(&ctx, &luc, post, true).await.unwrap();
            mute(&ctx, &luc, Muted::Thread(post), true).await.unwrap();
        }));
    }
    for hand in hands {
        hand.await.unwrap();
    }
    assert_eq!(feed::saved(&yard.ctx, &luc, None).await.unwrap().items.len(), 8);
    assert_eq!(muted(&yard.ctx, &luc, None).await.unwrap().items.len(), 8);
}

#[tokio::test]
async fn a_muted_community_leaves_the_home_page_and_the_marks_not_its_own_page() {
    let Club { yard, club, zoe, luc } = club().await;
    let other = yard.community("autre", &[&zoe, &luc]).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    let (here, there) = (posts(&yard, &zoe, club, "Ici").await, posts(&yard, &zoe, other, "Là").await);
    reads(&yard, &luc).await;
    mute(&yard.ctx, &luc, Muted::Community(other), true).await.unwrap();
    let home = async || ids(&feed::home(&yard.ctx, &luc, None).await.unwrap());
    assert_eq!(home().await, [here]);
    assert_eq!(heard(&yard.ctx, &luc).await.unwrap(), [club]);
    assert_eq!(ids(&feed::community_feed(&yard.ctx, &luc, other, None).await.unwrap()), [there]);
    posts(&yard, &zoe, other, "Là encore").await;
    let new = posts(&yard, &zoe, club, "Ici encore").await;
    assert_eq!(unread(&yard.ctx, &luc, &[club, other]).await.unwrap(), HashMap::from([(club, 1)]));
    mute(&yard.ctx, &luc, Muted::Thread(new), true).await.unwrap();
    assert!(unread(&yard.ctx, &luc, &[club, other]).await.unwrap().is_empty());
    let page = muted(&yard.ctx, &luc, None).await.unwrap();
    let names: Vec<_> = page.items.iter().map(|view| (view.name.as_str(), view.address.as_str())).collect();
    let address = format!("/posts/{new}");
    assert_eq!(names, [("Ici encore", address.as_str()), ("autre", "/communities/autre")]);
    for view in page.items {
        mute(&yard.ctx, &luc, view.what, false).await.unwrap();
    }
    assert_eq!(home().await.len(), 4);
}

#[tokio::test]
async fn a_muted_person_is_folded_but_where_they_announce() {
    let Club { yard, club, zoe, luc } = club().await;
    let said = posts(&yard, &zoe, club, "Bavardage").await;
    let news = posts_as(&yard, &zoe, club, "Important", PostKind::Announcement).await;
    let mine = posts(&yard, &luc, club, "Le mien").await;
    feed::comment(&yard.ctx, &zoe, mine, "Moi aussi", "").await.unwrap();
    mute(&yard.ctx, &luc, Muted::Person(zoe.person), true).await.unwrap();
    let home = feed::home(&yard.ctx, &luc, None).await.unwrap();
    let folded = |id| home.items.iter().find(|view| view.post.id == id).unwrap().stance.folded;
    assert_eq!((folded(said), folded(news), folded(mine)), (true, false, false));
    let thread = feed::comments(&yard.ctx, &luc, mine, None).await.unwrap();
    assert!(thread.items[0].root.folded);
    assert!(!feed::comments(&yard.ctx, &zoe, mine, None).await.unwrap().items[0].root.folded);
    // The marks count what stands unfolded.
    reads(&yard, &luc).await;
    posts(&yard, &zoe, club, "Encore du bavardage").await;
    let marks = async || unread(&yard.ctx, &luc, &[club]).await.unwrap();
    assert!(marks().await.is_empty());
    posts_as(&yard, &zoe, club, "Important aussi", PostKind::Announcement).await;
    assert_eq!(marks().await, HashMap::from([(club, 1)]));
    mute(&yard.ctx, &luc, Muted::Person(zoe.person), false).await.unwrap();
    assert_eq!(marks().await, HashMap::from([(club, 2)]));
    // Whom it is about learns nothing: their own pages are as they were.
    assert!(feed::home(&yard.ctx, &zoe, None).await.unwrap().items.iter().all(|view| !view.stance.folded));
}

#[tokio::test]
async fn catching_up_leaves_out_what_is_muted_but_what_is_to_be_confirmed() {
    let Club { yard, club, zoe, luc } = club().await;
    let bea = yard.employee("Béa").await;
    yard.join(&bea, club).await;
    let bea = yard.fresh(&bea).await;
    let mine = posts(&yard, &luc, club, "Le mien").await;
    reads(&yard, &luc).await;
    yard.wait(10 * DAY);
    feed::comment(&yard.ctx, &bea, mine, "Une réponse", "").await.unwrap();
    let hot = posts(&yard, &zoe, club, "Ça parle").await;
    feed::comment(&yard.ctx, &zoe, hot, "Oui", "").await.unwrap();
    feed::comment(&yard.ctx, &bea, hot, "Oh oui", "").await.unwrap();
    posts_as(&yard, &zoe, club, "Important", PostKind::Announcement).await;
    let told = async || {
        let page = catch_up(&yard.ctx, &luc).await.unwrap();
        let missed = page.communities.first();
        (
            page.answers.len(),
            missed.map_or(0, |missed| missed.announcements.len()),
            missed.map_or(0, |missed| missed.posts.len()),
        )
    };
    assert_eq!(told().await, (1, 1, 1));
    for (what, left) in [
        (Muted::Thread(hot), (1, 1, 0)),
        (Muted::Thread(mine), (0, 1, 1)),
        (Muted::Person(bea.person), (0, 1, 1)),
        (Muted::Person(zoe.person), (1, 1, 0)),
        (Muted::Community(club), (1, 1, 0)),
    ] {
        mute(&yard.ctx, &luc, what, true).await.unwrap();
        assert_eq!(told().await, left, "{what:?}");
        mute(&yard.ctx, &luc, what, false).await.unwrap();
    }
}

#[tokio::test]
async fn the_home_page_stands_in_the_order_one_chose() {
    let Club { yard, club, zoe, luc } = club().await;
    let mut all = Vec::new();
    for n in 0..25 {
        all.push(posts(&yard, if n % 2 == 0 { &zoe } else { &luc }, club, &format!("Titre {n}")).await);
    }
    yard.wait(5);
    feed::comment(&yard.ctx, &zoe, all[1], "Encore vrai", "").await.unwrap();
    let first = async || feed::home(&yard.ctx, &luc, None).await.unwrap();
    assert_eq!(ids(&first().await)[0], all[24]);
    prefer(&yard.ctx, &luc, Order::Active).await.unwrap();
    let page = first().await;
    assert_eq!((ids(&page)[..2].to_vec(), page.items.len()), (vec![all[1], all[24]], 20));
    // Others go on between two pages: what was read does not come again, and nothing else is missed.
    yard.wait(5);
    feed::comment(&yard.ctx, &zoe, all[0], "Du fond", "").await.unwrap();
    let new = posts(&yard, &luc, club, "Nouveau").await;
    let rest = feed::home(&yard.ctx, &luc, page.next.as_deref()).await.unwrap();
    let mut found = [ids(&page), ids(&rest)].concat();
    assert_eq!(rest.next, None);
    found.sort_unstable();
    assert_eq!(found, all[1..], "the first was stirred: it waits on top");
    let mut top = ids(&first().await)[..2].to_vec();
    top.sort_unstable();
    assert_eq!(top, [all[0], new]);
    // A cursor goes on in its own order.
    prefer(&yard.ctx, &luc, Order::Newest).await.unwrap();
    assert_eq!(feed::home(&yard.ctx, &luc, page.next.as_deref()).await.unwrap(), rest);
    for nonsense in ["x", "0000000000000", "9999999999999ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "-1"] {
        assert_eq!(ids(&feed::home(&yard.ctx, &luc, Some(nonsense)).await.unwrap()), ids(&first().await));
    }
}

#[tokio::test]
async fn nobody_fills_the_page_and_nothing_is_lost() {
    let yard = Yard::open().await;
    let loud = yard.employee("Loïc").await;
    let mut crowd = yard.crowd(9).await;
    let all: Vec<_> = std::iter::once(&loud).chain(&crowd).collect();
    let club = yard.community("club", &all).await;
    let loud = yard.fresh(&loud).await;
    for person in &mut crowd {
        *person = yard.fresh(person).await;
    }
    let mut written = Vec::new();
    for n in 0..60 {
        let by = if n % 3 == 0 { &crowd[n / 3 % crowd.len()] } else { &loud };
        written.push(posts(&yard, by, club, &format!("Titre {n}")).await);
    }
    let (mut found, mut cursor) = (Vec::new(), None::<String>);
    for _ in 0..20 {
        let page = feed::home(&yard.ctx, &crowd[0], cursor.as_deref()).await.unwrap();
        let places = page.items.iter().filter(|view| view.post.author == loud.person).count();
        // Where few are left each has an equal share.
        assert!(places <= VOICES || page.items.len() < PAGE, "{places}");
        for view in &page.items {
            found.push(view.post.id);
            found.extend(view.stance.others.iter().map(|(post, _)| *post));
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
        posts(&yard, &loud, club, "Pendant ce temps").await;
    }
    assert_eq!(cursor, None);
    found.sort_unstable();
    assert_eq!(found, written);
}

#[tokio::test]
async fn a_rare_voice_comes_up_and_a_place_one_cannot_see_tells_nothing() {
    let yard = Yard::open().await;
    let (zoe, rare) = (yard.employee("Zoé").await, yard.employee("Rémi").await);
    let crowd = yard.crowd(6).await;
    let all: Vec<_> = [&zoe, &rare].into_iter().chain(&crowd).collect();
    let club = yard.community("club", &all).await;
    let hidden = Sketch { listed: false, ..Sketch::default() };
    let secret = yard.community_as("caché", &[&rare, &zoe], hidden).await;
    let rare = yard.fresh(&rare).await;
    for person in &crowd {
        posts(&yard, &yard.fresh(person).await, club, "Il y a peu").await;
    }
    yard.wait(DAY);
    // What is written where others see nothing does not count.
    posts(&yard, &rare, secret, "Chut").await;
    let voice = posts(&yard, &rare, club, "Je me lance").await;
    for person in &crowd {
        posts(&yard, &yard.fresh(person).await, club, "Encore").await;
    }
    let home = feed::home(&yard.ctx, &yard.fresh(&crowd[0]).await, None).await.unwrap();
    let place = home.items.iter().position(|view| view.post.id == voice).unwrap();
    assert_eq!(place, 6 - domain::feed::LIFT);
    assert!(home.items[place].stance.rare);
    assert_eq!(home.items.iter().filter(|view| view.stance.rare).count(), 1);
    assert!(!feed::post(&yard.ctx, &zoe, voice).await.unwrap().stance.rare);
}

#[tokio::test]
async fn what_a_reader_chose_is_one_read_by_key() {
    let yard = Yard::open().await;
    let plan = plan(&yard.ctx, taste::TASTE, bind! { person: "01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned() }).await;
    assert!(!plan.contains("TableScan"), "{plan}");
}
