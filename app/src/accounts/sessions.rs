//! One's password, and where one is signed in.

use super::{
    api::{SessionLine, my_sessions},
    new_password::NewPassword,
    texts as t,
};
use crate::{
    forms::{PostForm, form},
    page::{Title, page},
    ui::{Button, Card, Field, Icon, PageHeader, Pill, Tone, Variant, VisuallyHidden},
    visit::lang,
};
use domain::Lang;
use leptos::prelude::*;

/// `/me/sessions`
#[component]
pub fn Sessions() -> impl IntoView {
    let lang = lang();
    page(my_sessions(), move |sessions| {
        let others = sessions.iter().filter(|session| !session.current).count();
        let lines = sessions.into_iter().map(|session| view! { <li><Line lang session /></li> });
        let end_others = (others > 1).then(|| {
            view! {
                <PostForm action="end_other_sessions" quiet=true>
                    <Button variant=Variant::Danger icon="log-out">{t::end_others(lang, others)}</Button>
                </PostForm>
            }
        });
        view! {
            <Title text=t::my_sessions(lang) />
            <PageHeader
                title=t::my_sessions(lang)
                lead=t::my_sessions_lead(lang)
                up=(t::my_profile(lang).to_owned(), "/me".to_owned())
            />
            <Password lang />
            <section class="stack">
                <h2>{t::open_sessions(lang)}</h2>
                <p>{t::open_sessions_text(lang)}</p>
                <ul class="stack">{lines.collect_view()}</ul>
                {end_others}
            </section>
        }
    })
}

#[component]
fn Password(lang: Lang) -> impl IntoView {
    let form = form("change_password");
    view! {
        <Card title=t::change_password(lang)>
            <p>{t::change_text(lang)}</p>
            <PostForm action="change_password" class="form">
                <Field
                    lang
                    name="password_current"
                    kind="password"
                    label=t::current_password(lang)
                    error=form.error("password_current")
                    autocomplete="current-password"
                    required=true
                />
                <NewPassword lang form label=t::new_password(lang) />
                <div class="actions"><Button variant=Variant::Primary>{t::change(lang)}</Button></div>
            </PostForm>
        </Card>
    }
}

#[component]
fn Line(lang: Lang, session: SessionLine) -> impl IntoView {
    let SessionLine { public, device, opened, seen, current } = session;
    let device = if device.is_empty() { t::unknown_device(lang).to_owned() } else { device };
    let end = if current {
        view! { <Pill tone=Tone::Success icon="check" label=t::this_session(lang) /> }.into_any()
    } else {
        let on_device = t::on_device(lang, &device, &opened);
        view! {
            <PostForm action="end_session_of_mine" of=public.clone() quiet=true>
                <input type="hidden" name="session" value=public />
                <Button small=true>
                    {t::end_session(lang)}
                    <VisuallyHidden>{on_device}</VisuallyHidden>
                </Button>
            </PostForm>
        }
        .into_any()
    };
    view! {
        <article class="card">
            <div class="card-head">
                <h3 class="card-title"><Icon name="key-round" />" "{device}</h3>
                <div class="actions">{end}</div>
            </div>
            <p class="muted">{t::session_dates(lang, &opened, &seen)}</p>
        </article>
    }
}
