//! The company that is measured: loaded once by `preau demo`, kept, and never measured itself but in
//! copies, so that each run finds the same.

use crate::{
    Outcome,
    asked::Asked,
    browser::{Browser, Visitor},
    house::{House, Plan, Started},
    html, machine,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{ChildStdout, Stdio},
    time::{Duration, Instant},
};

/// The page of the cursor that is compared with the first.
pub const DEEP: usize = 1000;
/// The scale of the measurements; the numbers of people and of posts are asked for.
const COMMUNITIES: [&str; 2] = ["--communities", "50"];
/// Communities the employee joins beside their six: somebody in forty reads as fast as somebody in one.
const MORE_COMMUNITIES: usize = 34;
/// What decides the rows of a company; another company is loaded when a file of these changes.
const WRITTEN_BY: [&str; 4] = [
    "crates/services/src/db/migrations",
    "crates/demo/content",
    "crates/demo/src",
    "server/src/commands/demo",
];
/// Beside the folders above, files of the services whose name begins so.
const SEEDS: (&str, &str) = ("crates/services/src", "seed");

/// A loaded company, and who signs in to it.
pub struct Company {
    pub data: PathBuf,
    accounts: Accounts,
}

impl Company {
    pub fn email(&self, role: &str) -> Outcome<&str> {
        self.accounts.email(role)
    }

    pub fn password(&self) -> &str {
        &self.accounts.password
    }
}

/// The ready-made accounts, as `preau demo` printed them.
#[derive(Deserialize)]
struct Accounts {
    password: String,
    accounts: Vec<Account>,
}

#[derive(Deserialize)]
struct Account {
    role: String,
    email: String,
}

impl Accounts {
    fn read(told: &str) -> Outcome<Accounts> {
        serde_json::from_str(told).map_err(|error| format!("accounts: {error}"))
    }

    /// Of the first account of a role.
    fn email(&self, role: &str) -> Outcome<&str> {
        let found = self.accounts.iter().find(|account| account.role == role);
        found.map(|account| account.email.as_str()).ok_or(format!("no ready-made {role}"))
    }
}

/// The company as it is kept, or loaded now.
pub async fn company(asked: &Asked, pinned: bool) -> Outcome<Company> {
    let scale = asked.scale();
    let bench = asked.folder();
    let folder = bench.join(format!("data-{scale}-{}", fingerprint()?));
    if !folder.join("accounts.json").is_file() {
        forget(&bench, &format!("data-{scale}-"))?;
        let half = bench.join(format!("loading-{}", std::process::id()));
        let half = Half(half);
        std::fs::create_dir_all(&half.0).map_err(|error| format!("{}: {error}", half.0.display()))?;
        load(asked, &half.0, pinned).await?;
        std::fs::rename(&half.0, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let path = folder.join("accounts.json");
    let told = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Company { data: folder.join("data"), accounts: Accounts::read(&told)? })
}

/// A company half loaded is no company.
struct Half(PathBuf);

impl Drop for Half {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Companies of an earlier shape are not needed again.
fn forget(bench: &Path, prefix: &str) -> Outcome {
    let Ok(entries) = std::fs::read_dir(bench) else { return Ok(()) };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(prefix) {
            std::fs::remove_dir_all(entry.path())
                .map_err(|error| format!("{}: {error}", entry.path().display()))?;
        }
    }
    Ok(())
}

fn fingerprint() -> Outcome<String> {
    let mut files = BTreeSet::new();
    for folder in WRITTEN_BY {
        gather(Path::new(folder), "", &mut files)?;
    }
    gather(Path::new(SEEDS.0), SEEDS.1, &mut files)?;
    let mut hash = Sha256::new();
    for file in files {
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(Sha256::digest(&bytes));
    }
    Ok(hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect())
}

fn gather(folder: &Path, prefix: &str, files: &mut BTreeSet<PathBuf>) -> Outcome {
    let told = |error| format!("{} (start it in the checkout): {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            gather(&path, prefix, files)?;
        } else if name.starts_with(prefix) {
            files.insert(path);
        }
    }
    Ok(())
}

