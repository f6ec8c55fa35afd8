//! The words of the frame around every page.

texts! {
    home: "Accueil", "Home";
    communities: "Communautés", "Communities";
    events: "Événements", "Events";
    carpool: "Covoiturage", "Carpool";
    people: "Annuaire", "People";
    mine: "Mes communautés", "My communities";
    archived: "Archivées", "Archived";
    changed_events: "À savoir avant de venir", "Before you come";
    next_event: "Prochain événement", "Next event";
    next_ride: "Prochain trajet", "Next ride";
    no_event: "Rien de prévu pour l’instant.", "Nothing planned yet.";
    see_events: "Voir les événements", "See the events";
    no_ride: "Un trajet à partager ?", "A ride to share?";
    find_ride: "Chercher un trajet", "Find a ride";
    greet: "À accueillir", "Say hello";
    new_here: "vient d’arriver", "has just joined";
    suggested: "Des communautés à découvrir", "Communities to discover";
    about: "À propos et licences", "About and licences";
    unknown_names(names: &str):
        format!("Noms non reconnus ici, laissés tels quels\u{a0}: {names}."),
        format!("Names not known here, left as they are: {names}.");
    sending: "Envoi en cours…", "Sending…";
    offline: "Pas de réseau : ce que vous écrivez est gardé ici.", "No network: what you write is kept here.";
}
