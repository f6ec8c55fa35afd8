//! A community's charter: read before joining, and joined from here.

use super::{
    api::{CharterSheet, charter_page},
    changes::{Diff, Waiting, texts as w},
    charter_form::EditCharter,
    head::{Head, Tab},
    outside::{is_outside, same_way},
    perimeter::texts as p,
    texts as t,
};
use crate::{
    forms::{PostForm, form as typed},
    page::{Title, page, param, query},
    ui::{Banner, Button, Icon, TextArea, Tone, Variant},
    visit::lang,
};
use domain::community::ANSWER_MAX;
use domain::{
    Lang,
    community::{CommunityView, PersonRef, amendment::SectionChange},
    policy::Admission,
};
use leptos::prelude::*;

/// `/communities/:slug/charter`; with `?edit=1`, for members and those who govern, the form that
/// proposes a change, and with `&from=` a change that is taken up again.
#[component]
pub fn CharterPage() -> impl IntoView {
    let lang = lang();
    let edit = query("edit").is_some();
    let from = query("from").and_then(|from| from.parse().ok());
    page(async move { charter_page(param("slug")?, from).await }, move |sheet| {
        let body = if edit && may_amend(&sheet.head) {
            view! { <EditCharter lang sheet=sheet.clone() /> }.into_any()
        } else {
            view! { <Charter lang sheet=sheet.clone() /> }.into_any()
        };
        view! {
            <Title text=t::charter_of(lang, &sheet.head.name) />
            <Head lang community=sheet.head tab=Tab::Charter />
            {body}
        }
    })
}

/// Members, and those who govern.
fn may_amend(head: &CommunityView) -> bool {
    head.may_write || head.may_govern
}

/// What can be done with the charter, and where its past is.
#[component]
fn Gestures(lang: Lang, head: CommunityView) -> impl IntoView {
    let base = format!("/communities/{}/charter", head.slug);
    let edit = may_amend(&head).then(|| {
        view! { <Button small=true icon="pencil" href=format!("{base}?edit=1")>{w::propose_change(lang)}</Button> }
    });
    let within = head.role.is_some() || head.may_govern;
    let changes = within.then(|| {
        view! { <Button small=true variant=Variant::Quiet icon="scale" href=format!("{base}/changes")>{w::changes(lang)}</Button> }
    });
    let readers = head.may_govern.then(|| {
        view! { <Button small=true variant=Variant::Quiet icon="list-checks" href=format!("{base}/readers")>{w::readers(lang)}</Button> }
    });
    view! {
        <div class="actions">
            {edit}
            {changes}
            {readers}
            <Button small=true variant=Variant::Quiet icon="history" href=same_way(format!("{base}/versions"))>{w::versions(lang)}</Button>
        </div>
    }
}

#[component]
fn Charter(lang: Lang, sheet: CharterSheet) -> impl IntoView {
    let CharterSheet { head, charter: shown, since, review, changed, waiting, .. } = sheet;
    let text = shown.charter;
    view! {
        <Waiting lang slug=head.slug.clone() count=waiting />
        <Gestures lang head=head.clone() />
        <div class="charter">
            <Section title=t::purpose(lang) icon="target" text=text.purpose />
            <Section title=t::audience(lang) icon="users" text=text.audience />
            <Section title=t::outside(lang) icon="eye-off" text=text.outside />
            <Section title=t::rules(lang) icon="scale" text=text.rules list=true />
            <Section title=t::rituals(lang) icon="repeat" text=text.rituals list=true />
            <Section title=t::calendar(lang) icon="calendar-days" text=text.calendar list=true />
            <Section title=t::measures(lang) icon="chart-bar" text=text.measures list=true />
            <dl class="charter-facts">
                <div><dt>{t::sponsor(lang)}</dt><dd><People people=shown.sponsor.into_iter().collect() none=t::nobody_yet(lang) /></dd></div>
                <div><dt>{t::team(lang)}</dt><dd><People people=shown.animators none=t::nobody_yet(lang) /></dd></div>
                <div><dt>{t::review(lang)}</dt><dd>{review}</dd></div>
                <div><dt>{t::version_label(lang)}</dt><dd>{t::version(lang, shown.version, &since)}</dd></div>
            </dl>
        </div>
        <Accept lang community=head version=shown.version accepted=shown.accepted changed />
    }
}

