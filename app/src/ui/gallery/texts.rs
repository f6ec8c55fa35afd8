//! The gallery's words. People, places and numbers are made up.

crate::texts! {
    title: "Les pièces de la maison", "The parts of the house";
    lead: "Chaque composant, dans chacun de ses états, en clair et en sombre.", "Every component in each of its states, light and dark.";
    actions: "Actions", "Actions";
    forms: "Formulaires", "Forms";
    messages: "Messages", "Messages";
    navigation: "Navigation", "Navigation";
    feed: "Fil", "Feed";
    cards: "Cartes", "Cards";
    figures: "Chiffres", "Figures";
    drawings: "Dessins", "Drawings";
    icons: "Icônes", "Icons";
}

crate::texts! {
    publish: "Publier", "Publish";
    offer_ride: "Proposer un trajet", "Offer a ride";
    save_draft: "Garder en brouillon", "Keep as a draft";
    cancel_booking: "Annuler la réservation", "Cancel the booking";
    keep_booking: "Garder ma place", "Keep my seat";
    full: "Complet", "Full";
    long_button: "Demander à rejoindre la communauté « Accessibilité numérique et conception pour toutes et tous »", "Ask to join the community “Digital accessibility and design for all”";
    sign_up: "S’inscrire", "Sign up";
    open_dialog: "Annuler…", "Cancel…";
    dialog_title: "Annuler votre réservation ?", "Cancel your booking?";
    dialog_text: "Votre place sera proposée à une autre personne. Zoé en sera informée.", "Your seat will be offered to someone else. Zoé will be told.";
    menu_label: "Actions sur cette publication", "Actions on this post";
    edit: "Modifier", "Edit";
    delete: "Supprimer", "Delete";
    report: "Signaler", "Report";
    notifications: "Notifications", "Notifications";
    follow: "Suivre", "Follow";
    read_charter: "lire la note de cadrage", "read the charter";
    in_text: "Avant de demander, vous pouvez ", "Before you ask, you can ";
    or_see: " ou voir le ", " or see the ";
    standard: "standard ouvert du covoiturage", "open carpooling standard";
}

crate::texts! {
    field_title: "Titre", "Title";
    field_title_value: "Atelier vélo : régler ses freins avant l’hiver", "Bike workshop: adjust your brakes before winter";
    field_title_hint: "Ce qui se passe, en quelques mots.", "What happens, in a few words.";
    field_empty: "Ce champ est vide. Donnez un titre, même court.", "This field is empty. Give a title, even a short one.";
    field_mail: "Adresse électronique", "Email address";
    field_mail_error: "« zoe.lebrun@ » n’est pas une adresse complète.", "“zoe.lebrun@” is not a complete address.";
    field_text: "Description", "Description";
    field_text_value: "Apportez votre vélo, nous avons les outils.\nOn finit autour d’un <chocolat> & d’un goûter.", "Bring your bike, we have the tools.\nWe end with <hot chocolate> & a snack.";
    field_community: "Communauté", "Community";
    choose: "Choisir…", "Choose…";
    field_when: "Début", "Start";
    field_when_error: "L’événement commencerait avant d’être annoncé : choisissez une date à venir.", "The event would start before it is announced: choose a date to come.";
    field_picture: "Image", "Picture";
    field_picture_hint: "JPEG, PNG, WebP ou GIF, 8 Mo au plus.", "JPEG, PNG, WebP or GIF, 8 MB at most.";
    field_place: "Lieu de départ", "Departure";
    place_found: "2 propositions", "2 suggestions";
    agree: "J’ai lu la note de cadrage et j’en accepte les règles", "I have read the charter and accept its rules";
    agree_error: "Pour entrer, il faut accepter les règles.", "You need to accept the rules to come in.";
    quiet_hours: "Ne rien m’envoyer le soir et le week-end", "Send me nothing in the evening and at the weekend";
    quiet_hours_hint: "Les rappels attendront le matin suivant.", "Reminders wait for the next morning.";
    who_for: "Pour qui est cette communauté ?", "Whom is this community for?";
    open: "Ouverte", "Open";
    open_hint: "Toute personne de l’entreprise la voit et peut y entrer.", "Everyone in the company sees it and can come in.";
    on_request: "Sur demande", "On request";
    on_request_hint: "On la voit ; l’équipe d’animation accueille.", "People see it; the animators let them in.";
    on_invitation: "Sur invitation", "By invitation";
    on_invitation_hint: "Seules les personnes invitées savent qu’elle existe.", "Only those invited know it exists.";
    days: "Jours", "Days";
}

