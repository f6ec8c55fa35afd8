//! Looking for a ride: what the form gives, and what is made of it.

use super::{read_date, read_time};
use crate::{
    form::{Fault, Reader},
    person::CommuneForm,
};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// Minutes before or after the time asked for that suit, unless said.
pub const WINDOW_DEFAULT: i64 = 45;
pub const WINDOW_MAX: i64 = 240;

/// Which end of the way the time asked for is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// To be there by then.
    #[default]
    Arrival,
    /// To leave then.
    Departure,
}

impl By {
    pub const ALL: [By; 2] = [By::Arrival, By::Departure];

    /// The word it is sent under.
    pub fn word(self) -> &'static str {
        match self {
            By::Arrival => "arrival",
            By::Departure => "departure",
        }
    }

    pub fn from_word(word: &str) -> Option<By> {
        By::ALL.into_iter().find(|by| by.word() == word)
    }
}

/// The form as it was typed; all but the date may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchForm {
    pub from: CommuneForm,
    /// Id of a workplace; empty for a commune.
    pub workplace: String,
    pub to: CommuneForm,
    pub date: String,
    pub time: String,
    pub by: String,
    pub window: String,
    /// Where the page before left off.
    pub cursor: Option<String>,
}

/// What the form says apart from its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    pub date: Date,
    /// None: any time of that day.
    pub time: Option<Time>,
    pub by: By,
    pub window: i64,
}

impl Search {
    /// Reads `date`, `time`, `by` and `window`; `today` is the organisation's.
    pub fn read(form: &mut Reader, raw: &SearchForm, today: Date) -> Search {
        let date =
            read_date(&raw.date).and_then(|date| if date < today { Err(Fault::Past) } else { Ok(date) });
        let date = form.take("date", date, today);
        let time = match read_time(&raw.time) {
            Ok(time) => Some(time),
            Err(Fault::Required) => None,
            Err(fault) => {
                form.fault("time", fault);
                None
            }
        };
        let by = match raw.by.trim() {
            "" => By::default(),
            word => form.take("by", By::from_word(word).ok_or(Fault::Choice), By::default()),
        };
        let window = match raw.window.trim() {
            "" => WINDOW_DEFAULT,
            _ => form.number("window", &raw.window, 0, WINDOW_MAX),
        };
        Search { date, time, by, window }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn read(raw: &SearchForm) -> Result<Search, Vec<(String, Fault)>> {
        let mut form = Reader::default();
        let search = Search::read(&mut form, raw, date(2026, 11, 23));
        form.done().map(|()| search).map_err(|failure| failure.fields)
    }

    #[test]
    fn only_the_date_has_to_be_given() {
        let raw = SearchForm { date: "2026-11-24".into(), ..SearchForm::default() };
        let any = Search { date: date(2026, 11, 24), time: None, by: By::Arrival, window: 45 };
        assert_eq!(read(&raw), Ok(any.clone()));
        let raw = SearchForm { time: "8h30".into(), by: "departure".into(), window: "90".into(), ..raw };
        let timed = Search { time: Some(time(8, 30, 0, 0)), by: By::Departure, window: 90, ..any };
        assert_eq!(read(&raw), Ok(timed));
    }

    #[test]
    fn every_fault_is_told_beside_its_field() {
        let raw = SearchForm {
            date: "2026-11-22".into(),
            time: "8h75".into(),
            by: "boat".into(),
            window: "1000".into(),
            ..SearchForm::default()
        };
        let faults = [
            ("date", Fault::Past),
            ("time", Fault::Moment),
            ("by", Fault::Choice),
            ("window", Fault::OutOfRange { min: 0, max: 240 }),
        ];
        assert_eq!(read(&raw).unwrap_err(), faults.map(|(field, fault)| (field.to_owned(), fault)));
    }
}
