//! Every sentence of the welcome, in both languages.

texts! {
    welcome: "Bienvenue ici", "Welcome here";
    greeted_by(name: &str): format!("{name} vous souhaite la bienvenue."), format!("{name} says welcome.");
    three_things: "Trois choses pour commencer :", "Three things to begin with:";
    say_hello: "Dire bonjour, en une phrase", "Say hello, in a sentence";
    read_charter: "Lire la note de cadrage et l’accepter", "Read the charter and accept it";
    take_part(what: &str): format!("Venir au prochain rendez-vous : {what}"), format!("Come to the next event: {what}");
    see_events: "Regarder ce qui s’y prépare", "Look at what is being prepared";
    done: "(fait)", "(done)";
    put_away: "Merci, j’ai vu", "Thanks, I have seen it";

    page_of(name: &str): format!("Accueil des nouveaux membres, {name}"), format!("Welcoming newcomers, {name}");
    link: "Accueillir", "Welcome newcomers";
    hello_title: "Votre mot d’accueil", "Your hello";
    hello: "Ce que lit chaque personne qui arrive", "What each newcomer reads";
    hello_hint: "Du texte simple. {prénom} devient son prénom.", "Plain text. {name} becomes their first name.";
    save: "Enregistrer", "Save";
    newcomers: "À saluer", "To greet";
    newcomers_text: "Membres depuis moins de trente jours, sans réponse de personne pour l’instant.",
        "They came in less than thirty days ago, and nobody has answered them yet.";
    nobody: "Chaque personne nouvelle a été saluée", "Each newcomer was greeted";
    nobody_text: "Quand quelqu’un arrive et que personne ne lui répond, son nom apparaît ici.",
        "When somebody comes in and nobody answers, their name shows up here.";
    came(when: &str): format!("Membre depuis : {when}"), format!("Member since: {when}");
    greet: "Saluer", "Greet";
    more: "Voir la suite", "See more";
}
