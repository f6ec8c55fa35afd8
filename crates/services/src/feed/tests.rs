//! Feeds, against a fresh store.

use super::*;
use crate::{
    Context, bind,
    db::Id,
    testing::{Sketch, Yard, plan},
};
use domain::{
    Actor, Failure, Reason,
    actor::Role,
    community::{CommunityError, Stage},
    feed::{Draft, FeedError, KeptPicture, PAGE, PictureForm, PostView, Reaction, THREAD_PAGE, Tally},
    form::Fault,
    id::{CommentId, CommunityId, MediaId, PersonId, PostId},
    live::Signal,
    policy::Admission,
};
use jiff::ToSpan;
use std::collections::BTreeSet;
use ulid::Ulid;

fn words(body: &str) -> Draft {
    Draft { body: body.into(), ..Draft::default() }
}

/// A community with two animators and one member, and a post of the member.
struct Scene {
    yard: Yard,
    community: CommunityId,
    animator: Actor,
    member: Actor,
    outsider: Actor,
}

impl Scene {
    async fn open() -> Scene {
        let yard = Yard::open().await;
        let (one, two) = (yard.employee("Ada Un").await, yard.employee("Bea Deux").await);
        let community = yard.community("course", &[&one, &two]).await;
        let member = yard.employee("Zoé Martin").await;
        yard.join(&member, community).await;
        let (animator, member) = (yard.fresh(&one).await, yard.fresh(&member).await);
        let outsider = yard.employee("Olga Loin").await;
        Scene { yard, community, animator, member, outsider }
    }

    fn ctx(&self) -> &Context {
        &self.yard.ctx
    }

    async fn says(&self, actor: &Actor, body: &str) -> PostId {
        publish(self.ctx(), actor, self.community, words(body), vec![], "").await.unwrap()
    }

    async fn posts_counted(&self) -> i64 {
        let surql = "RETURN array::len((SELECT VALUE id FROM post WHERE community = $c))";
        self.yard.number(surql, bind! { c: Id(self.community) }).await
    }

    async fn refuses<T: std::fmt::Debug>(&self, answer: Result<T>, reason: impl Into<Reason>) {
        assert_eq!(answer.unwrap_err().failure().reason, reason.into());
    }
}

fn ids(views: &[PostView]) -> Vec<PostId> {
    views.iter().map(|view| view.post.id).collect()
}

