//! A page without the house around it, for a request that ends before there is one.

use crate::i18n::failure as t;
use domain::{Failure, Lang};

/// What happened and what to do, as a document of its own. `css` is the address of the style sheet.
pub fn document(lang: Lang, failure: &Failure, css: &str) -> String {
    let (title, text) = (t::title(lang, &failure.reason), t::reason(lang, &failure.reason));
    // All of it is ours: nothing to escape.
    format!(
        "<!DOCTYPE html><html lang=\"{tag}\" data-theme=\"auto\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} · Préau</title>\
         <link rel=\"stylesheet\" href=\"{css}\"></head><body><main class=\"alone\"><h1>{title}</h1>\
         <p>{text}</p><p class=\"muted\">{request}</p><p><a href=\"/\">{back}</a></p></main></body></html>",
        tag = lang.tag(),
        request = t::request(lang, &failure.request),
        back = t::back_home(lang),
    )
}
