//! `/search`

use super::{
    api::{Answers, search_page},
    hit::HitCard,
    texts as t,
};
use crate::{
    i18n::{failure::fault, percent},
    page::{Title, page, query},
    people::PersonCardView,
    ui::{
        Banner, Button, Choice, EmptyState, ErrorSummary, Field, PageHeader, Pagination, Scene, Select, Tone,
        Variant,
    },
    visit::lang,
};
use domain::{
    Lang,
    feed::PostKind,
    form::Fault,
    search::{Only, QUERY_MAX, Thing},
};
use leptos::prelude::*;

/// What stands in the address.
#[derive(Clone, Debug, Default)]
struct Wanted {
    q: String,
    only: String,
    community: String,
    author: String,
    from: String,
    to: String,
}

impl Wanted {
    fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("q", &self.q),
            ("only", &self.only),
            ("in", &self.community),
            ("by", &self.author),
            ("from", &self.from),
            ("to", &self.to),
        ]
    }

    /// The address of the same search, from its beginning or from after a cursor.
    fn address(&self, after: Option<&str>) -> String {
        let after = after.map(|after| ("after", after));
        let asked = self.fields().into_iter().chain(after).filter(|(_, value)| !value.is_empty());
        let asked: Vec<_> = asked.map(|(name, value)| format!("{name}={}", percent(value))).collect();
        if asked.is_empty() { "/search".into() } else { format!("/search?{}", asked.join("&")) }
    }

    fn is_refined(&self) -> bool {
        self.fields().iter().skip(1).any(|(_, value)| !value.is_empty())
    }

    fn is_nothing(&self) -> bool {
        [&self.q, &self.community, &self.author].into_iter().all(|value| value.trim().is_empty())
    }
}

/// `/search?q=&only=&in=&by=&from=&to=&after=`
#[component]
pub fn SearchPage() -> impl IntoView {
    let lang = lang();
    let asked = |name| query(name).unwrap_or_default();
    let wanted = Wanted {
        q: asked("q"),
        only: asked("only"),
        community: asked("in"),
        author: asked("by"),
        from: asked("from"),
        to: asked("to"),
    };
    let after = query("after");
    let middle = after.is_some();
    let Wanted { q, only, community, author, from, to } = wanted.clone();
    page(async move { search_page(q, only, community, author, from, to, after).await }, move |answers| {
        let title = match wanted.q.trim() {
            "" => t::search(lang).to_owned(),
            q => format!("{q} · {}", t::search(lang)),
        };
        let waits = (!answers.ready).then(|| view! { <Banner tone=Tone::Info>{t::not_ready(lang)}</Banner> });
        let faults = answers.faults.clone();
        let places = answers.places.clone();
        let found = (!wanted.is_nothing() && faults.is_empty())
            .then(|| view! { <Found lang wanted=wanted.clone() answers middle /> });
        view! {
            <Title text=title />
            <PageHeader title=t::search(lang) lead=t::search_lead(lang) />
            <Asking lang wanted faults places />
            {waits}
            {found}
        }
    })
}

#[component]
fn Asking(
    lang: Lang,
    wanted: Wanted,
    faults: Vec<(String, Fault)>,
    places: Vec<(String, String)>,
) -> impl IntoView {
    let open = wanted.is_refined();
    let error =
        |field: &str| faults.iter().find(|(name, _)| name == field).map(|(_, found)| fault(lang, found));
    let errors: Vec<_> = faults.iter().map(|(field, found)| (field.clone(), fault(lang, found))).collect();
    let errors = (!errors.is_empty()).then(|| view! { <ErrorSummary lang errors /> });
    let kinds = Thing::ALL.map(Only::Things).into_iter().take(1);
    let kinds =
        kinds.chain(PostKind::ALL.map(Only::Posts)).chain(Thing::ALL.map(Only::Things).into_iter().skip(1));
    let kinds = kinds.map(|only| Choice::new(only.word(), t::only_name(lang, only))).collect();
    let places = places.into_iter().map(|(slug, name)| Choice::new(slug, name)).collect();
    let Wanted { q, only, community, author, from, to } = wanted;
    view! {
        <form method="get" action="/search" role="search" aria-label=t::search(lang) class="form search-form">
            {errors}
            <div class="search-line">
                <Field
                    lang
                    name="q"
                    id="search-q"
                    kind="search"
                    label=t::what(lang)
                    value=q
                    maxlength=u32::try_from(QUERY_MAX).ok()
                    unmarked=true
                />
                <Button variant=Variant::Primary icon="search">{t::find(lang)}</Button>
            </div>
            <details class="search-filters" open=open>
                <summary>{t::filters(lang)}</summary>
                <div class="fields">
                    <Select lang name="only" label=t::only(lang) choices=kinds value=only empty=t::everything(lang) unmarked=true />
                    <Select lang name="in" label=t::community(lang) choices=places value=community empty=t::every_community(lang) unmarked=true />
                </div>
                <Field lang name="by" label=t::author(lang) hint=t::author_hint(lang) value=author unmarked=true />
                <div class="fields">
                    <Field lang name="from" kind="date" label=t::from(lang) value=from error=error("from") unmarked=true />
                    <Field lang name="to" kind="date" label=t::to(lang) value=to error=error("to") unmarked=true />
                </div>
            </details>
        </form>
    }
}

#[component]
fn Found(lang: Lang, wanted: Wanted, answers: Answers, middle: bool) -> impl IntoView {
    let Answers { hits, people, .. } = answers;
    let alone = wanted.only == Thing::Person.word();
    let next = if alone { people.next.clone() } else { hits.next.clone() };
    let next = next.as_deref().map(|next| wanted.address(Some(next)));
    let first = middle.then(|| wanted.address(None));
    if hits.items.is_empty() && people.items.is_empty() && next.is_none() {
        if middle {
            return view! {
                <p class="muted">{t::the_end(lang)}</p>
                <Pagination lang first />
            }
            .into_any();
        }
        return view! { <EmptyState scene=Scene::Search title=t::none_found(lang) text=t::none_found_text(lang) /> }
            .into_any();
    }
    let everybody = (!alone && people.next.is_some()).then(|| {
        let all = Wanted { only: Thing::Person.word().to_owned(), ..wanted.clone() };
        view! { <p><a class="link" href=all.address(None)>{t::all_people(lang)}</a></p> }
    });
    let people = (!people.items.is_empty()).then(|| {
        let cards = people
            .items
            .into_iter()
            .map(|card| view! { <li><PersonCardView lang card /></li> })
            .collect_view();
        view! {
            <section class="stack" aria-label=t::people(lang)>
                <ul class="people">{cards}</ul>
                {everybody}
            </section>
        }
    });
    let hits = (!hits.items.is_empty()).then(|| {
        let hits = hits
            .items
            .into_iter()
            .map(|(hit, when, moment)| view! { <li><HitCard lang hit when moment /></li> })
            .collect_view();
        view! { <ol class="hits" aria-label=t::results(lang)>{hits}</ol> }
    });
    view! {
        {people}
        {hits}
        <Pagination lang next first label=t::more(lang) />
    }
    .into_any()
}
