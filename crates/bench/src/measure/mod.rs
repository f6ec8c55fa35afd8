//! What is measured, in order: one figure, or one family of figures, a file.

mod catch_up;
mod cold_start;
mod first_byte;
mod home_feed;
mod load;
mod memory;
mod posts;
mod reactions;
mod search;
mod weight;

use crate::{
    Outcome,
    asked::{Asked, Measure},
    browser::Visitor,
    company::{Company, company},
    house::{House, Plan, Scratch},
    machine, profile,
    report::Report,
};

/// A server with the company, and the employee signed in to it.
pub struct Scene<'a> {
    pub asked: &'a Asked,
    pub company: &'a Company,
    pub house: House,
    pub employee: Visitor,
}

pub async fn run(asked: &Asked) -> Outcome {
    let pinned = machine::has_two_cores();
    let mut report = Report::new(asked.times_as_large());
    if !pinned {
        report.note("server and load share their cores: fewer than two here, or no taskset".to_owned());
    }
    let company = company(asked, pinned).await?;
    if pinned {
        machine::take_the_loads_core();
    }
    let scratch = Scratch::copy_of(&company.data, &asked.folder())?;
    let plan =
        Plan { program: asked.program.clone(), assets: asked.assets.clone(), data: scratch.data(), pinned };
    if asked.profile.is_some() {
        return profiled(asked, &plan, &company, &scratch).await;
    }
    if asked.wants(Measure::ColdStart) {
        cold_start::measure(&plan, &mut report).await?;
    }
    let served = [
        Measure::Weight,
        Measure::HomeFeed,
        Measure::DeepPage,
        Measure::CommunityFeed,
        Measure::CatchUp,
        Measure::Ttfb,
        Measure::Search,
        Measure::Reactions,
        Measure::PostSizes,
        Measure::Posts,
        Measure::Memory,
    ];
    if asked.wants(Measure::Search) {
        search::making(&plan, &mut report)?;
    }
    if served.iter().any(|measure| asked.wants(*measure)) {
        let scene = open(asked, &plan, &company).await?;
        served_measures(scene, &plan, &company, &mut report).await?;
    }
    eprintln!("{}", report.summary());
    Ok(())
}

async fn open<'a>(asked: &'a Asked, plan: &Plan, company: &'a Company) -> Outcome<Scene<'a>> {
    let (house, _) = House::open(plan).await?;
    let employee = Visitor::signed_in(house.address, company.email("employee")?, company.password()).await?;
    search::ready(&employee, asked.times_as_large()).await?;
    Ok(Scene { asked, company, house, employee })
}

async fn served_measures(scene: Scene<'_>, plan: &Plan, company: &Company, report: &mut Report) -> Outcome {
    let asked = scene.asked;
    if asked.wants(Measure::Weight) {
        weight::measure(&scene, report).await?;
    }
    let feeds = [Measure::HomeFeed, Measure::DeepPage, Measure::CommunityFeed];
    if feeds.into_iter().any(|feed| asked.wants(feed)) {
        home_feed::measure(&scene, report).await?;
    }
    if asked.wants(Measure::CatchUp) {
        catch_up::measure(&scene, report).await?;
    }
    if asked.wants(Measure::Ttfb) {
        first_byte::measure(&scene, report).await?;
    }
    if asked.wants(Measure::Search) {
        search::measure(&scene, report).await?;
    }
    if asked.wants(Measure::Reactions) {
        reactions::measure(&scene, report).await?;
    }
    let mut published = posts::Published::default();
    if asked.wants(Measure::PostSizes) {
        posts::large_and_small(&scene, report, &mut published).await?;
    }
    if asked.wants(Measure::Posts) {
        posts::measure(&scene, report, &mut published).await?;
    }
    memory::measure(&scene, report)?;
    if !published.is_empty() {
        scene.house.kill();
        let scene = open(asked, plan, company).await?;
        posts::survived(&scene, report, published).await?;
        scene.house.close().await?;
    }
    Ok(())
}

/// Records the server while it is asked for the home feed, or written to.
async fn profiled(asked: &Asked, plan: &Plan, company: &Company, scratch: &Scratch) -> Outcome {
    let Some(seconds) = asked.profile else { return Ok(()) };
    let scene = open(asked, plan, company).await?;
    let load = async {
        if asked.names(Measure::Posts) {
            eprintln!("→ Profile: publishing, 16 writers, {seconds} s");
            posts::for_ever(&scene).await
        } else {
            eprintln!("→ Profile: home feed, 8 connections, {seconds} s");
            home_feed::for_ever(&scene).await
        }
    };
    tokio::select! {
        outcome = load => outcome,
        outcome = profile::record(&scene.house, seconds, &scratch.0) => outcome,
    }
}
