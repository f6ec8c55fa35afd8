use super::*;
use crate::{bind, db::Id};

impl Club {
    async fn rewrites(&self, post: PostId, body: &str, minor: bool, revision: i64) {
        let draft = Draft { body: body.into(), ..Draft::default() };
        edit(self.ctx(), &self.member, post, Edit { draft, minor, revision, ..Edit::default() })
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn what_a_post_said_before_is_read_by_those_who_read_it() {
    let club = Club::open().await;
    let ctx = club.ctx();
    let post = club.says(&club.member, PostKind::Discussion).await;
    assert!(versions(ctx, &club.outsider, post, None).await.unwrap().items.is_empty());
    club.yard.wait(60);
    club.rewrites(post, "Voilà, voilà", true, 0).await;
    assert_eq!(super::super::post(ctx, &club.other, post).await.unwrap().post.edited, None, "minor: no mark");
    club.yard.wait(60);
    let changed = club.yard.now();
    club.rewrites(post, "**Autre** chose", false, 1).await;
    // Sent again, it is done once.
    club.rewrites(post, "**Autre** chose", false, 1).await;
    club.rewrites(post, "Autre chose", true, 2).await;
    assert_eq!(super::super::post(ctx, &club.other, post).await.unwrap().post.edited, Some(changed));
    let told = versions(ctx, &club.outsider, post, None).await.unwrap();
    let said: Vec<_> = told.items.iter().map(|version| (version.html.as_str(), version.minor)).collect();
    assert_eq!(
        said,
        [
            ("<p><strong>Autre</strong> chose</p>\n", true),
            ("<p>Voilà, voilà</p>\n", false),
            ("<p>Voilà</p>\n", true)
        ]
    );
    assert_eq!(told.items[1].until, changed);
    club.is_sound().await;
    delete(ctx, &club.member, post).await.unwrap();
    assert_eq!(club.yard.number("RETURN count(SELECT id FROM version)", bind! { p: Id(post) }).await, 0);
    refuses(versions(ctx, &club.member, post, None).await, Reason::NotFound);
}

#[tokio::test]
async fn versions_are_read_page_by_page() {
    let club = Club::open().await;
    let post = club.says(&club.member, PostKind::Discussion).await;
    let count = domain::feed::PAGE + 3;
    for n in 0..count {
        club.rewrites(post, &format!("n° {n}"), true, i64::try_from(n).unwrap()).await;
    }
    let first = versions(club.ctx(), &club.other, post, None).await.unwrap();
    let rest = versions(club.ctx(), &club.other, post, first.next.as_deref()).await.unwrap();
    assert_eq!((first.items.len(), rest.items.len(), rest.next), (domain::feed::PAGE, 3, None));
    assert_eq!(rest.items[2].html, "<p>Voilà</p>\n");
    assert!(versions(club.ctx(), &club.other, post, Some("~~")).await.unwrap().items.is_empty());
}
