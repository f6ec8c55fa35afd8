//! Calendar dates, in the spellings HR tools export.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the calendar, from 1900 to 2199; shown and serialised as `yyyy-mm-dd`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

/// The text is not a date this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let known = (1900..=2199).contains(&year)
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        known.then_some(Self { year, month, day })
    }

    /// The year, in four digits.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> i8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.day
    }

    /// Reads `dd/mm/yyyy`, `dd/mm/yy` and `yyyy-mm-dd`, also with `/`, `-` or `.` between the
    /// numbers, and drops a time of day after them. Two digits mean 1970 to 2069, as in POSIX.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (first, second, third) = numbers(text)?;
        let (year, month, day) =
            if first.len() == 4 { (first, second, third) } else { (third, second, first) };
        if month.len() > 2 || day.len() > 2 {
            return None;
        }
        let number: i16 = year.parse().ok()?;
        let year = match year.len() {
            4 => number,
            2 if number < 70 => 2000 + number,
            2 => 1900 + number,
            _ => return None,
        };
        Self::new(year, month.parse().ok()?, day.parse().ok()?)
    }
}

/// Whether the text is the day HR tools write for a contract without an end: 31 December 2999
/// or 9999.
pub(crate) fn is_never(text: &str) -> bool {
    matches!(numbers(text), Some(("31", "12", "2999" | "9999") | ("2999" | "9999", "12", "31")))
}

/// The three numbers of a date, in the order of the text.
fn numbers(text: &str) -> Option<(&str, &str, &str)> {
    let date = match text.split_once([' ', 'T']) {
        Some((date, time)) if is_time(time) => date,
        Some(_) => return None,
        None => text,
    };
    let mark = date.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(mark, '/' | '-' | '.') {
        return None;
    }
    let mut parts = date.split(mark);
    let three = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let all = digits(three.0) && digits(three.1) && digits(three.2);
    (all && parts.next().is_none()).then_some(three)
}

fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte))
}

fn month_length(year: i16, month: i8) -> i8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        Self::parse(&text).ok_or(NotADate)
    }
}

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date")
    }
}

impl std::error::Error for NotADate {}

#[cfg(test)]
mod tests {
    use super::{Date, is_never};

    #[test]
    fn spellings() {
        for (text, iso) in [
            ("01/02/2024", Some("2024-02-01")),
            ("1/2/2024", Some("2024-02-01")),
            ("01/02/24", Some("2024-02-01")),
            ("01/02/69", Some("2069-02-01")),
            ("01/02/70", Some("1970-02-01")),
            ("2024-02-29", Some("2024-02-29")),
            ("2024/02/29", Some("2024-02-29")),
            ("29.02.2024", Some("2024-02-29")),
            ("29-02-2024", Some("2024-02-29")),
            ("01/02/2024 00:00:00", Some("2024-02-01")),
            ("2024-02-01T00:00:00.000Z", Some("2024-02-01")),
            ("29/02/2023", None),
            ("31/04/2024", None),
            ("12/31/2024", None),
            ("00/01/2024", None),
            ("01/02/224", None),
            ("01/02/1899", None),
            ("2024-02", None),
            ("2024-02-01-03", None),
            ("01/02-2024", None),
            ("45292", None),
            ("+1/02/2024", None),
            ("1 février 2024", None),
            ("-/-/-", None),
            ("", None),
        ] {
            let read = Date::parse(text).map(|date| date.to_string());
            assert_eq!(read.as_deref(), iso, "{text}");
        }
    }

    #[test]
    fn a_contract_without_end() {
        assert!(is_never("31/12/9999") && is_never("2999-12-31 00:00:00"));
        assert!(!is_never("31/12/2099") && !is_never("9999"));
    }
}
