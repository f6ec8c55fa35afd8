//! Every sentence about accounts, in both languages.

use domain::{Lang, actor::OrgRole};

texts! {
    sign_in: "Se connecter", "Sign in";
    sign_in_title: "Bienvenue sous le préau", "Welcome under the roof";
    sign_in_lead: "Connectez-vous pour retrouver vos communautés.", "Sign in to find your communities again.";
    no_account: "Pas encore de compte ? Ouvrez le lien de votre invitation, ou demandez-en un à l’équipe qui gère les communautés.",
        "No account yet? Open the link of your invitation, or ask a community manager for one.";
    forgot: "Mot de passe oublié ? La même équipe vous prépare un lien pour en choisir un autre.",
        "Forgot your password? The same people make you a link to choose another.";
    email: "Adresse e-mail", "E-mail address";
    password: "Mot de passe", "Password";

    join_title(name: &str): format!("Bonjour {name}"), format!("Hello {name}");
    join_lead(house: &str): if house.is_empty() {
            String::from("Quelques choix, et vous voilà dans la cour. Seul le mot de passe est à remplir.")
        } else {
            format!("{house} vous attend sous le préau. Seul le mot de passe est à remplir, le reste peut venir plus tard.")
        },
        if house.is_empty() {
            String::from("A few choices, and you are in. Only the password is required.")
        } else {
            format!("{house} is waiting for you under the roof. Only the password is required, the rest can come later.")
        };
    your_email_hint: "C’est avec elle que vous vous connecterez.", "You will sign in with it.";
    choose_password: "Choisissez un mot de passe", "Choose a password";
    password_hint(min: usize): format!("Au moins {min} caractères. Quelques mots sans rapport font un bon mot de passe."),
        format!("At least {min} characters. A few unrelated words make a good password.");
    password_again: "Le même, une deuxième fois", "The same, a second time";
    language: "Langue", "Language";
    workplace: "Lieu de travail", "Workplace";
    no_workplace: "Aucun en particulier", "None in particular";
    commune: "Commune de départ", "Commune of departure";
    commune_hint: "Nom ou code postal. Elle sert à trouver des trajets ; personne d’autre ne la voit.",
        "Name or postcode. It serves to find rides; nobody else sees it.";
    come_in: "Entrer", "Come in";

    reset_title: "Choisir un autre mot de passe", "Choose another password";
    reset_lead(name: &str): format!("Bonjour {name}. Vos autres sessions seront fermées ; celle-ci s’ouvre aussitôt."),
        format!("Hello {name}. Your other sessions will be closed; this one opens at once.");
    change_and_enter: "Changer et entrer", "Change it and come in";
    forgotten: "Mot de passe oublié", "Forgotten password";
    forgotten_text: "Préparez un lien et remettez-le à la personne elle-même : il ne sert qu’une fois, pendant vingt-quatre heures, et annule le précédent.",
        "Make a link and hand it to the person themselves: it works once, for twenty-four hours, and the one before it is dead.";
    make_reset_link: "Préparer un lien", "Make a link";
    fresh_reset_text(moment: &str): format!("Copiez-le maintenant : il disparaît d’ici dans quelques minutes. Il est valable jusqu’au {moment}."),
        format!("Copy it now: it goes from here in a few minutes. It is valid until {moment}.");

    setup_title: "Ouvrir la maison", "Open the house";
    setup_lead: "Ce premier compte l’administre. Le lien que vous avez suivi ne servira qu’une fois.",
        "This first account administers it. The link you followed works once.";
    organisation: "Nom de l’organisation", "Name of the organisation";
    your_name: "Vos prénom et nom", "Your given and family names";
    open_the_house: "Ouvrir la maison", "Open the house";

    my_profile: "Mon profil", "My profile";
    my_profile_lead: "Ce que les autres voient de vous, et vos réglages.", "What others see of you, and your settings.";
    see_as_others: "Voir ma page", "See my page";
    my_sessions: "Mot de passe et connexions", "Password and sessions";
    picture: "Portrait", "Portrait";
    picture_hint: "JPEG, PNG ou WebP. Il est recadré en carré ; le lieu et l’appareil de la prise de vue sont effacés.",
        "JPEG, PNG or WebP. It is cut square; where and with what it was taken is erased.";
    picture_kept: "L’image que vous avez envoyée est gardée : inutile de la choisir à nouveau.",
        "The picture you sent is kept: no need to choose it again.";
    drop_picture: "Retirer mon portrait", "Remove my portrait";
    job: "Fonction", "Job";
    bio: "En quelques mots", "In a few words";
    bio_hint: "Ce que vous faites, ce que vous aimez, de quoi venir vous parler.", "What you do, what you like, what to come and talk to you about.";
    save: "Enregistrer", "Save";
    appearance: "Apparence", "Appearance";
    theme: "Thème", "Theme";
    theme_hint: "Ce choix reste dans ce navigateur.", "This choice stays in this browser.";
    theme_auto: "Comme l’appareil", "Like the device";
    theme_light: "Clair", "Light";
    theme_dark: "Sombre", "Dark";
    change_theme: "Changer de thème", "Change theme";

    my_sessions_lead: "De quoi changer de mot de passe, et voir où votre compte est ouvert.",
        "Change your password, and see where your account is open.";
    change_password: "Changer de mot de passe", "Change your password";
    current_password: "Mot de passe actuel", "Current password";
    new_password: "Nouveau mot de passe", "New password";
    change: "Changer", "Change";
    change_text: "Vos autres sessions seront fermées, celle-ci reste ouverte.", "Your other sessions will be closed, this one stays open.";
    open_sessions: "Sessions ouvertes", "Open sessions";
    open_sessions_text: "Les navigateurs où votre compte est ouvert. Fermez ceux que vous ne reconnaissez pas.",
        "The browsers your account is open in. Close those you do not recognise.";
    unknown_device: "Navigateur inconnu", "Unknown browser";
    this_session: "Cette session", "This session";
    end_session: "Fermer", "Close";
    on_device(device: &str, opened: &str): format!(" : {device}, depuis le {opened}"), format!(": {device}, since {opened}");
    session_dates(opened: &str, seen: &str): format!("Ouverte le {opened}. Dernière visite : {seen}."),
        format!("Opened {opened}. Last visit: {seen}.");
    end_others(n: usize): format!("Fermer les {n} autres sessions"), format!("Close the {n} other sessions");

    invitations: "Invitations", "Invitations";
    invitations_lead: "Préparez un lien, transmettez-le à la personne : il ne sert qu’une fois, pendant quatorze jours.",
        "Prepare a link and pass it on: it works once, for fourteen days.";
    fresh_title(name: &str): format!("Le lien pour {name} est prêt"), format!("The link for {name} is ready");
    fresh_text(day: &str): format!("Copiez-le maintenant : il disparaît d’ici dans quelques minutes. Il est valable jusqu’au {day}."),
        format!("Copy it now: it goes from here in a few minutes. It is valid until {day}.");
    fresh_link(email: &str): format!("Lien pour {email}"), format!("Link for {email}");
    invite_somebody: "Inviter quelqu’un", "Invite somebody";
    name: "Prénom et nom", "Given and family names";
    role_label: "Rôle", "Role";
    company: "Entreprise, pour un partenaire", "Company, for a partner";
    prepare_invitation: "Préparer l’invitation", "Prepare the invitation";
    awaited: "En attente", "Awaited";
    nobody_awaited: "Personne n’est attendu pour l’instant.", "Nobody is awaited for now.";
    expires_on(day: &str): format!("Jusqu’au {day}"), format!("Until {day}");
    expired_on(day: &str): format!("Expirée depuis le {day}"), format!("Expired on {day}");
    new_link: "Nouveau lien", "New link";
    withdraw: "Retirer", "Withdraw";
    for_person(name: &str): format!(" pour {name}"), format!(" for {name}");

    workplaces: "Lieux de travail", "Workplaces";
    workplaces_lead: "Un lieu situé dans une commune devient une destination pour le covoiturage.",
        "A workplace that is in a commune becomes a destination for the carpool.";
    add_workplace: "Ajouter un lieu", "Add a workplace";
    workplace_name: "Nom du lieu", "Name of the workplace";
    workplace_commune: "Commune", "Commune";
    workplace_commune_hint: "Nom ou code postal.", "Name or postcode.";
    add: "Ajouter", "Add";
    place_it: "Situer", "Place it";
    move_it: "Changer de commune", "Change commune";
    not_placed: "À situer", "To be placed";
    in_commune(commune: &str): format!("À {commune}"), format!("In {commune}");
    no_workplaces: "Aucun lieu de travail pour l’instant.", "No workplace yet.";

    employee: "Membre du personnel", "Employee";
    partner: "Partenaire", "Partner";
    community_manager: "Community manager", "Community manager";
    administrator: "Administration", "Administrator";
}

/// How a role in the organisation is called.
pub fn role(lang: Lang, role: OrgRole) -> &'static str {
    match role {
        OrgRole::Partner => partner(lang),
        OrgRole::Employee => employee(lang),
        OrgRole::CommunityManager => community_manager(lang),
        OrgRole::Administrator => administrator(lang),
    }
}
