//! Whatever is sent, the answer is the right one, and never ours to be sorry for.

use crate::{
    browser::FROM_OURS,
    yard::{Yard, fields},
};

#[test]
fn cookies_that_mean_nothing_are_nobodys() {
    let yard = Yard::open();
    let long = format!("session={}", "A".repeat(9000));
    for cookie in [
        "session=",
        "session=%00",
        long.as_str(),
        "session=\"x\"; lang=xx; theme=<b>; notice=zzz",
        ";;;=;=x",
        "session=a;session=b",
    ] {
        let headers = [("accept", "text/html"), ("cookie", cookie)];
        let answer = yard.browser("nobody").ask("GET", "/", &headers, b"").unwrap();
        assert_eq!(answer.status, 302, "{cookie}");
    }
}

#[test]
fn cursors_and_addresses_that_mean_nothing_do_no_harm() {
    let yard = Yard::open();
    let long = format!("/?after={}", "9".repeat(5000));
    let search = format!("/people?search={}", "a".repeat(4000));
    for (path, status) in [
        ("/?after=x", 200),
        ("/?after=%00", 200),
        ("/?after=';DROP", 200),
        (long.as_str(), 200),
        (search.as_str(), 200),
        ("/communities/{club}?after=zzz", 200),
        ("/communities/{club}/members?after=~~", 200),
        ("/communities?after=%27", 200),
        ("/posts/{post}?after=zz", 200),
        ("/posts/{post}?comment=zz&thread=zz&answer=zz&change=zz", 200),
        ("/posts/{post}?comment={unknown}", 200),
        ("/posts/{post}?answer={unknown}", 200),
        ("/posts/{post}?thread={unknown}", 404),
        ("/posts/{post}/versions?after=~~~", 200),
        ("/posts/{news}/readers?after=~~~", 200),
        ("/posts/{news}/readers?list=confirmed&after=~~~", 200),
        ("/communities/{club}?pin=1", 200),
        ("/scheduled?after=~~", 200),
        ("/scheduled/not-an-id", 404),
        ("/tags/velo?after=~~", 200),
        ("/mentions?after=~~~", 200),
        ("/catch-up?after=~~~", 200),
        ("/saved?after=~~~", 200),
        ("/muted?after=%27", 200),
        ("/search?q=vient&after=~~~", 200),
        ("/search?q=%22%28%29%2A+OR+AND+%5E&after=99999999999999999999", 200),
        ("/posts/{post}/reactions?kind=zz&after=~~~", 200),
        ("/communities/{club}/decisions?after=~~~", 200),
        ("/communities/{club}/charter/changes?after=~~~", 200),
        ("/communities/{club}/charter/readers?after=~~~", 200),
        ("/communities/{club}/charter/versions?after=~~~", 200),
        ("/communities/{club}/life?after=~~~", 200),
        ("/communities/{club}/events?after=~~~", 200),
        ("/tags/%00", 404),
        ("/tags/%F0%9F%8D%8E", 404),
        ("/events?past=1&after=%F0%9F%8D%8E", 200),
        ("/people?after=~~~&search=a", 200),
        ("/carpool/mine?after=zz", 200),
        ("/carpool?from=zzzz&date=never&time=99:99", 200),
        ("/admin/invitations?after=zz", 200),
        ("/admin/proposals?after=~~", 200),
        ("/communities/proposals?after=%00", 200),
        ("/communities/proposals/not-an-id", 404),
        ("/communities/proposals/not-an-id?step=2", 404),
        ("/communities/proposals/{proposal}?step=99", 200),
        ("/communities/proposals/{proposal}?step=-1", 200),
        ("/posts/not-an-id", 404),
        ("/posts/{unknown}", 404),
        ("/people/%00", 404),
        ("/communities/..%2f..%2fetc", 404),
        ("/communities/%ff", 404),
        ("/%2e%2e/etc/passwd", 404),
        ("/media/..%2f..%2f/480", 404),
        ("/media/{unknown}/480", 404),
        ("/media/x/y", 400),
        ("/carpool/rides/x?pickup=zz", 404),
        ("/nowhere.js", 404),
    ] {
        let answer = yard.browser("manager").get(&yard.fill(path)).unwrap();
        assert_eq!(answer.status, status, "{path}");
    }
}

