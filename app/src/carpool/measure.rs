//! Figures of a ride, in words that own up to being estimates.

use super::texts as t;
use domain::Lang;

/// `environ 34 km`.
pub(super) fn distance(lang: Lang, metres: i64) -> String {
    t::kilometres(lang, kilometres(metres))
}

/// `sans détour`, `détour d’environ 3 km`.
pub(super) fn detour(lang: Lang, metres: i64) -> String {
    match kilometres(metres) {
        ..1 => t::no_detour(lang).to_owned(),
        km => t::detour(lang, km),
    }
}

/// To the nearest whole one.
fn kilometres(metres: i64) -> i64 {
    (metres + 500) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_round() {
        assert_eq!(distance(Lang::Fr, 34_400), "environ 34\u{a0}km");
        assert_eq!(distance(Lang::En, 300), "less than 1\u{a0}km");
        assert_eq!(detour(Lang::Fr, 499), "sans détour");
        assert_eq!(detour(Lang::En, 2_600), "detour of about 3\u{a0}km");
    }
}