#[tokio::test]
async fn a_post_is_read_by_those_of_its_community_and_counted() {
    let scene = Scene::open().await;
    let draft = Draft { title: " Sortie  du midi ".into(), ..words("**Qui vient ?**") };
    let post = publish(scene.ctx(), &scene.member, scene.community, draft, vec![], "k").await.unwrap();
    let view = super::post(scene.ctx(), &scene.animator, post).await.unwrap();
    assert_eq!(view.post.title, "Sortie du midi");
    assert_eq!(view.post.html, "<p><strong>Qui vient ?</strong></p>\n");
    assert_eq!((view.author.name.as_str(), view.origin.slug.as_str()), ("Zoé Martin", "course"));
    assert_eq!((view.writes, view.edits, view.deletes), (true, false, true));
    let own = super::post(scene.ctx(), &scene.member, post).await.unwrap();
    assert_eq!((own.writes, own.edits, own.deletes), (true, true, true));
    // An open community is read by every employee, who may not write there.
    let other = super::post(scene.ctx(), &scene.outsider, post).await.unwrap();
    assert_eq!((other.writes, other.edits, other.deletes), (false, false, false));
    assert_eq!(scene.posts_counted().await, 1);
    let feed = home(scene.ctx(), &scene.member, None).await.unwrap();
    assert_eq!((ids(&feed.items), feed.next), (vec![post], None));
    assert!(home(scene.ctx(), &scene.outsider, None).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn a_form_sent_twice_makes_one_post_and_one_comment() {
    let scene = Scene::open().await;
    let mut made = BTreeSet::new();
    for _ in 0..3 {
        made.insert(
            publish(scene.ctx(), &scene.member, scene.community, words("Bonjour"), vec![], "k1")
                .await
                .unwrap(),
        );
    }
    assert_eq!((made.len(), scene.posts_counted().await), (1, 1));
    let post = *made.first().unwrap();
    let mut said = BTreeSet::new();
    for _ in 0..3 {
        said.insert(comment(scene.ctx(), &scene.animator, post, "Présente", "k2").await.unwrap());
    }
    assert_eq!(said.len(), 1);
    assert_eq!(super::post(scene.ctx(), &scene.member, post).await.unwrap().comments, 1);
    assert_eq!(home(scene.ctx(), &scene.member, None).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn what_a_form_lacks_is_told_beside_its_field() {
    let scene = Scene::open().await;
    let refusal =
        publish(scene.ctx(), &scene.member, scene.community, words(" "), vec![], "").await.unwrap_err();
    assert_eq!(refusal.failure().fields, vec![("body".to_owned(), Fault::Required)]);
    let post = scene.says(&scene.member, "Bonjour").await;
    let refusal = comment(scene.ctx(), &scene.member, post, &"x".repeat(4001), "").await.unwrap_err();
    assert_eq!(refusal.failure().fields, vec![("body".to_owned(), Fault::TooLong { max: 4000 })]);
}

#[tokio::test]
async fn one_writes_where_one_belongs_and_is_told_why_not() {
    let scene = Scene::open().await;
    let post = scene.says(&scene.member, "Bonjour").await;
    let (ctx, there) = (scene.ctx(), scene.community);
    scene
        .refuses(publish(ctx, &scene.outsider, there, words("x"), vec![], "").await, FeedError::NotMember)
        .await;
    scene.refuses(comment(ctx, &scene.outsider, post, "x", "").await, FeedError::NotMember).await;
    scene.refuses(react(ctx, &scene.outsider, post, Some(Reaction::Bravo)).await, FeedError::NotMember).await;
    let hidden = Sketch { listed: false, admission: Admission::ByInvitation, ..Sketch::default() };
    let hidden = scene.yard.community_as("secret", &[&scene.animator], hidden).await;
    let animator = scene.yard.fresh(&scene.animator).await;
    let secret = publish(ctx, &animator, hidden, words("chut"), vec![], "").await.unwrap();
    for answer in [
        super::post(ctx, &scene.outsider, secret).await.map(|_| ()),
        comments(ctx, &scene.outsider, secret, None).await.map(|_| ()),
        comment(ctx, &scene.outsider, secret, "x", "").await.map(|_| ()),
        react(ctx, &scene.outsider, secret, None).await.map(|_| ()),
        delete(ctx, &scene.outsider, secret).await.map(|_| ()),
        source(ctx, &scene.outsider, secret).await.map(|_| ()),
        publish(ctx, &scene.outsider, hidden, words("x"), vec![], "").await.map(|_| ()),
        community_feed(ctx, &scene.outsider, hidden, None).await.map(|_| ()),
    ] {
        scene.refuses(answer, Reason::NotFound).await;
    }
}

/// The actor was read before the community was left or archived: the transaction looks again.
#[tokio::test]
async fn a_post_in_a_community_left_or_archived_meanwhile_is_refused() {
    let scene = Scene::open().await;
    let (ctx, there) = (scene.ctx(), scene.community);
    let post = scene.says(&scene.member, "Avant").await;
    // What the caches remember is what a request in flight knows.
    let gone = "DELETE type::record('membership', [$p, $c]); UPDATE $c SET members -= 1";
    ctx.db().query(gone, bind! { p: Id(scene.member.person), c: Id(there) }).await.unwrap();
    scene
        .refuses(publish(ctx, &scene.member, there, words("x"), vec![], "").await, FeedError::NotMember)
        .await;
    ctx.db().query("UPDATE $c SET stage = 'archived'", bind! { c: Id(there) }).await.unwrap();
    let refused = publish(ctx, &scene.animator, there, words("x"), vec![], "").await;
    scene.refuses(refused, CommunityError::Archived).await;
    scene.refuses(comment(ctx, &scene.animator, post, "x", "").await, CommunityError::Archived).await;
    assert_eq!(scene.posts_counted().await, 1);
}

#[tokio::test]
async fn an_archived_community_is_read_and_nothing_more() {
    let yard = Yard::open().await;
    let animator = yard.employee("Ada Un").await;
    let archived = Sketch { stage: Stage::Archived, ..Sketch::default() };
    let community = yard.community_as("close", &[&animator], archived).await;
    let animator = yard.fresh(&animator).await;
    let seed = SeedPost {
        community,
        author: animator.person,
        kind: Default::default(),
        title: String::new(),
        body: "Jadis".into(),
        at: yard.now(),
        pictures: vec![],
        files: vec![],
    };
    let post = *seed_posts(&yard.ctx, &[seed]).await.unwrap().first().unwrap();
    let view = super::post(&yard.ctx, &animator, post).await.unwrap();
    assert_eq!((view.writes, view.edits, view.deletes), (false, false, false));
    for answer in [
        publish(&yard.ctx, &animator, community, words("x"), vec![], "").await.map(|_| ()),
        comment(&yard.ctx, &animator, post, "x", "").await.map(|_| ()),
        react(&yard.ctx, &animator, post, Some(Reaction::Bravo)).await.map(|_| ()),
        delete(&yard.ctx, &animator, post).await.map(|_| ()),
        edit(&yard.ctx, &animator, post, Edit { draft: words("y"), ..Edit::default() }).await,
    ] {
        assert_eq!(answer.unwrap_err().failure().reason, CommunityError::Archived.into());
    }
}

#[tokio::test]
async fn repeating_a_reaction_counts_once() {
    use Reaction::{Bravo, Thanks};
    let scene = Scene::open().await;
    let post = scene.says(&scene.member, "Bonjour").await;
    for (asked, counts) in [
        (Some(Bravo), [1, 0, 0, 0, 0, 0]),
        (Some(Bravo), [1, 0, 0, 0, 0, 0]),
        (Some(Thanks), [0, 1, 0, 0, 0, 0]),
        (None, [0; 6]),
        (None, [0; 6]),
        (Some(Thanks), [0, 1, 0, 0, 0, 0]),
    ] {
        let tally = react(scene.ctx(), &scene.animator, post, asked).await.unwrap();
        assert_eq!(tally, Tally { counts, mine: asked });
        assert_eq!(super::post(scene.ctx(), &scene.animator, post).await.unwrap().tally, tally);
    }
    react(scene.ctx(), &scene.member, post, Some(Bravo)).await.unwrap();
    let feed = home(scene.ctx(), &scene.member, None).await.unwrap();
    assert_eq!(feed.items[0].tally, Tally { counts: [1, 1, 0, 0, 0, 0], mine: Some(Bravo) });
}

#[tokio::test(flavor = "multi_thread")]
async fn many_reactions_at_once_are_all_counted() {
    let scene = Scene::open().await;
    let post = scene.says(&scene.member, "Bonjour").await;
    let crowd = scene.yard.crowd(16).await;
    let mut members = Vec::new();
    for actor in &crowd {
        scene.yard.join(actor, scene.community).await;
        members.push(scene.yard.fresh(actor).await);
    }
    let reactions = members.iter().zip(Reaction::ALL.iter().cycle()).map(|(actor, kind)| async {
        for _ in 0..3 {
            react(scene.ctx(), actor, post, Some(*kind)).await.unwrap();
        }
    });
    futures::future::join_all(reactions).await;
    let tally = super::post(scene.ctx(), &scene.member, post).await.unwrap().tally;
    assert_eq!(tally.counts, [3, 3, 3, 3, 2, 2]);
    assert_eq!(scene.yard.number("RETURN count(SELECT id FROM reaction)", bind! {}).await, 16);
}

#[tokio::test]
async fn an_edit_is_the_authors_and_does_not_undo_another_unseen() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let post = scene.says(&scene.member, "Jeudi").await;
    let typed = source(ctx, &scene.member, post).await.unwrap();
    assert_eq!((typed.draft.body.as_str(), typed.revision), ("Jeudi", 0));
    let change = |body: &str, revision| Edit { draft: words(body), revision, ..Edit::default() };
    scene.refuses(edit(ctx, &scene.animator, post, change("Lundi", 0)).await, Reason::Forbidden).await;
    edit(ctx, &scene.member, post, change("Vendredi", 0)).await.unwrap();
    // Sent twice, it is done once; from an older page, it is refused.
    edit(ctx, &scene.member, post, change("Vendredi", 0)).await.unwrap();
    scene.refuses(edit(ctx, &scene.member, post, change("Samedi", 0)).await, FeedError::Changed).await;
    let view = super::post(ctx, &scene.animator, post).await.unwrap();
    assert_eq!(view.post.html, "<p>Vendredi</p>\n");
    assert!(view.post.edited.is_some());
    assert_eq!(source(ctx, &scene.member, post).await.unwrap().revision, 1);
}

#[tokio::test]
async fn a_post_that_is_deleted_takes_everything_with_it() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let (post, kept) = (scene.says(&scene.member, "Un").await, scene.says(&scene.member, "Deux").await);
    for on in [post, kept] {
        comment(ctx, &scene.animator, on, "Oui", "").await.unwrap();
        react(ctx, &scene.animator, on, Some(Reaction::Moved)).await.unwrap();
    }
    scene.refuses(delete(ctx, &scene.outsider, post).await, Reason::Forbidden).await;
    assert_eq!(delete(ctx, &scene.animator, post).await.unwrap(), Some(scene.community));
    assert_eq!(delete(ctx, &scene.animator, post).await.unwrap(), None, "repeated, it is done");
    scene.refuses(delete(ctx, &scene.member, post).await, Reason::NotFound).await;
    scene.refuses(super::post(ctx, &scene.member, post).await, Reason::NotFound).await;
    scene.refuses(comment(ctx, &scene.member, post, "x", "").await, Reason::NotFound).await;
    assert_eq!(ids(&home(ctx, &scene.member, None).await.unwrap().items), [kept]);
    assert_eq!(scene.posts_counted().await, 1);
    for (table, left) in [("post", 1), ("comment", 1), ("reaction", 1), ("removal", 1)] {
        let count = scene.yard.number(&format!("RETURN count(SELECT id FROM {table})"), bind! {}).await;
        assert_eq!(count, left, "{table}");
    }
    let by = "RETURN count(SELECT id FROM removal WHERE by = $by AND author = $author AND what = 'post')";
    let variables = bind! { by: Id(scene.animator.person), author: Id(scene.member.person) };
    assert_eq!(scene.yard.number(by, variables).await, 1);
}

/// A request that read the post before it was deleted writes to nothing.
#[tokio::test]
async fn nothing_is_added_to_a_post_deleted_meanwhile() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let post = scene.says(&scene.member, "Un").await;
    super::post(ctx, &scene.member, post).await.unwrap();
    ctx.db().query("DELETE $post", bind! { post: Id(post) }).await.unwrap();
    scene.refuses(comment(ctx, &scene.member, post, "x", "").await, FeedError::Gone).await;
    // The comment's refusal made it forgotten.
    scene.refuses(react(ctx, &scene.member, post, Some(Reaction::Useful)).await, Reason::NotFound).await;
}

#[tokio::test]
async fn threads_are_read_oldest_first_page_by_page() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let (other, post) = (scene.says(&scene.member, "Autre").await, scene.says(&scene.member, "Un").await);
    comment(ctx, &scene.member, other, "Ailleurs", "").await.unwrap();
    let total = THREAD_PAGE * 2 + 3;
    let seeds: Vec<_> = (0..total)
        .map(|n| SeedComment {
            post,
            author: scene.member.person,
            body: format!("n° {n}"),
            answers: None,
            at: scene.yard.now() + i64::try_from(n).unwrap().seconds(),
        })
        .collect();
    let made = seed_comments(ctx, &seeds).await.unwrap();
    let (mut read, mut cursor) = (Vec::new(), None);
    loop {
        let page = comments(ctx, &scene.animator, post, cursor.as_deref()).await.unwrap();
        read.extend(page.items.iter().map(|branch| branch.root.id));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(read, made);
    assert_eq!(super::post(ctx, &scene.member, post).await.unwrap().comments, u64::try_from(total).unwrap());
    let page = comments(ctx, &scene.member, post, None).await.unwrap();
    let first = &page.items[0].root;
    assert_eq!(&*first.html, "<p>n° 0</p>\n");
    assert_eq!((first.edits, first.deletes), (true, true));
}

#[tokio::test]
async fn comments_are_changed_by_their_author_and_deleted_by_animators_too() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let post = scene.says(&scene.animator, "Un").await;
    let said = comment(ctx, &scene.member, post, "Oui", "").await.unwrap();
    scene.refuses(edit_comment(ctx, &scene.animator, post, said, "Non").await, Reason::Forbidden).await;
    edit_comment(ctx, &scene.member, post, said, "Peut-être").await.unwrap();
    edit_comment(ctx, &scene.member, post, said, "Sûrement").await.unwrap();
    let page = comments(ctx, &scene.animator, post, None).await.unwrap();
    let changed = &page.items[0].root;
    assert_eq!((&*changed.html, changed.edited), ("<p>Sûrement</p>\n", true));
    assert_eq!(comment_source(ctx, &scene.member, post, said).await.unwrap(), "Sûrement");
    scene.refuses(delete_comment(ctx, &scene.outsider, post, said).await, Reason::Forbidden).await;
    delete_comment(ctx, &scene.animator, post, said).await.unwrap();
    delete_comment(ctx, &scene.animator, post, said).await.unwrap();
    scene.refuses(delete_comment(ctx, &scene.member, post, said).await, Reason::NotFound).await;
    assert_eq!(super::post(ctx, &scene.member, post).await.unwrap().comments, 0);
    let unknown = CommentId::new(Ulid::new());
    scene.refuses(edit_comment(ctx, &scene.member, post, unknown, "x").await, Reason::NotFound).await;
}

