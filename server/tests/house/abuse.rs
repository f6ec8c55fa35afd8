//! Texts that should not be, and places that are no more: told, kept for who wrote, nothing stored halfway.

use crate::{browser::Answer, yard::Yard};
use serde_json::Value;

fn publish(yard: &Yard, who: &str, page: &str, title: &str, body: &str) -> Answer {
    let community = yard.fill("{club_id}");
    let fields = [("community", community.as_str()), ("title", title), ("body", body)];
    yard.browser(who).send(&format!("{}?do=publish", yard.fill(page)), &fields).unwrap()
}

/// How many posts the closed community has.
fn posts(yard: &Yard) -> usize {
    let feed = yard.call("admin", "community_feed", "community={club_id}").text();
    let feed: Value = serde_json::from_str(&feed).unwrap();
    feed["items"].as_array().unwrap().len()
}

#[test]
fn a_text_that_cannot_be_is_told_beside_its_field() {
    let yard = Yard::open();
    let before = posts(&yard);
    let calls: String = (0..1_200).map(|n| format!("@a{n} ")).collect();
    let (long, crowd) = ("é".repeat(10_001), "@Zoe ".repeat(10_000));
    let marks = "\u{301}".repeat(50);
    let title = "Un titre tapé".repeat(20);
    for (title, body, field) in [
        ("Un titre tapé", "", "body"),
        ("Un titre tapé", " \n\t ", "body"),
        ("Un titre tapé", "\u{200b}\u{2060}\u{202e}\u{ad}\u{feff}", "body"),
        ("Un titre tapé", marks.as_str(), "body"),
        ("Un titre tapé", long.as_str(), "body"),
        ("Un titre tapé", crowd.as_str(), "body"),
        ("Un titre tapé", calls.as_str(), "body"),
        (title.as_str(), "Un texte tapé", "title"),
    ] {
        let answer = publish(&yard, "member", "/", title, body);
        let page = answer.text();
        let start: String = body.chars().take(40).collect();
        assert_eq!(answer.status, 422, "{start}");
        assert!(page.contains(&format!("id=\"field-{field}-error\"")), "{start}: beside its field\n{page}");
        assert!(page.contains("Un titre tapé") && page.contains(body.trim()), "{start}: kept");
    }
    // The limit is known before it is met.
    let page = yard.browser("member").get("/").unwrap().text();
    assert!(page.contains("10000"), "{page}");
    assert_eq!(posts(&yard), before, "nothing of it was stored");
}

/// What hides or reorders other characters goes; what people write in any script stays.
#[test]
fn a_strange_text_is_read_as_what_it_says() {
    let yard = Yard::open();
    let pile = format!("Z{}", "\u{301}".repeat(500));
    for (body, shown) in [
        ("Facture\u{202e}fdp.exe", "Facturefdp.exe"),
        ("p\u{200b}a\u{2060}y\u{ad}é", "payé"),
        (pile.as_str(), "Z\u{301}\u{301}\u{301}\u{301}<"),
        ("שלום עולם", "שלום עולם"),
        ("مرحبا بالجميع", "مرحبا بالجميع"),
        ("👩\u{200d}👧 e\u{301}te\u{301}", "👩\u{200d}👧 e\u{301}te\u{301}"),
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x"),
    ] {
        assert_eq!(publish(&yard, "member", "/", "", body).status, 303, "{body}");
        let page = yard.browser("animator").get(&yard.fill("/communities/{club}")).unwrap().text();
        assert!(page.contains(shown), "{body}: {shown}\n{page}");
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{body}");
    }
}

/// Left, archived, or one's stay ended while one was writing.
#[test]
fn what_was_written_to_a_place_that_is_no_more_comes_back() {
    const SAID: &str = "Trois lignes pour rien";
    let yard = Yard::open();
    let before = posts(&yard);
    let comment = |who: &str| {
        let post = yard.fill("{post}");
        let fields = [("post", post.as_str()), ("body", SAID)];
        yard.browser(who).send(&format!("/posts/{post}?do=comment"), &fields).unwrap()
    };
    let comes_back = |answer: Answer, status: u16, told: &str| {
        let page = answer.text();
        assert_eq!(answer.status, status, "{page}");
        assert!(page.contains(SAID) && page.contains(told) && page.contains("role=\"alert\""), "{page}");
    };
    let gone = "Elle a pu être déplacée";
    assert_eq!(yard.call("member", "leave_community", "community={club_id}").status, 200);
    comes_back(publish(&yard, "member", "/communities/{club}", "", SAID), 409, "ne faites plus partie");
    comes_back(publish(&yard, "member", "/", "", SAID), 409, "ne faites plus partie");
    comes_back(comment("member"), 403, "");
    let stay = "community={club_id}&person={guest}";
    assert_eq!(yard.call("animator", "end_stay", stay).status, 200);
    comes_back(publish(&yard, "guest", "/communities/{club}", "", SAID), 404, gone);
    comes_back(comment("guest"), 404, gone);
    let archived = "community={club_id}&reason=Fini&confirm=yes";
    assert_eq!(yard.call("animator", "archive_community", archived).status, 200);
    comes_back(publish(&yard, "animator", "/communities/{club}", "", SAID), 409, "archivée");
    comes_back(publish(&yard, "animator", "/", "", SAID), 409, "archivée");
    comes_back(comment("animator"), 409, "archivée");
    assert_eq!(posts(&yard), before);
    let thread = yard.call("admin", "post_page", "post={post}").text();
    assert!(!thread.contains(SAID), "{thread}");
}

/// A cursor from another list, or from a community one may not read, opens nothing.
#[test]
fn a_cursor_leads_to_nothing_one_may_not_read() {
    let yard = Yard::open();
    let hidden = yard.fill("{hidden_post}");
    for page in ["/", "/communities/{club}", "/saved", "/mentions", "/tags/velo", "/search"] {
        for cursor in
            [hidden.clone(), format!("0{hidden}"), format!("~{hidden}"), format!("00000000.{hidden}")]
        {
            let path = format!("{}?q=vient&after={cursor}", yard.fill(page));
            let answer = yard.browser("member").get(&path).unwrap();
            assert_eq!(answer.status, 200, "{path}");
            assert!(!answer.text().contains(&format!("/posts/{hidden}")), "{path}");
        }
    }
}
