//! Every sentence about catching up, in both languages.

texts! {
    catch_up: "Ce que vous avez manqué", "What you missed";
    catch_up_since(when: &str): format!("Depuis votre dernière visite ({when}), l’essentiel, communauté par communauté. Cette page a une fin."),
        format!("Since your last visit ({when}), what mattered, community by community. This page has an end.");
    offer(days: i64): format!("Vous étiez loin de la cour {days}\u{a0}jours. Voulez-vous l’essentiel en une page\u{202f}?"),
        format!("You were away for {days} days. Would you like what mattered on one page?");
    offer_go: "Voir l’essentiel", "Show what mattered";
    called: "On vous cite", "People called you";
    all_called: "Tout ce qui vous cite", "All that calls you";
    called_lead: "Les publications et les commentaires qui vous citent par votre nom, du plus récent au plus ancien.",
        "Posts and comments that call you by your name, newest first.";
    called_none: "Personne ne vous a encore cité", "Nobody has called you yet";
    called_none_text: "Quand quelqu’un écrit @ suivi de votre nom, son texte s’affiche ici.",
        "When somebody writes @ followed by your name, their text shows here.";
    called_more: "Citations plus anciennes", "Older mentions";
    called_in_post(name: &str): format!("{name} vous cite dans une publication"), format!("{name} calls you in a post");
    called_in_comment(name: &str): format!("{name} vous cite dans un commentaire"), format!("{name} calls you in a comment");
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
    mark_all: "Tout marquer comme vu", "Mark everything as seen";
    home: "Retour à l’accueil", "Back to the home page";
}
