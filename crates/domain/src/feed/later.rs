//! Posts that wait for their hour.

use super::{Origin, PostKind};
use crate::{
    form::{Fault, Reader},
    id::LaterId,
    person::PersonName,
};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

/// Minutes ahead at least: sooner is now.
pub const LATER_MINUTES: i64 = 5;
/// Days ahead at most.
pub const LATER_DAYS_MAX: i64 = 365;
/// Posts of one person that wait at once.
pub const LATER_MOST: usize = 50;

/// Reads the field `later`: the wall time at which a post is to be published, or none when it was left
/// empty.
pub fn later(form: &mut Reader, date: &str, time: &str, now: DateTime) -> Option<DateTime> {
    let (date, time) = (date.trim(), time.trim());
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let read = || {
        if date.is_empty() || time.is_empty() {
            return Err(Fault::Moment);
        }
        let date: Date = date.parse().map_err(|_| Fault::Moment)?;
        let time: Time = time.parse().map_err(|_| Fault::Moment)?;
        let at = date.to_datetime(time);
        let first = now.checked_add(LATER_MINUTES.minutes()).unwrap_or(now);
        let last = now.checked_add(LATER_DAYS_MAX.days()).unwrap_or(now);
        match at {
            _ if at <= now => Err(Fault::Past),
            _ if at < first => Err(Fault::Soon { minutes: LATER_MINUTES }),
            _ if at > last => Err(Fault::TooFar),
            _ => Ok(at),
        }
    };
    match read() {
        Ok(at) => Some(at),
        Err(fault) => {
            form.fault("later", fault);
            None
        }
    }
}

/// A post that waits, as its author sees it, or who looks after its community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterView {
    pub id: LaterId,
    /// None when its author may no longer see where it was to stand.
    pub origin: Option<Origin>,
    pub author: PersonName,
    pub kind: PostKind,
    pub title: String,
    /// Markdown, as it was typed.
    pub body: String,
    /// The wall time it is published at.
    pub at: DateTime,
    /// It was not published at its hour: why.
    pub held: Option<crate::Failure>,
    pub pictures: usize,
    pub files: usize,
    /// Where it leads, if it is a link.
    pub url: String,
    /// The reader wrote it: others may only drop it.
    pub mine: bool,
    /// Sent back with a change, so that one does not undo another unseen.
    pub revision: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn an_hour_is_minutes_ahead_and_within_a_year() {
        let now = datetime(2026, 11, 23, 8, 30, 0, 0);
        let read = |date: &str, time: &str| {
            let mut form = Reader::default();
            let at = later(&mut form, date, time, now);
            form.done().map(|()| at).map_err(|failure| failure.fields[0].1.clone())
        };
        assert_eq!(read("", " "), Ok(None));
        assert_eq!(read("2026-11-23", "08:35"), Ok(Some(datetime(2026, 11, 23, 8, 35, 0, 0))));
        assert_eq!(read("2027-11-23", "08:30").map(|at| at.is_some()), Ok(true));
        for (date, time, fault) in [
            ("2026-11-23", "08:34", Fault::Soon { minutes: LATER_MINUTES }),
            ("2026-11-23", "08:30", Fault::Past),
            ("2027-11-24", "08:30", Fault::TooFar),
            ("2026-11-24", "", Fault::Moment),
            ("demain", "08:30", Fault::Moment),
        ] {
            assert_eq!(read(date, time), Err(fault), "{date} {time}");
        }
    }
}
