//! Every sentence about changing a charter, in both languages.

texts! {
    propose_change: "Proposer un changement", "Propose a change";
    propose_change_text: "Réécrivez ce qui devrait changer et dites pourquoi. Une personne de l’équipe d’animation vous lira et répondra ici.",
        "Rewrite what should change and say why. One of the animators will read it and answer here.";
    why: "Pourquoi ce changement", "Why this change";
    why_hint: "Une ou deux phrases : ce qui ne va plus, ce qui irait mieux.", "A sentence or two: what no longer fits, what would be better.";
    send_change: "Proposer ce texte", "Propose this text";

    changes: "Changements proposés", "Proposed changes";
    changes_of(name: &str): format!("Changements proposés, {name}"), format!("Proposed changes, {name}");
    changes_waiting(n: usize):
        match n { 1 => String::from("Un changement de la note attend une réponse"), n => format!("{n} changements de la note attendent une réponse") },
        match n { 1 => String::from("A change of the charter waits for an answer"), n => format!("{n} changes of the charter wait for an answer") };
    see_changes: "Voir les changements proposés", "See the proposed changes";
    more_changes: "Voir la suite des changements", "See more changes";
    no_change: "Personne n’a encore proposé de changement", "Nobody has proposed a change yet";
    no_change_text: "Une note de cadrage vit avec sa communauté. Ce qui ne va plus peut se dire ici.",
        "A charter lives with its community. What no longer fits can be said here.";
    change_by(name: &str): format!("Changement proposé par {name}"), format!("Change proposed by {name}");
    proposed_on(when: &str): format!("Proposé : {when}"), format!("Proposed: {when}");
    state_open: "En attente d’une réponse", "Waiting for an answer";
    state_approved(version: u32): format!("Devenu la version {version}"), format!("Became version {version}");
    state_declined: "Décliné", "Declined";
    state_withdrawn: "Retiré", "Taken back";
    answered_by(name: &str, when: &str): format!("Réponse de {name}, {when}"), format!("Answer by {name}, {when}");
    outdated: "Une autre version est en vigueur depuis", "Another version has come into force since";
    outdated_text: "Ce changement part d’une version plus ancienne. Pour qu’il puisse être accepté, reprenez-le sur la version d’aujourd’hui.",
        "This change starts from an older version. For it to be approved, take it up again on today’s version.";
    take_up_again: "Le reprendre sur la version en vigueur", "Take it up on the version in force";
    waits_for_others: "C’est à quelqu’un d’autre de l’équipe de l’accepter : une note se relit à deux. Si personne ne répond, l’équipe des communautés le peut.",
        "Somebody else of the team has to approve it: a charter is read by two. If nobody answers, the community managers can.";
    what_changes: "Ce qui change", "What changes";
    nothing_changes: "Ce texte est celui de la version dont il part.", "This text is that of the version it starts from.";
    your_answer: "Votre réponse", "Your answer";
    approve(version: u32): format!("Accepter : ce sera la version {version}"), format!("Approve: this will be version {version}");
    reason: "Votre raison", "Your reason";
    reason_hint: "Elle est lue par la personne qui a proposé le changement.", "Whoever proposed the change reads it.";
    decline: "Décliner", "Decline";
    withdraw: "Retirer ma proposition", "Take my proposal back";

    removed: "Retiré :", "Removed:";
    added: "Ajouté :", "Added:";
    changed_since(version: u32): format!("Ce qui a changé depuis la version {version}, que vous aviez acceptée"),
        format!("What has changed since version {version}, which you had accepted");

    versions: "Versions de la note", "Versions of the charter";
    versions_of(name: &str): format!("Versions de la note de cadrage, {name}"), format!("Versions of the charter, {name}");
    more_versions: "Voir les versions plus anciennes", "See older versions";
    version(n: u32): format!("Version {n}"), format!("Version {n}");
    in_force: "En vigueur", "In force";
    written_by(name: &str, when: &str): format!("Écrite par {name}, {when}"), format!("Written by {name}, {when}");
    version_of(n: u32, name: &str): format!("Version {n} de la note de cadrage, {name}"), format!("Version {n} of the charter, {name}");
    old_version(n: u32): format!("Vous lisez la version {n}. Une plus récente est en vigueur."), format!("You are reading version {n}. A newer one is in force.");
    read_in_force: "Lire la version en vigueur", "Read the version in force";
    what_it_changed: "Ce qu’elle a changé", "What it changed";

    readers: "Qui l’a acceptée", "Who has accepted it";
    readers_of(name: &str): format!("Qui a accepté la note de cadrage, {name}"), format!("Who has accepted the charter, {name}");
    readers_text(n: u32): format!("La version {n} est en vigueur. On reste membre dans tous les cas ; un mot suffit souvent."),
        format!("Version {n} is in force. People stay members either way; a word is often enough.");
    filter_readers: "Choisir qui voir", "Choose whom to see";
    all_members: "Tous les membres", "All members";
    not_yet: "Pas encore", "Not yet";
    more_readers: "Voir la suite des membres", "See more members";
    all_accepted: "Tout le monde l’a acceptée", "Everybody has accepted it";
    all_accepted_text: "Chaque membre a accepté la version en vigueur. De quoi avancer ensemble.", "Each member has accepted the version in force. Enough to go forward together.";
    accepted_in_force: "A accepté", "Accepted";
    accepted_older(n: u32): format!("A accepté la version {n}"), format!("Accepted version {n}");
    accepted_none: "N’a encore rien accepté", "Has accepted none yet";

    review_near: "La note est à relire bientôt", "The charter is soon to be read again";
    review_passed: "La date de relecture de la note est passée", "The day to read the charter again has passed";
    review_text: "Relisez-la ensemble : ce qui tient encore, ce qui a changé. Puis choisissez la prochaine date.",
        "Read it together: what still holds, what has changed. Then choose the next date.";
    review_it: "Relire et mettre à jour", "Read it and bring it up to date";
    reviews_passed: "Notes à relire", "Charters to read again";
    reviews_passed_text: "La date que ces communautés avaient choisie est passée.", "The day these communities had chosen has passed.";
    review_was(when: &str): format!("Prévue le {when}"), format!("Planned for {when}");
    more_reviews: "Voir la suite des notes à relire", "See more charters to read again";
}
