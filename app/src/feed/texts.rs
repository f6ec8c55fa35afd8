//! Every sentence of feeds, in both languages.

use domain::{
    Lang,
    feed::{IdeaState, PostKind, Reaction},
};

texts! {
    home: "Accueil", "Home";
    home_title: "Sous le préau", "Under the roof";
    home_lead: "Ce qui se dit dans vos communautés, du plus récent au plus ancien.",
        "What is being said in your communities, newest first.";
    home_empty: "La cour est calme", "The yard is quiet";
    home_empty_text: "Ici s’affichera ce qui s’écrit dans vos communautés. Trouvez-en une qui vous ressemble, et dites bonjour\u{202f}!",
        "What is written in your communities will show here. Find one that suits you, and say hello!";
    home_empty_write: "Ici s’affichera ce qui s’écrit dans vos communautés. Le premier mot est le plus difficile\u{202f}: un bonjour suffit.",
        "What is written in your communities will show here. The first word is the hardest: a hello will do.";
    find_communities: "Trouver une communauté", "Find a community";
    community_empty: "Personne n’a encore rien écrit ici", "Nobody has written here yet";
    community_empty_text: "Une question, une idée, un bonjour\u{202f}: le premier mot ouvre la conversation.",
        "A question, an idea, a hello: the first word opens the conversation.";
    community_empty_reader: "Rejoignez la communauté pour écrire le premier mot.", "Join the community to write the first word.";
    the_end: "Il n’y a rien de plus ancien.", "There is nothing older.";
    older: "Publications plus anciennes", "Older posts";
    feed: "Publications", "Posts";
    home_lead_active: "Ce qui se dit dans vos communautés\u{a0}: là où l’on vient d’écrire d’abord.",
        "What is being said in your communities, where somebody has just written first.";
    order: "Ordre des publications", "Order of the posts";
    by_newest: "Publications récentes", "Newest posts";
    by_active: "Conversations récentes", "Latest activity";
    new_one: "1 nouvelle publication", "1 new post";
    new_many: "{n} nouvelles publications", "{n} new posts";
    new_some: "De nouvelles publications", "New posts";
    look_for_news: "Voir s’il y a du nouveau", "See whether there is anything new";
    rare_voice: "Première publication depuis longtemps", "First post in a long while";
    other_posts(n: usize, name: &str):
        match n { 1 => format!("1 autre publication de {name}"), n => format!("{n} autres publications de {name}") },
        match n { 1 => format!("1 other post by {name}"), n => format!("{n} other posts by {name}") };
    save_for_later: "Garder pour plus tard", "Save for later";
    mute: "Masquer…", "Mute…";
    show: "Afficher", "Show";
    muted_words_of(name: &str): format!("Masqué\u{a0}: {name}"), format!("Muted: {name}");
    who_reacted: "Qui a réagi", "Who reacted";
    nobody_reacted: "Personne n’a encore réagi ainsi.", "Nobody has reacted so yet.";
    count_reactions(n: u64):
        match n { 0 => String::from("Aucune réaction"), 1 => String::from("1 réaction"), n => format!("{n} réactions") },
        match n { 0 => String::from("No reaction"), 1 => String::from("1 reaction"), n => format!("{n} reactions") };

    write_something: "Écrire à une communauté…", "Write to a community…";
    write_here: "Écrire à la communauté…", "Write to the community…";
    composer: "Écrire une publication", "Write a post";
    community: "Communauté", "Community";
    choose_community: "Choisissez la communauté", "Choose the community";
    kind: "Genre de publication", "Kind of post";
    title: "Titre", "Title";
    body: "Votre message", "Your message";
    body_hint: "Vous pouvez mettre en forme\u{a0}: **gras**, _italique_, - liste, # titre. Les adresses deviennent des liens\u{202f}; @Prénom Nom appelle quelqu’un, #mot classe la publication.",
        "You can format: **bold**, _italic_, - list, # heading. Addresses become links; @First Last calls somebody, #word files the post.";
    pictures: "Images", "Pictures";
    pictures_hint(most: usize, album: usize):
        format!("Jusqu’à {most} images JPEG, PNG, WebP ou GIF ({album} dans un album), de 12\u{a0}Mo et 50\u{a0}millions de pixels au plus. Leur lieu et leur date de prise de vue sont effacés."),
        format!("Up to {most} JPEG, PNG, WebP or GIF pictures ({album} in an album), 12\u{a0}MB and 50\u{a0}million pixels each at most. Where and when they were taken is erased.");
    order_hint: "Changez un numéro pour déplacer une image.", "Change a number to move a picture.";
    alt_of(n: usize): format!("Ce que montre l’image {n}"), format!("What picture {n} shows");
    place_of(n: usize): format!("Place de l’image {n}"), format!("Place of picture {n}");
    remove_picture(n: usize): format!("Retirer l’image {n}"), format!("Take off picture {n}");
    describe_reminder: "Pas encore décrite\u{a0}: les personnes qui ne voient pas les images n’en sauront rien.",
        "Not described yet: people who cannot see pictures will not know.";
    picture_of(n: usize, count: usize): format!("Image {n} sur {count}"), format!("Picture {n} of {count}");
    picture_before: "Image précédente", "Previous picture";
    picture_after: "Image suivante", "Next picture";
    all_pictures(count: usize): format!("Voir les {count} images"), format!("See all {count} pictures");
    files: "Fichiers", "Files";
    files_hint(most: usize, limit: &str):
        format!("Jusqu’à {most} fichiers PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV ou TXT, de {limit} au plus."),
        format!("Up to {most} PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV or TXT files, {limit} each at most.");
    kept_files: "Fichiers déjà reçus", "Files already received";
    remove_file(name: &str): format!("Retirer {name}"), format!("Take off {name}");
    album: "Album", "Album";
    link: "Lien", "Link";
    url: "Adresse de la page", "Address of the page";
    url_hint: "Son titre et son image s’afficheront sous votre message, si la page les donne.",
        "Its title and picture will show under your message, if the page gives them.";
    preview_coming: "L’aperçu de cette page arrive.", "The preview of this page is on its way.";
    preview_again: "Lien sans aperçu pour l’instant\u{a0}: la page n’a pas répondu, on réessaiera.", "Link without a preview for now: the page did not answer, we will try again.";
    no_preview: "Lien sans aperçu\u{a0}: la page n’en donne pas, ou n’a pas répondu.", "Link without a preview: the page gives none, or did not answer.";
    album_hint(most: usize): format!("Donnez un titre à l’album et choisissez ses images ci-dessous, {most} au plus\u{a0}: elles s’ouvriront une à une."),
        format!("Give the album a title and choose its pictures below, {most} at most: they open one by one.");
    alt: "Ce que montrent les images", "What the pictures show";
    alt_hint: "Une ligne par image, dans l’ordre, pour les personnes qui ne les voient pas.",
        "One line a picture, in order, for people who cannot see them.";
    kept_pictures: "Images déjà reçues", "Pictures already received";
    publish: "Publier", "Publish";
    formatting: "Mise en forme", "Formatting";
    bold: "Gras", "Bold";
    italic: "Italique", "Italic";
    make_link: "Lien", "Link";
    make_list: "Liste", "List";
    make_quote: "Citation", "Quote";
    make_code: "Code", "Code";
    names: "Noms proposés", "Names offered";
    preview: "Aperçu", "Preview";
    tag_title(tag: &str): format!("#{tag}"), format!("#{tag}");
    tag_lead: "Ce qui s’est écrit sous ce mot-clé là où vous pouvez lire, du plus récent au plus ancien.",
        "What was written under this hashtag where you may read, newest first.";
    tag_empty: "Rien sous ce mot-clé", "Nothing under this hashtag";
    tag_empty_text: "Aucune publication que vous pouvez lire ne le porte. Il suffit d’écrire # devant un mot pour en poser un.",
        "No post that you may read has it. Write # before a word to set one.";
    schedule: "Publier plus tard", "Publish later";
    publish_at: "Publier le", "Publish on";
    publish_at_hint(zone: &str, days: i64):
        format!("Heure de l’organisation ({zone}), d’ici {days} jours au plus. Laissez vide pour publier maintenant."),
        format!("The organisation’s time ({zone}), within {days} days. Leave empty to publish now.");
    later_title: "Publications programmées", "Scheduled posts";
    later_lead: "Elles paraîtront à l’heure dite, si vous pouvez alors encore y publier.",
        "They will come out at their time, if you may still publish there then.";
    later_empty: "Rien n’attend son heure", "Nothing waits for its time";
    later_empty_text: "En écrivant une publication, ouvrez «\u{a0}Publier plus tard\u{a0}» pour choisir un jour et une heure.",
        "While writing a post, open “Publish later” to choose a day and a time.";
    later_by(name: &str): format!("par {name}"), format!("by {name}");
    later_held: "N’a pas été publiée", "Was not published";
    later_kept: "Le texte est gardé\u{a0}: choisissez une autre heure, ou supprimez-le.",
        "The text is kept: choose another time, or drop it.";
    later_held_home: "Une publication que vous aviez programmée n’a pas pu paraître. Son texte est gardé.",
        "A post you had scheduled could not come out. Its text is kept.";
    later_see: "Voir pourquoi", "See why";
    later_now: "Publier maintenant", "Publish now";
    later_drop: "Supprimer cette publication programmée", "Drop this scheduled post";
    later_pictures(n: usize):
        match n { 1 => String::from("Une image l’accompagne."), n => format!("{n} images l’accompagnent.") },
        match n { 1 => String::from("A picture goes with it."), n => format!("{n} pictures go with it.") };
    later_files(n: usize):
        match n { 1 => String::from("Un fichier l’accompagne."), n => format!("{n} fichiers l’accompagnent.") },
        match n { 1 => String::from("A file goes with it."), n => format!("{n} files go with it.") };
    later_link(url: &str): format!("Lien vers {url}"), format!("Link to {url}");
    translate: "Version dans l’autre langue", "Version in the other language";
    second_version: "La même publication dans l’autre langue", "The same post in the other language";
    second_version_lead: "Chaque personne lit d’abord la version dans sa langue, avec un lien vers l’autre.",
        "Everybody reads the version in their language first, with a link to the other.";
    first_version: "Première version", "First version";
    first_language: "La première version est en", "The first version is in";
    second_alts_hint: "Laissée vide, une description reste celle de la première version.", "Left empty, a description stays that of the first version.";
    second_options: "Les réponses proposées", "The answers offered";
    second_options_hint: "Laissée vide, une réponse reste dans les mots de la première version.", "Left empty, an answer stays in the words of the first version.";
    option_of(n: usize): format!("Réponse {n}"), format!("Answer {n}");
    in_first(words: &str): format!("Première version\u{a0}: {words}"), format!("First version: {words}");
    beside_was: "Descriptions et réponses proposées", "Descriptions and answers offered";
    second_body: "Le texte dans l’autre langue", "The text in the other language";
    drop_version: "Retirer cette version", "Take this version away";
    version_older: "Plus ancienne que l’autre version", "Older than the other version";
    draft_kept: "Brouillon repris de cet appareil.", "Draft taken up from this device.";

    post_of(name: &str): format!("Publication de {name}"), format!("Post by {name}");
    post_in(name: &str, community: &str): format!("Publication de {name}, {community}"), format!("Post by {name}, {community}");
    edited: "modifié", "edited";
    read_on: "Lire la suite", "Read on";
    read_on_about(what: &str): format!("Lire la suite\u{a0}: {what}"), format!("Read on: {what}");
    actions_on(name: &str): format!("Actions sur la publication de {name}"), format!("Actions on the post by {name}");
    actions_on_comment(name: &str): format!("Actions sur le commentaire de {name}"), format!("Actions on the comment by {name}");
    edit: "Modifier", "Edit";
    delete: "Supprimer…", "Delete…";
    picture_undescribed(name: &str): format!("Image jointe par {name}, sans description"), format!("Picture attached by {name}, not described");
    question: "Question", "Question";
    announcement: "Annonce", "Announcement";
    idea: "Idée", "Idea";
    discussion: "Discussion", "Discussion";

    accepted_answer: "Réponse acceptée", "Accepted answer";
    read_answer: "Lire la réponse", "Read the answer";
    read_answer_of(name: &str): format!("Lire la réponse de {name}"), format!("Read the answer by {name}");
    accept_answer: "Accepter cette réponse", "Accept this answer";
    withdraw_answer: "Ne plus accepter cette réponse", "No longer accept this answer";

    support: "Soutenir l’idée", "Support the idea";
    support_no_more: "Ne plus soutenir", "Withdraw support";
    supporters(n: u64):
        match n { 0 => String::from("Personne ne la soutient encore"), 1 => String::from("1 personne la soutient"), n => format!("{n} personnes la soutiennent") },
        match n { 0 => String::from("Nobody supports it yet"), 1 => String::from("1 person supports it"), n => format!("{n} people support it") };
    judge_idea: "Dire où en est l’idée", "Say where the idea stands";
    idea_stands: "Où en est l’idée", "Where the idea stands";
    idea_no_state: "Rien à dire pour l’instant", "Nothing to say for now";
    idea_note: "Un mot d’explication", "A word of explanation";
    idea_note_hint: "Ce qui a décidé, ce qui vient ensuite.", "What decided it, what comes next.";
    under_study: "À l’étude", "Under study";
    kept: "Retenue", "Accepted";
    idea_done: "Réalisée", "Done";
    dropped: "Écartée", "Set aside";

    poll: "Sondage", "Poll";
    praise: "Bravo à…", "Praise";
    bravo_to: "Bravo à", "Well done,";
    and: " et ", " and ";
    praised: "À qui\u{202f}?", "To whom?";
    praised_hint(most: usize):
        format!("Un nom ou une adresse par ligne, {most} personnes au plus. Dites pourquoi dans le message."),
        format!("One name or address a line, {most} people at most. Say why in the message.");
    poll_options: "Réponses proposées", "Answers to choose from";
    poll_options_hint(least: usize, most: usize, length: usize):
        format!("Une par ligne, de {least} à {most}, {length} caractères au plus chacune. La question est le titre."),
        format!("One a line, {least} to {most}, {length} characters each at most. The question is the title.");
    poll_how_many: "Combien de réponses par personne\u{202f}?", "How many answers a person?";
    poll_single: "Une seule", "One";
    poll_single_hint: "On choisit entre elles.", "One chooses between them.";
    poll_multiple: "Plusieurs", "Several";
    poll_multiple_hint: "On prend toutes celles qui conviennent.", "One takes all that suit.";
    poll_whose: "Vote", "Vote";
    poll_named: "Nominatif", "Named";
    poll_named_hint: "On voit qui a voté quoi, et le vote peut changer jusqu’à la fin.",
        "People see who voted what, and a vote may change until the end.";
    poll_anonymous: "Anonyme", "Anonymous";
    poll_anonymous_hint: "Aucun bulletin n’est relié à une personne\u{a0}: le vote ne peut pas changer. Résultats à la fin, si cinq personnes ont voté.",
        "No ballot is linked to a person: a vote cannot change. Results at the end, if five people have voted.";
    poll_end: "Fin du sondage", "End of the poll";
    poll_end_hint(days: i64): format!("Dans {days} jours au plus tard."), format!("Within {days} days.");
    choose_one: "Votre réponse", "Your answer";
    choose_several: "Vos réponses, une ou plusieurs", "Your answers, one or several";
    vote: "Voter", "Vote";
    vote_otherwise: "Changer mon vote", "Change my vote";
    vote_is_final: "Le vote est anonyme\u{a0}: une fois déposé, votre bulletin ne peut plus être changé, ni par vous, ni par personne.",
        "The vote is anonymous: once cast, your ballot cannot be changed, by you or by anybody.";
    have_voted: "Vous avez voté.", "You have voted.";
    your_vote(what: &str): format!("Votre vote\u{a0}: {what}"), format!("Your vote: {what}");
    votes: "Votes", "Votes";
    option: "Réponse", "Answer";
    voters(n: u64):
        match n { 0 => String::from("Personne n’a encore voté"), 1 => String::from("1 personne a voté"), n => format!("{n} personnes ont voté") },
        match n { 0 => String::from("Nobody has voted yet"), 1 => String::from("1 person has voted"), n => format!("{n} people have voted") };
    poll_ends(when: &str): format!("Jusqu’au {when}"), format!("Until {when}");
    poll_ended(when: &str): format!("Terminé le {when}"), format!("Ended on {when}");
    results_after_vote: "Les résultats s’affichent une fois que vous avez voté.", "The results show once you have voted.";
    results_after_end: "Les résultats s’afficheront à la fin.", "The results will show at the end.";
    results_after_end_anonymous(least: u64):
        format!("Les résultats s’afficheront à la fin, si {least} personnes au moins ont voté\u{a0}: avant, ils diraient qui a voté quoi."),
        format!("The results will show at the end, if at least {least} people have voted: earlier they would tell who voted what.");
    results_too_few(least: u64):
        format!("Moins de {least} personnes ont voté\u{a0}: les résultats restent secrets, parce qu’ils diraient qui a voté quoi."),
        format!("Fewer than {least} people voted: the results stay closed, because they would tell who voted what.");
    who_voted_what: "Qui a voté quoi", "Who voted what";

    pin: "Épingler…", "Pin…";
    pin_it: "Épingler", "Pin";
    unpin: "Ne plus épingler", "Unpin";
    pin_until: "Jusqu’au", "Until";
    pin_hint(most: usize, days: i64):
        format!("En haut du fil de la communauté\u{a0}: {most} publications au plus. Sans date, {days} jours."),
        format!("On top of the community’s feed: {most} posts at most. Without a date, {days} days.");
    pinned_until(day: &str): format!("Épinglée jusqu’au {day}"), format!("Pinned until {day}");

    confirm_reading: "J’ai lu", "I have read this";
    have_read: "Vous avez confirmé votre lecture.", "You have confirmed that you read this.";
    count_readers(n: u64):
        match n { 0 => String::from("Aucune lecture confirmée"), 1 => String::from("1 lecture confirmée"), n => format!("{n} lectures confirmées") },
        match n { 0 => String::from("No reading confirmed"), 1 => String::from("1 reading confirmed"), n => format!("{n} readings confirmed") };
    readers: "Lectures confirmées", "Readings confirmed";
    read_by(n: u64, members: u64):
        format!("{}, pour {members} membres aujourd’hui.", count_readers(Lang::Fr, n)),
        format!("{}, of {members} members today.", count_readers(Lang::En, n));
    not_read: "Pas encore", "Not yet";
    has_read: "C’est lu", "Have read";
    nobody_has_read: "Personne n’a encore confirmé sa lecture.", "Nobody has confirmed reading it yet.";
    everybody_has_read: "Tout le monde a confirmé sa lecture.", "Everybody has confirmed reading it.";
    more_people: "Personnes suivantes", "Next people";

    reactions: "Réactions", "Reactions";
    bravo: "Bravo", "Well done";
    thanks: "Merci", "Thanks";
    useful: "Utile", "Useful";
    moved: "Ça me touche", "Touching";
    curious: "Ça m’intrigue", "Curious";
    with_you: "Avec vous", "With you";

    comments: "Commentaires", "Comments";
    no_comments: "Commenter", "Comment";
    no_comments_read: "Aucun commentaire", "No comments";
    count_comments(n: u64):
        match n { 1 => String::from("1 commentaire"), n => format!("{n} commentaires") },
        match n { 1 => String::from("1 comment"), n => format!("{n} comments") };
    first_comment: "Pas encore de commentaire. Une question, un merci\u{202f}? C’est ici.",
        "No comments yet. A question, a thank you? This is the place.";
    nobody_comments: "Pas encore de commentaire.", "No comments yet.";
    join_to_comment: "Rejoignez la communauté pour commenter et réagir.", "Join the community to comment and react.";
    see_community: "Voir la communauté", "See the community";
    your_comment: "Votre commentaire", "Your comment";
    send_comment: "Publier le commentaire", "Post the comment";
    more_comments: "Commentaires suivants", "Next comments";

    answer: "Répondre", "Answer";
    answer_to(name: &str): format!("Répondre à {name}"), format!("Answer {name}");
    answers_to: "à", "to";
    your_answer_to(name: &str): format!("Votre réponse à {name}"), format!("Your answer to {name}");
    more_answers(n: u64):
        match n { 1 => String::from("1 autre réponse"), n => format!("{n} autres réponses") },
        match n { 1 => String::from("1 more answer"), n => format!("{n} more answers") };
    all_answers(n: u64): format!("Toutes les réponses ({n})"), format!("All {n} answers");
    comment_gone: "Ce commentaire a été supprimé.", "This comment was deleted.";

    minor: "Modification mineure", "Minor edit";
    minor_hint: "Une coquille, une virgule\u{a0}: la version d’avant est gardée, sans marque sur la publication.",
        "A typo, a comma: the earlier version is kept, without a mark on the post.";
    minor_edit: "modification mineure", "minor edit";
    see_versions: "Voir les versions", "See the versions";
    versions: "Versions précédentes", "Earlier versions";
    versions_lead: "Ce que disait la publication avant d’être modifiée, de la plus récente à la plus ancienne.",
        "What the post said before it was changed, the latest first.";
    no_versions: "La publication n’a pas été modifiée.", "The post has not been changed.";
    until: "Jusqu’à\u{a0}:", "Until:";
    older_versions: "Versions plus anciennes", "Older versions";

    edit_post: "Modifier la publication", "Edit the post";
    edit_comment: "Modifier le commentaire", "Edit the comment";
    save: "Enregistrer", "Save";
    cancel: "Annuler", "Cancel";
    confirm_post: "Supprimer cette publication\u{202f}?", "Delete this post?";
    confirm_post_text: "Ses commentaires, ses réactions et ses images disparaîtront avec elle. On ne peut pas revenir en arrière.",
        "Its comments, reactions and pictures will go with it. This cannot be undone.";
    confirm_comment: "Supprimer ce commentaire\u{202f}?", "Delete this comment?";
    confirm_comment_text: "On ne peut pas revenir en arrière.", "This cannot be undone.";
    confirm_delete: "Supprimer", "Delete";
}

