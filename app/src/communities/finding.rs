//! Every sentence about how communities are found, in both languages.

use domain::{
    Lang,
    community::{Order, Size, Why},
};

texts! {
    filters: "Préciser la recherche", "Refine the search";
    place: "Site", "Site";
    everywhere: "Tous les sites", "All sites";
    tag: "Sujet", "Interest";
    every_tag: "Tous les sujets", "All interests";
    size_label: "Taille", "Size";
    every_size: "Toutes les tailles", "All sizes";
    small: "Moins de 20 membres", "Under 20 members";
    middle: "De 20 à 99 membres", "20 to 99 members";
    large: "100 membres et plus", "100 members and more";
    order_label: "Dans l’ordre", "In the order of";
    by_name: "des noms", "names";
    by_size: "des tailles, les plus grandes d’abord", "size, the largest first";
    by_activity: "de l’activité, la plus récente d’abord", "activity, the latest first";

    title: "Comment on la trouve", "How it is found";
    text: "L’annuaire se trie par sujet et par site. La communauté peut aussi être proposée à celles et ceux qu’elle concerne : c’est une suggestion, que l’on suit ou que l’on écarte.",
        "The directory is sorted by interest and site. The community can also be suggested to those it concerns: they follow the suggestion, or set it aside.";
    tags: "Sujets", "Interests";
    tags_hint: "Six au plus, séparés par des virgules : vélo, plein air.", "Six at most, separated by commas: cycling, outdoors.";
    home: "Site de la communauté", "Site of the community";
    no_home: "Aucun en particulier", "None in particular";
    rule_place: "La proposer aux personnes de ce site", "Suggest it to the people of this site";
    rule_craft: "La proposer aux personnes de ce métier", "Suggest it to the people of this craft";
    rule_craft_hint: "Le métier tel qu’il figure dans l’annuaire. Avec un site, les deux doivent convenir.",
        "The craft as it stands in the directory. With a site, both have to match.";
    nobody_by_rule: "À personne en particulier", "To nobody in particular";
    matching(n: u64):
        match n { 0 => String::from("Personne ne correspond aujourd’hui."), 1 => String::from("Une personne correspond aujourd’hui."), n => format!("{n} personnes correspondent aujourd’hui.") },
        match n { 0 => String::from("Nobody matches today."), 1 => String::from("One person matches today."), n => format!("{n} people match today.") };
    save: "Enregistrer", "Save";

    for_place(place: &str): format!("Pour les personnes du site {place}"), format!("For the people of {place}");
    for_craft(craft: &str): format!("Pour votre métier\u{a0}: {craft}"), format!("For your craft: {craft}");
    colleagues(n: u64): format!("{n} personnes de votre site y sont"), format!("{n} people of your site are in it");
    set_aside: "Ne plus proposer", "Do not suggest again";
}

pub fn size(lang: Lang, size: Size) -> &'static str {
    match size {
        Size::Small => small(lang),
        Size::Middle => middle(lang),
        Size::Large => large(lang),
    }
}

pub fn order(lang: Lang, order: Order) -> &'static str {
    match order {
        Order::Name => by_name(lang),
        Order::Size => by_size(lang),
        Order::Activity => by_activity(lang),
    }
}

/// Why a community is suggested; that it has its turn is no reason.
pub fn why(lang: Lang, why: &Why) -> Option<String> {
    match why {
        Why::Place(place) => Some(for_place(lang, place)),
        Why::Craft(craft) => Some(for_craft(lang, craft)),
        Why::Colleagues(count) => Some(colleagues(lang, *count)),
        Why::Turn => None,
    }
}
