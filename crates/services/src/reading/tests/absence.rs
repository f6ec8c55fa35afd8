//! Three weeks away: what was decided, what was answered, what is still asked.

use super::*;
use domain::{
    feed::{IdeaState, PollForm},
    id::CommentId,
    reading::Decided,
};
use jiff::ToSpan;

struct Club {
    yard: Yard,
    club: CommunityId,
    zoe: Actor,
    luc: Actor,
}

/// Zoé runs it, Luc is a member who was here a moment ago.
async fn club() -> Club {
    let yard = Yard::open().await;
    let (zoe, bea, luc) =
        (yard.employee("Zoé").await, yard.employee("Béa").await, yard.employee("Luc").await);
    let club = yard.community("club", &[&zoe, &bea]).await;
    yard.join(&luc, club).await;
    let (zoe, luc) = (yard.fresh(&zoe).await, yard.fresh(&luc).await);
    posts(&yard, &zoe, club, "Avant").await;
    reads(&yard, &luc).await;
    Club { yard, club, zoe, luc }
}

async fn poll(yard: &Yard, by: &Actor, community: CommunityId, title: &str, days: i64) -> PostId {
    yard.wait(1);
    let end = yard.ctx.today().checked_add(days.days()).unwrap().to_string();
    let poll = PollForm {
        options: "Lundi\nMardi".into(),
        end_date: end,
        end_time: "12:00".into(),
        ..PollForm::default()
    };
    let draft = Draft { kind: PostKind::Poll, title: title.into(), body: "Un mot.".into() };
    let beside = feed::Beside { poll, ..feed::Beside::default() };
    feed::publish_with(&yard.ctx, by, community, draft, beside, vec![], "").await.unwrap()
}

async fn answers(yard: &Yard, by: &Actor, post: PostId, to: Option<CommentId>, body: &str) -> CommentId {
    yard.wait(1);
    feed::answer_comment(&yard.ctx, by, post, to, body, "").await.unwrap()
}

#[tokio::test]
async fn ideas_judged_polls_that_ended_and_those_that_close_are_told() {
    let Club { yard, club, zoe, luc } = club().await;
    let idea = posts_as(&yard, &luc, club, "Un potager", PostKind::Idea).await;
    let old = posts_as(&yard, &luc, club, "Une piscine", PostKind::Idea).await;
    feed::judge_idea(&yard.ctx, &zoe, old, "dropped", "Trop cher.").await.unwrap();
    let over = poll(&yard, &zoe, club, "Quel jour ?", 2).await;
    reads(&yard, &luc).await;
    yard.wait(21 * DAY);
    feed::judge_idea(&yard.ctx, &zoe, idea, "kept", "On commence au printemps.").await.unwrap();
    let closing = poll(&yard, &zoe, club, "Quelle heure ?", 2).await;
    poll(&yard, &zoe, club, "Quel lieu ?", 30).await;
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    let told = |page: &domain::reading::CatchUp| -> Vec<(PostId, Decided)> {
        let decisions = page.communities.iter().flat_map(|missed| &missed.decisions);
        decisions.map(|decision| (decision.post.id, decision.what)).collect()
    };
    let day = yard.ctx.today().checked_add(2.days()).unwrap();
    assert_eq!(
        told(&page),
        [
            (idea, Decided::Idea(IdeaState::Kept)),
            (closing, Decided::PollCloses(day)),
            (over, Decided::PollOver)
        ]
    );
    feed::vote(&yard.ctx, &luc, closing, &["0".to_owned()]).await.unwrap();
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    assert_eq!(told(&page).len(), 2, "who has voted is not asked again");
    caught_up(&yard.ctx, &luc, page.upto).await.unwrap();
    yard.wait(1);
    assert!(told(&catch_up(&yard.ctx, &luc).await.unwrap()).is_empty());
}

