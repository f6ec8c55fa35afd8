//! A month at a glance.

use domain::Lang;
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use leptos::prelude::*;

use super::{IconButton, Words, texts};
use crate::i18n::dates;

/// What a day holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub date: Date,
    pub label: String,
    pub href: String,
    /// The person takes part.
    pub mine: bool,
}

/// The month of `month`, weeks from Monday, with the marks that fall in it. `previous` and `next`
/// are addresses. On a phone it becomes the list of the days that hold something.
#[component]
pub fn CalendarMonth(
    lang: Lang,
    month: Date,
    today: Date,
    marks: Vec<Mark>,
    #[prop(optional, into)] previous: Words,
    #[prop(optional, into)] next: Words,
) -> impl IntoView {
    let title = texts::month_of(lang, dates::month(lang, month), month.year());
    let back = previous
        .get()
        .map(|href| view! { <IconButton icon="chevron-left" label=texts::previous_month(lang) href /> });
    let on = next
        .get()
        .map(|href| view! { <IconButton icon="chevron-right" label=texts::next_month(lang) href /> });
    let names = Weekday::Monday
        .cycle_forward()
        .take(7)
        .map(|day| {
            let name = dates::weekday(lang, day);
            let short: String = name.chars().take(3).collect();
            view! { <th scope="col"><abbr title=name>{short}</abbr></th> }
        })
        .collect_view();
    let weeks = weeks_of(month)
        .into_iter()
        .map(|week| {
            let days = week.into_iter().map(|day| day_cell(lang, month, today, day, &marks)).collect_view();
            view! { <tr>{days}</tr> }
        })
        .collect_view();
    view! {
        <section class="calendar" aria-label=title>
            <div class="calendar-head"><h2>{title.clone()}</h2>{back}{on}</div>
            <table>
                <thead><tr>{names}</tr></thead>
                <tbody>{weeks}</tbody>
            </table>
        </section>
    }
}

fn day_cell(lang: Lang, month: Date, today: Date, day: Date, marks: &[Mark]) -> AnyView {
    if day.month() != month.month() {
        return view! { <td class="calendar-day" data-outside="true" data-empty="true"></td> }.into_any();
    }
    let held = marks
        .iter()
        .filter(|mark| mark.date == day)
        .cloned()
        .map(|mark| {
            view! { <li><a class="calendar-mark" href=mark.href data-mine=mark.mine.then_some("true")>{mark.label}</a></li> }
        })
        .collect::<Vec<_>>();
    let is_today = day == today;
    let empty = (held.is_empty() && !is_today).then_some("true");
    let list = (!held.is_empty()).then(|| view! { <ul>{held}</ul> });
    let weekday: String = dates::weekday(lang, day.weekday()).chars().take(3).collect();
    view! {
        <td
            class="calendar-day"
            data-empty=empty
            data-today=is_today.then_some("true")
            aria-current=is_today.then_some("date")
        >
            <span class="calendar-number">
                <span class="calendar-weekday">{weekday}" "</span>
                {day.day()}
            </span>
            {list}
        </td>
    }
    .into_any()
}

/// The days of the weeks that touch the month, Monday to Sunday.
fn weeks_of(month: Date) -> Vec<Vec<Date>> {
    let first = month.first_of_month();
    let last = month.last_of_month();
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let mut weeks = Vec::new();
    let mut monday = first.saturating_sub(before.days());
    while monday <= last {
        weeks.push((0_i64..7).map(|day| monday.saturating_add(day.days())).collect());
        monday = monday.saturating_add(7.days());
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::weeks_of;
    use jiff::civil::date;

    #[test]
    fn weeks_cover_the_month_from_monday_to_sunday() {
        for (day, weeks) in [(date(2026, 2, 14), 5), (date(2027, 2, 1), 4), (date(2026, 8, 31), 6)] {
            let covered = weeks_of(day);
            assert_eq!(covered.len(), weeks);
            assert!(covered.iter().all(|week| week.len() == 7));
            let first = covered.iter().flatten().find(|d| d.month() == day.month());
            assert_eq!(first.copied(), Some(day.first_of_month()));
        }
    }
}
