//! Every sentence about who sees a community and who comes in, in both languages.

use domain::{Lang, community::Consequence, policy::Glimpse};

texts! {
    perimeter: "Périmètre", "Perimeter";
    perimeter_of(name: &str): format!("Périmètre, {name}"), format!("Perimeter, {name}");
    doors: "Qui la voit, qui y entre", "Who sees it, who comes in";
    doors_text: "Choisissez ; avant que rien ne change, la page vous dit ce qui changera.",
        "Choose; before anything changes, the page tells you what will.";
    look_outside: "Voir comme un non-membre", "See it as a non-member";
    unlisted_outside: "Hors de l’annuaire, elle n’existe que pour ses membres et pour les personnes invitées : aux autres, il n’y a rien à montrer.",
        "Unlisted, it exists only for its members and for those invited: to others there is nothing to show.";
    everyone_text: "Cette communauté est celle de toute la maison : elle est ouverte, dans l’annuaire, et le reste.",
        "This community is for the whole house: it is open and listed, and stays so.";
    members_and_guests: "Ses membres et les personnes invitées", "Its members and those invited";
    question: "Question à qui demande à entrer", "Question to those who ask to come in";
    question_hint: "Par exemple : « Qu’aimeriez-vous trouver ici ? » Elle n’est posée que si l’on entre sur demande. La réponse n’est montrée qu’aux personnes qui répondent à la demande, et disparaît avec elle.",
        "For example: “What would you like to find here?” It is asked only where people come in on request. The answer is shown only to those who answer the request, and goes with it.";
    glimpse_label: "Ce qu’un non-membre en voit", "What a non-member sees of it";
    glimpse_nothing: "Rien de plus que son nom", "Nothing but its name";
    glimpse_nothing_hint: "Le nom et la phrase de présentation. Seulement si l’on entre sur invitation.",
        "Its name and its one sentence. Only where people come in by invitation.";
    glimpse_charter: "La note de cadrage", "The charter";
    glimpse_charter_hint: "À quoi elle sert, pour qui, et qui en répond.", "What it is for, whom, and who answers for it.";
    glimpse_marked: "La note et les publications publiques", "The charter and public posts";
    glimpse_marked_hint: "Celles que leur auteur ou l’animation rend publiques, une à une ; leurs commentaires restent entre membres.",
        "Those that their author or an animator marks public, one by one; their comments stay among members.";
    glimpse_posts: "La note et tout ce qui s’y publie", "The charter and all its posts";
    glimpse_posts_hint: "On lit avant d’entrer ; les membres et les événements se voient aussi.",
        "People read before coming in; members and events are seen as well.";
    glimpse_needed: "On entre en acceptant la note de cadrage : pour ne rien montrer, il faut que l’on entre sur invitation.",
        "To come in is to accept the charter: to show nothing, people have to come in by invitation.";
    see_changes: "Voir ce qui changera", "See what will change";
    what_changes: "Ce qui changera", "What will change";
    nothing_changes: "C’est le périmètre d’aujourd’hui : rien ne changera.", "This is today’s perimeter: nothing will change.";
    choose_again: "Choisir autrement", "Choose otherwise";
    change_perimeter: "Changer le périmètre", "Change the perimeter";

    listed: "Toute la maison saura qu’elle existe : annuaire, recherche et suggestions la montreront.",
        "The whole house will know that it exists: the directory, the search and the suggestions will show it.";
    unlisted: "Elle sortira de l’annuaire, de la recherche et des suggestions ; pour qui n’est ni membre ni sur la liste des invitations, elle n’existera plus.",
        "It will leave the directory, the search and the suggestions; for those neither in it nor invited, it will no longer exist.";
    opens: "On y entrera sans demander, en acceptant la note de cadrage. Les demandes en attente restent à répondre, ou se refont.",
        "People will come in without asking, by accepting the charter. Requests that wait are still to be answered, or made again.";
    asks_first: "On demandera à entrer, et l’équipe d’animation répondra. Les membres le restent.",
        "People will ask to come in, and the animators will answer. Members stay members.";
    invites: "On n’entrera plus que sur invitation. Les membres le restent ; les demandes en attente restent à répondre.",
        "People will come in by invitation only. Members stay members; requests that wait are still to be answered.";
    shows_charter: "Les non-membres liront la note de cadrage, avec les noms de celles et ceux qui en répondent.",
        "Non-members will read the charter, with the names of those who answer for it.";
    hides_charter: "Les non-membres ne liront plus la note de cadrage ; les personnes invitées la liront encore.",
        "Non-members will no longer read the charter; those invited still will.";
    shows_marked: "Une publication pourra être rendue publique, par son auteur ou par l’animation : les non-membres liront celles-là, et celles qui l’étaient déjà, sans leurs commentaires.",
        "A post can be marked public, by its author or an animator: non-members will read those, and those marked before, without their comments.";
    hides_marked: "Les non-membres ne liront plus les publications rendues publiques.",
        "Non-members will no longer read the posts that were marked public.";
    shows_posts: "Les non-membres liront tout ce qui s’y publie, y compris ce qui l’est déjà, et verront qui en fait partie.",
        "Non-members will read all posts, those of the past included, and see who is in.";
    hides_posts: "Les non-membres ne liront plus ce qui s’y publie et ne verront plus qui en fait partie.",
        "Non-members will no longer read the posts nor see who is in.";
    asks_question: "Une question sera posée à qui demande à entrer ; les demandes déjà faites n’y répondent pas.",
        "A question will be asked of those who ask to come in; requests already made do not answer it.";
    asks_nothing: "Plus aucune question ne sera posée à qui demande à entrer.",
        "No question will be asked any more of those who ask to come in.";

    guests: "Invitations", "Invitations";
    guests_text: "Les personnes invitées voient la communauté, lisent sa note de cadrage, et entrent en l’acceptant. Tant qu’elles n’ont pas répondu, l’invitation peut être retirée.",
        "Those invited see the community, read its charter, and come in by accepting it. Until they answer, the invitation can be withdrawn.";
    guest: "Personne à inviter", "Whom to invite";
    guest_hint: "Son adresse, ou son nom tel qu’il figure dans l’annuaire.", "Their address, or their name as it stands in the directory.";
    call_guest: "Inviter", "Invite";
    call_off: "Retirer l’invitation", "Withdraw the invitation";
    no_guests: "Aucune invitation n’attend de réponse.", "No invitation waits for an answer.";
    more_guests: "Voir la suite des invitations", "See more invitations";

    stays: "Partenaires", "Partners";
    stays_text: "Une personne d’une autre entreprise voit cette communauté, et elle seule, jusqu’au soir de son dernier jour. Son compte doit déjà exister : l’équipe qui veille sur les communautés l’ouvre.",
        "Somebody from another company sees this community, and it alone, until the end of their last day. They need an account first: community managers open it.";
    no_stays: "Aucun partenaire ici.", "No partners here.";
    partner: "Nom ou adresse", "Name or address";
    partner_hint: "Tels que sur l’invitation de son compte.", "As on the invitation of their account.";
    company: "Entreprise", "Company";
    last_day: "Dernier jour", "Last day";
    last_day_hint: "Dans un an au plus ; il pourra être repoussé.", "Within a year; it can be put off.";
    new_last_day(whom: &str): format!("Dernier jour{whom}"), format!("Last day{whom}");
    until(day: &str): format!("Jusqu’au {day}"), format!("Until {day}");
    admit_partner: "Admettre ce partenaire", "Admit this partner";
    extend: "Changer le dernier jour", "Change the last day";
    end_now: "Mettre fin maintenant", "End it now";
    ending(n: u64):
        match n { 1 => String::from("Un partenaire arrive au terme de son accès"), n => format!("{n} partenaires arrivent au terme de leur accès") },
        match n { 1 => String::from("A partner’s access ends soon"), n => format!("{n} partners’ access ends soon") };
    ending_text: "Passé leur dernier jour, ils ne verront plus rien d’ici.", "After their last day they see nothing of this place any more.";
    see_stays: "Voir les partenaires", "See the partners";

    outside_title: "Vous regardez comme un non-membre", "You are looking as a non-member";
    outside_text: "Voici ce que voit une personne de la maison qui n’est ni membre ni invitée. Ici, rien ne s’écrit.",
        "This is what somebody of the house sees who is neither in it nor invited. Nothing is written here.";
    outside_leave: "Revenir à ma vue", "Back to my own view";
    outside_change: "Changer le périmètre", "Change the perimeter";
    outside_button(label: &str): format!("Ici, un non-membre trouve le bouton « {label} »."), format!("Here a non-member finds the button “{label}”.");

    calling: "On vous invite", "You are invited";
    calling_text: "L’équipe d’animation vous invite. Lisez la note de cadrage : si elle vous convient, entrez.",
        "The animators invite you. Read the charter: if it suits you, come in.";
    accept: "Accepter l’invitation", "Accept the invitation";
    decline: "Décliner l’invitation", "Decline the invitation";
    answer_bounds: "Votre réponse n’est montrée qu’aux personnes qui répondent à votre demande.",
        "Your answer is shown only to those who answer your request.";
    answered: "Réponse à la question", "Answer to the question";
    public_only: "Voici les publications que cette communauté rend publiques. Le reste se dit entre membres.",
        "These are the posts this community makes public. The rest is said among members.";
    public: "Publique", "Public";
    make_public: "Rendre publique", "Make public";
    make_private: "Garder entre membres", "Keep among members";
    make_public_text: "Chaque personne de la maison qui peut trouver cette communauté lira cette publication, avec ses images et le nom de qui l’a écrite. Les commentaires restent entre membres.",
        "Everybody in the house who can find this community will read this post, with its pictures and the name of who wrote it. Comments stay among members.";
    make_private_text: "Cette publication est lue aussi par des non-membres. Elle peut revenir entre membres.",
        "This post is read by non-members too. It can go back among members.";
    nothing_shown: "Cette communauté se montre à ses membres", "This community shows itself to its members";
    nothing_shown_text: "On y entre sur invitation. Ce qui s’y dit et sa note de cadrage restent entre ses membres.",
        "People come in by invitation. What is said there and its charter stay among its members.";
}

