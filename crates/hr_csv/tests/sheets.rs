//! Whole sheets, as they come: encodings, separators, headers and line numbers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use hr_csv::{Encoding, Field, FileProblem, Lang, MAX_BYTES, MAX_ROWS, Separator, Sheet, read};

fn utf16(text: &str, big: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if big { unit.to_be_bytes() } else { unit.to_le_bytes() }
    };
    format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
}

fn sheet(text: &str) -> Sheet {
    let sheet = read(text.as_bytes()).unwrap();
    assert_eq!(sheet.problems, [], "{text}");
    sheet
}

#[test]
fn every_encoding_gives_the_same_person() {
    let text = "Prénom;Nom;E-mail\r\nZoë;L’Hénaff;zoe@exemple.fr\r\n";
    let windows = b"Pr\xE9nom;Nom;E-mail\r\nZo\xEB;L\x92H\xE9naff;zoe@exemple.fr\r\n".to_vec();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (marked, Encoding::Utf8),
        (utf16(text, false), Encoding::Utf16Le),
        (utf16(text, true), Encoding::Utf16Be),
        (windows, Encoding::Windows1252),
    ] {
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.encoding, encoding);
        let rows = sheet.into_rows().unwrap();
        assert_eq!((rows[0].given_name.as_str(), rows[0].family_name.as_str()), ("Zoë", "L’Hénaff"));
        assert_eq!((rows.len(), rows[0].line), (1, 2));
    }
}

#[test]
fn separators_are_read_off_the_header_outside_quotes() {
    for (text, separator) in [
        ("nom;prénom;email\nA;B;a@b.fr", Separator::Semicolon),
        ("nom,prénom,email\nA,B,a@b.fr", Separator::Comma),
        ("nom\tprénom\temail\nA\tB\ta@b.fr", Separator::Tab),
        ("nom,prénom,email,\"x;y;z;t;u\"\nA,B,a@b.fr,\"1;2\"", Separator::Comma),
        ("nom;prénom;email;\"x,y,z,t,u,v\"\nA;B;a@b.fr;1,2", Separator::Semicolon),
        ("sep=,\r\nnom,prénom,email\r\nA,B,a@b.fr", Separator::Comma),
        ("SEP=;\nnom;prénom;email\nA;B;a@b.fr", Separator::Semicolon),
    ] {
        let sheet = sheet(text);
        assert_eq!(sheet.separator, separator, "{text}");
        assert_eq!(sheet.preview().len(), 1);
    }
}

#[test]
fn a_full_row_is_read_whole() {
    let text = "Matricule;NOM DE FAMILLE;Prénom;Adresse_e-mail;Intitulé du poste;Famille de métier;\
                Lieu de travail;Équipe;Langue;Date d’embauche;Fin de contrat;Code postal;Pointure\n\
                0042;DE LA TOUR; Anne-Marie ; Anne.DeLaTour@Exemple.FR ;\"Responsable\nqualité\";Qualité;\
                Saint-Étienne;Labo;Français;01/09/24;2025-08-31;42000;38\n";
    let sheet = sheet(text);
    assert_eq!(sheet.ignored_columns, ["Pointure"]);
    assert_eq!(sheet.dropped_columns, ["Matricule", "Code postal"]);
    assert_eq!(sheet.columns[0].field, Field::FamilyName);
    assert_eq!(sheet.columns[0].name, "NOM DE FAMILLE");
    let row = &sheet.into_rows().unwrap()[0];
    assert_eq!(row.email, "anne.delatour@exemple.fr");
    assert_eq!(row.given_name, "Anne-Marie");
    assert_eq!(row.family_name, "De La Tour");
    assert_eq!(row.job_title.as_deref(), Some("Responsable qualité"));
    assert_eq!(row.job_family.as_deref(), Some("Qualité"));
    assert_eq!(row.workplace.as_deref(), Some("Saint-Étienne"));
    assert_eq!(row.team.as_deref(), Some("Labo"));
    assert_eq!(row.lang, Some(Lang::Fr));
    assert_eq!(row.arrives.unwrap().to_string(), "2024-09-01");
    assert_eq!(row.leaves.unwrap().to_string(), "2025-08-31");
}

