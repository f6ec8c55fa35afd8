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
    PerimeterSet "perimeter-set": "Le périmètre est changé.", "The perimeter is changed.";
    GuestCalled "guest-called": "L’invitation est faite.", "They are invited.";
    GuestCalledOff "guest-called-off": "L’invitation est retirée.", "The invitation is withdrawn.";
    InvitationDeclined "invitation-declined": "L’invitation est déclinée.", "The invitation is declined.";
    PartnerAdmitted "partner-admitted": "Ce partenaire est admis.", "The partner is admitted.";
    StayExtended "stay-extended": "Le dernier jour est changé.", "The last day is changed.";
    StayEnded "stay-ended": "L’accès de ce partenaire a pris fin.", "The partner’s access has ended.";
    Dismissed "dismissed": "Cette communauté ne vous sera plus proposée.", "This community will not be suggested to you again.";
    Left "left": "Vous avez quitté la communauté.", "You have left the community.";
    Admitted "admitted": "La personne fait maintenant partie de la communauté.", "They are now a member.";
    Declined "declined": "La demande est déclinée.", "The request is declined.";
    StageMoved "stage-moved": "C’est dit, et c’est écrit dans son histoire.", "Done, and written in its history.";
    CommunityArchived "community-archived": "La communauté est archivée.", "The community is archived.";
    RoleOffered "role-offered": "Votre proposition est faite. La réponse se verra ici.", "Your offer is made. The answer will show here.";
    OfferEnded "offer-ended": "La proposition n’est plus.", "The offer is no more.";
    RoleTaken "role-taken": "Vous animez maintenant la communauté. Merci !", "You animate the community now. Thank you!";
    Entrusted "entrusted": "La communauté est confiée.", "The community is entrusted.";
    Greeted "greeted": "Votre bonjour est transmis.", "Your hello is passed on.";
    RoleSet "role-set": "Le rôle est changé.", "The role is changed.";
    PublishedUndescribed "published-undescribed": "C’est publié. Une image n’est pas décrite\u{a0}: vous pouvez encore dire ce qu’elle montre, par «\u{a0}Modifier\u{a0}».", "Published. A picture is not described: you can still say what it shows, by “Edit”.";
    Published "published": "C’est publié.", "Published.";
    Scheduled "scheduled": "C’est programmé.", "Scheduled.";
    ScheduledDropped "scheduled-dropped": "La publication programmée est supprimée.", "The scheduled post is dropped.";
    AnswerAccepted "answer-accepted": "La réponse est acceptée.", "The answer is accepted.";
    AnswerWithdrawn "answer-withdrawn": "La réponse n’est plus acceptée.", "The answer is no longer accepted.";
    Supported "supported": "Votre soutien est compté.", "Your support is counted.";
    SupportWithdrawn "support-withdrawn": "Votre soutien est retiré.", "Your support is withdrawn.";
    ReadingConfirmed "reading-confirmed": "Votre lecture est confirmée.", "Your reading is confirmed.";
    DecisionProposed "decision-proposed": "C’est mis aux voix.", "It is put to the vote.";
    Voted "voted": "Votre vote est compté.", "Your vote is counted.";
    Pinned "pinned": "La publication est épinglée.", "The post is pinned.";
    MadePublic "made-public": "La publication est publique.", "The post is public.";
    MadePrivate "made-private": "La publication est entre membres.", "The post is among members.";
    TieProposed "tie-proposed": "C’est envoyé. La réponse se verra ici.", "Sent. The answer will show here.";
    Tied "tied": "La communauté est membre de la fédération.", "The community is a member of the federation.";
    TieDeclined "tie-declined": "La réponse est transmise.", "The answer is passed on.";
    Parted "parted": "C’est fait.", "Done.";
    SharedUp "shared-up": "La publication est partagée.", "The post is shared.";
    TakenBack "taken-back": "La publication n’y est plus partagée.", "The post is no longer shared there.";
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
