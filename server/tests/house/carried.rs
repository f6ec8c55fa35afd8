//! A form sent after its session ended: kept for who wrote it, and for nobody else.

use crate::{
    browser::{Answer, Browser},
    yard::{PASSWORD, Yard},
};

const BIO: &str = "Une ligne, \"deux\" & trois.\nEt <b>la suite</b>.";

/// The value of the hidden field, as a browser would send it back.
fn carried(page: &Answer) -> Option<String> {
    let text = page.text();
    let (_, rest) = text.split_once("name=\"carried\" value=\"")?;
    let value = rest.split('"').next()?;
    let read = value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    Some(read.replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&"))
}

fn sign_in(browser: &mut Browser, who: &str, password: &str, carried: &str) -> Answer {
    let email = format!("{who}@exemple.fr");
    let fields = [("email", email.as_str()), ("password", password), ("next", "/me"), ("carried", carried)];
    browser.send("/sign-in?next=/me&do=sign_in", &fields).unwrap()
}

/// The member's profile, sent by a browser that nobody is signed in with any more.
fn sent_too_late(yard: &Yard) -> (Browser, String) {
    let mut browser = yard.browser("member");
    let whose = format!("name=\"drawn_for\" value=\"{}\"", yard.fill("{member}"));
    assert!(browser.get("/me").unwrap().text().contains(&whose), "a form says for whom it was drawn");
    browser.cookies.clear();
    let whose = yard.fill("{member}");
    let fields =
        [("drawn_for", whose.as_str()), ("key", "k"), ("title", "Tourneuse"), ("bio", BIO), ("lang", "fr")];
    let answer = browser.send("/me?do=edit_profile", &fields).unwrap();
    assert_eq!(answer.status, 401, "{}", answer.text());
    assert!(answer.text().contains("Votre session est terminée"), "{}", answer.text());
    assert!(answer.text().contains("do=sign_in"), "one signs in there");
    let packed = carried(&answer).expect("the form is in the page");
    (browser, packed)
}

const HERE_AGAIN: &str = "rien n’a encore été envoyé";

#[test]
fn what_was_typed_waits_for_who_typed_it() {
    let yard = Yard::open();
    let (mut browser, packed) = sent_too_late(&yard);
    let refused = sign_in(&mut browser, "member", "ce n’est pas lui du tout", &packed);
    assert_eq!(refused.status, 422);
    assert_eq!(carried(&refused).as_deref(), Some(packed.as_str()), "a slip of the keys loses nothing");
    let entered = sign_in(&mut browser, "member", PASSWORD, &packed);
    assert_eq!((entered.status, entered.header("location")), (303, Some("/me")));
    for _ in 0..2 {
        let page = browser.get("/me").unwrap();
        let text = page.text();
        assert_eq!(page.status, 200);
        assert!(text.contains(HERE_AGAIN) && text.contains("Et &lt;b>la suite"), "{text}");
        assert!(text.contains("value=\"Tourneuse\"") && !text.contains("point à corriger"), "{text}");
    }
    assert!(!browser.get("/").unwrap().text().contains(HERE_AGAIN), "on its own page alone");
    let mut elsewhere = Browser::signed_in(yard.serving.address, "member@exemple.fr", PASSWORD);
    assert!(!elsewhere.get("/me").unwrap().text().contains(HERE_AGAIN), "in the browser it was typed in");
    let saved = [("title", "Tourneuse"), ("bio", BIO), ("lang", "fr")];
    assert_eq!(browser.send("/me?do=edit_profile", &saved).unwrap().status, 303);
    assert!(!browser.get("/me").unwrap().text().contains(HERE_AGAIN), "once sent it has served");
}

#[test]
fn nobody_else_finds_it() {
    let yard = Yard::open();
    let (mut browser, packed) = sent_too_late(&yard);
    assert_eq!(sign_in(&mut browser, "animator", PASSWORD, &packed).status, 303);
    let page = browser.get("/me").unwrap().text();
    assert!(!page.contains(HERE_AGAIN) && !page.contains("la suite"), "{page}");
    // Nor does nonsense do anything.
    for nonsense in ["", "{}", "x", "{\"address\":\"//x\",\"action\":\"a\",\"values\":[]}"] {
        let mut browser = Browser::at(yard.serving.address);
        assert_eq!(sign_in(&mut browser, "member", PASSWORD, nonsense).status, 303, "{nonsense}");
    }
}

#[test]
fn passwords_and_files_do_not_travel() {
    let yard = Yard::open();
    let mut browser = yard.browser("nobody");
    let whose = yard.fill("{member}");
    let fields = [("drawn_for", whose.as_str()), ("password_current", PASSWORD), ("password", "autre chose")];
    let answer = browser.send("/me/sessions?do=change_password", &fields).unwrap();
    assert_eq!(answer.status, 401);
    assert!(!answer.text().contains(PASSWORD) && !answer.text().contains("autre chose"));
    let part = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file =
        "--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\nDU BRUIT\r\n";
    let body = [&part("drawn_for", &whose), file, &part("body", "Un long texte"), "--x--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=x"),
        ("sec-fetch-site", "same-origin"),
        ("accept", "text/html"),
    ];
    let answer = browser.ask("POST", "/?do=publish", &headers, body.as_bytes()).unwrap();
    assert_eq!(answer.status, 401, "{}", answer.text());
    let packed = carried(&answer).unwrap();
    assert!(packed.contains("Un long texte") && !packed.contains("BRUIT"), "{packed}");
    // A form that does not say whose it is leads to the door, as before.
    let answer = browser.send("/me?do=edit_profile", &[("title", "x")]).unwrap();
    assert_eq!((answer.status, answer.header("location")), (303, Some("/sign-in?next=/me")));
}
