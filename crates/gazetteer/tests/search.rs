//! What people type, and the commune they mean.

use gazetteer::{Commune, all, by_code, search};
use proptest::prelude::*;

fn first(query: &str) -> Option<String> {
    search(query, 5).first().map(|commune| commune.label())
}

#[test]
fn finds_what_is_meant_first() {
    for (query, label) in [
        ("Saint-Étienne", "Saint-Étienne (42000)"),
        ("st etienne", "Saint-Étienne (42000)"),
        ("SAINT ETIENNE", "Saint-Étienne (42000)"),
        ("st-et", "Saint-Étienne (42000)"),
        ("42000", "Saint-Étienne (42000)"),
        ("42100", "Saint-Étienne (42000)"),
        ("Saint-Étienne (42000)", "Saint-Étienne (42000)"),
        ("42000 saint etienne", "Saint-Étienne (42000)"),
        ("l'arbresle", "L'Arbresle (69210)"),
        ("L’Arbresle", "L'Arbresle (69210)"),
        ("arbresle", "L'Arbresle (69210)"),
        ("oullins", "Oullins-Pierre-Bénite (69310)"),
        ("pierre benite", "Oullins-Pierre-Bénite (69310)"),
        ("lyon", "Lyon (69001)"),
        ("69003", "Lyon (69001)"),
        ("lyon 69003", "Lyon (69001)"),
        ("Lyon 3e", "Lyon (69001)"),
        ("lyon 3", "Lyon (69001)"),
        ("75011", "Paris (75001)"),
        ("paris 15", "Paris (75001)"),
        ("13008", "Marseille (13001)"),
        ("marseille 1er", "Marseille (13001)"),
        ("ste foy les l", "Sainte-Foy-lès-Lyon (69110)"),
        ("vill saone 69", "Villefranche-sur-Saône (69400)"),
        ("e\u{301}cully", "Écully (69130)"),
        ("decines", "Décines-Charpieu (69150)"),
        ("mans", "Le Mans (72000)"),
        ("st", "Strasbourg (67000)"),
        ("str", "Strasbourg (67000)"),
        ("bellegarde sur valserine", "Valserhône (01200)"),
        // One letter wrong, missing, doubled, swapped; a space forgotten.
        ("villeurbanme", "Villeurbanne (69100)"),
        ("villeurbane", "Villeurbanne (69100)"),
        ("vilelurbanne", "Villeurbanne (69100)"),
        ("venisssieux", "Vénissieux (69200)"),
        ("larbresle", "L'Arbresle (69210)"),
        ("saintetienne", "Saint-Étienne (42000)"),
        ("villeurbane 69100", "Villeurbanne (69100)"),
    ] {
        assert_eq!(first(query).as_deref(), Some(label), "{query}");
    }
}

#[test]
fn finds_nothing_for_nothing() {
    let long = "saint ".repeat(1000);
    let longer = "é".repeat(1_000_000);
    for query in [
        "",
        " ",
        "-'()",
        "\u{301}",
        "\0",
        "xyzzyx",
        "99999",
        "690031",
        "lyon 42000",
        "42000 69003",
        "リヨン",
        "🚗🚗🚗🚗🚗",
        "лион лион",
        "٤٢٠٠٠",
        &long,
        &longer,
    ] {
        assert_eq!(first(query), None, "{query}");
    }
    assert!(search("lyon", 0).is_empty());
}

#[test]
fn ranks_by_kind_of_match_then_population() {
    let names = |query| search(query, 3).iter().map(|found| found.name).collect::<Vec<_>>();
    assert_eq!(names("vienne").first(), Some(&"Vienne"));
    assert_eq!(names("saint-priest").first(), Some(&"Saint-Priest"));
    assert_eq!(names("690"), ["Lyon"]);
    assert_eq!(names("6910"), ["Villeurbanne"]);
    assert_eq!(names("strasb"), ["Strasbourg"]);

    assert!(names("st").contains(&"Saint-Étienne"));

    let found = search("saint", usize::MAX);
    let begins = |commune: &&&Commune| {
        let name = gazetteer::fold(commune.name);
        ["", "l ", "la ", "le ", "les "].iter().any(|article| name.starts_with(&format!("{article}saint")))
    };
    let first = found.iter().take_while(begins).collect::<Vec<_>>();
    assert!(first.len() > 3000);
    assert_eq!(first.len(), found.iter().filter(begins).count());
    assert!(first.is_sorted_by(|a, b| a.population >= b.population));
}

#[test]
fn limit_takes_the_best() {
    for query in ["s", "saint", "69", "sur sa", "villeurbane"] {
        let every = search(query, usize::MAX);
        for limit in [1, 2, 10, 100] {
            let some = search(query, limit);
            assert!(some.iter().eq(every.iter().take(limit)), "{query} {limit}");
        }
    }
}

#[test]
fn every_label_code_and_postcode_leads_back() {
    for commune in all() {
        assert_eq!(by_code(commune.code), Some(commune));
        let found = search(&commune.label(), 1);
        assert_eq!(found.first().map(|found| found.code), Some(commune.code), "{}", commune.label());
    }
    for commune in all().iter().take(300) {
        for postcode in &commune.postcodes {
            assert!(search(postcode, 100).contains(&commune), "{postcode}");
        }
    }
    for nothing in ["", "69383", "00000", "2a004", "é"] {
        assert_eq!(by_code(nothing), None);
    }
}

fn each_once(found: &[&Commune]) -> bool {
    let mut codes: Vec<_> = found.iter().map(|commune| commune.code).collect();
    codes.sort_unstable();
    codes.windows(2).all(|pair| pair.first() != pair.last())
}

proptest! {
    #[test]
    fn any_text_is_answered(query in any::<String>(), limit in 0_usize..50) {
        let found = search(&query, limit);
        prop_assert!(found.len() <= limit);
        prop_assert!(each_once(&found));
    }

    #[test]
    fn any_likely_text_is_answered(query in "[a-zéèœ'’ 0-9()-]{0,30}", limit in 0_usize..50) {
        let found = search(&query, limit);
        prop_assert!(found.len() <= limit);
        prop_assert!(each_once(&found));
    }

    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = gazetteer::fold(&text);
        prop_assert_eq!(gazetteer::fold(&once), once);
    }
}
