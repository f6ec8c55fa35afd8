//! A poll in its card: to vote, or what came of it.

use super::{card::Sheet, texts as t};
use crate::{
    forms::{PostForm, form_of},
    i18n::dates,
    ui::{BarChart, Button, Icon, Variant, field_id},
};
use domain::{
    Lang,
    feed::{ANONYMOUS_MIN, PollView, Results},
    id::PostId,
};
use jiff::civil::DateTime;
use leptos::prelude::*;

pub(super) fn poll(sheet: &Sheet, post: PostId, poll: &PollView) -> AnyView {
    let lang = sheet.lang;
    let chart = match &poll.results {
        Results::Counts(counts) => Some(chart(lang, &poll.options, counts)),
        _ => None,
    };
    let why = match poll.results {
        Results::Counts(_) => None,
        Results::AfterVote if poll.votes => Some(t::results_after_vote(lang).to_owned()),
        Results::AfterVote => Some(t::results_after_end(lang).to_owned()),
        Results::AfterEnd => Some(t::results_after_end_anonymous(lang, ANONYMOUS_MIN)),
        Results::TooFew => Some(t::results_too_few(lang, ANONYMOUS_MIN)),
    };
    let why = why.map(|why| view! { <p class="muted small">{why}</p> });
    let mine: Vec<_> = poll.mine.iter().filter_map(|place| poll.options.get(*place).cloned()).collect();
    let voted = poll.voted.then(|| {
        let text = if mine.is_empty() {
            t::have_voted(lang).to_owned()
        } else {
            t::your_vote(lang, &mine.join(", "))
        };
        view! { <p class="post-done"><Icon name="circle-check" />{text}</p> }
    });
    let form = poll.votes.then(|| {
        let ballot = view! { <Ballot lang post poll=poll.clone() back=sheet.back(post) /> };
        match poll.voted {
            false => ballot.into_any(),
            // Voting otherwise is for those who want to: the results come first.
            true => {
                let open = form_of("vote", &post.to_string()).is_refused();
                view! {
                    <details class="composer-more" open=open>
                        <summary><Icon name="repeat" />{t::vote_otherwise(lang)}</summary>
                        {ballot}
                    </details>
                }
                .into_any()
            }
        }
    });
    let names = (poll.names && poll.voters > 0).then(|| {
        view! { <a class="link" href=format!("/posts/{post}/votes")>{t::who_voted_what(lang)}</a> }
    });
    let until = ending(lang, poll.ends_on);
    let when = if poll.ended { t::poll_ended(lang, &until) } else { t::poll_ends(lang, &until) };
    let kind = if poll.anonymous { t::poll_anonymous(lang) } else { t::poll_named(lang) };
    view! {
        <div class="poll">
            {voted}
            {form}
            {chart}
            {why}
            <p class="post-gesture muted small">
                <span>{t::voters(lang, poll.voters)}</span>
                <time datetime=dates::machine(poll.ends)>{when}</time>
                <span>{kind}</span>
                {names}
            </p>
        </div>
    }
    .into_any()
}

fn ending(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", dates::day(lang, at.date()), dates::time(lang, at.time()))
}

fn chart(lang: Lang, options: &[String], counts: &[u64]) -> AnyView {
    let points = options
        .iter()
        .zip(counts)
        .map(|(option, count)| (option.clone(), f64::from(u32::try_from(*count).unwrap_or(u32::MAX))))
        .collect();
    view! { <BarChart lang title=t::votes(lang) column=t::option(lang) points /> }.into_any()
}

#[component]
fn Ballot(lang: Lang, post: PostId, poll: PollView, back: String) -> impl IntoView {
    let form = form_of("vote", &post.to_string());
    let error = form.error("choice");
    let invalid = error.is_some().then_some("true");
    let ticked: Vec<usize> = match form.is_refused() {
        true => {
            let typed = form.values("choices").into_iter().chain([form.value("choice")]);
            typed.filter_map(|place| place.parse().ok()).collect()
        }
        false => poll.mine.clone(),
    };
    let id = |place: usize| match (place, &error) {
        // Where the summary leads to.
        (0, Some(_)) => field_id("choice"),
        _ => format!("vote-{post}-{place}"),
    };
    let choices = poll
        .options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let (kind, name) = match poll.multiple {
                true => ("checkbox", format!("choices[{place}]")),
                false => ("radio", "choice".to_owned()),
            };
            let checked = ticked.contains(&place);
            view! {
                <div class="choice">
                    <input
                        type=kind
                        id=id(place)
                        name=name
                        value=place.to_string()
                        checked=checked
                        aria-invalid=invalid
                    />
                    <label for=id(place)>{option.clone()}</label>
                </div>
            }
        })
        .collect_view();
    let legend = if poll.multiple { t::choose_several(lang) } else { t::choose_one(lang) };
    let told = error.map(|error| {
        view! { <p class="field-error"><Icon name="circle-x" /><span>{error}</span></p> }
    });
    let warning = poll.anonymous.then(|| view! { <p class="muted small">{t::vote_is_final(lang)}</p> });
    view! {
        <PostForm action="vote" of=post.to_string() next=back class="form">
            <input type="hidden" name="post" value=post.to_string() />
            <fieldset class="choices">
                <legend class="field-label">{legend}</legend>
                {choices}
                {told}
            </fieldset>
            {warning}
            <div class="actions"><Button variant=Variant::Primary small=true icon="vote">{t::vote(lang)}</Button></div>
        </PostForm>
    }
}
