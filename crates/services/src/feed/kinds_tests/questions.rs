use super::*;
use domain::feed::{FeedError, QuestionView};
use domain::id::CommentId;

fn question(extra: Extra) -> QuestionView {
    match extra {
        Extra::Question(question) => question,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn who_asked_accepts_an_answer_changes_it_and_takes_it_back() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Question).await;
    let first = comment(ctx, &club.other, post, "Au **parc**, à midi.", "").await.unwrap();
    let second = comment(ctx, &club.animator, post, "Non, au quai.", "").await.unwrap();
    assert_eq!(question(club.extra(&club.member, post).await), QuestionView { answer: None, accepts: true });
    assert!(!question(club.extra(&club.other, post).await).accepts);
    assert!(question(club.extra(&club.animator, post).await).accepts);
    for _ in 0..2 {
        accept_answer(ctx, &club.member, post, Some(first)).await.unwrap();
        let answer = question(club.extra(&club.outsider, post).await).answer.unwrap();
        assert_eq!(
            (answer.comment, answer.author.name.as_str(), answer.excerpt.as_str()),
            (first, "Luc Durand", "Au parc, à midi.")
        );
    }
    // Its words are those of the comment as it stands.
    edit_comment(ctx, &club.other, post, first, "Au parc, à une heure.").await.unwrap();
    assert_eq!(
        question(club.extra(&club.member, post).await).answer.unwrap().excerpt,
        "Au parc, à une heure."
    );
    let marked = |page: domain::page::Page<domain::feed::Branch>| -> Vec<_> {
        page.items.iter().filter(|branch| branch.root.accepted).map(|branch| branch.root.id).collect()
    };
    assert_eq!(marked(comments(ctx, &club.other, post, None).await.unwrap()), [first]);
    accept_answer(ctx, &club.animator, post, Some(second)).await.unwrap();
    assert_eq!(marked(comments(ctx, &club.other, post, None).await.unwrap()), [second]);
    accept_answer(ctx, &club.member, post, None).await.unwrap();
    assert_eq!(question(club.extra(&club.member, post).await).answer, None);
    club.is_sound().await;
}

#[tokio::test]
async fn an_answer_is_accepted_by_those_it_is_for_and_from_its_own_thread() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Question).await;
    let elsewhere = club.says(&club.member, PostKind::Discussion).await;
    let said = comment(ctx, &club.other, post, "Oui", "").await.unwrap();
    let away = comment(ctx, &club.other, elsewhere, "Oui", "").await.unwrap();
    refuses(accept_answer(ctx, &club.other, post, Some(said)).await, Reason::Forbidden);
    refuses(accept_answer(ctx, &club.outsider, post, Some(said)).await, Reason::Forbidden);
    refuses(accept_answer(ctx, &club.member, post, Some(away)).await, Reason::NotFound);
    refuses(accept_answer(ctx, &club.member, elsewhere, Some(away)).await, Reason::NotFound);
    let unknown = CommentId::new(ctx.ulid());
    refuses(accept_answer(ctx, &club.member, post, Some(unknown)).await, Reason::NotFound);
    // What answers it and is taken away answers it no more.
    accept_answer(ctx, &club.member, post, Some(said)).await.unwrap();
    delete_comment(ctx, &club.other, post, said).await.unwrap();
    assert_eq!(question(club.extra(&club.member, post).await).answer, None);
    club.is_sound().await;
}

#[tokio::test]
async fn a_question_that_is_answered_stays_a_question() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Question).await;
    let said = comment(ctx, &club.other, post, "Oui", "").await.unwrap();
    let to = |kind, revision| Edit {
        draft: Draft { kind, body: "Autre".into(), ..Draft::default() },
        revision,
        ..Edit::default()
    };
    edit(ctx, &club.member, post, to(PostKind::Idea, 0)).await.unwrap();
    edit(ctx, &club.member, post, to(PostKind::Question, 1)).await.unwrap();
    accept_answer(ctx, &club.member, post, Some(said)).await.unwrap();
    refuses(edit(ctx, &club.member, post, to(PostKind::Discussion, 2)).await, FeedError::Answered);
    // Never an announcement by the back door.
    let refused = edit(ctx, &club.member, post, to(PostKind::Announcement, 2)).await.unwrap_err();
    assert_eq!(refused.failure().fields[0].0, "kind");
    accept_answer(ctx, &club.member, post, None).await.unwrap();
    edit(ctx, &club.member, post, to(PostKind::Discussion, 2)).await.unwrap();
    assert_eq!(club.extra(&club.member, post).await, Extra::None);
}
