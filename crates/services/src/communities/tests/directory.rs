//! The directory and the suggestions.

use super::*;
use crate::{
    communities::{list, mine, suggested},
    testing::Sketch,
};
use domain::{
    community::{Kind, PAGE, Stage},
    policy::Admission,
};

async fn names(yard: &Yard, actor: &Actor, query: &str) -> Vec<String> {
    let page = list(&yard.ctx, actor, None, query, None).await.unwrap();
    page.items.into_iter().map(|card| card.name).collect()
}

#[tokio::test]
async fn each_sees_in_the_directory_what_is_theirs_to_know() {
    let yard = Yard::open().await;
    let (zoe, eva) = (yard.employee("Zoé").await, yard.employee("Eva").await);
    let (maya, pat) = (yard.manager("Maya").await, yard.partner("Pat").await);
    let sketch = Sketch::default;
    yard.community("Course", &[]).await;
    let hidden = yard.community_as("Secret", &[], Sketch { listed: false, ..sketch() }).await;
    let guest = yard.community_as("Avec nos fournisseurs", &[], sketch()).await;
    yard.community_as("Brouillon", &[], Sketch { stage: Stage::Draft, ..sketch() }).await;
    yard.community_as("Vieux projet", &[], Sketch { stage: Stage::Archived, ..sketch() }).await;
    yard.join(&eva, hidden).await;
    yard.join(&pat, guest).await;
    for (actor, seen) in [
        (&zoe, vec!["Avec nos fournisseurs", "Course"]),
        (&eva, vec!["Avec nos fournisseurs", "Course", "Secret"]),
        (&maya, vec!["Avec nos fournisseurs", "Brouillon", "Course", "Secret"]),
        (&pat, vec!["Avec nos fournisseurs"]),
    ] {
        assert_eq!(names(&yard, &yard.fresh(actor).await, "").await, seen, "{}", actor.name);
    }
    assert!(names(&yard, &zoe, "secret").await.is_empty());
}

#[tokio::test]
async fn accents_and_case_do_not_hide_a_community() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    for name in ["Éco-gestes", "Échecs du midi", "Vélo"] {
        yard.community(name, &[]).await;
    }
    for (query, found) in [
        ("eco", vec!["Éco-gestes"]),
        ("ÉC", vec!["Échecs du midi", "Éco-gestes"]),
        ("midi échecs", vec!["Échecs du midi"]),
        ("velo", vec!["Vélo"]),
        ("natation", vec![]),
    ] {
        assert_eq!(names(&yard, &zoe, query).await, found, "{query}");
    }
    let none = list(&yard.ctx, &zoe, Some(Kind::Practice), "", None).await.unwrap();
    assert!(none.items.is_empty());
}

#[tokio::test]
async fn a_long_directory_is_walked_page_by_page_each_once() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    // More than a batch, most of them out of sight.
    for n in 0..130 {
        let listed = n % 4 == 0;
        yard.community_as(&format!("Club {n:03}"), &[], Sketch { listed, ..Sketch::default() }).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let page = list(&yard.ctx, &zoe, None, "club", cursor.as_deref()).await.unwrap();
        assert!(page.items.len() <= PAGE);
        seen.extend(page.items.into_iter().map(|card| card.name));
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    let expected: Vec<_> = (0..130).filter(|n| n % 4 == 0).map(|n| format!("Club {n:03}")).collect();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn suggestions_are_what_one_may_join_and_each_has_its_turn() {
    let yard = Yard::open().await;
    let (zoe, pat) = (yard.employee("Zoé").await, yard.partner("Pat").await);
    let mut open = Vec::new();
    for n in 0..5 {
        open.push(yard.community(&format!("Club {n}"), &[]).await);
    }
    let sketch = Sketch { admission: Admission::ByInvitation, ..Sketch::default() };
    yard.community_as("Sur invitation", &[], sketch).await;
    yard.community_as("Secret", &[], Sketch { listed: false, ..Sketch::default() }).await;
    yard.join(&zoe, open[0]).await;
    let zoe = yard.fresh(&zoe).await;
    let mut shown = std::collections::BTreeSet::new();
    for _ in 0..5 {
        let today = suggested(&yard.ctx, &zoe).await.unwrap();
        assert_eq!(today.len(), 3);
        shown.extend(today.iter().map(|found| found.name.clone()));
        yard.wait(24 * 3600);
    }
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), ["Club 1", "Club 2", "Club 3", "Club 4"]);
    assert!(suggested(&yard.ctx, &pat).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_rail_has_ones_own_communities_by_name_without_those_that_are_over() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let over = Sketch { stage: Stage::Archived, ..Sketch::default() };
    for id in [
        yard.community("Vélo", &[]).await,
        yard.community("Échecs", &[]).await,
        yard.community_as("Fini", &[], over).await,
    ] {
        yard.join(&zoe, id).await;
    }
    let rail = mine(&yard.ctx, &yard.fresh(&zoe).await).await.unwrap();
    assert_eq!(rail.iter().map(|found| found.name.as_str()).collect::<Vec<_>>(), ["Échecs", "Vélo"]);
}
