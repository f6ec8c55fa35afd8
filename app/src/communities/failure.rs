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
    stage_moved: "La communauté n’en est plus là : quelqu’un l’a fait évoluer entre-temps.",
        "The community has moved on: somebody changed its stage meanwhile.";
    vote_over: "Le vote est clos.", "The vote is over.";
    vote_running: "Le vote est encore en cours : le résultat s’écrit une fois qu’il est clos.", "The vote is still under way: the result is written once it is over.";
    votes_full: "Dix votes sont déjà en cours dans cette communauté. Attendez que l’un d’eux soit clos, ou retirez-en un : ce que vous avez écrit reste ici.",
        "Ten votes are already under way in this community. Wait until one of them is over, or take one back: what you wrote stays here.";
    no_federation: "Seule une fédération réunit des communautés : celle-ci n’en est pas une.",
        "Only a federation brings communities together: this is none.";
    federation_in_federation: "Une fédération n’est pas membre d’une autre.", "A federation is not a member of another.";
    federations_full: "La communauté fait déjà partie de cinq fédérations : c’est le plus possible.",
        "The community is in five federations already: that is as many as may be.";
    federation_full: "Cette fédération a déjà autant de communautés membres que possible.",
        "This federation has as many member communities as may be.";
    tie_moved: "Quelqu’un a répondu entre-temps. Rechargez la page pour voir où vous en êtes.",
        "Somebody answered meanwhile. Reload the page to see where you stand.";
    goals_full: "Cette fédération a déjà quarante objectifs. Modifiez-en un plutôt que d’en ajouter.",
        "This federation has forty goals already. Change one rather than adding another.";
    not_tied: "La communauté ne fait pas partie de cette fédération, ou n’en fait plus partie.",
        "The community is not in this federation, or no longer.";
    offer_gone: "Cette proposition n’est plus valable : elle a été retirée, elle a expiré, ou la personne n’anime plus la communauté.",
        "This offer no longer stands: it was taken back, it has expired, or they do not animate the community any more.";
    offer_misplaced: "Ce rôle va à un membre de la maison qui n’anime ni ne parraine déjà la communauté.",
        "This role goes to somebody of the house who does not already animate or sponsor the community.";
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
        CommunityError::StageMoved => stage_moved(lang),
        CommunityError::VoteOver => vote_over(lang),
        CommunityError::VoteRunning => vote_running(lang),
        CommunityError::VotesFull => votes_full(lang),
        CommunityError::NoFederation => no_federation(lang),
        CommunityError::FederationInFederation => federation_in_federation(lang),
        CommunityError::FederationsFull => federations_full(lang),
        CommunityError::FederationFull => federation_full(lang),
        CommunityError::TieMoved => tie_moved(lang),
        CommunityError::GoalsFull => goals_full(lang),
        CommunityError::NotTied => not_tied(lang),
        CommunityError::OfferGone => offer_gone(lang),
        CommunityError::OfferMisplaced => offer_misplaced(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_votes_are_open_is_told_as_it_is() {
        assert_eq!(domain::community::decision::OPEN_MOST, 10);
        let told = |lang| sentence(lang, &CommunityError::VotesFull);
        assert!(told(Lang::Fr).starts_with("Dix") && told(Lang::En).starts_with("Ten"));
    }
}
