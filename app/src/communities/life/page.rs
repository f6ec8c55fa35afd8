//! Where a community stands, what is asked of its team, what happened to it.

use super::{
    api::{LifeRow, LifeSheet, life_page},
    asks::Asked,
    texts as t,
};
use crate::{
    communities::{
        head::{Head, Tab},
        kinds,
    },
    forms::{PostForm, form_of},
    i18n::percent,
    page::{Title, page, param, query},
    ui::{Button, Card, Icon, Pagination, Pill, TextArea, Tone, Variant},
    visit::lang,
};
use domain::{
    Lang,
    community::{
        CommunityView, Stage,
        life::{Ask, LifeLine, Move, Turn},
        proposal::REASON_MAX,
    },
};
use leptos::prelude::*;

/// `/communities/:slug/life?after=`
#[component]
pub fn CommunityLife() -> impl IntoView {
    let lang = lang();
    let after = query("after");
    let middle = after.is_some();
    page(async move { life_page(param("slug")?, after).await }, move |sheet| {
        let LifeSheet { head, asks, moves, lines } = sheet;
        let base = format!("/communities/{}/life", head.slug);
        let next = lines.next.map(|next| format!("{base}?after={}", percent(&next)));
        let first = middle.then(|| base.clone());
        let rests = asks.contains(&Ask::Rest);
        let asked = head.may_govern.then(|| {
            let list = if asks.is_empty() {
                view! { <p>{t::nothing_asked(lang)}</p> }.into_any()
            } else {
                view! { <Asked lang slug=head.slug.clone() asks inner=true /> }.into_any()
            };
            view! { <h3>{t::asked_here(lang)}</h3>{list} }
        });
        let gestures = (!moves.is_empty() || head.may_keep)
            .then(|| view! { <Gestures lang head=head.clone() moves rests /> });
        let rows = lines.items.into_iter().map(|row| view! { <li><Line lang row /></li> });
        let rows = rows.collect::<Vec<_>>();
        let history = if rows.is_empty() {
            view! { <p class="muted">{t::no_history(lang)}</p> }.into_any()
        } else {
            view! { <ol class="stack" role="list">{rows}</ol> }.into_any()
        };
        let stage = view! { <Standing lang stage=head.stage /> };
        view! {
            <Title text=t::life_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Life />
            <section class="stack">
                <h2>{t::where_it_is(lang)}</h2>
                {stage}
                {asked}
            </section>
            {gestures}
            <section class="stack" id="history">
                <h2>{t::history(lang)}</h2>
                {history}
                <Pagination lang next first label=t::earlier(lang) />
            </section>
        }
    })
}

#[component]
fn Standing(lang: Lang, stage: Stage) -> impl IntoView {
    let text = match stage {
        Stage::Draft | Stage::Proposed => t::draft_text(lang),
        Stage::Launching => t::launching_text(lang),
        Stage::Active => t::active_text(lang),
        Stage::Dormant => t::dormant_text(lang),
        Stage::Archived => t::archived_text(lang),
    };
    let pill =
        kinds::stage(lang, stage).map(|label| view! { <Pill tone=Tone::Info label icon="sprout" />" " });
    view! { <p>{pill}{text}</p> }
}

/// What those who steer may do now.
#[component]
fn Gestures(lang: Lang, head: CommunityView, moves: Vec<Move>, rests: bool) -> impl IntoView {
    let community = head.id.to_string();
    let gesture = |what: Move, label: &'static str, text: &'static str, icon: &'static str| {
        view! { <Gesture community=community.clone() what label text icon /> }.into_any()
    };
    let forms = moves.into_iter().map(|what| match what {
        Move::Begin => gesture(what, t::begin(lang), t::begin_text(lang), "sprout"),
        Move::Rest => gesture(what, t::rest(lang), t::rest_text(lang), "circle-pause"),
        Move::Wake => gesture(what, t::wake(lang), t::wake_text(lang), "play"),
        Move::Reopen => gesture(what, t::reopen(lang), t::reopen_text(lang), "lock-open"),
        Move::StayAwake if rests => view! { <StayAwake lang community=community.clone() /> }.into_any(),
        Move::StayAwake => ().into_any(),
        Move::Archive => {
            let href = format!("/communities/{}/archive", head.slug);
            view! {
                <p><Button variant=Variant::Quiet icon="archive" href>{t::archive_link(lang)}</Button></p>
            }
            .into_any()
        }
    });
    let forms = forms.collect::<Vec<_>>();
    let export = head.may_keep.then(|| {
        let href = format!("/communities/{}/export", head.slug);
        let all = format!("{href}.zip");
        view! {
            <p class="muted">{t::export_text(lang)}</p>
            <p>
                <a class="button" href=href download="" data-plain="">
                    <Icon name="download" />
                    <span class="button-label">{t::export(lang)}</span>
                </a>
            </p>
            <p>
                <a class="button" href=all download="" data-plain="">
                    <Icon name="download" />
                    <span class="button-label">{t::export_all(lang)}</span>
                </a>
            </p>
        }
    });
    view! {
        <div id="moves">
            <Card title=t::what_you_can_do(lang)>
                <div class="stack">{forms}{export}</div>
            </Card>
        </div>
    }
}

/// One move, with what it means.
#[component]
fn Gesture(
    community: String,
    what: Move,
    label: &'static str,
    text: &'static str,
    icon: &'static str,
) -> impl IntoView {
    view! {
        <PostForm action="steer_community" of=what.word() class="form">
            <input type="hidden" name="community" value=community />
            <input type="hidden" name="what" value=what.word() />
            <p class="muted">{text}</p>
            <div class="actions"><Button icon>{label}</Button></div>
        </PostForm>
    }
}

/// A break that is proposed is declined, with a reason.
#[component]
fn StayAwake(lang: Lang, community: String) -> impl IntoView {
    let word = Move::StayAwake.word();
    let form = form_of("steer_community", word);
    view! {
        <PostForm action="steer_community" of=word class="form">
            <input type="hidden" name="community" value=community />
            <input type="hidden" name="what" value=word />
            <TextArea
                lang
                name="reason"
                label=t::why_stay(lang)
                hint=t::why_stay_hint(lang)
                value=form.value("reason")
                error=form.error("reason")
                maxlength=u32::try_from(REASON_MAX).unwrap_or(u32::MAX)
                rows=2
                required=true
            />
            <div class="actions"><Button icon="sun">{t::stay_awake(lang)}</Button></div>
        </PostForm>
    }
}

#[component]
fn Line(lang: Lang, row: LifeRow) -> impl IntoView {
    let LifeRow { line, when } = row;
    let what = told(lang, &line);
    let said =
        (!line.said.is_empty()).then(|| view! { <blockquote class="prose"><p>{line.said}</p></blockquote> });
    view! {
        <p>{what}" "<span class="muted small">{when}</span></p>
        {said}
    }
}

/// One line of history.
pub(super) fn told(lang: Lang, line: &LifeLine) -> String {
    let by = line.by.name.as_str();
    let about = line.about.as_ref().map_or("…", |about| about.name.as_str());
    match line.turn {
        Turn::Begun => t::begun(lang, by),
        Turn::Rested => t::rested(lang, by),
        Turn::KeptAwake => t::kept_awake(lang, by),
        Turn::Woken => t::woken(lang, by),
        Turn::Archived => t::archived(lang, by),
        Turn::Reopened => t::reopened(lang, by),
        Turn::HandedOver => t::handed_over(lang, by, about),
        Turn::Entrusted => t::entrusted(lang, by, about),
        Turn::LeftAlone => t::left_alone(lang, by),
    }
}
