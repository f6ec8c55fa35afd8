//! The same post in both languages of the house.

use super::{BODY_MAX, DESCRIPTION_MAX, OPTION_MAX, Origin, Picture, TITLE_MAX, draft::one_line};
use crate::{
    form::{Fault, Reader},
    id::{MediaId, PostId},
    lang::Lang,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which version of a post a reader is shown, when there are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub shown: Lang,
    /// What is shown does not say yet what the other one says.
    pub older: bool,
}

/// The other language of the two.
pub fn other_lang(lang: Lang) -> Lang {
    match lang {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    }
}

/// A post and its second version, as their author types it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    pub id: PostId,
    pub origin: Origin,
    /// What the first version says, in Markdown.
    pub title: String,
    pub body: String,
    /// The language of the first; a guess until there is a second.
    pub lang: Lang,
    /// The pictures, with what they show in the first, and the options of a poll.
    pub pictures: Vec<Picture>,
    pub options: Vec<String>,
    /// What the second one says; empty when there is none, and where it leaves the word to the first.
    pub other_title: String,
    pub other_body: String,
    /// Of each picture and of each option, in their order.
    pub other_alts: Vec<String>,
    pub other_options: Vec<String>,
    pub exists: bool,
    /// Sent back with the form, so that one change does not undo another unseen.
    pub revision: i64,
}

/// Reads the second version of a post whose first has a title and words, or not: what one has, the other
/// has.
pub fn second(form: &mut Reader, title: &str, body: &str, first: (bool, bool)) -> (String, String) {
    let title = form.text("title", title, usize::from(first.0), TITLE_MAX);
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (title, form.text("body", body, usize::from(first.1), BODY_MAX))
}

/// What a picture shows, as the form of the second version has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaidPicture {
    pub id: String,
    pub alt: String,
}

/// A second version, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecondForm {
    pub title: String,
    pub body: String,
    pub alts: Vec<SaidPicture>,
    /// Of each option, in their order.
    pub options: Vec<String>,
}

impl SecondForm {
    /// What each of `pictures` shows, for those of which something is said: the others are described as in
    /// the first version. A picture that the post has no more is passed over.
    pub fn alts(&self, form: &mut Reader, pictures: &[MediaId]) -> Vec<(MediaId, String)> {
        let mut alts: Vec<(MediaId, String)> = Vec::new();
        for (row, said) in self.alts.iter().enumerate() {
            let id = said.id.parse::<MediaId>().ok().filter(|id| pictures.contains(id));
            let alt = one_line(&form.text(&format!("alts[{row}][alt]"), &said.alt, 0, DESCRIPTION_MAX));
            if let Some(id) = id
                && !alt.is_empty()
                && alts.iter().all(|(known, _)| *known != id)
            {
                alts.push((id, alt));
            }
        }
        alts
    }

    /// The options in the place of those of the `first` version; empty ones are offered as there, and none at
    /// all where nothing was said. No two are to read alike.
    pub fn options(&self, form: &mut Reader, first: &[String]) -> Vec<String> {
        let mut read = BTreeSet::new();
        let mut options = Vec::with_capacity(first.len());
        for (place, offered) in first.iter().enumerate() {
            let field = format!("options[{place}]");
            let typed = self.options.get(place).map(String::as_str).unwrap_or_default();
            let said = one_line(&form.text(&field, typed, 0, OPTION_MAX));
            let shown = if said.is_empty() { offered } else { &said };
            if !read.insert(shown.to_lowercase()) {
                form.fault(&field, Fault::Same);
            }
            options.push(said);
        }
        if options.iter().all(String::is_empty) { Vec::new() } else { options }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(typed: &[&str], first: &[&str]) -> (Vec<String>, Vec<String>) {
        let all = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let second = SecondForm { options: all(typed), ..SecondForm::default() };
        let mut form = Reader::default();
        let read = second.options(&mut form, &all(first));
        let faults = form.done().map_or_else(|failure| failure.fields, |()| Vec::new());
        (read, faults.into_iter().map(|(field, _)| field).collect())
    }

    #[test]
    fn options_are_said_in_their_place_or_as_in_the_first() {
        let said = |words: &[&str]| (words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>(), vec![]);
        assert_eq!(options(&[" Monday\n", "Tuesday"], &["Lundi", "Mardi"]), said(&["Monday", "Tuesday"]));
        assert_eq!(options(&["", "Tuesday", "x"], &["Lundi", "Mardi"]), said(&["", "Tuesday"]));
        assert_eq!(options(&["", ""], &["Lundi", "Mardi"]), said(&[]));
        assert_eq!(options(&[], &["Lundi", "Mardi"]), said(&[]));
        assert_eq!(options(&["Mardi"], &["Lundi", "Mardi"]).1, ["options[1]"]);
        assert_eq!(options(&["x".repeat(121).as_str()], &["Lundi", "Mardi"]).1, ["options[0]"]);
    }

    #[test]
    fn pictures_are_described_once_each_and_only_those_of_the_post() {
        let ids = ["01ARZ3NDEKTSV4RRFFQ69G5FA0", "01ARZ3NDEKTSV4RRFFQ69G5FA1", "01ARZ3NDEKTSV4RRFFQ69G5FA2"];
        let said = |id: &str, alt: &str| SaidPicture { id: id.into(), alt: alt.into() };
        let alts = vec![
            said(ids[0], "The  yard"),
            said(ids[0], "Again"),
            said(ids[1], ""),
            said(ids[2], "Gone"),
            said("x", "y"),
        ];
        let had: Vec<MediaId> = ids[..2].iter().map(|id| id.parse().unwrap()).collect();
        let second = SecondForm { alts, ..SecondForm::default() };
        let mut form = Reader::default();
        assert_eq!(second.alts(&mut form, &had), [(had[0], "The yard".to_owned())]);
        assert!(form.is_clean());
        let long = vec![said(ids[0], &"x".repeat(301))];
        SecondForm { alts: long, ..SecondForm::default() }.alts(&mut form, &had);
        assert!(!form.is_clean());
    }

    #[test]
    fn the_second_has_what_the_first_has() {
        let faults = |title: &str, body: &str, first| {
            let mut form = Reader::default();
            second(&mut form, title, body, first);
            form.done().err().map_or(0, |failure| failure.fields.len())
        };
        assert_eq!(faults("", "", (true, true)), 2);
        assert_eq!(faults("", "Hello", (false, true)), 0);
        assert_eq!(faults("Hello", "", (true, false)), 0);
    }
}
