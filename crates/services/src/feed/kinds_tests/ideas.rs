use super::*;
use domain::feed::{FeedError, IdeaState, IdeaView, Judgement};

fn idea(extra: Extra) -> IdeaView {
    match extra {
        Extra::Idea(idea) => idea,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn each_supports_an_idea_once_and_may_take_it_back() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Idea).await;
    for (actor, wanted, supports) in [
        (&club.member, true, 1),
        (&club.member, true, 1),
        (&club.animator, true, 2),
        (&club.other, false, 2),
        (&club.member, false, 1),
        (&club.member, false, 1),
    ] {
        support(ctx, actor, post, wanted).await.unwrap();
        let seen = idea(club.extra(actor, post).await);
        assert_eq!((seen.supports, seen.mine), (supports, wanted), "{}", actor.name);
    }
    assert!(!idea(club.extra(&club.outsider, post).await).mine);
    refuses(support(ctx, &club.outsider, post, true).await, FeedError::NotMember);
    let question = club.says(&club.member, PostKind::Question).await;
    refuses(support(ctx, &club.member, question, true).await, Reason::NotFound);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn supports_at_once_are_each_counted_once() {
    let club = Club::open().await;
    let post = club.says(&club.member, PostKind::Idea).await;
    let mut crowd = Vec::new();
    for actor in club.yard.crowd(12).await {
        club.yard.join(&actor, club.club).await;
        crowd.push(club.yard.fresh(&actor).await);
    }
    let every = crowd.iter().chain(&crowd).chain(&crowd);
    let all = every.map(|actor| async { support(club.ctx(), actor, post, true).await.unwrap() });
    futures::future::join_all(all).await;
    assert_eq!(idea(club.extra(&club.member, post).await).supports, 12);
    club.is_sound().await;
}

#[tokio::test]
async fn animators_say_where_an_idea_stands_and_why() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Idea).await;
    refuses(judge_idea(ctx, &club.member, post, "kept", "Oui").await, Reason::Forbidden);
    let unsaid = judge_idea(ctx, &club.animator, post, "dropped", " ").await.unwrap_err();
    assert_eq!(unsaid.failure().fields[0].0, "note");
    for (state, word, note) in
        [(IdeaState::UnderStudy, "under_study", "Devis demandé."), (IdeaState::Done, "done", "C’est posé.")]
    {
        judge_idea(ctx, &club.animator, post, word, note).await.unwrap();
        let said = Judgement { state, note: note.into() };
        assert_eq!(idea(club.extra(&club.other, post).await).judgement, Some(said));
    }
    judge_idea(ctx, &club.animator, post, "", "").await.unwrap();
    assert_eq!(idea(club.extra(&club.other, post).await).judgement, None);
    assert!(idea(club.extra(&club.animator, post).await).judges);
    assert!(!idea(club.extra(&club.member, post).await).judges);
}
