//! A leaf of the calendar.

use crate::i18n::dates;
use domain::Lang;
use jiff::civil::Date;
use leptos::prelude::*;

/// As dictionaries shorten them: Lexique des règles typographiques (Imprimerie nationale) for French.
const MONTHS: [(&str, &str); 12] = [
    ("janv.", "Jan"),
    ("févr.", "Feb"),
    ("mars", "Mar"),
    ("avril", "Apr"),
    ("mai", "May"),
    ("juin", "Jun"),
    ("juill.", "Jul"),
    ("août", "Aug"),
    ("sept.", "Sep"),
    ("oct.", "Oct"),
    ("nov.", "Nov"),
    ("déc.", "Dec"),
];

/// Day, month and weekday, for the eye: the words stand beside it.
#[component]
pub(super) fn DateTile(lang: Lang, date: Date) -> impl IntoView {
    let month = usize::try_from(date.month() - 1).ok().and_then(|month| MONTHS.get(month));
    let month = month.copied().unwrap_or_default();
    view! {
        <p class="date-tile" aria-hidden="true">
            <span class="date-tile-month">
                {match lang {
                    Lang::Fr => month.0,
                    Lang::En => month.1,
                }}
            </span>
            <span class="date-tile-day">{date.day()}</span>
            <span class="date-tile-weekday">{dates::weekday(lang, date.weekday())}</span>
        </p>
    }
}
