//! A form that another site sends with somebody's cookie does nothing.

use crate::{functions, yard::Yard};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// What a browser says of a request that another site made; the last is an old browser's silence.
const FORGED: &[&[(&str, &str)]] = &[
    &[FORM, ("sec-fetch-site", "cross-site")],
    &[FORM, ("sec-fetch-site", "same-site")],
    &[FORM, ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[FORM, ("origin", "https://evil.example")],
    &[FORM, ("origin", "null")],
    &[FORM],
];

#[test]
fn no_function_answers_another_site() {
    let yard = Yard::open();
    let mut browser = yard.browser("admin");
    for function in functions::names() {
        for headers in FORGED {
            for path in [format!("/api/{function}"), format!("/?do={function}")] {
                let answer = browser.ask("POST", &path, headers, b"x=1").unwrap();
                assert_eq!(answer.status, 403, "{path} {headers:?}: {}", answer.text());
                assert!(answer.header("set-cookie").is_none(), "{path}");
            }
        }
        // Nothing is done by following a link.
        let answer = browser.get(&format!("/api/{function}")).unwrap();
        assert_eq!(answer.status, 405, "{function}");
    }
    assert_eq!(browser.get("/me").unwrap().status, 200, "and the session still holds");
}

/// Whoever is told so reads what it means and what to do, in their language.
#[test]
fn a_forged_form_is_answered_in_ones_language() {
    let yard = Yard::open();
    for (headers, lang, said) in [
        ([FORM, ("accept-language", "fr")], "fr", "Par prudence, rien n’a été fait."),
        ([FORM, ("accept-language", "en-GB")], "en", "To be safe, nothing was done."),
        ([FORM, ("cookie", "lang=en")], "en", "To be safe, nothing was done."),
    ] {
        let headers = [&headers[..], &[("sec-fetch-site", "cross-site")]].concat();
        let answer = yard.browser("member").ask("POST", "/?do=publish", &headers, b"x=1").unwrap();
        assert_eq!(answer.status, 403);
        let page = answer.text();
        assert!(page.contains(&format!("<html lang=\"{lang}\"")) && page.contains(said), "{page}");
        assert!(answer.header("content-type").unwrap().starts_with("text/html"));
        let answer = yard.browser("member").ask("POST", "/api/publish", &headers, b"x=1").unwrap();
        assert_eq!((answer.status, answer.text().contains("\"origin\"")), (403, true), "an island reads it");
    }
}

#[test]
fn our_own_pages_are_heard() {
    let yard = Yard::open();
    let mut browser = yard.browser("member");
    let own = format!("http://{}", yard.serving.address);
    for said in [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "none"), ("origin", own.as_str())] {
        let answer = browser.ask("POST", "/api/my_profile", &[FORM, said], b"x=1").unwrap();
        assert_eq!(answer.status, 200, "{said:?}");
    }
    // Who has no cookie has nothing to abuse.
    let answer =
        yard.browser("nobody").ask("POST", "/sign-in?do=sign_in", &[FORM], b"email=a&password=b").unwrap();
    assert_eq!(answer.status, 422);
}
