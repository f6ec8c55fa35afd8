//! What the directory and its islands ask the server.

use crate::Refusal;
#[cfg(feature = "ssr")]
use crate::asking::asking;
use domain::{
    id::PersonId,
    page::Page,
    person::{PersonCard, PersonView},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A page of the directory, or of what a search finds in it.
#[server(endpoint = "people_page")]
pub async fn people_page(
    #[server(default)] search: String,
    after: Option<String>,
) -> Result<Page<PersonCard>, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::people::directory(&ctx, &actor, &search, after.as_deref()).await?)
}

#[server(endpoint = "person_page")]
pub async fn person_page(person: PersonId) -> Result<PersonView, Refusal> {
    let (ctx, actor) = asking().await?;
    Ok(services::people::person(&ctx, &actor, person).await?)
}

/// A commune one may have meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommuneOffer {
    /// INSEE code.
    pub code: String,
    /// Name and postcode; typed in full, it means this commune and no other.
    pub label: String,
}

/// Communes that begin like `query`, the likeliest first. Asked while one types, on the way in too:
/// nobody has to be signed in.
#[server(endpoint = "communes")]
pub async fn communes(#[server(default)] query: String) -> Result<Vec<CommuneOffer>, Refusal> {
    let found = gazetteer::search(&query, 6);
    Ok(found
        .into_iter()
        .map(|commune| CommuneOffer { code: commune.code.to_owned(), label: commune.label() })
        .collect())
}
