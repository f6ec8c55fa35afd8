use super::*;
use crate::{
    accounts, communities,
    db::Id,
    people::{directory, own_profile, workplaces},
    testing::{Sketch, Yard, email, plan},
};
use domain::{Actor, Lang, account::Join, id::PersonId};

const SHEET: &str = "Prénom;Nom;Adresse e-mail;Fonction;Lieu de travail;Date de sortie\n\
    Zoé;MARTIN;zoe.martin@exemple.fr;Soudeuse;Villeurbanne;\n\
    Luc;Morel;Luc.Morel@exemple.fr;Comptable;Atelier nord;\n\
    Ana;Pons;ana.pons@exemple.fr;;Villeurbanne;\n";

async fn bring(yard: &Yard, sheet: &str) -> ImportReport {
    import(&yard.ctx, sheet.as_bytes(), false, None).await.unwrap()
}

async fn by_email(yard: &Yard, email: &str) -> Actor {
    let id = "SELECT VALUE id FROM person WHERE email = $email";
    let id: Id<PersonId> = yard.ctx.db().row(id, bind! { email: email.to_owned() }).await.unwrap().unwrap();
    accounts::forget_actor(&yard.ctx, id.0);
    accounts::actor(&yard.ctx, id.0).await.unwrap().as_ref().clone()
}

#[tokio::test]
async fn a_second_run_changes_nothing() {
    let yard = Yard::open().await;
    let rehearsal = import(&yard.ctx, SHEET.as_bytes(), true, None).await.unwrap();
    assert_eq!((rehearsal.created, rehearsal.invited, rehearsal.links.len()), (3, 3, 0));
    assert_eq!(yard.number("RETURN count(SELECT id FROM person)", bind! {}).await, 0);
    assert_eq!(workplaces(&yard.ctx).await.unwrap(), []);

    let first = bring(&yard, SHEET).await;
    assert_eq!((first.created, first.changed, first.invited, first.links.len()), (3, 0, 3, 3));
    assert_eq!(first.workplaces, [("Villeurbanne".to_owned(), true), ("Atelier nord".to_owned(), false)]);
    let second = bring(&yard, SHEET).await;
    assert_eq!((second.created, second.changed, second.unchanged), (0, 0, 3));
    assert_eq!((second.invited, second.links.len(), second.workplaces.len()), (0, 0, 0));
    assert_eq!(yard.number("RETURN count(SELECT id FROM invitation)", bind! {}).await, 3);
}

#[tokio::test]
async fn a_sheet_with_a_problem_brings_nobody() {
    let yard = Yard::open().await;
    let report =
        bring(&yard, &format!("{SHEET}Bob;;bob@exemple;;;\nEve;Roy;zoe.martin@exemple.fr;;;\n")).await;
    assert!(!report.is_clean());
    assert_eq!(report.problems.len(), 3);
    let lines = report.lines(Lang::En).join("\n");
    assert!(lines.contains("Line 5") && lines.contains("Line 6"), "{lines}");
    assert_eq!(yard.number("RETURN count(SELECT id FROM person)", bind! {}).await, 0);
    let report = bring(&yard, "pas;un;en-tête\n1;2;3\n").await;
    assert!(!report.is_clean());
}

#[tokio::test]
async fn what_the_sheet_says_wins_except_what_is_the_persons_own() {
    let yard = Yard::open().await;
    let report = bring(&yard, SHEET).await;
    let zoe = by_email(&yard, "zoe.martin@exemple.fr").await;
    accounts::set_password(&yard.ctx, zoe.person, "peu importe").await.unwrap();
    let edited = SHEET
        .replace("Soudeuse;Villeurbanne", "Tourneuse;Atelier nord")
        .replace("Comptable;Atelier nord", ";Villeurbanne");
    let again = bring(&yard, &edited).await;
    assert_eq!((again.created, again.changed, again.unchanged, again.invited), (0, 2, 1, 0));
    let places = workplaces(&yard.ctx).await.unwrap();
    let place = |name: &str| places.iter().find(|place| place.name == name).map(|place| place.id);
    let own = own_profile(&yard.ctx, &zoe).await.unwrap();
    assert_eq!((own.title.as_str(), own.workplace), ("Tourneuse", place("Villeurbanne")));
    let luc = own_profile(&yard.ctx, &by_email(&yard, "luc.morel@exemple.fr").await).await.unwrap();
    assert_eq!(
        (luc.title.as_str(), luc.workplace),
        ("Comptable", place("Villeurbanne")),
        "empty erases nothing"
    );
    let found = directory(&yard.ctx, &zoe, "tourn", None).await.unwrap().items;
    assert_eq!(found.len(), 1);
    assert_eq!(directory(&yard.ctx, &zoe, "soud", None).await.unwrap().items, []);
    assert_eq!(report.links.len(), 3);
}