#[tokio::test]
async fn the_home_feed_pages_through_several_communities_newest_first() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let second = scene.yard.community("jardin", &[&scene.animator, &scene.member]).await;
    let third = scene.yard.community("ailleurs", &[&scene.animator]).await;
    let seeds: Vec<_> = (0..(PAGE * 5 + 7))
        .map(|n| SeedPost {
            community: [scene.community, second, third][n % 3],
            author: scene.animator.person,
            kind: Default::default(),
            title: format!("n° {n}"),
            body: "…".into(),
            at: scene.yard.now() - i64::try_from(n).unwrap().minutes(),
            pictures: vec![],
            files: vec![],
        })
        .collect();
    let made = seed_posts(ctx, &seeds).await.unwrap();
    let member = scene.yard.fresh(&scene.member).await;
    let expected: Vec<_> = made.iter().enumerate().filter(|(n, _)| n % 3 != 2).map(|(_, id)| *id).collect();
    let (mut read, mut cursor, mut first) = (Vec::new(), None, true);
    loop {
        let page = home(ctx, &member, cursor.as_deref()).await.unwrap();
        read.extend(ids(&page.items));
        cursor = page.next;
        if first {
            // What is published meanwhile does not move what follows.
            publish(ctx, &member, second, words("nouveau"), vec![], "").await.unwrap();
            first = false;
        }
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(read, expected);
    let only: Vec<_> = made.iter().skip(1).step_by(3).take(PAGE - 1).copied().collect();
    assert_eq!(ids(&community_feed(ctx, &member, second, None).await.unwrap().items)[1..], only);
    // A cursor that means nothing is the beginning; of two who write, neither fills the page.
    let beginning = home(ctx, &member, Some("n’importe quoi")).await.unwrap().items;
    let told: usize = beginning.iter().map(|view| 1 + view.stance.others.len()).sum();
    assert!(told >= PAGE && beginning[0].post.author == member.person, "{told}");
}

