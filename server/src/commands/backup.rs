//! `preau backup FILE` and `preau restore FILE`

use super::Outcome;
use crate::config::Settings;
use std::{path::Path, process::ExitCode};

pub async fn backup(settings: &Settings, file: &Path) -> Outcome {
    let _ = (settings, file);
    Err("not there yet".into())
}

pub async fn restore(settings: &Settings, file: &Path) -> Outcome {
    let _ = (settings, file);
    Err("not there yet".into())
}
