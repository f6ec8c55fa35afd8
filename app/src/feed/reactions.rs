//! Six buttons under a post, in one form: the one pressed is the reaction sent; pressed again, it is
//! withdrawn.

use super::{card::Sheet, texts as t};
use domain::feed::{Reaction, Tally};
use leptos::prelude::*;

fn icon(reaction: Reaction) -> &'static str {
    match reaction {
        Reaction::Bravo => "party-popper",
        Reaction::Thanks => "hand-heart",
        Reaction::Useful => "lightbulb",
        Reaction::Moved => "heart",
        Reaction::Curious => "telescope",
        Reaction::WithYou => "handshake",
    }
}

/// The bar of a post; for those who may not react, what others answered.
pub(super) fn bar(sheet: &Sheet, post: &str, tally: &Tally, writes: bool) -> AnyView {
    if writes { form(sheet, post, tally).into_any() } else { given(sheet, tally).into_any() }
}

fn form(sheet: &Sheet, post: &str, tally: &Tally) -> impl IntoView + use<> {
    let lang = sheet.lang;
    let buttons = Reaction::ALL.map(|reaction| {
        let mine = tally.mine == Some(reaction);
        let name = t::reaction_name(lang, reaction);
        let count = Some(tally.of(reaction)).filter(|count| *count > 0).map(|count| count.to_string());
        view! {
            <button
                class="reaction"
                name="reaction"
                value=if mine { "" } else { reaction.word() }
                aria-pressed=if mine { "true" } else { "false" }
                title=name
            >
                {sheet.icon(icon(reaction))}
                <span class="reaction-name">{name}</span>
                <span class="reaction-count">{count}</span>
            </button>
        }
    });
    view! {
        <form method="post" action=sheet.react.clone() data-react="">
            <input type="hidden" name="post" value=post.to_owned() />
            <input type="hidden" name="next" value=format!("{}#post-{post}", sheet.here) />
            <fieldset class="reactions">
                <legend class="visually-hidden">{t::reactions(lang)}</legend>
                {buttons.into_iter().collect_view()}
            </fieldset>
        </form>
    }
}

fn given(sheet: &Sheet, tally: &Tally) -> impl IntoView + use<> {
    let lang = sheet.lang;
    let given = Reaction::ALL.into_iter().filter(|reaction| tally.of(*reaction) > 0);
    let given = given
        .map(|reaction| {
            let name = t::reaction_name(lang, reaction);
            view! {
                <li class="reaction" title=name>
                    {sheet.icon(icon(reaction))}
                    <span class="reaction-name">{name}</span>
                    <span class="reaction-count">{tally.of(reaction).to_string()}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="reactions" aria-label=t::reactions(lang)>{given}</ul> }
}

/// Reactions show at once, before the server has answered. Put once on a page with posts.
#[island]
pub fn QuickReactions() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::quick_reactions();
}
