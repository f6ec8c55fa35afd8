//! What an import did, and how to say it.

use crate::accounts::InviteLink;
use domain::Lang;
use hr_csv::{FileProblem, Problem};

/// Why nothing was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportProblem {
    /// The file cannot be read as a sheet.
    File(FileProblem),
    /// A line is to be corrected.
    Line(Problem),
}

impl ImportProblem {
    /// Where it is, what is wrong and what to do, in one line.
    pub fn message(&self, lang: Lang) -> String {
        let lang = match lang {
            Lang::Fr => hr_csv::Lang::Fr,
            Lang::En => hr_csv::Lang::En,
        };
        match self {
            ImportProblem::File(problem) => problem.message(lang),
            ImportProblem::Line(problem) => problem.message(lang),
        }
    }
}

/// What an import did, or, after a dry run, would do.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    pub dry_run: bool,
    pub created: u64,
    pub changed: u64,
    pub unchanged: u64,
    /// Of those changed, the ones whose last day has passed: their sessions are closed.
    pub left: u64,
    /// People who were given a link.
    pub invited: u64,
    /// Workplaces made, and whether we know where they are.
    pub workplaces: Vec<(String, bool)>,
    /// The links; none after a dry run.
    pub links: Vec<InviteLink>,
    /// Headers we do not know, and those we know and never keep.
    pub ignored: Vec<String>,
    pub dropped: Vec<String>,
    /// With any, nothing was imported.
    pub problems: Vec<ImportProblem>,
}

impl ImportReport {
    /// Whether the sheet was imported, or could be.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    /// The whole report, line by line.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let say = |french: String, english: String| match lang {
            Lang::Fr => french,
            Lang::En => english,
        };
        if !self.is_clean() {
            let mut lines: Vec<_> = self.problems.iter().map(|problem| problem.message(lang)).collect();
            let n = self.problems.len();
            lines.push(say(
                format!(
                    "Rien n’a été importé\u{a0}: {n}\u{a0}{} à corriger.",
                    lang.plural(u64_of(n), "point", "points")
                ),
                format!(
                    "Nothing was imported: {n} {} to correct.",
                    lang.plural(u64_of(n), "thing", "things")
                ),
            ));
            return lines;
        }
        let mut lines = vec![say(
            format!(
                "{}\u{a0}: {} nouvelles, {} modifiées, {} inchangées.",
                if self.dry_run { "À l’essai, personnes" } else { "Personnes" },
                self.created,
                self.changed,
                self.unchanged
            ),
            format!(
                "{}: {} new, {} changed, {} unchanged.",
                if self.dry_run { "Dry run, people" } else { "People" },
                self.created,
                self.changed,
                self.unchanged
            ),
        )];
        if self.left > 0 {
            lines.push(say(
                format!("Parties depuis\u{a0}: {}. Leurs sessions sont fermées.", self.left),
                format!("Gone since: {}. Their sessions are closed.", self.left),
            ));
        }
        for (name, placed) in &self.workplaces {
            let where_to = match placed {
                true => {
                    say("situé dans la commune de ce nom".into(), "placed in the commune of that name".into())
                }
                false => say("sans coordonnées pour l’instant".into(), "without coordinates for now".into()),
            };
            lines.push(say(
                format!("Nouveau lieu de travail\u{a0}: «\u{a0}{name}\u{a0}», {where_to}."),
                format!("New workplace: “{name}”, {where_to}."),
            ));
        }
        if !self.ignored.is_empty() {
            let names = self.ignored.join(", ");
            lines.push(say(
                format!("Colonnes inconnues, laissées de côté\u{a0}: {names}."),
                format!("Unknown columns, left aside: {names}."),
            ));
        }
        if !self.dropped.is_empty() {
            let names = self.dropped.join(", ");
            lines.push(say(
                format!("Colonnes que nous ne gardons jamais\u{a0}: {names}."),
                format!("Columns we never keep: {names}."),
            ));
        }
        if self.invited > 0 {
            lines.push(say(
                format!("Invitations\u{a0}: {}.", self.invited),
                format!("Invitations: {}.", self.invited),
            ));
        }
        lines
    }
}

fn u64_of(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
