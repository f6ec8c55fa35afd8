//! Praise of people of the company, with a reason.

use crate::form::{Fault, Reader, tidy};

/// People praised in one post: more is a thank-you to everybody, which is a discussion.
pub const PRAISED_MAX: usize = 5;

/// Reads the field `praised`: one name or address a line, each once. Who they are is for the service
/// to find.
pub fn praised(form: &mut Reader, raw: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in tidy(raw).lines() {
        let name = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        form.fault("praised", Fault::Required);
    } else if names.len() > PRAISED_MAX {
        form.fault("praised", Fault::TooMany { max: PRAISED_MAX });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_five_are_named_each_once() {
        let read = |raw: &str| {
            let mut form = Reader::default();
            (praised(&mut form, raw), form.is_clean())
        };
        assert_eq!(
            read(" Zoé  Martin\n\nZoé Martin\nluc@exemple.fr"),
            (vec!["Zoé Martin".into(), "luc@exemple.fr".into()], true)
        );
        assert!(!read(" \n ").1);
        assert!(!read("a\nb\nc\nd\ne\nf").1);
    }
}
