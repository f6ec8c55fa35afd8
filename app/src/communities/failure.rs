//! How this room's refusals read.

use domain::{Lang, community::CommunityError};

texts! {
    archived: "Cette communauté est archivée : on peut la lire, plus y écrire.",
        "This community is archived: it can be read, not written in.";
    last_animators: "Une communauté garde au moins deux personnes à l’animation. Nommez d’abord quelqu’un.",
        "A community keeps at least two animators. Name somebody first.";
    for_everyone: "Cette communauté est celle de toute la maison : on ne la quitte pas.",
        "This community is for the whole house: one does not leave it.";
    charter_changed: "La note de cadrage a changé entre-temps. Relisez-la, puis recommencez.",
        "The charter has changed meanwhile. Read it again, then try once more.";
    proposal_moved: "Cette proposition n’en est plus là : elle a été envoyée, reprise ou a reçu une réponse entre-temps.",
        "This proposal has moved on: it was sent, taken back or answered meanwhile.";
    nothing_changed: "Ce texte est celui qui est en vigueur : rien n’y change.",
        "This text is the one in force: nothing changes in it.";
    review_passed: "La date de relecture proposée est passée entre-temps. Il faut en choisir une autre et proposer le changement de nouveau.",
        "The review date that was proposed has passed meanwhile. Another one has to be chosen, and the change proposed again.";
    perimeter_changed: "Le périmètre a changé entre-temps. Regardez ce qu’il est, puis choisissez de nouveau.",
        "The perimeter has changed meanwhile. See what it is, then choose again.";
    question_first: "Cette communauté pose une question à qui demande à entrer : répondez-y sur la page de sa note de cadrage.",
        "This community asks a question of those who ask to come in: answer it on the page of its charter.";
    proposal_incomplete: "Il manque quelque chose à cette proposition pour que la communauté puisse ouvrir.",
        "Something is missing in this proposal for the community to open.";
}

pub fn sentence(lang: Lang, error: &CommunityError) -> &'static str {
    match error {
        CommunityError::Archived => archived(lang),
        CommunityError::LastAnimators => last_animators(lang),
        CommunityError::ForEveryone => for_everyone(lang),
        CommunityError::CharterChanged => charter_changed(lang),
        CommunityError::ProposalMoved => proposal_moved(lang),
        CommunityError::ProposalIncomplete => proposal_incomplete(lang),
        CommunityError::NothingChanged => nothing_changed(lang),
        CommunityError::PerimeterChanged => perimeter_changed(lang),
        CommunityError::QuestionFirst => question_first(lang),
        CommunityError::ReviewPassed => review_passed(lang),
    }
}
