//! What a row of the sheet makes of a person.

use super::{Places, Settings};
use crate::{
    Context,
    accounts::has_left,
    db::{Id, Word},
    people::{NewPerson, enrol::sort_key, words_of},
};
use domain::{
    Lang,
    id::{PersonId, WorkplaceId},
    person::FullName,
};
use hr_csv::PersonRow;
use surrealdb::types::SurrealValue;

/// A person the house knows, as far as a sheet can change them.
#[derive(Clone, Debug, PartialEq, SurrealValue)]
pub(super) struct Known {
    pub id: Id<PersonId>,
    pub email: String,
    pub name: String,
    pub sort: String,
    pub lang: Word<Lang>,
    pub title: String,
    pub craft: String,
    pub team: String,
    pub workplace: Option<Id<WorkplaceId>>,
    pub arrives: Option<String>,
    pub leaves: Option<String>,
    pub active: bool,
    pub words: Vec<String>,
    pub joined: bool,
}

/// The columns of [`Known`].
pub(super) const COLUMNS: &str = "id, email, name, sort, lang, title, craft, team, workplace, arrives, leaves, \
     active, words, password != NONE AS joined";

impl Known {
    /// The same person once the sheet has its say.
    pub(super) fn after(&self, ctx: &Context, row: &PersonRow, places: &Places, settings: Settings) -> Known {
        let name = FullName::of(&row.given_name, &row.family_name);
        let mut after = self.clone();
        after.sort = sort_key(&name, self.id.0);
        after.name = name.name;
        keep_or(&mut after.title, row.job_title.as_ref());
        keep_or(&mut after.craft, row.job_family.as_ref());
        keep_or(&mut after.team, row.team.as_ref());
        after.arrives = row.arrives.map(|day| day.to_string()).or(after.arrives);
        after.leaves = match row.leaves {
            Some(day) => Some(day.to_string()),
            None if settings.clears_last_day => None,
            None => after.leaves,
        };
        if !self.joined {
            after.lang = row.lang.map_or(after.lang, |lang| Word(lang_of(lang)));
            after.workplace = places.find(row.workplace.as_deref()).map(Id).or(after.workplace);
        }
        after.active = !has_left(ctx, after.leaves.as_deref());
        after.words = match after.active {
            true => words_of(&after.name, &after.title, places.name(after.workplace.map(|place| place.0))),
            false => Vec::new(),
        };
        after
    }
}

fn keep_or(kept: &mut String, said: Option<&String>) {
    if let Some(said) = said {
        kept.clone_from(said);
    }
}

/// Somebody the house does not know yet.
pub(super) fn newcomer(ctx: &Context, row: &PersonRow, places: &Places) -> NewPerson {
    let leaves = row.leaves.map(|day| day.to_string());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    NewPerson {
        lang: row.lang.map_or(Lang::Fr, lang_of),
        title: text(&row.job_title),
        craft: text(&row.job_family),
        team: text(&row.team),
        workplace: places.find(row.workplace.as_deref()),
        active: !has_left(ctx, leaves.as_deref()),
        arrives: row.arrives.map(|day| day.to_string()),
        leaves,
        ..NewPerson::new(
            PersonId::new(ctx.ulid()),
            &row.email,
            FullName::of(&row.given_name, &row.family_name),
            ctx.now(),
        )
    }
}

fn lang_of(lang: hr_csv::Lang) -> Lang {
    match lang {
        hr_csv::Lang::Fr => Lang::Fr,
        hr_csv::Lang::En => Lang::En,
    }
}
