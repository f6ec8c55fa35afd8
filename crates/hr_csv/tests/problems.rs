//! Every problem a line can have, and the words for it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use hr_csv::{Date, Field, FileProblem, Lang, Problem, ProblemKind, ProblemKind::*, read};

const HEADER: &str = "Nom;Prénom;E-mail;Poste;Langue;Entrée;Sortie";

fn problems(rows: &str) -> Vec<Problem> {
    let sheet = read(format!("{HEADER}\n{rows}").as_bytes()).unwrap();
    sheet.into_rows().unwrap_err()
}

#[test]
fn each_problem_names_its_line_and_column() {
    let long = "x".repeat(201);
    let arrives = Date::new(2024, 2, 1).unwrap();
    for (row, column, kind, value) in [
        ("A;B;;;;;", Some("E-mail"), MissingEmail, ""),
        ("A;B; A b@C.fr ;;;;", Some("E-mail"), InvalidEmail, "a b@c.fr"),
        ("A;;a@b.fr;;;;", Some("Prénom"), MissingName, ""),
        (" ;B;a@b.fr;;;;", Some("Nom"), MissingName, ""),
        (
            &format!("A;B;a@b.fr;{long};;;"),
            Some("Poste"),
            TooLong { limit: 200 },
            &format!("{}…", "x".repeat(60)),
        ),
        ("A;B;a@b.fr;;;32/01/2024;", Some("Entrée"), InvalidDate, "32/01/2024"),
        ("A;B;a@b.fr;;;;demain", Some("Sortie"), InvalidDate, "demain"),
        ("A;B;a@b.fr;;breton;;", Some("Langue"), UnknownLanguage, "breton"),
        ("A;B;a@b.fr;;;01/02/2024;31/01/2024", Some("Sortie"), LeavesBeforeArrives { arrives }, "31/01/2024"),
        ("A;B;a@b.fr", None, WrongNumberOfFields { expected: 7, found: 3 }, "A"),
        ("A;B;a@b.fr;;;;;x", None, WrongNumberOfFields { expected: 7, found: 8 }, "A"),
        ("A\u{7};B;a@b.fr;;;;", Some("Nom"), ControlCharacter, "A\u{fffd}"),
        ("A;B\u{202e};a@b.fr;;;;", Some("Prénom"), ControlCharacter, "B\u{fffd}"),
        ("A;B;a@b.fr;Op\u{fffd}rateur;;;", Some("Poste"), UnreadableCharacter, "Op\u{fffd}rateur"),
    ] {
        let expected = Problem { line: 2, column: column.map(str::to_owned), kind, value: value.to_owned() };
        assert_eq!(problems(row), [expected], "{row}");
    }
}

#[test]
fn all_problems_are_told_and_nothing_is_imported() {
    let rows = "A;B;a@b.fr;;;;\nC;;c;;xx;nan;\nD;E;A@B.FR;;;;\nF;G;f@g.fr;;;;\nH;I;a@b.fr;;;;\n";
    let sheet = read(format!("{HEADER}\n{rows}").as_bytes()).unwrap();
    assert_eq!(sheet.preview().len(), 2);
    let found: Vec<(u64, ProblemKind)> =
        sheet.into_rows().unwrap_err().into_iter().map(|problem| (problem.line, problem.kind)).collect();
    let twice = DuplicateEmail { first_line: 2 };
    assert_eq!(
        found,
        [
            (3, InvalidEmail),
            (3, MissingName),
            (3, InvalidDate),
            (3, UnknownLanguage),
            (4, twice.clone()),
            (6, twice),
        ]
    );
}

#[test]
fn every_kind_speaks_both_languages() {
    let kinds = [
        MissingEmail,
        InvalidEmail,
        DuplicateEmail { first_line: 3 },
        MissingName,
        TooLong { limit: 100 },
        InvalidDate,
        UnknownLanguage,
        LeavesBeforeArrives { arrives: Date::new(2024, 2, 1).unwrap() },
        WrongNumberOfFields { expected: 7, found: 3 },
        ControlCharacter,
        UnreadableCharacter,
    ];
    let files = [
        FileProblem::Empty,
        FileProblem::Spreadsheet,
        FileProblem::TooLarge { limit: 16_000_000 },
        FileProblem::NoHeader,
        FileProblem::MissingColumn { which: vec![Field::Email] },
        FileProblem::DuplicateColumn { which: Field::Email, first: "a".into(), second: "b".into() },
        FileProblem::NoRows,
        FileProblem::TooManyRows { limit: 20_000 },
        FileProblem::UnclosedQuote { line: 4 },
        FileProblem::Unreadable { line: 4 },
    ];
    let messages = |lang| -> Vec<String> {
        let kinds = kinds.iter().map(|kind| kind.message(lang));
        kinds.chain(files.iter().map(|problem| problem.message(lang))).collect()
    };
    let (french, english) = (messages(Lang::Fr), messages(Lang::En));
    for (fr, en) in french.iter().zip(&english) {
        for message in [fr, en] {
            assert!(message.ends_with('.') && message.starts_with(char::is_uppercase), "{message}");
        }
        assert_ne!(fr, en);
    }
}

#[test]
fn messages_read_well() {
    let found = problems("A;B;a@b.fr;;;01/02/2024;31/01/2024\nA;B");
    assert_eq!(
        found[0].message(Lang::Fr),
        "Ligne 2, colonne «\u{a0}Sortie\u{a0}»\u{a0}: la date de sortie précède la date d’entrée (01/02/2024). \
         Corrigez l’une des deux."
    );
    assert_eq!(
        found[1].message(Lang::En),
        "Line 3: cells found: 2, expected from the header: 7. Check the separators and quotes of the line."
    );
    assert_eq!(
        FileProblem::TooManyRows { limit: 20_000 }.message(Lang::Fr),
        "Ce fichier contient plus de 20\u{202f}000 personnes. Partagez-le en plusieurs fichiers."
    );
    assert_eq!(
        FileProblem::MissingColumn { which: vec![Field::Email, Field::FamilyName] }.message(Lang::Fr),
        "Il manque à l’en-tête «\u{a0}Adresse e-mail\u{a0}», «\u{a0}Nom\u{a0}». Complétez l’export, ou renommez les \
         colonnes concernées."
    );
}

#[test]
fn a_sheet_survives_json() {
    let text = format!("{HEADER}\nA;B;a@b.fr;;fr;01/02/2024;\nA;B;a@b.fr;;;02/02/2024;01/02/2024");
    let sheet = read(text.as_bytes()).unwrap();
    let json = serde_json::to_string(&sheet).unwrap();
    assert!(json.contains(r#""arrives":"2024-02-01""#), "{json}");
    assert_eq!(serde_json::from_str::<hr_csv::Sheet>(&json).unwrap(), sheet);
    assert!(serde_json::from_str::<Date>("\"2024-13-01\"").is_err());
}
