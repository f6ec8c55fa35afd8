//! Every sentence about catching up, in both languages.

texts! {
    catch_up: "Ce que vous avez manqué", "What you missed";
    catch_up_since(when: &str): format!("Depuis votre dernière visite ({when}), l’essentiel, communauté par communauté. Cette page a une fin."),
        format!("Since your last visit ({when}), what mattered, community by community. This page has an end.");
    offer(days: i64): format!("Vous étiez loin de la cour {days}\u{a0}jours. Voulez-vous l’essentiel en une page\u{202f}?"),
        format!("You were away for {days} days. Would you like what mattered on one page?");
    offer_go: "Voir l’essentiel", "Show what mattered";
    answers: "On vous a répondu", "People answered you";
    answers_by(count: usize, name: &str):
        match count { 1 => format!("Une réponse de {name}"), n => format!("{n} réponses, la dernière de {name}") },
        match count { 1 => format!("One answer, by {name}"), n => format!("{n} answers, the last by {name}") };
    announcement: "Annonce", "Announcement";
    drew(comments: u64, reactions: u64):
        format!("{} · {}", match comments { 0 | 1 => format!("{comments} commentaire"), n => format!("{n} commentaires") }, match reactions { 0 | 1 => format!("{reactions} réaction"), n => format!("{n} réactions") }),
        format!("{} · {}", match comments { 1 => "1 comment".to_owned(), n => format!("{n} comments") }, match reactions { 1 => "1 reaction".to_owned(), n => format!("{n} reactions") });
    by(name: &str): format!("par {name}"), format!("by {name}");
    a_post_of(name: &str): format!("Publication de {name}"), format!("Post by {name}");
    others: "Quelques nouvelles aussi dans", "A little news as well in";
    events: "À venir dans vos communautés", "Coming up in your communities";
    the_end: "Vous êtes à jour", "You are up to date";
    the_end_text: "Il n’y a rien d’autre à rattraper. La suite s’écrit sous le préau.", "There is nothing else to catch up with. The rest is being written under the roof.";
    nothing: "Rien ne s’est dit d’important pendant votre absence.", "Nothing much was said while you were away.";
    accepted: "Votre réponse a été acceptée", "Your answer was accepted";
    accepted_by(name: &str): format!("Question de {name}"), format!("Question by {name}");
    to_confirm: "À confirmer", "To confirm";
    idea_is(state: &str): format!("Idée\u{a0}: {state}"), format!("Idea: {state}");
    poll_over: "Sondage terminé", "Poll over";
    poll_closes(day: &str): format!("Sondage ouvert jusqu’au {day}"), format!("Poll open until {day}");
    saved: "À lire plus tard", "Saved for later";
    saved_lead: "Les publications que vous avez gardées, la dernière en premier. Personne d’autre ne voit cette liste.",
        "The posts you kept, the last one first. Nobody else sees this list.";
    saved_none: "Rien ne vous attend", "Nothing is waiting for you";
    saved_none_text: "Sous chaque publication, le marque-page la garde ici pour plus tard.",
        "Under each post, the bookmark keeps it here for later.";
    muted: "Ce que vous avez masqué", "What you muted";
    muted_lead: "Personne ne sait ce que vous avez masqué. Vous pouvez tout remontrer ici.",
        "Nobody knows what you muted. You can show it all again here.";
    muted_none: "Vous n’avez rien masqué", "You have muted nothing";
    muted_none_text: "Une conversation, une personne, une communauté\u{a0}: le bouton est sous chaque publication.",
        "A conversation, a person, a community: the button is under each post.";
    mute: "Masquer…", "Mute…";
    mute_hint: "Personne n’en sera averti, et vous pourrez revenir en arrière. Les annonces à confirmer restent visibles.",
        "Nobody will be told, and you can take it back. Announcements to confirm stay in sight.";
    mute_thread: "Ne plus entendre parler de cette conversation", "Hear no more of this conversation";
    unmute_thread: "Entendre à nouveau parler de cette conversation", "Hear of this conversation again";
    mute_person(name: &str): format!("Masquer ce qu’écrit {name}"), format!("Mute what {name} writes");
    unmute_person(name: &str): format!("Remontrer ce qu’écrit {name}"), format!("Show what {name} writes again");
    mute_community(name: &str): format!("Masquer «\u{a0}{name}\u{a0}» sur l’accueil"), format!("Mute “{name}” on the home page");
    unmute(name: &str): format!("Remontrer\u{a0}: {name}"), format!("Show again: {name}");
    all_muted: "Tout ce que vous avez masqué", "Everything you muted";
    thread: "Conversation", "Conversation";
    person: "Personne", "Person";
    community: "Communauté", "Community";
    cancel: "Annuler", "Cancel";
    mark_all: "Tout marquer comme vu", "Mark everything as seen";
    home: "Retour à l’accueil", "Back to the home page";
}
