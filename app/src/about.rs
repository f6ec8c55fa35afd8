//! What this house is made of, and whom to thank; and the gallery of its parts.

use crate::{
    page::Title,
    ui::{self, PageHeader},
    visit::lang,
};
use leptos::prelude::*;

texts! {
    title: "À propos de Préau", "About Préau";
    lead: "Le préau est la partie couverte de la cour : l’endroit que tout le monde traverse.",
        "A préau is the covered part of a schoolyard: the place everyone crosses.";
    what: "Préau est la plateforme communautaire de cette organisation. Elle est hébergée par elle, sans publicité ni mesure d’audience, et ne montre à personne ce qu’il ou elle n’a pas à voir.",
        "Préau is this organisation’s community platform. It is hosted by the organisation itself, without advertising or tracking, and shows nobody what they are not meant to see.";
    licences: "Licences", "Licences";
    licences_lead: "Préau est un logiciel libre (Apache-2.0). Il s’appuie sur ces œuvres :",
        "Préau is free software (Apache-2.0). It stands on these works:";
    licence_texts: "Le texte de toutes ces licences, et de qui elles viennent", "The text of all these licences, and whose they are";
    data: "Données géographiques", "Geographic data";
    data_note: "Ces données ont été réunies, arrondies à une centaine de mètres et mises en un seul fichier.",
        "These data were joined, rounded to about a hundred metres and put into one file.";
    estimates: "Les distances et les durées de trajet sont des estimations.",
        "Distances and travel times are estimates.";
    by: "par", "by";
    /// Where there is no licence because none is needed.
    public_domain: "domaine public", "public domain";
    gallery: "La boîte à outils", "The toolbox";
}

/// Works the house stands on: name, licence (none for the public domain).
const WORKS: [(&str, &str); 10] = [
    ("Leptos", "MIT"),
    ("axum, Tokio, hyper", "MIT"),
    ("SurrealDB", "Business Source License 1.1"),
    ("Bricolage Grotesque", "SIL Open Font License 1.1"),
    ("Instrument Sans", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
    ("pulldown-cmark, ammonia", "MIT, Apache-2.0"),
    ("image", "MIT, Apache-2.0"),
    ("jiff", "MIT, Unlicense"),
    ("IANA Time Zone Database", ""),
];

/// Title, author, licence and address of a data set.
type Source = (String, String, String, String);

#[server(endpoint = "about_sources")]
pub async fn about_sources() -> Result<Vec<Source>, crate::Refusal> {
    let sources = gazetteer::ATTRIBUTIONS.iter();
    Ok(sources.map(|s| (s.title.into(), s.author.into(), s.licence.into(), s.url.into())).collect())
}

#[component]
pub fn About() -> impl IntoView {
    let lang = lang();
    crate::page::page(about_sources(), move |sources| {
        let works = WORKS.map(|(name, licence)| {
            let licence = if licence.is_empty() { public_domain(lang) } else { licence };
            view! { <li>{name}" — "{licence}</li> }
        });
        let sources = sources.into_iter().map(|(title, author, licence, url)| {
            view! { <li><a href=url rel="noopener">{title}</a>" — "{by(lang)}" "{author}", "{licence}</li> }
        });
        view! {
            <Title text=title(lang) />
            <PageHeader title=title(lang) lead=lead(lang) />
            <div class="prose">
                <p>{what(lang)}</p>
                <h2>{licences(lang)}</h2>
                <p>{licences_lead(lang)}</p>
                <ul>{works.into_iter().collect_view()}</ul>
                // A file of the browser's assets, made with them (scripts/licence-texts.mjs).
                <p><a href="/licences.txt">{licence_texts(lang)}</a></p>
                <h2>{data(lang)}</h2>
                <ul>{sources.collect_view()}</ul>
                <p>{data_note(lang)}" "{estimates(lang)}</p>
            </div>
        }
    })
}

/// Every component in every state, for those who build with them.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let lang = lang();
    view! {
        <Title text=gallery(lang) />
        <ui::Gallery lang />
    }
}
