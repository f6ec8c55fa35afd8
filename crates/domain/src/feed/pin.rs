//! Posts pinned on top of their community's feed.

use crate::form::{Fault, Reader};
use jiff::{ToSpan, civil::Date};

/// Posts pinned at once: a board where everything is pinned is a feed.
pub const PINS_MAX: usize = 3;
/// Days a post stays pinned unless said.
pub const PIN_DAYS: i64 = 14;
/// Days it may stay pinned at most.
pub const PIN_DAYS_MAX: i64 = 90;

/// Reads the field `until`: the last day a post is pinned. Every pin has its end, so that nobody has
/// to think of taking it off.
pub fn pin_end(form: &mut Reader, raw: &str, today: Date) -> Date {
    let after = |days: i64| today.checked_add(days.days()).unwrap_or(today);
    let raw = raw.trim();
    if raw.is_empty() {
        return after(PIN_DAYS);
    }
    let read = raw.parse::<Date>().map_err(|_| Fault::Moment).and_then(|until| match until {
        until if until < today => Err(Fault::Past),
        until if until > after(PIN_DAYS_MAX) => Err(Fault::TooFar),
        until => Ok(until),
    });
    form.take("until", read, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_pin_ends_within_ninety_days() {
        let today = date(2026, 11, 23);
        let read = |raw: &str| {
            let mut form = Reader::default();
            let until = pin_end(&mut form, raw, today);
            form.is_clean().then_some(until)
        };
        assert_eq!(read(""), Some(date(2026, 12, 7)));
        assert_eq!(read("2026-11-23"), Some(today));
        for raw in ["2026-11-22", "2027-02-22", "bientôt"] {
            assert_eq!(read(raw), None, "{raw}");
        }
    }
}
