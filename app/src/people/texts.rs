//! Every sentence about people, in both languages.

texts! {
    people: "Annuaire", "People";
    people_lead: "Qui fait quoi, et où : de quoi mettre un visage sur un nom.", "Who does what, and where: a face for every name.";
    people_lead_partner: "Les personnes avec qui vous partagez une communauté.", "The people you share a community with.";
    search_label: "Chercher quelqu’un", "Find somebody";
    search_people: "Nom, fonction ou lieu de travail", "Name, job or workplace";
    search: "Chercher", "Search";
    more_people: "Voir la suite de l’annuaire", "See more people";
    none_found: "Personne à ce nom", "Nobody of that name";
    none_found_text: "Le début d’un nom, d’un métier ou d’un lieu suffit : « mar », « soud », « gerland ».",
        "The beginning of a name, a job or a place is enough: “mar”, “weld”, “gerland”.";
    none_yet: "Personne encore", "Nobody yet";
    none_yet_text: "Les personnes que vous rencontrez dans vos communautés apparaissent ici.",
        "The people you meet in your communities show up here.";
    see_all: "Voir tout l’annuaire", "See everybody";
    partner: "Partenaire", "Partner";
    partner_of(company: &str): format!("Partenaire, {company}"), format!("Partner, {company}");

    edit_mine: "Modifier mon profil", "Edit my profile";
    about: "En quelques mots", "In a few words";
    job: "Fonction", "Job";
    craft: "Métier", "Craft";
    team: "Équipe", "Team";
    workplace: "Lieu de travail", "Workplace";
    company: "Entreprise", "Company";
    communities: "Communautés", "Communities";
    no_communities: "Aucune communauté en commun pour l’instant.", "No community in common for now.";
    no_communities_mine: "Vous n’êtes encore dans aucune communauté.", "You are in no community yet.";
    find_community: "Trouver une communauté", "Find a community";
    animator: "Équipe d’animation", "Animator";
    sponsor: "Parrainage", "Sponsor";

    communes: "Communes", "Communes";
    which_commune: "Laquelle de ces communes ?", "Which of these communes?";
    communes_found(count: usize): match count {
        0 => String::from("Aucune commune trouvée"),
        1 => String::from("1 proposition"),
        n => format!("{n} propositions"),
    }, match count {
        0 => String::from("No commune found"),
        1 => String::from("1 suggestion"),
        n => format!("{n} suggestions"),
    };
}
