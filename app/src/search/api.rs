//! What the search page asks the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::{asking::asking, i18n::dates, visit::lang};
#[cfg(feature = "ssr")]
use domain::search::{Address, Only};
use domain::{form::Fault, page::Page, person::PersonCard, search::Hit};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What was found, and where one may look.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answers {
    /// With the date in words, and for machines.
    pub hits: Page<(Hit, String, String)>,
    pub people: Page<PersonCard>,
    pub faults: Vec<(String, Fault)>,
    /// Everything that is stored can be found.
    pub ready: bool,
    /// Slugs and names of the communities one may search.
    pub places: Vec<(String, String)>,
}

/// A page of what the reader may see and asks for.
#[server(endpoint = "search_page")]
pub async fn search_page(
    #[server(default)] q: String,
    #[server(default)] only: String,
    #[server(default)] community: String,
    #[server(default)] author: String,
    #[server(default)] from: String,
    #[server(default)] to: String,
    after: Option<String>,
) -> Result<Answers, Refusal> {
    let (ctx, actor) = asking().await?;
    let (lang, now) = (lang(), ctx.now());
    let wanted =
        services::search::Wanted { text: q, only: Only::from_word(&only), community, author, from, to };
    let places = services::search::places(&ctx, &actor).await?;
    let found = services::search::search(&ctx, &actor, &wanted, after.as_deref()).await?;
    let dated = |hit: Hit| {
        let when = match hit.address {
            Address::Event(_) => dates::moment_year(lang, ctx.zone(), now, hit.at),
            _ => dates::ago(lang, ctx.zone(), now, hit.at),
        };
        let moment = dates::machine(hit.at);
        (hit, when, moment)
    };
    Ok(Answers {
        hits: found.hits.map(dated),
        people: found.people,
        faults: found.faults,
        ready: found.ready,
        places,
    })
}
