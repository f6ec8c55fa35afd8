//! A community as a text file: what the server sends to who takes it along, part by part.

use super::{page::told, texts as t};
use crate::{
    communities::{
        decisions::{standing, texts as decided, things},
        kinds, texts as shared,
    },
    i18n::dates,
};
use domain::Lang;
use jiff::{Timestamp, tz::TimeZone};
use services::communities::life::{ExportDecision, ExportHead, ExportPost, ExportWords};

texts! {
    made(when: &str): format!("Contenu téléchargé le {when}."), format!("Content downloaded on {when}.");
    animators: "Animation", "Animators";
    pictures: "Images", "Pictures";
    files: "Fichiers", "Files";
    folder: "Dossier", "Folder";
    votes(n: u64): format!("{n} voix"), format!("{n} votes");
    the_end: "Fin du fichier.", "End of the file.";
}

/// What stands before what was decided and said.
pub fn head(lang: Lang, zone: &TimeZone, now: Timestamp, head: &ExportHead) -> String {
    let found = &head.found;
    let moment = |at| dates::moment_year(lang, zone, now, at);
    let mut text = format!("# {}\n\n{}\n\n", found.name, found.summary);
    let today = dates::day_year(lang, now.to_zoned(zone.clone()).date());
    text.push_str(&format!("{}\n\n{}\n\n", kinds::kind(lang, found.kind), made(lang, &today)));
    text.push_str(&format!("## {}\n\n", shared::charter(lang)));
    let charter = &head.charter;
    for (title, part) in [
        (shared::purpose(lang), &charter.purpose),
        (shared::audience(lang), &charter.audience),
        (shared::outside(lang), &charter.outside),
        (shared::rules(lang), &charter.rules),
        (shared::rituals(lang), &charter.rituals),
        (shared::calendar(lang), &charter.calendar),
        (shared::measures(lang), &charter.measures),
        (shared::review(lang), &charter.review_on),
    ] {
        if !part.is_empty() {
            text.push_str(&format!("### {title}\n\n{part}\n\n"));
        }
    }
    text.push_str(&format!("### {}\n\n{}\n\n", animators(lang), head.animators.join(", ")));
    text.push_str(&format!("## {}\n\n", t::history(lang)));
    for line in &head.life {
        text.push_str(&format!("- {} ({})\n", told(lang, line), moment(line.at)));
        if !line.said.is_empty() {
            text.push_str(&quoted(&line.said, "  > "));
        }
    }
    text.push_str(&format!("\n## {}\n\n", decided::decisions(lang)));
    text
}

/// One decision, and what came of it.
pub fn decision(lang: Lang, zone: &TimeZone, now: Timestamp, decision: &ExportDecision) -> String {
    let card = &decision.card;
    let when = dates::moment_year(lang, zone, now, card.created);
    let (_, standing, _) = standing(lang, card);
    let mut text = format!(
        "### {}\n\n{}. {standing}.\n\n",
        card.question,
        decided::proposed_by(lang, &card.by.name, &when)
    );
    if !decision.detail.is_empty() {
        text.push_str(&format!("{}\n\n", decision.detail));
    }
    for (thing, count) in
        things(lang, &card.choices, decided::abstained(lang)).into_iter().zip(&decision.counts)
    {
        text.push_str(&format!("- {thing} ({})\n", votes(lang, *count)));
    }
    if !decision.reasons.is_empty() {
        text.push('\n');
        text.push_str(&quoted(&decision.reasons, "> "));
    }
    text.push('\n');
    text
}

/// What stands between what was decided and what was said.
pub fn posts(lang: Lang) -> String {
    format!("## {}\n\n", shared::posts(lang))
}

/// One post with what was answered to it; `packed` when its pictures and files come beside the text, in the
/// folder that is then named.
pub fn post(lang: Lang, zone: &TimeZone, now: Timestamp, post: &ExportPost, packed: bool) -> String {
    let mut text = String::from("---\n\n");
    if !post.title.is_empty() {
        text.push_str(&format!("### {}\n\n", post.title));
    }
    text.push_str(&signed(lang, zone, now, &post.words));
    text.push_str(&format!("{}\n\n", post.words.body));
    if let Some(url) = &post.url {
        text.push_str(&format!("<{url}>\n\n"));
    }
    for (option, count) in &post.options {
        let count = count.map(|count| format!(" ({})", votes(lang, count))).unwrap_or_default();
        text.push_str(&format!("- {option}{count}\n"));
    }
    if !post.options.is_empty() {
        text.push('\n');
    }
    if !post.pictures.is_empty() {
        text.push_str(&format!("*{}* {}\n\n", pictures(lang), post.pictures.join(" · ")));
    }
    if !post.files.is_empty() {
        text.push_str(&format!("*{}* {}\n\n", files(lang), post.files.join(" · ")));
    }
    if packed && !post.media.is_empty() {
        text.push_str(&format!("*{}* {}\n\n", folder(lang), post.id));
    }
    for words in &post.comments {
        let mark = if words.within { "> > " } else { "> " };
        text.push_str(&quoted(&signed(lang, zone, now, words), mark));
        text.push_str(&quoted(&words.body, mark));
        text.push('\n');
    }
    text
}

/// What says that nothing is missing.
pub fn end(lang: Lang) -> String {
    format!("---\n\n{}\n", the_end(lang))
}

fn signed(lang: Lang, zone: &TimeZone, now: Timestamp, words: &ExportWords) -> String {
    format!("**{}** · {}\n\n", words.author, dates::moment_year(lang, zone, now, words.at))
}

fn quoted(text: &str, mark: &str) -> String {
    text.trim_end()
        .lines()
        .map(|line| format!("{mark}{line}\n"))
        .chain([format!("{}\n", mark.trim_end())])
        .collect()
}
