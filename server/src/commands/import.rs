//! `preau import people FILE.csv`

use super::Outcome;
use crate::config::Settings;
use domain::Lang;
use std::{path::Path, process::ExitCode};

pub async fn people(
    settings: &Settings,
    file: &Path,
    dry_run: bool,
    lang: &str,
    invitations: Option<&Path>,
) -> Outcome {
    let lang = Lang::from_tag(lang).unwrap_or_default();
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let ctx = super::context(settings).await?;
    let report = services::people::import(&ctx, &bytes, dry_run).await.map_err(|error| error.to_string())?;
    for line in report.lines(lang) {
        println!("{line}");
    }
    if let Some(to) = invitations {
        report.write_invitations(to).map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
