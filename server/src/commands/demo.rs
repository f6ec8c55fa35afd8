//! `preau demo`: the fictional company, loaded into an empty store, its dates counted from today.

mod load;

use super::Outcome;
use crate::config::{Demo, Settings};
use demo::Scale;
use serde_json::json;
use std::{process::ExitCode, time::Instant};

/// Every demo account has it: the house says so wherever it names them.
const PASSWORD: &str = "quatre arbres sous le préau";

/// Who comes by does not know where things are.
const WORTH_A_LOOK: [(&str, &str); 4] = [
    ("employee", "/  six months of talk   /catch-up  what was missed   /events  what is coming"),
    ("", "/carpool  a ride on Tuesday at 8:30   /search?q=atelier   /communities/propose  a wish"),
    ("community_manager", "/admin/proposals  wishes to answer   /communities/new   /admin/invitations"),
    ("partner", "/  the same house, as somebody from outside sees it"),
];

pub async fn run(settings: &Settings, asked: Demo) -> Outcome {
    let ctx = super::context(settings).await?;
    let default = Scale::default();
    let scale = |asked: Option<u64>, default| {
        asked.map_or(default, |count| usize::try_from(count).unwrap_or(usize::MAX))
    };
    let scale = Scale {
        people: scale(asked.people, default.people),
        communities: scale(asked.communities, default.communities),
        posts: scale(asked.posts, default.posts),
    };
    let started = Instant::now();
    let loaded = load::load(&ctx, scale, PASSWORD).await.map_err(|error| {
        let empty = matches!(&error, services::Error::Refused(failure)
            if failure.reason == domain::Reason::Account(domain::account::AccountError::AlreadySetUp));
        if empty {
            format!("there is a company in {} already; choose another --data", settings.data.display())
        } else {
            error.to_string()
        }
    })?;
    for line in &loaded.counted {
        println!("  {line}");
    }
    println!("The demo company is loaded ({:.1} s).", started.elapsed().as_secs_f32());
    println!("Ready-made accounts, password for all of them: {PASSWORD}");
    for account in &loaded.accounts {
        println!("  {:<18} {:<46} {}", account.role, account.email, account.name);
    }
    if let Some(email) = loaded.away.first() {
        println!("  {:<18} {email}", "back after leave");
    }
    println!("An invitation to try: /join/{}", loaded.invitation);
    println!("Worth a look:");
    for (who, what) in WORTH_A_LOOK {
        println!("  {who:<18} {what}");
    }
    if asked.json {
        let accounts: Vec<_> = loaded
            .accounts
            .iter()
            .map(|account| json!({ "role": account.role, "email": account.email, "name": account.name }))
            .collect();
        println!(
            "{}",
            json!({
                "password": PASSWORD, "accounts": accounts, "away": loaded.away,
                "invitation": loaded.invitation, "reset": loaded.reset
            })
        );
    }
    Ok(ExitCode::SUCCESS)
}
