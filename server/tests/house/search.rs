//! The search after `kill -9`: what was acknowledged is found, wherever the index was.

use crate::{browser::Browser, company::Company, process};
use rand::Rng;
use services::bind;
use std::{path::Path, thread, time::Duration};

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
    // One older than the store catches up with it, one that is gone is made anew, and one may be asked for.
    serving.kill();
    let search = company.data().join("search");
    let older = tempfile::tempdir().unwrap();
    copy_files(&search, older.path());
    serving = process::serve(&company.data(), &company.assets(), &[]);
    session.server = serving.address;
    let fields =
        [("community", community.as_str()), ("body", "Un capybara dans la cour."), ("key", "capybara")];
    assert_eq!(session.send("/?do=publish", &fields).unwrap().status, 303);
    assert!(is_found(&mut session, "capybara"), "at once");
    for state in ["older", "gone", "asked for"] {
        serving.kill();
        std::fs::remove_dir_all(&search).unwrap();
        match state {
            "older" => copy_files(older.path(), &search),
            "asked for" => {
                let said = process::printed(&process::run(&company.data(), &["reindex"]));
                assert!(said.contains("The search knows"), "{said}");
            }
            _ => {}
        }
        serving = process::serve(&company.data(), &company.assets(), &[]);
        session.server = serving.address;
        assert!(is_found(&mut session, "capybara"), "{state}");
    }
    // In a house that is open, what is wrong is put right.
    let said = process::printed(&process::run(&company.data(), &["reindex"]));
    assert!(said.contains("The search knows what the store holds"), "{said}");
}

/// Within half a minute.
fn is_found(session: &mut Browser, word: &str) -> bool {
    (0..300).any(|_| {
        let page = session.get(&format!("/search?q={word}")).unwrap().text();
        page.contains("class=\"hit card\"") || {
            thread::sleep(Duration::from_millis(100));
            false
        }
    })
}

fn copy_files(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
