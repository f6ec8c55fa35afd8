//! Dates and times in words, as each language says them.

use domain::Lang;
use jiff::{
    Timestamp,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};

const DAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

fn pick(lang: Lang, names: &[(&'static str, &'static str)], index: i8) -> &'static str {
    let name = usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default();
    match lang {
        Lang::Fr => name.0,
        Lang::En => name.1,
    }
}

/// `mardi`, `Tuesday`.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    pick(lang, &DAYS, day.to_monday_zero_offset())
}

/// `novembre`, `November`.
pub fn month(lang: Lang, date: Date) -> &'static str {
    pick(lang, &MONTHS, date.month() - 1)
}

/// `mardi 24 novembre`, `Tuesday 24 November`.
pub fn day(lang: Lang, date: Date) -> String {
    let number = match (lang, date.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    };
    format!("{} {number} {}", weekday(lang, date.weekday()), month(lang, date))
}

/// The same with its year: `mardi 24 novembre 2026`.
pub fn day_year(lang: Lang, date: Date) -> String {
    format!("{} {}", day(lang, date), date.year())
}

/// `8 h 15`, `8 h`; `8:15`, `8:00`.
pub fn time(lang: Lang, time: Time) -> String {
    match (lang, time.minute()) {
        (Lang::Fr, 0) => format!("{}\u{a0}h", time.hour()),
        (Lang::Fr, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Lang::En, minute) => format!("{}:{minute:02}", time.hour()),
    }
}

/// `mardi 24 novembre, 8 h 15`.
pub fn moment(lang: Lang, zone: &TimeZone, at: Timestamp) -> String {
    let at = at.to_zoned(zone.clone());
    format!("{}, {}", day(lang, at.date()), time(lang, at.time()))
}

/// The same, with its year when it is not this one.
pub fn moment_year(lang: Lang, zone: &TimeZone, now: Timestamp, at: Timestamp) -> String {
    let (today, wall) = (zone.to_datetime(now), zone.to_datetime(at));
    let day = if today.year() == wall.year() { day(lang, wall.date()) } else { day_year(lang, wall.date()) };
    format!("{day}, {}", time(lang, wall.time()))
}

/// How long ago, coarsely, for feeds: `à l’instant`, `il y a 5 min`, `il y a 3 h`, `hier, 8 h 15`,
/// then the day, with its year when it is not this one.
pub fn ago(lang: Lang, zone: &TimeZone, now: Timestamp, at: Timestamp) -> String {
    let minutes = now.duration_since(at).as_mins();
    let local = at.to_zoned(zone.clone());
    let today = now.to_zoned(zone.clone()).date();
    match (lang, minutes) {
        (Lang::Fr, ..1) => "à l’instant".into(),
        (Lang::En, ..1) => "just now".into(),
        (Lang::Fr, 1..60) => format!("il y a {minutes}\u{a0}min"),
        (Lang::En, 1..60) => format!("{minutes}\u{a0}min ago"),
        _ if local.date() == today => match lang {
            Lang::Fr => format!("il y a {}\u{a0}h", minutes / 60),
            Lang::En => format!("{}\u{a0}h ago", minutes / 60),
        },
        _ if today.yesterday().is_ok_and(|yesterday| yesterday == local.date()) => match lang {
            Lang::Fr => format!("hier, {}", time(lang, local.time())),
            Lang::En => format!("yesterday, {}", time(lang, local.time())),
        },
        _ if local.year() == today.year() => day(lang, local.date()),
        _ => day_year(lang, local.date()),
    }
}

/// What `<time datetime>` takes.
pub fn machine(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time as at};

    #[test]
    fn days_and_times_read_as_people_say_them() {
        assert_eq!(day(Lang::Fr, date(2026, 11, 24)), "mardi 24 novembre");
        assert_eq!(day(Lang::Fr, date(2026, 8, 1)), "samedi 1er août");
        assert_eq!(day(Lang::En, date(2026, 11, 24)), "Tuesday 24 November");
        assert_eq!(time(Lang::Fr, at(8, 15, 0, 0)), "8\u{a0}h\u{a0}15");
        assert_eq!(time(Lang::Fr, at(14, 0, 0, 0)), "14\u{a0}h");
        assert_eq!(time(Lang::En, at(8, 5, 0, 0)), "8:05");
    }

    #[test]
    fn a_moment_of_another_year_says_which() {
        let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        let told = |at: &str| moment_year(Lang::En, &TimeZone::UTC, now, at.parse().unwrap());
        assert_eq!(told("2026-11-24T07:15:00Z"), "Tuesday 24 November, 7:15");
        assert_eq!(told("2025-11-03T22:15:00Z"), "Monday 3 November 2025, 22:15");
    }

    #[test]
    fn ago_is_coarse_and_never_in_the_future() {
        let now: Timestamp = "2026-11-24T10:00:00Z".parse().unwrap();
        let told = |at: &str| ago(Lang::En, &TimeZone::UTC, now, at.parse().unwrap());
        assert_eq!(told("2026-11-24T10:00:30Z"), "just now");
        assert_eq!(told("2026-11-24T09:15:00Z"), "45\u{a0}min ago");
        assert_eq!(told("2026-11-24T07:15:00Z"), "2\u{a0}h ago");
        assert_eq!(told("2026-11-23T22:15:00Z"), "yesterday, 22:15");
        assert_eq!(told("2026-11-03T22:15:00Z"), "Tuesday 3 November");
        assert_eq!(told("2025-11-03T22:15:00Z"), "Monday 3 November 2025");
    }
}