#[test]
fn methods_and_actions_there_are_not_are_told() {
    let yard = Yard::open();
    for (method, path, status) in [
        ("PUT", "/", 405),
        ("DELETE", "/posts/{post}", 405),
        ("OPTIONS", "/", 405),
        ("TRACE", "/", 405),
        ("POST", "/", 405),
        ("POST", "/?do=", 405),
        ("POST", "/?do=../my_profile", 405),
        ("POST", "/?do=nothing_there", 404),
        ("POST", "/api/nothing_there", 400),
        ("HEAD", "/about", 200),
        ("HEAD", "/healthz", 200),
    ] {
        let answer = yard.browser("member").ask(method, &yard.fill(path), &FROM_OURS, b"").unwrap();
        assert_eq!(answer.status, status, "{method} {path}");
    }
}

#[test]
fn bodies_have_a_limit_and_a_form() {
    let yard = Yard::open();
    let large = format!("body={}", "a".repeat(600_000));
    let long = yard.fill(&format!("community={{club_id}}&body={}", "a".repeat(100_000)));
    let form = "application/x-www-form-urlencoded";
    for (path, kind, body, status) in [
        ("/?do=publish", form, large.as_bytes(), 413),
        ("/api/publish", form, large.as_bytes(), 413),
        ("/?do=publish", form, long.as_bytes(), 422),
        ("/?do=publish", "text/plain", b"x".as_slice(), 422),
        ("/?do=publish", "multipart/form-data; boundary=x", b"--x\r\nnonsense".as_slice(), 422),
        ("/?do=publish", "multipart/form-data", b"x".as_slice(), 422),
        ("/api/react", "application/json", b"{}".as_slice(), 422),
        ("/api/react", form, b"post=zzz&reaction=bravo".as_slice(), 422),
        ("/api/join_community", form, b"".as_slice(), 422),
        ("/api/join_community", form, b"community=x&charter=-1".as_slice(), 422),
        ("/api/save_proposal", form, b"proposal=x&step=300".as_slice(), 422),
        ("/api/edit_event", form, b"event=x&sequence=99999999999999999999".as_slice(), 422),
    ] {
        let headers = [("content-type", kind), ("sec-fetch-site", "same-origin"), ("accept", "text/html")];
        let answer = yard.browser("member").ask("POST", path, &headers, body).unwrap();
        assert_eq!(answer.status, status, "{path} {kind}: {} bytes", body.len());
    }
    assert_eq!(yard.publish_file("member", b"hello").status, 422, "no picture");
    assert_eq!(yard.publish_file("member", &vec![b'a'; 13_000_000]).status, 422, "too large a picture");
    let answer = yard.publish_file("nobody", &crate::yard::drawing());
    assert_eq!(answer.status, 303);
    assert!(answer.header("location").unwrap().starts_with("/sign-in"), "and nothing was kept");
}

/// What was typed comes back with what is wrong, beside its field; a password does not.
#[test]
fn a_refused_form_keeps_what_was_typed() {
    let yard = Yard::open();
    let typed = fields(&[
        ("name", "Un nom <b>à moi</b>"),
        ("summary", "x"),
        ("purpose", "x"),
        ("audience", "x"),
        ("rules", "x"),
        ("measures", "x"),
        ("review_on", "x"),
        ("sponsor", "Personne"),
    ]);
    let answer = yard.browser("manager").ask(
        "POST",
        "/communities/new?do=open_community",
        &FROM_OURS,
        typed.as_bytes(),
    );
    let answer = answer.unwrap();
    assert_eq!(answer.status, 422);
    let text = answer.text();
    assert!(
        text.contains("Un nom &lt;b&gt;à moi&lt;/b&gt;") && !text.contains("<b>à moi"),
        "typed text, escaped"
    );
    let tried = [("email", "personne@exemple.fr"), ("password", "un secret mal tapé")];
    let answer = yard.browser("nobody").send("/sign-in?do=sign_in", &tried).unwrap();
    assert_eq!(answer.status, 422);
    assert!(!answer.text().contains("un secret mal tapé"));
}

