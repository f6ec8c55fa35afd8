//! The front door: setting up, signing in and out, and what a wrong password tells.

use crate::{
    browser::Browser,
    yard::{PASSWORD, Yard},
};

fn sign_in(browser: &mut Browser, email: &str, password: &str, next: &str) -> crate::browser::Answer {
    browser.send("/sign-in?do=sign_in", &[("email", email), ("password", password), ("next", next)]).unwrap()
}

#[test]
fn one_comes_in_by_the_front_door_and_leaves_by_it() {
    let yard = Yard::open();
    let mut browser = Browser::at(yard.serving.address);
    let answer = browser.get("/people").unwrap();
    assert_eq!((answer.status, answer.header("location")), (302, Some("/sign-in?next=/people")));
    let answer = sign_in(&mut browser, "member@exemple.fr", PASSWORD, "/people");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/people")));
    let old = browser.clone();
    assert_eq!(browser.get("/people").unwrap().status, 200);
    let answer = browser.send("/?do=sign_out", &[("x", "1")]).unwrap();
    assert_eq!((answer.status, answer.header("location")), (303, Some("/sign-in")));
    assert!(!browser.cookies.contains_key("session"));
    assert_eq!(old.clone().get("/people").unwrap().status, 302, "the session is over, not only the cookie");
}

/// What was asked for before the door is shown after it, to the letter.
#[test]
fn the_door_leads_where_one_was_going() {
    let yard = Yard::open();
    let mut browser = Browser::at(yard.serving.address);
    let asked = "/carpool?from=Lyon&date=2030-01-02";
    let answer = browser.get(asked).unwrap();
    let door = answer.header("location").unwrap().to_owned();
    assert_eq!(door, "/sign-in?next=/carpool%3Ffrom%3DLyon%26date%3D2030-01-02");
    let page = browser.get(&door).unwrap().text();
    assert!(page.contains("name=\"next\" value=\"/carpool?from=Lyon&amp;date=2030-01-02\""), "{page}");
    let answer = sign_in(&mut browser, "member@exemple.fr", PASSWORD, asked);
    assert_eq!(answer.header("location"), Some(asked));
}

#[test]
fn a_page_in_english_is_in_english() {
    let yard = Yard::open();
    let english = [("accept", "text/html"), ("accept-language", "en-GB,en;q=0.9")];
    let page = yard.browser("nobody").ask("GET", "/about", &english, b"").unwrap().text();
    assert!(page.contains("public domain") && !page.contains("domaine public"), "{page}");
}

#[test]
fn nobody_is_sent_to_another_house() {
    let yard = Yard::open();
    for next in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/\r\n/evil.example",
        "\t//evil.example",
        "javascript:alert(1)",
    ] {
        let mut browser = Browser::at(yard.serving.address);
        let answer = sign_in(&mut browser, "member@exemple.fr", PASSWORD, next);
        let location = answer.header("location").unwrap();
        assert!(location.starts_with('/') && !location.contains("evil"), "{next}: {location}");
        let page = browser.get(&format!("/sign-in?next={}", crate::browser::encoded(next))).unwrap();
        assert!(!page.header("location").unwrap_or_default().contains("evil"), "{next}: {:?}", page.headers);
    }
}

/// An address that is known and one that is not get the same page, but for the address itself.
#[test]
fn a_wrong_password_tells_nothing() {
    let yard = Yard::open();
    let told = |email: &str| {
        let answer = sign_in(&mut Browser::at(yard.serving.address), email, "mauvais mot de passe", "/");
        assert_eq!(answer.status, 422);
        let policy = answer.header("content-security-policy").unwrap().to_owned();
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        answer.text().replace(&nonce, "").replace(email, "")
    };
    assert_eq!(told("member@exemple.fr"), told("nobody@exemple.fr"));
}

#[test]
fn guessing_is_slowed_down() {
    let yard = Yard::open();
    let mut browser = Browser::at(yard.serving.address);
    let mut answers =
        (0..20).map(|_| sign_in(&mut browser, "member@exemple.fr", "mauvais mot de passe", "/"));
    let throttled = answers.find(|answer| answer.status == 429).expect("twenty guesses in a row");
    let wait = throttled.header("retry-after").unwrap().parse::<u64>().unwrap();
    assert!((1..=3600).contains(&wait), "{wait}");
}

#[test]
fn the_setup_link_is_dead_once_it_was_used() {
    let yard = Yard::open();
    let page = yard.fill("/setup/{setup}");
    assert_eq!(Browser::at(yard.serving.address).get(&page).unwrap().status, 404);
}
