//! The directory and the suggestions.

use super::*;
use crate::{
    communities::{dismiss, finding, list, mine, set_finding, suggested, tags},
    people,
    testing::Sketch,
};
use domain::{
    community::{FindingForm, Kind, Order, PAGE, Size, Stage, Wanted, Why},
    id::WorkplaceId,
    policy::Admission,
};

fn named(search: &str) -> Wanted {
    Wanted { search: search.into(), ..Wanted::default() }
}

async fn names(yard: &Yard, actor: &Actor, query: &str) -> Vec<String> {
    let page = list(&yard.ctx, actor, &named(query), None).await.unwrap();
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
    let none = list(&yard.ctx, &zoe, &Wanted { kind: Some(Kind::Practice), ..Wanted::default() }, None)
        .await
        .unwrap();
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
        let page = list(&yard.ctx, &zoe, &named("club"), cursor.as_deref()).await.unwrap();
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
        shown.extend(today.iter().map(|one| one.found.name.clone()));
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

/// A workplace, and its id in words.
async fn workplace(yard: &Yard, name: &str) -> WorkplaceId {
    let id = WorkplaceId::new(yard.ctx.ulid());
    let place = domain::person::Workplace { id, name: name.into(), commune: None, point: None };
    people::seed_workplaces(&yard.ctx, &[place]).await.unwrap();
    id
}

async fn works(yard: &Yard, actor: &Actor, place: WorkplaceId, craft: &str) {
    let surql = "UPDATE $p SET workplace = $place, craft = $craft";
    let variables = bind! { p: Id(actor.person), place: Id(place), craft: craft.to_owned() };
    yard.ctx.db().query(surql, variables).await.unwrap();
}

#[tokio::test]
async fn the_directory_is_filtered_and_ordered() {
    let yard = Yard::open().await;
    let (ana, zoe) = (yard.employee("Ana").await, yard.employee("Zoé").await);
    let lyon = workplace(&yard, "Lyon").await;
    let (bike, choir) = (yard.community("Vélo", &[&ana]).await, yard.community("Chorale", &[&ana]).await);
    let ana = yard.fresh(&ana).await;
    yard.join(&zoe, bike).await;
    let found_by =
        |tags: &str, place: String| FindingForm { tags: tags.into(), place, ..FindingForm::default() };
    set_finding(&yard.ctx, &ana, bike, &found_by("plein air, Sport", lyon.to_string())).await.unwrap();
    set_finding(&yard.ctx, &ana, choir, &found_by("Musique", String::new())).await.unwrap();
    assert_eq!(tags(&yard.ctx, &zoe).await.unwrap(), ["Musique", "plein air", "Sport"]);
    let all = Wanted::default;
    for (wanted, seen) in [
        (all(), vec!["Chorale", "Vélo"]),
        (Wanted { tag: "PLEIN AIR".into(), ..all() }, vec!["Vélo"]),
        (Wanted { tag: "air".into(), ..all() }, vec![]),
        (named("musique"), vec!["Chorale"]),
        (Wanted { place: Some(lyon), ..all() }, vec!["Vélo"]),
        (Wanted { size: Some(Size::Small), ..all() }, vec!["Chorale", "Vélo"]),
        (Wanted { size: Some(Size::Large), ..all() }, vec![]),
        (Wanted { order: Order::Size, ..all() }, vec!["Vélo", "Chorale"]),
        (Wanted { order: Order::Activity, ..all() }, vec!["Chorale", "Vélo"]),
    ] {
        let page = list(&yard.ctx, &zoe, &wanted, None).await.unwrap();
        let names: Vec<_> = page.items.iter().map(|card| card.name.as_str()).collect();
        assert_eq!(names, seen, "{wanted:?}");
    }
}

#[tokio::test]
async fn every_order_is_walked_page_by_page_each_once() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    for n in 0..60 {
        let id = yard.community(&format!("Club {n:03}"), &[]).await;
        if n % 3 == 0 {
            yard.join(&zoe, id).await;
        }
    }
    for order in Order::ALL {
        let (mut seen, mut cursor) = (Vec::new(), None);
        let wanted = Wanted { order, ..Wanted::default() };
        loop {
            let page = list(&yard.ctx, &zoe, &wanted, cursor.as_deref()).await.unwrap();
            seen.extend(page.items.into_iter().map(|card| card.name));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 60, "{order:?}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 60, "{order:?}");
    }
}

#[tokio::test]
async fn a_rule_suggests_and_says_why_and_no_is_for_good() {
    let yard = Yard::open().await;
    let (ana, zoe, luc) =
        (yard.employee("Ana").await, yard.employee("Zoé").await, yard.employee("Luc").await);
    let (lyon, lille) = (workplace(&yard, "Lyon").await, workplace(&yard, "Lille").await);
    works(&yard, &zoe, lyon, "Soudure").await;
    works(&yard, &luc, lille, "Soudure").await;
    for n in 0..6 {
        yard.community(&format!("Autre {n}"), &[]).await;
    }
    let club = yard.community("Lyonnais", &[&ana]).await;
    let ana = yard.fresh(&ana).await;
    let rule = |place: &str, craft: &str| FindingForm {
        rule_place: place.into(),
        rule_craft: craft.into(),
        ..FindingForm::default()
    };
    let nobody = set_finding(&yard.ctx, &ana, club, &rule("", "Astronomie")).await;
    assert_eq!(reason(nobody), Reason::Form);
    assert_eq!(reason(set_finding(&yard.ctx, &zoe, club, &rule("", "")).await), Reason::Forbidden);
    set_finding(&yard.ctx, &ana, club, &rule(&lyon.to_string(), "Soudure")).await.unwrap();
    assert_eq!(finding(&yard.ctx, &ana, "lyonnais").await.unwrap().matching, Some(1));
    let first = suggested(&yard.ctx, &zoe).await.unwrap();
    assert_eq!((first[0].found.id, &first[0].why), (club, &Why::Place("Lyon".into())));
    assert_eq!(first.len(), 3);
    assert!(suggested(&yard.ctx, &luc).await.unwrap().iter().all(|one| one.why == Why::Turn));

    for _ in 0..2 {
        dismiss(&yard.ctx, &zoe, club).await.unwrap();
    }
    for _ in 0..10 {
        let shown = suggested(&yard.ctx, &zoe).await.unwrap();
        assert!(shown.iter().all(|one| one.found.id != club));
        yard.wait(24 * 3600);
    }
}

#[tokio::test]
async fn colleagues_are_counted_from_three() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let lyon = workplace(&yard, "Lyon").await;
    works(&yard, &zoe, lyon, "").await;
    let club = yard.community("Course", &[]).await;
    for (n, actor) in yard.crowd(3).await.iter().enumerate() {
        let shown = suggested(&yard.ctx, &zoe).await.unwrap();
        assert_eq!(shown[0].why, Why::Turn, "{n}");
        works(&yard, actor, lyon, "").await;
        yard.join(actor, club).await;
    }
    yard.wait(24 * 3600);
    assert_eq!(suggested(&yard.ctx, &zoe).await.unwrap()[0].why, Why::Colleagues(3));
}
