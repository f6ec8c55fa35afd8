//! An event as its form gives it.

use super::{CAPACITY_MAX, DAYS_MAX, DESCRIPTION_MAX, LOCATION_MAX, SUMMARY_MAX, YEARS_AHEAD};
use crate::form::{Fault, Reader};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

/// The fields as typed. Dates and times are those of a clock on the organisation's wall.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    pub summary: String,
    pub description: String,
    pub location: String,
    pub date: String,
    pub time: String,
    /// Empty: the day it starts.
    pub end_date: String,
    pub end_time: String,
    /// Empty: no limit.
    pub capacity: String,
}

/// The fields as meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub summary: String,
    pub description: String,
    pub location: String,
    pub starts: DateTime,
    pub ends: DateTime,
    pub capacity: Option<u32>,
}

impl EventForm {
    /// The fields that `draft` would be typed as.
    pub fn filled(draft: &Draft) -> EventForm {
        let in_a_day = draft.starts.date() == draft.ends.date();
        EventForm {
            summary: draft.summary.clone(),
            description: draft.description.clone(),
            location: draft.location.clone(),
            date: draft.starts.date().to_string(),
            time: clock(draft.starts.time()),
            end_date: if in_a_day { String::new() } else { draft.ends.date().to_string() },
            end_time: clock(draft.ends.time()),
            capacity: draft.capacity.map(|capacity| capacity.to_string()).unwrap_or_default(),
        }
    }

    /// Reads the form at `now`, a wall time. An event that already started `was` then may keep its
    /// start although it has passed: its description can still be put right.
    pub fn read(&self, form: &mut Reader, now: DateTime, was: Option<DateTime>) -> Draft {
        let summary = one_line(&form.text("summary", &self.summary, 3, SUMMARY_MAX));
        let description = form.text("description", &self.description, 0, DESCRIPTION_MAX);
        let location = one_line(&form.text("location", &self.location, 2, LOCATION_MAX));
        let (starts, ends) = self.span(form, now, was);
        let capacity = (!self.capacity.trim().is_empty())
            .then(|| form.number("capacity", &self.capacity, 1, i64::from(CAPACITY_MAX)));
        let capacity = capacity.and_then(|capacity| u32::try_from(capacity).ok());
        Draft { summary, description, location, starts, ends, capacity }
    }

    /// Reads start and end; what cannot be read stands at `now`, and its fault is noted.
    fn span(&self, form: &mut Reader, now: DateTime, was: Option<DateTime>) -> (DateTime, DateTime) {
        let date = note(form, "date", date(&self.date));
        let time = note(form, "time", time(&self.time));
        let starts = date.zip(time).map(|(date, time)| date.to_datetime(time));
        if let Some(starts) = starts.filter(|starts| Some(*starts) != was) {
            check_start(form, starts, now);
        }
        let end_date = if self.end_date.trim().is_empty() {
            date
        } else {
            note(form, "end_date", self::date(&self.end_date))
        };
        let end_time = note(form, "end_time", self::time(&self.end_time));
        let ends = end_date.zip(end_time).map(|(date, time)| date.to_datetime(time));
        if let Some((starts, ends)) = starts.zip(ends) {
            check_end(form, starts, ends);
        }
        (starts.unwrap_or(now), ends.unwrap_or(now))
    }
}

fn check_start(form: &mut Reader, starts: DateTime, now: DateTime) {
    let last = now.checked_add(YEARS_AHEAD.years()).unwrap_or(DateTime::MAX);
    if starts.date() < now.date() {
        form.fault("date", Fault::Past);
    } else if starts <= now {
        form.fault("time", Fault::Past);
    } else if starts > last {
        form.fault("date", Fault::TooFar);
    }
}

fn check_end(form: &mut Reader, starts: DateTime, ends: DateTime) {
    let last = starts.checked_add(DAYS_MAX.days()).unwrap_or(DateTime::MAX);
    if ends.date() < starts.date() {
        form.fault("end_date", Fault::EndBeforeStart);
    } else if ends <= starts {
        form.fault("end_time", Fault::EndBeforeStart);
    } else if ends > last {
        form.fault("end_date", Fault::TooFar);
    }
}

fn note<T>(form: &mut Reader, field: &str, read: Result<T, Fault>) -> Option<T> {
    read.map_err(|fault| form.fault(field, fault)).ok()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `2026-11-24` as browsers send it, or `24/11/2026` as people type it where there is no calendar.
fn date(text: &str) -> Result<Date, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let mut numbers = text.split(['/', '-', '.']).map(|part| part.trim().parse::<i16>().ok());
    let (Some(Some(a)), Some(Some(month)), Some(Some(c)), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return Err(Fault::Moment);
    };
    let (year, day) = if a > 31 { (a, c) } else { (c, a) };
    let parts = i8::try_from(month).ok().zip(i8::try_from(day).ok());
    parts.filter(|_| year > 31).and_then(|(month, day)| Date::new(year, month, day).ok()).ok_or(Fault::Moment)
}

