//! Some rows of a sheet, in one transaction.

use super::{
    ImportReport, Places, Settings,
    target::{COLUMNS, Known, newcomer},
};
use crate::{
    Context,
    accounts::{CALL, Call, InviteLink, call, end_all},
    bind, communities,
    db::{At, Id, Word},
    error::{Error, Result},
    people::{ENROL, NewPerson, enrolment, word_rows},
};
use domain::{
    Lang,
    id::{PersonId, WorkplaceId},
};
use hr_csv::PersonRow;
use std::collections::{HashMap, HashSet};
use surrealdb::types::SurrealValue;

/// The store uses the index of a list of values up to 32 of them.
const LIST: usize = 30;
/// Tries of a batch among whose people somebody is invited by hand meanwhile.
const TRIES: usize = 3;

/// What a batch does.
#[derive(Default)]
struct Plan {
    new: Vec<NewPerson>,
    /// Each as they were and as they will be.
    changed: Vec<(Known, Known)>,
    unchanged: u64,
    calls: Vec<Call>,
    /// Those of them who were called before, in vain.
    called_again: Vec<Id<PersonId>>,
    links: Vec<InviteLink>,
}

pub(super) async fn bring(
    ctx: &Context,
    rows: &[PersonRow],
    places: &Places,
    settings: Settings,
    report: &mut ImportReport,
) -> Result<()> {
    let mut tries = 0;
    let plan = loop {
        let plan = plan(ctx, rows, places, settings).await?;
        if settings.dry_run {
            break plan;
        }
        match write(ctx, &plan, places).await {
            Ok(()) => break plan,
            Err(error) if is_taken(&error) && tries < TRIES => tries += 1,
            Err(error) => return Err(error),
        }
    };
    let left = |(before, after): &&(Known, Known)| before.active && !after.active;
    report.created += count(&plan.new);
    report.changed += count(&plan.changed);
    report.unchanged += plan.unchanged;
    report.left += u64::try_from(plan.changed.iter().filter(left).count()).unwrap_or(u64::MAX);
    report.invited += count(&plan.links);
    if !settings.dry_run {
        report.links.extend(plan.links);
    }
    Ok(())
}

fn count<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

fn is_taken(error: &Error) -> bool {
    matches!(error, Error::Store(cause) if cause.message().contains("person_email"))
}

async fn plan(ctx: &Context, rows: &[PersonRow], places: &Places, settings: Settings) -> Result<Plan> {
    let known = known(ctx, rows).await?;
    let called = called(ctx, known.values()).await?;
    let mut plan = Plan::default();
    for row in rows {
        let (person, active, joined) = match known.get(&row.email) {
            Some(before) => {
                let after = before.after(ctx, row, places, settings);
                let who = (after.id.0, after.active, after.joined);
                if after == *before {
                    plan.unchanged += 1;
                } else {
                    plan.changed.push((before.clone(), after));
                }
                who
            }
            None => {
                let new = newcomer(ctx, row, places);
                let who = (new.id, new.active, false);
                plan.new.push(new);
                who
            }
        };
        if active && !joined && !called.contains(&person) {
            let name = format!("{} {}", row.given_name, row.family_name);
            let (link, call) = call(ctx, person, &name, &row.email, None)?;
            if known.contains_key(&row.email) {
                plan.called_again.push(Id(person));
            }
            plan.links.push(link);
            plan.calls.push(call);
        }
    }
    Ok(plan)
}

pub(super) fn known_people() -> String {
    format!("SELECT {COLUMNS} FROM person WHERE email IN $emails")
}

/// Those of the rows the house knows, by address.
async fn known(ctx: &Context, rows: &[PersonRow]) -> Result<HashMap<String, Known>> {
    let surql = known_people();
    let mut known = HashMap::with_capacity(rows.len());
    for rows in rows.chunks(LIST) {
        let emails: Vec<String> = rows.iter().map(|row| row.email.clone()).collect();
        for row in ctx.db().rows::<Known>(&surql, bind! { emails }).await? {
            known.insert(row.email.clone(), row);
        }
    }
    Ok(known)
}

