//! Lists: in order, whole, and of one's own communities.

use super::*;
use domain::event::{PAGE, Phase};
use jiff::ToSpan;

/// Events every three hours around now, before and after, in two communities of `member`.
async fn calendar(club: &Club, events: i64) -> Vec<EventId> {
    let second = club.yard.community("lecture", &[&club.member]).await;
    let seed = |n: i64| {
        let dtstart = club.yard.now() + (3 * n + 1).hours();
        SeedEvent {
            community: if n % 3 == 0 { second } else { club.club },
            organizer: club.animator.person,
            summary: format!("Événement {n}"),
            description: String::new(),
            location: "Sous le préau".into(),
            dtstart,
            dtend: dtstart + 1.hour(),
            capacity: None,
            created: club.yard.now() - 30.hours(),
        }
    };
    let seeds: Vec<_> = (-events..events).map(seed).collect();
    seed_events(&club.yard.ctx, &seeds).await.unwrap()
}

#[tokio::test]
async fn all_my_communities_make_one_list_without_gap_or_repeat() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let ids = calendar(&club, 45).await;
    let member = club.yard.fresh(&club.member).await;
    let (mut ahead, mut behind) = (Vec::new(), Vec::new());
    let mut cursor = None;
    loop {
        let page = upcoming(ctx, &member, cursor.as_deref()).await.unwrap();
        assert!(page.items.len() <= PAGE && page.items.iter().all(|card| card.phase != Phase::Over));
        ahead.extend(page.items.iter().map(|card| card.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    loop {
        let page = past(ctx, &member, cursor.as_deref()).await.unwrap();
        assert!(page.items.len() <= PAGE && page.items.iter().all(|card| card.phase == Phase::Over));
        behind.extend(page.items.iter().map(|card| card.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    behind.reverse();
    assert_eq!([behind, ahead].concat(), ids);
}

#[tokio::test]
async fn a_list_holds_my_communities_only() {
    let club = Club::open().await;
    calendar(&club, 3).await;
    let (ctx, visitor) = (&club.yard.ctx, club.yard.employee("Ines").await);
    assert!(upcoming(ctx, &visitor, None).await.unwrap().items.is_empty());
    let here = community_events(ctx, &visitor, club.club, None).await.unwrap();
    assert!(!here.items.is_empty() && here.items.iter().all(|card| card.community.id == club.club));
    assert_eq!(here.items[0].community.slug, "course");
}

#[tokio::test]
async fn what_is_under_way_is_not_past() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let run = club.event("").await;
    let listed = async || {
        let ahead = community_events(ctx, &club.member, club.club, None).await.unwrap();
        let behind = community_past(ctx, &club.member, club.club, None).await.unwrap();
        (ahead.items.iter().any(|c| c.id == run), behind.items.iter().any(|c| c.id == run))
    };
    assert_eq!(listed().await, (true, false));
    club.yard.wait(28 * 3600);
    assert_eq!(listed().await, (true, false));
    club.yard.wait(3600);
    assert_eq!(listed().await, (false, true));
}

#[tokio::test]
async fn a_made_up_cursor_leads_nowhere_worse() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    club.event("").await;
    for (cursor, found) in [("", 1), ("000000000000", 1), ("'; DELETE event;", 1), ("zzz", 0)] {
        let page = upcoming(ctx, &club.member, Some(cursor)).await.unwrap();
        assert_eq!(page.items.len(), found, "{cursor}");
    }
}

#[tokio::test]
async fn a_list_tells_where_i_have_a_place() {
    let club = Club::open().await;
    let ctx = &club.yard.ctx;
    let [mine, other] = [club.event("9").await, club.event_on("2026-11-25", "").await];
    register(ctx, &club.member, mine).await.unwrap();
    register(ctx, &club.animator, other).await.unwrap();
    let page = upcoming(ctx, &club.member, None).await.unwrap();
    let told: Vec<_> = page.items.iter().map(|card| (card.id, card.seats.mine)).collect();
    assert_eq!(told, [(mine, true), (other, false)]);
}