/// A part of the charter; an empty one is left out. A `list` has one thing a line; `inner` stands
/// under a heading of its own.
#[component]
pub(super) fn Section(
    title: &'static str,
    icon: &'static str,
    text: String,
    #[prop(optional)] list: bool,
    #[prop(optional)] inner: bool,
) -> impl IntoView {
    if text.trim().is_empty() {
        return ().into_any();
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let body = if list && text.lines().filter(|line| !line.trim().is_empty()).count() > 1 {
        let lines = lines.map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
        view! { <ul>{lines}</ul> }.into_any()
    } else {
        lines.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view().into_any()
    };
    let heading = if inner {
        view! { <h3><Icon name=icon />{title}</h3> }.into_any()
    } else {
        view! { <h2><Icon name=icon />{title}</h2> }.into_any()
    };
    view! {
        <section class="charter-section">
            {heading}
            <div class="prose">{body}</div>
        </section>
    }
    .into_any()
}

#[component]
fn People(people: Vec<PersonRef>, none: &'static str) -> impl IntoView {
    if people.is_empty() {
        return none.into_any();
    }
    let people = people.into_iter().map(|person| {
        view! { <li><a href=format!("/people/{}", person.id)>{person.name}</a></li> }
    });
    view! { <ul>{people.collect_view()}</ul> }.into_any()
}

/// What the community asks of those who ask to come in.
#[component]
fn Question(lang: Lang, question: String) -> impl IntoView {
    let form = typed("join_community");
    view! {
        <TextArea
            lang
            name="answer"
            label=question
            hint=p::answer_bounds(lang)
            value=form.value("answer")
            error=form.error("answer")
            maxlength=u32::try_from(ANSWER_MAX).unwrap_or(u32::MAX)
            rows=3
            required=true
        />
    }
}

/// The way in, by accepting what was just read; or, for a member, accepting what has changed.
#[component]
fn Accept(
    lang: Lang,
    community: CommunityView,
    version: u32,
    accepted: Option<u32>,
    changed: Vec<SectionChange>,
) -> impl IntoView {
    let asks = accepted.is_none() && community.admission == Admission::OnRequest && !community.invited;
    let question = Some(community.question.clone()).filter(|question| asks && !question.is_empty());
    let form = |label: &'static str, icon: &'static str| {
        view! {
            <PostForm action="join_community" class="form">
                <input type="hidden" name="community" value=community.id.to_string() />
                <input type="hidden" name="charter" value=version.to_string() />
                {question.clone().map(|question| view! { <Question lang question /> })}
                <div class="actions"><Button variant=Variant::Primary icon>{label}</Button></div>
            </PostForm>
        }
    };
    match accepted {
        None if community.asked => ().into_any(),
        None if community.may_join => {
            let (text, label) = match community.admission {
                _ if community.invited => (p::calling_text(lang), p::accept(lang)),
                Admission::Open => (t::joining_accepts(lang), t::join(lang)),
                _ => (t::asking_accepts(lang), t::ask_to_join(lang)),
            };
            view! {
                <section class="card" id="join">
                    <h2 class="card-title">{t::suits_you(lang)}</h2>
                    <p>{text}</p>
                    {if is_outside() {
                        view! { <p class="muted">{p::outside_button(lang, label)}</p> }.into_any()
                    } else {
                        form(label, "user-plus").into_any()
                    }}
                    {community.invited.then(|| view! {
                        <PostForm action="decline_guest_invitation">
                            <input type="hidden" name="community" value=community.id.to_string() />
                            <Button variant=Variant::Quiet small=true>{p::decline(lang)}</Button>
                        </PostForm>
                    })}
                </section>
            }
            .into_any()
        }
        None if community.admission == Admission::ByInvitation => {
            view! { <Banner tone=Tone::Info><p>{t::invitation_only(lang)}</p></Banner> }.into_any()
        }
        Some(accepted) if accepted < version => view! {
            <section class="card" id="join">
                <h2 class="card-title">{if accepted == 0 { t::read_it(lang) } else { t::changed(lang) }}</h2>
                <p>{t::accept_text(lang)}</p>
                {(!changed.is_empty()).then(|| view! {
                    <details class="example" open=true>
                        <summary>{w::changed_since(lang, accepted)}</summary>
                        <Diff lang changes=changed />
                    </details>
                })}
                {form(t::accept(lang), "check")}
            </section>
        }
        .into_any(),
        _ => ().into_any(),
    }
}