/// Publishing, deleting and reading at once, the memory being dropped all the while: in the end it
/// says what the store says.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_post_is_lost_while_its_feed_is_first_read() {
    let scene = Scene::open().await;
    for round in 0..30 {
        scene.ctx().caches().feeds.clear();
        let writers = (0..4).map(|_| async {
            let post = scene.says(&scene.member, "Un").await;
            if round % 3 == 0 {
                delete(scene.ctx(), &scene.member, post).await.unwrap();
            }
            // Acknowledged, it is seen by whoever asks next.
            let feed = home(scene.ctx(), &scene.member, None).await.unwrap();
            assert_eq!(ids(&feed.items).contains(&post), round % 3 != 0);
        });
        let readers = (0..4).map(|reader| async move {
            tokio::time::sleep(std::time::Duration::from_micros(reader * 150)).await;
        });
        let reads = async {
            futures::future::join_all(readers).await;
            for _ in 0..4 {
                home(scene.ctx(), &scene.animator, None).await.unwrap();
            }
        };
        tokio::join!(futures::future::join_all(writers), reads);
    }
    let mut stored: Vec<PostId> = Vec::new();
    for Id(post) in scene.ctx().db().rows::<Id<PostId>>("SELECT VALUE id FROM post", bind! {}).await.unwrap()
    {
        stored.push(post);
    }
    stored.sort_unstable_by(|a, b| b.cmp(a));
    let (mut read, mut cursor) = (Vec::new(), None);
    loop {
        let page = home(scene.ctx(), &scene.member, cursor.as_deref()).await.unwrap();
        read.extend(ids(&page.items));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(read, stored);
}

