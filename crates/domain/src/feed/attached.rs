//! What is attached to a post, as its form says it: which pictures, in which order, showing what;
//! which files.
//!
//! Pictures and files that just came have no line of their own in the form: their descriptions are
//! the lines of one text, because a form without script cannot know how many will be chosen. Those
//! that came before have a line each, with its description, its place, and a box that takes it off.

use super::{DESCRIPTION_MAX, FILES_MAX, draft::one_line};
use crate::{
    form::{Fault, Reader, tidy},
    id::MediaId,
};
use serde::{Deserialize, Serialize};

/// A picture that came before, as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptPicture {
    pub id: String,
    /// What it shows.
    pub alt: String,
    /// Where it should stand, counted from 1; where it stands when empty.
    pub place: String,
    /// Ticked to take it off.
    pub remove: String,
}

/// The pictures of a post, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureForm {
    pub kept: Vec<KeptPicture>,
    /// Those that came with the form, in the order they were chosen.
    pub fresh: Vec<MediaId>,
    /// What the fresh ones show, one line a picture.
    pub alt: String,
}

impl PictureForm {
    /// The pictures in the order asked for, each with what it shows. A post that has some already
    /// keeps those the form says nothing of: only a ticked box takes one off.
    ///
    /// A description is asked for but not forced: whoever forces it reads "photo" a hundred times.
    pub fn read(&self, form: &mut Reader, had: &[(MediaId, String)], most: usize) -> Vec<(MediaId, String)> {
        let mut wanted: Vec<(Place, MediaId, String)> = Vec::new();
        let mut seen = Vec::new();
        for (row, kept) in self.kept.iter().enumerate() {
            let Ok(id) = kept.id.parse::<MediaId>() else {
                form.fault("picture", Fault::Picture);
                continue;
            };
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            if !kept.remove.is_empty() {
                continue;
            }
            let alt = described(form, &format!("kept[{row}][alt]"), &kept.alt);
            let place = Place::read(form, row, &kept.place, self.kept.len());
            wanted.push((place, id, alt));
        }
        let unsaid = had.iter().filter(|(id, _)| !seen.contains(id));
        for (row, (id, alt)) in unsaid.enumerate() {
            wanted.push((Place::after(row), *id, alt.clone()));
        }
        // Stable: what nobody moved stays in its order.
        wanted.sort_by_key(|(place, ..)| *place);
        let mut pictures: Vec<_> = wanted.into_iter().map(|(_, id, alt)| (id, alt)).collect();
        pictures.extend(self.fresh.iter().copied().zip(self.descriptions(form)));
        if pictures.len() > most {
            form.fault("picture", Fault::TooMany { max: most });
        }
        pictures
    }

    fn descriptions(&self, form: &mut Reader) -> Vec<String> {
        let (lines, rest) = shared(&self.alt, self.fresh.len());
        if lines.iter().any(|line| line.chars().count() > DESCRIPTION_MAX) {
            form.fault("alt", Fault::TooLong { max: DESCRIPTION_MAX });
        }
        if !rest.is_empty() && !self.fresh.is_empty() {
            form.fault("alt", Fault::TooMany { max: self.fresh.len() });
        }
        lines
    }
}

fn described(form: &mut Reader, field: &str, raw: &str) -> String {
    one_line(&form.text(field, raw, 0, DESCRIPTION_MAX))
}

/// Gives each of so many pictures its line of `raw`; what is left over comes after. A lone picture
/// takes all the lines.
pub fn shared(raw: &str, pictures: usize) -> (Vec<String>, String) {
    let text = tidy(raw);
    let (mut lines, rest): (Vec<String>, _) = match pictures {
        0 => (Vec::new(), text),
        1 => (vec![one_line(&text)], String::new()),
        _ => {
            let mine = text.lines().take(pictures).map(one_line).collect();
            (mine, text.lines().skip(pictures).collect::<Vec<_>>().join("\n").trim().to_owned())
        }
    };
    lines.resize(pictures, String::new());
    (lines, rest)
}

/// Where a picture goes: the number asked for, and on which side of the picture that has it. Moved up
/// to a number one means before what stands there, moved down after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place(usize, usize);

impl Place {
    fn read(form: &mut Reader, row: usize, raw: &str, rows: usize) -> Place {
        let stands = row + 1;
        let asked = match raw.trim() {
            "" => stands,
            number => match number.parse::<usize>() {
                Ok(place) if (1..=rows).contains(&place) => place,
                _ => {
                    let max = i64::try_from(rows).unwrap_or(i64::MAX);
                    form.fault(&format!("kept[{row}][place]"), Fault::OutOfRange { min: 1, max });
                    stands
                }
            },
        };
        let side = match asked.cmp(&stands) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => 1,
            std::cmp::Ordering::Greater => 2,
        };
        // Odd steps between the numbers: after one comes before the next.
        Place(3 * asked + side, asked)
    }

    /// After all that have a number.
    fn after(row: usize) -> Place {
        Place(usize::MAX, row)
    }
}

/// A file that came before, as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptFile {
    pub id: String,
    /// Its name, so that a form that was refused can show it again; never taken for true.
    pub name: String,
    /// Ticked to take it off.
    pub remove: String,
}

/// The files of a post, as its form says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileForm {
    pub kept: Vec<KeptFile>,
    /// Those that came with the form.
    pub fresh: Vec<MediaId>,
}

