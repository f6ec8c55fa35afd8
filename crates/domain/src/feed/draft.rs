//! What a form gives, read and tidied.

use super::{BODY_MAX, COMMENT_MAX, PostKind, TITLE_MAX};
use crate::form::{Fault, Reader};
use serde::{Deserialize, Serialize};

/// A post as written, in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub kind: PostKind,
    pub title: String,
    pub body: String,
}

impl Draft {
    /// Reads the fields `title` and `body` of a post with so many pictures and files.
    pub fn read(form: &mut Reader, raw: &Draft, pictures: usize, files: usize) -> Draft {
        // A poll asks something, an album is found by its name, praise has a reason; anything else has
        // words or something attached.
        let (title, body) = match raw.kind {
            PostKind::Poll | PostKind::Album => (1, 0),
            PostKind::Praise => (0, 1),
            // The page speaks for itself.
            PostKind::Link => (0, 0),
            _ => (0, usize::from(pictures + files == 0)),
        };
        if raw.kind == PostKind::Album && pictures == 0 {
            form.fault("picture", Fault::Required);
        }
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

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(draft: &Draft, pictures: usize, files: usize) -> Vec<(String, Fault)> {
        let mut form = Reader::default();
        Draft::read(&mut form, draft, pictures, files);
        form.done().map_or_else(|failure| failure.fields, |()| Vec::new())
    }

    #[test]
    fn a_post_has_words_or_something_attached() {
        let empty = Draft::default();
        assert_eq!(faults(&empty, 0, 0), vec![("body".into(), Fault::Required)]);
        assert_eq!(faults(&empty, 1, 0), vec![]);
        assert_eq!(faults(&empty, 0, 1), vec![]);
    }

    #[test]
    fn an_album_has_a_name_and_pictures() {
        let album = |title: &str| Draft { kind: PostKind::Album, title: title.into(), ..Draft::default() };
        assert_eq!(faults(&album("La fête"), 1, 0), vec![]);
        let both = vec![("picture".into(), Fault::Required), ("title".into(), Fault::Required)];
        assert_eq!(faults(&album(""), 0, 0), both);
    }
}
