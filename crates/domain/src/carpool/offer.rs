//! Offering a ride: what the form gives, and what is made of it.

use super::{read_date, read_time};
use crate::{
    form::{Fault, Reader},
    person::CommuneForm,
};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

/// Seats one can offer: a car or a minibus that needs no other licence has at most nine, the
/// driver's included.
pub const SEATS_MAX: i64 = 8;
pub const NOTE_MAX: usize = 500;
/// How far ahead a ride may be offered.
pub const AHEAD_MAX_DAYS: i64 = 366;

/// The form as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferForm {
    /// Commune of departure.
    pub from: CommuneForm,
    /// Id of the workplace the ride goes to; empty for a commune.
    pub workplace: String,
    /// Commune of arrival, when it goes to no workplace.
    pub to: CommuneForm,
    pub date: String,
    pub time: String,
    pub seats: String,
    pub note: String,
}

/// What the form says apart from its places, which only a gazetteer can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Departure, on the clocks of the organisation.
    pub departs: DateTime,
    pub seats: i64,
    pub note: String,
}

impl Offer {
    /// Reads `date`, `time`, `seats` and `note`; `now` is the time where the organisation is.
    pub fn read(form: &mut Reader, raw: &OfferForm, now: DateTime) -> Offer {
        let date = read_date(&raw.date).and_then(|date| within(date, now.date()));
        let time = match (&date, read_time(&raw.time)) {
            (Ok(date), Ok(time)) if date.to_datetime(time) <= now => Err(Fault::Past),
            (_, time) => time,
        };
        let date = form.take("date", date, now.date());
        let departs = date.to_datetime(form.take("time", time, Time::midnight()));
        let seats = form.number("seats", &raw.seats, 1, SEATS_MAX);
        let note = form.text("note", &raw.note, 0, NOTE_MAX);
        Offer { departs, seats, note }
    }
}

fn within(date: Date, today: Date) -> Result<Date, Fault> {
    match today.checked_add(AHEAD_MAX_DAYS.days()) {
        _ if date < today => Err(Fault::Past),
        Ok(last) if date > last => Err(Fault::TooFar),
        _ => Ok(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    fn raw(date: &str, time: &str, seats: &str) -> OfferForm {
        OfferForm { date: date.into(), time: time.into(), seats: seats.into(), ..OfferForm::default() }
    }

    fn read(raw: &OfferForm) -> Result<Offer, Vec<(String, Fault)>> {
        let mut form = Reader::default();
        let offer = Offer::read(&mut form, raw, datetime(2026, 11, 23, 10, 0, 0, 0));
        form.done().map(|()| offer).map_err(|failure| failure.fields)
    }

    #[test]
    fn every_fault_is_told_beside_its_field() {
        let seats = || ("seats".to_owned(), Fault::OutOfRange { min: 1, max: 8 });
        for (date, time, number, faults) in [
            ("2026-11-22", "8:30", "1", vec![("date".to_owned(), Fault::Past)]),
            ("2026-11-23", "10:00", "1", vec![("time".to_owned(), Fault::Past)]),
            ("2028-01-01", "8:30", "1", vec![("date".to_owned(), Fault::TooFar)]),
            (
                "demain",
                "8:75",
                "9",
                vec![("date".to_owned(), Fault::Moment), ("time".to_owned(), Fault::Moment), seats()],
            ),
            ("2026-11-24", "8:30", "0", vec![seats()]),
        ] {
            assert_eq!(read(&raw(date, time, number)).unwrap_err(), faults, "{date} {time} {number}");
        }
        let fine = read(&raw("2026-11-24", "8h30", " 3 ")).unwrap();
        assert_eq!(
            fine,
            Offer { departs: datetime(2026, 11, 24, 8, 30, 0, 0), seats: 3, note: String::new() }
        );
    }
}
