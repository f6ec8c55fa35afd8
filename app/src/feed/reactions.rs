//! What stands under a post: six buttons in one form, of which the one pressed is the reaction sent
//! (pressed again, it is withdrawn), and the way to the thread.
//!
//! Written as text, not as views: two out of three elements of a feed's page are here, all alike, and
//! building them one by one took most of the page's time.

use super::{card::Sheet, texts as t};
use domain::feed::{PostView, Reaction, Tally};
use leptos::prelude::*;

pub(super) fn icon(reaction: Reaction) -> &'static str {
    match reaction {
        Reaction::Bravo => "party-popper",
        Reaction::Thanks => "hand-heart",
        Reaction::Useful => "lightbulb",
        Reaction::Moved => "heart",
        Reaction::Curious => "telescope",
        Reaction::WithYou => "handshake",
    }
}

/// The foot of a post's card, as HTML. `thread` is the address of its comments. Those who may not
/// react see what others answered.
///
/// Nothing that people typed comes in here besides the page's address, which [`Sheet`] keeps escaped.
pub(super) fn foot(sheet: &Sheet, post: &str, view: &PostView, thread: &str) -> String {
    let lang = sheet.lang;
    let mut html = String::with_capacity(3_600);
    if view.writes {
        form(&mut html, sheet, post, &view.tally);
    } else {
        given(&mut html, sheet, &view.tally);
    }
    let comments = match (view.comments, view.writes) {
        (0, true) => t::no_comments(lang).to_owned(),
        (0, false) => t::no_comments_read(lang).to_owned(),
        (count, _) => t::count_comments(lang, count),
    };
    push(&mut html, &["<div class=\"post-ways\"><a class=\"post-comments\" href=\"", thread, "\">"]);
    draw(&mut html, sheet, "message-circle");
    push(&mut html, &[&comments, "</a>"]);
    if sheet.alone && view.tally.total() > 0 {
        push(&mut html, &["<a class=\"post-comments\" href=\"/posts/", post, "/reactions\">"]);
        push(&mut html, &[t::who_reacted(lang), "</a>"]);
    }
    keep(&mut html, sheet, post, view.stance.saved);
    let mute = t::mute(lang);
    push(&mut html, &["<a class=\"icon-button\" href=\"/posts/", post, "?mute=1\" title=\"", mute, "\">"]);
    draw(&mut html, sheet, if view.stance.muted { "bell-off" } else { "eye-off" });
    html.push_str("</a></div>");
    html
}

/// One button: kept for later, or not any more.
fn keep(html: &mut String, sheet: &Sheet, post: &str, saved: bool) {
    let lang = sheet.lang;
    let (value, pressed) = if saved { ("no", "true") } else { ("yes", "false") };
    let label = t::save_for_later(lang);
    push(
        html,
        &[
            "<form method=\"post\" action=\"",
            &sheet.save,
            "\"><input type=\"hidden\" name=\"post\" value=\"",
            post,
            "\"><input type=\"hidden\" name=\"next\" value=\"",
            &sheet.here,
            "#post-",
            post,
            "\"><button class=\"icon-button\" name=\"saved\" value=\"",
            value,
            "\" aria-pressed=\"",
            pressed,
            "\" title=\"",
            label,
            "\">",
        ],
    );
    draw(html, sheet, "bookmark");
    html.push_str("</button></form>");
}

fn form(html: &mut String, sheet: &Sheet, post: &str, tally: &Tally) {
    let lang = sheet.lang;
    push(
        html,
        &[
            "<form method=\"post\" action=\"",
            &sheet.react,
            "\" data-react><input type=\"hidden\" name=\"post\" value=\"",
            post,
            "\"><input type=\"hidden\" name=\"next\" value=\"",
            &sheet.here,
            "#post-",
            post,
            "\"><fieldset class=\"reactions\"><legend class=\"visually-hidden\">",
            t::reactions(lang),
            "</legend>",
        ],
    );
    for reaction in Reaction::ALL {
        let mine = tally.mine == Some(reaction);
        let word = if mine { "" } else { reaction.word() };
        let pressed = if mine { "true" } else { "false" };
        let name = t::reaction_name(lang, reaction);
        push(
            html,
            &[
                "<button class=\"reaction\" name=\"reaction\" value=\"",
                word,
                "\" aria-pressed=\"",
                pressed,
                "\" title=\"",
                name,
                "\">",
            ],
        );
        inside(html, sheet, reaction, tally);
        html.push_str("</button>");
    }
    html.push_str("</fieldset></form>");
}

fn given(html: &mut String, sheet: &Sheet, tally: &Tally) {
    let lang = sheet.lang;
    push(html, &["<ul class=\"reactions\" aria-label=\"", t::reactions(lang), "\">"]);
    for reaction in Reaction::ALL.into_iter().filter(|reaction| tally.of(*reaction) > 0) {
        push(html, &["<li class=\"reaction\" title=\"", t::reaction_name(lang, reaction), "\">"]);
        inside(html, sheet, reaction, tally);
        html.push_str("</li>");
    }
    html.push_str("</ul>");
}

/// A reaction's icon, its name to be heard, and how often it was given.
fn inside(html: &mut String, sheet: &Sheet, reaction: Reaction, tally: &Tally) {
    draw(html, sheet, icon(reaction));
    let name = t::reaction_name(sheet.lang, reaction);
    push(html, &["<span class=\"reaction-name\">", name, "</span><span class=\"reaction-count\">"]);
    let count = tally.of(reaction);
    if count > 0 {
        html.push_str(&count.to_string());
    }
    html.push_str("</span>");
}

/// The same as [`crate::ui::Icon`].
fn draw(html: &mut String, sheet: &Sheet, name: &str) {
    push(
        html,
        &[
            "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\" width=\"20\" height=\"20\"><use href=\"",
            &sheet.sprite,
            "#",
            name,
            "\"></use></svg>",
        ],
    );
}

fn push(html: &mut String, parts: &[&str]) {
    for part in parts {
        html.push_str(part);
    }
}

/// Reactions show at once, before the server has answered. Put once on a page with posts.
#[island]
pub fn QuickReactions() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::quick_reactions();
}
