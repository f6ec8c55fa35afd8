//! A form's key, together with what the form says.
//!
//! Sent twice, a form has one effect: its key is used once. But a page that a browser shows again
//! from its memory has the key it had; other words sent from there are another form, and are not to
//! be taken for the first.

use sha2::{Digest, Sha256};

/// Under this name stands the digest of each file sent, so that another picture is another form.
pub const FILE: &str = "file_digest";

/// The fields with `key` made that of this form saying this. The digests of files go into it and no
/// further: no form has such a field, and of several files there are several.
pub fn keyed(fields: &[(String, String)]) -> Vec<(String, String)> {
    let mut said = Sha256::new();
    // What a file is stored under is new each time; its digest is not.
    let told = |name: &str| name != "key" && !name.starts_with("pictures[") && !name.starts_with("files[");
    for (name, value) in fields.iter().filter(|(name, _)| told(name)) {
        for part in [name, value] {
            said.update(part.len().to_le_bytes());
            said.update(part);
        }
    }
    let said = short(said);
    let with = |(name, value): &(String, String)| {
        let value = if name == "key" && !value.is_empty() {
            // As long as the store keeps of a key, with room for what is added.
            format!("{}.{said}", value.chars().take(32).collect::<String>())
        } else {
            value.clone()
        };
        (name.clone(), value)
    };
    fields.iter().filter(|(name, _)| name != FILE).map(with).collect()
}

/// The digest of a file.
pub fn digest(file: &[u8]) -> String {
    short(Sha256::new_with_prefix(file))
}

/// 64 bits: two forms of one key are few.
fn short(hash: Sha256) -> String {
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(fields: &[(&str, &str)]) -> String {
        let fields: Vec<_> = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let keyed = keyed(&fields);
        keyed.into_iter().find(|(name, _)| name == "key").unwrap().1
    }

    #[test]
    fn digests_of_files_are_told_to_nobody() {
        let several = [("key", "k"), ("pictures[0]", "1"), (FILE, "x"), ("pictures[1]", "2"), (FILE, "y")];
        let several: Vec<_> = several.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let names: Vec<_> = keyed(&several).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["key", "pictures[0]", "pictures[1]"]);
    }

    #[test]
    fn the_same_words_have_the_same_key_and_others_another() {
        let one = key(&[("key", "k"), ("body", "Bonjour"), ("pictures[0]", "1"), (FILE, "x")]);
        assert_eq!(one, key(&[("key", "k"), ("body", "Bonjour"), ("pictures[0]", "2"), (FILE, "x")]));
        for other in [
            key(&[("key", "l"), ("body", "Bonjour"), (FILE, "x")]),
            key(&[("key", "k"), ("body", "Bonsoir"), (FILE, "x")]),
            key(&[("key", "k"), ("body", "Bonjour"), (FILE, "y")]),
            key(&[("key", "k"), ("body", "Bonjour")]),
            key(&[("key", "k"), ("bodyB", "onjour"), (FILE, "x")]),
        ] {
            assert_ne!(one, other);
        }
        assert!(one.len() <= 64);
        assert_eq!(key(&[("key", ""), ("body", "x")]), "", "no key stays none");
    }
}
