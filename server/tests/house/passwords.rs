//! A password: changed, forgotten, and guessed at by others.

use crate::{
    browser::{Answer, Browser},
    company::Company,
    process::{printed, run, serve, serve_as},
    yard::{PASSWORD, Yard},
};

const NEW: &str = "sept craies neuves et un ballon";

fn sign_in(browser: &mut Browser, email: &str, password: &str) -> Answer {
    browser.send("/sign-in?do=sign_in", &[("email", email), ("password", password)]).unwrap()
}

fn change(browser: &mut Browser, current: &str, new: &str) -> Answer {
    let fields = [("password_current", current), ("password", new), ("password_again", new)];
    browser.send("/me/sessions?do=change_password", &fields).unwrap()
}

#[test]
fn who_changes_their_password_stays_where_they_are_and_nowhere_else() {
    let yard = Yard::open();
    let mut here = yard.browser("member");
    let mut phone = Browser::signed_in(yard.serving.address, "member@exemple.fr", PASSWORD);
    let answer = change(&mut here, "ce n’est pas lui du tout", NEW);
    assert_eq!(answer.status, 422);
    let page = answer.text();
    assert!(page.contains("pas votre mot de passe actuel") && page.contains("aria-invalid"), "{page}");
    assert!(!page.contains("pas lui du tout") && !page.contains(NEW), "no password comes back");
    let answer = change(&mut here, PASSWORD, NEW);
    assert_eq!((answer.status, answer.header("location")), (303, Some("/me/sessions")));
    // Sent twice.
    assert_eq!(change(&mut here, PASSWORD, NEW).status, 303);
    assert_eq!(here.get("/me").unwrap().status, 200);
    assert_eq!(phone.get("/me").unwrap().status, 302);
    assert_eq!(sign_in(&mut phone, "member@exemple.fr", PASSWORD).status, 422);
    assert_eq!(sign_in(&mut phone, "member@exemple.fr", NEW).status, 303);
}

/// The address of the link on a person's page, without the house's.
fn link_on(page: &str) -> String {
    let (_, rest) = page.split_once("/reset/").expect("a link is shown");
    format!("/reset/{}", rest.split('"').next().unwrap())
}

#[test]
fn a_manager_hands_a_link_over_and_it_opens_once() {
    let yard = Yard::open();
    let (mut manager, theirs) = (yard.browser("manager"), yard.fill("/people/{member}"));
    for (who, page) in [
        ("employee", "/people/{member}"),
        ("animator", "/people/{member}"),
        ("manager", "/people/{manager}"),
        ("manager", "/people/{admin}"),
    ] {
        let text = yard.browser(who).get(&yard.fill(page)).unwrap().text();
        assert!(!text.contains("make_reset_link"), "{who} at {page}");
    }
    assert!(manager.get(&theirs).unwrap().text().contains("make_reset_link"));
    let fields = [("person", yard.fill("{member}"))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let make = format!("{theirs}?do=make_reset_link");
    assert_eq!(manager.send(&make, &fields).unwrap().status, 303);
    let first = link_on(&manager.get(&theirs).unwrap().text());
    assert_eq!(manager.send(&make, &fields).unwrap().status, 303);
    let second = link_on(&manager.get(&theirs).unwrap().text());
    let mut forgetful = Browser::at(yard.serving.address);
    assert_eq!(forgetful.get(&first).unwrap().status, 404, "the next one took its place");
    let page = forgetful.get(&second).unwrap();
    assert!(page.status == 200 && page.text().contains("member@exemple.fr"));

    let token = second.rsplit('/').next().unwrap().to_owned();
    let chosen = [("token", token.as_str()), ("password", NEW), ("password_again", NEW)];
    let answer = forgetful.send(&format!("{second}?do=choose_password"), &chosen).unwrap();
    assert_eq!((answer.status, answer.header("location")), (303, Some("/")));
    assert_eq!(forgetful.get("/me").unwrap().status, 200);
    assert_eq!(yard.browser("member").get("/me").unwrap().status, 302, "the sessions before are over");
    assert_eq!(Browser::at(yard.serving.address).get(&second).unwrap().status, 422);
    assert!(!manager.get(&theirs).unwrap().text().contains("/reset/"), "nor is it shown any more");
}

#[test]
fn the_command_makes_a_link_with_the_house_open_and_closed() {
    let company = Company::load();
    let (data, url) = (company.data(), "https://preau.exemple.fr");
    let email = &company.accounts.iter().find(|account| account.role == "administrator").unwrap().email;
    let link = |arguments: &[&str]| {
        let output = run(&data, arguments);
        assert!(output.status.success(), "{}", printed(&output));
        let told = String::from_utf8(output.stdout).unwrap();
        let link = told.lines().last().unwrap().strip_prefix(url).unwrap_or_else(|| panic!("{told}"));
        link.to_owned()
    };
    let closed = link(&["reset-password", email, "--url", url]);
    let serving = serve_as(url, &data, &company.assets());
    let mut browser = Browser::at(serving.address);
    assert_eq!(browser.get(&closed).unwrap().status, 200);
    let open = link(&["reset-password", email]);
    assert_eq!((browser.get(&closed).unwrap().status, browser.get(&open).unwrap().status), (404, 200));
    let output = run(&data, &["reset-password", "personne@exemple.fr"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("nobody who has joined"), "{}", printed(&output));
}

/// One network, one attacker on it, and a house that was started anew: who signed in on this browser
/// before comes in.
#[test]
fn mischief_on_ones_own_network_locks_nobody_out_of_their_own_browser() {
    let company = Company::load();
    let (data, email) = (company.data(), &company.accounts.first().unwrap().email);
    let mut serving = serve(&data, &company.assets(), &[]);
    let mut own = Browser::signed_in(serving.address, email, &company.password);
    own.cookies.remove("session");
    assert!(own.cookies.contains_key("browser"), "{:?}", own.cookies);
    serving.stop();
    let serving = serve(&data, &company.assets(), &[]);
    own.server = serving.address;
    for _ in 0..10 {
        sign_in(&mut Browser::at(serving.address), email, "au hasard, douze fois");
    }
    assert_eq!(sign_in(&mut Browser::at(serving.address), email, &company.password).status, 429);
    assert_eq!(sign_in(&mut own, email, &company.password).status, 303);
}
