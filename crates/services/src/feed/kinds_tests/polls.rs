use super::*;
use crate::{bind, db::Id};
use domain::{
    feed::{FeedError, PollForm, PollView, Results},
    form::Fault,
};
use surrealdb::types::{ToSql, Value};

fn asked(multiple: bool, anonymous: bool) -> Beside {
    let poll = PollForm {
        options: "Lundi\nMardi\nJeudi".into(),
        multiple,
        anonymous,
        end_date: "2026-11-30".into(),
        end_time: "18:00".into(),
    };
    Beside { poll, ..Beside::default() }
}

impl Club {
    async fn asks(&self, beside: Beside) -> Result<PostId> {
        let draft = Draft { kind: PostKind::Poll, title: "Quel jour ?".into(), body: String::new() };
        publish_with(self.ctx(), &self.member, self.club, draft, beside, vec![], "").await
    }

    async fn poll(&self, actor: &Actor, post: PostId) -> PollView {
        match self.extra(actor, post).await {
            Extra::Poll(poll) => poll,
            other => panic!("{other:?}"),
        }
    }

    async fn votes(&self, actor: &Actor, post: PostId, ticked: &[&str]) -> Result<()> {
        let ticked: Vec<_> = ticked.iter().map(|text| (*text).to_owned()).collect();
        vote(self.ctx(), actor, post, &ticked).await
    }

    async fn crowd(&self, count: usize) -> Vec<Actor> {
        let mut members = Vec::new();
        for actor in self.yard.crowd(count).await {
            self.yard.join(&actor, self.club).await;
            members.push(self.yard.fresh(&actor).await);
        }
        members
    }
}

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn a_named_vote_may_change_until_the_end_and_shows_who_voted_what() {
    let club = Club::open().await;
    let post = club.asks(asked(false, false)).await.unwrap();
    let poll = club.poll(&club.other, post).await;
    assert_eq!(poll.options, ["Lundi", "Mardi", "Jeudi"]);
    assert_eq!((poll.results, poll.votes, poll.names), (Results::AfterVote, true, false));
    assert_eq!(poll.ends_on.to_string(), "2026-11-30T18:00:00");
    refuses(voters(club.ctx(), &club.other, post, None).await, Reason::Forbidden);
    for (ticked, counts) in [("0", [1, 0, 0]), ("0", [1, 0, 0]), ("2", [0, 0, 1]), ("1", [0, 1, 0])] {
        club.votes(&club.other, post, &[ticked]).await.unwrap();
        let poll = club.poll(&club.other, post).await;
        assert_eq!((poll.results, poll.voters), (Results::Counts(counts.to_vec()), 1));
        assert_eq!(poll.mine, [ticked.parse::<usize>().unwrap()]);
    }
    club.votes(&club.animator, post, &["2"]).await.unwrap();
    let told = voters(club.ctx(), &club.other, post, None).await.unwrap();
    let mut rows: Vec<_> =
        told.page.items.iter().map(|row| (row.person.name.as_str(), row.choices.join("+"))).collect();
    rows.sort_unstable();
    assert_eq!(rows, [("Ada Un", "Jeudi".to_owned()), ("Luc Durand", "Mardi".to_owned())]);
    // Whoever has not voted sees nothing, until the end.
    assert_eq!(club.poll(&club.member, post).await.results, Results::AfterVote);
    refuses(club.votes(&club.outsider, post, &["0"]).await, FeedError::NotMember);
    club.yard.wait(8 * DAY);
    refuses(club.votes(&club.member, post, &["0"]).await, FeedError::PollOver);
    let over = club.poll(&club.outsider, post).await;
    assert_eq!((over.ended, over.votes, over.results), (true, false, Results::Counts(vec![0, 1, 1])));
    club.is_sound().await;
}

