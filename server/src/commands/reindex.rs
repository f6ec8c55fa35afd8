//! `preau reindex`

use super::Outcome;
use crate::{
    config::Settings,
    control::{self, Asked},
};
use services::{Context, search};
use std::process::ExitCode;

pub async fn run(settings: &Settings) -> Outcome {
    let mut say = |line| println!("{line}");
    let code = match control::ask(&settings.data, &Asked::Reindex, &mut say).await {
        Some(answer) => answer?,
        None => {
            let ctx = super::existing(settings).await?;
            let folder = settings.data.join(search::FOLDER);
            let held = search::rebuild(&ctx, &folder).await.map_err(|error| error.to_string())?;
            say(format!("The search knows {held} posts, comments, events and communities."));
            0
        }
    };
    Ok(ExitCode::from(code))
}

/// In the process that serves, whose index others are searching: what is wrong in it is put right.
pub async fn compare(ctx: &Context, say: &mut (dyn FnMut(String) + Send)) -> Result<u8, String> {
    let wrong = search::compare(ctx).await.map_err(|error| error.to_string())?;
    say(match wrong {
        0 => "The search knows what the store holds.".to_owned(),
        1 => "One thing was not in the search as it is in the store; it is now.".to_owned(),
        n => format!("{n} things were not in the search as they are in the store; they are now."),
    });
    Ok(0)
}
