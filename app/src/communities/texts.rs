//! Every sentence about communities, in both languages.

texts! {
    communities: "Communautés", "Communities";
    communities_lead: "Un métier, un projet, un site, une envie : trouvez les gens avec qui l’on avance.",
        "A craft, a project, a site, a shared liking: find the people to get on with.";
    open_one: "Ouvrir une communauté", "Open a community";
    propose: "Proposer une communauté", "Propose a community";
    my_proposals: "Mes propositions", "My proposals";
    to_examine: "Propositions à examiner", "Proposals to examine";
    search_label: "Chercher une communauté", "Search communities";
    search_communities: "Un mot du nom ou du sujet", "A word of the name or the subject";
    search: "Chercher", "Search";
    filter_by_kind: "Choisir un genre de communauté", "Choose a kind of community";
    every_kind: "Toutes", "All";
    more_communities: "Voir la suite des communautés", "See more communities";
    see_all: "Voir toutes les communautés", "See all communities";
    none_found: "Aucune communauté ne correspond", "No community matches";
    none_found_text: "Essayez un autre mot, ou regardez toutes les communautés : la bonne porte parfois un drôle de nom.",
        "Try another word, or look at all of them: the right one may have an odd name.";
    none_yet: "La cour est encore vide", "The yard is still empty";
    none_yet_text: "Les communautés réunissent celles et ceux qui partagent un métier, un projet ou une envie. Les premières vont bientôt ouvrir.",
        "Communities bring together those who share a craft, a project or a liking. The first ones will open soon.";
    none_yet_manager: "Les communautés réunissent celles et ceux qui partagent un métier, un projet ou une envie. Commencez par un sujet léger : c’est là qu’on ose le premier mot.",
        "Communities bring together those who share a craft, a project or a liking. Start with a light subject: that is where people dare the first word.";

    archived_link: "Communautés archivées", "Archived communities";
    archived_title: "Communautés archivées", "Archived communities";
    archived_lead: "Elles ont fait leur temps : on les relit, on n’y écrit plus.", "They have had their time: they are read, and no longer written in.";
    none_archived: "Rien n’est rangé ici", "Nothing is put away here";
    none_archived_text: "Une communauté qui a fait son temps quitte l’annuaire. Qui en faisait partie la retrouve ici, avec tout ce qui s’y est dit.",
        "A community that has had its time leaves the directory. Those who were in it find it here, with all that was said there.";

    interest: "Centre d’intérêt", "Interest";
    interest_hint: "Un sujet qui passionne, au-delà de son métier.", "A subject people love, beyond their job.";
    practice: "Métier", "Craft";
    practice_hint: "Celles et ceux qui font le même travail et s’entraident.", "People who do the same work and help each other.";
    project: "Projet", "Project";
    project_hint: "Un but, une échéance, plusieurs services.", "A goal, a deadline, several departments.";
    transversal: "Transversale", "Across the house";
    transversal_hint: "Diversité, environnement, sécurité : l’affaire de toute la maison.", "Diversity, environment, safety: everybody’s business.";
    geographic: "Lieu", "Place";
    geographic_hint: "Un site, une ville, une région.", "A site, a town, a region.";
    off_work: "Hors travail", "Off work";
    off_work_hint: "Sport, lecture, jardin : se connaître autrement.", "Sport, books, gardens: getting to know each other otherwise.";
    federation: "Fédération", "Federation";
    federation_hint: "Une communauté de communautés.", "A community of communities.";

    brique: "Brique", "Brick";
    marronnier: "Marronnier", "Chestnut";
    encre_bleue: "Encre bleue", "Blue ink";
    craie_jaune: "Craie jaune", "Yellow chalk";
    prune: "Prune", "Plum";
    canard: "Bleu canard", "Teal";
    olive: "Olive", "Olive";
    ardoise: "Ardoise", "Slate";

    open: "Ouverte", "Open";
    open_hint: "On accepte la note de cadrage et l’on en fait partie.", "One accepts the charter and is in.";
    on_request: "Sur demande", "On request";
    on_request_hint: "L’équipe d’animation répond à chaque demande.", "The animators answer each request.";
    by_invitation: "Sur invitation", "By invitation";
    by_invitation_hint: "L’équipe d’animation choisit qui en fait partie.", "The animators choose who is in.";
    for_everyone: "Pour toute la maison", "For the whole house";
    unlisted: "Hors de l’annuaire", "Unlisted";

    draft: "En préparation", "Draft";
    proposed: "Proposée", "Proposed";
    launching: "Tout juste lancée", "Just launched";
    dormant: "En pause", "Taking a break";
    archived: "Archivée", "Archived";
    archived_banner: "Cette communauté est archivée : on peut encore la lire, plus y écrire.",
        "This community is archived: it can still be read, not written in.";

    animates: "Animation", "Animator";
    sponsors: "Parrainage", "Sponsor";
    you_animate: "Vous animez", "You animate it";
    you_sponsor: "Vous parrainez", "You sponsor it";
    you_are_in: "Vous en faites partie", "You are in";
    you_asked: "Demande envoyée", "Request sent";

    members_count(n: u64):
        match n { 0 => String::from("Aucun membre"), 1 => String::from("1 membre"), n => format!("{n} membres") },
        match n { 1 => String::from("1 member"), n => format!("{n} members") };
    of_community(name: &str): format!(" : {name}"), format!(": {name}");
    about_person(name: &str): format!(" : {name}"), format!(": {name}");

    posts: "Publications", "Posts";
    events: "Événements", "Events";
    charter: "Note de cadrage", "Charter";
    members: "Membres", "Members";
    pages_of(name: &str): format!("Pages de {name}"), format!("Pages of {name}");
    events_of(name: &str): format!("Événements, {name}"), format!("Events, {name}");
    charter_of(name: &str): format!("Note de cadrage, {name}"), format!("Charter, {name}");
    members_of(name: &str): format!("Membres, {name}"), format!("Members, {name}");

    join: "Rejoindre la communauté", "Join the community";
    ask_to_join: "Demander à rejoindre", "Ask to join";
    read_and_join: "Découvrir et rejoindre", "Discover and join";
    read_charter: "Lire la note de cadrage", "Read the charter";
    leave: "Quitter", "Leave";
    leave_what: "la communauté", "the community";
    take_back: "Retirer ma demande", "Take my request back";
    members_only: "Ici, on parle entre membres", "Members speak among themselves here";
    members_only_ask: "La note de cadrage dit à qui s’adresse cette communauté et comment on y vit. Si elle vous convient, demandez à la rejoindre.",
        "The charter says whom this community is for and how one lives there. If it suits you, ask to join.";
    members_only_text: "La note de cadrage dit à qui s’adresse cette communauté et comment on y vit.",
        "The charter says whom this community is for and how one lives there.";

    purpose: "À quoi elle sert", "What it is for";
    purpose_hint: "Ce qu’elle veut changer, et pourquoi maintenant.", "What it wants to change, and why now.";
    audience: "Pour qui", "Whom it is for";
    audience_hint: "À qui elle s’adresse, en une phrase que chaque personne comprend.", "Whom it addresses, in a sentence anybody understands.";
    outside: "Ce qui reste dehors", "What stays outside";
    outside_hint: "Les sujets dont elle ne s’occupe pas, ce qui ne sort pas d’ici.", "Subjects it does not deal with, what does not leave the room.";
    rules: "Règles de vie", "House rules";
    rules_hint: "Une règle par ligne.", "One rule a line.";
    rituals: "Rendez-vous", "Rituals";
    rituals_hint: "Ce qui revient chaque semaine ou chaque mois, un par ligne.", "What comes back every week or month, one a line.";
    calendar: "Les trois premiers mois", "The first three months";
    calendar_hint: "Ce qui est prévu pour commencer, une chose par ligne.", "What is planned to begin with, one thing a line.";
    measures: "À quoi l’on verra que ça marche", "How we will know it works";
    measures_hint: "Deux ou trois signes que l’on peut constater, un par ligne.", "Two or three signs that can be observed, one a line.";
    sponsor: "Parrainage", "Sponsor";
    sponsor_hint: "La personne de la direction qui soutient la communauté et lui ouvre des portes.", "The leader who backs the community and opens doors for it.";
    team: "Équipe d’animation", "Animators";
    review: "Relecture de la note", "Charter review";
    review_hint: "Le jour où l’on relit cette note ensemble, dans deux ans au plus.", "The day this charter is read again together, within two years.";
    version_label: "Version", "Version";
    version(n: u32, since: &str): format!("Version {n}, en vigueur depuis le {since}"), format!("Version {n}, in force since {since}");
    nobody_yet: "Personne pour l’instant", "Nobody for now";
    suits_you: "Cela vous convient ?", "Does it suit you?";
    joining_accepts: "En rejoignant la communauté, vous acceptez cette note de cadrage. Vous pourrez repartir quand vous voudrez.",
        "By joining, you accept this charter. You can leave whenever you like.";
    asking_accepts: "En demandant à rejoindre la communauté, vous acceptez cette note de cadrage. L’équipe d’animation vous répondra.",
        "By asking to join, you accept this charter. The animators will answer you.";
    invitation_only: "On entre dans cette communauté sur invitation. Son équipe d’animation peut vous en dire plus.",
        "One comes into this community by invitation. Its animators can tell you more.";
    read_it: "Vous en faites partie", "You are a member";
    changed: "La note a changé depuis que vous l’avez acceptée", "The charter has changed since you accepted it";
    accept_text: "Relisez-la ci-dessus : elle dit comment l’on vit ici. Vous restez membre dans tous les cas.",
        "Read it above: it says how one lives here. You stay a member either way.";
    accept: "J’accepte cette note de cadrage", "I accept this charter";
    cancel: "Annuler", "Cancel";

    requests: "Demandes en attente", "Requests waiting";
    more_requests: "Voir la suite des demandes", "See more requests";
    more_members: "Voir la suite des membres", "See more members";
    admit: "Accueillir", "Let in";
    decline: "Décliner", "Decline";
    name_animator: "Nommer à l’animation", "Name as animator";
    actions_on(name: &str): format!("Actions sur {name}"), format!("Actions on {name}");
    back_to_member: "Retirer de l’animation", "No longer animator";

    new_title: "Ouvrir une communauté", "Open a community";
    new_lead: "Le même cadre pour toutes, de la course à pied aux métiers : un but, des gens qui s’en occupent, des règles simples.",
        "The same frame for all, from running to crafts: a purpose, people who look after it, simple rules.";
    new_what: "La communauté", "The community";
    new_what_text: "Ce que l’on en voit en premier, dans l’annuaire.", "What people see first, in the directory.";
    new_charter: "La note de cadrage", "The charter";
    new_charter_text: "Chaque personne la lit avant de rejoindre la communauté. Écrivez-la comme vous parlez.",
        "Everybody reads it before joining. Write it as you speak.";
    new_people: "Celles et ceux qui en répondent", "Those who answer for it";
    new_people_text: "Deux personnes au moins à l’animation, pour que la communauté survive au départ de l’une d’elles. Indiquez pour chaque personne son adresse, ou son nom tel qu’il figure dans l’annuaire ; si plusieurs portent le même, son adresse.",
        "At least two animators, so that the community survives the departure of one. Give each person’s address, or the name as it stands in the directory; where several share one, the address.";
    new_doors: "Qui peut y entrer", "Who may come in";
    new_doors_text: "Une communauté ouverte se lit avant de la rejoindre ; des autres, on ne lit d’abord que la note de cadrage.",
        "An open community can be read before joining; of the others, only the charter at first.";
    name: "Nom", "Name";
    name_hint: "Court, et que l’on ait envie de dire.", "Short, and pleasant to say.";
    summary: "En une phrase", "In one sentence";
    summary_hint: "Ce que l’on y fait ensemble.", "What people do there together.";
    kind: "Genre de communauté", "Kind of community";
    hue: "Couleur", "Colour";
    hue_hint: "Celle de son enseigne dans l’annuaire et sur ses pages.", "That of its sign in the directory and on its pages.";
    animator(n: usize):
        match n { 1 => String::from("Animation, première personne"), 2 => String::from("Animation, deuxième personne"), 3 => String::from("Animation, troisième personne"), 4 => String::from("Animation, quatrième personne"), n => format!("Animation, {n}e personne") },
        format!("Animator {n}");
    admission: "Comment on la rejoint", "How people join";
    visibility: "Qui sait qu’elle existe", "Who knows that it exists";
    listed: "Toute la maison", "The whole house";
    listed_hint: "Elle figure dans l’annuaire des communautés.", "It is in the directory of communities.";
    not_listed: "Ses membres seulement", "Its members only";
    not_listed_hint: "Pour les autres, elle n’existe pas : ni dans l’annuaire, ni dans les recherches.", "For others it does not exist: neither in the directory nor in searches.";
    everyone: "Chaque personne de la maison en fait partie d’office", "Everybody in the house is a member from the start";
    everyone_hint: "Elle est alors ouverte et dans l’annuaire, et l’on ne la quitte pas. À réserver à une ou deux communautés.",
        "It is then open and listed, and cannot be left. Keep this for one or two communities.";
    open_it: "Ouvrir la communauté", "Open the community";
}