/// What a page shows after a write was acknowledged is never what was there before it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_post_read_while_it_is_written_to_is_not_kept_as_it_was() {
    let scene = Scene::open().await;
    let post = scene.says(&scene.member, "Un").await;
    let reading = async {
        for _ in 0..300 {
            super::post(scene.ctx(), &scene.animator, post).await.unwrap();
        }
    };
    let writing = async {
        for n in 1..=60 {
            comment(scene.ctx(), &scene.member, post, "Oui", "").await.unwrap();
            let seen = super::post(scene.ctx(), &scene.member, post).await.unwrap();
            assert_eq!(seen.comments, n);
        }
    };
    tokio::join!(reading, writing);
}

#[tokio::test]
async fn open_pages_hear_of_posts_comments_and_reactions() {
    let scene = Scene::open().await;
    let mut live = scene.ctx().live().listen(None).coming;
    let community = scene.community;
    let post = scene.says(&scene.member, "Un").await;
    assert_eq!(live.try_recv().unwrap().1, Signal::Feed { community });
    comment(scene.ctx(), &scene.member, post, "Oui", "").await.unwrap();
    assert_eq!(live.try_recv().unwrap().1, Signal::Post { community, post });
    react(scene.ctx(), &scene.member, post, Some(Reaction::WithYou)).await.unwrap();
    assert_eq!(live.try_recv().unwrap().1, Signal::Post { community, post });
    assert!(publish(scene.ctx(), &scene.outsider, community, words("x"), vec![], "").await.is_err());
    assert!(live.try_recv().is_err());
}

