//! When an event is, in words.

use super::texts as t;
use crate::i18n::dates;
use domain::{Lang, event::Span};
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

/// `mardi 24 novembre, de 12 h 15 à 13 h 15`; over several days, both with their hour. A year that
/// is not this one is told.
pub(super) fn words(lang: Lang, span: &Span, today: Date) -> String {
    if span.in_a_day() {
        let (from, to) = (dates::time(lang, span.starts.time()), dates::time(lang, span.ends.time()));
        return t::in_a_day(lang, &day(lang, span.starts.date(), today), &from, &to);
    }
    let moment = |at: DateTime| format!("{}, {}", day(lang, at.date(), today), dates::time(lang, at.time()));
    t::over_days(lang, &moment(span.starts), &moment(span.ends))
}

/// A day of this year without it, any other with its year.
pub(super) fn day(lang: Lang, date: Date, today: Date) -> String {
    if date.year() == today.year() { dates::day(lang, date) } else { dates::day_year(lang, date) }
}

/// The same for readers and machines.
#[component]
pub(super) fn When(lang: Lang, span: Span, today: Date) -> impl IntoView {
    view! { <time datetime=dates::machine(span.dtstart)>{words(lang, &span, today)}</time> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, datetime};

    fn span(starts: DateTime, ends: DateTime) -> Span {
        let utc = |at: DateTime| at.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        Span { dtstart: utc(starts), dtend: utc(ends), starts, ends }
    }

    #[test]
    fn a_span_reads_as_people_say_it() {
        let today = date(2026, 11, 23);
        let noon = datetime(2026, 11, 24, 12, 15, 0, 0);
        let run = span(noon, datetime(2026, 11, 24, 13, 0, 0, 0));
        assert_eq!(words(Lang::Fr, &run, today), "mardi 24 novembre, de 12\u{a0}h\u{a0}15 à 13\u{a0}h");
        assert_eq!(words(Lang::En, &run, today), "Tuesday 24 November, 12:15 to 13:00");
        let camp = span(noon, datetime(2027, 1, 1, 9, 0, 0, 0));
        assert_eq!(
            words(Lang::Fr, &camp, today),
            "du mardi 24 novembre, 12\u{a0}h\u{a0}15, au vendredi 1er janvier 2027, 9\u{a0}h"
        );
    }
}
