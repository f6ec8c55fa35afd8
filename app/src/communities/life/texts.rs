//! Every sentence about the life of a community, in both languages.

use domain::community::life::{LAUNCHED_MEMBERS, LAUNCHED_POSTS, QUIET_DAYS};

texts! {
    life: "Vie", "Life";
    life_of(name: &str): format!("Vie de la communauté, {name}"), format!("Life of the community, {name}");
    where_it_is: "Où elle en est", "Where it stands";
    asked: "Ce que la communauté attend de vous", "What the community asks of you";
    asked_text: "Vous voyez cette liste parce que vous veillez sur elle.", "You see this list because you look after it.";
    asked_here: "Ce que cette phase demande à l’équipe", "What this stage asks of the team";
    nothing_asked: "Rien ne presse : elle va son chemin.", "Nothing is pressing: it goes its way.";

    launching_text: "Elle vient d’ouvrir. Les premières publications et les premiers membres disent si elle prend.",
        "It has just opened. The first posts and the first members tell whether it takes.";
    active_text: "Elle vit : on y parle, on s’y retrouve.", "It is alive: people talk and meet there.";
    dormant_text: "Elle fait une pause. On peut toujours la lire, la rejoindre et y écrire.",
        "It takes a break. It can still be read, joined and written in.";
    archived_text: "Elle est archivée : ses membres la lisent et y cherchent, personne n’y écrit plus. Elle n’est plus dans les listes.",
        "It is archived: its members read and search it, nobody writes there any more. It is out of the lists.";
    draft_text: "Elle n’est pas encore ouverte.", "It has not opened yet.";

    ask_animators: "Trouver une deuxième personne pour l’animer", "Find a second person to animate it";
    ask_event: "Proposer un prochain rendez-vous", "Call the next event";
    ask_begin: "Elle a pris : dire qu’elle est lancée", "It has taken off: say that it is launched";
    ask_wake: "Elle est en pause : la réveiller, ou l’archiver", "It takes a break: wake it up, or archive it";

    what_you_can_do: "Ce que vous pouvez faire", "What you can do";
    begin: "Dire qu’elle est lancée", "Say that it is launched";
    begin_text: "Son équipe est là, ses membres aussi : elle n’est plus à ses débuts.", "Its team is there, and its members: its beginnings are over.";
    rest: "La mettre en pause", "Let it take a break";
    rest_text: "Une pause n’efface rien. On la réveille quand on veut.", "A break erases nothing. It is woken up at any time.";
    wake: "La réveiller", "Wake it up";
    wake_text: "Elle redevient active.", "It is active again.";
    stay_awake: "Ne pas la mettre en pause", "Do not let it take a break";
    why_stay: "Pourquoi elle reste éveillée", "Why it stays awake";
    why_stay_hint: "Les membres le lisent dans son histoire.", "Members read it in its history.";
    archive: "L’archiver", "Archive it";
    archive_link: "Archiver la communauté…", "Archive the community…";
    reopen: "La rouvrir", "Open it again";
    reopen_text: "Elle redevient active, avec ses membres et tout ce qui s’y est dit. Les demandes et les événements d’avant ne reviennent pas.",
        "It is active again, with its members and all that was said there. Requests and events of before do not come back.";
    export: "Télécharger son contenu", "Download its content";
    export_all: "Télécharger avec les images et les fichiers (ZIP)", "Download with pictures and files (ZIP)";
    export_text: "Note de cadrage, histoire, décisions, publications et commentaires, dans un fichier de texte (Markdown). Il contient ce que les membres lisent : gardez-le avec le même soin.",
        "Charter, history, decisions, posts and comments, in one text file (Markdown). It holds what members read: keep it with the same care.";

    archive_of(name: &str): format!("Archiver {name}"), format!("Archive {name}");
    what_happens: "Ce qui va se passer", "What will happen";
    happens_read: "Ses membres continuent de la lire et d’y chercher ; personne ne peut plus y écrire.",
        "Its members go on reading and searching it; nobody can write there any more.";
    happens_lists: "Elle sort de l’annuaire, des suggestions et du fil d’accueil.", "It leaves the directory, suggestions and home feeds.";
    happens_requests(n: usize):
        match n { 0 => String::from("Aucune demande n’attend de réponse."), 1 => String::from("Une demande d’entrée en attente est déclinée."), n => format!("{n} demandes d’entrée en attente sont déclinées.") },
        match n { 0 => String::from("No request waits for an answer."), 1 => String::from("One request to come in is declined."), n => format!("{n} requests to come in are declined.") };
    happens_events(n: usize):
        match n { 0 => String::from("Aucun événement n’est à venir."), 1 => String::from("Un événement à venir est annulé ; les personnes inscrites le voient sur sa page."), n => format!("{n} événements à venir sont annulés ; les personnes inscrites le voient sur leurs pages.") },
        match n { 0 => String::from("No event is to come."), 1 => String::from("One event to come is called off; those who registered see it on its page."), n => format!("{n} events to come are called off; those who registered see it on their pages.") };
    happens_back: "L’équipe peut la rouvrir à tout moment, et télécharger son contenu.", "The team may open it again at any time, and download its content.";
    why_archive: "Pourquoi l’archiver", "Why archive it";
    why_archive_hint: "Les membres le lisent dans son histoire : dites merci, et où continuer.", "Members read it in its history: say thank you, and where to go on.";
    archive_confirm: "J’ai lu ce qui va se passer", "I have read what will happen";

    history: "Son histoire", "Its history";
    no_history: "Rien encore : son histoire s’écrira ici.", "Nothing yet: its history will be written here.";
    earlier: "Voir plus ancien", "See earlier";
    begun(by: &str): format!("{by} a dit qu’elle était lancée"), format!("{by} said that it was launched");
    rested(by: &str): format!("{by} l’a mise en pause"), format!("{by} let it take a break");
    kept_awake(by: &str): format!("{by} n’a pas voulu de pause"), format!("{by} would not let it take a break");
    woken(by: &str): format!("{by} l’a réveillée"), format!("{by} woke it up");
    archived(by: &str): format!("{by} l’a archivée"), format!("{by} archived it");
    reopened(by: &str): format!("{by} l’a rouverte"), format!("{by} opened it again");
    handed_over(by: &str, from: &str): format!("{by} a pris la suite de {from} à l’animation"), format!("{by} took over from {from} as an animator");
    entrusted(by: &str, to: &str): format!("{by} a confié son animation à {to}"), format!("{by} entrusted it to {to}");
    left_alone(by: &str): format!("Plus personne ne l’anime depuis le départ de {by}"), format!("Nobody animates it since {by} left");
}

pub fn ask_gather(lang: domain::Lang) -> String {
    match lang {
        domain::Lang::Fr => format!("Accueillir les premiers membres : {LAUNCHED_MEMBERS} pour commencer"),
        domain::Lang::En => format!("Gather the first members: {LAUNCHED_MEMBERS} to begin with"),
    }
}

pub fn ask_write(lang: domain::Lang) -> String {
    match lang {
        domain::Lang::Fr => format!("Écrire les premières publications : {LAUNCHED_POSTS} pour commencer"),
        domain::Lang::En => format!("Write the first posts: {LAUNCHED_POSTS} to begin with"),
    }
}

pub fn ask_rest(lang: domain::Lang) -> String {
    match lang {
        domain::Lang::Fr => {
            format!(
                "Personne n’y a rien dit depuis {QUIET_DAYS} jours : la mettre en pause, ou dire pourquoi non"
            )
        }
        domain::Lang::En => {
            format!(
                "Nobody has said anything there for {QUIET_DAYS} days: let it take a break, or say why not"
            )
        }
    }
}