#[test]
fn lines_are_those_of_the_file() {
    for end in ["\n", "\r\n", "\r"] {
        let text = [
            "",
            "nom;\"pré",
            "nom\";email;poste",
            "A;B;a@b.fr;\"un",
            "",
            "trois\"",
            "",
            ";;;",
            " ",
            "C;D;c@d.fr;x",
            "E;F;e@f.fr;\"a \"\"b\"\" ; c\"",
            "G;H;g@h.fr;z",
            "",
            "",
        ]
        .join(end);
        let sheet = sheet(&text);
        let lines: Vec<u64> = sheet.preview().iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 10, 11, 12], "{end:?}");
        assert_eq!(sheet.preview()[0].job_title.as_deref(), Some("un trois"));
        assert_eq!(sheet.preview()[2].job_title.as_deref(), Some("a \"b\" ; c"));
    }
    let announced = sheet("sep=;\r\nnom;prénom;email\r\nA;B;a@b.fr");
    assert_eq!(announced.preview()[0].line, 3);
}

#[test]
fn the_most_precise_column_wins_and_the_other_is_told() {
    let sheet = sheet(
        "Direction;Service;Nom;Nom d'usage;Prénom;Email;Mail professionnel;\n\
         Usine;Peinture;Naissance;Usage;A;moi@perso.fr;a@b.fr;;;\n",
    );
    assert_eq!(sheet.ignored_columns, ["Direction", "Nom", "Email"]);
    let row = &sheet.preview()[0];
    assert_eq!(row.team.as_deref(), Some("Peinture"));
    assert_eq!((row.family_name.as_str(), row.email.as_str()), ("Usage", "a@b.fr"));
}

#[test]
fn empty_cells_and_endless_contracts_are_none() {
    let sheet = sheet("nom;prénom;email;site;langue;date d'entrée;date de sortie\nA;B;a@b.fr; ;;;31/12/9999");
    let row = &sheet.preview()[0];
    assert_eq!((&row.workplace, row.lang, row.arrives, row.leaves), (&None, None, None, None));
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let large = vec![b'a'; MAX_BYTES + 1];
    for (bytes, problem) in [
        (&b""[..], FileProblem::Empty),
        (b"\xEF\xBB\xBF \r\n\r\n", FileProblem::Empty),
        (b"\xFF\xFE", FileProblem::Empty),
        (b";;;\n;;", FileProblem::Empty),
        (b"PK\x03\x04\x14\0", FileProblem::Spreadsheet),
        (&large, FileProblem::TooLarge { limit: MAX_BYTES }),
        (b"Dupont;Anne;anne@exemple.fr\n", FileProblem::NoHeader),
        (b"matricule;pointure\n1;38\n", FileProblem::NoHeader),
        (b"nom;service\nA;B\n", FileProblem::MissingColumn { which: vec![Field::GivenName, Field::Email] }),
        (
            b"nom;prenom;Courriel;E-mail\n",
            FileProblem::DuplicateColumn {
                which: Field::Email,
                first: "Courriel".to_owned(),
                second: "E-mail".to_owned(),
            },
        ),
        (b"nom;prenom;email\n;;\n", FileProblem::NoRows),
        (
            b"nom;prenom;email\nA;B;a@b.fr\n\n\"C;D;c@d.fr\nE;F;e@f.fr\n",
            FileProblem::UnclosedQuote { line: 4 },
        ),
        (b"nom;prenom;email\nA;B;\"", FileProblem::UnclosedQuote { line: 2 }),
        (b"\"nom;prenom;email\nA;B;a@b.fr", FileProblem::UnclosedQuote { line: 1 }),
    ] {
        assert_eq!(
            read(bytes).unwrap_err(),
            problem,
            "{}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(40)])
        );
    }
}

fn crowd(count: usize) -> String {
    let rows = (0..count).map(|n| {
        format!("NOM{n};Prénom {n};p{n}@exemple.fr;\"Chef; d’équipe\nligne {n}\";Site {n};01/02/2020;fr\r\n")
    });
    "nom;prénom;email;poste;site;date d'entrée;langue\r\n".to_owned() + &rows.collect::<String>()
}

#[test]
fn twenty_thousand_people_and_not_one_more() {
    let text = crowd(MAX_ROWS);
    let start = std::time::Instant::now();
    let sheet = sheet(&text);
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
    assert_eq!(sheet.preview().len(), MAX_ROWS);
    assert_eq!(sheet.preview()[MAX_ROWS - 1].line, 40_000);
    assert_eq!(read(crowd(MAX_ROWS + 1).as_bytes()), Err(FileProblem::TooManyRows { limit: MAX_ROWS }));
}

#[test]
fn twenty_thousand_bad_rows_are_as_quick() {
    let text = crowd(MAX_ROWS).replace('@', "_").replace("fr\r", "xx\r");
    let start = std::time::Instant::now();
    assert_eq!(read(text.as_bytes()).unwrap().problems.len(), 2 * MAX_ROWS);
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
}
