//! `preau import people` and `preau invitations`, with the house open and closed.

use crate::{
    browser::Browser,
    process::{printed, run, serve_as},
};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

const SHEET: &str = "Prénom;Nom;Adresse e-mail\nZoé;Martin;zoe@exemple.fr\nLuc;Morel;luc@exemple.fr\n";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        fs::create_dir(folder.path("assets")).unwrap();
        fs::write(folder.path("people.csv"), SHEET).unwrap();
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn named(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }
}

/// The files of links in a data folder.
fn lists(data: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
    let mut lists: Vec<_> = files
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("invitations-"))
        })
        .collect();
    lists.sort();
    lists
}

/// The paths of the links in a file, each after `address`.
fn links(file: &Path, address: &str) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let link = |line: &str| {
        let link = line.split(',').nth(2).unwrap();
        link.strip_prefix(address).unwrap_or_else(|| panic!("{address} before {link}")).to_owned()
    };
    text.lines().skip(1).map(link).collect()
}

#[test]
fn people_are_brought_into_an_open_house_and_nobodys_link_is_lost() {
    let folder = Folder::new();
    let (data, sheet) = (folder.path("data"), folder.named("people.csv"));
    let url = "https://preau.exemple.fr";
    let serving = serve_as(url, &data, &folder.path("assets"));

    let output = run(&data, &["import", "people", &sheet]);
    assert!(output.status.success(), "{}", printed(&output));
    let made = lists(&data);
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(printed(&output).contains(made[0].to_str().unwrap()), "{}", printed(&output));
    assert_eq!(fs::metadata(&made[0]).unwrap().permissions().mode() & 0o777, 0o600);
    let first = links(&made[0], url);
    let mut browser = Browser::at(serving.address);
    assert_eq!(first.len(), 2);
    for link in &first {
        assert_eq!(browser.get(link).unwrap().status, 200, "{link}");
    }

    // Once more: nobody is new, and no empty list comes in place of the first.
    let output = run(&data, &["import", "people", &sheet]);
    assert!(output.status.success(), "{}", printed(&output));
    assert_eq!(lists(&data), made);
    let list = made[0].to_str().unwrap();
    for again in [vec!["import", "people", &sheet, "--invitations", list], vec!["invitations", list]] {
        let output = run(&data, &again);
        assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
        assert_eq!(links(&made[0], url), first, "nothing is written over");
    }

    let renewed = folder.path("renewed.csv");
    let output = run(&data, &["invitations", renewed.to_str().unwrap()]);
    assert!(output.status.success(), "{}", printed(&output));
    for (link, status) in
        first.iter().map(|link| (link, 404)).chain(links(&renewed, url).iter().map(|link| (link, 200)))
    {
        assert_eq!(browser.get(link).unwrap().status, status, "{link}");
    }
}

#[test]
fn a_closed_house_takes_people_in_under_the_address_that_is_said() {
    let folder = Folder::new();
    let (data, sheet, list) = (folder.path("data"), folder.named("people.csv"), folder.named("links.csv"));
    let url = "https://preau.exemple.fr";
    let output = run(&data, &["import", "people", &sheet, "--invitations", &list, "--url", url]);
    assert!(output.status.success(), "{}", printed(&output));
    let first = links(Path::new(&list), url);
    let output = run(&data, &["invitations", "--url", url]);
    assert!(output.status.success(), "{}", printed(&output));
    let renewed = lists(&data);
    assert_eq!((renewed.len(), links(&renewed[0], url).len()), (1, 2));
    assert_ne!(links(&renewed[0], url), first);
    assert!(run(&data, &["check"]).status.success());
}

#[test]
fn a_rehearsal_makes_nothing() {
    let folder = Folder::new();
    let (data, sheet) = (folder.path("data"), folder.named("people.csv"));
    let output = run(&data, &["import", "people", &sheet, "--dry-run", "--lang", "en"]);
    assert!(output.status.success(), "{}", printed(&output));
    assert!(printed(&output).contains("2 new"), "{}", printed(&output));
    assert!(!data.exists(), "looking makes nothing");

    assert!(run(&data, &["import", "people", &sheet]).status.success());
    let before: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    let output = run(&data, &["import", "people", &sheet, "--dry-run", "--lang", "en"]);
    assert!(printed(&output).contains("0 new, 0 changed, 2 unchanged"), "{}", printed(&output));
    let after: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(before, after);
}

#[test]
fn every_bad_row_is_told_where_faults_are_told() {
    let folder = Folder::new();
    let mut sheet = String::from("Prénom;Nom;Adresse e-mail\n");
    for n in 0..260 {
        sheet.push_str(&format!("Zoé;Martin;personne{n}\n"));
    }
    fs::write(folder.path("people.csv"), sheet).unwrap();
    let (data, sheet) = (folder.path("data"), folder.named("people.csv"));
    let _serving = serve_as("http://preau.test", &data, &folder.path("assets"));
    let output = run(&data, &["import", "people", &sheet, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    for line in 2..=261 {
        assert!(
            told.contains(&format!("Line {line},")) || told.contains(&format!("Line {line}:")),
            "{line}: {told}"
        );
    }
    assert_eq!(output.stdout, b"");
    assert_eq!(lists(&data), Vec::<PathBuf>::new(), "a list without a link is taken away");
}
