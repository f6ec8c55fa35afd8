use super::*;
use domain::{
    feed::{ANSWERS_KEPT, Branch, FeedError, Spot, THREAD_PAGE},
    id::CommentId,
};

impl Club {
    async fn answers(&self, actor: &Actor, post: PostId, to: CommentId, body: &str) -> CommentId {
        answer_comment(self.ctx(), actor, post, Some(to), body, "").await.unwrap()
    }

    async fn thread(&self, post: PostId) -> Vec<Branch> {
        comments(self.ctx(), &self.member, post, None).await.unwrap().items
    }

    async fn counted(&self, post: PostId) -> u64 {
        super::super::post(self.ctx(), &self.member, post).await.unwrap().comments
    }
}

#[tokio::test]
async fn an_answer_to_an_answer_joins_the_same_level_and_names_whom_it_is_for() {
    let club = Club::open().await;
    let post = club.says(&club.member, PostKind::Discussion).await;
    let root = comment(club.ctx(), &club.member, post, "Qui vient ?", "").await.unwrap();
    let first = club.answers(&club.other, post, root, "Moi").await;
    let second = club.answers(&club.animator, post, first, "Avec ton vélo ?").await;
    let third = club.answers(&club.other, post, second, "À pied").await;
    let alone = comment(club.ctx(), &club.animator, post, "Autre chose", "").await.unwrap();
    let thread = club.thread(post).await;
    let shape: Vec<_> = thread
        .iter()
        .map(|branch| (branch.root.id, branch.answers.iter().map(|answer| answer.id).collect::<Vec<_>>()))
        .collect();
    assert_eq!(shape, [(root, vec![first, second, third]), (alone, vec![])]);
    let to: Vec<_> = thread[0]
        .answers
        .iter()
        .map(|answer| answer.to.as_ref().map(|person| person.name.as_str()))
        .collect();
    assert_eq!(to, [None, Some("Luc Durand"), Some("Ada Un")]);
    assert_eq!(club.counted(post).await, 5);
    club.is_sound().await;
}

#[tokio::test]
async fn a_comment_taken_away_leaves_its_place_to_those_who_answered() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Question).await;
    let root = comment(ctx, &club.other, post, "Pardon", "").await.unwrap();
    let answer = club.answers(&club.member, post, root, "Ce n’est rien").await;
    let second = club.answers(&club.member, post, root, "Vraiment").await;
    accept_answer(ctx, &club.member, post, Some(root)).await.unwrap();
    for _ in 0..2 {
        delete_comment(ctx, &club.other, post, root).await.unwrap();
    }
    let thread = club.thread(post).await;
    assert_eq!((thread.len(), thread[0].root.gone, &*thread[0].root.html), (1, true, ""));
    assert!(!thread[0].root.accepted && !thread[0].root.deletes);
    assert_eq!(club.counted(post).await, 2);
    club.is_sound().await;
    refuses(edit_comment(ctx, &club.other, post, root, "Si").await, Reason::NotFound);
    let late = answer_comment(ctx, &club.other, post, Some(root), "Encore", "").await;
    refuses(late, FeedError::CommentGone);
    delete_comment(ctx, &club.member, post, answer).await.unwrap();
    assert_eq!(club.thread(post).await.len(), 1);
    delete_comment(ctx, &club.animator, post, second).await.unwrap();
    assert_eq!((club.thread(post).await.len(), club.counted(post).await), (0, 0));
    club.is_sound().await;
}

#[tokio::test]
async fn one_answers_a_comment_of_the_same_post() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let (here, there) =
        (club.says(&club.member, PostKind::Discussion).await, club.says(&club.member, PostKind::Idea).await);
    let away = comment(ctx, &club.other, there, "Là-bas", "").await.unwrap();
    let refused = answer_comment(ctx, &club.member, here, Some(away), "Ici", "").await;
    refuses(refused, FeedError::CommentGone);
    let root = comment(ctx, &club.other, here, "Ici", "").await.unwrap();
    refuses(answer_comment(ctx, &club.outsider, here, Some(root), "x", "").await, FeedError::NotMember);
    // Sent twice, it is one answer.
    for _ in 0..3 {
        answer_comment(ctx, &club.member, here, Some(root), "Oui", "k").await.unwrap();
    }
    assert_eq!(club.thread(here).await[0].answers.len(), 1);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn answers_and_deletions_at_once_leave_a_sound_thread() {
    let club = Club::open().await;
    let post = club.says(&club.member, PostKind::Discussion).await;
    for _ in 0..5 {
        let root = comment(club.ctx(), &club.other, post, "Qui ?", "").await.unwrap();
        let answers = (0..6).map(|_| answer_comment(club.ctx(), &club.member, post, Some(root), "Moi", ""));
        let (_, gone) = tokio::join!(
            futures::future::join_all(answers),
            delete_comment(club.ctx(), &club.other, post, root)
        );
        gone.unwrap();
    }
    club.is_sound().await;
}

#[tokio::test]
async fn a_permanent_link_reaches_the_page_of_its_comment() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Discussion).await;
    let mut seeds = Vec::new();
    let seed = |answers, n: i64| SeedComment {
        post,
        author: club.member.person,
        body: format!("n° {n}"),
        answers,
        at: club.yard.now() + jiff::SignedDuration::from_secs(n),
    };
    for n in 0..THREAD_PAGE + 5 {
        seeds.push(seed(None, i64::try_from(n).unwrap()));
    }
    let last_root = seeds.len() - 1;
    for n in 0..ANSWERS_KEPT + 3 {
        seeds.push(seed(Some(last_root), 1000 + i64::try_from(n).unwrap()));
    }
    let ids = seed_comments(ctx, &seeds).await.unwrap();
    club.is_sound().await;
    let at = async |id: CommentId| spot(ctx, &club.other, post, id).await.unwrap();
    assert_eq!(at(ids[3]).await, Spot::default());
    for id in [ids[last_root], ids[last_root + 1], ids[last_root + ANSWERS_KEPT]] {
        let spot = at(id).await;
        assert_eq!(spot.branch, None);
        let page = comments(ctx, &club.other, post, spot.after.as_deref()).await.unwrap();
        let first = &page.items[0];
        assert_eq!((first.root.id, first.answers.len(), first.more), (ids[last_root], ANSWERS_KEPT, 3));
    }
    let far = ids[last_root + ANSWERS_KEPT + 3];
    let spot = at(far).await;
    assert_eq!(spot.branch, Some(ids[last_root]));
    let page = branch(ctx, &club.other, post, ids[last_root], spot.after.as_deref()).await.unwrap();
    assert_eq!(page.items[0].answers.iter().map(|answer| answer.id).collect::<Vec<_>>(), [far]);
    let whole = branch(ctx, &club.other, post, ids[last_root], None).await.unwrap();
    assert_eq!((whole.items[0].answers.len(), whole.next), (ANSWERS_KEPT + 3, None));
    assert_eq!(at(CommentId::new(ctx.ulid())).await, Spot::default());
    refuses(branch(ctx, &club.other, post, far, None).await, Reason::NotFound);
}