pub fn glimpse(lang: Lang, glimpse: Glimpse) -> &'static str {
    match glimpse {
        Glimpse::Nothing => glimpse_nothing(lang),
        Glimpse::Charter => glimpse_charter(lang),
        Glimpse::Marked => glimpse_marked(lang),
        Glimpse::Posts => glimpse_posts(lang),
    }
}

pub fn glimpse_hint(lang: Lang, glimpse: Glimpse) -> &'static str {
    match glimpse {
        Glimpse::Nothing => glimpse_nothing_hint(lang),
        Glimpse::Charter => glimpse_charter_hint(lang),
        Glimpse::Marked => glimpse_marked_hint(lang),
        Glimpse::Posts => glimpse_posts_hint(lang),
    }
}

pub fn consequence(lang: Lang, consequence: Consequence) -> &'static str {
    match consequence {
        Consequence::Listed => listed(lang),
        Consequence::Unlisted => unlisted(lang),
        Consequence::Opens => opens(lang),
        Consequence::AsksFirst => asks_first(lang),
        Consequence::Invites => invites(lang),
        Consequence::ShowsCharter => shows_charter(lang),
        Consequence::HidesCharter => hides_charter(lang),
        Consequence::ShowsMarked => shows_marked(lang),
        Consequence::HidesMarked => hides_marked(lang),
        Consequence::ShowsPosts => shows_posts(lang),
        Consequence::HidesPosts => hides_posts(lang),
        Consequence::AsksQuestion => asks_question(lang),
        Consequence::AsksNothing => asks_nothing(lang),
    }
}
