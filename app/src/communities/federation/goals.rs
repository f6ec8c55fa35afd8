//! Goals in common: read by all, kept by those who animate the federation.

use super::{api::GoalLine, texts as t};
use crate::{
    forms::{PostForm, form_of},
    ui::{Button, Choice, Field, Pill, Select, TextArea, Tone, Variant, VisuallyHidden},
};
use domain::{
    Lang,
    community::federation::{GOAL_MAX, GoalState, MEASURE_MAX, WORD_MAX},
    id::CommunityId,
};
use leptos::prelude::*;

/// What tells the form of a goal to come from those of the others.
const NEW: &str = "new";

fn length(most: usize) -> u32 {
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// The goals under way, above the feed of a federation.
#[component]
pub fn GoalsInCommon(lang: Lang, slug: String, goals: Vec<GoalLine>) -> impl IntoView {
    let open: Vec<_> = goals.into_iter().filter(|line| line.goal.state == GoalState::Open).collect();
    (!open.is_empty()).then(|| {
        let href = format!("/communities/{slug}/federation");
        let lines =
            open.into_iter().map(|line| view! { <li>{line.goal.goal.clone()}{due(lang, &line)}</li> });
        view! {
            <section class="card" aria-labelledby="goals-title">
                <div class="card-head">
                    <h2 class="card-title" id="goals-title"><a href=href>{t::goals(lang)}</a></h2>
                </div>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
    })
}

fn due(lang: Lang, line: &GoalLine) -> Option<impl IntoView + use<>> {
    let said = match (line.until.as_str(), line.goal.late) {
        ("", _) => return None,
        (day, true) => t::late_since(lang, day),
        (day, false) => t::due_on(lang, day),
    };
    Some(view! { <span class="muted small">" · "{said}</span> })
}

#[component]
pub(super) fn Goals(
    lang: Lang,
    federation: CommunityId,
    goals: Vec<GoalLine>,
    may_govern: bool,
    today: String,
) -> impl IntoView {
    let none = goals.is_empty().then(|| view! { <p class="muted">{t::no_goals(lang)}</p> });
    let rows = goals
        .into_iter()
        .map(|line| view! { <li><Goal lang federation line may_govern /></li> })
        .collect_view();
    let typed = form_of("set_goal", NEW);
    let add = may_govern.then(|| {
        view! {
            <details class="composer-more" open=typed.is_refused()>
                <summary>{t::add_goal(lang)}</summary>
                <PostForm action="set_goal" of=NEW class="form" label=t::add_goal(lang)>
                    <input type="hidden" name="federation" value=federation.to_string() />
                    <Field lang name="goal" label=t::goal(lang) hint=t::goal_hint(lang) value=typed.value("goal") error=typed.error("goal") maxlength=length(GOAL_MAX) required=true />
                    <Field lang name="measure" label=t::measure(lang) value=typed.value("measure") error=typed.error("measure") maxlength=length(MEASURE_MAX) />
                    <Field lang name="due" kind="date" label=t::due(lang) value=typed.value("due") error=typed.error("due") min=today />
                    <div class="actions"><Button variant=Variant::Primary icon="target">{t::add_goal(lang)}</Button></div>
                </PostForm>
            </details>
        }
    });
    view! {
        <section class="stack" id="goals">
            <h2>{t::goals(lang)}</h2>
            <p class="muted">{t::goals_text(lang)}</p>
            {none}
            <ul class="stack" role="list">{rows}</ul>
            {add}
        </section>
    }
}

#[component]
fn Goal(lang: Lang, federation: CommunityId, line: GoalLine, may_govern: bool) -> impl IntoView {
    let goal = line.goal.clone();
    let (tone, icon) = match goal.state {
        GoalState::Open => (Tone::Info, "target"),
        GoalState::Reached => (Tone::Success, "check"),
        GoalState::SetAside => (Tone::Warning, "archive"),
    };
    let measure = (!goal.measure.is_empty()).then(|| view! { <p>{goal.measure.clone()}</p> });
    let word = (!goal.word.is_empty()).then(|| view! { <p class="muted">{goal.word.clone()}</p> });
    let day = (!line.until.is_empty()).then(|| {
        let said = if goal.late { t::late_since(lang, &line.until) } else { t::due_on(lang, &line.until) };
        view! { <p class="muted small">{said}</p> }
    });
    let keep = may_govern.then(|| view! { <Keep lang federation line /> });
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title">{goal.goal}</h3>
                <Pill tone label=t::goal_state(lang, goal.state) icon />
            </div>
            {measure}
            {day}
            {word}
            {keep}
        </article>
    }
}

/// The two forms by which a goal is kept up to date.
#[component]
fn Keep(lang: Lang, federation: CommunityId, line: GoalLine) -> impl IntoView {
    let goal = line.goal;
    let of = goal.id.to_string();
    let (change, settle) = (form_of("set_goal", &of), form_of("settle_goal", &of));
    let open = change.is_refused() || settle.is_refused();
    let about = t::about_goal(lang, &goal.goal);
    let field = |name: &str| format!("{name}-{of}");
    let (state_id, word_id) = (field("state"), field("word"));
    let (goal_id, measure_id, due_id) = (field("goal"), field("measure"), field("due"));
    let states = GoalState::ALL.map(|state| Choice::new(state.word(), t::goal_state(lang, state)));
    let due = goal.due.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <details class="composer-more" open=open>
            <summary>{t::change_goal(lang)}<VisuallyHidden>{about}</VisuallyHidden></summary>
            <PostForm action="settle_goal" of=of.clone() class="form" label=t::say_state(lang)>
                <input type="hidden" name="federation" value=federation.to_string() />
                <input type="hidden" name="which" value=goal.id.to_string() />
                <Select lang name="state" id=state_id label=t::stands(lang) choices=states.to_vec() value=settle.value_or("state", goal.state.word()) error=settle.error("state") required=true />
                <TextArea lang name="word" id=word_id label=t::goal_word(lang) hint=t::goal_word_hint(lang) value=settle.value_or("word", goal.word) error=settle.error("word") maxlength=length(WORD_MAX) rows=2 />
                <div class="actions"><Button small=true>{t::say_state(lang)}</Button></div>
            </PostForm>
            <PostForm action="set_goal" of=of.clone() class="form" label=t::save(lang)>
                <input type="hidden" name="federation" value=federation.to_string() />
                <input type="hidden" name="which" value=goal.id.to_string() />
                <Field lang name="goal" id=goal_id label=t::goal(lang) value=change.value_or("goal", goal.goal) error=change.error("goal") maxlength=length(GOAL_MAX) required=true />
                <Field lang name="measure" id=measure_id label=t::measure(lang) value=change.value_or("measure", goal.measure) error=change.error("measure") maxlength=length(MEASURE_MAX) />
                <Field lang name="due" id=due_id kind="date" label=t::due(lang) value=change.value_or("due", due) error=change.error("due") />
                <div class="actions"><Button small=true>{t::save(lang)}</Button></div>
            </PostForm>
        </details>
    }
}
