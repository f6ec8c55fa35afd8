//! What holds for every file: no panic, and what is written well is read back.
#![allow(clippy::unwrap_used)]

use csv::{QuoteStyle, Terminator, WriterBuilder};
use encoding_rs::WINDOWS_1252;
use hr_csv::{Date, Encoding, PersonRow, read};
use proptest::{collection::vec, option::of, prelude::*};

const HEADER: [&str; 7] = ["Nom", "Prénom", "Email", "Poste", "Site", "Entrée", "Sortie"];

fn text() -> impl Strategy<Value = String> {
    "[A-Zéà][a-zéèœ'’;,\"-]{1,12}( [a-zà\"][a-z;,]{0,8}){0,2}"
}

fn date() -> impl Strategy<Value = Date> {
    (1970..2070i16, 1..=12i8, 1..=28i8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn person() -> impl Strategy<Value = PersonRow> {
    let dates = (of(date()), of(date())).prop_map(|dates| match dates {
        (Some(first), Some(last)) if last < first => (Some(last), Some(first)),
        dates => dates,
    });
    (text(), text(), of(text()), of(text()), dates).prop_map(
        |(given_name, family_name, job_title, workplace, (arrives, leaves))| PersonRow {
            line: 0,
            email: String::new(),
            given_name,
            family_name,
            job_title,
            job_family: None,
            workplace,
            team: None,
            lang: None,
            arrives,
            leaves,
        },
    )
}

fn spelt(date: Option<Date>, style: u8) -> String {
    let Some(date) = date else {
        return String::new();
    };
    let (year, month, day) = (date.year(), date.month(), date.day());
    match style {
        0 => format!("{day:02}/{month:02}/{year}"),
        1 => format!("{day:02}/{month:02}/{:02}", year % 100),
        _ => date.to_string(),
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn arbitrary_bytes_under_a_header_never_panic(
        start in prop::sample::select(vec!["", "\u{feff}", "\u{feff}\u{feff}", "sep=;\r\n", "sep=", "\n\r\n"]),
        bytes in vec(prop_oneof![
            any::<u8>(),
            prop::sample::select(b"\"\";;,\t\r\n@a.1/-\x80\xE9 ".to_vec()),
        ], 0..400),
    ) {
        let head = format!("{start}nom;prénom;email;langue;entrée;sortie\n");
        let _ = read(&[head.as_bytes(), &bytes].concat());
    }

    #[test]
    fn a_well_formed_sheet_is_read_back(
        mut people in vec(person(), 1..20),
        separator in prop::sample::select(b";,\t".to_vec()),
        quoted in any::<bool>(),
        crlf in any::<bool>(),
        windows in any::<bool>(),
        style in 0..3u8,
    ) {
        let mut writer = WriterBuilder::new()
            .delimiter(separator)
            .quote_style(if quoted { QuoteStyle::Always } else { QuoteStyle::Necessary })
            .terminator(if crlf { Terminator::CRLF } else { Terminator::Any(b'\n') })
            .from_writer(Vec::new());
        writer.write_record(HEADER).unwrap();
        for (line, person) in (2..).zip(&mut people) {
            person.line = line;
            person.email = format!("p{line}@exemple.fr");
            writer.write_record([
                &person.family_name,
                &person.given_name,
                &person.email,
                person.job_title.as_deref().unwrap_or_default(),
                person.workplace.as_deref().unwrap_or_default(),
                &spelt(person.arrives, style),
                &spelt(person.leaves, style),
            ]).unwrap();
        }
        let utf8 = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (bytes, encoding) = if windows {
            (WINDOWS_1252.encode(&utf8).0.into_owned(), Encoding::Windows1252)
        } else {
            (utf8.into_bytes(), Encoding::Utf8)
        };
        let sheet = read(&bytes).unwrap();
        prop_assert_eq!(sheet.encoding, encoding);
        prop_assert_eq!(sheet.separator.char(), char::from(separator));
        prop_assert_eq!(sheet.into_rows().unwrap(), people);
    }
}