#[tokio::test]
async fn answers_to_me_are_found_on_both_levels_and_no_others() {
    let Club { yard, club, zoe, luc } = club().await;
    let theirs = posts(&yard, &zoe, club, "La leur").await;
    let mine = posts(&yard, &luc, club, "La mienne").await;
    let root = answers(&yard, &luc, theirs, None, "Je viens").await;
    let other = answers(&yard, &zoe, theirs, None, "Qui encore ?").await;
    let nested = answers(&yard, &luc, theirs, Some(other), "Moi encore").await;
    reads(&yard, &luc).await;
    yard.wait(21 * DAY);
    let page = async || {
        let found = catch_up(&yard.ctx, &luc).await.unwrap().answers;
        found.into_iter().map(|answer| (answer.post.title, answer.count, answer.first)).collect::<Vec<_>>()
    };
    answers(&yard, &zoe, theirs, None, "À tout le monde").await;
    answers(&yard, &zoe, theirs, Some(other), "À moi-même").await;
    assert!(page().await.is_empty());
    let first = answers(&yard, &zoe, theirs, Some(root), "À Luc").await;
    let second = answers(&yard, &zoe, theirs, Some(nested), "À Luc aussi").await;
    assert_eq!(page().await, [("La leur".to_owned(), 2, first)]);
    let under = answers(&yard, &zoe, mine, None, "Sous la sienne").await;
    assert_eq!(page().await, [("La mienne".to_owned(), 1, under), ("La leur".to_owned(), 2, first)]);
    feed::delete_comment(&yard.ctx, &zoe, theirs, second).await.unwrap();
    assert_eq!(page().await[1].1, 1);
}

#[tokio::test]
async fn an_answer_of_mine_that_was_accepted_is_told_once() {
    let Club { yard, club, zoe, luc } = club().await;
    let question = posts_as(&yard, &zoe, club, "Où ça ?", PostKind::Question).await;
    let said = answers(&yard, &luc, question, None, "Au parc").await;
    reads(&yard, &luc).await;
    yard.wait(21 * DAY);
    assert!(catch_up(&yard.ctx, &luc).await.unwrap().accepted.is_empty());
    for _ in 0..2 {
        feed::accept_answer(&yard.ctx, &zoe, question, Some(said)).await.unwrap();
    }
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    assert_eq!(
        page.accepted.iter().map(|found| (found.post.id, found.comment)).collect::<Vec<_>>(),
        [(question, said)]
    );
    assert!(!page.is_empty());
    caught_up(&yard.ctx, &luc, page.upto).await.unwrap();
    yard.wait(1);
    assert!(catch_up(&yard.ctx, &luc).await.unwrap().accepted.is_empty());
}

#[tokio::test]
async fn an_announcement_is_told_until_it_is_confirmed() {
    let Club { yard, club, zoe, luc } = club().await;
    yard.wait(21 * DAY);
    let news = posts_as(&yard, &zoe, club, "Important", PostKind::Announcement).await;
    let told = async |by: &Actor| -> Vec<bool> {
        let page = catch_up(&yard.ctx, by).await.unwrap();
        let briefs = page.communities.iter().flat_map(|missed| &missed.announcements);
        briefs.map(|brief| brief.to_confirm).collect()
    };
    assert_eq!((told(&luc).await, told(&zoe).await), (vec![true], vec![]));
    feed::confirm_reading(&yard.ctx, &luc, news).await.unwrap();
    assert_eq!(told(&luc).await, Vec::<bool>::new());
}

#[tokio::test]
async fn the_page_ends_however_much_was_said() {
    let Club { yard, club, zoe, luc } = club().await;
    yard.wait(21 * DAY);
    for n in 0..40 {
        let kind = if n % 4 == 0 { PostKind::Announcement } else { PostKind::Discussion };
        let post = posts_as(&yard, &zoe, club, &format!("Titre {n}"), kind).await;
        for _ in 0..2 {
            answers(&yard, &zoe, post, None, "Oui").await;
        }
    }
    let page = catch_up(&yard.ctx, &luc).await.unwrap();
    let missed = &page.communities[0];
    assert_eq!(
        (missed.unread, missed.announcements.len(), missed.posts.len()),
        (UNREAD_MOST + 1, domain::reading::ANNOUNCEMENTS_SHOWN, domain::reading::POSTS_SHOWN)
    );
}
