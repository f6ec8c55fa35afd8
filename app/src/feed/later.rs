//! Posts that wait for their hour: the fields that set one, their list, and the page that changes one.

use super::{
    api::{LaterSheet, scheduled_page, scheduled_post},
    texts as t,
    writing::WritingHelp,
};
use crate::{
    forms::{FormState, PostForm, form, form_of},
    i18n::{dates, failure},
    page::{Title, page, param},
    ui::{
        Banner, Button, Card, DateTimeField, EmptyState, Field, Icon, PageHeader, Pill, Scene, TextArea,
        Tone, Variant,
    },
    visit::lang,
};
use domain::{
    Lang,
    feed::{BODY_MAX, LATER_DAYS_MAX, LaterView, TITLE_MAX},
    id::LaterId,
};
use jiff::civil::DateTime;
use leptos::prelude::*;

/// In the composer: when, if not now.
#[component]
pub(super) fn LaterFields(lang: Lang, form: FormState) -> impl IntoView {
    let date = form.value("later_date");
    let open = !date.is_empty() || form.error("later").is_some();
    view! {
        <details class="composer-more" open=open>
            <summary><Icon name="clock" />{t::schedule(lang)}</summary>
            <DateTimeField
                lang
                name="later"
                label=t::publish_at(lang)
                hint=t::publish_at_hint(lang, &zone(), LATER_DAYS_MAX)
                date=date
                time=form.value("later_time")
                error=form.error("later")
            />
        </details>
    }
}

/// The name of the organisation's zone.
fn zone() -> String {
    #[cfg(feature = "ssr")]
    if let Ok(ctx) = crate::asking::context()
        && let Some(name) = ctx.zone().iana_name()
    {
        return name.to_owned();
    }
    String::from("UTC")
}

fn hour(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", dates::day_year(lang, at.date()), dates::time(lang, at.time()))
}

fn title(lang: Lang, view: &LaterView) -> String {
    if !view.title.is_empty() {
        return view.title.clone();
    }
    let first = view.body.lines().next().unwrap_or(&view.url);
    let line: String = first.chars().take(80).collect();
    if line.is_empty() { t::kind_name(lang, view.kind).to_owned() } else { line }
}

/// `/scheduled`
#[component]
pub fn Scheduled() -> impl IntoView {
    let lang = lang();
    page(scheduled_page(), move |LaterSheet { posts, zone }| {
        let none = posts.is_empty();
        let rows = posts.into_iter().map(|view| row(lang, view, zone.clone())).collect_view();
        let list = match none {
            true => view! {
                <EmptyState scene=Scene::Bench title=t::later_empty(lang) text=t::later_empty_text(lang) />
            }
            .into_any(),
            false => view! { <ul class="stack" role="list">{rows}</ul> }.into_any(),
        };
        view! {
            <Title text=t::later_title(lang) />
            <PageHeader title=t::later_title(lang) lead=t::later_lead(lang) />
            {list}
        }
    })
}

fn row(lang: Lang, view: LaterView, zone: String) -> impl IntoView {
    let href = format!("/scheduled/{}", view.id);
    let name = title(lang, &view);
    let place = view.origin.as_ref().map(|origin| origin.name.clone());
    let held = view.held.as_ref().map(|why| failure::line(lang, why)).map(|why| {
        view! {
            <p class="cluster">
                <Pill tone=Tone::Warning label=t::later_held(lang) icon="triangle-alert" />
                <span>{why}</span>
            </p>
        }
    });
    let by = (!view.mine).then(|| t::later_by(lang, &view.author.name));
    view! {
        <li>
            <Card>
                <h2 class="card-title"><a href=href>{name}</a></h2>
                <p class="muted">
                    {t::kind_name(lang, view.kind)}
                    {place.map(|place| format!(" · {place}"))}
                    {by.map(|by| format!(" · {by}"))}
                </p>
                <p>{hour(lang, view.at)}" "<span class="muted">"("{zone}")"</span></p>
                {held}
            </Card>
        </li>
    }
}

