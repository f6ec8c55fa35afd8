//! `preau check`, `backup` and `restore`, with the house open and closed; options that are wrong.

use crate::{
    browser::Browser,
    company::Company,
    process::{preau, printed, run, serve},
};
use services::bind;
use std::{
    fs,
    os::unix::{fs::PermissionsExt, net::UnixListener},
};

#[test]
fn a_backup_is_made_while_the_house_is_open_and_comes_back() {
    let company = Company::load();
    let (data, file) = (company.data(), company.folder().join("house.preau"));
    let mut serving = serve(&data, &company.assets(), &[]);
    let door = data.join("control.sock");
    assert_eq!(fs::metadata(&door).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);

    let file_name = file.to_str().unwrap();
    let output = run(&data, &["backup", file_name]);
    assert!(output.status.success(), "{}", printed(&output));
    assert!(printed(&output).contains("person: "), "{}", printed(&output));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let output = run(&data, &["backup", file_name]);
    assert_eq!(output.status.code(), Some(1), "nothing is overwritten");
    let output = run(&data, &["check"]);
    assert!(
        output.status.success() && printed(&output).contains("Every invariant holds."),
        "{}",
        printed(&output)
    );
    assert!(serving.stop().success());
    assert!(!door.exists(), "the door is closed behind one");

    // Into an empty folder, and into no other.
    let output = run(&data, &["restore", file_name]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    let back = company.folder().join("back");
    let output = run(&back, &["restore", file_name]);
    assert!(output.status.success(), "{}", printed(&output));
    let output = run(&back, &["check"]);
    assert!(output.status.success(), "{}", printed(&output));
    let serving = serve(&back, &company.assets(), &[]);
    let account = company.accounts.first().unwrap();
    let mut browser = Browser::signed_in(serving.address, &account.email, &company.password);
    assert_eq!(browser.get("/").unwrap().status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn check_says_what_is_wrong_and_how_it_ended() {
    let company = Company::load();
    let data = company.data();
    assert_eq!(run(&data, &["check"]).status.code(), Some(0));
    let ctx = company.open().await;
    ctx.db().query("UPDATE event SET taken += 1", bind! {}).await.unwrap();
    company.close(ctx).await;
    let output = run(&data, &["check"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("WRONG places taken at event"), "{}", printed(&output));
    let nowhere = company.folder().join("nowhere");
    let output = run(&nowhere, &["check"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert!(!nowhere.exists(), "looking makes nothing");
}

#[test]
fn a_door_that_a_killed_house_left_is_no_obstacle() {
    let company = Company::load();
    let data = company.data();
    let mut serving = serve(&data, &company.assets(), &[]);
    serving.kill();
    assert!(data.join("control.sock").exists());
    let output = run(&data, &["check"]);
    assert!(output.status.success(), "{}", printed(&output));
    let _serving = serve(&data, &company.assets(), &[]);
    let output = run(&data, &["check"]);
    assert!(output.status.success(), "{}", printed(&output));
}

/// Something else listens there, and hangs up: the command says so and ends.
#[test]
fn a_door_nobody_answers_at_is_told() {
    let company = Company::load();
    let listener = UnixListener::bind(company.data().join("control.sock")).unwrap();
    let deaf = std::thread::spawn(move || drop(listener.accept()));
    let output = run(&company.data(), &["check"]);
    deaf.join().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
}

#[test]
fn a_restore_that_was_cut_does_not_open() {
    let company = Company::load();
    let data = company.folder().join("cut");
    fs::create_dir_all(data.join("restoring/store")).unwrap();
    for command in [vec!["serve", "--addr", "127.0.0.1:0", "--assets", "."], vec!["migrate"]] {
        let output = run(&data, &command);
        assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
        assert!(printed(&output).contains("was cut"), "{}", printed(&output));
    }
    assert!(!data.join("store").exists());
}

#[test]
fn what_is_no_backup_restores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x");
    fs::write(&file, "Bonjour").unwrap();
    let data = folder.path().join("data");
    let output = run(&data, &["restore", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("not a backup"), "{}", printed(&output));
    let output = run(&data, &["--store", "mem://", "restore", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "memory keeps nothing");
}

/// Arguments, and what is said of them.
const BAD_FLAGS: &[(&[&str], &[&str])] = &[
    (&["--zone", "Mars", "migrate"], &["--zone", "Mars", "IANA"]),
    (&["--store", "disc", "migrate"], &["--store", "disc", "mem://"]),
    (&["--threads", "0", "migrate"], &["--threads", "between 1 and 256"]),
    (&["--block-cache-mib", "lots", "migrate"], &["--block-cache-mib", "between 16 and 65536"]),
    (&["--memtable-mib", "1", "migrate"], &["--memtable-mib", "between 16 and 4096"]),
    (&["--log-format", "xml", "migrate"], &["--log-format", "text, json"]),
    (&["--log-level", "loud", "migrate"], &["--log-level", "loud", "debug", "info,services=debug"]),
    (&["--log-level", "info,services=loud", "migrate"], &["--log-level", "debug"]),
    (&["serve", "--addr", "localhost"], &["--addr", "127.0.0.1:3000"]),
    (&["serve", "--url", "preau.example.org"], &["--url", "https://"]),
    (&["serve", "--url", "https://a@b c"], &["--url", "https://"]),
    (&["serve", "--max-connections", "3"], &["--max-connections", "between 16 and 100000"]),
    (&["demo", "--people", "many"], &["--people", "whole number"]),
    (&["--zonne", "x", "migrate"], &["--zonne"]),
    (&["paint"], &["paint"]),
    (&[], &["Usage"]),
    (&["--config", "/nowhere/preau.toml", "migrate"], &["--config /nowhere/preau.toml"]),
];

/// Name, value, command, and what is said.
const BAD_VARIABLES: &[(&str, &str, &str, &str)] = &[
    ("PREAU_ZONE", "Mars", "migrate", "IANA"),
    ("PREAU_STORE", "disc", "migrate", "mem://"),
    ("PREAU_THREADS", "x", "migrate", "between 1 and 256"),
    ("PREAU_LOG_LEVEL", "loud", "migrate", "info,services=debug"),
    ("PREAU_LOG_FORMAT", "xml", "migrate", "text, json"),
    ("PREAU_ADDR", "3000", "serve", "127.0.0.1:3000"),
    ("PREAU_URL", "", "serve", "https://"),
    ("PREAU_BEHIND_PROXY", "maybe", "serve", "`true` or `false`"),
];

/// A line of the file, and what is said of it.
const BAD_LINES: &[(&str, &[&str])] = &[
    ("zone = \"Mars\"", &["zone", "Mars", "IANA"]),
    ("block-cache-mib = 1", &["block-cache-mib", "\"1\"", "between 16 and 65536"]),
    ("log_level = \"loud\"", &["log_level", "loud", "info,services=debug"]),
    ("log-format = \"xml\"", &["log-format", "xml", "text, json"]),
    ("addr = 3000", &["addr", "127.0.0.1:3000"]),
    ("behind_proxy = \"maybe\"", &["behind_proxy", "`true` or `false`"]),
    ("url = \"preau\"", &["url", "https://"]),
    ("threads = [2]", &["threads", "one value"]),
    ("colour = \"blue\"", &["colour", "no such option"]),
    ("config = \"other\"", &["config", "no such option"]),
    ("people = 3", &["people", "no such option"]),
    ("zone", &["line 1"]),
];

#[test]
fn what_is_wrong_in_the_configuration_is_named_and_nothing_is_begun() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("preau.toml"));
    let refuses = |command: &mut std::process::Command, told: &[&str]| {
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {said}");
        for part in told {
            assert!(said.contains(part), "{command:?} does not say {part:?}: {said}");
        }
    };
    for (arguments, told) in BAD_FLAGS {
        refuses(preau(&data).args(*arguments), told);
    }
    for (name, value, command, told) in BAD_VARIABLES {
        refuses(preau(&data).env(name, value).arg(command), &[&format!("{name}={value}: "), told]);
    }
    let name = file.to_str().unwrap();
    for (line, told) in BAD_LINES {
        fs::write(&file, line).unwrap();
        refuses(preau(&data).args(["--config", name, "migrate"]), &[&[name][..], told].concat());
        refuses(preau(&data).env("PREAU_CONFIG", name).arg("migrate"), &[&[name][..], told].concat());
    }
    assert!(!data.exists());
}

/// What `preau --help` says: an option with a variable has a line too.
#[test]
fn whatever_a_variable_sets_a_line_sets() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("preau.toml"));
    let help = printed(&run(&data, &["serve", "--help"]));
    let mut options = Vec::new();
    for part in help.split("\n      --").skip(1).chain(help.split("\n  -").skip(1)) {
        let name = part.split([' ', '\n']).next().unwrap();
        if part.split("\n      --").next().unwrap().contains("[env: PREAU_") && name != "config" {
            options.push(name.to_owned());
        }
    }
    assert!(options.len() >= 14, "{options:?}");
    let mut lines: Vec<_> = options.iter().map(|option| format!("{option} = \"\u{1}\"")).collect();
    lines.retain(|line| {
        fs::write(&file, line).unwrap();
        printed(&run(&data, &["--config", file.to_str().unwrap(), "--help"])).contains("no such option")
    });
    assert_eq!(lines, Vec::<String>::new());
    // And they hold.
    fs::write(&file, "store = \"mem://\"\nbehind-proxy = true\nmax_connections = 16\nlog_level = \"off\"")
        .unwrap();
    let mut serving = serve(&data, folder.path(), &["--config", file.to_str().unwrap()]);
    assert!(!data.join("store").exists());
    assert!(serving.stop().success());
}
