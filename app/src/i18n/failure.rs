//! How refusals and faults read.

use domain::{Failure, Lang, Reason, form::Fault};

texts! {
    back_home: "Revenir à l’accueil", "Back to the home page";
    request(id: &str): format!("Référence de la demande : {id}"), format!("Request reference: {id}");
    not_found_title: "Cette page n’existe pas", "There is no such page";
    not_found: "Elle a pu être déplacée ou supprimée, ou bien elle ne vous est pas destinée.",
        "It may have moved or been deleted, or it is not meant for you.";
    forbidden_title: "Ce n’est pas possible ici", "This cannot be done here";
    forbidden: "Votre rôle ne permet pas cette action. L’équipe d’animation peut vous aider.",
        "Your role does not allow this. The animators can help you.";
    origin_title: "Cette demande vient d’ailleurs", "This request came from elsewhere";
    origin: "Par prudence, rien n’a été fait. Rechargez la page, puis recommencez.",
        "To be safe, nothing was done. Reload the page and try again.";
    throttled_title: "Un instant", "One moment";
    throttled(seconds: u64): format!("Trop d’essais en peu de temps. Réessayez dans {}.", wait(Lang::Fr, seconds)),
        format!("Too many tries in a short time. Try again in {}.", wait(Lang::En, seconds));
    too_large_title: "C’est trop volumineux", "That is too large";
    too_large(limit: u64): format!("L’envoi dépasse {}. Réduisez les images, puis recommencez.", size(Lang::Fr, limit)),
        format!("It is over {}. Make the pictures smaller and try again.", size(Lang::En, limit));
    too_long_text(limit: u64): format!("Le texte dépasse {}. Raccourcissez-le, puis recommencez.", size(Lang::Fr, limit)),
        format!("The text is over {}. Shorten it and try again.", size(Lang::En, limit));
    cut_title: "L’envoi s’est interrompu", "The upload was cut";
    cut: "La connexion était trop lente, ou s’est coupée. Ce qui est arrivé est encore là : recommencez, avec des images plus légères s’il le faut.",
        "The connection was too slow, or broke. What arrived is still here: try again, with smaller pictures if need be.";
    picture: "Cette image n’a pas pu être lue. Choisissez un fichier JPEG, PNG, WebP ou GIF.",
        "That picture could not be read. Choose a JPEG, PNG, WebP or GIF file.";
    unavailable_title: "Le préau ne répond pas", "The house does not answer";
    unavailable: "Rien n’a été enregistré. Réessayez dans un instant.", "Nothing was saved. Try again in a moment.";
    late_title: "La réponse se fait attendre", "The answer is late";
    late: "Nous avons cessé de l’attendre. Réessayez dans un instant : un formulaire envoyé deux fois ne compte qu’une fois.",
        "We stopped waiting for it. Try again in a moment: a form sent twice counts once.";
    internal_title: "Quelque chose s’est mal passé", "Something went wrong";
    internal: "C’est de notre fait. Réessayez ; si cela dure, donnez la référence ci-dessous à l’administration.",
        "It is our fault. Try again; if it goes on, give the reference below to the administrators.";
    form_title: "À corriger", "To correct";
    form: "Certains champs sont à revoir.", "Some fields need another look.";
    sign_in_title: "Qui êtes-vous ?", "Who are you?";
    sign_in: "Votre session est terminée. Connectez-vous pour continuer.",
        "Your session has ended. Sign in to go on.";
    conflict_title: "Ce n’est plus possible", "No longer possible";
}

fn wait(lang: Lang, seconds: u64) -> String {
    match seconds.div_ceil(60) {
        _ if seconds < 60 => format!("{seconds} {}", lang.plural(seconds, "s", "s")),
        minutes => format!("{minutes} min"),
    }
}

/// A size as people say it: in kilobytes below a megabyte.
pub fn size(lang: Lang, bytes: u64) -> String {
    let (count, french, english) = match bytes {
        0..1_000_000 => (bytes / 1000, "ko", "kB"),
        _ => (bytes / 1_000_000, "Mo", "MB"),
    };
    let unit = match lang {
        Lang::Fr => french,
        Lang::En => english,
    };
    format!("{count}\u{a0}{unit}")
}

/// The heading over a page that is not shown.
pub fn title(lang: Lang, reason: &Reason) -> &'static str {
    match reason {
        Reason::NotFound => not_found_title(lang),
        Reason::Forbidden => forbidden_title(lang),
        Reason::Origin => origin_title(lang),
        Reason::Throttled { .. } => throttled_title(lang),
        Reason::TooLarge { .. } => too_large_title(lang),
        Reason::Cut => cut_title(lang),
        Reason::Unavailable => unavailable_title(lang),
        Reason::Late => late_title(lang),
        Reason::Internal => internal_title(lang),
        Reason::SignIn => sign_in_title(lang),
        Reason::Form | Reason::Picture | Reason::Preview { .. } => form_title(lang),
        Reason::Account(_)
        | Reason::Community(_)
        | Reason::Feed(_)
        | Reason::Event(_)
        | Reason::Carpool(_) => conflict_title(lang),
    }
}