crate::texts! {
    info_title: "La communauté fait une pause", "The community is taking a break";
    info_text: "Elle rouvre le 5 janvier. Vous pouvez toujours lire.", "It reopens on 5 January. You can still read.";
    success_text: "Votre trajet est publié. Trois personnes font la même route.", "Your ride is published. Three people go the same way.";
    warning_title: "Il reste une personne à l’animation", "One animator is left";
    warning_text: "Il en faut deux pour que la communauté reste active. À qui pensez-vous ?", "A community needs two to stay active. Whom do you think of?";
    danger_title: "L’image n’a pas été envoyée", "The picture was not sent";
    danger_text: "La connexion s’est coupée. Votre texte est gardé ; renvoyez l’image quand vous voulez.", "The connection was cut. Your text is kept; send the picture again when you like.";
    toast: "2 nouveaux commentaires", "2 new comments";
    empty_title: "Pas encore de trajet", "No rides yet";
    empty_text: "Le tableau de covoiturage relie les personnes qui font la même route, un jour ou tous les mardis. Votre adresse n’y est jamais montrée.", "The carpool board brings together people who go the same way, for a day or every Tuesday. Your address is never shown.";
    upload: "Envoi de « sortie-vercors.jpg »", "Sending “sortie-vercors.jpg”";
}

crate::texts! {
    place_home: "Accueil", "Home";
    place_communities: "Communautés", "Communities";
    place_events: "Événements", "Events";
    place_carpool: "Covoiturage", "Carpool";
    place_people: "Annuaire", "People";
    mine: "Mes communautés", "My communities";
    tab_feed: "Fil", "Feed";
    tab_members: "Membres", "Members";
    tab_charter: "Note de cadrage", "Charter";
    filter_all: "Tout", "All";
    filter_off_work: "Hors travail", "Off work";
    filter_practice: "Métier", "Practice";
}

crate::texts! {
    pending: "En attente", "Pending";
    confirmed: "Confirmé", "Confirmed";
    cancelled: "Annulé", "Cancelled";
    done: "Terminé", "Done";
    draft: "Brouillon", "Draft";
}

crate::texts! {
    yesterday: "hier, 17 h 40", "yesterday, 5:40 pm";
    question: "Question", "Question";
    discussion: "Discussion", "Discussion";
    idea: "Idée", "Idea";
    post_title: "Qui connaît une bonne route à vélo entre Voiron et le site ?", "Who knows a good bike route between Voiron and the site?";
    post_html: "<p>Je cherche un trajet <strong>sans grande route</strong>, même s’il est plus long. J’ai essayé :</p><ul><li>la voie verte, mais elle s’arrête à Moirans ;</li><li>la départementale : trop de camions.</li></ul><blockquote><p>« Le meilleur trajet est celui qu’on refait le lendemain. »</p></blockquote><p>Le code de la carte : <code>38-VV-7</code>.</p>", "<p>I am looking for a way <strong>without main roads</strong>, even a longer one. I tried:</p><ul><li>the greenway, but it stops at Moirans;</li><li>the departmental road: too many lorries.</li></ul><blockquote><p>“The best route is the one you take again the next day.”</p></blockquote><p>The map’s code: <code>38-VV-7</code>.</p>";
    praise: "Bravo", "Kudos";
    praise_html: "<p>Merci à toute l’équipe logistique : le déménagement de l’atelier s’est fait sans arrêter une seule commande.</p>", "<p>Thank you to the whole logistics team: the workshop moved without stopping a single order.</p>";
    comments(n: u32): format!("{n} commentaires"), format!("{n} comments");
    reactions: "Réactions", "Reactions";
    reaction_bravo: "Bravo", "Bravo";
    reaction_thanks: "Merci", "Thanks";
    reaction_useful: "Utile", "Useful";
    reaction_moved: "Touchant", "Moved";
    reaction_curious: "Intrigant", "Curious";
    reaction_with_you: "Avec vous", "With you";
    comment: "<p>Par les quais de l’Isère : 12 km, tout plat. Je peux vous montrer mardi.</p>", "<p>Along the Isère: 12 km, all flat. I can show you on Tuesday.</p>";
    answer: "Réponse retenue", "Accepted answer";
    reply: "Répondre", "Reply";
    comment_gone: "Commentaire supprimé par la personne qui l’a écrit.", "Comment deleted by its author.";
    write: "Écrire à la communauté…", "Write to the community…";
    write_label: "Votre message", "Your message";
    kind: "Genre de publication", "Kind of post";
}