#[tokio::test]
async fn pictures_are_taken_once_and_only_by_who_sent_them() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let sent = crate::media::store(ctx, &scene.member, crate::media::tests::drawing(700, 300)).await.unwrap();
    let with = |media: MediaId| vec![(media, "Le préau".to_owned())];
    let picture_fault = |failure: Failure| failure.fields == vec![("picture".to_owned(), Fault::Picture)];
    let stolen = publish(ctx, &scene.animator, scene.community, words(""), with(sent), "").await;
    assert!(picture_fault(stolen.unwrap_err().failure()));
    let post = publish(ctx, &scene.member, scene.community, words(""), with(sent), "k").await.unwrap();
    assert_eq!(
        publish(ctx, &scene.member, scene.community, words(""), with(sent), "k").await.unwrap(),
        post,
        "sent twice, it is the same post"
    );
    let twice = publish(ctx, &scene.member, scene.community, words(""), with(sent), "").await;
    assert!(picture_fault(twice.unwrap_err().failure()));
    let view = super::post(ctx, &scene.animator, post).await.unwrap();
    let picture = &view.post.pictures[0];
    assert_eq!((picture.alt.as_str(), picture.width, picture.height), ("Le préau", 700, 300));
    let file = crate::media::open(ctx, &scene.outsider, sent, 480).await.unwrap();
    assert!(file.path.is_file());
    let kept = vec![KeptPicture { id: sent.to_string(), alt: "La cour".into(), ..KeptPicture::default() }];
    let pictures = PictureForm { kept, ..PictureForm::default() };
    let change = Edit { draft: words("Mieux"), pictures, ..Edit::default() };
    edit(ctx, &scene.member, post, change).await.unwrap();
    assert_eq!(super::post(ctx, &scene.animator, post).await.unwrap().post.pictures[0].alt, "La cour");
    delete(ctx, &scene.member, post).await.unwrap();
    assert!(!file.path.exists());
    scene.refuses(crate::media::open(ctx, &scene.member, sent, 480).await, Reason::NotFound).await;
}