/// `/scheduled/:id`
#[component]
pub fn ScheduledPost() -> impl IntoView {
    let lang = lang();
    let load = async move { scheduled_post(param::<LaterId>("id")?).await };
    page(load, move |(view, zone): (LaterView, String)| {
        let name = title(lang, &view);
        let held = view.held.as_ref().map(|why| failure::line(lang, why)).map(|why| {
            view! {
                <Banner tone=Tone::Warning title=t::later_held(lang)>
                    <p>{why}" "{t::later_kept(lang)}</p>
                </Banner>
            }
        });
        let place = view.origin.as_ref().map(|origin| origin.name.clone());
        let id = view.id;
        let inside = match view.mine {
            true => view! { <Change lang view zone /> }.into_any(),
            false => view! {
                <p class="muted">{t::later_by(lang, &view.author.name)}" · "{hour(lang, view.at)}</p>
                <p>{view.body.clone()}</p>
            }
            .into_any(),
        };
        view! {
            <Title text=name.clone() />
            <PageHeader title=name up=(t::later_title(lang).to_owned(), "/scheduled".to_owned()) />
            {place.map(|place| view! { <p class="muted">{place}</p> })}
            {held}
            {inside}
            <PostForm action="drop_scheduled" class="actions" of="drop">
                <input type="hidden" name="later" value=id.to_string() />
                <Button variant=Variant::Danger icon="x">{t::later_drop(lang)}</Button>
            </PostForm>
        }
    })
}

#[component]
fn Change(lang: Lang, view: LaterView, zone: String) -> impl IntoView {
    let form = form("change_scheduled");
    let now = form_of("send_scheduled", "now");
    let id = view.id.to_string();
    let (now_id, draft) = (id.clone(), format!("later:{id}"));
    let pictures = (view.pictures > 0).then(|| t::later_pictures(lang, view.pictures));
    let files = (view.files > 0).then(|| t::later_files(lang, view.files));
    let link = (!view.url.is_empty()).then(|| t::later_link(lang, &view.url));
    let besides = [pictures, files, link].into_iter().flatten();
    let besides = besides.map(|line| view! { <p class="muted">{line}</p> }).collect_view();
    view! {
        <PostForm action="change_scheduled" class="form" id="change-later">
            <input type="hidden" name="later" value=id.clone() />
            <input type="hidden" name="revision" value=view.revision.to_string() />
            <Field
                lang
                name="title"
                label=t::title(lang)
                value=form.value_or("title", view.title)
                error=form.error("title")
                maxlength=u32::try_from(TITLE_MAX).unwrap_or(u32::MAX)
            />
            <TextArea
                lang
                name="body"
                label=t::body(lang)
                hint=t::body_hint(lang)
                value=form.value_or("body", view.body)
                error=form.error("body")
                unmarked=true
                rows=8
            />
            <WritingHelp
                lang
                state=form
                form="change-later".to_owned()
                place=draft
                most=BODY_MAX
                edits=true
            />
            {besides}
            <DateTimeField
                lang
                name="later"
                label=t::publish_at(lang)
                hint=t::publish_at_hint(lang, &zone, LATER_DAYS_MAX)
                date=form.value_or("later_date", view.at.date().to_string())
                time=form.value_or("later_time", view.at.time().strftime("%H:%M").to_string())
                error=form.error("later")
                required=true
            />
            <div class="actions">
                <Button variant=Variant::Primary>{t::save(lang)}</Button>
                <Button variant=Variant::Quiet href="/scheduled">{t::cancel(lang)}</Button>
            </div>
        </PostForm>
        <PostForm action="send_scheduled" class="actions" of="now" quiet=!now.is_refused()>
            <input type="hidden" name="later" value=now_id />
            <Button icon="send">{t::later_now(lang)}</Button>
        </PostForm>
    }
}

/// On the home page: something was not published at its hour.
#[component]
pub(super) fn Held(lang: Lang) -> impl IntoView {
    view! {
        <Banner tone=Tone::Warning>
            <p>{t::later_held_home(lang)}</p>
            <p><Button href="/scheduled">{t::later_see(lang)}</Button></p>
        </Banner>
    }
}