crate::texts! {
    month_short: "nov.", "Nov";
    weekday: "mardi", "Tue";
    event_when: "mardi 24 novembre, 18 h", "Tuesday 24 November, 6 pm";
    event_where: "Sous le préau du site de Grenoble", "Under the roof of the Grenoble site";
    event_long: "Rencontre interservices sur l’accessibilité, l’écoconception et la qualité : retours d’expérience et ateliers", "Cross-team meeting on accessibility, ecodesign and quality: lessons learnt and workshops";
    ride_day: "mardi 24 novembre", "Tuesday 24 November";
    ride_from: "Voiron", "Voiron";
    ride_from_at: "place de la République", "Place de la République";
    ride_stop: "Saint-Martin-le-Vinoux", "Saint-Martin-le-Vinoux";
    ride_to: "Site de Grenoble", "Grenoble site";
    seats_left: "2 places", "2 seats";
    ask_seat: "Demander une place", "Ask for a seat";
    club: "Club vélo", "Bike club";
    club_purpose: "Venir à vélo plus souvent, réparer ensemble, et obtenir de vrais abris sur chaque site.", "Cycle to work more often, repair together, and get real bike sheds on every site.";
    members(n: u32): format!("{n} membres"), format!("{n} members");
    guild: "Guilde de la donnée", "Data guild";
    long_community: "Accessibilité numérique et conception pour toutes et tous", "Digital accessibility and design for all";
    dormant: "En sommeil", "Dormant";
    join: "Rejoindre", "Join";
    role: "Responsable de l’atelier, Grenoble", "Head of the workshop, Grenoble";
    role_long: "Chargée de mission développement durable et mobilités, direction de l’immobilier", "Sustainability and mobility officer, real-estate department";
    greet: "Saluer", "Say hello";
    purpose: "À quoi elle sert", "What it is for";
    rules: "Ses règles", "Its rules";
    rules_html: "<ul><li>On parle de vélo, et de tout ce qui aide à en faire.</li><li>On n’y vend rien.</li></ul>", "<ul><li>We talk about cycling, and whatever helps people cycle.</li><li>Nothing is sold here.</li></ul>";
    sponsor: "Parrainage", "Sponsor";
    review: "Prochaine revue", "Next review";
    review_date: "12 mai", "12 May";
    sign_in: "Entrer", "Sign in";
    password: "Mot de passe", "Password";
}

crate::texts! {
    saved_km: "kilomètres partagés depuis janvier", "kilometres shared since January";
    active: "personnes ont pris la parole ce mois-ci", "people spoke up this month";
    change: "+12 depuis octobre", "+12 since October";
    rides_by_month: "Trajets partagés", "Shared rides";
    month: "Mois", "Month";
    map_zone: "autour de Voiron", "around Voiron";
    workshop: "Atelier vélo", "Bike workshop";
    reading: "Cercle de lecture : « Les Années »", "Reading circle: The Years";
}
