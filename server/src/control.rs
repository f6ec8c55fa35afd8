//! The back door: how a command reaches the store while the house is open.
//!
//! A store on disk is one process's. So the one that serves listens on a socket in the data folder,
//! which its owner alone may open, and does there what commands such as `preau check`, `preau backup`
//! and `preau import` ask; when nobody answers, the command opens the store itself. Both sides speak
//! in lines of JSON.

use crate::commands::{
    backup, check,
    import::{self, Sheet},
    reindex, reset_password,
};
use domain::Lang;
use serde::{Deserialize, Serialize};
use services::Context;
use std::{
    io,
    path::{Path, PathBuf},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{UnixListener, UnixStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::{JoinHandle, JoinSet},
};

/// What a command asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    Check,
    Reindex,
    /// An absolute path.
    Backup {
        file: PathBuf,
    },
    /// Absolute paths.
    Import {
        file: PathBuf,
        dry_run: bool,
        lang: Lang,
        invitations: Option<PathBuf>,
        url: Option<String>,
    },
    /// An absolute path.
    Invitations {
        file: Option<PathBuf>,
        url: Option<String>,
    },
    ResetPassword {
        email: String,
        url: Option<String>,
    },
}

impl Asked {
    /// Whether it is done to its end whoever hangs up: links are written after the people they are
    /// for, and would be lost in between.
    fn goes_on(&self) -> bool {
        matches!(self, Asked::Import { .. } | Asked::Invitations { .. })
    }

    /// What the log calls it: the rest may name people.
    fn name(&self) -> &'static str {
        match self {
            Asked::Check => "check",
            Asked::Reindex => "reindex",
            Asked::Backup { .. } => "backup",
            Asked::Import { .. } => "import",
            Asked::Invitations { .. } => "invitations",
            Asked::ResetPassword { .. } => "reset-password",
        }
    }
}

/// What commands are carried out with.
#[derive(Clone)]
pub struct Desk {
    pub ctx: Context,
    /// The data folder, an absolute path.
    pub data: PathBuf,
    /// The address that links begin with.
    pub url: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Line(String),
    /// The exit code.
    Done(u8),
    Failed(String),
}

/// The open door; closed when dropped, on those who stand in it.
pub struct Door {
    path: PathBuf,
    answering: JoinHandle<()>,
}

/// No question is longer.
const LONGEST: u64 = 64 * 1024;

fn address(data: &Path) -> PathBuf {
    data.join("control.sock")
}

