//! The design system's own words.

crate::texts! {
    optional: "facultatif", "optional";
    close: "Fermer", "Close";
    next_page: "Voir la suite", "See more";
    first_page: "Revenir au début", "Back to the start";
    skip_to_content: "Aller au contenu", "Skip to content";
    main_navigation: "Navigation principale", "Main navigation";
    whats_next: "Et ensuite", "What is next";
    date: "Date", "Date";
    time: "Heure", "Time";
    picture_description: "Description de l’image", "Picture description";
    picture_description_hint: "Ce qu’elle montre, pour les personnes qui ne la voient pas.", "What it shows, for people who cannot see it.";
    please_fix_one: "Il reste un point à corriger", "One thing needs fixing";
    please_fix(n: usize): format!("Il reste {n} points à corriger"), format!("{n} things need fixing");
    nothing_lost: "Ce que vous avez écrit est conservé.", "What you wrote has been kept.";
    nothing_lost_but_password: "Ce que vous avez écrit est conservé, sauf le mot de passe : retapez-le.",
        "What you wrote has been kept, except the password: type it again.";
    password_again: "Un mot de passe ne revient pas à l’écran : retapez-le.",
        "A password does not come back to the screen: type it again.";
    at_most(n: u32): format!("{n} caractères au plus"), format!("{n} characters at most");
    and_more(n: usize): format!("et {n} de plus"), format!("and {n} more");
    loading: "Chargement en cours", "Loading";
    data_table: "Voir les chiffres", "See the figures";
    previous_month: "Mois précédent", "Previous month";
    next_month: "Mois suivant", "Next month";
    departure_area: "Zone de départ", "Departure area";
    arrival: "Arrivée", "Destination";
    month_of(month: &str, year: i16): format!("{}{} {year}", month.chars().next().into_iter().flat_map(char::to_uppercase).collect::<String>(), month.chars().skip(1).collect::<String>()), format!("{month} {year}");
    search: "Chercher", "Search";
    menu_of(name: &str): format!("Menu de {name}"), format!("{name}’s menu");
    to_read: " à lire", " unread";
    home: "Préau, accueil", "Préau, home";
    places_left(left: u32, of: u32):
        match left { 0 => String::from("Complet"), 1 => format!("1 place libre sur {of}"), n => format!("{n} places libres sur {of}") },
        match left { 0 => String::from("Full"), 1 => format!("1 place left of {of}"), n => format!("{n} places left of {of}") };
}
