//! The index follows the store, and is made again from it.

use super::*;
use crate::{Context, bind, clock::Clock, db::Id};
use domain::feed::Reaction;
use finder::Finder;

#[tokio::test]
async fn what_changes_is_found_as_it_is() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let post = posts(&yard, &zoe, club, "Avant", "").await;
    let comment = feed::comment(&yard.ctx, &zoe, post, "Jadis", "").await.unwrap();
    follows(&yard).await;
    let change = feed::Edit {
        draft: Draft { title: "Après".into(), body: "x".into(), ..Draft::default() },
        ..feed::Edit::default()
    };
    feed::edit(&yard.ctx, &zoe, post, change).await.unwrap();
    yard.wait(5);
    feed::edit_comment(&yard.ctx, &zoe, post, comment, "Maintenant").await.unwrap();
    assert_eq!(follows(&yard).await, 2);
    for (text, found) in [("avant", 0), ("apres", 1), ("jadis", 0), ("maintenant", 1)] {
        assert_eq!(finds(&yard, &zoe, &words(text)).await.len(), found, "{text}");
    }
    feed::delete_comment(&yard.ctx, &zoe, post, comment).await.unwrap();
    follows(&yard).await;
    assert_eq!(finds(&yard, &zoe, &words("maintenant")).await.len(), 0);
}

#[tokio::test]
async fn a_reaction_is_no_new_text() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let post = posts(&yard, &zoe, club, "Vélo", "").await;
    assert_eq!(follows(&yard).await, 2, "the community and the post");
    feed::react(&yard.ctx, &zoe, post, Some(Reaction::Bravo)).await.unwrap();
    assert_eq!(follows(&yard).await, 0);
}

#[tokio::test]
async fn a_comparison_puts_right_whatever_is_wrong() {
    let yard = yard().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    let mut all = Vec::new();
    for n in 0..5 {
        let post = posts(&yard, &zoe, club, &format!("Vélo {n}"), "").await;
        feed::comment(&yard.ctx, &zoe, post, "Vélo aussi", "").await.unwrap();
        all.push(post);
    }
    // Nobody told the index.
    yard.ctx.caches().touched.take();
    assert_eq!(follow::compare(&yard.ctx, index(&yard), follow::Pace::Alone).await.unwrap(), 11);
    assert_eq!(follow::compare(&yard.ctx, index(&yard), follow::Pace::Alone).await.unwrap(), 0);
    let behind = "
        UPDATE $one SET title = 'Autre', revision += 1;
        DELETE $two;
        DELETE comment:[$three, '']..=[$three, '~'];
    ";
    let variables = bind! { one: Id(all[0]), two: Id(all[1]), three: Id(all[2]) };
    yard.ctx.db().query(behind, variables).await.unwrap();
    yard.ctx.caches().feeds.clear();
    assert_eq!(follow::compare(&yard.ctx, index(&yard), follow::Pace::Alone).await.unwrap(), 3);
    assert_eq!(finds(&yard, &zoe, &words("autre")).await.len(), 1);
    assert_eq!(finds(&yard, &zoe, &Wanted { only: only("post"), ..words("velo") }).await.len(), 3);
}

#[tokio::test]
async fn an_index_on_disk_is_kept_and_one_of_another_shape_made_anew() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    posts(&yard, &yard.fresh(&zoe).await, club, "Vélo", "").await;
    let folder = yard.folder().join("search");
    super::super::attach(&yard.ctx, Some(&folder), false).await.unwrap();
    assert_eq!(follow::compare(&yard.ctx, index(&yard), follow::Pace::Alone).await.unwrap(), 2);
    // Another process, after this one was killed: files are as they were at the last commit.
    let copy = yard.folder().join("copy");
    copy_files(&folder, &copy);
    let again = Context::new(
        yard.ctx.db().clone(),
        Clock::default(),
        yard.ctx.zone().clone(),
        yard.folder().join("files"),
    );
    super::super::attach(&again, Some(&copy), false).await.unwrap();
    assert_eq!(follow::compare(&again, again.search().unwrap(), follow::Pace::Alone).await.unwrap(), 0);
    drop(again);
    for damage in ["meta.json", "all"] {
        let broken = yard.folder().join(format!("broken-{damage}"));
        copy_files(&folder, &broken);
        match damage {
            "all" => std::fs::remove_file(broken.join("meta.json")).unwrap(),
            name => std::fs::write(broken.join(name), "{").unwrap(),
        }
        assert_eq!(Finder::open(Some(&broken)).unwrap().count(), 0, "{damage}");
    }
}

fn copy_files(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[tokio::test]
async fn the_whole_store_is_read_in_closed_ranges() {
    let yard = Yard::open().await;
    let plan = crate::testing::plan(
        &yard.ctx,
        &follow::scan("post", super::super::read::EDITION, ulid::Ulid(1)),
        bind! {},
    )
    .await;
    assert!(plan.contains("DynamicScan") && plan.contains("limit"), "{plan}");
    let ids = |n| Id(PostId::new(ulid::Ulid(n)));
    let variables = bind! { post: ids(0), comment: String::new(), last: ids(u128::MAX) };
    let plan = crate::testing::plan(&yard.ctx, &follow::comments(), variables).await;
    assert!(plan.contains("DynamicScan") && plan.contains("limit"), "{plan}");
}

#[tokio::test]
async fn it_follows_by_itself() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let club = yard.community("Club", &[&zoe]).await;
    let zoe = yard.fresh(&zoe).await;
    super::super::open(&yard.ctx, None).await.unwrap();
    posts(&yard, &zoe, club, "Vélo", "").await;
    for _ in 0..100 {
        if results(&yard, &zoe, &words("velo")).await.hits.items.len() == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("a post that nobody finds");
}
