//! `preau import people FILE.csv` and `preau invitations`

use super::Outcome;
use crate::{
    config::{ImportPeople, Settings},
    control::{Asked, Desk},
};
use domain::Lang;
use services::accounts::LinkFile;
use std::{
    io,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub async fn people(settings: &Settings, asked: ImportPeople) -> Outcome {
    // The process that serves stands in another folder.
    let invitations = asked.invitations.as_deref().map(absolute).transpose()?;
    let question = Asked::Import {
        file: absolute(&asked.file)?,
        dry_run: asked.dry_run,
        lang: Lang::from_tag(&asked.lang).unwrap_or_default(),
        invitations,
        url: settings.url.clone(),
    };
    let mut lines = Vec::new();
    let mut say = |line| lines.push(line);
    let open = async || match asked.dry_run {
        true => super::untouched(settings).await,
        false => super::context(settings).await,
    };
    let done = super::done_there_or_here(settings, question, open, &mut say).await;
    // What is to correct goes where faults go; a report goes on.
    let faulty = !matches!(done, Ok(0));
    for line in lines {
        if faulty { eprintln!("{line}") } else { println!("{line}") }
    }
    Ok(ExitCode::from(done?))
}

pub async fn invitations(settings: &Settings, file: Option<&Path>) -> Outcome {
    let file = file.map(absolute).transpose()?;
    let question = Asked::Invitations { file, url: settings.url.clone() };
    let open = async || super::existing(settings).await;
    let mut say = |line| println!("{line}");
    Ok(ExitCode::from(super::done_there_or_here(settings, question, open, &mut say).await?))
}

fn absolute(file: &Path) -> Result<PathBuf, String> {
    std::path::absolute(file).map_err(|error| told(file, &error))
}

fn told(file: &Path, error: &io::Error) -> String {
    format!("{}: {error}", file.display())
}

/// A sheet to bring in.
pub struct Sheet {
    pub file: PathBuf,
    pub dry_run: bool,
    pub lang: Lang,
    /// Where links go; in the data folder when it is not said.
    pub invitations: Option<PathBuf>,
    pub url: Option<String>,
}

/// Brings a sheet in; gives the exit code.
pub async fn bring(desk: &Desk, sheet: &Sheet, say: &mut (dyn FnMut(String) + Send)) -> Result<u8, String> {
    let bytes = tokio::fs::read(&sheet.file).await.map_err(|error| told(&sheet.file, &error))?;
    // Before anybody is called in: links that could not be written would be lost.
    let mut links = match sheet.dry_run {
        true => None,
        false => Some(link_file(desk, sheet.invitations.as_deref(), sheet.url.as_deref()).await?),
    };
    let report = services::people::import(&desk.ctx, &bytes, sheet.dry_run, links.as_mut()).await;
    let report = report.map_err(|error| {
        format!("{error}. Who was brought in before it stays: start the import again to finish it, then `preau invitations` for links that were lost")
    })?;
    for line in report.lines(sheet.lang) {
        say(line);
    }
    if let Some(links) = links.filter(|links| links.links() > 0) {
        let path = links.path().display();
        say(match sheet.lang {
            Lang::Fr => format!("Liens à transmettre, un par personne\u{a0}: {path}"),
            Lang::En => format!("Links to hand over, one for each person: {path}"),
        });
    }
    Ok(u8::from(!report.is_clean()))
}

/// New links for all who were called and have not come; gives the exit code.
pub async fn renew(
    desk: &Desk,
    file: Option<&Path>,
    url: Option<&str>,
    say: &mut (dyn FnMut(String) + Send),
) -> Result<u8, String> {
    let mut links = link_file(desk, file, url).await?;
    let renewed = services::accounts::renew_invitations(&desk.ctx, Some(&mut links)).await;
    renewed.map_err(|error| format!("{error}. Start it again: the links made so far are replaced"))?;
    say(match links.links() {
        0 => "Nobody is awaited.".to_owned(),
        count => format!("{}: {count} links; those made before are dead.", links.path().display()),
    });
    Ok(0)
}

/// The file for links: the one asked for, or a new one in the data folder.
async fn link_file(desk: &Desk, file: Option<&Path>, url: Option<&str>) -> Result<LinkFile, String> {
    let named = || {
        let now = desk.ctx.now().to_zoned(desk.ctx.zone().clone());
        desk.data.join(format!("invitations-{}.csv", now.strftime("%Y-%m-%d-%H%M%S-%3f")))
    };
    let file = file.map_or_else(named, Path::to_owned);
    LinkFile::create(&file, url.unwrap_or(&desk.url)).await.map_err(|error| told(&file, &error))
}