/// What happened and what to do, in one or two sentences.
pub fn reason(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::NotFound => not_found(lang).into(),
        Reason::Forbidden => forbidden(lang).into(),
        Reason::Origin => origin(lang).into(),
        Reason::Throttled { seconds } => throttled(lang, *seconds),
        // Pictures may weigh megabytes; what weighs less and is too much is text.
        Reason::TooLarge { limit: limit @ 0..1_000_000 } => too_long_text(lang, *limit),
        Reason::TooLarge { limit } => too_large(lang, *limit),
        Reason::Cut => cut(lang).into(),
        Reason::Picture => picture(lang).into(),
        Reason::Unavailable => unavailable(lang).into(),
        Reason::Late => late(lang).into(),
        Reason::Internal => internal(lang).into(),
        Reason::SignIn => sign_in(lang).into(),
        Reason::Form | Reason::Preview { .. } => form(lang).into(),
        Reason::Account(error) => crate::accounts::failure::sentence(lang, error).into(),
        Reason::Community(error) => crate::communities::failure::sentence(lang, error).into(),
        Reason::Feed(error) => crate::feed::failure::sentence(lang, error).into(),
        Reason::Event(error) => crate::events::failure::sentence(lang, error).into(),
        Reason::Carpool(error) => crate::carpool::failure::sentence(lang, error).into(),
    }
}

/// All of it, for where there is one line: the faults, or the reason.
pub fn line(lang: Lang, failure: &Failure) -> String {
    match failure.fields.first() {
        Some((_, first)) if failure.reason == Reason::Form => fault(lang, first),
        _ => reason(lang, &failure.reason),
    }
}

texts! {
    required: "Ce champ est à remplir.", "Please fill this in.";
    too_short(min: usize): format!("Il faut au moins {min} caractères."), format!("At least {min} characters, please.");
    too_long(max: usize): format!("C’est trop long : {max} caractères au plus."), format!("Too long: {max} characters at most.");
    out_of_range(min: i64, max: i64): format!("Indiquez un nombre entre {min} et {max}."),
        format!("Give a number between {min} and {max}.");
    email: "Indiquez une adresse complète, comme prenom.nom@exemple.fr.",
        "Give a full address, such as name@example.org.";
    address: "Indiquez l’adresse d’une page, comme https://exemple.fr/page.",
        "Give the address of a page, such as https://example.org/page.";
    choice: "Choisissez une des possibilités proposées.", "Choose one of the options.";
    moment: "Indiquez une date et une heure valides.", "Give a valid date and time.";
    past: "Ce moment est déjà passé.", "That moment has passed.";
    end_before_start: "La fin doit venir après le début.", "The end has to come after the start.";
    soon(minutes: i64): format!("C’est trop tôt : comptez au moins {minutes} minutes, ou publiez maintenant."),
        format!("That is too soon: allow at least {minutes} minutes, or publish now.");
    too_far: "C’est trop loin dans le temps.", "That is too far ahead.";
    taken: "C’est déjà pris.", "That is taken already.";
    place: "Nous ne connaissons pas ce lieu. Écrivez le nom d’une commune ou son code postal.",
        "We do not know that place. Write the name of a commune or its postcode.";
    same: "Il faut deux réponses différentes.", "Two different answers are needed.";
    mismatch: "Les deux saisies diffèrent.", "The two entries differ.";
    guessable: "Ce mot de passe serait vite deviné. Assemblez plutôt quelques mots sans rapport.",
        "That password would soon be guessed. Put a few unrelated words together instead.";
    password: "Ce n’est pas votre mot de passe actuel.", "That is not your current password.";
    too_few(min: usize): format!("Il en faut au moins {min}."), format!("At least {min} are needed.");
    too_many(max: usize): format!("Il y en a trop : {max} au plus."), format!("Too many: {max} at most.");
    mentions(max: usize): format!("Ce texte cite trop de monde avec @ : {max} personnes ou communautés au plus."),
        format!("This text calls too many with @: {max} people or communities at most.");
    tags(max: usize): format!("Ce texte a trop de mots-clés : {max} au plus."), format!("This text has too many hashtags: {max} at most.");
    heavy(limit: u64): format!("Cette image dépasse {}. Choisissez-en une plus légère, ou réduisez-la.", size(Lang::Fr, limit)),
        format!("That picture is over {}. Choose a lighter one, or make it smaller.", size(Lang::En, limit));
    heavy_file(limit: u64): format!("Ce fichier dépasse {}. Partagez-en une version plus légère, ou le lien vers l’endroit où il se trouve.", size(Lang::Fr, limit)),
        format!("That file is over {}. Share a lighter version, or a link to where it is.", size(Lang::En, limit));
    picture_format(name: &str): format!("Cette image est au format {name}, que Préau ne lit pas. Enregistrez-la en JPEG, puis choisissez-la à nouveau\u{202f}; sur un iPhone\u{a0}: Réglages, Appareil photo, Formats, «\u{a0}Le plus compatible\u{a0}»."),
        format!("That picture is in the {name} format, which Préau does not read. Save it as JPEG, then choose it again; on an iPhone: Settings, Camera, Formats, “Most Compatible”.");
    not_a_picture(name: &str): format!("C’est un fichier {name}, pas une photo. Choisissez une image JPEG, PNG, WebP ou GIF."),
        format!("That is a {name} file, not a photo. Choose a JPEG, PNG, WebP or GIF picture.");
    wide(megapixels: u64): format!("Cette image dépasse {megapixels} millions de pixels. Réduisez-la, puis choisissez-la à nouveau."),
        format!("That picture has more than {megapixels} million pixels. Make it smaller, then choose it again.");
    file_kind: "Ce genre de fichier ne peut pas être joint. Sont acceptés\u{a0}: PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV et TXT.",
        "That kind of file cannot be attached. Accepted: PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV and TXT.";
    disguised: "Le contenu de ce fichier n’est pas celui que son nom annonce, ou il contient des macros. Enregistrez-le à nouveau depuis le logiciel qui l’a créé.",
        "What is in this file is not what its name says, or it has macros. Save it again from the program that made it.";
    empty_file: "Ce fichier est vide.", "That file is empty.";
    lost_file: "Ce fichier n’est plus disponible. Choisissez-le à nouveau.", "That file is no longer available. Choose it again.";
    oneself: "Choisissez d’autres personnes que vous.", "Choose people other than yourself.";
    person: "Nous ne trouvons personne à ce nom ni à cette adresse.", "We find nobody of that name or address.";
}

