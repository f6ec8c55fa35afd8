//! `kill -9` while people write: what was acknowledged is there, and the house is sound.

use crate::{
    browser::{Answer, Browser},
    company::Company,
    process,
};
use rand::Rng;
use services::{Context, bind};
use std::{
    collections::HashSet,
    net::SocketAddr,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// What the server acknowledged.
#[derive(Default)]
struct Told {
    /// Texts of posts.
    posts: Vec<String>,
    /// Rides offered, by their ids.
    rides: Vec<String>,
    /// Seats asked for in them.
    seats: Vec<String>,
}

/// Who writes, and where.
struct Writers {
    sessions: Vec<Browser>,
    community: String,
    day: String,
}

fn kills() -> usize {
    std::env::var("PREAU_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(50)
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost() {
    let company = Company::load();
    let mut writers = prepare(&company).await;
    let told = Arc::new(Mutex::new(Told::default()));
    let mut after_opening = 0;
    for round in 0..kills() {
        // Now and then it dies while it opens.
        if round % 7 == 3 {
            let mut child = process::start(&company.data(), &company.assets(), &[]);
            thread::sleep(Duration::from_millis(rand::rng().random_range(0..400)));
            child.kill().unwrap();
            child.wait().unwrap();
        }
        let mut serving = process::serve(&company.data(), &company.assets(), &[]);
        let before = count(&told);
        let writing = write(&mut writers, serving.address, round, &told);
        thread::sleep(Duration::from_millis(rand::rng().random_range(150..900)));
        serving.kill();
        for writer in writing {
            writer.join().unwrap();
        }
        after_opening += usize::from(count(&told) > before);
        let ctx = company.open().await;
        verify(&ctx, &told, round).await;
        company.close(ctx).await;
    }
    let output = process::run(&company.data(), &["check"]);
    assert!(output.status.success(), "{}", process::printed(&output));
    let told = told.lock().unwrap();
    println!(
        "{} posts, {} rides and {} seats acknowledged",
        told.posts.len(),
        told.rides.len(),
        told.seats.len()
    );
    assert!(after_opening * 10 >= kills() * 8, "only {after_opening} kills came while something was written");
}

/// Acknowledged, rather than sent to the front door.
fn is_done(answer: &Answer) -> bool {
    answer.status == 303 && !answer.header("location").unwrap_or_default().starts_with("/sign-in")
}

fn count(told: &Mutex<Told>) -> usize {
    let told = told.lock().unwrap();
    told.posts.len() + told.rides.len() + told.seats.len()
}

/// Signs three people in over HTTP, once: their sessions outlive every kill.
async fn prepare(company: &Company) -> Writers {
    let ctx = company.open().await;
    let community = "SELECT VALUE id.id() FROM community WHERE everyone = true AND stage = 'active' LIMIT 1";
    let community = ctx.db().row::<String>(community, bind! {}).await.unwrap().unwrap();
    company.close(ctx).await;
    let serving = process::serve(&company.data(), &company.assets(), &[]);
    let staff = company.accounts.iter().filter(|account| account.role != "partner").take(3);
    let sessions: Vec<_> =
        staff.map(|account| Browser::signed_in(serving.address, &account.email, &company.password)).collect();
    assert!(sessions.len() >= 2);
    let day = jiff::Zoned::now().date().tomorrow().unwrap().to_string();
    Writers { sessions, community, day }
}

/// Each person posts; two of them also offer rides and book in each other's. All end when the server
/// does.
fn write(
    writers: &mut Writers,
    server: SocketAddr,
    round: usize,
    told: &Arc<Mutex<Told>>,
) -> Vec<thread::JoinHandle<()>> {
    let mut threads = Vec::new();
    for (n, session) in writers.sessions.iter().enumerate() {
        for hand in 0..2 {
            let (mut browser, told) = (session.clone(), told.clone());
            browser.server = server;
            let community = writers.community.clone();
            threads.push(thread::spawn(move || {
                for turn in 0.. {
                    let text = format!("Tour {round}, personne {n}, main {hand}, message {turn}");
                    let fields = [("community", community.as_str()), ("body", &text), ("key", &text)];
                    match browser.send("/?do=publish", &fields) {
                        Ok(answer) if is_done(&answer) => told.lock().unwrap().posts.push(text),
                        Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
                        Err(_) => return,
                    }
                }
            }));
        }
    }
    let (mut driver, mut passenger) = (writers.sessions[0].clone(), writers.sessions[1].clone());
    (driver.server, passenger.server) = (server, server);
    let (day, told) = (writers.day.clone(), told.clone());
    threads.push(thread::spawn(move || {
        for turn in 0.. {
            let key = format!("r{round}-{turn}");
            let fields = [
                ("from", "Vienne (38200)"),
                ("to", "Villeurbanne (69100)"),
                ("date", day.as_str()),
                ("time", "07:50"),
                ("seats", "3"),
                ("key", &key),
            ];
            let Ok(answer) = driver.send("/carpool/offer?do=offer_ride", &fields) else { return };
            assert!(is_done(&answer), "{}", answer.text());
            let ride = answer.header("location").unwrap().rsplit('/').next().unwrap().to_owned();
            told.lock().unwrap().rides.push(ride.clone());
            let page = format!("/carpool/rides/{ride}?do=book_seat");
            let Ok(answer) = passenger.send(&page, &[("ride", &ride), ("key", &key)]) else { return };
            assert!(is_done(&answer), "{}", answer.text());
            told.lock().unwrap().seats.push(ride);
        }
    }));
    threads
}

async fn verify(ctx: &Context, told: &Mutex<Told>, round: usize) {
    let (posts, rides, seats) = {
        let told = told.lock().unwrap();
        (told.posts.clone(), told.rides.clone(), told.seats.clone())
    };
    let all = async |surql| -> HashSet<String> {
        ctx.db().rows::<String>(surql, bind! {}).await.unwrap().into_iter().collect()
    };
    let known = all("SELECT VALUE body FROM post").await;
    let lost: Vec<_> = posts.iter().filter(|text| !known.contains(*text)).collect();
    assert!(lost.is_empty(), "round {round}: {lost:?}");
    let known = all("SELECT VALUE id.id() FROM journey").await;
    let lost: Vec<_> = rides.iter().filter(|ride| !known.contains(*ride)).collect();
    assert!(lost.is_empty(), "round {round}: {lost:?}");
    let known = all("SELECT VALUE journey.id() FROM booking WHERE status != 'CANCELLED'").await;
    let lost: Vec<_> = seats.iter().filter(|ride| !known.contains(*ride)).collect();
    assert!(lost.is_empty(), "round {round}: {lost:?}");
    let wrong = services::check::run(ctx).await.unwrap().wrong;
    assert_eq!(wrong, Vec::<String>::new(), "round {round}");
}

/// Memory fills up and goes to the disk while people post, then `kill -9`: see
/// `docs/decisions/0015-a-mended-engine.md`.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_when_memory_goes_to_the_disk() {
    let company = Company::load();
    let writers = prepare(&company).await;
    let mut serving = process::serve(&company.data(), &company.assets(), &["--memtable-mib", "16"]);
    let told = Arc::new(Mutex::new(Vec::new()));
    let padding = "lorem ipsum dolor ".repeat(250);
    let mut threads = Vec::new();
    for (n, session) in writers.sessions.iter().enumerate() {
        for hand in 0..2 {
            let (mut browser, told) = (session.clone(), told.clone());
            browser.server = serving.address;
            let (community, padding) = (writers.community.clone(), padding.clone());
            threads.push(thread::spawn(move || {
                for turn in 0.. {
                    let text = format!("Personne {n}, main {hand}, message {turn}");
                    let body = format!("{text}. {padding}");
                    let fields =
                        [("community", community.as_str()), ("body", body.as_str()), ("key", text.as_str())];
                    match browser.send("/?do=publish", &fields) {
                        Ok(answer) if is_done(&answer) => told.lock().unwrap().push(text),
                        Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
                        Err(_) => return,
                    }
                }
            }));
        }
    }
    let logs = || -> Vec<_> {
        let folder = std::fs::read_dir(company.data().join("store/wal")).unwrap();
        let mut names: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let first = logs();
    for _ in 0..12_000 {
        if logs() != first {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    assert_ne!(logs(), first, "memory never filled up");
    thread::sleep(Duration::from_millis(1500));
    serving.kill();
    for writer in threads {
        writer.join().unwrap();
    }
    let ctx = company.open().await;
    let bodies = ctx.db().rows::<String>("SELECT VALUE body FROM post", bind! {}).await.unwrap();
    let known: HashSet<_> =
        bodies.iter().filter_map(|body| body.split_once(". ")).map(|(text, _)| text).collect();
    let told = told.lock().unwrap().clone();
    let lost: Vec<_> = told.iter().filter(|text| !known.contains(text.as_str())).collect();
    assert!(lost.is_empty(), "{lost:?} of {}", told.len());
    assert_eq!(services::check::run(&ctx).await.unwrap().wrong, Vec::<String>::new());
    company.close(ctx).await;
}
