//! How this room's refusals read.

use domain::{Lang, feed::FeedError};

texts! {
    changed: "Quelqu’un a modifié ce texte entre-temps. Relisez, puis recommencez.",
        "Somebody changed this meanwhile. Read it again, then try once more.";
    not_member: "Vous ne faites plus partie de cette communauté. Rejoignez-la pour y écrire.",
        "You are no longer in this community. Join it to write there.";
    gone: "Cette publication a été supprimée entre-temps.", "This post was deleted meanwhile.";
}

pub fn sentence(lang: Lang, error: &FeedError) -> &'static str {
    match error {
        FeedError::Changed => changed(lang),
        FeedError::NotMember => not_member(lang),
        FeedError::Gone => gone(lang),
    }
}
