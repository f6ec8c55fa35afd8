//! The search after `kill -9`: what was acknowledged is found, wherever the index was.

use crate::{browser::Browser, company::Company, process};
use rand::Rng;
use services::bind;
use std::{thread, time::Duration};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_found_after_a_kill() {
    let company = Company::load();
    let ctx = company.open().await;
    let everybody = "SELECT VALUE id.id() FROM community WHERE everyone = true AND stage = 'active' LIMIT 1";
    let community = ctx.db().row::<String>(everybody, bind! {}).await.unwrap().unwrap();
    company.close(ctx).await;
    let employee = company.accounts.iter().find(|account| account.role == "employee").unwrap();
    let mut serving = process::serve(&company.data(), &company.assets(), &[]);
    let mut session = Browser::signed_in(serving.address, &employee.email, &company.password);
    let mut words = Vec::new();
    for round in 0..5 {
        for n in 0..3 {
            let word = format!("ornithorynque{round}x{n}");
            let body = format!("Vu un {word} ce matin.");
            let fields = [("community", community.as_str()), ("body", &body), ("key", &word)];
            let answer = session.send("/?do=publish", &fields).unwrap();
            assert_eq!(answer.status, 303, "{}", answer.text());
            words.push(word);
        }
        // Before the index heard of it, while it is written, after.
        thread::sleep(Duration::from_millis(rand::rng().random_range(0..1500)));
        serving.kill();
        serving = process::serve(&company.data(), &company.assets(), &[]);
        session.server = serving.address;
    }
    for word in words {
        let found = (0..300).any(|_| {
            let page = session.get(&format!("/search?q={word}")).unwrap().text();
            let found = page.contains("class=\"hit card\"");
            if !found {
                thread::sleep(Duration::from_millis(100));
            }
            found
        });
        assert!(found, "{word}");
    }
    // An index that is damaged is made anew.
    serving.kill();
    std::fs::write(company.data().join("search/meta.json"), "{").unwrap();
    serving = process::serve(&company.data(), &company.assets(), &[]);
    session.server = serving.address;
    let found = (0..300).any(|_| {
        thread::sleep(Duration::from_millis(100));
        session.get("/search?q=ornithorynque4x2").unwrap().text().contains("class=\"hit card\"")
    });
    assert!(found, "after damage");
}
