//! The part of an address that names a community.

use crate::fold::fold;

/// Longest slug, in bytes: an address that fits a line.
const LENGTH: usize = 60;

/// `Course à pied, midi` → `course-a-pied-midi`; a name without a Latin letter or digit is
/// `communaute`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LENGTH {
            break;
        }
    }
    let slug = slug.trim_end_matches('-').to_owned();
    if slug.is_empty() || RESERVED.contains(&slug.as_str()) {
        format!("communaute{}", prefixed(&slug))
    } else {
        slug
    }
}

/// Pages that live beside the communities' own.
const RESERVED: [&str; 4] = ["archived", "new", "propose", "proposals"];

fn prefixed(slug: &str) -> String {
    if slug.is_empty() { String::new() } else { format!("-{slug}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_plain_and_short() {
        for (name, expected) in [
            ("Course à pied, midi", "course-a-pied-midi"),
            ("  L'Œuvre & Cie ", "l-oeuvre-cie"),
            ("***", "communaute"),
            ("New", "communaute-new"),
            ("Proposals", "communaute-proposals"),
            ("東京", "communaute"),
        ] {
            assert_eq!(slug(name), expected);
        }
        assert!(slug(&"é".repeat(500)).len() <= 60);
    }
}
