//! Publishing: how many posts a second are acknowledged, and that each of them is there after the
//! server was killed.

use super::{Scene, load::take};
use crate::{
    Outcome,
    browser::{Browser, Visitor},
    figures::{Times, millis, number, per_second},
    html::{self, Form},
    report::Report,
};
use hyper::header;
use std::{
    collections::{BTreeMap, HashSet},
    sync::{Arc, atomic::AtomicUsize},
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

const WRITERS: usize = 16;
const FROM_ONE: usize = 1000;
const FROM_MANY: usize = 4000;
/// Posts to a large and to a small community, and the turns they come in.
const EACH: usize = 500;
const ROUNDS: usize = 5;
/// A measure ends by then with what it has.
const LONGEST: Duration = Duration::from_secs(45);
/// Begins the mark in the text of a post by which it is found again.
const MARK: &str = "mesure-";
const TEXT: &str = "Le banc sous le tilleul est réparé : deux planches neuves, et quatre vis qui ne \
    dépassent plus. Merci à qui a prêté la perceuse, elle est rendue à l’atelier.";

/// Marks of the posts that were acknowledged, by the community they stand in.
#[derive(Default)]
pub struct Published(BTreeMap<String, HashSet<String>>);

impl Published {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn take_in(&mut self, marks: Vec<(String, String)>) {
        for (slug, mark) in marks {
            self.0.entry(slug).or_default().insert(mark);
        }
    }
}

/// A community the employee writes in.
#[derive(Clone, Debug)]
struct Place {
    slug: String,
    members: u32,
    form: Form,
}

/// The communities of the employee that take posts, the largest first.
async fn places(scene: &Scene<'_>) -> Outcome<Vec<Place>> {
    let mut browser = scene.employee.browser().await?;
    let home = browser.page("/").await?;
    let mut places = Vec::new();
    for slug in html::communities(&home) {
        places.extend(place(&mut browser, slug).await?);
    }
    if places.is_empty() {
        return Err("no community of the employee offers a form to publish".to_owned());
    }
    places.sort_by_key(|place| std::cmp::Reverse(place.members));
    Ok(places)
}

/// The community at this address, if the employee may write there.
async fn place(browser: &mut Browser, slug: String) -> Outcome<Option<Place>> {
    let page = browser.page(&format!("/communities/{slug}")).await?;
    let form = html::forms(&page).into_iter().find(|form| form.does() == "publish");
    let members = html::number_before(html::main(&page), "memb").unwrap_or_default();
    Ok(form.map(|form| Place { slug, members, form }))
}

/// What writers did.
#[derive(Default)]
struct Written {
    times: Times,
    spent: Duration,
    marks: Vec<(String, String)>,
}

/// `writers` publish `count` posts between them, each writer in its own of `places`, one after the
/// other as each is acknowledged.
async fn write(
    scene: &Scene<'_>,
    name: &str,
    places: &[Place],
    writers: usize,
    count: usize,
) -> Outcome<Written> {
    let left = Arc::new(AtomicUsize::new(count));
    let mut ready = Vec::new();
    for (writer, place) in (0..writers).zip(places.iter().cycle()) {
        ready.push((writer, place.clone(), scene.employee.browser().await?));
    }
    let started = Instant::now();
    let mut at_work = JoinSet::new();
    for (writer, place, mut browser) in ready {
        let (left, name) = (left.clone(), name.to_owned());
        at_work.spawn(async move {
            let mut written = Written::default();
            while started.elapsed() < LONGEST && take(&left) {
                let mark = format!("{name}-{writer}-{}", written.marks.len());
                // A key that no other form has, as each page opened brings its own.
                let key = format!("{MARK}{mark}");
                let body = format!("{MARK}{mark}\n\n{TEXT}");
                let asked = Instant::now();
                let answer = browser.send(&place.form, &[("key", &key), ("body", &body)]).await?;
                written.times.push(asked.elapsed());
                if answer.status != 303 {
                    return Err(format!(
                        "a post to {} was answered with {}, not 303",
                        place.slug, answer.status
                    ));
                }
                written.marks.push((place.slug.clone(), mark));
            }
            Ok::<_, String>(written)
        });
    }
    let mut all = Written::default();
    while let Some(done) = at_work.join_next().await {
        let written = done.map_err(|error| error.to_string())??;
        all.times.extend(written.times);
        all.marks.extend(written.marks);
    }
    all.spent = started.elapsed();
    Ok(all)
}

/// One person's post to a community of everybody, and to one of three, in turn: what disturbs one
/// disturbs the other.
pub async fn large_and_small(scene: &Scene<'_>, report: &mut Report, published: &mut Published) -> Outcome {
    let small = open_small(scene).await?;
    let places = places(scene).await?;
    let small = place(&mut scene.employee.browser().await?, small).await?;
    let count = scene.asked.count(EACH);
    let ends = [
        (places.first(), "all", ["post_everyone_members", "post_everyone_p50_ms", "post_everyone_p99_ms"]),
        (small.as_ref(), "few", ["post_small_members", "post_small_p50_ms", "post_small_p99_ms"]),
    ];
    let mut times = [Times::default(), Times::default()];
    for round in 0..ROUNDS {
        for ((place, name, _), times) in ends.iter().zip(&mut times) {
            let place = place.ok_or("no community")?;
            if round == 0 {
                eprintln!(
                    "→ Posts to {}, {} members: {count}, one after the other",
                    place.slug, place.members
                );
            }
            let name = format!("{name}{round}");
            let written = write(scene, &name, std::slice::from_ref(place), 1, count.div_ceil(ROUNDS)).await?;
            times.extend(written.times);
            published.take_in(written.marks);
        }
    }
    for ((place, _, [members, p50, p99]), times) in ends.into_iter().zip(&times) {
        report.line(members, f64::from(place.map_or(0, |place| place.members)), "members", 1);
        report.line(p50, times.median(), "ms", times.len());
        report.line(p99, times.percentile(99), "ms", times.len());
    }
    let [large, small] = &times;
    report.line("post_sizes_p50_ratio", large.median() / small.median(), "×", large.len());
    Ok(())
}

/// The community manager opens a community of three, the employee among its animators; its address.
async fn open_small(scene: &Scene<'_>) -> Outcome<String> {
    let company = scene.company;
    let (manager, sponsor) = (company.email("community_manager")?, company.email("administrator")?);
    let manages = Visitor::signed_in(scene.house.address, manager, company.password()).await?;
    let mut browser = manages.browser().await?;
    let page = browser.page("/communities/new").await?;
    let form = html::forms(&page).into_iter().find(|form| form.does() == "open_community");
    let form = form.ok_or("no form opens a community")?;
    let charter = [
        ("name", "Banc d’essai"),
        ("summary", "Trois personnes, et beaucoup de publications."),
        ("kind", "off_work"),
        ("purpose", "Savoir ce que coûte une publication."),
        ("audience", "Qui mesure."),
        ("rules", "On mesure deux fois."),
        ("measures", "En millisecondes."),
        ("sponsor", sponsor),
        ("animators[0]", company.email("employee")?),
        ("animators[1]", manager),
    ];
    let answer = browser.send(&form, &charter).await?;
    let slug = answer.header(header::LOCATION).strip_prefix("/communities/").unwrap_or_default();
    match slug.split('?').next() {
        Some(slug) if answer.status == 303 && !slug.is_empty() => Ok(slug.to_owned()),
        _ => Err(format!("a small community was answered with {}, not 303", answer.status)),
    }
}

/// Durable posts a second from one writer, and from sixteen: in communities of their own, as far as
/// the employee is in so many, and all in one.
pub async fn measure(scene: &Scene<'_>, report: &mut Report, published: &mut Published) -> Outcome {
    let places = places(scene).await?;
    let largest = places.get(..1).unwrap_or_default();
    let (one, many) = (scene.asked.count(FROM_ONE), scene.asked.count(FROM_MANY));
    let runs = [
        ("posts_per_s_1_writer", "one", largest, 1, one),
        ("posts_per_s_16_writers", "many", places.as_slice(), WRITERS, many),
        ("posts_per_s_16_writers_one_community", "crowd", largest, WRITERS, many),
    ];
    for (line, name, places, writers, count) in runs {
        eprintln!("→ Posts: {count} from {writers} writers in {} communities", places.len().min(writers));
        let cpu = scene.house.cpu()?;
        let written = write(scene, name, places, writers, count).await?;
        let (n, cpu) = (written.times.len(), scene.house.cpu()?.saturating_sub(cpu));
        report.line(line, per_second(n, written.spent), "posts/s", n);
        report.note(format!(
            "{line}: {:.2} ms of processor time a post; p50 {:.1} ms, p99 {:.1} ms until acknowledged.",
            millis(cpu) / number(n),
            written.times.median(),
            written.times.percentile(99),
        ));
        published.take_in(written.marks);
    }
    Ok(())
}

/// After a kill: every post that was acknowledged stands in its community's feed, once.
pub async fn survived(scene: &Scene<'_>, report: &mut Report, published: Published) -> Outcome {
    eprintln!("→ The server was killed and started again: looking for every acknowledged post");
    let mut browser = scene.employee.browser().await?;
    let mut found = 0;
    for (slug, mut missing) in published.0 {
        let mut path = format!("/communities/{slug}");
        let most = missing.len() / 10 + 3;
        for _ in 0..most {
            let page = browser.page(&path).await?;
            for mark in html::words_after(html::main(&page), MARK).into_iter().collect::<HashSet<_>>() {
                found += usize::from(missing.remove(mark));
            }
            match html::next_page(&page, &path) {
                Some(next) if !missing.is_empty() => path = next,
                _ => break,
            }
        }
        if let Some(mark) = missing.iter().next() {
            return Err(format!(
                "{} acknowledged posts of {slug} are lost, such as {MARK}{mark}",
                missing.len()
            ));
        }
    }
    report.note(format!("All {found} acknowledged posts were there after a kill -9."));
    Ok(())
}

/// Writes for as long as somebody wants.
pub async fn for_ever(scene: &Scene<'_>) -> Outcome {
    let places = places(scene).await?;
    let mut turn = 0;
    loop {
        write(scene, &format!("p{turn}"), &places, WRITERS, FROM_MANY).await?;
        turn += 1;
    }
}