#[test]
fn a_form_sent_twice_has_one_effect() {
    let yard = Yard::open();
    let community = yard.fill("{club_id}");
    let post = yard.fill("{post}");
    let twice = [("community", community.as_str()), ("body", "Deux fois"), ("key", "same")];
    let comment = [("post", post.as_str()), ("body", "Encore une fois"), ("key", "other")];
    // At the same time, and then again.
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut browser = yard.browser("member");
                assert_eq!(browser.send("/?do=publish", &twice).unwrap().status, 303);
                assert_eq!(
                    browser.send(&yard.fill("/posts/{post}?do=comment"), &comment).unwrap().status,
                    303
                );
            });
        }
    });
    assert_eq!(yard.browser("member").send("/?do=publish", &twice).unwrap().status, 303);
    let feed = yard.call("member", "community_feed", "community={club_id}").text();
    assert_eq!(feed.matches("Deux fois").count(), 1);
    // A page that came back from the browser's memory has the key it had: other words are new.
    let back = [("community", community.as_str()), ("body", "Autre chose"), ("key", "same")];
    assert_eq!(yard.browser("member").send("/?do=publish", &back).unwrap().status, 303);
    let feed = yard.call("member", "community_feed", "community={club_id}").text();
    assert_eq!((feed.matches("Deux fois").count(), feed.matches("Autre chose").count()), (1, 1));
    assert_eq!(yard.call("member", "was_sent", "key=same").text(), "true");
    assert_eq!(yard.call("member", "was_sent", "key=sam").text(), "false");
    let thread = yard.call("member", "post_page", "post={post}").text();
    assert_eq!(thread.matches("Encore une fois").count(), 1);
}

/// A form that came back for another reason still says which version it was drawn from: what somebody
/// else wrote meanwhile is not replaced unseen.
#[test]
fn a_form_put_right_does_not_undo_what_others_wrote_meanwhile() {
    let yard = Yard::open();
    let page = yard.fill("/events/{event}/edit");
    let send = |who: &str, sequence: &str, summary: &str, end: &str| {
        let (event, day) = (yard.fill("{event}"), yard.fill("{day}"));
        let fields = [
            ("event", event.as_str()),
            ("sequence", sequence),
            ("summary", summary),
            ("description", ""),
            ("location", "Parc"),
            ("date", &day),
            ("time", "12:00"),
            ("end_date", ""),
            ("end_time", end),
            ("capacity", "3"),
        ];
        yard.browser(who).send(&format!("{page}?do=edit_event"), &fields).unwrap()
    };
    let drawn = |answer: &crate::browser::Answer| {
        let text = answer.text();
        let (_, rest) = text.split_once("name=\"sequence\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let refused = send("animator", "0", "Sortie au parc", "11:00");
    assert_eq!((refused.status, drawn(&refused).as_str()), (422, "0"));
    assert_eq!(send("second", "0", "Sortie au lac", "13:00").status, 303);
    let refused = send("animator", "0", "Sortie au parc", "11:00");
    assert_eq!((refused.status, drawn(&refused).as_str()), (422, "0"), "not the version just written");
    let told = send("animator", "0", "Sortie au parc", "13:00");
    assert_eq!((told.status, drawn(&told).as_str()), (409, "1"), "told, they may replace it");
    assert_eq!(send("animator", "1", "Sortie au parc", "13:00").status, 303);
}
