//! Where the organisation works.

use super::{
    api::{WorkplaceLine, workplaces_page},
    texts as t,
};
use crate::{
    forms::{FormState, PostForm, form, form_of},
    page::{Title, page},
    people::CommuneField,
    ui::{Button, Card, Field, PageHeader, Pill, Tone, Variant},
    visit::lang,
};
use domain::{Lang, person::CommuneForm};
use leptos::prelude::*;

/// `/admin/workplaces`
#[component]
pub fn Workplaces() -> impl IntoView {
    let lang = lang();
    page(workplaces_page(), move |places| {
        let list = if places.is_empty() {
            view! { <p class="muted">{t::no_workplaces(lang)}</p> }.into_any()
        } else {
            let lines = places.into_iter().map(|place| view! { <li><Line lang place /></li> });
            view! { <ul class="stack">{lines.collect_view()}</ul> }.into_any()
        };
        view! {
            <Title text=t::workplaces(lang) />
            <PageHeader title=t::workplaces(lang) lead=t::workplaces_lead(lang) />
            {list}
            <Add lang />
        }
    })
}

fn commune(form: &FormState) -> CommuneForm {
    CommuneForm { text: form.value("commune"), choice: form.value("commune_choice") }
}

/// A workplace and where it is; the form that says so is folded away once it is placed.
#[component]
fn Line(lang: Lang, place: WorkplaceLine) -> impl IntoView {
    let of = place.id.to_string();
    let form = form_of("place_workplace", &of);
    let (state, gesture) = match &place.commune {
        Some(commune) => {
            (view! { <Pill icon="map-pin" label=t::in_commune(lang, commune) /> }, t::move_it(lang))
        }
        None => (
            view! { <Pill tone=Tone::Warning icon="triangle-alert" label=t::not_placed(lang) /> },
            t::place_it(lang),
        ),
    };
    let open = place.commune.is_none() || form.is_refused();
    view! {
        <article class="card">
            <div class="card-head">
                <h2 class="card-title">{place.name}</h2>
                {state}
            </div>
            <details open=open>
                <summary>{gesture}</summary>
                <PostForm action="place_workplace" of=of.clone() class="form">
                    <input type="hidden" name="workplace" value=of.clone() />
                    <CommuneField
                        lang
                        name="commune"
                        id=format!("commune-{of}")
                        label=t::workplace_commune(lang)
                        hint=t::workplace_commune_hint(lang)
                        value=commune(&form)
                        error=form.error("commune")
                        required=true
                    />
                    <div class="actions"><Button small=true>{t::save(lang)}</Button></div>
                </PostForm>
            </details>
        </article>
    }
}

#[component]
fn Add(lang: Lang) -> impl IntoView {
    let form = form("add_workplace");
    view! {
        <Card title=t::add_workplace(lang)>
            <PostForm action="add_workplace" class="form">
                <Field
                    lang
                    name="name"
                    label=t::workplace_name(lang)
                    value=form.value("name")
                    error=form.error("name")
                    required=true
                />
                <CommuneField
                    lang
                    name="commune"
                    label=t::workplace_commune(lang)
                    hint=t::workplace_commune_hint(lang)
                    value=commune(&form)
                    error=form.error("commune")
                />
                <div class="actions">
                    <Button variant=Variant::Primary icon="plus">{t::add(lang)}</Button>
                </div>
            </PostForm>
        </Card>
    }
}
