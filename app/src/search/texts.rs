//! Every sentence of the search, in both languages.

use domain::{
    Lang,
    search::{Only, Thing},
};

texts! {
    search: "Recherche", "Search";
    search_lead: "Dans les publications, les commentaires, les événements, les communautés et l’annuaire. Les accents ne comptent pas ; une expression entre guillemets est cherchée telle quelle.",
        "In posts, comments, events, communities and the directory. Accents do not matter; a phrase in quotation marks is looked for as it stands.";
    what: "Que cherchez-vous\u{202f}?", "What are you looking for?";
    find: "Chercher", "Search";
    filters: "Affiner", "Refine";
    only: "Quoi", "What";
    everything: "Tout", "Everything";
    community: "Communauté", "Community";
    every_community: "Toutes", "All of them";
    author: "Personne qui l’a écrit", "Who wrote it";
    author_hint: "Un nom, ou son début.", "A name, or its beginning.";
    from: "À partir du", "From";
    to: "Jusqu’au", "To";
    posts: "Publications", "Posts";
    comments: "Commentaires", "Comments";
    events: "Événements", "Events";
    communities: "Communautés", "Communities";
    people: "Personnes", "People";
    results: "Résultats", "Results";
    more: "Résultats suivants", "More results";
    all_people: "Voir toutes ces personnes", "See all these people";
    none_found: "Rien de tel", "Nothing of the kind";
    none_found_text: "Essayez avec moins de mots, ou sans filtre. Ce que vous n’avez pas le droit de lire n’apparaît jamais ici.",
        "Try fewer words, or no filter. What you may not read never shows here.";
    the_end: "Il n’y a rien de plus.", "There is nothing more.";
    not_ready: "La recherche se prépare\u{a0}: certaines choses peuvent manquer pendant quelques minutes.",
        "The search is being prepared: some things may be missing for a few minutes.";
    comment_on(title: &str): format!("Commentaire sur «\u{a0}{title}\u{a0}»"), format!("Comment on “{title}”");
    a_comment: "Commentaire", "Comment";
    an_event: "Événement", "Event";
    a_community: "Communauté", "Community";
    post_of(name: &str): format!("Publication de {name}"), format!("Post by {name}");
}

pub(super) fn only_name(lang: Lang, only: Only) -> &'static str {
    match only {
        Only::Things(Thing::Post) => posts(lang),
        Only::Things(Thing::Comment) => comments(lang),
        Only::Things(Thing::Event) => events(lang),
        Only::Things(Thing::Community) => communities(lang),
        Only::Things(Thing::Person) => people(lang),
        Only::Posts(kind) => crate::feed::kind_name(lang, kind),
    }
}
