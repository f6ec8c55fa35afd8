//! Every sentence about proposing a community, in both languages.

texts! {
    propose_lead: "Cinq étapes, à votre rythme. Tout est gardé en brouillon : vous pouvez vous arrêter et revenir.",
        "Five steps, at your own pace. Everything is kept as a draft: stop whenever you like and come back.";
    my_proposals_lead: "Les communautés que vous avez imaginées, et où elles en sont.",
        "The communities you have imagined, and where they stand.";
    more_proposals: "Voir la suite des propositions", "See more proposals";
    none_mine: "Vous n’avez encore rien proposé", "You have not proposed anything yet";
    none_mine_text: "Une envie partagée, un métier, un lieu : racontez à quoi servirait votre communauté, on vous guide pour le reste.",
        "A shared liking, a craft, a place: tell what your community would be for, and you are guided through the rest.";
    queue: "Communautés proposées", "Proposed communities";
    queue_lead: "Elles attendent votre réponse, la plus ancienne d’abord.", "They wait for your answer, the oldest first.";
    queue_empty: "Rien n’attend de réponse", "Nothing waits for an answer";
    queue_empty_text: "Les communautés que l’on propose arriveront ici. Entre-temps, pourquoi ne pas en visiter une ?",
        "Communities that people propose will come here. Meanwhile, why not visit one?";
    nameless: "Proposition sans nom", "Nameless proposal";
    proposed_by(name: &str): format!("Proposée par {name}"), format!("Proposed by {name}");

    state_draft: "Brouillon", "Draft";
    state_sent: "En attente d’une réponse", "Waiting for an answer";
    state_changes_asked: "Changements demandés", "Changes asked for";
    state_approved: "Acceptée", "Approved";
    state_declined: "Déclinée", "Declined";
    since_draft(when: &str): format!("Enregistrée : {when}"), format!("Saved: {when}");
    since_moved(when: &str): format!("Depuis : {when}"), format!("Since: {when}");

    step_of(n: u8, of: usize): format!("Étape {n} sur {of}"), format!("Step {n} of {of}");
    progress: "Avancement", "Progress";
    steps: "Étapes de la proposition", "Steps of the proposal";
    step_purpose: "À quoi elle sert", "What it is for";
    step_audience: "Pour qui", "Whom it is for";
    step_people: "Qui s’en occupe", "Who looks after it";
    step_life: "Comment on y vit", "How one lives there";
    step_success: "Comment on saura", "How we will know";
    purpose_text: "Commencez par ce qui vous démange : ce que cette communauté changerait, et pourquoi maintenant. Le nom viendra tout seul.",
        "Start with what itches: what this community would change, and why now. The name will come by itself.";
    audience_text: "Dites à qui elle s’adresse et ce qui n’y a pas sa place : c’est ce qui permet de se sentir au bon endroit.",
        "Say whom it addresses and what has no place in it: that is how people know they are in the right place.";
    people_text: "Une personne de la direction qui la soutient, et deux au moins qui l’animent, vous peut-être. Indiquez pour chacune son adresse, ou son nom tel qu’il figure dans l’annuaire.",
        "A leader who backs it, and at least two people who animate it, perhaps you. Give each one’s address, or the name as it stands in the directory.";
    life_text: "Des règles courtes, un rendez-vous qui revient, et de quoi tenir trois mois : c’est ce qui fait durer.",
        "Short rules, something that comes back, and enough for three months: that is what makes it last.";
    success_text: "Deux ou trois signes que chacun peut constater, et le jour où l’on relira cette note ensemble.",
        "Two or three signs anybody can observe, and the day this charter is read again together.";
    example_of(kind: &str): format!("Voir un exemple : {kind}"), format!("See an example: {kind}");
    an_example: "Voir un exemple pour chaque genre de communauté", "See an example for each kind of community";
    save_and_go_on: "Enregistrer et continuer", "Save and go on";
    save_and_read: "Enregistrer et relire", "Save and read it over";
    save_for_later: "Enregistrer et reprendre plus tard", "Save and come back later";

    is_missing: "Il reste à compléter", "Still to be completed";
    missing_text: "Rien ne presse : votre brouillon est gardé. Chaque ligne mène au bon endroit.",
        "There is no hurry: your draft is kept. Each line leads to the right place.";
    ready: "Tout y est", "Everything is there";
    ready_text: "Relisez-la une fois à voix haute, puis envoyez-la. L’équipe des communautés vous répondra ici.",
        "Read it aloud once, then send it. The community managers will answer you here.";
    send: "Envoyer la proposition", "Send the proposal";
    send_again: "Envoyer de nouveau", "Send it again";
    withdraw: "Reprendre ma proposition", "Take my proposal back";
    discard: "Supprimer ce brouillon", "Delete this draft";
    discard_sure: "Supprimer définitivement ?", "Delete for good?";
    go_on_writing: "Continuer à écrire", "Go on writing";
    change_it: "Modifier la proposition", "Change the proposal";
    sent_text: "Votre proposition est entre les mains de l’équipe des communautés. Pour y changer quelque chose, reprenez-la d’abord.",
        "Your proposal is in the hands of the community managers. To change something in it, take it back first.";
    similar: "Des communautés qui lui ressemblent", "Communities much like it";
    similar_text: "Peut-être votre idée y a-t-elle déjà sa place ? Poussez la porte avant d’en ouvrir une nouvelle.",
        "Perhaps your idea has its place there already? Knock before opening a new one.";
    similar_for_manager: "À regarder avant de répondre.", "Worth a look before answering.";
    as_it_reads: "La note de cadrage, telle qu’on la lira", "The charter as it will read";
    not_yet_written: "Pas encore écrit", "Not written yet";
    unknown_person(typed: &str): format!("{typed} (hors de l’annuaire)"), format!("{typed} (not in the directory)");
    history: "Ce qui s’est passé", "What happened";
    turn_sent: "Proposition envoyée", "Proposal sent";
    turn_withdrawn: "Proposition reprise", "Proposal taken back";
    turn_changes_asked: "Changements demandés", "Changes asked for";
    turn_approved: "Proposition acceptée", "Proposal approved";
    turn_declined: "Proposition déclinée", "Proposal declined";
    turn_by(name: &str, when: &str): format!("{name}, {when}"), format!("{name}, {when}");

    your_answer: "Votre réponse", "Your answer";
    open_under: "Ouvrir sous le nom", "Open under the name";
    open_under_hint: "Celui de la proposition, à moins qu’il ne soit déjà pris.", "The proposed one, unless it is taken already.";
    approve: "Accepter et ouvrir", "Approve and open";
    incomplete_for_manager: "Cette note n’est plus complète : voyez ci-dessous. Demandez des changements à qui l’a proposée.",
        "This charter is no longer complete: see below. Ask its author to mend it.";
    reason: "Votre raison", "Your reason";
    reason_hint: "Elle est lue par la personne qui propose. Dites ce qui manque, ou pourquoi pas.",
        "The proposer reads it. Say what is missing, or why not.";
    ask_for_changes: "Demander des changements", "Ask for changes";
    decline: "Décliner", "Decline";
    changes_asked_by(name: &str): format!("{name} vous demande des changements"), format!("{name} asks you for changes");
    declined_by(name: &str): format!("{name} a décliné la proposition"), format!("{name} declined the proposal");
    approved_text: "La communauté est ouverte.", "The community is open.";
    visit_it: "Aller à la communauté", "Go to the community";

    news_changes: "On vous demande des changements", "Changes are asked for";
    news_approved: "Votre communauté est ouverte", "Your community is open";
    news_declined: "Votre proposition a reçu une réponse", "Your proposal was answered";
    news: "Votre proposition", "Your proposal";
}