impl FileForm {
    /// The files, those it `had` first.
    pub fn read(&self, form: &mut Reader, had: &[MediaId]) -> Vec<MediaId> {
        let mut files = had.to_vec();
        for kept in &self.kept {
            let Ok(id) = kept.id.parse::<MediaId>() else {
                form.fault("file", Fault::File);
                continue;
            };
            if !kept.remove.is_empty() {
                files.retain(|file| *file != id);
            } else if !files.contains(&id) {
                files.push(id);
            }
        }
        files.extend(self.fresh.iter().filter(|id| !had.contains(id)));
        if files.len() > FILES_MAX {
            form.fault("file", Fault::TooMany { max: FILES_MAX });
        }
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDS: [&str; 4] = [
        "01ARZ3NDEKTSV4RRFFQ69G5FA0",
        "01ARZ3NDEKTSV4RRFFQ69G5FA1",
        "01ARZ3NDEKTSV4RRFFQ69G5FA2",
        "01ARZ3NDEKTSV4RRFFQ69G5FA3",
    ];

    fn id(n: usize) -> MediaId {
        IDS[n].parse().unwrap()
    }

    fn kept(n: usize, place: &str) -> KeptPicture {
        KeptPicture { id: IDS[n].into(), alt: n.to_string(), place: place.into(), ..KeptPicture::default() }
    }

    fn read(pictures: &PictureForm, had: &[(MediaId, String)]) -> (String, Vec<String>) {
        let mut form = Reader::default();
        let read = pictures.read(&mut form, had, 6);
        let order = read.iter().map(|(_, alt)| if alt.is_empty() { "-" } else { alt.as_str() }).collect();
        let faults = form.done().map_or_else(|failure| failure.fields, |()| Vec::new());
        (order, faults.into_iter().map(|(field, _)| field).collect())
    }

    #[test]
    fn a_number_moves_a_picture_there() {
        for (places, order) in [
            (["", "", "", ""], "0123"),
            (["1", "2", "3", "4"], "0123"),
            (["1", "2", "1", "4"], "2013"),
            (["3", "2", "3", "4"], "1203"),
            (["4", "3", "2", "1"], "3210"),
            (["2", "1", "4", "3"], "1032"),
            (["", "", "", "1"], "3012"),
            (["4", "4", "4", "4"], "3012"),
        ] {
            let rows = places.iter().enumerate().map(|(n, place)| kept(n, place)).collect();
            let form = PictureForm { kept: rows, ..PictureForm::default() };
            assert_eq!(read(&form, &[]), (order.to_owned(), vec![]), "{places:?}");
        }
    }

    #[test]
    fn what_is_ticked_goes_and_what_is_not_said_stays() {
        let gone = KeptPicture { remove: "yes".into(), ..kept(0, "1") };
        let form = PictureForm { kept: vec![gone, kept(1, "2"), kept(1, "2")], ..PictureForm::default() };
        let had: Vec<_> = (0..3).map(|n| (id(n), format!("h{n}"))).collect();
        assert_eq!(read(&form, &had), ("1h2".to_owned(), vec![]));
        assert_eq!(read(&PictureForm::default(), &had).0, "h0h1h2");
    }

    #[test]
    fn fresh_pictures_come_last_with_a_line_each() {
        let mut form =
            PictureForm { kept: vec![kept(0, "1")], fresh: vec![id(1), id(2)], alt: "a\n\n".into() };
        assert_eq!(read(&form, &[]), ("0a-".to_owned(), vec![]));
        form.alt = "a\nb\nc".into();
        assert_eq!(read(&form, &[]).1, ["alt"]);
        form.alt = "x".repeat(301);
        assert_eq!(read(&form, &[]).1, ["alt"]);
    }

    #[test]
    fn what_makes_no_sense_is_told_beside_its_field() {
        let mut wild = kept(0, "9");
        wild.alt = "x".repeat(301);
        let lost = KeptPicture { id: "../etc".into(), ..KeptPicture::default() };
        let form = PictureForm { kept: vec![wild, lost], ..PictureForm::default() };
        assert_eq!(read(&form, &[]).1, ["kept[0][alt]", "kept[0][place]", "picture"]);
        let form = PictureForm { fresh: vec![id(0); 7], ..PictureForm::default() };
        assert_eq!(read(&form, &[]).1, ["picture"]);
    }

    #[test]
    fn a_lone_picture_takes_all_the_lines() {
        let lines = |raw: &str, pictures| shared(raw, pictures);
        assert_eq!(
            lines("Le préau\nsous la pluie", 1),
            (vec!["Le préau sous la pluie".into()], String::new())
        );
        assert_eq!(lines("Un\r\nDeux", 2), (vec!["Un".into(), "Deux".into()], String::new()));
        assert_eq!(lines("Un", 3).0, ["Un", "", ""]);
        assert_eq!(lines("a\nb\nc\nd", 2).1, "c\nd");
        assert_eq!(lines("perdu", 0), (vec![], "perdu".into()));
    }

    #[test]
    fn files_are_at_most_five() {
        let read = |files: &FileForm, had: &[MediaId]| {
            let mut form = Reader::default();
            (files.read(&mut form, had), form.is_clean())
        };
        let gone = KeptFile { id: IDS[0].into(), remove: "yes".into(), ..KeptFile::default() };
        let form = FileForm { kept: vec![gone], fresh: vec![id(2)] };
        assert_eq!(read(&form, &[id(0), id(1)]), (vec![id(1), id(2)], true));
        assert!(!read(&FileForm { fresh: vec![id(0); 6], ..FileForm::default() }, &[]).1);
    }
}
