//! Every sentence about events, in both languages.

texts! {
    events: "Événements", "Events";
    events_lead: "Ce qui se prépare dans vos communautés.", "What your communities are preparing.";
    which: "Événements à venir ou passés", "Events to come or past";
    to_come: "À venir", "To come";
    past: "Passés", "Past";
    now: "En ce moment", "Now";
    today(day: &str): format!("Aujourd’hui, {day}"), format!("Today, {day}");
    tomorrow(day: &str): format!("Demain, {day}"), format!("Tomorrow, {day}");
    later_events: "Voir la suite des événements", "See more events";
    none_title: "Rien de prévu pour l’instant", "Nothing planned for now";
    none_text: "Les événements de vos communautés s’affichent ici : une course à midi, un atelier, un café des lecteurs. Rejoignez-en une pour ne rien manquer.",
        "Events of your communities show up here: a run at noon, a workshop, a readers’ coffee. Join one so as not to miss a thing.";
    find_community: "Trouver une communauté", "Find a community";
    none_past_title: "Aucun événement passé", "No past event";
    none_past_text: "Les événements terminés restent ici, avec les personnes qui sont venues.",
        "Events that are over stay here, with those who came.";
    none_here_text: "Une première rencontre, même courte, fait beaucoup pour une communauté.",
        "A first meeting, even a short one, does a lot for a community.";
    see_upcoming: "Voir les événements à venir", "See events to come";

    in_a_day(day: &str, from: &str, to: &str): format!("{day}, de {from} à {to}"), format!("{day}, {from} to {to}");
    over_days(from: &str, to: &str): format!("du {from}, au {to}"), format!("{from} to {to}");

    cancelled: "Annulé", "Called off";
    mine: "Vous y allez", "You are going";
    was_mine: "Vous y étiez", "You were there";
    running: "En cours", "Under way";
    registered(n: u64):
        match n {
            0 => String::from("Personne ne s’est encore inscrit"),
            1 => String::from("1 personne inscrite"),
            n => format!("{n} personnes inscrites"),
        },
        match n {
            0 => String::from("Nobody has signed up yet"),
            1 => String::from("1 person signed up"),
            n => format!("{n} people signed up"),
        };

    changed_title: "Changé depuis votre inscription", "Changed since you signed up";
    moved(was: &str): format!("La date ou l’heure a changé : c’était {was}."), format!("The date or time changed: it was {was}.");
    elsewhere(was: &str): format!("Le lieu a changé : c’était « {was} »."), format!("The place changed: it was “{was}”.");
    no_longer_fits: "Si cela ne vous va plus, libérez votre place ci-dessous.", "If it no longer suits you, give your place back below.";
    noted: "C’est noté", "Understood";
    cancelled_title: "Cet événement est annulé", "This event is called off";
    cancelled_text: "Il n’aura pas lieu. Vous n’avez rien à faire.", "It will not take place. There is nothing for you to do.";
    about: "Le programme", "What it is about";
    called_by: "Proposé par ", "Called by ";
    facts: "Date, lieu et communauté", "Date, place and community";
    places: "Places", "Places";
    register: "S’inscrire", "Sign up";
    leave: "Libérer ma place", "Give my place back";
    is_full: "Toutes les places sont prises. Il s’en libère parfois : revenez voir.",
        "Every place is taken. Some come free at times: have another look later.";
    is_running: "C’est en ce moment : les inscriptions sont closes.", "It is on now: sign-up is closed.";
    is_over: "C’est terminé.", "It is over.";
    join_first(community: &str):
        format!("Les inscriptions sont ouvertes aux membres de « {community} ». Vous pouvez en faire partie tout de suite : en rejoignant la communauté, vous acceptez sa note de cadrage."),
        format!("Members of “{community}” can sign up. You can become one right away: by joining, you accept the community’s charter.");
    read_charter: "Lire la note de cadrage", "Read the charter";
    join_and_register: "Rejoindre et s’inscrire", "Join and sign up";
    who_comes: "Qui vient", "Who is coming";
    who_came: "Qui est venu", "Who came";
    who_was_to_come: "Qui devait venir", "Who was to come";
    were_registered(n: u64):
        match n {
            0 => String::from("Personne n’est inscrit"),
            1 => String::from("1 personne inscrite"),
            n => format!("{n} personnes inscrites"),
        },
        match n {
            0 => String::from("Nobody signed up"),
            1 => String::from("1 person signed up"),
            n => format!("{n} people signed up"),
        };
    nobody_yet: "Personne pour l’instant. Et si vous étiez la première personne sur la liste ?",
        "Nobody so far. Why not be the first on the list?";
    nobody_came: "Personne ne s’était inscrit.", "Nobody had signed up.";
    more_people: "Voir la suite de la liste", "See more of the list";

    new_event: "Créer un événement", "Create an event";
    new_lead(community: &str): format!("Dans « {community} ». Ses membres le verront aussitôt."),
        format!("In “{community}”. Its members will see it at once.");
    edit: "Modifier", "Edit";
    edit_event: "Modifier l’événement", "Edit the event";
    summary: "Titre", "Title";
    summary_hint: "Quoi, en quelques mots : « Course du midi », « Atelier vélo ».", "What, in a few words: “Run at noon”, “Bike workshop”.";
    description: "Programme", "What it is about";
    description_hint: "À quoi s’attendre, quoi apporter. Le format Markdown est compris : **gras**, listes, liens.",
        "What to expect, what to bring. Markdown works: **bold**, lists, links.";
    location: "Lieu", "Place";
    location_hint: "Une salle, une adresse, ou un lien pour se retrouver à distance.", "A room, an address, or a link to meet online.";
    date: "Date de début", "Start date";
    time: "Heure de début", "Start time";
    end_date: "Date de fin, si elle diffère", "End date, if it differs";
    end_time: "Heure de fin", "End time";
    capacity: "Nombre de places", "Number of places";
    capacity_hint: "Sans nombre, tout le monde peut venir.", "Without a number, everybody may come.";
    capacity_taken(n: u64):
        match n {
            1 => String::from("Sans nombre, tout le monde peut venir. 1 personne est déjà inscrite."),
            n => format!("Sans nombre, tout le monde peut venir. {n} personnes sont déjà inscrites : la limite ne peut pas passer en dessous."),
        },
        match n {
            1 => String::from("Without a number, everybody may come. 1 person has signed up already."),
            n => format!("Without a number, everybody may come. {n} people have signed up already: the limit cannot go below."),
        };
    create: "Créer l’événement", "Create the event";
    save: "Enregistrer", "Save";
    back: "Revenir à l’événement", "Back to the event";

    cancel_title: "Annuler l’événement", "Call the event off";
    cancel_text: "La page reste, et dit clairement que l’événement n’aura pas lieu. On ne peut pas revenir en arrière.",
        "The page stays, and says clearly that the event will not take place. This cannot be undone.";
    cancel_confirm: "Oui, cet événement n’aura pas lieu", "Yes, this event will not take place";
    cancel: "Annuler l’événement", "Call the event off";
}
