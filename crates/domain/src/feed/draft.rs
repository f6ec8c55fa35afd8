//! What a form gives, read and tidied.

use super::{BODY_MAX, COMMENT_MAX, DESCRIPTION_MAX, PICTURES_MAX, PostKind, TITLE_MAX};
use crate::form::{Fault, Reader, tidy};
use serde::{Deserialize, Serialize};

/// A post as written, in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub kind: PostKind,
    pub title: String,
    pub body: String,
}

impl Draft {
    /// Reads the fields `title` and `body`.
    pub fn read(form: &mut Reader, raw: &Draft, pictures: usize) -> Draft {
        if pictures > PICTURES_MAX {
            form.fault("picture", Fault::TooMany { max: PICTURES_MAX });
        }
        // A poll asks something, praise has a reason; anything else has words or a picture.
        let (title, body) = match raw.kind {
            PostKind::Poll => (1, 0),
            PostKind::Praise => (0, 1),
            _ => (0, usize::from(pictures == 0)),
        };
        Draft {
            kind: raw.kind,
            title: one_line(&form.text("title", &raw.title, title, TITLE_MAX)),
            body: form.text("body", &raw.body, body, BODY_MAX),
        }
    }
}

/// Reads the field `body` of a comment.
pub fn comment(form: &mut Reader, raw: &str) -> String {
    form.text("body", raw, 1, COMMENT_MAX)
}

/// Reads the field `alt`: what each picture shows, one line a picture, in the order of the pictures.
///
/// One text serves a form without script, which cannot know how many files will be chosen. A lone
/// picture takes all the lines. A description is asked for but not forced: whoever forces it reads
/// "photo" a hundred times.
pub fn descriptions(form: &mut Reader, raw: &str, pictures: usize) -> Vec<String> {
    let text = tidy(raw);
    let mut lines: Vec<String> = match pictures {
        0 => Vec::new(),
        1 => vec![one_line(&text)],
        _ => text.lines().map(one_line).collect(),
    };
    if lines.iter().any(|line| line.chars().count() > DESCRIPTION_MAX) {
        form.fault("alt", Fault::TooLong { max: DESCRIPTION_MAX });
    }
    if lines.iter().skip(pictures).any(|line| !line.is_empty()) {
        form.fault("alt", Fault::TooMany { max: pictures });
    }
    lines.resize(pictures, String::new());
    lines
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str, pictures: usize) -> (Vec<String>, bool) {
        let mut form = Reader::default();
        let lines = descriptions(&mut form, raw, pictures);
        (lines, form.is_clean())
    }

    #[test]
    fn each_line_describes_the_picture_of_its_rank() {
        for (raw, pictures, lines) in [
            ("", 0, vec![]),
            ("perdu", 0, vec![]),
            ("Le préau\nsous la pluie", 1, vec!["Le préau sous la pluie"]),
            ("Un\r\nDeux", 2, vec!["Un", "Deux"]),
            ("Un\n\nTrois", 3, vec!["Un", "", "Trois"]),
            ("Un", 3, vec!["Un", "", ""]),
        ] {
            assert_eq!(read(raw, pictures), (lines.into_iter().map(String::from).collect(), true), "{raw}");
        }
    }

    #[test]
    fn descriptions_too_many_or_too_long_are_told() {
        assert!(!read("a\nb\nc", 2).1);
        assert!(!read(&"x".repeat(301), 1).1);
    }

    #[test]
    fn a_post_has_words_or_a_picture() {
        let mut form = Reader::default();
        Draft::read(&mut form, &Draft::default(), 0);
        assert_eq!(form.done().unwrap_err().fields, vec![("body".into(), Fault::Required)]);
        let mut form = Reader::default();
        Draft::read(&mut form, &Draft::default(), 1);
        assert!(form.is_clean());
    }
}
