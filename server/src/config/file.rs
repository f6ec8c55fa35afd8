//! The file of options: each line becomes the default of its option, so that flags and variables win.

use clap::{Arg, ArgAction, Command};
use std::path::{Path, PathBuf};

/// The file named by `--config` or `PREAU_CONFIG`, found before the rest is parsed.
pub(super) fn named() -> Option<PathBuf> {
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--config" {
            return arguments.next().map(PathBuf::from);
        }
        if let Some(file) = argument.to_str().and_then(|argument| argument.strip_prefix("--config=")) {
            return Some(PathBuf::from(file));
        }
    }
    std::env::var_os("PREAU_CONFIG").map(PathBuf::from)
}

/// `command` with the defaults of `file`; a bad line is named with its file, what is wrong and what
/// is allowed.
pub(super) fn applied(mut command: Command, file: &Path) -> Result<Command, String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("--config {shown}: {error}"))?;
    let table: toml::Table = text.parse().map_err(|error| format!("--config {shown}: {error}"))?;
    for (name, value) in table {
        let wrong = |what: &str| format!("--config {shown}: {name}: {what}");
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Table(_) | toml::Value::Array(_) => return Err(wrong("takes one value")),
            other => other.to_string(),
        };
        let id = name.replace('-', "_");
        let mine = known(&command, &id);
        let serves = command.find_subcommand("serve").and_then(|serve| known(serve, &id));
        let Some(argument) = mine.or(serves) else {
            return Err(wrong("there is no such option; see preau --help and preau serve --help"));
        };
        if let Some(why) = bad(argument, &value) {
            return Err(wrong(&format!("{value:?}: {why}")));
        }
        let is_mine = mine.is_some();
        let set = |argument: Arg| argument.default_value(leak(value));
        command = if is_mine {
            command.mut_arg(id, set)
        } else {
            command.mut_subcommand("serve", |serve| serve.mut_arg(id, set))
        };
    }
    Ok(command)
}

/// The option of that name, when a file may set it: those that a variable may.
fn known<'a>(command: &'a Command, id: &str) -> Option<&'a Arg> {
    let of_that_name = |argument: &&Arg| argument.get_id() == id && argument.get_env().is_some();
    command.get_arguments().find(of_that_name).filter(|_| id != "config")
}

fn bad(argument: &Arg, value: &str) -> Option<String> {
    match argument.get_action() {
        // A flag takes no value where flags stand.
        ArgAction::SetTrue => super::switch(value).err(),
        _ => super::refused(argument, value),
    }
}

/// The parser wants defaults that live as long as the program; there are a dozen of them.
fn leak(value: String) -> &'static str {
    Box::leak(value.into_boxed_str())
}
