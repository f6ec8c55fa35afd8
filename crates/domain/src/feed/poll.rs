//! Polls: what is asked, what a ballot may say, and when their results are shown to whom.

use crate::{
    form::{Fault, Reader, tidy},
    page::Page,
    person::PersonName,
};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

pub const OPTIONS_MIN: usize = 2;
pub const OPTIONS_MAX: usize = 10;
/// Longest option, in characters.
pub const OPTION_MAX: usize = 120;
/// A poll ends this many days after it was published, at the latest.
pub const POLL_DAYS_MAX: i64 = 90;

/// Voters under which the results of an anonymous poll stay closed, even after its end.
///
/// Among four, whoever knows how two or three voted reads off the others; five is the least group
/// whose answers staff surveys commonly report.
pub const ANONYMOUS_MIN: u64 = 5;

/// The fields of a new poll, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollForm {
    /// One option a line.
    pub options: String,
    pub multiple: bool,
    pub anonymous: bool,
    pub end_date: String,
    pub end_time: String,
}

/// A poll that is in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollDraft {
    pub options: Vec<String>,
    pub multiple: bool,
    pub anonymous: bool,
    /// On the organisation's wall.
    pub ends: DateTime,
}

impl PollForm {
    /// Reads the fields `poll_options` and `poll_end`; `now` is what the organisation's clock says.
    pub fn read(&self, form: &mut Reader, now: DateTime) -> PollDraft {
        let options = options(form, &self.options);
        let ends = form.take("poll_end", self.end(now), now);
        PollDraft { options, multiple: self.multiple, anonymous: self.anonymous, ends }
    }

    fn end(&self, now: DateTime) -> Result<DateTime, Fault> {
        let (date, time) = (self.end_date.trim(), self.end_time.trim());
        if date.is_empty() || time.is_empty() {
            return Err(Fault::Required);
        }
        let date: Date = date.parse().map_err(|_| Fault::Moment)?;
        let time: Time = time.parse().map_err(|_| Fault::Moment)?;
        let ends = date.to_datetime(time);
        let latest = now.checked_add(POLL_DAYS_MAX.days()).unwrap_or(now);
        match ends {
            _ if ends <= now => Err(Fault::Past),
            _ if ends > latest => Err(Fault::TooFar),
            _ => Ok(ends),
        }
    }
}

fn options(form: &mut Reader, text: &str) -> Vec<String> {
    let one_line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let options: Vec<String> = tidy(text).lines().map(one_line).filter(|option| !option.is_empty()).collect();
    let folded: std::collections::BTreeSet<_> = options.iter().map(|option| option.to_lowercase()).collect();
    if options.is_empty() {
        form.fault("poll_options", Fault::Required);
    } else if folded.len() < options.len() {
        form.fault("poll_options", Fault::Same);
    } else if options.len() < OPTIONS_MIN {
        form.fault("poll_options", Fault::TooFew { min: OPTIONS_MIN });
    } else if options.len() > OPTIONS_MAX {
        form.fault("poll_options", Fault::TooMany { max: OPTIONS_MAX });
    } else if options.iter().any(|option| option.chars().count() > OPTION_MAX) {
        form.fault("poll_options", Fault::TooLong { max: OPTION_MAX });
    }
    options
}

/// Reads a ballot: the places of what was ticked, each once, in order; the field is `choice`.
pub fn ballot(form: &mut Reader, options: usize, multiple: bool, ticked: &[String]) -> Vec<usize> {
    let mut choices = Vec::new();
    for text in ticked.iter().filter(|text| !text.is_empty()) {
        match text.parse::<usize>() {
            Ok(choice) if choice < options => choices.push(choice),
            _ => {
                form.fault("choice", Fault::Choice);
                return choices;
            }
        }
    }
    choices.sort_unstable();
    choices.dedup();
    if choices.is_empty() {
        form.fault("choice", Fault::Required);
    } else if !multiple && choices.len() > 1 {
        form.fault("choice", Fault::TooMany { max: 1 });
    }
    choices
}

/// What a reader is shown of the results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Results {
    /// Votes for each option.
    Counts(Vec<u64>),
    /// Shown to those who have voted, and to all after the end: nobody votes after the others.
    AfterVote,
    /// Anonymous: shown after the end alone. Between two looks at a running count stands one vote.
    AfterEnd,
    /// Anonymous, over, and fewer than [`ANONYMOUS_MIN`] have voted.
    TooFew,
}

