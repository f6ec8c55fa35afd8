//! The same post in both languages of the house.

use super::{BODY_MAX, Origin, TITLE_MAX};
use crate::{form::Reader, id::PostId, lang::Lang};
use serde::{Deserialize, Serialize};

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
    /// What the second one says; empty when there is none.
    pub other_title: String,
    pub other_body: String,
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

#[cfg(test)]
mod tests {
    use super::*;

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
