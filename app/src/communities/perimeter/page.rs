//! `/communities/:slug/perimeter`

use super::{
    api::{PerimeterSheet, perimeter_page},
    doors::{Confirm, Doors},
    found::FoundBy,
    guests::Guests,
    stays::Stays,
    texts as t,
};
use crate::{
    communities::head::{Head, Tab},
    page::{Title, page, param, query},
    ui::{Banner, Button, Tone},
    visit::lang,
};
use domain::community::PerimeterForm;
use leptos::prelude::*;

/// With `?admission=&listed=&glimpse=&question=`, what that would change, to be confirmed.
#[component]
pub fn PerimeterPage() -> impl IntoView {
    let lang = lang();
    let word = |name: &str| query(name).unwrap_or_default();
    let asked = query("admission").map(|admission| PerimeterForm {
        admission,
        listed: word("listed"),
        glimpse: word("glimpse"),
        question: word("question"),
    });
    let after = query("after");
    let middle = after.is_some();
    page(async move { perimeter_page(param("slug")?, asked, after).await }, move |sheet| {
        let PerimeterSheet { head, now, mark, asked, guests, stays, days, finding, matching, places } = sheet;
        let (id, slug) = (head.id, head.slug.clone());
        let (everyone, listed) = (head.everyone, now.listed);
        let outside = format!("/communities/{slug}?as=outside");
        let doors = match asked {
            _ if everyone => {
                view! { <Banner tone=Tone::Info><p>{t::everyone_text(lang)}</p></Banner> }.into_any()
            }
            Some(asked) if asked.faults.is_empty() => {
                view! { <Confirm lang community=id slug=slug.clone() asked mark /> }.into_any()
            }
            asked => view! { <Doors lang slug=slug.clone() now asked /> }.into_any(),
        };
        view! {
            <Title text=t::perimeter_of(lang, &head.name) />
            <Head lang community=head tab=Tab::Perimeter />
            <section class="stack" id="doors">
                <h2>{t::doors(lang)}</h2>
                <p class="muted">{t::doors_text(lang)}</p>
                {if listed {
                    view! { <div class="actions"><Button small=true icon="eye-off" href=outside>{t::look_outside(lang)}</Button></div> }.into_any()
                } else {
                    view! { <p class="muted">{t::unlisted_outside(lang)}</p> }.into_any()
                }}
                {doors}
            </section>
            {(!everyone).then(|| view! { <Guests lang community=id slug guests middle /> })}
            <Stays lang community=id stays days />
            <FoundBy lang community=id finding matching places />
        }
    })
}
