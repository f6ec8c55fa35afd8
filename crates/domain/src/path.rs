//! Paths of this house, as against addresses elsewhere.

/// Whether a redirect to `path` stays here: a path, and no trick that a browser reads as a host.
///
/// Browsers take `\` for `/`, and leave out tabs and line ends wherever they stand (URL Standard,
/// section 4.4): `/<tab>/elsewhere.example` leads elsewhere.
///
/// ```
/// use domain::path::is_ours;
/// assert!(is_ours("/events/01J?x=1"));
/// assert!(!is_ours("//elsewhere.example") && !is_ours("/\t/elsewhere.example"));
/// ```
pub fn is_ours(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_paths_of_this_house_are_ours() {
        for path in ["/", "/events/01J?x=1", "/communities/chorale", "/people?q=Zo%C3%A9%2F%2Fx", "/a//b"] {
            assert!(is_ours(path), "{path}");
        }
        for path in [
            "",
            "events",
            "https://exemple.fr",
            "javascript:alert(1)",
            "//exemple.fr",
            "///exemple.fr",
            "/\\exemple.fr",
            "\\\\exemple.fr",
            "/\t/exemple.fr",
            "/\n/exemple.fr",
            "/\r\n/exemple.fr",
            "\t//exemple.fr",
            " //exemple.fr",
            "/x\0",
        ] {
            assert!(!is_ours(path), "{path:?}");
        }
    }
}
