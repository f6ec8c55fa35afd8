//! How this room's refusals read.

use domain::{Lang, account::AccountError};

texts! {
    credentials: "L’adresse ou le mot de passe ne convient pas.", "The address or the password is not right.";
    invitation_over: "Cette invitation n’est plus valable. Demandez-en une nouvelle à la personne qui vous l’a envoyée.",
        "This invitation is no longer valid. Ask whoever invited you for a new one.";
    reset_over: "Ce lien n’est plus valable. Demandez-en un nouveau à l’équipe qui gère les communautés.",
        "This link is no longer valid. Ask a community manager for a new one.";
    already_set_up: "La maison est déjà installée. Connectez-vous.", "The house is already set up. Sign in.";
}

pub fn sentence(lang: Lang, error: &AccountError) -> &'static str {
    match error {
        AccountError::Credentials => credentials(lang),
        AccountError::InvitationOver => invitation_over(lang),
        AccountError::ResetOver => reset_over(lang),
        AccountError::AlreadySetUp => already_set_up(lang),
    }
}
