//! Dates and times as people type them where the browser has no control for them.

use crate::form::Fault;
use jiff::civil::{Date, Time};

/// `2026-11-24`, as a date control sends it, or `24/11/2026`.
pub fn read_date(text: &str) -> Result<Date, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let numbers: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
    let (year, month, day) = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        _ => return Err(Fault::Moment),
    };
    let read = || Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?));
    let (year, month, day) = read().ok_or(Fault::Moment)?;
    Date::new(year, month, day).map_err(|_| Fault::Moment)
}

/// `08:30`, as a time control sends it, or `8h30`, `8 h 30`, `8h`. Seconds are dropped.
pub fn read_time(text: &str) -> Result<Time, Fault> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let mut parts = text.split([':', 'h', 'H']);
    let hour = parts.next().unwrap_or_default();
    let minute =
        parts.next().filter(|minute| !minute.is_empty() || !text.contains(':')).ok_or(Fault::Moment)?;
    let minute = if minute.is_empty() { "0" } else { minute };
    let seconds_at_most = parts.clone().count() <= 1;
    let read = || Some((hour.parse().ok()?, minute.parse().ok()?));
    let (hour, minute) = read().filter(|_| seconds_at_most).ok_or(Fault::Moment)?;
    Time::new(hour, minute, 0, 0).map_err(|_| Fault::Moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn dates_as_controls_send_them_and_as_people_type_them() {
        for text in ["2026-11-24", "24/11/2026", " 24.11.2026 ", "24-11-2026"] {
            assert_eq!(read_date(text), Ok(date(2026, 11, 24)), "{text}");
        }
        assert_eq!(read_date(" "), Err(Fault::Required));
        for text in ["24/11/26", "2026-02-30", "demain", "2026-11", "1/2/3/2026", "-24/11/2026"] {
            assert_eq!(read_date(text), Err(Fault::Moment), "{text}");
        }
    }

    #[test]
    fn times_as_controls_send_them_and_as_people_type_them() {
        for text in ["08:30", "8:30", "8h30", "8 h 30", "8H30", "08:30:00", "8\u{202F}h\u{202F}30"] {
            assert_eq!(read_time(text), Ok(time(8, 30, 0, 0)), "{text}");
        }
        assert_eq!(read_time("18h"), Ok(time(18, 0, 0, 0)));
        assert_eq!(read_time(""), Err(Fault::Required));
        for text in ["25:00", "8", "8:", "8:60", "huit heures", "1:2:3:4", "h30"] {
            assert_eq!(read_time(text), Err(Fault::Moment), "{text}");
        }
    }
}
