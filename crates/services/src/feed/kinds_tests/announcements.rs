use super::*;
use domain::feed::{AnnouncementView, FeedError, PAGE};
use std::collections::BTreeSet;

fn news(extra: Extra) -> AnnouncementView {
    match extra {
        Extra::Announcement(news) => news,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn announcements_are_for_those_who_moderate() {
    let club = Club::open().await;
    refuses(club.try_to_say(&club.member, PostKind::Announcement).await, FeedError::NotAnimator);
    refuses(club.try_to_say(&club.outsider, PostKind::Announcement).await, FeedError::NotMember);
    club.says(&club.animator, PostKind::Announcement).await;
    let manager = club.yard.manager("Maud Responsable").await;
    refuses(club.try_to_say(&manager, PostKind::Announcement).await, FeedError::NotMember);
    club.yard.join(&manager, club.club).await;
    club.says(&club.yard.fresh(&manager).await, PostKind::Announcement).await;
    // Who animated it when the page was opened, and does no more.
    let surql = "UPDATE type::record('membership', [$p, $c]) SET role = 'member'";
    let variables = crate::bind! {
        p: crate::db::Id(club.animator.person), c: crate::db::Id(club.club)
    };
    club.ctx().db().query(surql, variables).await.unwrap();
    refuses(club.try_to_say(&club.animator, PostKind::Announcement).await, FeedError::NotAnimator);
}

#[tokio::test]
async fn reading_is_confirmed_once_with_its_date() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.animator, PostKind::Announcement).await;
    let asked = AnnouncementView { mine: false, confirms: true, confirmed: None };
    assert_eq!(news(club.extra(&club.member, post).await), asked);
    let first = club.yard.now();
    for _ in 0..3 {
        confirm_reading(ctx, &club.member, post).await.unwrap();
        club.yard.wait(3600);
    }
    assert!(news(club.extra(&club.member, post).await).mine);
    confirm_reading(ctx, &club.animator, post).await.unwrap();
    let own = AnnouncementView { mine: false, confirms: false, confirmed: Some(1) };
    assert_eq!(news(club.extra(&club.animator, post).await), own);
    refuses(confirm_reading(ctx, &club.outsider, post).await, FeedError::NotMember);
    let read = readers(ctx, &club.animator, post, Readers::Confirmed, None).await.unwrap();
    assert_eq!((read.confirmed, read.members), (1, 4));
    let who: Vec<_> = read.page.items.iter().map(|reader| (reader.person.id, reader.at)).collect();
    assert_eq!(who, [(club.member.person, Some(first))]);
    let waiting = readers(ctx, &club.animator, post, Readers::Waiting, None).await.unwrap();
    let names: Vec<_> = waiting.page.items.iter().map(|reader| reader.person.name.as_str()).collect();
    assert_eq!(names, ["Bea Deux", "Luc Durand"], "its author is not waited for");
    refuses(readers(ctx, &club.member, post, Readers::Waiting, None).await, Reason::Forbidden);
    refuses(readers(ctx, &club.outsider, post, Readers::Waiting, None).await, Reason::Forbidden);
    let idea = club.says(&club.member, PostKind::Idea).await;
    refuses(confirm_reading(ctx, &club.member, idea).await, Reason::NotFound);
    refuses(readers(ctx, &club.animator, idea, Readers::Waiting, None).await, Reason::NotFound);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_are_listed_page_by_page_each_once() {
    let club = Club::open().await;
    let post = club.says(&club.animator, PostKind::Announcement).await;
    let crowd = club.yard.crowd(PAGE * 4).await;
    let mut members = Vec::new();
    for actor in &crowd {
        club.yard.join(actor, club.club).await;
        members.push(club.yard.fresh(actor).await);
    }
    let (read, unread) = members.split_at(PAGE * 2 + 1);
    let all = read.iter().chain(read).map(|actor| async {
        confirm_reading(club.ctx(), actor, post).await.unwrap();
    });
    futures::future::join_all(all).await;
    for (which, expected) in [(Readers::Confirmed, read), (Readers::Waiting, unread)] {
        let mut wanted: BTreeSet<_> = expected.iter().map(|actor| actor.person).collect();
        if which == Readers::Waiting {
            wanted.extend([club.member.person, club.other.person]);
        }
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let page =
                readers(club.ctx(), &club.animator, post, which, cursor.as_deref()).await.unwrap().page;
            assert!(page.items.len() <= PAGE);
            seen.extend(page.items.iter().map(|reader| reader.person.id));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let count = seen.len();
        let found: BTreeSet<_> = seen.into_iter().collect();
        assert_eq!(count, found.len());
        let missing = wanted.difference(&found).count();
        // The other animator is a member too.
        assert_eq!((missing, found.len() - wanted.len()), (0, usize::from(which == Readers::Waiting)));
    }
    let nonsense = readers(club.ctx(), &club.animator, post, Readers::Confirmed, Some("~~")).await.unwrap();
    assert_eq!(nonsense.page.items.len(), PAGE);
    club.is_sound().await;
}