/// `08:15` as browsers send it, with or without seconds; `8h15`, `8 h` as people type it.
fn time(text: &str) -> Result<Time, Fault> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let mut parts = text.split([':', 'h']).map(str::trim);
    let hour = parts.next().and_then(|hour| hour.parse::<i8>().ok());
    let minute = match parts.next() {
        Some("") => Some(0),
        Some(minute) => minute.parse::<i8>().ok(),
        None => None,
    };
    hour.zip(minute).and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok()).ok_or(Fault::Moment)
}

/// As a time control takes it.
fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date as day, datetime, time as hour};

    fn now() -> DateTime {
        datetime(2026, 11, 23, 10, 0, 0, 0)
    }

    fn run() -> EventForm {
        EventForm {
            summary: "Course du midi".into(),
            description: "Huit kilomètres, **tranquilles**.".into(),
            location: "Devant l’accueil".into(),
            date: "2026-11-24".into(),
            time: "12:15".into(),
            end_date: String::new(),
            end_time: "13:15".into(),
            capacity: "12".into(),
        }
    }

    fn faults(raw: &EventForm, was: Option<DateTime>) -> Vec<(String, Fault)> {
        let mut form = Reader::default();
        raw.read(&mut form, now(), was);
        form.done().map_or_else(|failure| failure.fields, |()| Vec::new())
    }

    #[test]
    fn a_form_reads_back_as_it_was_filled() {
        for raw in [run(), EventForm { end_date: "2026-11-25".into(), capacity: String::new(), ..run() }] {
            let mut form = Reader::default();
            let draft = raw.read(&mut form, now(), None);
            assert!(form.is_clean());
            assert_eq!(EventForm::filled(&draft), raw);
        }
    }

    #[test]
    fn each_fault_stands_beside_its_field() {
        let with = |change: fn(&mut EventForm)| {
            let mut raw = run();
            change(&mut raw);
            raw
        };
        for (raw, field, fault) in [
            (with(|f| f.summary = "  ".into()), "summary", Fault::Required),
            (with(|f| f.location = String::new()), "location", Fault::Required),
            (with(|f| f.date = String::new()), "date", Fault::Required),
            (with(|f| f.date = "2026-02-30".into()), "date", Fault::Moment),
            (with(|f| f.date = "demain".into()), "date", Fault::Moment),
            (with(|f| f.date = "2026-11-22".into()), "date", Fault::Past),
            (with(|f| f.date = "2028-11-24".into()), "date", Fault::TooFar),
            (with(|f| (f.date, f.time) = ("2026-11-23".into(), "09:59".into())), "time", Fault::Past),
            (with(|f| f.time = "25:00".into()), "time", Fault::Moment),
            (with(|f| f.end_time = String::new()), "end_time", Fault::Required),
            (with(|f| f.end_time = "12:15".into()), "end_time", Fault::EndBeforeStart),
            (with(|f| f.end_date = "2026-11-23".into()), "end_date", Fault::EndBeforeStart),
            (with(|f| f.end_date = "2027-11-24".into()), "end_date", Fault::TooFar),
            (with(|f| f.capacity = "0".into()), "capacity", Fault::OutOfRange { min: 1, max: 10_000 }),
            (with(|f| f.capacity = "10001".into()), "capacity", Fault::OutOfRange { min: 1, max: 10_000 }),
        ] {
            assert_eq!(faults(&raw, None), [(field.to_owned(), fault)], "{raw:?}");
        }
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let fields: Vec<_> =
            faults(&EventForm::default(), None).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["summary", "location", "date", "time", "end_time"]);
    }

    #[test]
    fn a_start_that_has_passed_may_stay_but_not_move() {
        let raw = EventForm { date: "2026-11-20".into(), ..run() };
        assert_eq!(faults(&raw, Some(datetime(2026, 11, 20, 12, 15, 0, 0))), []);
        assert_eq!(
            faults(&raw, Some(datetime(2026, 11, 20, 12, 30, 0, 0))),
            [("date".to_owned(), Fault::Past)]
        );
    }

    #[test]
    fn dates_and_times_are_read_as_typed() {
        for text in ["2026-11-24", "24/11/2026", " 24.11.2026 ", "24-11-2026"] {
            assert_eq!(date(text), Ok(day(2026, 11, 24)), "{text}");
        }
        for text in ["24/11/26", "24/11", "2026-13-01", "1/2/3/2026", "0-0-0"] {
            assert_eq!(date(text), Err(Fault::Moment), "{text}");
        }
        for (text, read) in
            [("08:15", hour(8, 15, 0, 0)), ("8h15", hour(8, 15, 0, 0)), ("8 H", hour(8, 0, 0, 0))]
        {
            assert_eq!(time(text), Ok(read), "{text}");
        }
        for text in ["8", "24:00", "08:60", "midi", ":15"] {
            assert_eq!(time(text), Err(Fault::Moment), "{text}");
        }
    }
}