/// Opens the door in `data` and answers from now on. What a killed process left is taken away;
/// a process that still answers there is an error.
pub async fn open(desk: Desk, data: &Path) -> io::Result<Door> {
    let path = address(data);
    if UnixStream::connect(&path).await.is_ok() {
        return Err(io::Error::new(io::ErrorKind::AddrInUse, "another preau serves this data folder"));
    }
    // Made where nobody else may enter, then put in its place: it is never open to others.
    let porch = data.join(format!(".control-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&porch);
    let mut builder = std::fs::DirBuilder::new();
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&porch)?;
    let bound = bind(&porch.join("s"), &path);
    let _ = std::fs::remove_dir_all(&porch);
    let listener = bound?;
    Ok(Door { path, answering: tokio::spawn(answer_all(listener, desk)) })
}

fn bind(made: &Path, path: &Path) -> io::Result<UnixListener> {
    let listener = UnixListener::bind(made)?;
    std::fs::set_permissions(made, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    std::fs::rename(made, path)?;
    Ok(listener)
}

impl Drop for Door {
    fn drop(&mut self) {
        self.answering.abort();
        let _ = std::fs::remove_file(&self.path);
    }
}

async fn answer_all(listener: UnixListener, desk: Desk) {
    let mut commands = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                while commands.try_join_next().is_some() {}
                commands.spawn(answer(stream, desk.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a command was not let in");
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
        }
    }
}

/// One command. When it hangs up, what it asked for is given up, unless it writes as it goes.
async fn answer(stream: UnixStream, desk: Desk) {
    let (read, write) = stream.into_split();
    let mut read = BufReader::new(read.take(LONGEST));
    let mut question = String::new();
    if read.read_line(&mut question).await.is_err() {
        return;
    }
    let (answers, coming) = unbounded_channel();
    let speaking = tokio::spawn(speak(coming, write));
    match serde_json::from_str::<Asked>(&question) {
        Ok(asked) => {
            let goes_on = asked.goes_on();
            let mut acting = tokio::spawn(async move { carry_out(&desk, asked, &answers).await });
            let mut rest = [0];
            tokio::select! {
                _ = &mut acting => {}
                _ = read.read(&mut rest) => {
                    tracing::warn!(goes_on, "a command hung up before it was done");
                    if !goes_on {
                        acting.abort();
                    }
                }
            }
        }
        Err(error) => {
            let _ = answers.send(Answer::Failed(format!("not understood: {error}")));
            drop(answers);
        }
    }
    let _ = speaking.await;
}

async fn carry_out(desk: &Desk, asked: Asked, answers: &UnboundedSender<Answer>) {
    tracing::info!(command = asked.name(), "asked by the back door");
    let mut say = |line| {
        let _ = answers.send(Answer::Line(line));
    };
    let done = act(desk, asked, &mut say).await;
    let _ = answers.send(match done {
        Ok(code) => Answer::Done(code),
        Err(message) => Answer::Failed(message),
    });
}

/// Does what is asked, here; gives the exit code.
pub async fn act(desk: &Desk, asked: Asked, say: &mut (dyn FnMut(String) + Send)) -> Result<u8, String> {
    match asked {
        Asked::Check => check::report(&desk.ctx, say).await,
        Asked::Reindex => reindex::compare(&desk.ctx, say).await,
        Asked::Backup { file } => backup::save(&desk.ctx, &file, say).await,
        Asked::Import { file, dry_run, lang, invitations, url } => {
            import::bring(desk, &Sheet { file, dry_run, lang, invitations, url }, say).await
        }
        Asked::Invitations { file, url } => import::renew(desk, file.as_deref(), url.as_deref(), say).await,
        Asked::ResetPassword { email, url } => reset_password::make(desk, &email, url.as_deref(), say).await,
    }
}

async fn speak(mut coming: UnboundedReceiver<Answer>, mut to: tokio::net::unix::OwnedWriteHalf) {
    while let Some(answer) = coming.recv().await {
        let Ok(mut line) = serde_json::to_vec(&answer) else { continue };
        line.push(b'\n');
        if to.write_all(&line).await.is_err() {
            return;
        }
    }
}

/// Asks whoever serves `data`; `None` when nobody does. Lines go to `say` as they come; then the
/// exit code, or why it failed.
pub async fn ask(
    data: &Path,
    asked: &Asked,
    say: &mut (dyn FnMut(String) + Send),
) -> Option<Result<u8, String>> {
    let stream = UnixStream::connect(address(data)).await.ok()?;
    Some(converse(stream, asked, say).await)
}

async fn converse(
    stream: UnixStream,
    asked: &Asked,
    say: &mut (dyn FnMut(String) + Send),
) -> Result<u8, String> {
    let lost = |error: io::Error| format!("the house that is open does not answer: {error}");
    let (read, mut write) = stream.into_split();
    let mut question = serde_json::to_vec(asked).map_err(|error| error.to_string())?;
    question.push(b'\n');
    write.write_all(&question).await.map_err(lost)?;
    let mut lines = BufReader::new(read).lines();
    while let Some(line) = lines.next_line().await.map_err(lost)? {
        match serde_json::from_str(&line).map_err(|error| error.to_string())? {
            Answer::Line(line) => say(line),
            Answer::Done(code) => return Ok(code),
            Answer::Failed(message) => return Err(message),
        }
    }
    Err("the house closed before it was done".into())
}
