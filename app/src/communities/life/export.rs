//! A community as a text file: what the server sends to who takes it along, part by part.

use super::{page::told, texts as t};
use crate::{
    communities::{kinds, texts as shared},
    i18n::dates,
};
use domain::Lang;
use jiff::{Timestamp, tz::TimeZone};
use services::communities::life::{ExportHead, ExportPost, ExportWords};

/// What stands before the posts.
pub fn head(lang: Lang, zone: &TimeZone, now: Timestamp, head: &ExportHead) -> String {
    let found = &head.found;
    let moment = |at| dates::moment_year(lang, zone, now, at);
    let mut text = format!("# {}\n\n{}\n\n", found.name, found.summary);
    let today = dates::day_year(lang, now.to_zoned(zone.clone()).date());
    text.push_str(&format!("{}\n\n{}\n\n", kinds::kind(lang, found.kind), t::export_made(lang, &today)));
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
    text.push_str(&format!("### {}\n\n{}\n\n", t::export_animators(lang), head.animators.join(", ")));
    text.push_str(&format!("## {}\n\n", t::history(lang)));
    for line in &head.life {
        text.push_str(&format!("- {} ({})\n", told(lang, line), moment(line.at)));
        if !line.said.is_empty() {
            text.push_str(&quoted(&line.said, "  > "));
        }
    }
    text.push_str(&format!("\n## {}\n\n", shared::posts(lang)));
    text
}

/// One post with what was answered to it.
pub fn post(lang: Lang, zone: &TimeZone, now: Timestamp, post: &ExportPost) -> String {
    let mut text = String::from("---\n\n");
    if !post.title.is_empty() {
        text.push_str(&format!("### {}\n\n", post.title));
    }
    text.push_str(&signed(lang, zone, now, &post.words));
    text.push_str(&format!("{}\n\n", post.words.body));
    for (option, votes) in &post.options {
        let votes = votes.map(|votes| format!(" ({})", t::export_votes(lang, votes))).unwrap_or_default();
        text.push_str(&format!("- {option}{votes}\n"));
    }
    if !post.options.is_empty() {
        text.push('\n');
    }
    if !post.pictures.is_empty() {
        text.push_str(&format!("*{}* {}\n\n", t::export_pictures(lang), post.pictures.join(" · ")));
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
    format!("---\n\n{}\n", t::export_end(lang))
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