#[tokio::test]
async fn who_has_left_is_out_until_the_sheet_says_otherwise() {
    let yard = Yard::open().await;
    bring(&yard, SHEET).await;
    let zoe = by_email(&yard, "zoe.martin@exemple.fr").await;
    let gone = SHEET.replace("Comptable;Atelier nord;", "Comptable;Atelier nord;20/11/2026");
    let report = bring(&yard, &gone).await;
    assert_eq!((report.changed, report.left), (1, 1));
    assert_eq!(directory(&yard.ctx, &zoe, "morel", None).await.unwrap().items, []);
    assert_eq!(yard.number("RETURN count(SELECT id FROM invitation)", bind! {}).await, 2);
    assert_eq!(bring(&yard, &gone).await.unchanged, 3);
    let back = bring(&yard, SHEET).await;
    assert_eq!((back.changed, back.invited), (1, 1));
    assert_eq!(directory(&yard.ctx, &zoe, "morel", None).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn people_known_before_are_matched_by_address() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let sheet = format!("Prénom,Nom,Email\nNoé,Durand,{}\n", email("Noé").to_uppercase());
    let report = bring(&yard, &sheet).await;
    assert_eq!((report.created, report.changed, report.invited), (0, 1, 1));
    let noe = yard.fresh(&noe).await;
    assert_eq!(noe.name, "Noé Durand");
    assert!(noe.is_manager(), "a role given here stays");
}

#[tokio::test]
async fn links_are_written_as_they_are_made_and_open_the_house() {
    let yard = Yard::open().await;
    let path = yard.folder().join("invitations.csv");
    let mut file = LinkFile::create(&path, "https://preau.exemple.fr").await.unwrap();
    let report = import(&yard.ctx, SHEET.as_bytes(), false, Some(&mut file)).await.unwrap();
    assert_eq!((file.links(), report.links.len()), (3, 3));
    let text = std::fs::read_to_string(&path).unwrap();
    for link in &report.links {
        assert!(text.contains(&format!("https://preau.exemple.fr/join/{}", link.token)), "{text}");
    }
    assert!(accounts::invitation(&yard.ctx, &report.links[0].token).await.is_ok());
}

#[tokio::test]
async fn every_row_to_correct_is_told() {
    let yard = Yard::open().await;
    let mut sheet = String::from("Prénom;Nom;Adresse e-mail\n");
    for n in 0..250 {
        sheet.push_str(&format!("Zoé;Martin;personne{n}\n"));
    }
    let lines = bring(&yard, &sheet).await.lines(Lang::En);
    assert_eq!(lines.len(), 251);
    assert!(lines[249].contains("Line 251"), "{}", lines[249]);
}

#[tokio::test]
async fn who_is_back_is_in_what_opened_for_everyone_meanwhile() {
    let yard = Yard::open().await;
    let noe = yard.manager("Noé").await;
    let house = Sketch { everyone: true, ..Sketch::default() };
    let first = yard.community_as("maison", &[&noe], house.clone()).await;
    let report = bring(&yard, SHEET).await;
    let join = Join { password: "trois pommes et un vélo".into(), ..Join::default() };
    for link in &report.links {
        accounts::accept(&yard.ctx, &link.token, &join, "").await.unwrap();
    }
    let gone = SHEET.replace("Comptable;Atelier nord;", "Comptable;Atelier nord;20/11/2026");
    bring(&yard, &gone).await;
    // A community for everyone opens while one of them is away.
    let second = yard.community_as("cantine", &[&noe], house).await;
    let here = [by_email(&yard, "zoe.martin@exemple.fr").await, by_email(&yard, "ana.pons@exemple.fr").await];
    communities::welcome(&yard.ctx, &[here[0].person, here[1].person]).await.unwrap();
    bring(&yard, SHEET).await;
    let luc = by_email(&yard, "luc.morel@exemple.fr").await;
    assert!(luc.role_in(first).is_some() && luc.role_in(second).is_some(), "{:?}", luc.memberships);
    assert_eq!(communities::found(&yard.ctx, second).await.unwrap().members, 4);
    let wrong = crate::check::run(&yard.ctx).await.unwrap().wrong;
    // These two have one animator, not two.
    let wrong: Vec<_> = wrong.iter().filter(|line| !line.contains("animators")).collect();
    assert_eq!(wrong, Vec::<&String>::new());
}

/// Rows of the large sheet. The largest one takes half a minute of a core, most of it the directory's
/// words; a quarter of it has as many batches as it takes. `PREAU_IMPORT_ROWS=20000` asks for all.
fn large() -> u64 {
    std::env::var("PREAU_IMPORT_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(5_000)
}

#[tokio::test]
async fn a_large_sheet_is_brought_in_and_a_second_run_changes_nothing() {
    let yard = Yard::open().await;
    let mut sheet = String::from("Prénom;Nom;Adresse e-mail;Fonction;Lieu de travail;Équipe\n");
    for n in 0..large() {
        let (family, job, place) = (n % 977, n % 41, n % 9);
        sheet.push_str(&format!(
            "Camille{n};Durand{family};c{n}@exemple.fr;Technicienne méthodes {job};Site {place};Équipe {job}\n"
        ));
    }
    let started = std::time::Instant::now();
    let first = bring(&yard, &sheet).await;
    let took = started.elapsed();
    assert_eq!((first.created, first.invited), (large(), large()));
    let started = std::time::Instant::now();
    let second = bring(&yard, &sheet).await;
    assert_eq!((second.created, second.changed, second.invited), (0, 0, 0));
    println!("first run {took:?}, second {:?}", started.elapsed());
}

#[tokio::test]
async fn what_a_batch_asks_is_found_by_index() {
    let yard = Yard::open().await;
    let zoe = yard.employee("Zoé").await;
    let emails = (0..30).map(|n| format!("p{n}@exemple.fr")).collect::<Vec<_>>();
    let known = plan(&yard.ctx, &batch::known_people(), bind! { emails }).await;
    assert!(known.contains("person_email") && !known.contains("TableScan"), "{known}");
    let people = bind! { people: vec![Id(zoe.person); 30], now: crate::db::At(yard.now()) };
    let called = plan(&yard.ctx, batch::CALLED, people).await;
    assert!(called.contains("invitation_person") && !called.contains("TableScan"), "{called}");
}