async fn load(asked: &Asked, folder: &Path, pinned: bool) -> Outcome {
    let (people, posts) = (asked.people.to_string(), asked.posts.to_string());
    let full = [COMMUNITIES.as_slice(), &["--people", &people, "--posts", &posts]].concat();
    let scale: &[&str] = if asked.quick { &[] } else { &full };
    eprintln!("→ Loading the company: preau demo {} (kept for the next runs)", scale.join(" "));
    let started = Instant::now();
    let data = folder.join("data");
    let mut command = machine::start(&asked.program, None);
    command.arg("demo").args(scale).arg("--json").arg("--data").arg(&data);
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let child = command.spawn().map_err(|error| format!("{}: {error}", asked.program.display()))?;
    let mut child = Started(child);
    let printed = child.0.stdout.take().ok_or("demo prints nowhere")?;
    let last =
        tokio::task::spawn_blocking(move || last_line(printed)).await.map_err(|error| error.to_string())?;
    let status = child.0.wait().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!("preau demo ended with {status}"));
    }
    let accounts = Accounts::read(&last)?;
    eprintln!("  loaded in {:.0} s", started.elapsed().as_secs_f32());
    if !asked.quick {
        let plan =
            Plan { program: asked.program.clone(), assets: asked.assets.clone(), data: data.clone(), pinned };
        let (house, _) = House::open(&plan).await?;
        let employee =
            Visitor::signed_in(house.address, accounts.email("employee")?, &accounts.password).await?;
        join_until_deep(&employee).await?;
        house.close().await?;
    }
    eprintln!("  its search index made in {:.0} s", index(&asked.program, &data)?.as_secs_f32());
    std::fs::write(folder.join("accounts.json"), last).map_err(|error| error.to_string())
}

/// Has the search's index of a closed house made anew; how long that took.
pub fn index(program: &Path, data: &Path) -> Outcome<Duration> {
    let started = Instant::now();
    let mut command = machine::start(program, None);
    let status = command.arg("reindex").arg("--data").arg(data).stdout(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(started.elapsed()),
        Ok(status) => Err(format!("preau reindex ended with {status}")),
        Err(error) => Err(format!("{}: {error}", program.display())),
    }
}

fn last_line(printed: ChildStdout) -> String {
    let mut last = String::new();
    for line in BufReader::new(printed).lines().map_while(Result::ok) {
        if !line.starts_with('{') {
            eprintln!("  {line}");
        }
        last = line;
    }
    last
}

/// Somebody in six communities of fifty has no thousandth page: the employee joins open communities,
/// as anybody may, until there is one and they are in many.
async fn join_until_deep(employee: &Visitor) -> Outcome {
    let mut browser = employee.browser().await?;
    let mut depth = depth(&mut browser).await?;
    let (mut path, mut joined) = ("/communities".to_owned(), 0);
    loop {
        let page = browser.page(&path).await?;
        for slug in html::communities(html::main(&page)) {
            if depth > DEEP && joined >= MORE_COMMUNITIES {
                eprintln!(
                    "  the employee joined {joined} more communities; their feed has {depth} pages or more"
                );
                return Ok(());
            }
            if join(&mut browser, &slug).await? {
                joined += 1;
                if depth <= DEEP {
                    depth = self::depth(&mut browser).await?;
                }
            }
        }
        path = match html::next_page(&page, &path) {
            Some(next) => next,
            None if depth > DEEP => return Ok(()),
            None => {
                return Err(format!(
                    "the home feed has {depth} pages after joining {joined} communities, not {DEEP}"
                ));
            }
        };
    }
}

/// Joins `slug` by the form under its charter, when there is one.
async fn join(browser: &mut Browser, slug: &str) -> Outcome<bool> {
    let page = browser.page(&format!("/communities/{slug}/charter")).await?;
    let form = html::forms(&page).into_iter().find(|form| form.does().starts_with("join"));
    let Some(form) = form else { return Ok(false) };
    let answer = browser.send(&form, &[]).await?;
    Ok(answer.status == 303)
}

/// Pages of the home feed, at most one more than are needed.
async fn depth(browser: &mut Browser) -> Outcome<usize> {
    let (mut path, mut pages) = ("/".to_owned(), 1);
    while pages <= DEEP {
        let page = browser.page(&path).await?;
        let Some(next) = html::next_page(&page, &path) else { break };
        path = next;
        pages += 1;
    }
    Ok(pages)
}