/// What is wrong with a field, and how to put it right.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Required => required(lang).into(),
        Fault::TooShort { min } => too_short(lang, *min),
        Fault::TooLong { max } => too_long(lang, *max),
        Fault::OutOfRange { min, max } => out_of_range(lang, *min, *max),
        Fault::Email => email(lang).into(),
        Fault::Address => address(lang).into(),
        Fault::Choice => choice(lang).into(),
        Fault::Moment => moment(lang).into(),
        Fault::Past => past(lang).into(),
        Fault::EndBeforeStart => end_before_start(lang).into(),
        Fault::Soon { minutes } => soon(lang, *minutes),
        Fault::TooFar => too_far(lang).into(),
        Fault::Taken => taken(lang).into(),
        Fault::Place => place(lang).into(),
        Fault::Same => same(lang).into(),
        Fault::Mismatch => mismatch(lang).into(),
        Fault::Guessable => guessable(lang).into(),
        Fault::Password => password(lang).into(),
        Fault::TooFew { min } => too_few(lang, *min),
        Fault::TooMany { max } => too_many(lang, *max),
        Fault::Mentions { max } => mentions(lang, *max),
        Fault::Tags { max } => tags(lang, *max),
        Fault::Person => person(lang).into(),
        Fault::Oneself => oneself(lang).into(),
        Fault::Picture => picture(lang).into(),
        // What people's phones make can be made otherwise; the rest was chosen by mistake.
        Fault::Format { name } if ["AVIF", "HEIC", "HEIF"].contains(&name.as_str()) => {
            picture_format(lang, name)
        }
        Fault::Format { name } => not_a_picture(lang, name),
        Fault::Wide { megapixels } => wide(lang, *megapixels),
        Fault::Heavy { limit } => heavy(lang, *limit),
        Fault::HeavyFile { limit } => heavy_file(lang, *limit),
        Fault::FileKind => file_kind(lang).into(),
        Fault::Disguised => disguised(lang).into(),
        Fault::EmptyFile => empty_file(lang).into(),
        Fault::File => lost_file(lang).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_in_a_unit_that_is_not_nothing() {
        for (bytes, fr, en) in
            [(512_000, "512\u{a0}ko", "512\u{a0}kB"), (12_000_000, "12\u{a0}Mo", "12\u{a0}MB")]
        {
            let told = Reason::TooLarge { limit: bytes };
            assert!(reason(Lang::Fr, &told).contains(fr) && reason(Lang::En, &told).contains(en), "{bytes}");
            let told = Fault::Heavy { limit: bytes };
            assert!(fault(Lang::Fr, &told).contains(fr) && fault(Lang::En, &told).contains(en), "{bytes}");
        }
    }
}
