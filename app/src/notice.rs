//! What is said once, on the page after something was done.

use domain::Lang;

macro_rules! notices {
    ($($name:ident $word:literal: $fr:literal, $en:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Notice { $($name),* }

        impl Notice {
            pub const ALL: &'static [Notice] = &[$(Notice::$name),*];

            /// The word it travels under.
            pub fn word(self) -> &'static str {
                match self { $(Notice::$name => $word),* }
            }

            pub fn from_word(word: &str) -> Option<Notice> {
                Notice::ALL.iter().copied().find(|notice| notice.word() == word)
            }

            pub fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $((Notice::$name, Lang::Fr) => $fr, (Notice::$name, Lang::En) => $en),*
                }
            }
        }
    };
}

notices! {
    Welcome "welcome": "Bienvenue sous le préau !", "Welcome under the roof!";
    SignedOut "signed-out": "Vous voilà hors de la cour. À bientôt !", "You are signed out. See you soon!";
    Saved "saved": "C’est enregistré.", "Saved.";
    SessionEnded "session-ended": "Cette session est fermée.", "That session is closed.";
    PasswordChanged "password-changed": "Votre mot de passe est changé. Les autres sessions sont fermées.", "Your password is changed. The other sessions are closed.";
    ResetReady "reset-ready": "Le lien est prêt.", "The link is ready.";
    Invited "invited": "L’invitation est prête.", "The invitation is ready.";
    Opened "opened": "La communauté est ouverte.", "The community is open.";
    Joined "joined": "Vous en faites partie. Bienvenue !", "You are in. Welcome!";
    Requested "requested": "Votre demande est partie à l’équipe d’animation.", "Your request has gone to the animators.";
    RequestWithdrawn "request-withdrawn": "Votre demande est retirée.", "Your request is withdrawn.";
    DraftSaved "draft-saved": "Votre brouillon est enregistré.", "Your draft is saved.";
    ProposalSent "proposal-sent": "Votre proposition est envoyée. La réponse arrivera ici.", "Your proposal is sent. The answer will come here.";
    ProposalWithdrawn "proposal-withdrawn": "Vous pouvez de nouveau modifier votre proposition.", "You can change your proposal again.";
    ProposalAnswered "proposal-answered": "Votre réponse est transmise.", "Your answer is passed on.";
    ChangeProposed "change-proposed": "Votre changement est proposé.", "Your change is proposed.";
    ChangeApproved "change-approved": "La nouvelle version est en vigueur.", "The new version is in force.";
    Left "left": "Vous avez quitté la communauté.", "You have left the community.";
    Admitted "admitted": "La personne fait maintenant partie de la communauté.", "They are now a member.";
    Declined "declined": "La demande est déclinée.", "The request is declined.";
    RoleSet "role-set": "Le rôle est changé.", "The role is changed.";
    Published "published": "C’est publié.", "Published.";
    AnswerAccepted "answer-accepted": "La réponse est acceptée.", "The answer is accepted.";
    AnswerWithdrawn "answer-withdrawn": "La réponse n’est plus acceptée.", "The answer is no longer accepted.";
    Supported "supported": "Votre soutien est compté.", "Your support is counted.";
    SupportWithdrawn "support-withdrawn": "Votre soutien est retiré.", "Your support is withdrawn.";
    ReadingConfirmed "reading-confirmed": "Votre lecture est confirmée.", "Your reading is confirmed.";
    Voted "voted": "Votre vote est compté.", "Your vote is counted.";
    Pinned "pinned": "La publication est épinglée.", "The post is pinned.";
    Unpinned "unpinned": "La publication n’est plus épinglée.", "The post is no longer pinned.";
    Edited "edited": "La modification est enregistrée.", "Your edit is saved.";
    Deleted "deleted": "C’est supprimé.", "Deleted.";
    Muted "muted": "C’est masqué.", "Muted.";
    Unmuted "unmuted": "C’est de nouveau visible.", "It shows again.";
    CaughtUp "caught-up": "Vous êtes à jour.", "You are up to date.";
    Commented "commented": "Votre commentaire est publié.", "Your comment is published.";
    EventCreated "event-created": "L’événement est créé.", "The event is created.";
    EventCancelled "event-cancelled": "L’événement est annulé.", "The event is called off.";
    Registered "registered": "Vous êtes sur la liste. À bientôt !", "You are on the list. See you there!";
    Unregistered "unregistered": "Votre place est libérée.", "Your place is free again.";
    RideOffered "ride-offered": "Votre trajet est proposé.", "Your ride is on the board.";
    RideCancelled "ride-cancelled": "Le trajet est annulé.", "The ride is cancelled.";
    SeatAsked "seat-asked": "Votre place est demandée. La personne qui conduit va confirmer.", "Your seat is requested. The driver will confirm.";
    SeatConfirmed "seat-confirmed": "La place est confirmée.", "The seat is confirmed.";
    SeatDeclined "seat-declined": "La demande est déclinée.", "The request is declined.";
    SeatCancelled "seat-cancelled": "La réservation est annulée.", "The booking is cancelled.";
}