#[tokio::test]
async fn several_may_be_chosen_where_several_are_asked() {
    let club = Club::open().await;
    let post = club.asks(asked(true, false)).await.unwrap();
    club.votes(&club.other, post, &["0", "2"]).await.unwrap();
    club.votes(&club.other, post, &["2", "1"]).await.unwrap();
    assert_eq!(club.poll(&club.other, post).await.results, Results::Counts(vec![0, 1, 1]));
    let single = club.asks(asked(false, false)).await.unwrap();
    for ticked in [&["0", "1"][..], &[], &["3"], &["-1"], &["x"]] {
        let refused = club.votes(&club.other, single, ticked).await.unwrap_err().failure();
        assert_eq!(refused.fields[0].0, "choice", "{ticked:?}");
    }
    let question = club.says(&club.member, PostKind::Question).await;
    refuses(club.votes(&club.other, question, &["0"]).await, Reason::NotFound);
    club.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_64_votes_of_one_person_one_counts() {
    for anonymous in [false, true] {
        let club = Club::open().await;
        let post = club.asks(asked(false, anonymous)).await.unwrap();
        let votes = (0..64).map(|n| {
            let choice = ["0", "1", "2"][n % 3];
            let club = &club;
            async move { club.votes(&club.other, post, &[choice]).await }
        });
        let answers = futures::future::join_all(votes).await;
        let taken = answers.iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(taken, if anonymous { 1 } else { 64 });
        for answer in answers {
            assert!(answer.is_ok() || answer.unwrap_err().failure().reason == FeedError::Voted.into());
        }
        assert_eq!(club.poll(&club.other, post).await.voters, 1);
        let sum = "RETURN math::sum($p.poll.counts)";
        assert_eq!(club.yard.number(sum, bind! { p: Id(post) }).await, 1);
        club.is_sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn votes_of_many_at_once_are_all_counted() {
    let club = Club::open().await;
    let post = club.asks(asked(false, true)).await.unwrap();
    let crowd = club.crowd(24).await;
    let votes = crowd.iter().enumerate().map(|(n, actor)| {
        let club = &club;
        async move { club.votes(actor, post, &[["0", "1", "2"][n % 3]]).await.unwrap() }
    });
    futures::future::join_all(votes).await;
    assert_eq!(club.poll(&club.member, post).await.voters, 24);
    club.yard.wait(8 * DAY);
    assert_eq!(club.poll(&club.member, post).await.results, Results::Counts(vec![8, 8, 8]));
    club.is_sound().await;
}

#[tokio::test]
async fn anonymous_results_wait_for_the_end_and_for_five() {
    let club = Club::open().await;
    let (few, enough) =
        (club.asks(asked(false, true)).await.unwrap(), club.asks(asked(false, true)).await.unwrap());
    for actor in &club.crowd(4).await {
        club.votes(actor, few, &["0"]).await.unwrap();
        club.votes(actor, enough, &["0"]).await.unwrap();
    }
    club.votes(&club.other, enough, &["1"]).await.unwrap();
    refuses(club.votes(&club.other, enough, &["2"]).await, FeedError::Voted);
    for post in [few, enough] {
        // Not to who has voted, not to who asked, not to who moderates.
        for actor in [&club.other, &club.member, &club.animator] {
            let poll = club.poll(actor, post).await;
            assert_eq!((poll.results, poll.mine), (Results::AfterEnd, vec![]));
            assert!(!poll.names);
        }
        refuses(voters(club.ctx(), &club.other, post, None).await, Reason::NotFound);
    }
    assert!(!club.poll(&club.other, enough).await.votes, "a vote is final");
    club.yard.wait(8 * DAY);
    assert_eq!(club.poll(&club.animator, few).await.results, Results::TooFew);
    assert_eq!(club.poll(&club.outsider, enough).await.results, Results::Counts(vec![4, 1, 0]));
    refuses(voters(club.ctx(), &club.other, enough, None).await, Reason::NotFound);
}

/// Nothing in a ballot leads to who cast it, and nothing in the record of who has voted leads to a
/// ballot or to a time.
#[tokio::test]
async fn a_ballot_has_no_voter_no_time_and_no_order() {
    let club = Club::open().await;
    let post = club.asks(asked(false, true)).await.unwrap();
    let crowd = club.crowd(12).await;
    for (n, actor) in crowd.iter().enumerate() {
        club.yard.wait(60);
        club.votes(actor, post, &[if n < 6 { "0" } else { "1" }]).await.unwrap();
    }
    let names = |row: &Value| -> Vec<String> {
        let Value::Object(fields) = row else { panic!("{}", row.to_sql()) };
        fields.keys().map(ToString::to_string).collect()
    };
    let ballots = club.ctx().db().rows::<Value>("SELECT * FROM ballot", bind! {}).await.unwrap();
    assert_eq!(ballots.len(), 12);
    for row in &ballots {
        assert!(!row.to_sql().contains("person"), "{}", row.to_sql());
        assert_eq!(names(row), ["choices", "id", "post"]);
    }
    for row in club.ctx().db().rows::<Value>("SELECT * FROM vote", bind! {}).await.unwrap() {
        assert_eq!(names(&row), ["id", "person", "post"]);
    }
    let cast = club.ctx().db().rows::<Vec<i64>>("SELECT VALUE choices FROM ballot", bind! {}).await.unwrap();
    let order: Vec<_> = cast.into_iter().flatten().collect();
    assert!(!order.is_sorted(), "in the order they came: by chance, once in 924 times");
}

#[tokio::test]
async fn what_a_poll_lacks_is_told_beside_its_field() {
    let club = Club::open().await;
    let lacking = club.asks(Beside::default()).await.unwrap_err().failure();
    assert_eq!(
        lacking.fields,
        [("poll_options".to_owned(), Fault::Required), ("poll_end".to_owned(), Fault::Required)]
    );
    let untitled = Draft { kind: PostKind::Poll, ..Draft::default() };
    let (ctx, beside) = (club.ctx(), asked(false, false));
    let refused = publish_with(ctx, &club.member, club.club, untitled, beside, vec![], "").await;
    assert_eq!(refused.unwrap_err().failure().fields, [("title".to_owned(), Fault::Required)]);
    // It stays a poll.
    let post = club.asks(asked(false, false)).await.unwrap();
    let draft = Draft { kind: PostKind::Idea, title: "x".into(), body: "x".into() };
    let refused = edit(ctx, &club.member, post, Edit { draft, ..Edit::default() }).await.unwrap_err();
    assert_eq!(refused.failure().fields, [("kind".to_owned(), Fault::Choice)]);
}
