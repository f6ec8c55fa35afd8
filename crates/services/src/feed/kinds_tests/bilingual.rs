//! A post in both languages.

use super::*;
use domain::{Lang, feed::FeedError};

impl Club {
    /// What `actor` reads in `lang`: the title, whether it is the older version, and the language shown.
    async fn read_in(&self, post: PostId, lang: Lang) -> (String, Option<(Lang, bool)>) {
        let reader = Actor { lang, ..self.other.clone() };
        let view = super::super::post(self.ctx(), &reader, post).await.unwrap();
        (view.post.title.clone(), view.version.map(|version| (version.shown, version.older)))
    }

    async fn revision(&self, post: PostId) -> i64 {
        source(self.ctx(), &self.member, post).await.unwrap().revision
    }

    async fn rewrite(&self, post: PostId, body: &str, minor: bool) {
        let draft = Draft { title: "Bonjour".into(), body: body.into(), ..Draft::default() };
        let revision = self.revision(post).await;
        edit(self.ctx(), &self.member, post, Edit { draft, minor, revision, ..Edit::default() })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn everybody_reads_their_language_and_is_told_when_it_is_behind() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let draft = Draft { title: "Bonjour".into(), body: "Un".into(), ..Draft::default() };
    let post = publish(ctx, &club.member, club.club, draft, vec![], "").await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await, ("Bonjour".into(), None));
    let write = async |actor: &Actor, title: &str, revision| {
        write_second(ctx, actor, post, Lang::Fr, title, "One, @Luc Durand", revision).await
    };
    refuses(write(&club.animator, "Hello", 0).await, Reason::Forbidden);
    refuses(write(&club.member, "", 0).await, Reason::Form);
    write(&club.member, "Hello", 0).await.unwrap();
    // Sent again it changes nothing; from a page that is older it is refused.
    write(&club.member, "Hello", 0).await.unwrap_or_else(|error| {
        assert_eq!(error.failure().reason, FeedError::Changed.into());
    });
    let revision = club.revision(post).await;
    write(&club.member, "Hello", revision).await.unwrap();
    assert_eq!(club.revision(post).await, revision);
    assert_eq!(club.read_in(post, Lang::En).await, ("Hello".into(), Some((Lang::En, false))));
    assert_eq!(club.read_in(post, Lang::Fr).await, ("Bonjour".into(), Some((Lang::Fr, false))));
    let english = post_in(ctx, &club.other, post, Lang::En).await.unwrap();
    assert!(english.post.html.contains("class=\"mention\""), "{}", english.post.html);
    let feed =
        community_feed(ctx, &Actor { lang: Lang::En, ..club.other.clone() }, club.club, None).await.unwrap();
    assert_eq!(feed.items[0].post.title, "Hello");

    club.rewrite(post, "Un.", true).await;
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, false)), "a minor edit says the same");
    club.rewrite(post, "Deux", false).await;
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, true)));
    write(&club.member, "Hello", club.revision(post).await).await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await.1, Some((Lang::En, false)));
    let typed = bilingual(ctx, &club.member, post).await.unwrap();
    assert_eq!((typed.other_body.as_str(), typed.lang), ("One, @Luc Durand", Lang::Fr));
    club.is_sound().await;

    drop_second(ctx, &club.member, post).await.unwrap();
    drop_second(ctx, &club.member, post).await.unwrap();
    assert_eq!(club.read_in(post, Lang::En).await, ("Bonjour".into(), None));
    club.is_sound().await;
}