/// A language by the name the page gives it.
pub fn written_in(lang: Lang, of: Lang) -> &'static str {
    match (lang, of) {
        (Lang::Fr, Lang::Fr) => "Français",
        (Lang::Fr, Lang::En) => "Anglais",
        (Lang::En, Lang::Fr) => "French",
        (Lang::En, Lang::En) => "English",
    }
}

/// What the second version was called in the history.
pub fn version_in(lang: Lang, of: Lang) -> &'static str {
    match (lang, of) {
        (Lang::Fr, Lang::Fr) => "Version en français",
        (Lang::Fr, Lang::En) => "Version en anglais",
        (Lang::En, Lang::Fr) => "Version in French",
        (Lang::En, Lang::En) => "Version in English",
    }
}

pub fn read_in(lang: Lang, of: Lang) -> &'static str {
    match (lang, of) {
        (Lang::Fr, Lang::Fr) => "Lire en français",
        (Lang::Fr, Lang::En) => "Lire en anglais",
        (Lang::En, Lang::Fr) => "Read in French",
        (Lang::En, Lang::En) => "Read in English",
    }
}

pub fn kind_name(lang: Lang, kind: PostKind) -> &'static str {
    match kind {
        PostKind::Discussion => discussion(lang),
        PostKind::Question => question(lang),
        PostKind::Announcement => announcement(lang),
        PostKind::Idea => idea(lang),
        PostKind::Poll => poll(lang),
        PostKind::Praise => praise(lang),
        PostKind::Album => album(lang),
        PostKind::Link => link(lang),
    }
}

pub fn idea_state(lang: Lang, state: IdeaState) -> &'static str {
    match state {
        IdeaState::UnderStudy => under_study(lang),
        IdeaState::Kept => kept(lang),
        IdeaState::Done => idea_done(lang),
        IdeaState::Dropped => dropped(lang),
    }
}

pub fn reaction_name(lang: Lang, reaction: Reaction) -> &'static str {
    match reaction {
        Reaction::Bravo => bravo(lang),
        Reaction::Thanks => thanks(lang),
        Reaction::Useful => useful(lang),
        Reaction::Moved => moved(lang),
        Reaction::Curious => curious(lang),
        Reaction::WithYou => with_you(lang),
    }
}
