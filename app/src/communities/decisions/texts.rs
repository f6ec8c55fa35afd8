//! Every sentence about decisions, in both languages.

texts! {
    decisions: "Décisions", "Decisions";
    decisions_of(name: &str): format!("Décisions, {name}"), format!("Decisions, {name}");
    log_lead: "Ce qui a été proposé à tous les membres, ce qui en est sorti, et pourquoi.",
        "What was put to all members, what came of it, and why.";
    none: "Rien n’a encore été mis aux voix", "Nothing has been put to a vote yet";
    none_text: "Un horaire, une règle, un nom : ce qui concerne tout le monde peut se décider ensemble. Le résultat et ses raisons restent ici.",
        "A time, a rule, a name: what concerns everybody can be decided together. The result and its reasons stay here.";
    more: "Voir les décisions plus anciennes", "See older decisions";

    propose: "Mettre une décision aux voix", "Put a decision to the vote";
    propose_of(name: &str): format!("Mettre une décision aux voix, {name}"), format!("Put a decision to the vote, {name}");
    propose_text: "Chaque membre vote à son nom, et peut changer d’avis jusqu’au dernier jour. Qui a voté voit où en est le vote ; à la fin, tous les membres voient qui a choisi quoi.",
        "Each member votes under their name, and may change their mind until the last day. Those who have voted see how it stands; in the end, all members see who chose what.";
    question: "La question", "The question";
    question_hint: "Une phrase à laquelle on peut répondre.", "A sentence that can be answered.";
    detail: "Ce qu’il faut savoir", "What one needs to know";
    detail_hint: "Pourquoi maintenant, ce que chaque réponse changerait.", "Why now, and what each answer would change.";
    choices: "Les choix, un par ligne", "The choices, one a line";
    choices_hint: "De deux à six. Laissez vide pour répondre par oui ou par non.", "Two to six. Leave empty to answer by yes or no.";
    quorum: "Participation demandée, en % des membres", "Participation asked for, in % of the members";
    quorum_hint: "En dessous, rien n’est décidé. S’abstenir compte comme participer.", "Below it, nothing is decided. Abstaining counts as taking part.";
    last_day: "Dernier jour pour voter", "Last day to vote";
    send: "Mettre aux voix", "Put it to the vote";

    proposed_by(name: &str, when: &str): format!("Proposée par {name}, {when}"), format!("Proposed by {name}, {when}");
    open_until(until: &str): format!("Jusqu’au {until}"), format!("Until {until}");
    closed_on(until: &str): format!("Close le {until}"), format!("Closed on {until}");
    state_open: "Vote en cours", "Vote under way";
    state_withdrawn: "Retirée", "Taken back";
    no_quorum: "Participation insuffisante", "Too few took part";
    undecided: "Sans décision", "Undecided";
    adopted: "Adoptée", "Adopted";
    rejected: "Rejetée", "Rejected";
    chosen(what: &str): format!("Choisi : {what}"), format!("Chosen: {what}");
    voters(n: u64): match n { 0 => String::from("Aucune voix"), 1 => String::from("1 voix"), n => format!("{n} voix") },
        match n { 0 => String::from("No vote"), 1 => String::from("1 vote"), n => format!("{n} votes") };
    you_voted: "Vous avez voté", "You have voted";

    yes: "Oui", "Yes";
    no: "Non", "No";
    abstain: "Je m’abstiens", "I abstain";
    abstained: "Abstention", "Abstained";
    your_vote: "Votre voix", "Your vote";
    your_vote_text: "Elle se voit sous votre nom. Vous pouvez changer d’avis jusqu’au dernier jour.",
        "It shows under your name. You may change your mind until the last day.";
    vote: "Voter", "Vote";
    change_vote: "Changer ma voix", "Change my vote";
    withdraw: "Retirer cette proposition", "Take this proposal back";

    result: "Le résultat", "The result";
    so_far: "Où en est le vote", "How the vote stands";
    after_vote: "Le compte se montre à qui a voté, puis à tous les membres à la fin.",
        "The count shows to those who have voted, and to all members in the end.";
    taking_part(voters: u64, members: u64, quorum: u8): format!("{voters} sur {members} membres ont voté ; participation demandée : {quorum} %."),
        format!("{voters} of {members} members have voted; participation asked for: {quorum}%.");
    who_voted: "Qui a choisi quoi", "Who chose what";
    more_votes: "Voir la suite des voix", "See more votes";
    reasons: "Ce qui en découle", "What follows from it";
    reasons_by(name: &str, when: &str): format!("Écrit par {name}, {when}"), format!("Written by {name}, {when}");
    reasons_label: "Le résultat en mots, et ses raisons", "The result in words, and its reasons";
    reasons_hint: "Ce qui est décidé, ce que l’on en fait, et quand.", "What is decided, what is done about it, and when.";
    write_reasons: "Enregistrer", "Save";

    waits(n: usize): match n { 1 => String::from("Une décision attend votre voix"), n => format!("{n} décisions attendent votre voix") },
        match n { 1 => String::from("A decision waits for your vote"), n => format!("{n} decisions wait for your vote") };
}