#[tokio::test]
async fn seeds_are_counted() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let seed = |n: i64| SeedPost {
        community: scene.community,
        author: scene.member.person,
        kind: Default::default(),
        title: String::new(),
        body: format!("n° {n}"),
        at: scene.yard.now() - n.hours(),
        pictures: vec![],
        files: vec![],
    };
    let posts = seed_posts(ctx, &(1..=3).map(seed).collect::<Vec<_>>()).await.unwrap();
    assert_eq!(scene.posts_counted().await, 3);
    assert!(posts.iter().zip((1..=3).map(seed)).all(|(id, seed)| id.millis() == seed.at.as_millisecond()));
    let given = |person: PersonId, kind| SeedReaction { post: posts[1], person, kind, at: scene.yard.now() };
    let (a, m) = (scene.animator.person, scene.member.person);
    let reactions = [given(a, Reaction::Useful), given(m, Reaction::Useful), given(a, Reaction::Bravo)];
    seed_reactions(ctx, &reactions).await.unwrap();
    let tally = super::post(ctx, &scene.animator, posts[1]).await.unwrap().tally;
    assert_eq!(tally, Tally { counts: [0, 0, 2, 0, 0, 0], mine: Some(Reaction::Useful) });
    assert_eq!(ids(&home(ctx, &scene.member, None).await.unwrap().items), posts);
}

#[tokio::test]
async fn every_question_of_a_page_has_its_index() {
    let scene = Scene::open().await;
    let ctx = scene.ctx();
    let post = scene.says(&scene.member, "Un").await;
    let person = Id(scene.member.person);
    for (surql, variables, expected) in [
        (
            <PostId as super::shelves::Key>::MORE,
            bind! { community: Id(scene.community), above: "0".to_owned(), limit: 40 },
            "post_feed",
        ),
        (
            <super::stir::Stir as super::shelves::Key>::MORE,
            bind! { community: Id(scene.community), above: "0".to_owned(), limit: 40 },
            "post_stir",
        ),
        (
            super::reacted::PEOPLE,
            bind! { post: Id(post), kind: "bravo".to_owned(), after: String::new(), limit: 21 },
            "reaction_kind",
        ),
        (super::row::POSTS, bind! { posts: vec![Id(post)] }, "SourceExpr [ctx: Db] [expr: [post:"),
        (super::mine::BETWEEN, bind! { person, oldest: Id(post), newest: Id(post) }, "RecordId"),
        (
            super::comments::THREAD,
            bind! { post: Id(post), thread: String::new(), after: String::new(), limit: 51 },
            "comment_thread",
        ),
        (super::versions::VERSIONS, bind! { post: Id(post), after: String::new(), limit: 21 }, "DynamicScan"),
        ("SELECT id FROM reaction WHERE post = $post", bind! { post: Id(post) }, "reaction_post"),
    ] {
        let plan = plan(ctx, surql, variables).await;
        assert!(plan.contains(expected) && !plan.contains("TableScan"), "{surql}\n{plan}");
    }
}

/// A role that was asked for is none.
#[tokio::test]
async fn a_request_to_join_does_not_write() {
    let scene = Scene::open().await;
    scene.yard.admit(&scene.outsider, scene.community, Role::Requested).await;
    let asking = scene.yard.fresh(&scene.outsider).await;
    let refused = publish(scene.ctx(), &asking, scene.community, words("x"), vec![], "").await;
    scene.refuses(refused, FeedError::NotMember).await;
}
