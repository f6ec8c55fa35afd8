//! `preau reset-password EMAIL`

use super::Outcome;
use crate::{
    config::Settings,
    control::{Asked, Desk},
};
use domain::Reason;
use services::Error;
use std::process::ExitCode;

pub async fn run(settings: &Settings, email: String) -> Outcome {
    let question = Asked::ResetPassword { email, url: settings.url.clone() };
    let open = async || super::existing(settings).await;
    let mut say = |line| println!("{line}");
    Ok(ExitCode::from(super::done_there_or_here(settings, question, open, &mut say).await?))
}

/// Makes a link for whoever has this address; gives the exit code.
pub async fn make(
    desk: &Desk,
    email: &str,
    url: Option<&str>,
    say: &mut (dyn FnMut(String) + Send),
) -> Result<u8, String> {
    let link = services::accounts::reset_link_for(&desk.ctx, email).await.map_err(|error| match error {
        Error::Refused(failure) if failure.reason == Reason::NotFound => {
            format!(
                "nobody who has joined has the address {email}; who has not is called by `preau invitations`"
            )
        }
        error => error.to_string(),
    })?;
    let until = link.expires.to_zoned(desk.ctx.zone().clone()).strftime("%Y-%m-%d %H:%M");
    say(format!("A new password for {}, once, until {until}; links made before are dead:", link.name));
    say(format!("{}{}", url.unwrap_or(&desk.url), link.path()));
    Ok(0)
}
