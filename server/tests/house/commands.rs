//! `preau check`, `backup` and `restore`, with the house open and closed.

use crate::{
    browser::Browser,
    company::Company,
    process::{printed, run, serve},
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
