//! `preau check`

use super::Outcome;
use crate::{config::Settings, control::Asked};
use services::Context;
use std::process::ExitCode;

/// Exit code 0 when all is well, 1 when something is wrong, 2 when it could not be looked at.
pub async fn run(settings: &Settings) -> Outcome {
    let mut say = |line| println!("{line}");
    let open = async || super::existing(settings).await;
    match super::done_there_or_here(settings, Asked::Check, open, &mut say).await {
        Ok(code) => Ok(ExitCode::from(code)),
        Err(message) => {
            eprintln!("preau: {message}");
            Ok(ExitCode::from(2))
        }
    }
}

/// Looks at everything and says what is wrong; gives the exit code.
pub async fn report(ctx: &Context, say: &mut (dyn FnMut(String) + Send)) -> Result<u8, String> {
    let report = services::check::run(ctx).await.map_err(|error| error.to_string())?;
    for line in report.counted {
        say(line);
    }
    if report.wrong.is_empty() {
        say("Every invariant holds.".to_owned());
        return Ok(0);
    }
    let count = report.wrong.len();
    for wrong in report.wrong {
        say(format!("WRONG {wrong}"));
    }
    say(if count == 1 { "One thing is wrong.".to_owned() } else { format!("{count} things are wrong.") });
    Ok(1)
}
