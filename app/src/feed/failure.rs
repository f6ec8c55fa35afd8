//! How this room's refusals read.

use domain::{Lang, feed::FeedError};

texts! {
    changed: "Quelqu’un a modifié ce texte entre-temps. Relisez, puis recommencez.",
        "Somebody changed this meanwhile. Read it again, then try once more.";
    not_member: "Vous ne faites plus partie de cette communauté. Rejoignez-la pour y écrire.",
        "You are no longer in this community. Join it to write there.";
    gone: "Cette publication a été supprimée entre-temps.", "This post was deleted meanwhile.";
    not_animator: "Les annonces sont réservées à l’équipe d’animation. Choisissez un autre genre de publication\u{202f}: votre texte est gardé.",
        "Announcements are for those who run the community. Choose another kind of post: your text is kept.";
    answered: "Des personnes ont déjà répondu à cette publication\u{202f}: elle reste du genre choisi au départ.",
        "People have answered this post already: it stays of the kind it was.";
    poll_over: "Ce sondage est terminé.", "This poll has ended.";
    voted: "Vous avez déjà voté\u{202f}: votre premier bulletin compte, et le vote est anonyme, si bien que personne ne peut le retrouver pour le changer.",
        "You have voted already: your first ballot counts, and as the vote is anonymous nobody can find it to change it.";
    pins_full: "Trois publications sont déjà épinglées dans cette communauté. Retirez-en une, puis recommencez.",
        "Three posts are pinned in this community already. Take one off, then try again.";
    not_praise: "Les bravos sont réservés aux personnes de l’entreprise.", "Praise is between people of the company.";
    comment_gone: "Le commentaire auquel vous répondez a été supprimé entre-temps.", "The comment you answer was deleted meanwhile.";
    saved_full: "Votre liste est pleine\u{a0}: trois cents publications vous attendent déjà. Retirez-en quelques-unes, puis recommencez.",
        "Your list is full: three hundred posts are waiting for you already. Take some off, then try again.";
    muted_full: "Vous avez masqué tout ce qui peut l’être. Remontrez quelque chose, puis recommencez.",
        "You have muted as much as one can. Show something again, then try once more.";
}

pub fn sentence(lang: Lang, error: &FeedError) -> &'static str {
    match error {
        FeedError::Changed => changed(lang),
        FeedError::NotMember => not_member(lang),
        FeedError::Gone => gone(lang),
        FeedError::NotAnimator => not_animator(lang),
        FeedError::Answered => answered(lang),
        FeedError::PollOver => poll_over(lang),
        FeedError::Voted => voted(lang),
        FeedError::PinsFull => pins_full(lang),
        FeedError::NotPraise => not_praise(lang),
        FeedError::CommentGone => comment_gone(lang),
        FeedError::SavedFull => saved_full(lang),
        FeedError::MutedFull => muted_full(lang),
    }
}
