//! The two languages of the house.

use serde::{Deserialize, Serialize};

/// A person's choice rules the page, the mail and the dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// The BCP 47 tag: `fr` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }

    /// Reads a tag, whatever its region or case: `fr-CA`, `EN`. `None` for any other language.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.tag() == primary)
    }

    /// The first language of an `Accept-Language` header that the house speaks; French otherwise.
    pub fn accepted(header: &str) -> Lang {
        header
            .split(',')
            .filter_map(|range| range.split(';').next())
            .find_map(Lang::from_tag)
            .unwrap_or_default()
    }

    /// `one` for a count the language treats as singular, else `many`: French says "0 place",
    /// English "0 places" (CLDR plural rules, cardinal integers).
    pub fn plural<T>(self, n: u64, one: T, many: T) -> T {
        match (self, n) {
            (_, 1) | (Lang::Fr, 0) => one,
            _ => many,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_known_language_of_the_header_wins() {
        for (header, lang) in [
            ("en-GB,en;q=0.9,fr;q=0.8", Lang::En),
            ("de,fr-CA;q=0.7,en;q=0.3", Lang::Fr),
            ("de", Lang::Fr),
            ("", Lang::Fr),
        ] {
            assert_eq!(Lang::accepted(header), lang, "{header}");
        }
    }

    #[test]
    fn nothing_is_singular_in_french_only() {
        assert_eq!(Lang::Fr.plural(0, "place", "places"), "place");
        assert_eq!(Lang::En.plural(0, "place", "places"), "places");
        assert_eq!(Lang::Fr.plural(2, "place", "places"), "places");
    }
}