/// What somebody who has `voted` or not is shown of `counts`.
pub fn results(anonymous: bool, ended: bool, voters: u64, voted: bool, counts: &[u64]) -> Results {
    match (anonymous, ended) {
        (true, false) => Results::AfterEnd,
        (true, true) if voters < ANONYMOUS_MIN => Results::TooFew,
        (false, false) if !voted => Results::AfterVote,
        _ => Results::Counts(counts.to_vec()),
    }
}

/// A poll, as one reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollView {
    pub options: Vec<String>,
    pub multiple: bool,
    pub anonymous: bool,
    pub ends: Timestamp,
    /// The same on the organisation's wall.
    pub ends_on: DateTime,
    pub ended: bool,
    /// How many have voted.
    pub voters: u64,
    /// The reader is one of them.
    pub voted: bool,
    /// What the reader chose, where the poll is named.
    pub mine: Vec<usize>,
    /// The reader may vote now, or vote otherwise.
    pub votes: bool,
    /// The reader may see who voted what.
    pub names: bool,
    pub results: Results,
}

/// Somebody, and what they voted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoterRow {
    pub person: PersonName,
    pub choices: Vec<String>,
}

/// Who voted what in a named poll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VotersView {
    pub voters: u64,
    pub page: Page<VoterRow>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    const NOW: DateTime = datetime(2026, 11, 23, 8, 30, 0, 0);

    fn form(options: &str, date: &str, time: &str) -> PollForm {
        PollForm {
            options: options.into(),
            end_date: date.into(),
            end_time: time.into(),
            ..PollForm::default()
        }
    }

    fn faults(form: &PollForm) -> Vec<(String, Fault)> {
        let mut reader = Reader::default();
        form.read(&mut reader, NOW);
        reader.done().map_or_else(|failure| failure.fields, |()| Vec::new())
    }

    #[test]
    fn options_are_lines_and_the_end_is_within_ninety_days() {
        let mut reader = Reader::default();
        let poll = form(" Lundi \r\n\n mardi  soir\n", "2026-12-01", "18:00").read(&mut reader, NOW);
        assert!(reader.is_clean());
        assert_eq!(poll.options, ["Lundi", "mardi soir"]);
        assert_eq!(poll.ends, datetime(2026, 12, 1, 18, 0, 0, 0));
        let many = (0..11).map(|n| format!("o{n}\n")).collect::<String>();
        for (options, date, time, field, fault) in [
            ("", "2026-12-01", "18:00", "poll_options", Fault::Required),
            ("un", "2026-12-01", "18:00", "poll_options", Fault::TooFew { min: 2 }),
            (many.as_str(), "2026-12-01", "18:00", "poll_options", Fault::TooMany { max: 10 }),
            ("Oui\noui", "2026-12-01", "18:00", "poll_options", Fault::Same),
            ("a\nb", "", "18:00", "poll_end", Fault::Required),
            ("a\nb", "hier", "18:00", "poll_end", Fault::Moment),
            ("a\nb", "2026-11-23", "08:30", "poll_end", Fault::Past),
            ("a\nb", "2027-02-22", "08:00", "poll_end", Fault::TooFar),
        ] {
            assert_eq!(
                faults(&form(options, date, time)),
                vec![(field.to_owned(), fault)],
                "{options} {date}"
            );
        }
        assert_eq!(faults(&form("a\nb", "2027-02-21", "08:30")), vec![]);
    }

    #[test]
    fn a_ballot_chooses_among_what_is_offered() {
        let read = |multiple, ticked: &[&str]| {
            let mut reader = Reader::default();
            let ticked: Vec<_> = ticked.iter().map(|text| (*text).to_owned()).collect();
            let choices = ballot(&mut reader, 3, multiple, &ticked);
            (choices, reader.done().map_or_else(|failure| failure.fields.len(), |()| 0))
        };
        assert_eq!(read(false, &["1"]), (vec![1], 0));
        assert_eq!(read(true, &["2", "0", "2", ""]), (vec![0, 2], 0));
        for (multiple, ticked) in
            [(false, &["0", "1"][..]), (false, &[]), (true, &["3"]), (true, &["-1"]), (false, &["x"])]
        {
            assert_eq!(read(multiple, ticked).1, 1, "{ticked:?}");
        }
    }

    #[test]
    fn results_are_shown_when_they_tell_nothing_of_anybody() {
        use Results::*;
        let counts = [3, 2];
        let all = Counts(counts.to_vec());
        for (anonymous, ended, voters, voted, expected) in [
            (false, false, 5, false, AfterVote),
            (false, false, 1, true, all.clone()),
            (false, true, 0, false, all.clone()),
            (true, false, 500, true, AfterEnd),
            (true, true, 4, true, TooFew),
            (true, true, 5, false, all),
        ] {
            assert_eq!(results(anonymous, ended, voters, voted, &counts), expected);
        }
    }
}
