//! `preau backup FILE` and `preau restore FILE`

use super::Outcome;
use crate::{
    config::{Settings, Store},
    control::Asked,
};
use services::{Context, backup::Summary};
use std::{path::Path, process::ExitCode};

pub async fn backup(settings: &Settings, file: &Path) -> Outcome {
    let mut say = |line| println!("{line}");
    // The process that serves stands in another folder.
    let file = std::path::absolute(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let open = async || super::existing(settings).await;
    Ok(ExitCode::from(super::done_there_or_here(settings, Asked::Backup { file }, open, &mut say).await?))
}

/// Writes the backup; gives the exit code.
pub async fn save(ctx: &Context, file: &Path, say: &mut (dyn FnMut(String) + Send)) -> Result<u8, String> {
    let summary = services::backup::write(ctx, file, say).await.map_err(|error| error.to_string())?;
    for missing in &summary.missing {
        say(format!("MISSING picture {missing}: the store knows it, the folder does not have it"));
    }
    say(format!("{}: {}", file.display(), told(&summary)));
    Ok(0)
}

pub async fn restore(settings: &Settings, file: &Path) -> Outcome {
    if settings.store == Store::Memory {
        eprintln!("preau: --store mem:// keeps nothing; restore needs `disk`, `ws://…` or `wss://…`");
        return Ok(ExitCode::from(2));
    }
    let mut say = |line| println!("{line}");
    let into = super::store_settings(settings);
    let summary = services::backup::restore(file, &settings.data, &into, &mut say).await;
    let summary = summary.map_err(|error| error.to_string())?;
    println!("{} holds {}.", settings.data.display(), told(&summary));
    Ok(ExitCode::SUCCESS)
}

fn told(summary: &Summary) -> String {
    let (whole, tenth) = (summary.bytes / 1_000_000, summary.bytes % 1_000_000 / 100_000);
    format!("{} rows and {} picture files ({whole}.{tenth} MB)", summary.rows, summary.pictures)
}
