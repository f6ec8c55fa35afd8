//! Every sentence about federations, in both languages.

use domain::{
    Lang,
    community::federation::{GoalState, TieState},
};

texts! {
    federation: "Fédération", "Federation";
    federations: "Fédérations", "Federations";
    federation_of(name: &str): format!("Fédération, {name}"), format!("Federation, {name}");
    federations_of(name: &str): format!("Fédérations de {name}"), format!("Federations of {name}");
    made_of: "Réunit", "Brings together";
    part_of: "Fait partie de", "Part of";
    more_members(n: usize):
        if n == 1 { "et une autre".to_owned() } else { format!("et {n} autres") },
        if n == 1 { "and one more".to_owned() } else { format!("and {n} more") };

    goals: "Objectifs communs", "Goals in common";
    goals_text: "Ce que les communautés membres veulent atteindre ensemble. L’équipe d’animation de la fédération les tient à jour.",
        "What the member communities want to reach together. Those who animate the federation keep them up to date.";
    no_goals: "Aucun objectif n’est encore écrit.", "No goal is written yet.";
    goal: "Objectif", "Goal";
    goal_hint: "Une phrase, par exemple : « Un cinquième d’eau en moins d’ici deux ans. »", "One sentence, for example: “A fifth less water within two years.”";
    measure: "Comment on le saura", "How we will know";
    due: "Échéance", "Due on";
    due_on(day: &str): format!("Échéance : {day}"), format!("Due on {day}");
    late_since(day: &str): format!("L’échéance du {day} est passée"), format!("It was due on {day}");
    add_goal: "Ajouter un objectif", "Add a goal";
    change_goal: "Modifier ou conclure", "Change or settle";
    about_goal(goal: &str): format!("\u{a0}: {goal}"), format!(": {goal}");
    save: "Enregistrer", "Save";
    goal_word: "Un mot d’explication", "A word of explanation";
    goal_word_hint: "Nécessaire pour mettre un objectif de côté.", "Needed to set a goal aside.";
    stands: "Où il en est", "Where it stands";
    say_state: "Dire où il en est", "Say where it stands";
    open: "En cours", "Under way";
    reached: "Atteint", "Reached";
    set_aside: "Mis de côté", "Set aside";

    members: "Communautés membres", "Member communities";
    members_text: "Chacune dit ce qu’elle apporte aux objectifs communs, et choisit ce qu’elle partage ici. Qui fait partie de l’une d’elles est ici chez soi : on y lit et on y répond.",
        "Each says what it brings to the goals in common, and chooses what it shares here. Whoever is in one of them is at home here: they read and answer.";
    no_members: "Aucune communauté n’est encore membre.", "No community is a member yet.";
    brings_nothing: "Sa contribution n’est pas encore dite.", "What it brings is not said yet.";
    brings_label(name: &str): format!("Ce que votre communauté apporte à {name}"), format!("What your community brings to {name}");
    brings_hint: "Une ligne, lue sur la page de la fédération.", "One line, read on the page of the federation.";
    since(day: &str): format!("Membre depuis le {day}"), format!("Member since {day}");
    in_text: "Une fédération réunit des communautés : son fil rassemble ce qu’elles choisissent d’y partager. Cinq fédérations au plus.",
        "A federation brings communities together: its feed gathers what they choose to share there. Five federations at most.";
    in_none: "Cette communauté ne fait partie d’aucune fédération.", "This community is in no federation.";

    waiting: "Demandes et réponses", "Requests and answers";
    ask: "Demander à entrer dans une fédération", "Ask to enter a federation";
    ask_text: "L’équipe d’animation de la fédération répondra. Elle connaîtra le nom de votre communauté, même hors de l’annuaire.",
        "Those who animate the federation will answer. They will know the name of your community, even if it is unlisted.";
    ask_now: "Envoyer la demande", "Send the request";
    which_federation: "Fédération", "Federation";
    invite: "Inviter une communauté", "Invite a community";
    invite_text: "Son équipe d’animation répondra. Une fédération n’est pas membre d’une autre.",
        "Those who animate it will answer. A federation is not a member of another.";
    invite_now: "Envoyer l’invitation", "Send the invitation";
    which_community: "Communauté", "Community";
    other_hint: "Son nom exact ou son adresse.", "Its exact name or its address.";
    other_unknown: "Aucune communauté de ce nom que vous puissiez connaître.", "No community of that name that you may know of.";
    word: "Un mot", "A word";
    word_hint: "Lu par l’autre équipe d’animation.", "Read by the other animators.";
    accept: "Accepter", "Accept";
    decline: "Décliner", "Decline";
    decline_why: "Pourquoi décliner", "Why you decline";
    part: "Se séparer", "Part";
    part_from(name: &str): format!("Se séparer de {name}"), format!("Part from {name}");
    part_text: "Ce qui a été partagé dans la fédération n’y sera plus lu ; tout reste à sa place dans la communauté.",
        "What was shared in the federation will no longer be read there; all of it stays in its place in the community.";
    take_back: "Retirer", "Take back";
    about(name: &str): format!("\u{a0}: {name}"), format!(": {name}");
    by_on(name: &str, day: &str): format!("{name}, le {day}"), format!("{name}, {day}");

    asked: "Demande à entrer", "Asks to enter";
    called: "Invitation en attente", "Invited, not answered";
    member: "Membre", "Member";
    declined: "Déclinée", "Declined";
    parted: "Séparées", "Parted";

    share_up: "Partager à une fédération", "Share with a federation";
    share_title: "Partager cette publication", "Share this post";
    share_text: "La publication reste ici, avec son fil de commentaires ; la fédération y mène. Les commentaires restent entre les personnes qui lisent cette communauté. Vous pourrez la retirer à tout moment.",
        "The post stays here, with its thread; the federation leads to it. Comments stay among those who read this community. You can take it back at any time.";
    share_nowhere(name: &str): format!("{name} n’est membre d’aucune fédération"), format!("{name} is in no federation");
    share_above: "Une fédération n’est pas membre d’une autre ; ce qui s’y écrit est déjà lu par les membres de ses communautés.",
        "A federation is not a member of another; what is written in it is read by the members of its communities already.";
    share_enter_text: "On partage une publication aux fédérations dont sa communauté est membre. Vous pouvez demander à entrer dans l’une d’elles.",
        "A post is shared with the federations its community is in. You can ask to enter one.";
    share_enter: "Voir les fédérations", "See federations";
    share_ask_text: "On partage une publication aux fédérations dont sa communauté est membre. Demandez à l’équipe d’animation s’il y en a une où entrer.",
        "A post is shared with the federations its community is in. Ask the animators whether there is one to enter.";
    share_ask: "Voir qui anime la communauté", "See who animates the community";
    read_by_all(name: &str): format!("Toute la maison lit {name} : toute la maison lira cette publication."), format!("The whole house reads {name}: the whole house will read this post.");
    read_by_members(name: &str): format!("Les membres de {name} et ceux de ses communautés liront cette publication."), format!("Members of {name} and of its communities will read this post.");
    share_with(name: &str): format!("Partager à {name}"), format!("Share with {name}");
    take_back_from(name: &str): format!("Retirer de {name}"), format!("Take back from {name}");
    is_shared: "Partagée", "Shared";
    shared_with(names: &str): format!("partagée avec {names}"), format!("shared with {names}");
    shared_by_member: "partagée par une communauté membre", "shared by a member community";
    back_to_post: "Revenir à la publication", "Back to the post";
}

pub fn state(lang: Lang, state: TieState) -> &'static str {
    match state {
        TieState::Asked => asked(lang),
        TieState::Called => called(lang),
        TieState::Member => member(lang),
        TieState::Declined => declined(lang),
        TieState::Parted => parted(lang),
    }
}

pub fn goal_state(lang: Lang, state: GoalState) -> &'static str {
    match state {
        GoalState::Open => open(lang),
        GoalState::Reached => reached(lang),
        GoalState::SetAside => set_aside(lang),
    }
}
