//! Work addresses, which are also how a person signs in.

/// The longest address mail can carry, in characters (RFC 5321, 4.5.3.1.3, less the brackets).
pub(crate) const LIMIT: usize = 254;

/// The longest part before the `@` (RFC 5321, 4.5.3.1.1).
const LOCAL_LIMIT: usize = 64;

/// Whether mail can be sent there: an unquoted local part and a domain with a dot, both ASCII.
pub(crate) fn is_valid(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    local.len() <= LOCAL_LIMIT
        && local.split('.').all(is_atom)
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && domain.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_atom(atom: &str) -> bool {
    !atom.is_empty()
        && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_valid;

    #[test]
    fn addresses() {
        for good in ["a@b.fr", "jean-paul.o'neil+rh@sous.domaine.example", "x_1@xn--caf-dma.fr"] {
            assert!(is_valid(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@b",
            "@b.fr",
            "a@",
            "a@.fr",
            "a@b.",
            "a..b@c.fr",
            ".a@c.fr",
            "a@b@c.fr",
            "a b@c.fr",
            "a@-b.fr",
            "é@b.fr",
            "Anne <a@b.fr>",
            "a@b.fr;c@d.fr",
            "a@127.0.0.1",
        ] {
            assert!(!is_valid(bad), "{bad}");
        }
        assert!(!is_valid(&format!("{}@b.fr", "a".repeat(65))));
    }
}