/// By person: nearly all invitations are open, and an index of those would be read whole.
pub(super) const CALLED: &str = "
SELECT VALUE person FROM invitation WITH INDEX invitation_person
WHERE person IN $people AND open = true AND expires > $now
";

/// Those of `people` whose invitation still waits.
async fn called(ctx: &Context, people: impl Iterator<Item = &Known>) -> Result<HashSet<PersonId>> {
    let waiting: Vec<_> = people.filter(|person| !person.joined).map(|person| person.id).collect();
    let mut called = HashSet::new();
    for people in waiting.chunks(LIST) {
        let asked = bind! { people: people.to_vec(), now: At(ctx.now()) };
        called.extend(ctx.db().rows::<Id<PersonId>>(CALLED, asked).await?.into_iter().map(|id| id.0));
    }
    Ok(called)
}

const CHANGE: &str = "
FOR $change IN $changes {
    FOR $word IN $change.old_words {
        DELETE type::record('directory', [$word, $change.old_sort, $change.id]) RETURN NONE
    };
    UPDATE $change.id SET name = $change.name, sort = $change.sort, lang = $change.lang,
        title = $change.title, craft = $change.craft, team = $change.team, workplace = $change.workplace,
        arrives = $change.arrives, leaves = $change.leaves, active = $change.active,
        words = $change.words RETURN NONE;
    IF !$change.active {
        DELETE invitation WHERE person = $change.id RETURN NONE;
        DELETE reset WHERE person = $change.id RETURN NONE;
    };
};
INSERT INTO directory $changed_words RETURN NONE;
";

async fn write(ctx: &Context, plan: &Plan, places: &Places) -> Result<()> {
    let rows = enrolment(&plan.new, &places.names);
    let mut changed_words = Vec::new();
    for (_, after) in &plan.changed {
        changed_words.extend(word_rows(after.id.0, &after.sort, &after.words));
    }
    let changes: Vec<Change> = plan.changed.iter().map(Change::of).collect();
    // Those who are back come into what opened for everyone while they were away.
    let is_back = |(before, after): &&(Known, Known)| !before.active && after.active;
    let arriving: Vec<_> = plan.changed.iter().filter(is_back).map(|(_, after)| after.id).collect();
    let mut for_everyone = Vec::new();
    let mut surql = String::new();
    if !plan.new.is_empty() {
        surql.push_str(ENROL);
    }
    if !changes.is_empty() {
        surql.push_str(CHANGE);
    }
    if !arriving.is_empty() {
        for_everyone = communities::for_everyone(ctx).await?;
        surql.push_str(communities::WELCOME);
    }
    if !plan.calls.is_empty() {
        surql.push_str(CALL);
    }
    if surql.is_empty() {
        return Ok(());
    }
    let variables = bind! {
        people: rows.people, words: rows.words, changes, changed_words, invitations: plan.calls.clone(),
        called_again: plan.called_again.clone(), arriving: arriving.clone(),
        for_everyone: for_everyone.clone(), at: At(ctx.now())
    };
    ctx.write(&surql, variables).await?;
    communities::welcomed(ctx, &for_everyone, &arriving);
    for (before, after) in &plan.changed {
        ctx.caches().forget(after.id.0);
        if before.active && !after.active {
            end_all(ctx, after.id.0).await?;
        }
    }
    Ok(())
}

#[derive(Clone, Debug, SurrealValue)]
struct Change {
    id: Id<PersonId>,
    old_sort: String,
    old_words: Vec<String>,
    name: String,
    sort: String,
    lang: Word<Lang>,
    title: String,
    craft: String,
    team: String,
    workplace: Option<Id<WorkplaceId>>,
    arrives: Option<String>,
    leaves: Option<String>,
    active: bool,
    words: Vec<String>,
}

impl Change {
    fn of((before, after): &(Known, Known)) -> Self {
        let after = after.clone();
        Change {
            id: after.id,
            old_sort: before.sort.clone(),
            old_words: before.words.clone(),
            name: after.name,
            sort: after.sort,
            lang: after.lang,
            title: after.title,
            craft: after.craft,
            team: after.team,
            workplace: after.workplace,
            arrives: after.arrives,
            leaves: after.leaves,
            active: after.active,
            words: after.words,
        }
    }
}
